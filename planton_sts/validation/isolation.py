# SPDX-License-Identifier: Apache-2.0
"""One rule by itself: message types that have no other, and no field that it does not name, so that asking is cheap."""

import re
from functools import cache
from typing import Any

from google.protobuf.descriptor import Descriptor, FieldDescriptor

from planton_sts.messages import Message, field_rules, message_rules, option
from planton_sts.validation.copies import copied, in_one_word


@cache
def expression_of(bearer: Descriptor, field: FieldDescriptor | None, rule: str) -> str:
    """What the rule of the message, or of its field, says in CEL; empty where it is not written so."""
    return next((one.expression for one in _own(bearer, field) if one.id == rule), "")


def _own(bearer: Descriptor, field: FieldDescriptor | None) -> Any:
    """The rules in CEL of the message, or of its field."""
    return option(field, field_rules).cel if field else option(bearer, message_rules).cel


@cache
def isolated(bearer: Any, field: FieldDescriptor | None, rule: str) -> Any:
    """A type like the message's that bears this one rule, on itself or on the field, and has the fields it names."""
    named = {*re.findall(r"\w+", expression_of(bearer, field, rule)), field.name if field else ""}

    def dress(held: Descriptor, copy: Any) -> None:
        if held == bearer:
            holder = next(one for one in copy.field if one.name == field.name) if field else copy
            rules = holder.options.Extensions[field_rules if field else message_rules]
            rules.cel.extend(one for one in _own(bearer, field) if one.id == rule)

    # The engine remembers a type by its full name.
    return copied(bearer, f"isolated.{in_one_word(rule)}", lambda held: held.name in named, dress)


def as_isolated(message: Message, kind: Any) -> Any:
    """What the message says in the fields that the isolated type has."""
    copy = kind.FromString(message.SerializeToString())
    copy.DiscardUnknownFields()
    return copy
