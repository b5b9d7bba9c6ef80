# SPDX-License-Identifier: Apache-2.0
"""Mappings that hold others' entries by `<<`, YAML 1.1's merge key."""

from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from typing import TypeGuard

from yaml import MappingNode, Node, ScalarNode, SequenceNode

from planton_sts.nodes.faults import Fault, Visits

Pair = tuple[Node, Node]

_TAGS = {"", "tag:yaml.org,2002:map"}


def is_mapping(node: Node) -> TypeGuard[MappingNode]:
    """Whether the node is a mapping, and not of a type that the schema does not know."""
    return isinstance(node, MappingNode) and node.tag in _TAGS


def is_merge(key: Node) -> bool:
    """Whether the key says that other mappings' entries belong here too."""
    return isinstance(key, ScalarNode) and key.value == "<<" and not key.style


def has_merges(mapping: MappingNode) -> bool:
    """Whether other mappings' entries belong into the mapping."""
    return any(key.value == "<<" and is_merge(key) for key, _ in mapping.value)


def own(mapping: MappingNode) -> list[Pair]:
    """The entries that the mapping does not get from others."""
    return [pair for pair in mapping.value if not is_merge(pair[0])]


def sources_of(mapping: MappingNode) -> Iterator[Node]:
    """What the mapping says is to be merged."""
    for key, value in mapping.value:
        if is_merge(key):
            yield from value.value if isinstance(value, SequenceNode) else [value]


def merged(mapping: MappingNode, visits: Visits) -> Iterator[Pair]:
    """The entries that the mapping gets from others; of two of one name the first counts."""
    seen, waiting = set[int](), [mapping]
    while waiting:
        node = waiting.pop()
        if id(node) not in seen:
            seen.add(id(node))
            found = [source for source in sources_of(node) if isinstance(source, MappingNode)]
            visits.add(node, len(node.value) + len(found))
            waiting += reversed(found)
            yield from own(node) if node is not mapping else ()


def by_name(mapping: MappingNode) -> dict[str, Pair]:
    """The entries with a scalar key by it, merged ones included as far as the bounds allow."""
    named: dict[str, Pair] = {}
    with suppress(Fault):
        for pair in chain(own(mapping), merged(mapping, Visits())) if has_merges(mapping) else mapping.value:
            if isinstance(pair[0], ScalarNode):
                named.setdefault(pair[0].value, pair)
    return named
