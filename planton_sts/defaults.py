# SPDX-License-Identifier: Apache-2.0
"""The defaults that the protos state, filled in."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from google.protobuf.descriptor import Descriptor, FieldDescriptor

from planton_sts.messages import Message, default, default_container_resources, is_map, option, rivals


def fill(message: Message) -> None:
    """Give every unset field of the message, and of all that it holds, the default that its proto states."""
    present = {field.name for field, _ in message.ListFields()}
    for field in _with_default(message.DESCRIPTOR):
        if field.name not in present and not present & rivals(field):
            _set(message, field)
    for field in _leading_to_defaults(message.DESCRIPTOR):
        if field.name in present:
            for held in _held(message, field):
                fill(held)


@cache
def _with_default(descriptor: Descriptor) -> list[FieldDescriptor]:
    return [field for field in descriptor.fields if _default(field)]


@cache
def _leading_to_defaults(descriptor: Descriptor) -> list[FieldDescriptor]:
    """The fields below which some message has a default."""
    return [field for field in descriptor.fields if (held := _held_type(field)) and _has_defaults(held)]


@cache
def _has_defaults(descriptor: Descriptor) -> bool:
    return bool(_with_default(descriptor) or _leading_to_defaults(descriptor))


def _held_type(field: FieldDescriptor) -> Descriptor | None:
    """The type of the messages in the field, if it holds any."""
    of = field.message_type.fields_by_name["value"] if is_map(field) else field
    held: Descriptor | None = of.message_type
    return held


def _held(message: Message, field: FieldDescriptor) -> Iterator[Any]:
    value = getattr(message, field.name)
    if is_map(field):
        return (value[key] for key in value)
    return iter(value if field.is_repeated else [value])


def _default(field: FieldDescriptor) -> Any:
    """What stands in for the field when it is unset: text as a manifest would have it, or a message."""
    resources = option(field, default_container_resources)
    return resources if resources.ListFields() else option(field, default)


def _set(message: Message, field: FieldDescriptor) -> None:
    value = _default(field)
    if field.message_type is not None:
        getattr(message, field.name).CopyFrom(value)
        return
    value = int(value) if field.cpp_type == FieldDescriptor.CPPTYPE_INT32 else value
    if field.is_repeated:
        getattr(message, field.name).append(value)
    else:
        setattr(message, field.name, value)
