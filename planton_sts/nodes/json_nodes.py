# SPDX-License-Identifier: Apache-2.0
"""JSON to a node tree.

YAML's readers take most JSON, but refuse surrogate pairs, names of more than 1,024 characters and tabs, and take
U+2028 for the end of a line.
"""

import json
import re
from collections.abc import Callable

import yaml

from planton_sts.nodes.faults import MAX_DEPTH, MAX_NODES, too_deep, too_many
from planton_sts.nodes.lines import Lines

_SPACE = re.compile(r"[ \t\n\r]*")
_BEGIN = re.compile(r"[ \t\n\r]*[{\[]")

# Numbers stay as they are written.
_SCALARS = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str)


def compose_json(text: str) -> yaml.Node | None:
    """The text's tree, or None when it is no JSON object or list."""
    if not _BEGIN.match(text):
        return None
    try:
        return _Composer(text).document()
    except ValueError:
        return None


class _Composer:
    """Reads one JSON text; any ValueError says that it is none."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = Lines(text)
        self.nodes = 0

    def document(self) -> yaml.Node:
        """The one value of the text."""
        node = self._node(self._skip(0), 1)
        if self._skip(node.end_mark.index) != len(self.text):
            raise ValueError
        return node

    def _node(self, start: int, depth: int) -> yaml.Node:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise too_many(self.lines.mark(start))
        if depth > MAX_DEPTH:
            raise too_deep(self.lines.mark(start))
        first = self.text[start : start + 1]
        if first == "{":
            return self._object(start, depth)
        return self._array(start, depth) if first == "[" else self._scalar(start)

    def _scalar(self, start: int) -> yaml.ScalarNode:
        value, end = _SCALARS.raw_decode(self.text, start)
        style = '"' if self.text[start] == '"' else None
        written = value if style else self.text[start:end]
        return yaml.ScalarNode("", written, self.lines.mark(start), self.lines.mark(end), style)

    def _array(self, start: int, depth: int) -> yaml.SequenceNode:
        elements: list[yaml.Node] = []

        def element(at: int) -> int:
            elements.append(self._node(at, depth + 1))
            return elements[-1].end_mark.index

        end = self._entries(start, "]", element)
        return yaml.SequenceNode("", elements, self.lines.mark(start), self.lines.mark(end), flow_style=True)

    def _object(self, start: int, depth: int) -> yaml.MappingNode:
        pairs: list[tuple[yaml.Node, yaml.Node]] = []

        def pair(at: int) -> int:
            key = self._key(at)
            value = self._node(self._expect(":", key.end_mark.index), depth + 1)
            pairs.append((key, value))
            return value.end_mark.index

        end = self._entries(start, "}", pair)
        return yaml.MappingNode("", pairs, self.lines.mark(start), self.lines.mark(end), flow_style=True)

    def _key(self, start: int) -> yaml.ScalarNode:
        if not self.text.startswith('"', start):
            raise ValueError
        return self._scalar(start)

    def _entries(self, start: int, close: str, entry: Callable[[int], int]) -> int:
        """The end of the collection, after each of its entries is read by a function that gives the entry's end."""
        at = self._skip(start + 1)
        if self.text.startswith(close, at):
            return at + 1
        while True:
            at = self._skip(entry(at))
            if self.text.startswith(close, at):
                return at + 1
            at = self._expect(",", at)

    def _expect(self, character: str, at: int) -> int:
        """What follows the character that must come next."""
        at = self._skip(at)
        if not self.text.startswith(character, at):
            raise ValueError
        return self._skip(at + 1)

    def _skip(self, at: int) -> int:
        """What follows the white space."""
        found = _SPACE.match(self.text, at)
        return found.end() if found else at
