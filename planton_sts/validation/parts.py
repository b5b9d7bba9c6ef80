# SPDX-License-Identifier: Apache-2.0
"""The parts of messages: the fields that they set, those that count though they are unset, and the types with these."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from google.protobuf.descriptor import Descriptor, FieldDescriptor

from planton_sts.descent import everything, reachable
from planton_sts.messages import IGNORE_IF_ZERO_VALUE, Message, field_rules, option


class Part(NamedTuple):
    """A field of a message type, or the type itself where there is none; and the rules that stand on it."""

    bearer: str
    field: str

    @classmethod
    def of(cls, field: FieldDescriptor) -> "Part":
        """The field."""
        return cls(field.containing_type.full_name, field.name)


def spoken(message: Message) -> frozenset[Part]:
    """The fields that the message sets, those whose rules are asked unset too, and the types that have them."""
    return frozenset(part for _, held in everything(message) for part in _parts(held))


def _parts(message: Message) -> Iterator[Part]:
    bearer = message.DESCRIPTOR
    yield Part(bearer.full_name, "")
    yield from (Part.of(field) for field, _ in message.ListFields())
    yield from _asked_anyway(bearer)


@cache
def _asked_anyway(bearer: Descriptor) -> list[Part]:
    """The fields whose rules are asked of a message that does not set them."""
    return [Part.of(field) for field in bearer.fields if _is_asked_anyway(field, option(field, field_rules))]


# What is asked of lists and maps that none breaks which is empty.
_OF_MANY = {"repeated": {"max_items", "items"}, "map": {"max_pairs", "keys", "values"}}


def _is_asked_anyway(field: FieldDescriptor, rules: Any) -> bool:
    if rules.required or field.has_presence or rules.ignore == IGNORE_IF_ZERO_VALUE:
        return bool(rules.required)
    return any(
        kind.name not in _OF_MANY or any(rule.name not in _OF_MANY[kind.name] for rule, _ in value.ListFields())
        for kind, value in rules.ListFields()
    )


def whole(descriptor: Descriptor) -> frozenset[Part]:
    """Every field of the type, and of all that it can hold."""
    return frozenset(
        Part(held.full_name, name) for held in reachable(descriptor) for name in ("", *held.fields_by_name)
    )
