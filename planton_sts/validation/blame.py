# SPDX-License-Identifier: Apache-2.0
"""Where exactly a rule is broken.

A rule about several values stands on the list, the map or the message that holds them all, and its id goes on to name
the field at which to look: `ports.name.unique`, or `labels.value` for what stands under the keys of a map. Which
elements are at fault is asked of the rule itself: those that it cannot hold with. So nothing here knows any rule.
"""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import Any, NamedTuple

import protovalidate
from google.protobuf.descriptor import FieldDescriptor
from protovalidate import Violation

from planton_sts.messages import Message, is_map
from planton_sts.paths import Key, Path

# How many values may be looked at in search of the elements at fault; beyond, their list is told.
ROOM = 150_000


class Spot(NamedTuple):
    """A place in a message.

    Attributes:
        path: The way to it.
        value: What stands there.
        field: The field it stands in; None for the message itself.
        holder: The message that has this field.

    """

    path: Path
    value: Any
    field: FieldDescriptor | None
    holder: Message

    def below(self, name: str) -> "Spot":
        """The field of that name."""
        field = self.value.DESCRIPTOR.fields_by_name[name]
        return Spot((*self.path, field.json_name), getattr(self.value, name), field, self.value)

    def element(self, key: int | str, value: Any) -> "Spot":
        """The element of a list, or the entry of a map."""
        return self._replace(path=(*self.path, key if isinstance(key, int) else Key(key)), value=value)


def follow(message: Message, violation: Violation) -> Spot:
    """Where the violation stands; one of a oneof stands at the message, for nobody writes the oneof's name."""
    spot = Spot((), message, None, message)
    for element in violation.proto.field.elements if violation.proto.field else ():
        if element.field_name not in spot.value.DESCRIPTOR.fields_by_name:
            break
        spot = spot.below(element.field_name)
        if element.subscript is not None:
            spot = spot.element(element.subscript.value, spot.value[element.subscript.value])
    return spot


def blamed(message: Message, violation: Violation) -> Iterator[Spot]:
    """Every place at fault."""
    names = violation.proto.rule_id.split(".")
    spot, rest = _down(follow(message, violation), names)
    if rest is None:
        yield spot
        return
    draft = deepcopy(message)
    start = follow(draft, violation)
    yield from _within(start, names, _Question(start, violation))


def _within(spot: Spot, names: Sequence[str], question: "_Question") -> Iterator[Spot]:
    """The places that the names lead to from the spot, through the elements at fault where they lead through a list."""
    spot, rest = _down(spot, names)
    if rest is None:
        yield spot
        return
    found = False
    for element in question.culprits(spot):
        found = True
        yield from _within(element, rest, question)
    if not found:
        yield spot


def _down(spot: Spot, names: Sequence[str]) -> tuple[Spot, Sequence[str] | None]:
    """Where the names lead from the spot, and those that go on to a field of elements; a name of no field is none."""
    for index, name in enumerate(names):
        if isinstance(spot.value, Message):
            spot = spot.below(name) if name in spot.value.DESCRIPTOR.fields_by_name else spot
        elif spot.field and spot.field.message_type and _is_of_element(name, spot.field):
            is_of_entry = is_map(spot.field) and name in spot.field.message_type.fields_by_name
            return spot, names[index + is_of_entry :]
    return spot, None


def _is_of_element(name: str, field: FieldDescriptor) -> bool:
    """Whether a list's or a map's element has a field of the name; an entry of a map has `key` and `value` too."""
    fields = field.message_type.fields_by_name
    held = fields["value"].message_type if is_map(field) else None
    return name in fields or (held is not None and name in held.fields_by_name)


class _Question:
    """Whether a rule is still broken, asked of a draft from which elements were taken."""

    def __init__(self, spot: Spot, violation: Violation) -> None:
        is_of_message = not (violation.proto.rule and violation.proto.rule.elements)
        self._judged = spot.value if is_of_message else spot.holder
        self._rule = violation.proto.rule_id
        self._left = ROOM // _size(self._judged)

    def culprits(self, spot: Spot) -> Iterator[Spot]:
        """The elements that the rule cannot hold with; none where it is broken without any, or the search too long."""
        many = _Elements(spot.value)
        if self._is_broken(many, []):
            return
        kept, out = self._parted(many)
        # One that refers to a later one is no fault once that is there.
        for key in list(out):
            if not self._is_broken(many, [*kept, key]):
                kept.append(key)
                out.remove(key)
        if self._left < 0:
            return
        for key in out:
            many.keep([*kept, key])
            yield spot.element(key, many.at(key))

    def _parted(self, many: "_Elements") -> tuple[list[Any], list[Any]]:
        """The elements that the rule holds with, and those that it does not hold with beside these before them."""
        kept: list[Any] = []
        out: list[Any] = []
        rest = many.keys
        while rest and self._is_broken(many, kept + rest):
            # With so many it holds, with so many it does not.
            some, more = 0, len(rest)
            while more - some > 1:
                half = (some + more) // 2
                some, more = (some, half) if self._is_broken(many, kept + rest[:half]) else (half, more)
            kept, out, rest = kept + rest[:some], [*out, rest[some]], rest[more:]
        return kept + rest, out

    def _is_broken(self, many: "_Elements", keys: list[Any]) -> bool:
        self._left -= 1
        if self._left < 0:
            return True
        many.keep(keys)
        return any(found.proto.rule_id == self._rule for found in protovalidate.collect_violations(self._judged))


class _Elements:
    """The elements of a list or the entries of a map of which some can be taken away."""

    def __init__(self, container: Any) -> None:
        self._container = container
        self._is_map = hasattr(container, "keys")
        self.keys: list[Any] = sorted(container) if self._is_map else list(range(len(container)))
        self._all = {key: deepcopy(container[key]) for key in self.keys}
        self._kept = self.keys

    def keep(self, keys: list[Any]) -> None:
        """Leave these, in their order, and no others."""
        self._kept = sorted(keys)
        if not self._is_map:
            del self._container[:]
            self._container.extend(self._all[key] for key in self._kept)
            return
        self._container.clear()
        for key in self._kept:
            if isinstance(self._all[key], Message):
                self._container[key].CopyFrom(self._all[key])
            else:
                self._container[key] = self._all[key]

    def at(self, key: Any) -> Any:
        """The element, where it stands now."""
        return self._container[key if self._is_map else self._kept.index(key)]


def _size(message: Message) -> int:
    """How many values there are in the message: its text form has a line for each."""
    return 1 + str(message).count("\n")
