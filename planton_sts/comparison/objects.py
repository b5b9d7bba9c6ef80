# SPDX-License-Identifier: Apache-2.0
"""Objects as somebody hands them over: alone, or in the lists that kubectl prints."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from planton_sts.comparison.fields import KubeObject, version_of
from planton_sts.comparison.shape import is_known, misshapen
from planton_sts.paths import spell

# Where objects are that say no namespace, as for kubectl.
DEFAULT = "default"


def each_of(objects: Iterable[Any]) -> Iterator[KubeObject]:
    """The objects, and those of the lists among them; ValueError for what is none."""
    for number, each in enumerate(objects, start=1):
        if not isinstance(each, dict) or not isinstance(each.get("kind"), str):
            raise ValueError(f"object {number} must be a mapping with `kind`")  # noqa: TRY004 - it is read, not called
        if each["kind"].endswith("List") and isinstance(each.get("items"), list):
            yield from each_of(_with_kind(item, each) for item in each["items"])
            continue
        if (odd := _unwritable(each)) is not None:
            raise ValueError(f"object {number}, a {each['kind']}, must hold what JSON has, and not a {odd}")
        metadata = each.get("metadata")
        if not isinstance(metadata, dict) or not isinstance(metadata.get("name"), str) or not metadata["name"]:
            raise ValueError(f"object {number}, a {each['kind']}, must have `metadata.name`")
        if not isinstance(metadata.get("namespace") or "", str):
            raise ValueError(f"{each['kind']} {metadata['name']}: `metadata.namespace` must be text")  # noqa: TRY004 - see above
        if (fault := misshapen(each)) is not None:
            raise ValueError(f"{each['kind']} {metadata['name']}: `{spell(fault)}` has another shape than its field")
        yield each


def _unwritable(value: Any) -> str | None:
    """What in the value no JSON has, by the name of its type; None where there is nothing."""
    if isinstance(value, dict):
        if not all(isinstance(key, str) for key in value):
            return "key that is no text"
        return next(filter(None, map(_unwritable, value.values())), None)
    if isinstance(value, list):
        return next(filter(None, map(_unwritable, value)), None)
    if isinstance(value, float) and not math.isfinite(value):
        return "number without end"
    return None if value is None or isinstance(value, str | int | float) else type(value).__name__


def _with_kind(item: Any, of: dict[str, Any]) -> Any:
    """The item of a list of one kind, which may leave the kind to the list."""
    kind = of["kind"].removesuffix("List")
    return {"apiVersion": of.get("apiVersion"), "kind": kind, **item} if kind and isinstance(item, dict) else item


def settled(objects: Iterable[KubeObject], namespace: str = DEFAULT) -> list[KubeObject]:
    """Those that can be compared, in versions that are served today, each in its namespace.

    ValueError for an object that is given twice, of which one alone can run.
    """
    found = [_settled(each, namespace) for each in objects if is_known(each)]
    for (kind, within, name), count in Counter(map(identity, found)).items():
        if count > 1:
            raise ValueError(f"{kind} {'/'.join(filter(None, (within, name)))} must be given once")
    return found


def identity(each: KubeObject) -> tuple[str, str, str]:
    """Kind, namespace and name of the object."""
    metadata = each["metadata"]
    return each["kind"], metadata.get("namespace", ""), metadata["name"]


def _settled(kube_object: KubeObject, namespace: str) -> KubeObject:
    """The object in a version that is served today, and in a namespace."""
    metadata, version = kube_object["metadata"], version_of(kube_object)
    if kube_object["kind"] == "Namespace":
        metadata = {key: value for key, value in metadata.items() if key != "namespace"}
    else:
        metadata = {**metadata, "namespace": metadata.get("namespace") or namespace}
    return {**kube_object, "apiVersion": version, "metadata": metadata}
