# SPDX-License-Identifier: Apache-2.0
"""How a mapping fills a message of a type: its keys, in both spellings, and what each of them fills."""

from collections.abc import Hashable, Iterable
from functools import cache, cached_property

from google.protobuf.descriptor import Descriptor, FieldDescriptor
from yaml import Node, ScalarNode

from planton_sts.loading import hints
from planton_sts.loading.expected import expected_message, value_member
from planton_sts.loading.members import ONCE, List, Map, Member, Scalar, Single
from planton_sts.loading.merges import Pair, is_mapping
from planton_sts.loading.walk import Trail, Walk, as_step, path_of
from planton_sts.loading.yaml_nodes import is_null
from planton_sts.messages import Message


class Shape:
    """A message type as manifests write it.

    Attributes:
        descriptor: The type.
        members: What each key fills.
        shorthand: What a scalar in the message's place fills; None where it may not stand there.
        is_secret: Whether a field of it, itself, is one that nobody may see.

    """

    def __init__(self, descriptor: Descriptor) -> None:
        self.descriptor = descriptor
        self.members: dict[str, Member] = {}
        for field in descriptor.fields:
            self.members[field.name] = self.members[field.json_name] = member(field)
        value = value_member(descriptor)
        self.shorthand = self.members[value.name] if value else None
        self.is_secret = any(known.is_secret for known in self.members.values())

    @cached_property
    def expected(self) -> str:
        """What a value in the message's place must be."""
        return expected_message(self.descriptor)

    def fill(self, walk: Walk, message: Message, node: Node, trail: Trail) -> None:
        """Fill the message from the node."""
        if is_mapping(node):
            message.SetInParent()
            own, merged = walk.entries(node, trail)
            seen: dict[Hashable, Node] = {}
            self._fill(walk, message, own, trail, seen, own=True)
            if merged:
                self._fill(walk, message, merged, trail, seen, own=False)
        elif self.shorthand and isinstance(node, ScalarNode) and not is_null(node):
            self.shorthand.fill(walk, message, node, trail)
        else:
            walk.refuse(node, trail, "load.type", self.expected)

    def _fill(  # noqa: PLR0913 - a pass over entries needs to know all this, and an object for it costs time
        self,
        walk: Walk,
        message: Message,
        pairs: Iterable[Pair],
        trail: Trail,
        seen: dict[Hashable, Node],
        *,
        own: bool,
    ) -> None:
        """Fill the message from the entries; those that are not its own give way."""
        for key, value in pairs:
            try:
                member = self.members[key.value]
            except (KeyError, TypeError):
                self._refuse_key(walk, key, trail)
                continue
            if member not in seen and member.oneof not in seen:
                seen[member] = key
                if member.oneof and not is_null(value):
                    seen[member.oneof] = key
                member.fill(walk, message, value, trail)
            elif own and member in seen:
                walk.refuse(key, (trail, member.json_name), "load.duplicate_key", ONCE)
            elif own and not is_null(value):
                other = f"must not stand beside `{seen[member.oneof].value}`"
                walk.refuse(key, (trail, member.json_name), "load.oneof", other)

    def _refuse_key(self, walk: Walk, key: Node, trail: Trail) -> None:
        """An unknown key; beside a secret it may be a part of it, and is not repeated."""
        written = key.value if isinstance(key, ScalarNode) else ""
        message, hint = hints.unknown(written, path_of(trail), self.descriptor, walk.root)
        shown = trail if self.is_secret and not hint else (trail, as_step(key))
        walk.refuse(key, shown, "load.unknown_key", message, hint)


@cache
def shape_of(descriptor: Descriptor) -> Shape:
    """The type's shape, worked out once."""
    return Shape(descriptor)


def member(field: FieldDescriptor) -> Member:
    """What the field's key fills."""
    message = field.message_type
    if message is not None and message.GetOptions().map_entry:
        value = message.fields_by_name["value"].message_type
        return Map(field, value and shape_of(value))
    shape = message and shape_of(message)
    if field.is_repeated:
        return List(field, shape)
    return Single(field, shape) if shape else Scalar(field)
