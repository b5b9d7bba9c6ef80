# SPDX-License-Identifier: Apache-2.0
"""Where exactly a rule is broken.

A rule about several values stands on the list, the map or the message that holds them all, and its id goes on to name
the field at which to look: `ports.name.unique`, or `labels.value` for what stands under the keys of a map. Which
elements are at fault is asked of the rule itself, by itself: those that it cannot hold with. A rule whose message has
lines that begin with fields says so itself, and with which words. Nothing here knows a rule.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from copy import deepcopy
from typing import Any, NamedTuple

import protovalidate
from google.protobuf.descriptor import FieldDescriptor
from protovalidate import Violation

from planton_sts.messages import Message, fields_of, is_map, json_name, type_in
from planton_sts.paths import Key, Path, Step, parse
from planton_sts.validation.isolation import as_isolated, isolated

# How many values may be looked at in search of elements at fault, for one message; beyond, their lists are told.
ROOM = 3_000_000


class Room:
    """How much of the search is left."""

    def __init__(self) -> None:
        self.left = ROOM

    def take(self, values: int) -> None:
        """Count so many values."""
        self.left -= values
        if self.left < 0:
            raise Enough


class Enough(Exception):  # noqa: N818 - it never leaves this module
    """The search takes too long."""


class Spot(NamedTuple):
    """A place in a message.

    Attributes:
        path: The way to it.
        value: What stands there.
        field: The field it stands in; None for the message itself.
        holder: The message that has this field.
        fields: The names of the fields on the way.
        words: What the rule says of this place in particular; empty where it says one thing of all.

    """

    path: Path
    value: Any
    field: FieldDescriptor | None
    holder: Message
    fields: tuple[str, ...] = ()
    words: str = ""

    def below(self, name: str) -> "Spot":
        """The field of that name."""
        field = self.value.DESCRIPTOR.fields_by_name[name]
        path, fields = (*self.path, field.json_name), (*self.fields, name)
        return Spot(path, getattr(self.value, name), field, self.value, fields)

    def element(self, key: int | str) -> "Spot":
        """The element of a list, or the entry of a map."""
        return self._replace(path=(*self.path, key if isinstance(key, int) else Key(key)), value=self.value[key])


def follow(message: Message, violation: Violation) -> Spot:
    """Where the violation stands; one of a oneof stands at the message, for nobody writes the oneof's name."""
    spot = Spot((), message, None, message)
    for element in violation.proto.field.elements if violation.proto.field else ():
        if element.field_name not in spot.value.DESCRIPTOR.fields_by_name:
            break
        spot = spot.below(element.field_name)
        if element.subscript is not None:
            spot = spot.element(element.subscript.value)
    return spot


def is_of_message(violation: Violation) -> bool:
    """Whether the rule stands on a message, rather than on a field."""
    return not (violation.proto.rule and violation.proto.rule.elements)


def blamed(message: Message, violation: Violation, room: Room) -> Iterator[Spot]:
    """Every place at fault."""
    names = violation.proto.rule_id.split(".")
    start = follow(message, violation)
    if _FIELD.match(violation.proto.message):
        yield from _told(start, violation.proto.message)
        return
    spot, rest = _down(start, names)
    if rest is None:
        yield spot
        return
    field = None if is_of_message(violation) else start.field
    holder = start.holder if field else start.value
    kind = isolated(holder.DESCRIPTOR, field, violation.proto.rule_id)
    judged = as_isolated(holder, kind)
    draft = getattr(judged, field.name) if field else judged
    yield from _within(start, draft, names, _Question(judged, room))


# How a line begins that tells of a field of the spec, such as "`spec.pod.hostPID` must not be true".
_FIELD = re.compile(r"`spec\.([^`\n]+)` (.+)")


def _told(spec: Spot, message: str) -> Iterator[Spot]:
    """The places that the lines of the message begin with."""
    for field, words in _FIELD.findall(message):
        for place in _called(spec, parse(field)[0]):
            yield place._replace(words=words)


def _called(spot: Spot, steps: Sequence[Step]) -> Iterator[Spot]:
    """The places that the steps lead to from the spot, to elements of lists by their names; as far as they do."""
    if not steps:
        yield spot
        return
    step, rest = str(steps[0]), steps[1:]
    if isinstance(spot.value, Message) and step in fields_of(spot.value.DESCRIPTOR):
        yield from _called(spot.below(fields_of(spot.value.DESCRIPTOR)[step].name), rest)
        return
    named = [index for index, held in enumerate(_messages(spot)) if _is_called(held, step) and _says(held, rest)]
    for end in map(spot.element, named):
        yield from _called(end, rest)
    if not named:
        yield spot


def _messages(spot: Spot) -> Sequence[Any]:
    """The elements of the list at the spot, where it is one of messages."""
    if spot.field is None or not spot.field.is_repeated or isinstance(spot.value, Message):
        return []
    return [held for held in spot.value if isinstance(held, Message)]


def _is_called(message: Any, name: str) -> bool:
    """Whether the message has this name."""
    return "name" in message.DESCRIPTOR.fields_by_name and message.name == name


def _says(message: Message, steps: Sequence[Step]) -> bool:
    """Whether the message has something in the field that the steps begin with."""
    return not steps or any(json_name(field) == steps[0] for field, _ in message.ListFields())


def _within(spot: Spot, draft: Any, names: Sequence[str], question: "_Question") -> Iterator[Spot]:
    """The places that the names lead to from the spot, through the elements at fault where they lead through a list."""
    end, rest = _down(spot, names)
    for field in end.fields[len(spot.fields) :]:
        draft = getattr(draft, field)
    found = False
    for key, element in question.culprits(draft) if rest is not None else ():
        found = True
        yield from _within(end.element(key), element, rest or (), question)
    if not found:
        yield end


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
    held = type_in(field)
    return name in field.message_type.fields_by_name or (held is not None and name in held.fields_by_name)


class _Question:
    """Whether a rule is still broken, asked of a draft from which elements were taken."""

    def __init__(self, judged: Message, room: Room) -> None:
        self._judged = judged
        self._room = room
        # The text form has a line for each value.
        self._size = 1 + str(judged).count("\n")

    def culprits(self, container: Any) -> Iterator[tuple[Any, Any]]:
        """The elements that the rule cannot hold with, by key; none where it is broken without any.

        Where the search takes too long, those that are found until then.
        """
        many = _Elements(container)
        with suppress(Enough):
            if self._is_broken(many, []):
                return
            kept, out = self._parted(many)
            for key in out:
                # One that refers to a later one is no fault once that is there.
                if self._is_broken(many, [*kept, key]):
                    yield key, many.at(key)
                else:
                    kept.append(key)

    def _parted(self, many: "_Elements") -> tuple[list[Any], list[Any]]:
        """The elements that the rule holds with, and those that it does not hold with beside these before them."""
        kept: list[Any] = []
        out: list[Any] = []
        rest = many.keys
        while rest:
            # With so many it holds, with so many it does not.
            some, more = 0, 1
            while not self._is_broken(many, kept + rest[:more]):
                if more >= len(rest):
                    return kept + rest, out
                some, more = more, 2 * more
            more = min(more, len(rest))
            while more - some > 1:
                half = (some + more) // 2
                some, more = (some, half) if self._is_broken(many, kept + rest[:half]) else (half, more)
            kept, out, rest = kept + rest[:some], [*out, rest[some]], rest[more:]
        return kept, out

    def _is_broken(self, many: "_Elements", keys: list[Any]) -> bool:
        # The engine copies a list for each element that it adds to it: a twentieth of a look for each copied.
        self._room.take(self._size + len(keys) ** 2 // 20)
        many.keep(keys)
        try:
            return bool(protovalidate.collect_violations(self._judged))
        except (protovalidate.CompilationError, protovalidate.EvaluationError):
            # A rule of somebody else's may need what it was parted from.
            raise Enough from None


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
