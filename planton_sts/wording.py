# SPDX-License-Identifier: Apache-2.0
"""Names for messages: several in a row, and the one that was probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches


def listed(names: Iterable[str]) -> str:
    """The names as code: `a`, `b` or `c`."""
    *most, last = (f"`{name}`" for name in names)
    return f"{', '.join(most)} or {last}" if most else last


def closest(written: str, known: Iterable[str]) -> str | None:
    """The known name that was probably meant, if one is near."""
    by_fold = {name.casefold(): name for name in known}
    near = get_close_matches(written.casefold(), by_fold, n=1, cutoff=0.7)
    return by_fold[near[0]] if near else None
