# SPDX-License-Identifier: Apache-2.0
"""The cases of tests/rules/*.yaml: inputs, and which rules they break where."""

import copy
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import yaml
from google.protobuf.json_format import ParseDict
from google.protobuf.message import Message

from planton_sts import messages
from tables import HERE


@dataclass(frozen=True)
class Case:
    """One input of a rule table.

    Attributes:
        id: File and name of the case.
        message: The input as a message.
        breaks: Path to the ids of the rules broken there; empty for a valid input.

    """

    id: str
    message: Message
    breaks: dict[str, list[str]]


def cases() -> list[Case]:
    """Every case of every table."""
    return [case for path in sorted(HERE.glob("rules/*.yaml")) for case in _of_table(path.stem, path.read_text())]


def _of_table(stem: str, text: str) -> Iterable[Case]:
    table = yaml.safe_load(text)
    kind = getattr(messages, table["message"])
    for row in table["cases"]:
        given = row["input"] if "input" in row else patched(table["valid"], row.get("set", {}))
        message = ParseDict(_repeated(given), kind())
        yield Case(f"{stem}: {row['name']}", message, {p: _listed(ids) for p, ids in row.get("breaks", {}).items()})


def patched(base: Any, patch: Any) -> Any:
    """The base with the patch merged in, as RFC 7386 says: null deletes, a list replaces."""
    if not isinstance(patch, dict):
        return patch
    merged = copy.deepcopy(base) if isinstance(base, dict) else {}
    for key, value in patch.items():
        if value is None:
            merged.pop(key, None)
        else:
            merged[key] = patched(merged.get(key), value)
    return merged


def _repeated(value: Any) -> Any:
    """The value with each `{repeat: text, times: n}` written out; of a mapping, each `#` in its key is a number."""
    if isinstance(value, dict):
        if set(value) == {"repeat", "times"}:
            again, times = value["repeat"], value["times"]
            if isinstance(again, dict):
                return {key.replace("#", str(n)): one for n in range(times) for key, one in again.items()}
            return again * times
        return {_repeated_key(key): _repeated(item) for key, item in value.items()}
    return [_repeated(item) for item in value] if isinstance(value, list) else value


def _repeated_key(key: Any) -> Any:
    """The key, or `a*300` written out."""
    text, star, times = str(key).rpartition("*")
    return text * int(times) if star and times.isdigit() and text else key


def _listed(ids: Any) -> list[str]:
    return sorted(ids) if isinstance(ids, list) else [ids]
