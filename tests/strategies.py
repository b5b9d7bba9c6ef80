# SPDX-License-Identifier: Apache-2.0
"""Hypothesis strategies that draw messages from their descriptors."""

from collections.abc import Callable, Collection
from typing import Any

from google.protobuf.descriptor import Descriptor, FieldDescriptor
from google.protobuf.message import Message
from google.protobuf.message_factory import GetMessageClass
from hypothesis import strategies as st

# Protobuf text is any Unicode but lone surrogates.
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
INT32, INT64 = st.integers(-(2**31), 2**31 - 1), st.integers(-(2**63), 2**63 - 1)


def messages(
    descriptor: Descriptor, text: st.SearchStrategy[str] = TEXT, leave_out: Collection[str] = ()
) -> st.SearchStrategy[Message]:
    """Any message of the type, each field set or unset, with strings drawn from `text`; some are left out."""
    fields = [field for field in descriptor.fields if not field.containing_oneof or _is_synthetic(field)]
    entries = {field.name: _value(field, text, leave_out) for field in fields if field.full_name not in leave_out}
    oneofs = [
        st.one_of(
            st.just({}),
            *(_value(member, text, leave_out).map(lambda v, n=member.name: {n: v}) for member in oneof.fields),
        )
        for oneof in descriptor.oneofs
        if not _is_synthetic(oneof.fields[0])
    ]
    return st.builds(
        lambda plain, chosen: _build(descriptor, {**plain, **{k: v for one in chosen for k, v in one.items()}}),
        st.fixed_dictionaries({}, optional=entries),
        st.tuples(*oneofs),
    )


def _is_synthetic(field: FieldDescriptor) -> bool:
    """Whether the field's oneof only records presence, as `optional` does."""
    return field.containing_oneof is not None and field.containing_oneof.name == f"_{field.name}"


def _value(field: FieldDescriptor, text: st.SearchStrategy[str], leave_out: Collection[str]) -> st.SearchStrategy[Any]:
    """Any value of the field, as the constructor of its message takes it."""
    if _is_map(field):
        members = field.message_type.fields_by_name
        key, value = (_single(members[name], text, leave_out) for name in ("key", "value"))
        return st.dictionaries(key, value, max_size=3)
    if field.is_repeated:
        return st.lists(_single(field, text, leave_out), max_size=3)
    return _single(field, text, leave_out)


def _is_map(field: FieldDescriptor) -> bool:
    return field.message_type is not None and field.message_type.GetOptions().map_entry


def _single(field: FieldDescriptor, text: st.SearchStrategy[str], leave_out: Collection[str]) -> st.SearchStrategy[Any]:
    """Any one element of the field."""
    drawn: dict[int, Callable[[], st.SearchStrategy[Any]]] = {
        FieldDescriptor.TYPE_STRING: lambda: text,
        FieldDescriptor.TYPE_BOOL: st.booleans,
        FieldDescriptor.TYPE_INT32: lambda: INT32,
        FieldDescriptor.TYPE_INT64: lambda: INT64,
        FieldDescriptor.TYPE_ENUM: lambda: st.sampled_from([value.number for value in field.enum_type.values]),
        FieldDescriptor.TYPE_MESSAGE: lambda: messages(field.message_type, text, leave_out),
    }
    return drawn[field.type]()


def _build(descriptor: Descriptor, values: dict[str, Any]) -> Message:
    return GetMessageClass(descriptor)(**values)
