# SPDX-License-Identifier: Apache-2.0
"""Which documents are ours."""

from functools import lru_cache

from yaml import MappingNode, ScalarNode

from planton_sts.loading.merges import Pair, by_name
from planton_sts.loading.yaml_nodes import is_null
from planton_sts.messages import CloudResourceKind, KubernetesStatefulSet, KubernetesStatefulSetStackInput
from planton_sts.wording import closest

Root = KubernetesStatefulSet | KubernetesStatefulSetStackInput

KIND = KubernetesStatefulSet.DESCRIPTOR.name
API_VERSION = "kubernetes.project-planton.org/v1"

# Names are shorter; comparing is slow.
_LONGEST = 64


def kind_of(mapping: MappingNode) -> tuple[str, type[Root] | None]:
    """The document's kind, and the message it stands for; None where it is not ours."""
    named = by_name(mapping)
    kind, version = _text(named.get("kind")), _text(named.get("apiVersion") or named.get("api_version"))
    if kind is not None:
        return (KIND, KubernetesStatefulSet) if _is_ours(kind, version) else (kind, None)
    if "target" in named:
        return KubernetesStatefulSetStackInput.DESCRIPTOR.name, KubernetesStatefulSetStackInput
    is_bare = version is None and ("metadata" in named or "spec" in named)
    return (KIND, KubernetesStatefulSet) if is_bare or version == API_VERSION else ("", None)


def _text(entry: Pair | None) -> str | None:
    return None if entry is None or not isinstance(entry[1], ScalarNode) or is_null(entry[1]) else entry[1].value


def _is_ours(kind: str, version: str | None) -> bool:
    """A misspelt kind is ours too, or the manifest would be skipped in silence; another API's kind is not."""
    if kind == KIND or kind.casefold() == KIND.casefold():
        return True
    known = CloudResourceKind.keys()
    if version == API_VERSION and kind not in known:
        return True
    return (version is None or "planton" in version) and len(kind) <= _LONGEST and _means_ours(kind)


@lru_cache
def _means_ours(kind: str) -> bool:
    kinds = CloudResourceKind.keys()
    return kind not in kinds and closest(kind, kinds) == KIND
