# SPDX-License-Identifier: Apache-2.0
"""Words that many problems share: names in a row, the name that was meant, what cannot be seen, what a system says."""

from collections.abc import Collection, Iterable

# Names are shorter; comparing is slow.
_LONGEST = 64


def or_list(names: Iterable[str]) -> str:
    """The names as code: `a`, `b` or `c`."""
    *most, last = (f"`{name}`" for name in names)
    return f"{', '.join(most)} or {last}" if most else last


def closest(written: str, known: Iterable[str]) -> str | None:
    """The known name that was probably meant, if one is near."""
    if len(written) > _LONGEST:
        return None
    from difflib import get_close_matches  # noqa: PLC0415 - it is slow to import, and nothing may be wrong

    by_fold = {name.casefold(): name for name in known}
    near = get_close_matches(written.casefold(), by_fold, n=1, cutoff=0.7)
    return by_fold[near[0]] if near else None


def did_you_mean(name: str | None) -> str:
    """The question whether it was this name; nothing where there is none to ask about."""
    return f"did you mean `{name}`?" if name else ""


class Nearest:
    """Looks for the names that were meant, until so many were compared that it takes long."""

    def __init__(self, comparisons: int) -> None:
        self.left = comparisons

    def name(self, written: str, known: Collection[str]) -> str | None:
        """The known name that was probably meant, if one is near and there is time to look for it."""
        if self.left <= 0:
            return None
        self.left -= len(known)
        return closest(written, known)


def visible(text: str) -> str:
    """The text with escapes for what cannot be seen or would steer a terminal: controls, bidi overrides, odd spaces."""
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else _escape(character) for character in text)


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")


def because(error: OSError) -> str:
    """What the system says of a file, as the end of a sentence."""
    return (error.strerror or "it cannot be used").lower()
