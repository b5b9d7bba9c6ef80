# SPDX-License-Identifier: Apache-2.0
"""Which of many things are shown one by one."""

from collections.abc import Sequence

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
