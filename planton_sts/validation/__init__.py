# SPDX-License-Identifier: Apache-2.0
"""Messages to what is wrong with them, by the rules that stand in their protos."""

from planton_sts.validation.violations import findings, located, validate, validate_each

__all__ = ["findings", "located", "validate", "validate_each"]
