# SPDX-License-Identifier: Apache-2.0
"""The lines of a text, and the positions in it as PyYAML's nodes carry them."""

import re
from bisect import bisect_right
from functools import cached_property

from yaml import Mark

# What ends a line for a YAML reader.
_END = "\r\n|[\r\n\x85\u2028\u2029]"


class Lines:
    """A text's lines, found when somebody first asks for one.

    Attributes:
        text: The text.

    """

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _lines(self) -> list[str]:
        return re.split(_END, self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(end.end() for end in re.finditer(_END, self.text))]

    @property
    def numbers(self) -> range:
        """The number of every line."""
        return range(1, len(self._lines) + 1)

    def line(self, number: int) -> str:
        """The line of that number, from 1, without its end; empty where there is none."""
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def mark(self, index: int) -> Mark:
        """The position of the character."""
        line = bisect_right(self._starts, index) - 1
        return Mark("", index, line, index - self._starts[line], None, index)
