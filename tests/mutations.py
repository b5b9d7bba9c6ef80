# SPDX-License-Identifier: Apache-2.0
"""Manifests that are nearly right: the examples and golden inputs with something in them changed, any field alike.

What there is to change comes from the descriptors, and what to put there from the fact tables, the rule tables and the
manifests themselves, so that a field which is added is changed too, to what its rules' cases say of it.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from random import Random
from typing import Any

from google.protobuf.descriptor import Descriptor, FieldDescriptor
from google.protobuf.message import Message
from google.protobuf.message_factory import GetMessageClass

from planton_sts import KubernetesStatefulSetStackInput
from rules_table import cases
from tables import facts
from valid import CASES, case

Steps = tuple[FieldDescriptor, ...]

NUMBERS = [-(2**31), -1, 0, 1, 2, 7, 80, 443, 511, 512, 5432, 8080, 65535, 65536, 86401, 2**31 - 1]
TEXTS = ["", " ", "a", "A", "a b", "a\nb", "a\tb", "é", "\x7f", "a" * 52, "a" * 53, "a" * 63, "a" * 64, "a" * 254, "0"]
TEXTS += [
    "$(A)",
    "$$(A)",
    "true",
    "null",
    "1e3",
    "..",
    "../a",
    "/",
    "/proc/1",
    "a/../b",
    "%41",
    "{}",
    "[]",
    "-",
    "_",
    ".",
]
TEXTS += [
    "app",
    "app.kubernetes.io/name",
    "kubernetes.io/a",
    "127.0.0.1",
    "::1",
    "256.1.1.1",
    "*.a.example",
    "0%",
    "101%",
]


def draw(number: int) -> KubernetesStatefulSetStackInput:
    """The draw of that number, the same at every time: a base with one to three changes."""
    random = Random(number)  # noqa: S311 - nothing here is secret
    message = KubernetesStatefulSetStackInput()
    message.CopyFrom(random.choice(bases()))
    for _ in range(random.randint(1, 3)):
        change(message, random)
    return message


def placed(message: Message) -> KubernetesStatefulSetStackInput:
    """A stack input that holds the message where one of its type can stand, and is right but for it."""
    if isinstance(message, KubernetesStatefulSetStackInput):
        return message
    placing = KubernetesStatefulSetStackInput()
    placing.CopyFrom(case("everything"))
    *steps, last = next(steps for steps in targets() if held_type(steps[-1]) is message.DESCRIPTOR)
    held: Any = placing
    for step in steps:
        held = entered(held, step, Random(0))  # noqa: S311 - nothing here is secret
    _put(getattr(held, last.name), last, message)
    return placing


def _put(held: Any, field: FieldDescriptor, message: Message) -> None:
    """Make the message the value of the field, or the first of its values."""
    if is_map(field):
        held = held["A"]
    elif field.is_repeated:
        held = held[0] if held else held.add()
    held.CopyFrom(message)
    held.SetInParent()


def change(message: Message, random: Random) -> None:
    """Change one field somewhere in the message, any that there could be alike."""
    *steps, last = random.choice(targets())
    for step in steps:
        message = entered(message, step, random)
    if random.random() < 0.1:
        message.ClearField(last.name)
    elif is_map(last):
        change_map(message, last, random)
    elif last.is_repeated:
        change_list(getattr(message, last.name), last, random)
    elif last.message_type:
        getattr(message, last.name).CopyFrom(grafted(last.message_type, random))
    else:
        setattr(message, last.name, value(last, random))


@cache
def bases() -> list[KubernetesStatefulSetStackInput]:
    """What is changed: each of the examples and golden inputs."""
    return [case(name) for name in CASES]


@cache
def targets() -> list[Steps]:
    """Every field that a stack input can hold, by the fields that lead there."""
    return list(_targets(KubernetesStatefulSetStackInput.DESCRIPTOR, ()))


def _targets(descriptor: Descriptor, outer: tuple[Descriptor, ...]) -> Iterator[Steps]:
    for field in descriptor.fields:
        yield (field,)
        within = held_type(field)
        if within and within not in (*outer, descriptor):
            yield from ((field, *steps) for steps in _targets(within, (*outer, descriptor)))


def held_type(field: FieldDescriptor) -> Descriptor | None:
    """The type of the messages that the field holds, under keys or not."""
    return field.message_type.fields_by_name["value"].message_type if is_map(field) else field.message_type


def is_map(field: FieldDescriptor) -> bool:
    return bool(field.message_type and field.message_type.GetOptions().map_entry)


def entered(message: Message, field: FieldDescriptor, random: Random) -> Message:
    """A message that the field holds; it gets one if it holds none."""
    held: Any = getattr(message, field.name)
    if is_map(field):
        return held[random.choice(sorted(held)) if held else "A"]
    if field.is_repeated:
        return random.choice(held) if held else held.add()
    if not message.HasField(field.name):
        held.CopyFrom(grafted(field.message_type, random))
        held.SetInParent()
    return held


def change_map(message: Message, field: FieldDescriptor, random: Random) -> None:
    """Add an entry, or give one another name or value."""
    held: Any = getattr(message, field.name)
    key, content = field.message_type.fields_by_name["key"], field.message_type.fields_by_name["value"]
    name = value(key, random, field) if not held or random.random() < 0.5 else random.choice(sorted(held))
    if content.message_type:
        held[name].CopyFrom(grafted(content.message_type, random))
    else:
        held[name] = value(content, random, field)


def change_list(held: Any, field: FieldDescriptor, random: Random) -> None:
    """Add an element, repeat one, or take one away."""
    choice = random.random()
    if held and choice < 0.2:
        del held[random.randrange(len(held))]
    elif held and choice < 0.4:
        held.append(random.choice(held))
    else:
        held.append(grafted(field.message_type, random) if field.message_type else value(field, random))


def grafted(descriptor: Descriptor, random: Random) -> Message:
    """A message of the type, mostly one that stands somewhere."""
    return random.choice(known()[descriptor.full_name] or [GetMessageClass(descriptor)()])


def value(field: FieldDescriptor, random: Random, holder: FieldDescriptor | None = None) -> Any:
    """A value that the field can hold: one of those that it has somewhere, or of all that there are."""
    if field.type == FieldDescriptor.TYPE_BOOL:
        return random.random() < 0.5
    if field.enum_type:
        return random.choice(field.enum_type.values).number
    here = known()[(holder or field).full_name + field.name * bool(holder)]
    anywhere = texts() if field.type in {FieldDescriptor.TYPE_STRING, FieldDescriptor.TYPE_BYTES} else NUMBERS
    chosen = random.choice(here if here and random.random() < 0.5 else anywhere)
    return chosen.encode() if field.type == FieldDescriptor.TYPE_BYTES and isinstance(chosen, str) else chosen


@cache
def texts() -> list[str]:
    """Texts that a server was once asked about, and those that are a trap somewhere."""
    asked = (json.loads(row["value"]) for row in facts("apiserver"))
    return [*TEXTS, *dict.fromkeys(text for text in asked if isinstance(text, str) and _is_text(text))]


def _is_text(text: str) -> bool:
    return text.isprintable() or text.encode(errors="ignore").decode() == text


@cache
def known() -> dict[str, list[Any]]:
    """What stands in each field, and each message of a type, in the bases and in the cases of the rules."""
    found: dict[str, list[Any]] = defaultdict(list)
    for message in [*bases(), *(given.message for given in cases())]:
        for name, held in _contents(message):
            if held not in found[name]:
                found[name].append(held)
    return found


def _contents(message: Message) -> Iterator[tuple[str, Any]]:
    yield message.DESCRIPTOR.full_name, message
    for field, held in message.ListFields():
        if is_map(field):
            yield from ((f"{field.full_name}key", key) for key in held)
        for name, item in _items(field, held):
            if isinstance(item, Message):
                yield from _contents(item)
            else:
                yield name, item


def _items(field: FieldDescriptor, held: Any) -> Iterable[tuple[str, Any]]:
    """What the field holds, one by one."""
    if is_map(field):
        return [(f"{field.full_name}value", held[key]) for key in held]
    return [(field.full_name, item) for item in (held if field.is_repeated else [held])]
