# SPDX-License-Identifier: Apache-2.0
"""Kubernetes objects held against each other, with what the server makes of what is not said."""

from planton_sts.comparison.authorship import authored, is_stored
from planton_sts.comparison.difference import Difference, differences
from planton_sts.comparison.filling import filled
from planton_sts.comparison.objects import DEFAULT, each_of, identity, settled
from planton_sts.comparison.shape import is_known, misshapen
from planton_sts.comparison.trimming import terse

__all__ = [
    "DEFAULT",
    "Difference",
    "authored",
    "differences",
    "each_of",
    "filled",
    "identity",
    "is_known",
    "is_stored",
    "misshapen",
    "settled",
    "terse",
]
