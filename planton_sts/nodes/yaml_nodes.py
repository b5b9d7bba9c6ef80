# SPDX-License-Identifier: Apache-2.0
"""Text to node trees, with nothing resolved: a node has a tag only where the text has one."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import yaml
from yaml import Node, ScalarNode
from yaml.composer import Composer
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from planton_sts.nodes.faults import MAX_DEPTH, MAX_NODES, MAX_TAGS, Fault, too_deep, too_many
from planton_sts.nodes.json_nodes import compose_json
from planton_sts.nodes.yaml_errors import not_text, reworded


class Bounded:
    """Gives no tags, and stops at text that is too deep or too large before it fills stack or memory.

    PyYAML's composers ask for tags while they make nodes. What a scalar means is for the schema to say.
    """

    depth = nodes = 0

    def resolve(self, *_: object) -> str:
        """The tag of a node that is written without one."""
        return ""

    def descend_resolver(self, parent: Any, _: object) -> None:
        """Called where a node begins."""
        self.depth += 1
        self.nodes += 1
        if self.depth > MAX_DEPTH:
            raise too_deep(parent.start_mark)
        if self.nodes > MAX_NODES:
            raise too_many(parent.start_mark)

    def ascend_resolver(self) -> None:
        """Called where a node ends."""
        self.depth -= 1
        if self.depth == 0:
            self.nodes = 0


class Unbounded:
    """Gives no tags, and calls nothing in Python to do so: this takes any arguments and gives an empty text."""

    resolve = descend_resolver = ascend_resolver = "".format


class PythonParser(Bounded, Reader, Scanner, Parser, Composer):
    """For where PyYAML comes without its C extension, which is some ten times as fast."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)


def _parsers() -> tuple[Callable[[str], Any], Callable[[str], Any]]:
    """The parser for small text, and the one for any."""
    if not yaml.__with_libyaml__:
        return PythonParser, PythonParser
    from yaml._yaml import CParser  # noqa: PLC0415 - not everywhere, and nowhere else

    return type("SmallParser", (Unbounded, CParser), {}), type("BoundedParser", (Bounded, CParser), {})


PARSERS = _parsers()


def compose(text: str) -> Iterator[Node]:
    """The text's documents, each when it is asked for."""
    tree = compose_json(text)
    return iter([tree]) if tree else _compose_yaml(text)


def _compose_yaml(text: str) -> Iterator[Node]:
    small, general = PARSERS
    if text.count("%TAG") > MAX_TAGS:
        # A reader compares each with all before it.
        raise Fault("load.limit", f"must not declare more than {MAX_TAGS} tags")
    try:
        parser = small(text) if _is_small(text) else general(text)
        while parser.check_node():
            yield parser.get_node()
    except yaml.YAMLError as error:
        raise reworded(error, text) from None
    except UnicodeEncodeError as error:
        raise not_text(text[: error.start]) from None


# A block collection stands deeper than the one around it, and after nothing but these on its line.
_INDENT = re.compile(r"[\n\r][-?: \t]{64}")
# Hardly anybody ends a line with these.
_OTHER_ENDS = "\x85\u2028\u2029"


def _is_small(text: str) -> bool:
    """Whether the text cannot exceed the bounds by far; two characters make three nodes at most."""
    opened = text.count("[") + text.count("{")
    if len(text) >= MAX_NODES // 2 or opened >= MAX_DEPTH:
        return False
    # Each block collection has one of these at least; most manifests are told by that alone.
    blocks = text.count(":") + text.count("-") + text.count("?")
    if opened + blocks < MAX_DEPTH:
        return True
    return not (_INDENT.search(f"\n{text}") or any(end in text for end in _OTHER_ENDS))


NULLS = frozenset(["", "~", "null", "Null", "NULL"])


def is_null(node: Node) -> bool:
    """Whether the node stands for no value."""
    if not isinstance(node, ScalarNode):
        return False
    return node.tag == "tag:yaml.org,2002:null" or (not node.tag and not node.style and node.value in NULLS)
