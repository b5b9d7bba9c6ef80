# SPDX-License-Identifier: Apache-2.0
"""One pass over a document: how much of it was seen, and what is wrong with it."""

from typing import TypeAlias

from google.protobuf.descriptor import Descriptor
from yaml import MappingNode, Node

from planton_sts.loading.source_map import place_of
from planton_sts.nodes.faults import MAX_PROBLEMS, Fault, Visits
from planton_sts.nodes.merges import Pair, has_merges, merged, own, sources_of
from planton_sts.paths import Key, Path, Step, rerouted
from planton_sts.problems import Complaint, Place, Problem, problem

# The way from the document to a value, last step first: one pair a level, which costs least while nothing is wrong.
Trail: TypeAlias = "tuple[Trail, Step] | None"


def path_of(trail: Trail) -> Path:
    """The trail as a path."""
    steps: list[Step] = []
    while trail is not None:
        trail, step = trail
        steps.append(step)
    return tuple(reversed(steps))


class Walk:
    """What one pass over a document finds.

    Attributes:
        root: Type of the message that the document stands for.
        source: Name of the source.
        visits: How much of the document may still be seen.
        problems: What is wrong.
        ways: Where the paths of a dialect lead another way: ours, and what is written there.
        lost: What could not be taken into the tree that is gone through.

    """

    def __init__(self, root: Descriptor, source: str, length: int = 0) -> None:
        self.root = root
        self.source = source
        self.visits = Visits(length)
        self.problems: list[Problem] = []
        self.ways: dict[Path, Path] = {}
        self.lost: list[Node] = []

    def entries(self, mapping: MappingNode, trail: Trail) -> tuple[list[Pair], list[Pair]]:
        """The mapping's own entries, and those that it gets from others."""
        self.visits.add(mapping, len(mapping.value))
        return (own(mapping), self.merged(mapping, trail)) if has_merges(mapping) else (mapping.value, [])

    def merged(self, mapping: MappingNode, trail: Trail) -> list[Pair]:
        """The entries that the mapping gets from others."""
        for node in sources_of(mapping):
            if not isinstance(node, MappingNode):
                self.refuse(node, trail, Complaint("load.type", "must be a mapping to merge, or a list of mappings"))
        return list(merged(mapping, self.visits))

    def refuse(self, node: Node, trail: Trail, complaint: Complaint) -> None:
        """Note what is wrong at the node."""
        if len(self.problems) == MAX_PROBLEMS:
            raise Fault("load.limit", f"must not have more than {MAX_PROBLEMS:,} problems to list them all")
        self.problems.append(problem(rerouted(path_of(trail), self.ways), complaint, self.place(node)))

    def place(self, node: Node) -> Place:
        """Where the node stands."""
        return place_of(self.source, node)


_LONGEST = 253


def as_key(node: Node) -> Key:
    """The key as a step that can be shown: without what no output can encode, and no longer than a name is."""
    text = node.value if isinstance(node.value, str) else "?"
    if len(text) <= _LONGEST and text.isascii():
        return Key(text)  # as nearly always, so at once
    shown = text[:_LONGEST].encode("utf-8", "backslashreplace").decode()
    return Key(shown if len(text) <= _LONGEST else f"{shown}...")


def as_step(node: Node) -> Step:
    """The key as the name of a field, where it could be one."""
    key = as_key(node)
    return str(key) if key.isidentifier() and key.isascii() else key
