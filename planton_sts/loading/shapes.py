# SPDX-License-Identifier: Apache-2.0
"""How what is written fills a message: its keys, in both spellings, and what the value of each may be."""

import json
from collections.abc import Hashable, Iterable
from functools import cache, cached_property
from typing import Any, TypeGuard

from google.protobuf.descriptor import Descriptor, FieldDescriptor
from yaml import MappingNode, Node, ScalarNode, SequenceNode

from planton_sts.bounds import most, too_long
from planton_sts.loading.forms import element, entry, expected, expected_message, list_member, scalar_member
from planton_sts.loading.scalars import is_number, reader, refused
from planton_sts.loading.standing import Guest, guests
from planton_sts.loading.untyped import KEY, ONCE, untyped
from planton_sts.loading.walk import Trail, Walk, as_key, as_step, path_of
from planton_sts.messages import Message, inline, is_map, is_secret, json_name, json_object, number_or_name, option
from planton_sts.nodes.faults import LONG_TEXT
from planton_sts.nodes.merges import Pair, is_mapping, is_merge
from planton_sts.nodes.yaml_nodes import is_null
from planton_sts.problems import Complaint, Refusal

_LIST_TAGS = {"", "tag:yaml.org,2002:seq"}

HALF = Complaint("load.encoding", "must be Unicode text, without halves of surrogate pairs")


def is_list(node: Node) -> TypeGuard[SequenceNode]:
    """Whether the node is a list, and says to be no other collection."""
    return isinstance(node, SequenceNode) and node.tag in _LIST_TAGS


class Member:
    """A field as manifests write it.

    Attributes:
        field: The field.
        name: Its name in the schema.
        json_name: Its name in manifests.
        oneof: The oneof that it is a member of; None for one that merely records presence.
        is_secret: Whether nobody may see its value.

    """

    def __init__(self, field: FieldDescriptor) -> None:
        self.field = field
        self.name = field.name
        self.json_name = json_name(field)
        oneof = field.containing_oneof
        self.oneof = oneof.name if oneof is not None and oneof.name != f"_{field.name}" else None
        self.is_secret = is_secret(field)

    def fill(self, walk: Walk, message: Message, node: Node, trail: Trail) -> None:
        """Set the message's field to the value at the node; null leaves it unset."""
        raise NotImplementedError

    def unset(self, message: Message) -> None:
        """Take away what the field holds."""
        message.ClearField(self.name)

    @cached_property
    def expected(self) -> Complaint:
        """What the value must be."""
        return expected(self.field)


class Scalar(Member):
    """A field that holds one scalar."""

    def __init__(self, field: FieldDescriptor) -> None:
        super().__init__(field)
        self.read = reader(field)

    def fill(self, walk: Walk, message: Message, node: Node, trail: Trail) -> None:
        """Set the field."""
        try:
            value = self.read(node)
            if value is not None:
                setattr(message, self.name, value)
        except (Refusal, UnicodeEncodeError) as error:
            refuse(walk, node, (trail, self.json_name), error, self.expected)
        else:
            if len(node.value) > LONG_TEXT:
                walk.visits.add_text(node, len(node.value))


class Untyped(Scalar):
    """A field that holds the text of a JSON object, and is written as a mapping."""

    def fill(self, walk: Walk, message: Message, node: Node, trail: Trail) -> None:
        """Set the field to the mapping as a text."""
        if not is_mapping(node):
            super().fill(walk, message, node, trail)
            return
        value = untyped(walk, node, (trail, self.json_name))
        try:
            setattr(message, self.name, json.dumps(value, ensure_ascii=False, separators=(",", ":")))
        except UnicodeEncodeError as error:
            refuse(walk, node, (trail, self.json_name), error, self.expected)


class NumberOrName(Member):
    """A oneof under its own name, of a field that takes a number and one that takes a name.

    Attributes:
        number: The one.
        text: The other.

    """

    def __init__(self, number: Member, text: Member) -> None:
        super().__init__(number.field)
        self.number = number
        self.text = text

    def fill(self, walk: Walk, message: Message, node: Node, trail: Trail) -> None:
        """Set the field that takes what is written."""
        is_name = isinstance(node, ScalarNode) and not is_null(node) and not is_number(node)
        (self.text if is_name else self.number).fill(walk, message, node, trail)


class Single(Member):
    """A field that holds one message."""

    @cached_property
    def shape(self) -> "Shape":
        """How the message is filled; worked out when there is one, for most manifests hold few of all types."""
        return shape_of(self.field.message_type)

    def fill(self, walk: Walk, message: Message, node: Node, trail: Trail) -> None:
        """Fill the field's message."""
        if not is_null(node):
            self.shape.fill(walk, getattr(message, self.name), node, (trail, self.json_name))


class Many(Member):
    """A field that holds several values, each under a name or an index."""

    def __init__(self, field: FieldDescriptor, of: FieldDescriptor) -> None:
        super().__init__(field)
        self.of = of
        self.most = most(field)

    @cached_property
    def shape(self) -> "Shape | None":
        """How one of them is filled; None where they are scalars."""
        return shape_of(self.of.message_type) if self.of.message_type else None

    @cached_property
    def element(self) -> Complaint:
        """What each value must be."""
        return entry(self.field) if is_map(self.field) else element(self.field)

    def values(self, message: Message) -> Any:
        """The message's values, as `put` takes them."""
        return getattr(message, self.name)

    def clear(self, values: Any, key: Any) -> None:
        """Take away what stands there."""
        if self.shape:
            values[key].Clear()

    def put(self, walk: Walk, values: Any, key: Any, node: Node, trail: Trail) -> None:
        """Set the one value to what stands at the node."""
        if self.shape:
            self.shape.fill(walk, values[key], node, trail)
            return
        try:
            values[key] = self._scalar(node)
        except (Refusal, UnicodeEncodeError) as error:
            refuse(walk, node, trail, error, self.element)
        else:
            if len(node.value) > LONG_TEXT:
                walk.visits.add_text(node, len(node.value))

    @cached_property
    def _read(self) -> Any:
        return reader(self.of)

    def _scalar(self, node: Node) -> Any:
        value = self._read(node)
        if value is None:
            raise refused('leave it out, or write `""` for empty text')
        return value


class List(Many):
    """A field that holds a list."""

    def __init__(self, field: FieldDescriptor) -> None:
        super().__init__(field, field)

    def fill(self, walk: Walk, message: Message, node: Node, trail: Trail) -> None:
        """Add the elements; one that is wrong keeps its index."""
        below = (trail, self.json_name)
        if is_list(node):
            if len(node.value) > self.most:
                walk.refuse(node, below, too_long(self.field))
                return
            values = self.values(message)
            walk.visits.add(node, len(node.value))
            for index, item in enumerate(node.value):
                self.grow(values)
                self.put(walk, values, index, item, (below, index))
        elif not is_null(node):
            walk.refuse(node, below, self.expected)

    def grow(self, values: Any) -> None:
        """Add an empty element."""
        if self.shape:
            values.add()
        else:
            values.append("" if self.of.type == FieldDescriptor.TYPE_STRING else 0)


class Map(Many):
    """A field that holds values by name."""

    def __init__(self, field: FieldDescriptor) -> None:
        super().__init__(field, field.message_type.fields_by_name["value"])

    def fill(self, walk: Walk, message: Message, node: Node, trail: Trail) -> None:
        """Add the entries."""
        below = (trail, self.json_name)
        if is_mapping(node):
            self.add(walk, message, node, below)
        elif not is_null(node):
            walk.refuse(node, below, self.expected)

    def add(self, walk: Walk, message: Message, mapping: MappingNode, trail: Trail) -> None:
        """Add the entries of the mapping, which the trail leads to."""
        own, merged = walk.entries(mapping, trail)
        if len(own) + len(merged) > self.most and self._has_too_many(own, merged):
            walk.refuse(mapping, trail, too_long(self.field))
            return
        values, seen = self.values(message), set[str]()
        self._fill(walk, values, own, trail, seen, own=True)
        self._fill(walk, values, merged, trail, seen, own=False)

    def _has_too_many(self, own: list[Pair], merged: list[Pair]) -> bool:
        """Whether there are too many, of those of one name one counted."""
        return len({key.value for key, _ in (*own, *merged) if isinstance(key, ScalarNode)}) > self.most

    def _fill(  # noqa: PLR0913 - a pass over entries needs to know all this, and an object for it costs time
        self, walk: Walk, values: Any, pairs: Iterable[Pair], trail: Trail, seen: set[str], *, own: bool
    ) -> None:
        for key, value in pairs:
            place = (trail, as_key(key))
            if not isinstance(key, ScalarNode) or is_null(key):
                walk.refuse(key, place, KEY)
            elif self.shape and self.shape.is_secret and is_null(value):
                # What stands there without a value may be the secret itself.
                walk.refuse(key, trail, self.element)
            elif key.value not in seen:
                seen.add(key.value)
                self.put(walk, values, key.value, value, place)
            elif own:
                walk.refuse(key, place, ONCE)


class Host(Map):
    """A map of texts among which mappings may stand, which fill a field of their own."""

    def __init__(self, guest: Guest) -> None:
        super().__init__(guest.host)
        self.guest = guest.field.name
        self.held = Map(guest.held)

    @cached_property
    def element(self) -> Complaint:
        """What each value must be."""
        return super().element._replace(message="must be text, or a mapping of names to texts")

    def values(self, message: Message) -> Any:
        """The message: the values stand in two of its fields."""
        return message

    def clear(self, values: Any, key: Any) -> None:
        """Take away what stands there, be it a text or a mapping."""
        for name in (self.name, self.guest):
            if key in (held := getattr(values, name)):
                del held[key]

    def unset(self, message: Message) -> None:
        """Take away all values, mappings too."""
        super().unset(message)
        message.ClearField(self.guest)

    def has_text(self, values: Any, key: Any) -> bool:
        """Whether a text stands there."""
        return key in getattr(values, self.name)

    def mapping(self, values: Any, key: Any) -> Any:
        """The values of the mapping that stands there, an empty one where nothing does."""
        return self.held.values(getattr(values, self.guest)[key])

    def put(self, walk: Walk, values: Any, key: Any, node: Node, trail: Trail) -> None:
        """Set the one value to what stands at the node."""
        if is_mapping(node):
            self.held.add(walk, getattr(values, self.guest)[key], node, trail)
        else:
            super().put(walk, getattr(values, self.name), key, node, trail)


def refuse(walk: Walk, node: Node, trail: Trail, error: Refusal | UnicodeEncodeError, expected: Complaint) -> None:
    """Note why the scalar was refused, by us or by protobuf."""
    complaint = error.complaint if isinstance(error, Refusal) else HALF
    if not complaint.message:
        complaint = expected._replace(rule=complaint.rule, hint=complaint.hint or expected.hint)
    walk.refuse(node, trail, complaint)


class Shape:
    """A message type as manifests write it.

    Attributes:
        descriptor: The type.
        members: What each key fills.
        shorthand: What a scalar in the message's place fills; None where it may not stand there.
        listed: What a list in the message's place fills; None where it may not stand there.
        inline: The map whose entries stand among the keys; None where there is none.
        is_secret: Whether a field of it, itself, is one that nobody may see.

    """

    def __init__(self, descriptor: Descriptor) -> None:
        self.descriptor = descriptor
        self.members: dict[str, Member] = {}
        for field in descriptor.fields:
            self.members[field.name] = self.members[field.json_name] = member(field)
        for guest in guests(descriptor):
            self.members[guest.host.name] = self.members[json_name(guest.host)] = Host(guest)
        for oneof in descriptor.oneofs:
            if option(oneof, number_or_name):
                number, text = sorted((self.members[field.name] for field in oneof.fields), key=_takes_text)
                self.members[oneof.name] = NumberOrName(number, text)
        maps = (known for known in self.members.values() if isinstance(known, Map) and option(known.field, inline))
        self.inline = next(maps, None)
        scalar = scalar_member(descriptor)
        self.shorthand = self.members[scalar.name] if scalar else None
        listed = list_member(descriptor)
        self.listed = self.members[listed.name] if listed else None
        self.is_secret = any(known.is_secret for known in self.members.values())

    @cached_property
    def expected(self) -> Complaint:
        """What a value in the message's place must be."""
        return expected_message(self.descriptor)

    def fill(self, walk: Walk, message: Message, node: Node, trail: Trail) -> None:
        """Fill the message from the node."""
        if is_mapping(node):
            message.SetInParent()
            walk.visits.add(node, len(node.value))
            seen: dict[Hashable, Node] = {}
            has_merges = self._fill(walk, message, node.value, trail, seen, own=True)
            if has_merges:
                self._fill(walk, message, walk.merged(node, trail), trail, seen, own=False)
        elif self.shorthand and isinstance(node, ScalarNode) and not is_null(node):
            self.shorthand.fill(walk, message, node, trail)
        elif self.listed and is_list(node):
            self.listed.fill(walk, message, node, trail)
        else:
            walk.refuse(node, trail, self.expected)

    def _fill(  # noqa: PLR0913 - a pass over entries needs to know all this, and an object for it costs time
        self,
        walk: Walk,
        message: Message,
        pairs: Iterable[Pair],
        trail: Trail,
        seen: dict[Hashable, Node],
        *,
        own: bool,
    ) -> bool:
        """Fill the message from the entries, and tell whether others are to be merged; those, not its own, give way."""
        has_merges = False
        for key, value in pairs:
            try:
                member = self.members[key.value]
            except (KeyError, TypeError):
                if own and is_merge(key):
                    has_merges = True
                else:
                    self._fill_other(walk, message, (key, value), trail, seen, own=own)
                continue
            if member not in seen and member.oneof not in seen:
                seen[member] = key
                if member.oneof and not is_null(value):
                    seen[member.oneof] = key
                member.fill(walk, message, value, trail)
            elif own and member in seen:
                walk.refuse(key, (trail, member.json_name), ONCE)
            elif own and not is_null(value):
                other = f"must not stand beside `{seen[member.oneof].value}`"
                walk.refuse(key, (trail, member.json_name), Complaint("load.oneof", other))
        return has_merges

    def _fill_other(  # noqa: PLR0913 - see above
        self,
        walk: Walk,
        message: Message,
        pair: Pair,
        trail: Trail,
        seen: dict[Hashable, Node],
        *,
        own: bool,
    ) -> None:
        """Take the entry, whose key is no field's, as one of the inline map, if it may be; else say that it is none."""
        key, value = pair
        name = self.inline_key(key)
        if self.inline is None or name is None:
            self._refuse_key(walk, key, value, trail)
        elif name not in seen:
            seen[name] = key
            place = ((trail, self.inline.json_name), as_key(key))
            self.inline.put(walk, getattr(message, self.inline.name), name, value, place)
        elif own:
            walk.refuse(key, (trail, as_key(key)), ONCE)

    def inline_key(self, key: Node) -> str | None:
        """The key, where it is one of the inline map's; what may be the name of a field is taken for one."""
        is_one = self.inline and isinstance(key, ScalarNode) and not is_null(key) and not key.value.isidentifier()
        return str(key.value) if is_one else None

    def _refuse_key(self, walk: Walk, key: Node, value: Node, trail: Trail) -> None:
        """An unknown key; beside a secret it may be a part of it, and is not repeated."""
        from planton_sts.loading.hints import Stray, unknown  # noqa: PLC0415 - most manifests have none

        written = key.value if isinstance(key, ScalarNode) else ""
        complaint = unknown("load.unknown_key", Stray(written, path_of(trail), walk.root, value), walk.ways)
        walk.refuse(key, trail if self.is_secret and not complaint.hint else (trail, as_step(key)), complaint)


def _takes_text(member: Member) -> bool:
    return bool(member.field.type == FieldDescriptor.TYPE_STRING)


@cache
def shape_of(descriptor: Descriptor) -> Shape:
    """The type's shape, worked out once."""
    return Shape(descriptor)


def member(field: FieldDescriptor) -> Member:
    """What the field's key fills."""
    if is_map(field):
        return Map(field)
    if field.is_repeated:
        return List(field)
    if field.message_type:
        return Single(field)
    return Untyped(field) if option(field, json_object) else Scalar(field)
