# SPDX-License-Identifier: Apache-2.0
"""A line of a source as a terminal shows it, with carets under a value."""

import re
from collections.abc import Iterable
from unicodedata import category, east_asian_width

from planton_sts.wording import visible

# How many columns of a line are shown, and how many of them before the value where the line is longer.
WIDTH = 100
CONTEXT = 40

TAB = "    "
CUT = "…"


def source_line(line: str, column: int, end: int | None) -> tuple[str, str, str]:
    """The line, cut around the value between the columns; and to print below it, the blank and the carets.

    Without an end the value goes on below, and its first word is marked.
    """
    head, tail = line[: column - 1], line[column - 1 :]
    room = WIDTH if len(_fitting(line, WIDTH)) == len(line) else CONTEXT
    before = _fitting(reversed(head), room)[::-1]
    after = _fitting(tail, WIDTH - _width(before))
    lead = [CUT, *before] if len(before) < len(head) else before
    rest = [*after, CUT] if len(after) < len(tail) else after
    value = after[: max(_length(tail) if end is None else end - column, 1)]
    return "".join(lead + rest), " " * _width(lead), "^" * max(_width(value), 1)


def _length(tail: str) -> int:
    """How long the first word is."""
    word = re.match(r"[^\s:,]*", tail)
    return len(word[0]) if word else 0


def _fitting(characters: Iterable[str], columns: int) -> list[str]:
    """The first characters, as they are shown, that fit into so many columns."""
    shown = []
    for character in characters:
        cell = TAB if character == "\t" else visible(character)
        columns -= _width(cell)
        if columns < 0:
            break
        shown.append(cell)
    return shown


def _width(cells: Iterable[str]) -> int:
    """How many columns a terminal gives to the characters."""
    return sum(_columns(character) for cell in cells for character in cell)


def _columns(character: str) -> int:
    if category(character) in {"Mn", "Me"}:
        return 0
    return 2 if east_asian_width(character) in {"W", "F"} else 1
