# SPDX-License-Identifier: Apache-2.0
"""Which documents are ours."""

import re
from functools import lru_cache

from yaml import MappingNode, Node, ScalarNode, SequenceNode

from planton_sts.loading.sources import encoding_of
from planton_sts.messages import CloudResourceKind, KubernetesStatefulSet, KubernetesStatefulSetStackInput
from planton_sts.nodes.faults import MAX_SIZE
from planton_sts.nodes.merges import Pair, by_name
from planton_sts.nodes.yaml_nodes import NULLS, is_null
from planton_sts.wording import closest

Root = KubernetesStatefulSet | KubernetesStatefulSetStackInput

KIND = KubernetesStatefulSet.DESCRIPTOR.name
STACK_INPUT = KubernetesStatefulSetStackInput.DESCRIPTOR.name
API_VERSION = "kubernetes.project-planton.org/v1"
# Later versions of the API, whose manifests are read as ours; see `dialects`.
DIALECTS = {"openmcf": "kubernetes.openmcf.org/v1", "planton-dev": "kubernetes.planton.dev/v1"}
VERSIONS = frozenset({API_VERSION, *DIALECTS.values()})
# How the keys of labels begin that instruct the tools, by version.
INSTRUCTIONS = {version: version.removesuffix("v1") for version in VERSIONS}
# One of these stands in the name of every version of Project Planton's API.
OURS = ("planton", "openmcf")
# No kind is this long, and none that is is kept.
LONGEST = 64


def kind_of(root: Node, *, stray: bool = False) -> tuple[str, type[Root] | None]:
    """The document's kind, and the message it stands for; None where it is not ours.

    What states no kind is taken for ours where somebody hands it over. Where it may be a `stray`, found among files of
    all sorts, more must speak for it: notebooks have `metadata`, pipelines a `spec`, and many a tool a `target`.
    """
    if not isinstance(root, MappingNode):
        return "", None if stray and not _lists_ours(root) else KubernetesStatefulSet
    named = by_name(root)
    kind, version = _text(named.get("kind")), _text(named.get("apiVersion") or named.get("api_version"))
    if kind is not None:
        return (KIND, KubernetesStatefulSet) if _is_ours(kind, version) else (kind, None)
    if "target" in named and (not stray or _is_manifest(named["target"][1])):
        return STACK_INPUT, KubernetesStatefulSetStackInput
    parts = {"metadata", "spec"} & named.keys()
    is_bare = version is None and len(parts) > int(stray)
    return (KIND, KubernetesStatefulSet) if is_bare or version in VERSIONS else ("", None)


def _lists_ours(node: Node) -> bool:
    """Whether the node is a list with manifests in it."""
    return isinstance(node, SequenceNode) and any(map(_is_manifest, node.value))


def _is_manifest(node: Node) -> bool:
    return isinstance(node, MappingNode) and kind_of(node, stray=True)[1] is KubernetesStatefulSet


def _text(entry: Pair | None) -> str | None:
    return None if entry is None or not isinstance(entry[1], ScalarNode) or is_null(entry[1]) else entry[1].value


def _is_ours(kind: str, version: str | None) -> bool:
    """A misspelt kind is ours too, or the manifest would be skipped in silence; another API's kind is not."""
    if kind == KIND or kind.casefold() == KIND.casefold():
        return True
    known = CloudResourceKind.keys()
    if version == API_VERSION and kind not in known:
        return True
    return (version is None or any(name in version for name in OURS)) and len(kind) <= LONGEST and _means_ours(kind)


@lru_cache
def _means_ours(kind: str) -> bool:
    kinds = CloudResourceKind.keys()
    return kind not in kinds and closest(kind, kinds) == KIND


# An API version of Project Planton, however it is written; the kind may be misspelt beside it.
_VERSION = re.compile(rf"""api_?version["']?[ \t]*:[ \t]*["']?[^\s"',]*({"|".join(OURS)})""", re.IGNORECASE)


def mentions_ours(content: str | bytes) -> bool:
    """Whether what cannot be read may be meant for us; what is longer than anybody reads may."""
    if len(content) > MAX_SIZE:
        return True
    text = content if isinstance(content, str) else content.decode(encoding_of(content), "replace")
    return KIND.casefold() in text.casefold() or _VERSION.search(text) is not None


# What tells that a text holds other kinds only, without reading it: each document says its own on lines like these.
_SEPARATOR = re.compile(rb"^---[ \t\r]*$", re.MULTILINE)
_STATED = re.compile(rb"""^(apiVersion|kind):[ \t]+(["']?)([A-Za-z][A-Za-z0-9./-]*)\2[ \t\r]*$""", re.MULTILINE)
_BLANK = re.compile(rb"([ \t]*(#.*)?\r?(\n|\Z))*")
# Where documents, lines or keys may begin or end in another way.
_ODD = re.compile(rb"[^\t\n\r -~]|\r(?!\n)|^---|^[^\r\n #A-Za-z-]", re.MULTILINE)


def foreign_kinds(content: str | bytes) -> dict[int, str] | None:
    """The kind of each document by its number, where a look at the bytes tells that none is ours; else None."""
    if isinstance(content, str) or len(content) > MAX_SIZE:
        return None
    if any(name.encode() in content for name in OURS) or KIND.casefold().encode() in content.lower():
        return None
    first, *others = _SEPARATOR.split(content)
    documents = others if _BLANK.fullmatch(first) else [first, *others]
    kinds = {index: _foreign_kind(document) for index, document in enumerate(documents)}
    return None if None in kinds.values() else {index: kind for index, kind in kinds.items() if kind} or None


def _foreign_kind(document: bytes) -> str | None:
    """The document's kind where it is surely not ours; empty for a document that holds nothing."""
    if _ODD.search(document):
        return None
    stated = [(key.decode(), value.decode()) for key, _, value in _STATED.findall(document)]
    kind, version = dict(stated).get("kind"), dict(stated).get("apiVersion")
    if kind is None or version is None or len(stated) != len({"kind", "apiVersion"}):
        return "" if _BLANK.fullmatch(document) else None
    return None if {kind, version} & NULLS else kind
