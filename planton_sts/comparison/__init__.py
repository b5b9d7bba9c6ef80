# SPDX-License-Identifier: Apache-2.0
"""Kubernetes objects held against each other, with what the server makes of what is not said."""

from planton_sts.comparison.authorship import authored
from planton_sts.comparison.difference import Difference, differences
from planton_sts.comparison.filling import filled
from planton_sts.comparison.trimming import terse

__all__ = ["Difference", "authored", "differences", "filled", "terse"]
