# SPDX-License-Identifier: Apache-2.0
"""What stands in a manifest in Kubernetes' own form, as Kubernetes reads it."""

from collections.abc import Callable, Collection, Iterable
from functools import cache, partial
from typing import Any, NamedTuple

from google.protobuf.descriptor import FieldDescriptor

from planton_sts.messages import Message, is_map, json_name, number_or_text, option
from planton_sts.rendering.kube_object import KubeObject

# Fields of this number or above are in Kubernetes' form; those below are Project Planton's.
FIRST = 100


def own_form(message: Message, *, without: Collection[str] = ()) -> KubeObject:
    """The fields of the message that are set, under their own names; what is set to zero is there too."""
    said = [(_form(field), value) for field, value in message.ListFields()]
    return {form.key: form.write(value) for form, value in said if form.name not in without}


def beyond(message: Message, *, without: Collection[str] = ()) -> KubeObject:
    """The same of a message of Project Planton's: the fields in Kubernetes' form, those from 100 up."""
    said = [(_form(field), value) for field, value in message.ListFields() if field.number >= FIRST]
    return {form.key: form.write(value) for form, value in said if form.name not in without}


class _Form(NamedTuple):
    """How a field is written: its name in the schema, its key in Kubernetes, and what gives its value."""

    name: str
    key: str
    write: Callable[[Any], Any]


@cache
def _form(field: FieldDescriptor) -> _Form:
    write = _writer(field.message_type.fields_by_name["value"] if is_map(field) else field)
    if is_map(field):
        return _Form(field.name, json_name(field), lambda value: {key: write(value[key]) for key in sorted(value)})
    many = partial(_each, write)
    return _Form(field.name, json_name(field), many if field.is_repeated else write)


def _each(write: Callable[[Any], Any], values: Iterable[Any]) -> list[Any]:
    return [write(value) for value in values]


def _writer(field: FieldDescriptor) -> Callable[[Any], Any]:
    """What gives a single value of the field."""
    if field.message_type is not None:
        return own_form
    return _number_or_text if option(field, number_or_text) else _same


def _number_or_text(text: str) -> int | str:
    return int(text) if text.isdecimal() else text


def _same(value: Any) -> Any:
    return value
