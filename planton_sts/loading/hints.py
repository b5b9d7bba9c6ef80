# SPDX-License-Identifier: Apache-2.0
"""What a key means that is not known where it stands: a field beside it or elsewhere, or one of Kubernetes."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from google.protobuf.descriptor import Descriptor, FieldDescriptor
from yaml import Node, ScalarNode

from planton_sts.descent import reachable
from planton_sts.loading import kubernetes
from planton_sts.loading.forms import fits, value_member, written
from planton_sts.loading.meanings import ANY, MEANT, Meant, instead
from planton_sts.loading.scalars import reader
from planton_sts.messages import Container, KubernetesStatefulSetContainerApp, fields_of, type_in
from planton_sts.paths import Key, Path, camel_case, rerouted, spell
from planton_sts.problems import Complaint, Refusal
from planton_sts.wording import closest, did_you_mean, or_list

# Two places can be told apart in a sentence.
_FEW = 2

# The platform writes it.
# Services too, but who writes a field of a Service at another place means the one for clients.
SECOND = {"headless_service", "pod_services"}
REPORTED = "status"

SIDECAR = Container.DESCRIPTOR
CONTAINERS = {SIDECAR, KubernetesStatefulSetContainerApp.DESCRIPTOR}


class Stray(NamedTuple):
    """A key that no field has where it stands.

    Attributes:
        key: The key.
        path: The way to the message that it was written into.
        root: Type of the message that the document stands for.
        value: What stands behind the key; None where that is not known.

    """

    key: str
    path: Path
    root: Descriptor
    value: Node | None = None


class Guess(NamedTuple):
    """What such a key probably means: the places of the fields, and what to write instead."""

    places: list[Path]
    hint: str


class Home(NamedTuple):
    """A place of a field that can be reached by names alone."""

    path: Path
    field: Any
    is_in_container: bool


def unknown(rule: str, stray: Stray, ways: Mapping[Path, Path]) -> Complaint:
    """The complaint about the key, where some paths lead another way."""
    _, message = way(stray.path, stray.root)[-1]
    holder = spell(rerouted(stray.path, ways)) or message.name
    return Complaint(rule, f"must be a field of `{holder}`", guess(stray).hint)


def guess(stray: Stray) -> Guess:
    """What the key probably means."""
    stray = stray._replace(key=camel_case(stray.key))
    _, message = way(stray.path, stray.root)[-1]
    rows, near = MEANT.get(message.name, {}), meant(stray.key, message)
    beside = Guess([(*stray.path, near)] if near else [], did_you_mean(near))
    if stray.key in rows:
        return _as_told(rows[stray.key], stray, message)
    if near and not kubernetes.is_known(stray.key):
        return beside
    if ANY in rows:
        return _as_told(rows[ANY], stray, message)
    if 0 < len(places := _nearest(stray)) <= _FEW:
        return _elsewhere(places, stray.value)
    # What has a place, but not for such a value, is not missing.
    if not _nearest(stray._replace(value=None)) and (missing := _missing(stray, message)):
        return Guess([], missing)
    return beside if near and fits(fields_of(message)[near], stray.value) else Guess([], "")


def _elsewhere(places: list[Home], value: Node | None) -> Guess:
    paths = [home.path for home in places]
    form = next((f"; {written(home.field)}" for home in places if not fits(home.field, value)), "")
    return Guess(paths, f"it belongs at {or_list(map(spell, paths))}{form}")


def meant(key: str, message: Descriptor) -> str | None:
    """The field of the message that the key probably means."""
    return closest(key, (field.json_name for field in message.fields))


def _as_told(row: Meant, stray: Stray, message: Any) -> Guess:
    """What the table says; of several fields, the first that takes the value is asked for."""
    if not row.fields:
        return Guess([], _missing(stray, message, row.words) or row.words)
    taking = (name for name in row.fields if _takes(fields_of(message)[name], stray.value))
    return Guess([(*stray.path, name) for name in row.fields], row.words or did_you_mean(next(taking, row.fields[0])))


def _takes(field: FieldDescriptor, node: Node | None) -> bool:
    """Whether the field takes the value; below its form, only scalars are looked at."""
    if not isinstance(node, ScalarNode) or field.message_type is not None or not fits(field, node):
        return fits(field, node)
    try:
        reader(field)(node)
    except Refusal:
        return False
    return True


def _missing(stray: Stray, message: Descriptor, words: str = "") -> str:
    """That Kubernetes has the field and this API has not, and what to do instead; nothing of another key."""
    key, is_elsewhere = stray.key, stray.key in _names(stray.root)
    if not kubernetes.is_known(key) or (is_elsewhere and not kubernetes.counterpart_has(message.name, key)):
        return ""
    in_sidecar = SIDECAR in (held for _, held in way(stray.path, stray.root))
    where = " here" if is_elsewhere else ""
    words = words or instead(key, in_sidecar=in_sidecar)
    return f"it is a field of Kubernetes that this API does not have{where}; {words}"


@cache
def _names(root: Descriptor) -> set[str]:
    """The names of all fields below the message."""
    return {field.json_name for message in reachable(root) for field in message.fields}


def homes(key: str, path: Path, root: Descriptor) -> list[Path]:
    """Where the key belongs that was written at the path: the places nearest to it, in no other container."""
    return [home.path for home in _nearest(Stray(key, path, root))]


def _nearest(stray: Stray) -> list[Home]:
    """The places nearest to the key, that take its value or say how to write it."""
    in_container = False
    for above, message in reversed(way(stray.path, stray.root)):
        # What leads on from here into a container leads into another one.
        places = (home for home in _homes(message).get(stray.key, []) if not (in_container and home.is_in_container))
        below = (home._replace(path=(*above, *home.path)) for home in places)
        found = [home for home in below if home.path != stray.path[: len(home.path)]]
        if taking := [home for home in found if fits(home.field, stray.value) or written(home.field)]:
            return [home for home in taking if len(home.path) == min(len(home.path) for home in taking)]
        in_container |= message in CONTAINERS
    return []


def way(path: Path, root: Descriptor) -> list[tuple[Path, Any]]:
    """The messages on the way to the one at the path, the root first."""
    message: Any = root
    found: list[tuple[Path, Any]] = [((), root)]
    for end, step in enumerate(path, 1):
        if isinstance(step, str) and not isinstance(step, Key):
            field = fields_of(message)[step]
            message = type_in(field) or message
            if field.is_repeated:
                continue
        found.append((path[:end], message))
    return found


@cache
def _homes(message: Descriptor) -> dict[str, list[Home]]:
    """Every place below the message of every name, in either spelling."""
    found: dict[str, list[Home]] = {}
    for home in _places(message, (), is_in_container=False):
        for name in {home.field.name, home.field.json_name}:
            found.setdefault(name, []).append(home)
    return found


def _places(message: Descriptor, above: Path, *, is_in_container: bool) -> Iterator[Home]:
    """The fields that can be reached by names alone; what a scalar stands for needs no longer way."""
    for field in message.fields:
        path, below = (*above, field.json_name), field.message_type
        if field.name != REPORTED:
            leads_in = is_in_container or below in CONTAINERS
            yield Home(path, field, leads_in)
            if below is not None and not field.is_repeated and field.name not in SECOND and not value_member(below):
                yield from _places(below, path, is_in_container=leads_in)


def stood_for(path: Path, root: Descriptor) -> list[Path]:
    """The places that an unknown key probably means, by the path of the problem with it."""
    *above, last = path or ("",)
    _, message = way(tuple(above), root)[-1]
    known = fields_of(message)
    is_name = isinstance(last, str) and not isinstance(last, Key)
    if is_name and last not in known:
        return guess(Stray(str(last), tuple(above), root)).places
    field = known.get(str(last if is_name else above[-1] if above else ""))
    if field is None or field.is_repeated == is_name:
        return []
    # Near a secret the key is not shown, and may stand for any field of the message that has it.
    return [(*path, held.json_name) for held in way(path, root)[-1][1].fields]
