# SPDX-License-Identifier: Apache-2.0
"""Lists and maps that hold more than their protos allow: told, and looked at no further.

The engine would ask each rule of each element all the same, and that takes minutes and gibibytes where there are many.
"""

import sys
from functools import cache
from typing import Any, NamedTuple

from google.protobuf.descriptor import Descriptor, FieldDescriptor

from planton_sts.bounds import most, too_long
from planton_sts.descent import elements, reachable
from planton_sts.messages import Message, json_name, type_in
from planton_sts.paths import Path
from planton_sts.problems import Complaint, Finding
from planton_sts.validation.engine import TOO_MANY

# A shorter one is left to the engine, even where a service's own rules allow fewer.
SHORT = 1_000
# Lists that stand within one list may have so many elements in all; a StatefulSet has no room for more.
MOST_WITHIN = 5_000


class Long(NamedTuple):
    """A list or a map that is too long, and the message that has it."""

    holder: Message
    name: str
    finding: Finding


class Way(NamedTuple):
    """A field that holds elements to count, or that leads on to some.

    Attributes:
        field: The field.
        name: Its name in the schema.
        json_name: Its name in manifests.
        is_repeated: Whether it is a list or a map.
        most: How many elements it may have; None where any number will do.
        leads_on: Whether what it holds has such fields.

    """

    field: FieldDescriptor
    name: str
    json_name: str
    is_repeated: bool
    most: int | None
    leads_on: bool


def shortened(message: Message) -> tuple[Message, list[Finding]]:
    """The message without the lists and maps that are too long, and what is to be said of these."""
    # Each element takes a byte at least; this spares most messages the search.
    if message.ByteSize() <= SHORT or not _long(message):
        return message, []
    rest = type(message)()
    rest.CopyFrom(message)
    long = _long(rest)
    for holder, name, _ in long:
        holder.ClearField(name)
    return rest, [one.finding for one in long]


def _long(message: Message) -> list[Long]:
    found: list[Long] = []
    _count(message, (), found)
    return found


def _count(message: Any, path: Path, found: list[Long]) -> int:
    """Add what is too long within the message, and give the number of elements in all the rest."""
    count, ways = 0, _ways(message.DESCRIPTOR)
    for field, value in message.ListFields() if ways else ():
        way = ways.get(field.name)
        if way is None:
            continue
        below = (*path, way.json_name)
        if not way.is_repeated:
            count += _count(value, below, found)
            continue
        number, complaint = _judged(value, way, below, found)
        if complaint:
            found.append(Long(message, way.name, Finding(below, complaint)))
        else:
            count += number
    return count


def _judged(many: Any, way: Way, path: Path, found: list[Long]) -> tuple[int, Complaint | None]:
    """The number of elements in a list or a map and within them, and what is to be said if there are too many."""
    if way.most and len(many) > way.most:
        return 0, too_long(way.field)
    within: list[Long] = []
    number = sum(_count(held, (*path, step), within) for step, held in elements(many)) if way.leads_on else 0
    if way.most and number > MOST_WITHIN:
        return 0, TOO_MANY
    found += within
    return (number + len(many) if way.most else 0), None


@cache
def _ways(descriptor: Descriptor) -> dict[str, Way]:
    """The ways from messages of the type, by the names of the fields."""
    found = {}
    for field in descriptor.fields:
        held = type_in(field)
        leads_on = held is not None and any(_is_bounded(below) for one in reachable(held) for below in one.fields)
        if leads_on or _is_bounded(field):
            bound = max(most(field), SHORT) if _is_bounded(field) else None
            found[field.name] = Way(field, field.name, json_name(field), field.is_repeated, bound, leads_on)
    return found


def _is_bounded(field: FieldDescriptor) -> bool:
    return most(field) < sys.maxsize
