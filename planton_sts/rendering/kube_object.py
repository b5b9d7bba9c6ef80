# SPDX-License-Identifier: Apache-2.0
"""What all Kubernetes objects share."""

from collections.abc import Mapping
from typing import Any

from planton_sts.names import Labels, Names

# A Kubernetes object, or a part of one, of plain values that nothing else holds.
KubeObject = dict[str, Any]


def given(**fields: Any) -> KubeObject:
    """The fields that hold something; Kubernetes reads empty texts, lists and zeros here as if they were not there."""
    return {name: value for name, value in fields.items() if value}


def metadata(
    name: str, names: Names, namespace: str | None = None, annotations: Mapping[str, str] | None = None
) -> KubeObject:
    """Name, namespace (the application's unless another is given) and labels of an object."""
    return {
        "name": name,
        "namespace": namespace or names.namespace,
        **given(labels=dict(names.labels), annotations=dict(annotations or {})),
    }


def extended(known: KubeObject, more: KubeObject) -> KubeObject:
    """The object with more beside what it says itself, which stays: only lists grow, by what they do not hold yet."""
    return known | {key: _extended(known[key], value) if key in known else value for key, value in more.items()}


def _extended(known: Any, more: Any) -> Any:
    # What is imported may be of another shape, and then stays too.
    if isinstance(known, dict) and isinstance(more, dict):
        return extended(known, more)
    if isinstance(known, list) and isinstance(more, list):
        return known + [one for one in more if one not in known]
    return known


def own_metadata(name: str, names: Names, labels: Mapping[str, str], annotations: Mapping[str, str]) -> KubeObject:
    """The same of an object for which the manifest has labels and annotations of its own."""
    return {
        "name": name,
        "namespace": names.namespace,
        **given(labels=labelled(names.inherited, labels), annotations=in_order(annotations)),
    }


def labelled(inherited: Labels, own: Mapping[str, str]) -> dict[str, str]:
    """The labels that an object inherits, which are in order, with its own."""
    return in_order({**dict(inherited), **own}) if own else dict(inherited)


def in_order(texts: Mapping[str, str]) -> dict[str, str]:
    """The texts by their keys."""
    return dict(sorted(texts.items())) if texts else {}
