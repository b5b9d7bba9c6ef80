# SPDX-License-Identifier: Apache-2.0
"""The lines of a document that nobody may quote, for they hold a secret or may hold one."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, pairwise

from google.protobuf.descriptor import Descriptor, FieldDescriptor
from yaml import MappingNode, Node, ScalarNode, SequenceNode

from planton_sts.loading.hints import homes, meant
from planton_sts.loading.shapes import Host, List, Many, Map, Member, Shape, Single
from planton_sts.messages import is_secret
from planton_sts.nodes.faults import Visits
from planton_sts.nodes.merges import Pair, is_mapping, merged, own, sources_of
from planton_sts.nodes.yaml_nodes import is_null
from planton_sts.secrecy import assigns_secret, is_name, looks_secret


def redacted_lines(root: Node, shape: Shape, lost: Iterable[Node] = ()) -> set[int]:
    """The lines of every secret, and of what stands where a secret should or under a name that says nothing.

    What is lost, and so no part of the tree, may hold anything.
    """
    search = _Search(shape.descriptor)
    for node in lost:
        search.hide(node)
    search.message(root, shape, below=False)
    return search.lines


class _Search:
    """Goes through a document by its schema and hides what may be a secret.

    `below` says whether the way has led through a key that looks like a secret's. From there on all is hidden but the
    names of Secrets, in the places where the schema has them.
    """

    def __init__(self, root: Descriptor) -> None:
        self.root = root
        self.visits = Visits()
        self.lines: set[int] = set()
        self._hidden: set[int] = set()

    def message(self, node: Node, shape: Shape, *, below: bool) -> None:
        """Hide the secrets of a message of the shape."""
        if is_mapping(node):
            below = below or ("value" in shape.members and _names_secret(node))
            for key, value in self._entries(node):
                self._entry(key, value, shape, below=below)
        elif isinstance(node, ScalarNode) and shape.shorthand:
            self._field(node, shape.shorthand, below=below)
        elif isinstance(node, SequenceNode) and shape.listed:
            self._field(node, shape.listed, below=below)
        else:
            self._misfit(node, below=below or holds_secrets(shape.descriptor))

    def _entries(self, node: MappingNode) -> Iterator[Pair]:
        self.visits.add(node, len(node.value))
        for source in sources_of(node):
            if not isinstance(source, MappingNode):
                self.hide(source)
        yield from own(node)
        yield from merged(node, self.visits)

    def _entry(self, key: Node, value: Node, shape: Shape, *, below: bool) -> None:
        member = shape.members.get(key.value) if isinstance(key, ScalarNode) else None
        if member:
            self._field(value, member, below=below or looks_secret(member.name))
        elif shape.inline and shape.inline_key(key):
            self._named(key, value, shape.inline, below=below)
        elif below or not isinstance(key, ScalarNode) or not self._is_harmless(key.value, shape):
            self.hide(key)
            self.hide(value)
        else:
            self._misfit(value, below=False)

    def _field(self, node: Node, member: Member, *, below: bool) -> None:
        if isinstance(member, Single):
            self.message(node, member.shape, below=below)
        elif isinstance(member, List) and isinstance(node, SequenceNode):
            self.visits.add(node, len(node.value))
            for before, item in pairwise([node, *node.value]):
                self._element(item, member, below=below or _is_flag(before))
        elif isinstance(member, Map) and is_mapping(node):
            for key, value in self._entries(node):
                self._named(key, value, member, below=below)
        elif isinstance(member, Many):
            self._misfit(node, below=below or bool(member.shape and holds_secrets(member.shape.descriptor)))
        else:
            is_name_of_one = isinstance(node, ScalarNode) and _says_which(member.field)
            self._misfit(node, below=member.is_secret or (below and not is_name_of_one))

    def _named(self, key: Node, value: Node, member: Map, *, below: bool) -> None:
        """An entry of a map, whose key is a name; below a secret's key, one that stands alone may be the secret."""
        if not isinstance(key, ScalarNode) or (below and (is_null(value) or not is_name(key.value))):
            self.hide(key)
            self.hide(value)
        else:
            self._element(value, member, below=below or looks_secret(key.value))

    def _element(self, node: Node, member: Many, *, below: bool) -> None:
        if member.shape:
            self.message(node, member.shape, below=below)
        elif isinstance(member, Host) and is_mapping(node):
            for key, value in self._entries(node):
                self._named(key, value, member.held, below=below)
        else:
            self._misfit(node, below=below)

    def _misfit(self, node: Node, *, below: bool) -> None:
        """Hide a scalar, or what nobody expects in its place, if it may hold a secret."""
        if below or self._tells(node):
            self.hide(node)

    def _tells(self, node: Node) -> bool:
        """Whether the scalar assigns a secret, or a word in the collection looks like a secret's name."""
        if isinstance(node, ScalarNode):
            return assigns_secret(node.value)
        return any(looks_secret(scalar.value) for scalar in self._scalars(node))

    def _scalars(self, node: Node) -> Iterator[ScalarNode]:
        waiting = [node]
        while waiting:
            found = waiting.pop()
            if isinstance(found, ScalarNode):
                yield found
            else:
                self.visits.add(found, len(found.value))
                waiting += chain.from_iterable(found.value) if isinstance(found, MappingNode) else found.value

    def _is_harmless(self, key: str, shape: Shape) -> bool:
        """Whether an unknown key means a field, here or elsewhere, that leads to no secret."""
        if looks_secret(key):
            return False
        near = meant(key, shape.descriptor)
        if near:
            return not _leads_to_secret(shape.members[near].field)
        return bool(homes(key, (), self.root)) and key not in _secret_names(self.root)

    def hide(self, node: Node) -> None:
        """Hide all of the node; the line after a block ends where its text does not begin."""
        if id(node) in self._hidden or is_null(node):
            return
        self._hidden.add(id(node))
        start, end = node.start_mark, node.end_mark
        self.lines.update(range(start.line + 1, end.line + 1 + (end.column > 0)))
        self.lines.add(start.line + 1)


def _names_secret(node: MappingNode) -> bool:
    """Whether the mapping, such as `{name: PASSWORD, value: hunter2}`, names what it holds, and that is a secret."""
    return any(key.value == "name" and looks_secret(str(value.value)) for key, value in node.value)


def _is_flag(node: Node) -> bool:
    """Whether the argument says that the next is a secret: `--password`."""
    return isinstance(node, ScalarNode) and node.value.startswith("-") and looks_secret(node.value)


def _says_which(field: FieldDescriptor) -> bool:
    """Whether the field says which Secret is meant, and which key of it, and whether it must be there."""
    is_of_one = "Secret" in field.containing_type.name and field.name in {"namespace", "name", "key", "optional"}
    return is_of_one or field.name == "pull_secret_name"


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
