# SPDX-License-Identifier: Apache-2.0
"""What a YAML reader complains of, in words that say what to write."""

import re
from typing import Any

from yaml.reader import Reader, ReaderError

from planton_sts.loading.faults import Fault
from planton_sts.loading.lines import Lines
from planton_sts.loading.yaml_slips import NO_COLON, OPEN, OPEN_QUOTE, slip

# What libyaml or PyYAML's own reader says, ours for it, and whether it is about where the construct began.
WORDS = [
    ("tab character", "must be indented with spaces, not with tabs", False),
    (
        "mapping values are not allowed",
        "must put text that holds `: ` in quotes, or line the key up with its neighbours",
        False,
    ),
    ("sequence entries are not allowed", "must begin a list on a line of its own", False),
    ("mapping keys are not allowed", "must begin a key on a line of its own", False),
    ("quoted scalar", OPEN_QUOTE, True),
    (r"flow sequence|expected ',' or '?\]", OPEN["["], True),
    (r"flow mapping|expected ',' or '?\}", OPEN["{"], True),
    ("flow node|node content", "must have a value, and close each `[` and `{`", False),
    ("could not find expected ':'", NO_COLON, True),
    ("expected key|block mapping", "must line up with the keys around it", False),
    ("'-' indicator|block collection|block sequence", "must line up with the elements of the list around it", False),
    ("undefined alias", "must refer to an anchor that stands before it", False),
    ("duplicate anchor", "must give each anchor a name of its own", False),
    ("tag", "must not have this tag", False),
    ("anchor|alias", "must put text that begins with `&` or `*` in quotes", True),
    ("directive|version|incompatible", "must not have this directive", False),
    ("document start", "must begin another document with `---`", False),
    ("block scalar|indentation", "must write `|` or `>` alone, and the text below it, indented", True),
]
TAB = WORDS[0][1]
ESCAPE = "must write `\\\\` for a backslash between double quotes"
QUOTE = "must put text that begins with `{}` in quotes"


def reworded(error: Any, text: str) -> Fault:
    """The reader's error as ours, at its place."""
    if isinstance(error, ReaderError):
        return _unprintable(text)
    said = f"{error.context} {error.problem}"
    if found := slip(said, text, error.problem_mark):
        return Fault("load.yaml", found.message, mark=found.mark)
    message, at_start = _message(said, text, error.problem_mark.index)
    mark = (error.context_mark if at_start else None) or error.problem_mark
    return Fault("load.yaml", message, mark=mark)


def _message(said: str, text: str, index: int) -> tuple[str, bool]:
    if "cannot start any token" in said:
        character = text[index : index + 1]
        return TAB if character == "\t" else QUOTE.format(character), False
    if re.search("unknown escape|escape sequence|escape character|escape code|hexdecimal", said):
        return ESCAPE, False
    found = ((ours, at_start) for theirs, ours, at_start in WORDS if re.search(theirs, said))
    return next(found, ("must be valid YAML", False))


def _unprintable(text: str) -> Fault:
    """A character that YAML allows nowhere; the place is looked up, for the reader tells it in bytes."""
    found = Reader.NON_PRINTABLE.search(text)
    message = "must not hold control characters; write them as escapes such as `\\x07` in double quotes"
    return Fault("load.yaml", message, mark=Lines(text).mark(found.start() if found else 0))
