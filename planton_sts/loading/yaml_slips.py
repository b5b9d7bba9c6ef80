# SPDX-License-Identifier: Apache-2.0
"""Slips that a YAML reader notices later than where they were made: a quote or bracket left open, a missing colon."""

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, NamedTuple

from yaml import Mark, ScalarToken, YAMLError
from yaml.reader import Reader
from yaml.scanner import Scanner

# Reading goes by characters here, some 50,000 a second; people write less.
LONGEST = 30_000

OPEN_QUOTE = "must end with the quote it begins with"
LOOSE = "must have all of its text between its quotes, and a quote within as `{}`"
WITHIN = {"'": "''", '"': '\\"'}
NO_COLON = "must have `:` and a space after the key"
OPEN = {
    "[": "must close `[` with `]`, and have `,` between the elements",
    "{": "must close `{` with `}`, and have `,` between the entries",
}
UNOPENED = "must not close with `{}` what nothing opens"
CLOSING = {"]", "}"}


class Slip(NamedTuple):
    """What should have been written, and where."""

    message: str
    mark: Mark


def slip(said: str, text: str, mark: Mark) -> Slip | None:
    """The slip that the reader noticed at the mark, and what it said; None where the mark is its place."""
    if mark.index > LONGEST:
        return None
    tokens = list(_tokens(text[: mark.index]))
    if loose := _loose_quote(text, tokens):
        return loose
    if "mapping values are not allowed" in said:
        return _key_without_colon(text, tokens, mark)
    return _open_bracket(text, tokens, mark) if re.search("flow node|node content", said) else None


class _Scanner(Reader, Scanner):
    """Gives the tokens of a text."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)


def _tokens(text: str) -> Iterator[Any]:
    """The tokens, as far as they can be told."""
    # What PyYAML's scanner gives has no published types.
    scanner: Any = _Scanner(text)
    with suppress(YAMLError):
        while scanner.check_token():
            yield scanner.get_token()
    # These might yet have become keys.
    yield from scanner.tokens


_BEHIND_ONE_LINE = re.compile(r"[ \t]*[^\s:#]|:\S")
_BEHIND_IN_BRACKETS = re.compile(r"[^\s,\]}:]")
_BEHIND_MORE_LINES = re.compile(r"[ \t]*[^\s,\]}#]")


def _loose_quote(text: str, tokens: list[Any]) -> Slip | None:
    """The first text in quotes behind which there is more: they belong to others."""
    depth = 0
    for token in tokens:
        depth += (token.id in OPEN) - (token.id in CLOSING)
        if not isinstance(token, ScalarToken) or token.style not in WITHIN:
            continue
        is_one_line = token.start_mark.line == token.end_mark.line
        behind = (_BEHIND_IN_BRACKETS if depth else _BEHIND_ONE_LINE) if is_one_line else _BEHIND_MORE_LINES
        if behind.match(text, token.end_mark.index):
            return Slip(LOOSE.format(WITHIN[token.style]) if is_one_line else OPEN_QUOTE, token.start_mark)
    return None


def _key_without_colon(text: str, tokens: list[Any], mark: Mark) -> Slip | None:
    """Text on a line of its own that was read together with the key below it."""
    last = next((token for token in reversed(tokens) if isinstance(token, ScalarToken)), None)
    if last is None or not last.plain or last.start_mark.line == mark.line:
        return None
    start = last.start_mark
    before = text[start.index - start.column : start.index]
    return None if before.strip("-? \t") else Slip(NO_COLON, start)


def _open_bracket(text: str, tokens: list[Any], mark: Mark) -> Slip | None:
    """The last bracket that is open where the text ends, or one that closes none."""
    opened: list[Any] = []
    for token in tokens:
        if token.id in OPEN:
            opened.append(token)
        elif token.id in CLOSING and opened:
            opened.pop()
    closing = text[mark.index : mark.index + 1]
    if closing in CLOSING and not opened:
        return Slip(UNOPENED.format(closing), mark)
    return Slip(OPEN[opened[-1].id], opened[-1].start_mark) if opened and not closing else None
