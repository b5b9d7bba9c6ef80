# SPDX-License-Identifier: Apache-2.0
"""The lines of a document that nobody may quote, for they hold a secret or may hold one."""

from collections.abc import Iterator
from functools import cache

from google.protobuf.descriptor import Descriptor, FieldDescriptor
from yaml import MappingNode, Node, ScalarNode, SequenceNode

from planton_sts.loading.faults import Visits
from planton_sts.loading.hints import homes, meant
from planton_sts.loading.merges import Pair, merged, own, sources_of
from planton_sts.loading.shapes import List, Many, Map, Member, Shape, Single
from planton_sts.loading.yaml_nodes import is_null
from planton_sts.messages import is_secret


def redacted_lines(root: Node, shape: Shape) -> set[int]:
    """The lines of every secret, and of what stands where a secret should or under a name that says nothing."""
    search = _Search(shape.descriptor)
    search.message(root, shape)
    return search.lines


class _Search:
    """Goes through a document and hides what is a secret, may be one, or stands where nobody expects it."""

    def __init__(self, root: Descriptor) -> None:
        self.root = root
        self.visits = Visits()
        self.lines: set[int] = set()
        self._hidden: set[int] = set()

    def message(self, node: Node, shape: Shape) -> None:
        """Hide the secrets of a message of the shape."""
        if is_null(node):
            return
        self.visits.add(node, 1)
        if isinstance(node, MappingNode):
            for key, value in self._entries(node):
                self._entry(key, value, shape)
        elif isinstance(node, ScalarNode) and shape.shorthand:
            self._field(node, shape.shorthand)
        elif not isinstance(node, ScalarNode) or holds_secrets(shape.descriptor):
            self.hide(node)

    def _entries(self, node: MappingNode) -> Iterator[Pair]:
        for source in sources_of(node):
            if not isinstance(source, MappingNode):
                self.hide(source)
        yield from own(node)
        yield from merged(node, self.visits)

    def _entry(self, key: Node, value: Node, shape: Shape) -> None:
        member = shape.members.get(key.value) if isinstance(key, ScalarNode) else None
        if member:
            self._field(value, member)
        elif not isinstance(key, ScalarNode) or not self._is_harmless(key.value, shape):
            self.hide(key)
            self.hide(value)

    def _field(self, node: Node, member: Member) -> None:
        if member.is_secret:
            self.hide(node)
        elif isinstance(member, Single):
            self.message(node, member.shape)
        elif isinstance(member, Many) and member.shape:
            self._many(node, member, member.shape)

    def _many(self, node: Node, member: Many, shape: Shape) -> None:
        """Hide the secrets of several messages."""
        if isinstance(member, List) and isinstance(node, SequenceNode):
            for item in node.value:
                self.message(item, shape)
        elif isinstance(member, Map) and isinstance(node, MappingNode):
            for _, value in self._entries(node):
                self.message(value, shape)
        elif holds_secrets(shape.descriptor) and not is_null(node):
            self.hide(node)

    def _is_harmless(self, key: str, shape: Shape) -> bool:
        """Whether an unknown key means a field, here or elsewhere, that leads to no secret."""
        near = meant(key, shape.descriptor)
        if near:
            return not _leads_to_secret(shape.members[near].field)
        known = homes(key, (), self.root)
        return bool(known) and not any(name == key for name in _secret_names(self.root))

    def hide(self, node: Node) -> None:
        """Hide all of the node; the line after a block ends where its text does not begin."""
        if id(node) in self._hidden:
            return
        self._hidden.add(id(node))
        start, end = node.start_mark, node.end_mark
        self.lines.update(range(start.line + 1, end.line + 1 + (end.column > 0)))
        self.lines.add(start.line + 1)


@cache
def holds_secrets(message: Descriptor) -> bool:
    """Whether some field of the message, or below it, is one that nobody may see."""
    return any(_leads_to_secret(field) for field in message.fields)


def _leads_to_secret(field: FieldDescriptor) -> bool:
    below = field.message_type
    return is_secret(field) or (below is not None and holds_secrets(below))


@cache
def _secret_names(message: Descriptor) -> frozenset[str]:
    """The names, in either spelling, of the fields below the message that lead to secrets."""
    names: set[str] = set()
    for field in message.fields:
        if _leads_to_secret(field):
            names |= {field.name, field.json_name}
        if field.message_type is not None:
            names |= _secret_names(field.message_type)
    return frozenset(names)
