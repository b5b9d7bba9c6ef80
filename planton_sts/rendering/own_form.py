# SPDX-License-Identifier: Apache-2.0
"""What stands in a manifest in Kubernetes' own form, as Kubernetes reads it."""

from collections.abc import Collection
from typing import Any

from google.protobuf.descriptor import FieldDescriptor

from planton_sts.messages import Message, is_map, json_name, number_or_text, option
from planton_sts.rendering.kube_object import KubeObject

# Fields of this number or above are in Kubernetes' form; those below are Project Planton's.
FIRST = 100


def own_form(message: Message, *, without: Collection[str] = ()) -> KubeObject:
    """The fields of the message that are set, under their own names; what is set to zero is there too."""
    said = [(field, value) for field, value in message.ListFields() if field.name not in without]
    return {json_name(field): _value(field, value) for field, value in said}


def beyond(message: Message, *, without: Collection[str] = ()) -> KubeObject:
    """The same of a message of Project Planton's: the fields in Kubernetes' form, those from 100 up."""
    fields = [(field, value) for field, value in message.ListFields() if field.number >= FIRST]
    return {json_name(field): _value(field, value) for field, value in fields if field.name not in without}


def _value(field: FieldDescriptor, value: Any) -> Any:
    if is_map(field):
        return {key: _single(field.message_type.fields_by_name["value"], value[key]) for key in sorted(value)}
    return [_single(field, one) for one in value] if field.is_repeated else _single(field, value)


def _single(field: FieldDescriptor, value: Any) -> Any:
    if field.message_type is not None:
        return own_form(value)
    is_number = option(field, number_or_text) and value.isdecimal()
    return int(value) if is_number else value
