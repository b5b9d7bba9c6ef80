# SPDX-License-Identifier: Apache-2.0
"""What a node stands for where this API has no schema: parts of Kubernetes objects, read as kubectl reads them."""

from typing import Any

from yaml import Node, ScalarNode, SequenceNode

from planton_sts.json_objects import MAX_DEPTH
from planton_sts.loading.scalars import FALSE, TRUE, number_or_text, written
from planton_sts.loading.walk import Trail, Walk, as_key, as_step
from planton_sts.nodes.faults import LONG_TEXT
from planton_sts.nodes.merges import is_mapping
from planton_sts.nodes.yaml_nodes import is_null
from planton_sts.problems import Complaint, Refusal

KEY = Complaint("load.type", "must have text for its key")
ONCE = Complaint("load.duplicate_key", "must be written once")
DEEP = Complaint("load.type", f"must not nest more than {MAX_DEPTH} levels deep")


def untyped(walk: Walk, node: Node, trail: Trail, depth: int = 0) -> Any:
    """The value as JSON has it; what cannot be read is noted, and stands as null."""
    if depth == MAX_DEPTH:
        walk.refuse(node, trail, DEEP)
        return None
    if is_mapping(node):
        return _mapping(walk, node, trail, depth)
    if isinstance(node, SequenceNode):
        walk.visits.add(node, len(node.value))
        return [untyped(walk, item, (trail, index), depth + 1) for index, item in enumerate(node.value)]
    return _scalar(walk, node, trail)


def _mapping(walk: Walk, node: Any, trail: Trail, depth: int) -> dict[str, Any]:
    own, merged = walk.entries(node, trail)
    found: dict[str, Any] = {}
    for index, (key, value) in enumerate([*own, *merged]):
        if not isinstance(key, ScalarNode) or is_null(key):
            walk.refuse(key, (trail, as_key(key)), KEY)
        elif key.value not in found:
            found[key.value] = untyped(walk, value, (trail, as_step(key)), depth + 1)
        elif index < len(own):
            walk.refuse(key, (trail, as_step(key)), ONCE)
    return found


def _scalar(walk: Walk, node: Node, trail: Trail) -> Any:
    try:
        text, is_text = written(node)
    except Refusal as refusal:
        walk.refuse(node, trail, refusal.complaint)
        return None
    if text is not None and len(text) > LONG_TEXT:
        walk.visits.add_text(node, len(text))
    if text is None or is_text:
        return text
    return text in TRUE if text in TRUE | FALSE else number_or_text(text)
