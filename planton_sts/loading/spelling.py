# SPDX-License-Identifier: Apache-2.0
"""Paths as people write them, back to steps."""

import json
import re

from planton_sts.paths import Key, Path, Step

_STEP = re.compile(r'\.?(?P<name>[A-Za-z_]\w*)|\[(?P<quoted>"(?:[^"\\]|\\.)*")\]|\[(?P<plain>[^\]\["]+)\]', re.ASCII)
_INDEX = re.compile("0|[1-9][0-9]{0,8}")


def parse(text: str) -> Path:
    """The path, as far as the text spells one."""
    return parse_start(text)[0]


def parse_start(text: str) -> tuple[Path, str]:
    """The path with which the text begins, and the rest of the text."""
    steps: list[Step] = []
    end = 0
    while found := _STEP.match(text, end):
        if found["name"] and text.startswith(".", end) != bool(steps):
            break
        steps.append(_step(found))
        end = found.end()
    return tuple(steps), text[end:]


def _step(found: re.Match[str]) -> Step:
    if found["name"]:
        return found["name"]
    if found["quoted"]:
        return Key(_unquoted(found["quoted"]))
    return int(found["plain"]) if _INDEX.fullmatch(found["plain"]) else Key(found["plain"])


def _unquoted(key: str) -> str:
    try:
        return str(json.loads(key))
    except ValueError:
        return key[1:-1]
