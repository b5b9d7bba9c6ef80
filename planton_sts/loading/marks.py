# SPDX-License-Identifier: Apache-2.0
"""Positions in a text, as PyYAML's nodes carry them."""

import re
from bisect import bisect_right

from yaml import Mark

# What ends a line for a YAML reader.
LINE_END = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


class Lines:
    """A text's lines."""

    def __init__(self, text: str) -> None:
        self.starts = [0, *(end.end() for end in LINE_END.finditer(text))]

    def mark(self, index: int) -> Mark:
        """The position of the character."""
        line = bisect_right(self.starts, index) - 1
        return Mark("", index, line, index - self.starts[line], None, index)
