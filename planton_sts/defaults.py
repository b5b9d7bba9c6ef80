# SPDX-License-Identifier: Apache-2.0
"""The defaults that the protos state, filled in."""

from collections.abc import Callable
from functools import cache
from typing import Any

from google.protobuf.descriptor import Descriptor, FieldDescriptor

from planton_sts.descent import within
from planton_sts.messages import Message, default, default_container_resources, option, rivals

_READ: dict[int, Callable[[str], Any]] = {
    FieldDescriptor.CPPTYPE_BOOL: lambda text: text == "true",
    FieldDescriptor.CPPTYPE_INT32: int,
    FieldDescriptor.CPPTYPE_INT64: int,
    FieldDescriptor.CPPTYPE_STRING: str,
}


def fill(message: Message) -> None:
    """Give every unset field of the message, and of all that it holds, the default that its proto states."""
    for _, held in within(message, _has_defaults):
        for field, value, others in _with_default(held.DESCRIPTOR):
            if not _is_set(held, field) and not any(_is_set(held, rival) for rival in others):
                _set(held, field, value)


def clear(message: Message) -> None:
    """Take away what `fill` would give again."""
    for _, held in within(message, _has_defaults):
        for field, value, _ in _with_default(held.DESCRIPTOR):
            filled = type(held)()
            _set(filled, field, value)
            if getattr(held, field.name) == getattr(filled, field.name):
                held.ClearField(field.name)


def _has_defaults(descriptor: Descriptor) -> bool:
    return bool(_with_default(descriptor))


@cache
def _with_default(descriptor: Descriptor) -> list[tuple[FieldDescriptor, Any, list[FieldDescriptor]]]:
    """The fields that have a default, each with it, and with those beside which it does not hold."""
    return [(field, value, _rivals(field)) for field in descriptor.fields if (value := _default(field)) is not None]


def _default(field: FieldDescriptor) -> Any:
    """What stands in for the field when it is unset; None where nothing does."""
    resources, text = option(field, default_container_resources), option(field, default)
    if resources.ListFields():
        return resources
    return _READ[field.cpp_type](text) if text else None


def _rivals(field: FieldDescriptor) -> list[FieldDescriptor]:
    return [field.containing_type.fields_by_name[name] for name in rivals(field)]


def _is_set(message: Message, field: FieldDescriptor) -> bool:
    return message.HasField(field.name) if field.has_presence else bool(getattr(message, field.name))


def _set(message: Message, field: FieldDescriptor, value: Any) -> None:
    if field.message_type is not None:
        getattr(message, field.name).CopyFrom(value)
    elif field.is_repeated:
        getattr(message, field.name).append(value)
    else:
        setattr(message, field.name, value)
