# SPDX-License-Identifier: Apache-2.0
"""Text to node trees, with nothing resolved: a node has a tag only where the text has one."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import yaml
from yaml import Node, ScalarNode

from planton_sts.loading.decode import not_text
from planton_sts.loading.faults import MAX_DEPTH, MAX_NODES, MAX_TAGS, Fault
from planton_sts.loading.json_nodes import compose_json
from planton_sts.loading.parsers import PythonParser
from planton_sts.loading.yaml_errors import reworded


def _parsers() -> tuple[Callable[[str], Any], Callable[[str], Any]]:
    """The parser for small text, and the one for any."""
    if not yaml.__with_libyaml__:
        return PythonParser, PythonParser
    from planton_sts.loading.c_parsers import BoundedCParser, SmallCParser  # noqa: PLC0415 - not everywhere

    return SmallCParser, BoundedCParser


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
_INDENT = re.compile(r"[\n\r\x85\u2028\u2029][-?: \t]{64}")


def _is_small(text: str) -> bool:
    """Whether the text cannot exceed the bounds by far; two characters make three nodes at most."""
    opened = text.count("[") + text.count("{")
    return len(text) < MAX_NODES // 2 and opened < MAX_DEPTH and not _INDENT.search(f"\n{text}")


NULLS = frozenset(["", "~", "null", "Null", "NULL"])


def is_null(node: Node) -> bool:
    """Whether the node stands for no value."""
    if not isinstance(node, ScalarNode):
        return False
    return node.tag == "tag:yaml.org,2002:null" or (not node.tag and not node.style and node.value in NULLS)
