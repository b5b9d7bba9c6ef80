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
        present = {field.name for field, _ in held.ListFields()}
        for field in _with_default(held.DESCRIPTOR):
            if field.name not in present and not present & rivals(field):
                _set(held, field)


def clear(message: Message) -> None:
    """Take away what `fill` would give again."""
    for _, held in within(message, _has_defaults):
        for field in _with_default(held.DESCRIPTOR):
            filled = type(held)()
            _set(filled, field)
            if getattr(held, field.name) == getattr(filled, field.name):
                held.ClearField(field.name)


def _has_defaults(descriptor: Descriptor) -> bool:
    return bool(_with_default(descriptor))


@cache
def _with_default(descriptor: Descriptor) -> list[FieldDescriptor]:
    return [field for field in descriptor.fields if _default(field)]


def _default(field: FieldDescriptor) -> Any:
    """What stands in for the field when it is unset: text as a manifest would have it, or a message."""
    resources = option(field, default_container_resources)
    return resources if resources.ListFields() else option(field, default)


def _set(message: Message, field: FieldDescriptor) -> None:
    value = _default(field)
    if field.message_type is not None:
        getattr(message, field.name).CopyFrom(value)
        return
    value = _READ[field.cpp_type](value)
    if field.is_repeated:
        getattr(message, field.name).append(value)
    else:
        setattr(message, field.name, value)
