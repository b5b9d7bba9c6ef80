# SPDX-License-Identifier: Apache-2.0
"""The parsers that PyYAML's C extension makes possible, some ten times as fast as its own."""

from yaml._yaml import CParser

from planton_sts.loading.parsers import Bounded, Unbounded


class BoundedCParser(Bounded, CParser):
    """For any text."""


class SmallCParser(Unbounded, CParser):
    """For text that looks too small to exceed the bounds."""
