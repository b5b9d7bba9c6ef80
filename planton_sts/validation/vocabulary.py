# SPDX-License-Identifier: Apache-2.0
"""The fields that messages set, and an engine that knows these alone, with the rules that can matter to them.

An engine reads every field that has rules, and compiles every rule, of all that a message could hold. Manifests set a
tenth of the fields. So they are judged as types to which all other fields are strangers.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from google.protobuf.descriptor import Descriptor, FieldDescriptor, OneofDescriptor
from protovalidate import Validator, Violation

from planton_sts.descent import everything, reachable
from planton_sts.messages import (
    FORMATS,
    IGNORE_ALWAYS,
    IGNORE_IF_ZERO_VALUE,
    Message,
    field_rules,
    message_rules,
    oneof_rules,
    option,
    type_in,
)
from planton_sts.validation.copies import copied
from planton_sts.validation.guards import guards
from planton_sts.validation.variants import Part

# What is added to the number of a field that only rules name, so that what sets it is strange; nobody has such numbers.
HIDDEN = 400_000_000


def spoken(message: Message) -> frozenset[Part]:
    """The fields that the message sets, those whose rules are asked unset too, and the types that have them."""
    return frozenset(part for _, held in everything(message) for part in _parts(held))


def _parts(message: Message) -> Iterator[Part]:
    bearer = message.DESCRIPTOR
    yield Part(bearer.full_name, "")
    yield from (_part(field) for field, _ in message.ListFields())
    yield from _asked_anyway(bearer)


@cache
def _asked_anyway(bearer: Descriptor) -> list[Part]:
    """The fields whose rules are asked of a message that does not set them."""
    return [_part(field) for field in bearer.fields if _is_asked_anyway(field, option(field, field_rules))]


# What is asked of lists and maps that none breaks which is empty.
_OF_MANY = {"repeated": {"max_items", "items"}, "map": {"max_pairs", "keys", "values"}}


def _is_asked_anyway(field: FieldDescriptor, rules: Any) -> bool:
    if rules.required or field.has_presence or rules.ignore == IGNORE_IF_ZERO_VALUE:
        return bool(rules.required)
    return any(
        kind.name not in _OF_MANY or any(rule.name not in _OF_MANY[kind.name] for rule, _ in value.ListFields())
        for kind, value in rules.ListFields()
    )


def _part(field: FieldDescriptor) -> Part:
    return Part(field.containing_type.full_name, field.name)


def whole(descriptor: Descriptor) -> frozenset[Part]:
    """Every field of the type, and of all that it can hold."""
    return frozenset(
        Part(held.full_name, name) for held in reachable(descriptor) for name in ("", *held.fields_by_name)
    )


class Vocabulary:
    """Some of the fields of a message type and of all that it can hold, and the rules that can matter to them.

    Attributes:
        parts: The fields.

    """

    def __init__(self, descriptor: Descriptor, parts: frozenset[Part]) -> None:
        self.parts = parts
        self._validator = Validator()
        self._kind = _Kind(descriptor, parts).made

    def read(self, message: Message) -> tuple[Any, bool]:
        """What the message says in these fields, and whether that is all it says."""
        data = message.SerializeToString()
        said = self._kind.FromString(data)
        said.DiscardUnknownFields()
        return said, said.ByteSize() == len(data)

    def judge(self, said: Any) -> list[Violation]:
        """What is wrong with what was read."""
        return self._validator.collect_violations(said)


class _Kind:
    """Makes the type that knows these fields alone."""

    def __init__(self, root: Descriptor, parts: frozenset[Part]) -> None:
        self._parts = parts
        bearers = [held for held in reachable(root) if Part(held.full_name, "") in parts]
        self._rules = {held: self._of_type(held) for held in bearers}
        known = [field for held in bearers for field in held.fields if _part(field) in parts]
        self._field_rules = {_part(field): self._of_field(field) for field in known}
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
        return _part(field) in self._parts or field.name in self._named or holder.GetOptions().map_entry

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
