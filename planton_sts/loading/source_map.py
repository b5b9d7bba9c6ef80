# SPDX-License-Identifier: Apache-2.0
"""Where in its source each field of a document stands."""

import re
from functools import cache
from typing import Any

from yaml import MappingNode, Node, ScalarNode, SequenceNode

from planton_sts.loading.forms import inline_names, keys_of_oneofs
from planton_sts.nodes.merges import Pair, by_name
from planton_sts.paths import Key, Path, Step
from planton_sts.problems import Place


def place_of(file: str, node: Node) -> Place:
    """The stretch that the node takes."""
    start, end = node.start_mark, node.end_mark
    return Place(file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)


class SourceMap:
    """Finds values in a document by their paths; mappings are indexed when a path first leads through them."""

    def __init__(self, file: str, root: Node) -> None:
        self.file = file
        self.root = root
        self._indexes: dict[int, dict[str, Pair]] = {}

    def place(self, path: Path) -> Place:
        """The value at the path; where there is none, the key of the nearest value above it."""
        head, node = _head(self.root), self.root
        for step in path:
            found = self._below(node, step)
            if found is None:
                return place_of(self.file, head)
            head, node = found
        return place_of(self.file, node)

    def has(self, path: Path) -> bool:
        """Whether the document says something at the path."""
        node: Node | None = self.root
        for step in path:
            found = self._below(node, step) if node else None
            node = found[1] if found else None
        return node is not None

    def _below(self, node: Node, step: Step) -> Pair | None:
        """The key, or what stands for one, and the value one step below the node."""
        if isinstance(node, MappingNode):
            index = self._index(node)
            if isinstance(step, Key):
                return index.get(step)
            name = str(step)
            if name in inline_names() and name not in index:
                return _head(node), node
            return index.get(name) or index.get(_snake_case(name)) or index.get(keys_of_oneofs().get(name, ""))
        if isinstance(node, SequenceNode) and isinstance(step, int) and 0 <= step < len(node.value):
            item = node.value[step]
            return _head(item), item
        # A scalar or a list may stand for a message, as the one field of it.
        is_field = isinstance(node, ScalarNode) and step in {"value", "reference"}
        return (node, node) if is_field or (isinstance(node, SequenceNode) and isinstance(step, str)) else None

    def _index(self, mapping: MappingNode) -> dict[str, Pair]:
        index = self._indexes.get(id(mapping))
        if index is None:
            index = self._indexes[id(mapping)] = by_name(mapping)
        return index


def _head(node: Node) -> Node:
    """A name to point at, where the node has one."""
    first: Any = node.value[0] if isinstance(node, MappingNode) and node.value else None
    return first[0] if first else node


@cache
def _snake_case(name: str) -> str:
    return re.sub("[A-Z]+", lambda capitals: f"_{capitals[0].lower()}", name)
