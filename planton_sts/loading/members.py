# SPDX-License-Identifier: Apache-2.0
"""How a value fills a field: one class for each of a scalar, a message, and lists and maps of either."""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from google.protobuf.descriptor import FieldDescriptor
from yaml import Node, ScalarNode, SequenceNode

from planton_sts.loading.expected import element, expected
from planton_sts.loading.faults import LONG_TEXT
from planton_sts.loading.merges import Pair, is_mapping
from planton_sts.loading.scalars import Refused, reader
from planton_sts.loading.walk import Trail, Walk, as_key
from planton_sts.loading.yaml_nodes import is_null
from planton_sts.messages import Message, is_secret

if TYPE_CHECKING:
    from planton_sts.loading.shapes import Shape

LIST_TAGS = {"", "tag:yaml.org,2002:seq"}


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
        self.json_name = field.camelcase_name
        oneof = field.containing_oneof
        self.oneof = oneof.name if oneof is not None and oneof.name != f"_{field.name}" else None
        self.is_secret = is_secret(field)

    def fill(self, walk: Walk, message: Message, node: Node, trail: Trail) -> None:
        """Set the message's field to the value at the node; null leaves it unset."""
        raise NotImplementedError

    @cached_property
    def expected(self) -> str:
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
                if len(node.value) > LONG_TEXT:
                    walk.visits.add_text(node, len(node.value))
                setattr(message, self.name, value)
        except (Refused, UnicodeEncodeError) as error:
            refuse(walk, node, (trail, self.json_name), error, self.expected)


class Single(Member):
    """A field that holds one message."""

    def __init__(self, field: FieldDescriptor, shape: "Shape") -> None:
        super().__init__(field)
        self.shape = shape

    def fill(self, walk: Walk, message: Message, node: Node, trail: Trail) -> None:
        """Fill the field's message."""
        if not is_null(node):
            self.shape.fill(walk, getattr(message, self.name), node, (trail, self.json_name))


class Many(Member):
    """A field that holds several values, each under a name or an index.

    Attributes:
        shape: How one of them is filled; None where they are scalars.

    """

    def __init__(self, field: FieldDescriptor, of: FieldDescriptor, shape: "Shape | None") -> None:
        super().__init__(field)
        self.of = of
        self.shape = shape

    @cached_property
    def element(self) -> str:
        """What each value must be."""
        return element(self.of)

    def put(self, walk: Walk, values: Any, key: Any, node: Node, trail: Trail) -> None:
        """Set the one value to what stands at the node."""
        try:
            if self.shape:
                self.shape.fill(walk, values[key], node, trail)
            else:
                value = self._scalar(node)
                if len(node.value) > LONG_TEXT:
                    walk.visits.add_text(node, len(node.value))
                values[key] = value
        except (Refused, UnicodeEncodeError) as error:
            refuse(walk, node, trail, error, self.element)

    @cached_property
    def _read(self) -> Any:
        return reader(self.of)

    def _scalar(self, node: Node) -> Any:
        value = self._read(node)
        if value is None:
            raise Refused(hint='leave it out, or write `""` for empty text')
        return value


class List(Many):
    """A field that holds a list."""

    def __init__(self, field: FieldDescriptor, shape: "Shape | None") -> None:
        super().__init__(field, field, shape)

    def fill(self, walk: Walk, message: Message, node: Node, trail: Trail) -> None:
        """Add the elements; one that is wrong keeps its index."""
        below = (trail, self.json_name)
        if isinstance(node, SequenceNode) and node.tag in LIST_TAGS:
            values = getattr(message, self.name)
            walk.visits.add(node, len(node.value))
            for index, item in enumerate(node.value):
                self.grow(values)
                self.put(walk, values, index, item, (below, index))
        elif not is_null(node):
            walk.refuse(node, below, "load.type", self.expected)

    def grow(self, values: Any) -> None:
        """Add an empty element."""
        if self.shape:
            values.add()
        else:
            values.append("" if self.of.type == FieldDescriptor.TYPE_STRING else 0)


class Map(Many):
    """A field that holds values by name."""

    def __init__(self, field: FieldDescriptor, shape: "Shape | None") -> None:
        super().__init__(field, field.message_type.fields_by_name["value"], shape)

    def fill(self, walk: Walk, message: Message, node: Node, trail: Trail) -> None:
        """Add the entries."""
        below = (trail, self.json_name)
        if is_mapping(node):
            values = getattr(message, self.name)
            own, merged = walk.entries(node, below)
            seen: set[str] = set()
            self._fill(walk, values, own, below, seen, own=True)
            self._fill(walk, values, merged, below, seen, own=False)
        elif not is_null(node):
            walk.refuse(node, below, "load.type", self.expected)

    def _fill(  # noqa: PLR0913 - a pass over entries needs to know all this, and an object for it costs time
        self, walk: Walk, values: Any, pairs: Iterable[Pair], trail: Trail, seen: set[str], *, own: bool
    ) -> None:
        for key, value in pairs:
            place = (trail, as_key(key))
            if not isinstance(key, ScalarNode) or is_null(key):
                walk.refuse(key, place, "load.type", "must have text for its key")
            elif key.value not in seen:
                seen.add(key.value)
                self.put(walk, values, key.value, value, place)
            elif own:
                walk.refuse(key, place, "load.duplicate_key", ONCE)


ONCE = "must be written once"
HALF = "must be Unicode text, without halves of surrogate pairs"


def refuse(walk: Walk, node: Node, trail: Trail, error: Refused | UnicodeEncodeError, expected: str) -> None:
    """Note why the scalar was refused, by us or by protobuf."""
    if isinstance(error, Refused):
        walk.refuse(node, trail, error.rule, error.message or expected, error.hint)
    else:
        walk.refuse(node, trail, "load.encoding", HALF)
