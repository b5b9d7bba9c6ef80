# SPDX-License-Identifier: Apache-2.0
"""What somebody meant who wrote a key that is not known where it stands."""

from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from google.protobuf.descriptor import Descriptor

from planton_sts.loading.expected import value_member
from planton_sts.paths import Path, spell
from planton_sts.wording import closest, listed

# Names are shorter; comparing is slow.
_LONGEST = 64

# Two places can be told apart in a sentence.
_FEW = 2

# The platform writes it.
REPORTED = "status"


def meant(key: str, message: Descriptor) -> str | None:
    """The field of the message that the key probably means."""
    return closest(key, (field.json_name for field in message.fields)) if len(key) <= _LONGEST else None


def homes(key: str, path: Path, root: Descriptor) -> list[Path]:
    """Where the key belongs that was written at the path: the places nearest to it."""
    known = _homes(root).get(key, [])
    nearest = min((_distance(path, home) for home in known), default=None)
    return [home for home in known if _distance(path, home) == nearest]


def _distance(path: Path, home: Path) -> tuple[int, int]:
    """Less for what shares more of the way, and for what is less deep."""
    shared = takewhile(lambda steps: steps[0] == steps[1], zip(path, home, strict=False))
    return -len(list(shared)), len(home)


def unknown(key: str, path: Path, message: Descriptor, root: Descriptor) -> tuple[str, str]:
    """What a key below the path must be, which no field of the message there has, and what to write instead."""
    must = f"must be a field of `{spell(path) or message.name}`"
    if near := meant(key, message):
        return must, f"did you mean `{near}`?"
    places = homes(key, path, root)
    return must, f"it belongs at {listed(map(spell, places))}" if 0 < len(places) <= _FEW else ""


@cache
def _homes(root: Descriptor) -> dict[str, list[Path]]:
    """Every place of every name, in either spelling."""
    found: dict[str, list[Path]] = {}
    for name, path in _places(root, ()):
        places = found.setdefault(name, [])
        if path not in places:
            places.append(path)
    return found


def _places(message: Descriptor, above: Path) -> Iterator[tuple[str, Path]]:
    """The fields that can be reached by names alone; what a scalar stands for needs no longer way."""
    for field in message.fields:
        path = (*above, field.json_name)
        if field.name != REPORTED:
            yield field.name, path
            yield field.json_name, path
            below = field.message_type
            if below is not None and not field.is_repeated and not value_member(below):
                yield from _places(below, path)
