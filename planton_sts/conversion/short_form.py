# SPDX-License-Identifier: Apache-2.0
"""A message as the manifest that a person would have written: the short forms that loading takes, the other way."""

import json
from typing import Any

from google.protobuf.descriptor import Descriptor, FieldDescriptor

from planton_sts.loading.forms import list_member, scalar_member
from planton_sts.loading.plain import as_manifest
from planton_sts.loading.scalars import number_or_text as number_in
from planton_sts.messages import (
    Message,
    inline,
    is_map,
    json_name,
    json_object,
    number_or_name,
    number_or_text,
    option,
    type_in,
)


def in_short(message: Message) -> dict[str, Any]:
    """The message as a manifest in short form, its keys in the order of the protos; loading gives the same message."""
    return _keys(as_manifest(message), message.DESCRIPTOR)


def _message(node: dict[str, Any], descriptor: Descriptor) -> Any:
    """The value of a message of the type: the one field's that a scalar or a list may stand for, else a mapping."""
    for member in (scalar_member(descriptor), list_member(descriptor)):
        if member and node.keys() == {json_name(member)}:
            return _field(node[json_name(member)], member)
    return _keys(node, descriptor)


def _keys(node: dict[str, Any], descriptor: Any) -> dict[str, Any]:
    """The mapping of a message of the type."""
    found: dict[str, Any] = {}
    for field in descriptor.fields:
        if json_name(field) in node:
            value = _field(node[json_name(field)], field)
            found.update(_among(value, field) if option(field, inline) else {_key(field): value})
    return found


def _key(field: FieldDescriptor) -> str:
    oneof = field.containing_oneof
    return oneof.name if oneof and option(oneof, number_or_name) else json_name(field)


def _among(entries: dict[str, Any], field: FieldDescriptor) -> dict[str, Any]:
    """The entries of a map as they stand among fields; those that may be taken for fields stay below its own key."""
    below = {key: value for key, value in entries.items() if key.isidentifier()}
    beside = {key: value for key, value in entries.items() if key not in below}
    return {**({json_name(field): below} if below else {}), **beside}


def _field(value: Any, field: FieldDescriptor) -> Any:
    """The value of a field."""
    held = type_in(field)
    if held is None:
        return value if field.is_repeated else _scalar(value, field)
    if is_map(field):
        return {key: _message(child, held) for key, child in value.items()}
    return [_message(child, held) for child in value] if field.is_repeated else _message(value, held)


def _scalar(value: Any, field: FieldDescriptor) -> Any:
    """A value that holds no others; a text stays one unless loading makes the same text of what it stands for."""
    if option(field, number_or_text):
        return int(value) if value.isdecimal() and str(int(value)) == value else value
    return _object(value) if option(field, json_object) else value


def _object(text: str) -> Any:
    """The JSON object of the text."""
    try:
        found = json.loads(text, parse_int=number_in, parse_float=_fraction, parse_constant=number_in)
    except (ValueError, RecursionError):
        return text
    is_same = isinstance(found, dict) and json.dumps(found, ensure_ascii=False, separators=(",", ":")) == text
    return found if is_same else text


def _fraction(text: str) -> float | str:
    """The number; a whole one is written without fraction."""
    number = number_in(text)
    return int(number) if isinstance(number, float) and number.is_integer() else number
