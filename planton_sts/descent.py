# SPDX-License-Identifier: Apache-2.0
"""The way down to messages of certain types, wherever they stand in another."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from google.protobuf.descriptor import Descriptor, FieldDescriptor

from planton_sts.messages import json_name, type_in
from planton_sts.paths import Key, Path, Step

# Whether messages of a type are looked for.
Wanted = Callable[[Descriptor], bool]


def within(message: Any, wanted: Wanted) -> list[tuple[Path, Any]]:
    """The message and all that it holds, those that are wanted, each with the way to it."""
    found: list[tuple[Path, Any]] = []
    _collect(message, wanted, (), found)
    return found


def everything(message: Any) -> list[tuple[Path, Any]]:
    """The message and all messages that it holds, each with the way to it."""
    return within(message, _is_any)


def _is_any(_: Descriptor) -> bool:
    return True


def _collect(message: Any, wanted: Wanted, path: Path, found: list[tuple[Path, Any]]) -> None:
    """Add what is wanted of the message to what was found."""
    is_wanted, leading_on = _ways(message.DESCRIPTOR, wanted)
    if is_wanted:
        found.append((path, message))
    for field, name, step in leading_on:
        if not field.is_repeated:
            if message.HasField(name):
                _collect(getattr(message, name), wanted, (*path, step), found)
            continue
        for key, held in elements(getattr(message, name)):
            _collect(held, wanted, (*path, step, key), found)


def elements(many: Any) -> Iterator[tuple[Step, Any]]:
    """The elements of a map or a list, each with its step of the way."""
    return ((Key(str(key)), many[key]) for key in sorted(many)) if hasattr(many, "keys") else enumerate(many)


@cache
def _ways(descriptor: Descriptor, wanted: Wanted) -> tuple[bool, list[tuple[FieldDescriptor, str, str]]]:
    """Whether messages of the type are wanted, and the fields that hold or lead on to some, with their names."""
    leading_on = [
        (field, field.name, json_name(field))
        for field, held in _holding(descriptor)
        if wanted is _is_any or any(map(wanted, reachable(held)))
    ]
    return wanted(descriptor), leading_on


@cache
def reachable(descriptor: Any) -> frozenset[Descriptor]:
    """The type, and all that its messages can hold, however deep; a type may hold itself."""
    return frozenset(reachable_by(descriptor, lambda _: True))


def reachable_by(descriptor: Any, leads_on: Callable[[FieldDescriptor], bool]) -> set[Descriptor]:
    """The same by the fields that lead on alone."""
    found, waiting = {descriptor}, [descriptor]
    while waiting:
        new = {held for field, held in _holding(waiting.pop()) if leads_on(field)} - found
        found |= new
        waiting += new
    return found


@cache
def _holding(descriptor: Descriptor) -> list[tuple[FieldDescriptor, Descriptor]]:
    """The type's fields that hold messages, each with the type of these."""
    return [(field, held) for field in descriptor.fields if (held := type_in(field))]
