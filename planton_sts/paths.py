# SPDX-License-Identifier: Apache-2.0
"""Paths of fields, as steps for programs and as text for people."""

import json
import re

# A step is the JSON name of a field, the index of a list's element, or the key of a map's entry.
Step = str | int
Path = tuple[Step, ...]

_PLAIN_KEY = re.compile(r"[^\][\"\s]+")


class Key(str):
    """The key of a map's entry, which people write in brackets."""

    __slots__ = ()


def spell(path: Path) -> str:
    """The path as a user writes it: `spec.container.app.ports[0].name`, `metadata.labels[team]`."""
    return "".join(_spell_step(step) for step in path).removeprefix(".")


def _spell_step(step: Step) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    if isinstance(step, Key):
        return f"[{step}]" if _PLAIN_KEY.fullmatch(step) else f"[{json.dumps(step, ensure_ascii=False)}]"
    return f".{step}"


def camel_case(name: str) -> str:
    """A field's name as manifests spell it."""
    head, *rest = name.split("_")
    return head + "".join(word.capitalize() for word in rest)
