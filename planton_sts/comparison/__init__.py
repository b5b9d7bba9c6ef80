# SPDX-License-Identifier: Apache-2.0
"""Kubernetes objects held against each other, with what the server makes of what is not said."""

from planton_sts.comparison.authorship import authored
from planton_sts.comparison.difference import Difference, differences
from planton_sts.comparison.fields import version_of
from planton_sts.comparison.filling import filled
from planton_sts.comparison.shape import is_known, misshapen
from planton_sts.comparison.trimming import terse

__all__ = ["Difference", "authored", "differences", "filled", "is_known", "misshapen", "terse", "version_of"]
