# SPDX-License-Identifier: Apache-2.0
"""The fields that messages set, and an engine that knows these alone, with the rules that can matter to them.

An engine reads every field that has rules, and compiles every rule, of all that a message could hold. Manifests set a
tenth of the fields. So they are judged as types to which all other fields are strangers.
"""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

from google.protobuf.descriptor import Descriptor, FieldDescriptor, OneofDescriptor
from google.protobuf.message import DecodeError
from protovalidate import Validator, Violation

from planton_sts.descent import reachable
from planton_sts.messages import (
    FORMATS,
    IGNORE_ALWAYS,
    Message,
    field_rules,
    message_rules,
    oneof_rules,
    option,
    type_in,
)
from planton_sts.validation.copies import copied
from planton_sts.validation.guards import guards
from planton_sts.validation.parts import Part

# What is added to the number of a field that only rules name, so that what sets it is strange.
HIDDEN = 400_000_000
# Such a number is written as five bytes, of which the first four have their highest bit set.
_HIGHEST = bytes(byte >> 7 for byte in range(256))
_FOUR_HIGH = bytes([1] * 4)


class Vocabulary:
    """Some of the fields of a message type and of all that it can hold, and the rules that can matter to them.

    Attributes:
        parts: The fields.

    """

    def __init__(self, descriptor: Descriptor, parts: frozenset[Part]) -> None:
        self.parts = parts
        self._validator = Validator()
        self._kind = _Kind(descriptor, parts).made
        # The rules are compiled when the first message is judged.
        self.judge(self._kind())

    def read(self, message: Message) -> tuple[Any, bool]:
        """What the message says in these fields, and whether that is all it says."""
        data = message.SerializeToString()
        said = self._parsed(data, message)
        said.DiscardUnknownFields()
        return said, said.ByteSize() == len(data)

    def _parsed(self, data: bytes, message: Message) -> Any:
        """What the message, which these bytes are, says in these fields, and what else in it is strange to them."""
        # What is strange to the message itself may have the number of a hidden field, or nest too deep to be parsed.
        if _FOUR_HIGH not in data.translate(_HIGHEST):
            with suppress(DecodeError):
                return self._kind.FromString(data)
        return self._kind.FromString(_familiar(message).SerializeToString())

    def judge(self, said: Any) -> list[Violation]:
        """What is wrong with what was read."""
        return self._validator.collect_violations(said)


def _familiar(message: Message) -> Any:
    """The message without what is strange to it."""
    copy: Any = type(message)()
    copy.CopyFrom(message)
    copy.DiscardUnknownFields()
    return copy


class _Kind:
    """Makes the type that knows these fields alone."""

    def __init__(self, root: Descriptor, parts: frozenset[Part]) -> None:
        self._parts = parts
        bearers = [held for held in reachable(root) if Part(held.full_name, "") in parts]
        self._rules = {held: self._of_type(held) for held in bearers}
        known = [field for held in bearers for field in held.fields if Part.of(field) in parts]
        self._field_rules = {Part.of(field): self._of_field(field) for field in known}
        self._named = frozenset(self._words())
        self.made = copied(root, "spoken", self._is_kept, self._dress, [FORMATS])

    def _of_type(self, bearer: Descriptor) -> Any:
        """The rules of the type that can matter."""
        own = option(bearer, message_rules)
        return type(own)(
            cel=self._asked(own.cel, bearer),
            oneof=[group for group in own.oneof if group.required or self._has_several(bearer, group.fields)],
        )

    def _of_field(self, field: FieldDescriptor) -> Any:
        """The rules of the field that can matter."""
        own, held = option(field, field_rules), type_in(field)
        if not (held and own.cel):
            return own
        rules = type(own)()
        rules.CopyFrom(own)
        rules.ClearField("cel")
        rules.cel.extend(self._asked(own.cel, held))
        return rules

    def _asked(self, rules: Iterable[Any], held: Descriptor) -> list[Any]:
        """The rules, of messages of the type, that one of these fields may break."""
        guarded = ((rule, guards(held, rule.expression)) for rule in rules)
        return [rule for rule, guarding in guarded if not guarding or not guarding.isdisjoint(self._parts)]

    def _has_several(self, bearer: Descriptor, names: Iterable[str]) -> bool:
        return sum(Part(bearer.full_name, name) in self._parts for name in names) > 1

    def _words(self) -> Iterator[str]:
        """The words of all these rules, of which some name fields."""
        expressions = [rule.expression for rules in self._rules.values() for rule in rules.cel]
        expressions += [text for rules in self._field_rules.values() for text in _expressions(rules)]
        for text in expressions:
            yield from re.findall(r"[a-z]\w*", text)
        for bearer, rules in self._rules.items():
            yield from (name for group in rules.oneof for name in group.fields)
            yield from (field.name for oneof in filter(_is_required, bearer.oneofs) for field in oneof.fields)

    def _is_kept(self, field: FieldDescriptor) -> bool:
        holder = field.containing_type
        return Part.of(field) in self._parts or field.name in self._named or holder.GetOptions().map_entry

    def _dress(self, bearer: Descriptor, copy: Any) -> None:
        """Give the copy its rules."""
        if bearer in self._rules:
            copy.options.Extensions[message_rules].CopyFrom(self._rules[bearer])
            for oneof in copy.oneof_decl:
                oneof.options.CopyFrom(bearer.oneofs_by_name[oneof.name].GetOptions())
        for field in copy.field:
            rules = field.options.Extensions[field_rules]
            known = self._field_rules.get(Part(bearer.full_name, field.name))
            if known is not None:
                rules.CopyFrom(known)
            else:
                field.number += HIDDEN
                rules.ignore = IGNORE_ALWAYS


def _is_required(oneof: OneofDescriptor) -> bool:
    return bool(option(oneof, oneof_rules).required)


def _expressions(rules: Any) -> Iterator[str]:
    """What the rules of a field, or of its elements, say in CEL."""
    yield from (rule.expression for rule in rules.cel)
    for held in (rules.repeated.items, rules.map.keys, rules.map.values):
        if held.ListFields():
            yield from _expressions(held)
