# SPDX-License-Identifier: Apache-2.0
"""Lines that fit a terminal, and which of many things are shown one by one."""

from collections.abc import Iterable, Sequence


def filled(pieces: Iterable[str], separator: str, width: int) -> list[str]:
    """The pieces side by side on as few lines as hold them; a piece is never broken, however long."""
    lines: list[str] = []
    for piece in pieces:
        if lines and len(lines[-1]) + len(separator) + len(piece) <= width:
            lines[-1] += separator + piece
        else:
            lines.append(piece)
    return lines


def wrapped(text: str, width: int) -> list[str]:
    """The text, broken between words."""
    return filled(text.split(), " ", width)


def table(rows: Sequence[Sequence[str]], width: int) -> list[str]:
    """The rows with their columns aligned; where that is too wide, each row on lines of its own."""
    lines = aligned(rows)
    if fits(lines, width):
        return lines
    return [line for row in rows for line in hanging(filled(row, "  ", width - 2))]


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Each row on a line, its columns below those of the others."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(map(str.ljust, row, widths)).rstrip() for row in rows]


def fits(lines: Iterable[str], width: int) -> bool:
    """Whether no line is wider."""
    return all(len(line) <= width for line in lines)


def hanging(lines: Iterable[str], indent: str = "  ") -> list[str]:
    """The lines, all but the first indented."""
    return [f"{indent}{line}" if number else line for number, line in enumerate(lines)]


# Up to so many are all shown; of more, the first few and the last.
LISTED = 6
FIRST = 3


def listed(count: int) -> tuple[int, ...]:
    """The numbers of those that are shown, of so many."""
    return tuple(range(count)) if count <= LISTED else (*range(FIRST), count - 1)


def cut(names: Sequence[str]) -> list[str]:
    """The names that are shown, with a mark where some are left out."""
    shown = [names[number] for number in listed(len(names))]
    return shown if len(shown) == len(names) else [*shown[:-1], "…", shown[-1]]
