# SPDX-License-Identifier: Apache-2.0
"""Whether what calls itself an object has the shape of one."""

from typing import Any

from planton_sts.comparison.fields import UNKNOWN, Field, KubeObject, Type, kind_of, types
from planton_sts.paths import Key, Path


def is_known(kube_object: KubeObject) -> bool:
    """Whether the object is of a kind that can be compared."""
    return kind_of(kube_object) is not UNKNOWN


def misshapen(kube_object: KubeObject) -> Path | None:
    """The way to the first value that has not the shape of its field, such as a text for a list; None if all have."""
    return _type(kube_object, kind_of(kube_object))


def _type(value: dict[str, Any], of: Type) -> Path | None:
    for name, held in value.items():
        if name in of.fields and held is not None and (found := _field(held, of.fields[name])) is not None:
            return (name, *found)
    return None


def _field(value: Any, field: Field) -> Path | None:
    of = types().get(field.holds, UNKNOWN)
    if of is UNKNOWN and field.holds:
        return None
    if field.is_list or field.is_map:
        if not isinstance(value, list if field.is_list else dict):
            return ()
        entries = enumerate(value) if isinstance(value, list) else ((Key(key), held) for key, held in value.items())
        faults = ((step, fault) for step, held in entries if (fault := _held(held, of)) is not None)
        return next(((step, *fault) for step, fault in faults), None)
    return _held(value, of)


def _held(value: Any, of: Type) -> Path | None:
    if of is UNKNOWN:
        return () if isinstance(value, dict | list) else None
    return _type(value, of) if isinstance(value, dict) else ()
