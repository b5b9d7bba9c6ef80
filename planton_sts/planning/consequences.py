# SPDX-License-Identifier: Apache-2.0
"""What a consequence of an update is, as data."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from planton_sts.comparison import Difference
from planton_sts.comparison.fields import KubeObject
from planton_sts.description.facts import Object

Level = Literal["none", "in place", "restarts", "refused", "data at risk"]

# From the least to the worst.
LEVELS: tuple[Level, ...] = get_args(Level)


@dataclass(frozen=True, slots=True)
class Consequence:
    """One thing that an update does to one object, or does not.

    Attributes:
        level: How bad it is: nothing happens; at once and without harm; pods stop or start anew; the server refuses
            it; data can be lost or are left behind.
        object: The object.
        words: What happens, for people; no value of a secret is in it.
        fields: The paths of the fields that say so; none for an object that comes or goes as a whole.
        commands: The way out, as commands of a shell; none where there is none, or none is needed.

    """

    level: Level
    object: Object
    words: str
    fields: tuple[str, ...] = ()
    commands: tuple[str, ...] = ()


def worst(found: Iterable[Consequence]) -> Level:
    """The worst level; `none` where nothing follows."""
    return LEVELS[max((LEVELS.index(each.level) for each in found), default=0)]


def paths(found: Iterable[Difference]) -> tuple[str, ...]:
    """Where the differences are, as a consequence has it."""
    return tuple(map(str, found))


def identity(kube_object: KubeObject) -> Object:
    """Which object it is."""
    metadata = kube_object.get("metadata") or {}
    return Object(str(kube_object.get("kind")), str(metadata.get("name")), metadata.get("namespace"))


def called(which: Object) -> str:
    """The object as people name it: `StatefulSet database/ledger`."""
    return f"{which.kind} {'/'.join(filter(None, (which.namespace, which.name)))}"
