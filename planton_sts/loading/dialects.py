# SPDX-License-Identifier: Apache-2.0
"""Manifests of later versions of Project Planton's API, read as ours: they list variables, where ours has maps."""

from collections.abc import Callable
from functools import partial
from typing import Any

from yaml import MappingNode, Node, ScalarNode, SequenceNode

from planton_sts.bounds import most, too_long
from planton_sts.loading.kinds import API_VERSION, DIALECTS, INSTRUCTIONS
from planton_sts.loading.shapes import is_list
from planton_sts.loading.walk import Trail, Walk, as_key, path_of
from planton_sts.messages import EnvVarSource, KubernetesStatefulSetContainerAppEnv, json_name
from planton_sts.nodes.merges import Pair, by_name, is_mapping, is_merge
from planton_sts.nodes.yaml_nodes import is_null
from planton_sts.paths import Path
from planton_sts.problems import Complaint
from planton_sts.variables import referred

NAMELESS = Complaint("load.type", "must be a mapping with a `name`")
TWICE = Complaint("load.duplicate_key", "must be the name of one variable alone; an entry above has it")

# Where Kubernetes has values stand: dialects have these beside `name`, and ours below `valueFrom`.
_SOURCES = {name for field in EnvVarSource.DESCRIPTOR.fields for name in (field.name, json_name(field))}
_APP = ("spec", "container", "app")


def in_ours(root: MappingNode, walk: Walk) -> Node:
    """The document's nodes, rewritten where it, or the manifest of a stack input, is in a dialect.

    What is written stays as it is; the walk is told which of our paths lead another way there.
    """
    return _manifest(_at(root, ("target",), partial(_manifest, walk=walk, trail=(None, "target"))), walk, None)


def _manifest(node: Node, walk: Walk, trail: Trail) -> Node:
    version = _find(node, "apiVersion", "api_version")
    if not version or not isinstance(version[1], ScalarNode) or version[1].value not in DIALECTS.values():
        return node
    here = (version[0], ScalarNode("", API_VERSION, version[1].start_mark, version[1].end_mark))
    below = path_of(trail)
    labels = partial(_labels, theirs=INSTRUCTIONS[version[1].value], walk=walk, below=(*below, "metadata", "labels"))
    node = _at(_with(node, version, here), ("metadata", "labels"), labels)
    for name in _APP:
        trail = (trail, name)
    return _at(node, _APP, partial(_app, walk=walk, trail=trail))


def _labels(node: Node, theirs: str, walk: Walk, below: Path) -> Node:
    """The labels; what is an instruction to the tools has our API's name in its key."""
    if not is_mapping(node) or not any(name.startswith(theirs) for name in by_name(node)):
        return node
    pairs: list[Pair] = []
    for key, value in _entries(node):
        pairs.append((key, value))
        if isinstance(key, ScalarNode) and key.value.startswith(theirs):
            name = key.value.replace(theirs, INSTRUCTIONS[API_VERSION], 1)
            pairs[-1] = ScalarNode("", name, key.start_mark, key.end_mark), value
            walk.ways[(*below, as_key(pairs[-1][0]))] = (*below, as_key(key))
    return MappingNode(node.tag, pairs, node.start_mark, node.end_mark)


def _app(node: Node, walk: Walk, trail: Trail) -> Node:
    """The application's container, with `envFrom` where Kubernetes has it."""
    node = _at(node, ("env",), partial(_env, walk=walk, trail=(trail, "env")))
    env = _find(node, "env")
    taken = _find(env[1], "envFrom", "env_from") if env else None
    if not env or not taken:
        return node
    walk.ways[path_of((trail, "envFrom"))] = path_of(((trail, "env"), "envFrom"))
    return _with(_with(node, env, (env[0], _without(env[1], taken))), None, taken)


def _env(node: Node, walk: Walk, trail: Trail) -> Node:
    """The variables, with maps in the place of lists, and as entries what those cannot say."""
    entries = _Entries(walk, trail)
    for name in ("variables", "secrets"):
        found = _find(node, name)
        if found and is_list(found[1]):
            pairs = entries.split(found[1], name)
            node = _with(node, found, (found[0], MappingNode("", pairs, found[1].start_mark, found[1].end_mark)))
    if entries.kept:
        first, last = entries.kept[0], entries.kept[-1]
        kept = SequenceNode("", entries.kept, first.start_mark, last.end_mark)
        node = _with(node, None, (ScalarNode("", "entries", first.start_mark, first.start_mark), kept))
    return node


class _Entries:
    """Goes through lists of variables.

    Attributes:
        kept: What stays an entry of a list.

    """

    def __init__(self, walk: Walk, trail: Trail) -> None:
        self.walk = walk
        self.trail = trail
        self.kept: list[Node] = []
        self._kept_names: set[str] = set()

    def split(self, listed: SequenceNode, field: str) -> list[Pair]:
        """What the list becomes as a map of the field, without what is kept."""
        limited = KubernetesStatefulSetContainerAppEnv.DESCRIPTOR.fields_by_name[field]
        if len(listed.value) > most(limited):
            self._lose(listed, listed, (self.trail, field), too_long(limited))
            return []
        found: dict[str, Pair] = {}
        for index, item in enumerate(listed.value):
            place: Trail = ((self.trail, field), index)
            if is_mapping(item):
                # It counts what is seen, which aliases may repeat, and tells what cannot be merged.
                self.walk.entries(item, place)
            name = _find(item, "name")
            if not name or not isinstance(name[1], ScalarNode) or is_null(name[1]):
                self._lose(item, item, place, NAMELESS)
            elif name[1].value in found or name[1].value in self._kept_names:
                self._lose(item, name[1], (place, "name"), TWICE)
            elif field == "variables" and self._stays(item):
                self._keep(item, name, place)
            else:
                self.walk.ways[(*path_of((self.trail, field)), as_key(name[1]))] = path_of(place)
                rest = [pair for pair in _entries(item) if pair[0] is not name[0]]
                found[name[1].value] = name[1], MappingNode("", rest, item.start_mark, item.end_mark)
        return list(found.values())

    def _lose(self, item: Node, node: Node, place: Trail, complaint: Complaint) -> None:
        self.walk.refuse(node, place, complaint)
        self.walk.lost.append(item)

    def _stays(self, item: MappingNode) -> bool:
        """Whether no map can say it: its value stands in Kubernetes, or leads by `$(NAME)` to one that does."""
        named = by_name(item)
        value = named["value"][1] if "value" in named else None
        names = referred(value.value) if isinstance(value, ScalarNode) else []
        return not _SOURCES.isdisjoint(named) or not self._kept_names.isdisjoint(names)

    def _keep(self, item: MappingNode, name: Pair, place: Trail) -> None:
        way, theirs = (*path_of((self.trail, "entries")), len(self.kept)), path_of(place)
        self.walk.ways[way] = theirs
        self._kept_names.add(name[1].value)
        pairs = _entries(item)
        sources = [pair for pair in pairs if _is_source(pair[0])]
        if sources:
            key = ScalarNode("", "valueFrom", sources[0][0].start_mark, sources[0][0].end_mark)
            source = MappingNode("", sources, sources[0][0].start_mark, sources[-1][1].end_mark)
            pairs = [*(pair for pair in pairs if not _is_source(pair[0])), (key, source)]
        for field in EnvVarSource.DESCRIPTOR.fields:
            self.walk.ways[(*way, "valueFrom", json_name(field))] = (*theirs, json_name(field))
        self.kept.append(MappingNode("", pairs, item.start_mark, item.end_mark))


def _entries(mapping: MappingNode) -> list[Pair]:
    """The entries of the mapping, those that it gets from others included."""
    has_others = any(is_merge(key) for key, _ in mapping.value)
    return list(by_name(mapping).values()) if has_others else mapping.value


def _without(mapping: Any, pair: Pair) -> Node:
    """The mapping without its entry, wherever that comes from."""
    pairs = [own for own in _entries(mapping) if own[0] is not pair[0]]
    return MappingNode(mapping.tag, pairs, mapping.start_mark, mapping.end_mark)


def _is_source(key: Node) -> bool:
    return isinstance(key, ScalarNode) and key.value in _SOURCES


def _find(node: Node, *names: str) -> Pair | None:
    """The entry of the mapping under one of the names."""
    found = by_name(node) if is_mapping(node) else {}
    return next((found[name] for name in names if name in found), None)


def _at(node: Node, names: tuple[str, ...], change: Callable[[Node], Node]) -> Node:
    """The node, with what the names lead to changed."""
    if not names:
        return change(node)
    found = _find(node, names[0])
    return _with(node, found, (found[0], _at(found[1], names[1:], change))) if found else node


def _with(mapping: Node, pair: Pair | None, *new: Pair) -> Node:
    """The mapping with what is new in the place of its entry, or at its end where that comes from elsewhere."""
    at = next((index for index, own in enumerate(mapping.value) if pair and own[0] is pair[0]), len(mapping.value))
    pairs = [*mapping.value[:at], *new, *mapping.value[at + 1 :]]
    return MappingNode(mapping.tag, pairs, mapping.start_mark, mapping.end_mark)
