# SPDX-License-Identifier: Apache-2.0
"""Consequences as text for people, as Markdown for a comment on a pull request, and as JSON for programs."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import accumulate

from planton_sts.description.json import as_plain
from planton_sts.description.layout import cut
from planton_sts.description.phrases import counted, joined
from planton_sts.planning.consequences import LEVELS, Consequence, called, worst
from planton_sts.wording import visible

# GitHub takes comments of 65,536 characters; what is not a row or a way out takes few.
ROOM = 65_000
HEAD = "\n| level | object | what follows |\n| --- | --- | --- |\n"
_WIDTH = max(map(len, LEVELS))


def text(found: Sequence[Consequence]) -> str:
    """A line for each consequence, with the way out below it, and one that counts them."""
    return "".join(f"{line}\n" for line in (*_lines(found), summary(found)))


def _lines(found: Sequence[Consequence]) -> Iterator[str]:
    for each in found:
        yield as_line(each)
        for command in each.commands:
            yield visible(f"{'':{_WIDTH}}    $ {command}")


def as_line(each: Consequence) -> str:
    """The consequence without its way out."""
    return visible(f"{each.level.upper():{_WIDTH}}  {sentence(each)}")


def sentence(each: Consequence) -> str:
    """What happens to which object, and the fields that say so."""
    fields = f" [{', '.join(cut(each.fields))}]" if each.fields else ""
    return f"{called(each.object)}: {each.words}{fields}"


def summary(found: Sequence[Consequence]) -> str:
    """How much of what follows."""
    counted = Counter(each.level for each in found)
    told = ", ".join(f"{counted[level]} {level}" for level in reversed(LEVELS) if counted[level])
    return f"Plan: {told}" if told else "Plan: nothing changes"


def markdown(found: Sequence[Consequence]) -> str:
    """A table of the consequences, with the ways out folded away below it, no longer than a comment may be."""
    rows = [f"{_row(each)}\n" for each in found]
    ways = ["".join(f"{line}\n" for line in _folded(each)) for each in found if each.commands]
    shown = _fitting(rows, ROOM)
    folded = _fitting(ways, ROOM - sum(map(len, shown)))
    left = {"row": len(rows) - len(shown), "command block": len(ways) - len(folded)}
    told = joined([counted(count, noun) for noun, count in left.items() if count])
    note = f"\nA comment holds no more: {told} left out, which `--output text` tells.\n" if told else ""
    return "".join([f"**{summary(found)}**\n", HEAD if shown else "", *shown, note, *folded])


def _fitting(parts: Sequence[str], room: int) -> Sequence[str]:
    """As many of the parts as the room holds, from the first on."""
    ends = accumulate(map(len, parts))
    return [part for part, end in zip(parts, ends, strict=True) if end <= room]


def _row(each: Consequence) -> str:
    fields = "".join(f"<br><code>{_cell(path)}</code>" for path in cut(each.fields))
    return f"| {each.level} | {_cell(called(each.object))} | {_cell(each.words)}{fields} |"


def _folded(each: Consequence) -> Iterator[str]:
    yield from ("", f"<details><summary>The way out: {_cell(called(each.object))} {_cell(each.words)}</summary>", "")
    yield from ("```sh", *map(visible, each.commands), "```", "", "</details>")


def _cell(words: str) -> str:
    """The words where neither a table nor HTML may end early."""
    return escape(visible(words), quote=False).replace("|", "&#124;")


def as_json(found: Sequence[Consequence]) -> str:
    """The worst level, and every consequence with the attributes that it has in Python."""
    plain = {"level": worst(found), "consequences": [as_plain(each) for each in found]}
    return json.dumps(plain, indent=2, ensure_ascii=False) + "\n"


FORMS: dict[str, Callable[[Sequence[Consequence]], str]] = {"text": text, "json": as_json, "markdown": markdown}
