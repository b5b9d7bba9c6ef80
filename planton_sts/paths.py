# SPDX-License-Identifier: Apache-2.0
"""Paths of fields, as steps for programs and as text for people, and the way between the two."""

import json
import re
from collections.abc import Mapping

from planton_sts.secrecy import presentable

# A step is the JSON name of a field, the index of a list's element, or the key of a map's entry.
Step = str | int
Path = tuple[Step, ...]


class Key(str):
    """The key of a map's entry, which people write in brackets."""

    __slots__ = ()


_PLAIN_KEY = re.compile(r"[^\][\"\s]+")


def spell(path: Path) -> str:
    """The path as a user writes it: `spec.container.app.ports[0].name`, `metadata.labels[team]`; no secret is spelt."""
    return spell_whole(presentable(path))


def spell_whole(path: Path) -> str:
    """The same for a path whose keys are known to be names, and no secrets."""
    return "".join(_spell_step(step) for step in path).removeprefix(".")


def _spell_step(step: Step) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    if isinstance(step, Key):
        return f"[{step}]" if _PLAIN_KEY.fullmatch(step) else f"[{json.dumps(step, ensure_ascii=False)}]"
    return f".{step}"


_STEP = re.compile(r'\.?(?P<name>[A-Za-z_][-\w]*)|\[(?P<quoted>"(?:[^"\\]|\\.)*")\]|\[(?P<plain>[^\]\["]+)\]', re.ASCII)
_INDEX = re.compile("0|[1-9][0-9]{0,8}")


def parse(text: str) -> tuple[Path, str]:
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


def camel_case(name: str) -> str:
    """A field's name as manifests spell it."""
    head, *rest = name.split("_")
    return head + "".join(word.capitalize() for word in rest)


def rerouted(path: Path, ways: Mapping[Path, Path]) -> Path:
    """The path, where what begins it leads another way."""
    for length in range(len(path), 0, -1) if ways else ():
        if path[:length] in ways:
            return (*ways[path[:length]], *path[length:])
    return path
