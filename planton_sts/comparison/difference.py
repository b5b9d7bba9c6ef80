# SPDX-License-Identifier: Apache-2.0
"""Where two objects say different things."""

import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import repeat, zip_longest
from typing import Any, Literal

from planton_sts.comparison.authorship import authored
from planton_sts.comparison.fields import PLAIN, SET, UNKNOWN, Field, KubeObject, Type, kind_of, types
from planton_sts.comparison.filling import filled
from planton_sts.json_objects import at
from planton_sts.paths import Key, Path, Step, spell_whole
from planton_sts.quantity import amount
from planton_sts.secrecy import assigns_secret, looks_secret

Kind = Literal["value", "order"]

HIDDEN = "********"

# What the server gives to a Service that does not ask for it: not said by one side, it is no difference.
_GIVEN = {"clusterIP", "clusterIPs", "healthCheckNodePort", "ipFamilies", "ipFamilyPolicy", "nodePort"}


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that two objects say differently.

    Attributes:
        path: Where; elements of lists go by what Kubernetes tells them apart by, as far as it does.
        ours: What the one says, with its defaults; None for nothing, and hidden where it may be a secret.
        theirs: What the other says.
        kind: Whether the values differ, or only the order of elements, whose names are then ours and theirs.

    """

    path: Path
    ours: Any
    theirs: Any
    kind: Kind = "value"

    def __str__(self) -> str:
        """The path as people write it: `spec.template.spec.containers[app].env[PGDATA].value`."""
        return spell_whole(self.path)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where two values stand.

    Attributes:
        path: The way there.
        field: What is known of the field.
        is_secret: Whether what stands there may be a secret.

    """

    path: Path
    field: Field
    is_secret: bool = False

    @property
    def holds(self) -> Type:
        """What is known of what stands there."""
        return types().get(self.field.holds, UNKNOWN)


def differences(ours: KubeObject, theirs: KubeObject) -> list[Difference]:
    """Everything in which the two objects of a kind differ, but for what the server and its controllers write.

    Kubernetes' defaults are filled in on both sides, and amounts are compared as amounts.
    """
    one, other = filled(authored(ours)), filled(authored(theirs))
    whole = _Place((), PLAIN, is_secret=ours.get("kind") == "Secret")
    return list(_mappings(one, other, kind_of(ours), whole))


def _mappings(ours: dict[str, Any], theirs: dict[str, Any], of: Type, place: _Place) -> Iterator[Difference]:
    for name in _names(ours, theirs):
        one, other = ours.get(name), theirs.get(name)
        if name not in _GIVEN or not _is_given(one, other):
            below = _member(place, of, name, is_secret=_is_secret(ours) or _is_secret(theirs))
            yield from _values(one, other, below)


def _values(ours: Any, theirs: Any, place: _Place) -> Iterator[Difference]:
    if isinstance(ours, dict) and isinstance(theirs, dict):
        if place.field.is_map:
            for key in _names(ours, theirs):
                yield from _values(ours.get(key), theirs.get(key), _entry(place, key))
        else:
            yield from _mappings(ours, theirs, place.holds, place)
    elif isinstance(ours, list) and isinstance(theirs, list):
        yield from _lists(ours, theirs, place)
    elif not _is_same(ours, theirs, place.field):
        yield _different(ours, theirs, place)


def _lists(ours: list[Any], theirs: list[Any], place: _Place) -> Iterator[Difference]:
    one, other = _keys(ours, place.field), _keys(theirs, place.field)
    if one is None or other is None:
        yield from _unkeyed(ours, theirs, place)
        return
    # By the first key alone, where that is enough.
    often = {first for keys in (one, other) for first, count in Counter(key[0] for key in keys).items() if count > 1}
    before, after = _labelled(ours, one, often), _labelled(theirs, other, often)
    for label in _names(before, after):
        yield from _values(before.get(label), after.get(label), _element(place, label))
    ordered = [str(label) for label in before if label in after], [str(label) for label in after if label in before]
    if ordered[0] != ordered[1]:
        yield Difference(place.path, *ordered, "order")


def _keys(elements: list[Any], field: Field) -> list[tuple[str, ...]] | None:
    """What Kubernetes tells each of the elements from the others by; None where it has nothing for that."""
    if field.keys in ((), SET) or any(at(element, *field.keys[0].split(".")) is None for element in elements):
        return None
    return [tuple(str(at(element, *key.split("."))) for key in field.keys) for element in elements]


def _labelled(elements: list[Any], keys: list[tuple[str, ...]], often: set[str]) -> dict[Key, Any]:
    """The elements by their keys, as steps; the second of the same key has its number."""
    found, met = {}, Counter[str]()
    for element, key in zip(elements, keys, strict=True):
        text = "/".join(key) if key[0] in often else key[0]
        met[text] += 1
        found[Key(text if met[text] == 1 else f"{text}#{met[text]}")] = element
    return found


def _unkeyed(ours: list[Any], theirs: list[Any], place: _Place) -> Iterator[Difference]:
    """What differs in lists whose elements go by their numbers, or by nothing where they are plain values."""
    if any(isinstance(element, dict) for element in (*ours, *theirs)):
        pairs = enumerate(zip_longest(ours, theirs))
        found = [each for index, pair in pairs for each in _values(*pair, _element(place, index))]
    else:
        is_same = len(ours) == len(theirs) and all(map(_is_same, ours, theirs, repeat(PLAIN)))
        found = [] if is_same else [_different(ours, theirs, place)]
    if found and _in_order(ours) == _in_order(theirs):
        found = [] if place.field.keys == SET else [_different(ours, theirs, place, "order")]
    yield from found


def _different(ours: Any, theirs: Any, place: _Place, kind: Kind = "value") -> Difference:
    return Difference(place.path, _shown(ours, place), _shown(theirs, place), kind)


def _names(ours: dict[Any, Any], theirs: dict[Any, Any]) -> Iterable[Any]:
    return dict.fromkeys((*ours, *theirs))


def _member(place: _Place, of: Type, name: str, *, is_secret: bool) -> _Place:
    """The place of a field; a value is secret beside a name that looks so, and so are a Secret's data."""
    is_within = place.is_secret and (place.path != () or name in {"data", "stringData"})
    return _Place((*place.path, name), of.fields.get(name, PLAIN), is_within or (name == "value" and is_secret))


def _entry(place: _Place, key: str) -> _Place:
    return _Place((*place.path, Key(key)), Field(place.field.holds), place.is_secret or looks_secret(key))


def _element(place: _Place, label: Step) -> _Place:
    return _Place((*place.path, label), Field(place.field.holds), place.is_secret)


def _is_given(ours: Any, theirs: Any) -> bool:
    """Whether one side leaves to the server what the other has; without an address is a choice."""
    return (ours is None or theirs is None) and "None" not in (ours, theirs)


def _is_secret(mapping: dict[str, Any]) -> bool:
    """Whether the value in the mapping, if it has one, may be a secret."""
    return "value" in mapping and looks_secret(str(mapping.get("name", "")))


def _is_same(ours: Any, theirs: Any, field: Field) -> bool:
    if field.holds == "Quantity" and None not in (ours, theirs):
        return _counted(ours) == _counted(theirs)
    return ours == theirs and isinstance(ours, bool) is isinstance(theirs, bool)


def _in_order(elements: list[Any]) -> list[str]:
    return sorted(json.dumps(element, sort_keys=True, default=str) for element in elements)


def _counted(quantity: Any) -> int | str:
    """The amount in thousandths, finer than which the server counts none; the text itself where it is none."""
    try:
        return math.ceil(amount(str(quantity)) * 1000)
    except ValueError:
        return str(quantity)


def _shown(value: Any, place: _Place) -> Any:
    """The value, with what may be secret hidden."""
    if isinstance(value, dict):
        if place.field.is_map:
            return {key: _shown(held, _entry(place, key)) for key, held in value.items()}
        places = {name: _member(place, place.holds, name, is_secret=_is_secret(value)) for name in value}
        return {name: _shown(held, places[name]) for name, held in value.items()}
    if isinstance(value, list):
        return [_shown(element, _element(place, index)) for index, element in enumerate(value)]
    is_hidden = place.is_secret and not isinstance(value, bool | None)
    return HIDDEN if is_hidden or (isinstance(value, str) and assigns_secret(value)) else value
