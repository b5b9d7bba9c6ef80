# SPDX-License-Identifier: Apache-2.0
"""The lines of a source, for whoever shows where a problem stands."""

from functools import cached_property

from planton_sts.loading.marks import LINE_END


class SourceLines:
    """A source's lines, found when somebody first asks for one."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _lines(self) -> list[str]:
        return LINE_END.split(self._text)

    @property
    def numbers(self) -> range:
        """The number of every line."""
        return range(1, len(self._lines) + 1)

    def line(self, number: int) -> str:
        """The line of that number, from 1, without its end; empty where there is none."""
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""
