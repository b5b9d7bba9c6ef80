# SPDX-License-Identifier: Apache-2.0
"""A document, or a message, as plain Python values."""

from functools import reduce
from operator import getitem
from typing import Any

from google.protobuf.descriptor import Descriptor, FieldDescriptor
from yaml import MappingNode, Node, ScalarNode, SequenceNode

from planton_sts.descent import within
from planton_sts.loading.standing import Guest, guests
from planton_sts.messages import Message, fields_of, is_map, json_name, type_in
from planton_sts.nodes.faults import Fault, Visits
from planton_sts.nodes.merges import merged, own
from planton_sts.nodes.yaml_nodes import is_null


def plain(root: Node) -> Any:
    """The node as dicts, lists, strings as written, and None; None too for one that merges more than it may."""
    try:
        return _Tree().value(root)
    except Fault:
        return None


def as_written(message: Message) -> Any:
    """The message as dicts, lists and strings, every scalar as a manifest would have it written."""
    return _texts(as_manifest(message))


def as_manifest(message: Message) -> Any:
    """The message as a manifest has it: as ProtoJSON's values, but for what stands among those of another field."""
    tree = as_json(message)
    for path, held in within(message, _has_guests):
        node = reduce(getitem, path, tree)
        for guest in guests(held.DESCRIPTOR):
            _seat(node, guest)
    return tree


def _has_guests(descriptor: Descriptor) -> bool:
    return bool(guests(descriptor))


def _seat(node: Any, guest: Guest) -> None:
    """Put the guest's values among those of its host, but for those whose names the host has itself."""
    host, inner = node.get(json_name(guest.host), {}), json_name(guest.held)
    values = node.pop(json_name(guest.field), {})
    seated = {name: value.get(inner, {}) for name, value in values.items() if name not in host}
    if seated:
        node[json_name(guest.host)] = dict(sorted({**host, **seated}.items()))
    if rest := {name: value for name, value in values.items() if name in host}:
        node[json_name(guest.field)] = rest


def as_json(message: Message) -> Any:
    """The message as ProtoJSON's values, every number as one, its maps in the order of their keys.

    ProtoJSON writes numbers of 64 bits as text, and protobuf orders maps in another way each time.
    """
    from google.protobuf.json_format import MessageToDict  # noqa: PLC0415 - it is slow to import, and rarely asked for

    return _ordered(MessageToDict(message), message.DESCRIPTOR)


def _ordered(value: Any, descriptor: Any) -> Any:
    """The value of a message of the type, with its maps in order."""
    return {name: _of_field(child, fields_of(descriptor)[name]) for name, child in value.items()}


def _of_field(value: Any, field: FieldDescriptor) -> Any:
    held = type_in(field)
    if is_map(field):
        return {key: _ordered(value[key], held) if held else value[key] for key in sorted(value)}
    if field.cpp_type == FieldDescriptor.CPPTYPE_INT64:
        return [int(one) for one in value] if field.is_repeated else int(value)
    if held is None:
        return value
    return [_ordered(child, held) for child in value] if field.is_repeated else _ordered(value, held)


def _texts(value: Any) -> Any:
    """ProtoJSON's values with every scalar as text."""
    if isinstance(value, dict):
        return {key: _texts(child) for key, child in value.items()}
    if isinstance(value, list):
        return [_texts(child) for child in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


class _Tree:
    """Makes one object of what aliases repeat, so that nothing grows."""

    def __init__(self) -> None:
        self.made: dict[int, Any] = {}
        self.visits = Visits()

    def value(self, node: Node) -> Any:
        """What the node stands for."""
        if id(node) not in self.made:
            self._make(node)
        return self.made[id(node)]

    def _make(self, node: Node) -> None:
        if isinstance(node, MappingNode):
            entries = self.made[id(node)] = {}
            for key, value in [*own(node), *merged(node, self.visits)]:
                if isinstance(key, ScalarNode):
                    entries.setdefault(key.value, self.value(value))
        elif isinstance(node, SequenceNode):
            items = self.made[id(node)] = []
            items.extend(map(self.value, node.value))
        else:
            self.made[id(node)] = None if is_null(node) else node.value
