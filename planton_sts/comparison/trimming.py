# SPDX-License-Identifier: Apache-2.0
"""Objects without what needs no saying."""

from typing import Any

from planton_sts.comparison.authorship import authored
from planton_sts.comparison.fields import UNKNOWN, Field, KubeObject, Type, kind_of, types
from planton_sts.comparison.filling import default, filled, filled_field

# Defaults that people write, for what they leave out says less: a volume's source, and that a policy is for all pods.
_SAID = {"emptyDir", "podSelector"}


def terse(kube_object: KubeObject) -> KubeObject:
    """The object without what the server writes, and without what it would fill in.

    `filled` makes the same of it as of the object, but for what only the server writes.
    """
    return _type(filled(authored(kube_object)), kind_of(kube_object))


def _type(given: dict[str, Any], of: Type) -> dict[str, Any]:
    found = {name: _field(value, of.fields[name]) if name in of.fields else value for name, value in given.items()}
    for name, field in of.defaulted:
        if name in found and name not in _SAID and _is_default(found, name, field):
            del found[name]
    return found


def _field(value: Any, field: Field) -> Any:
    of = types().get(field.holds, UNKNOWN)
    if field.is_list and isinstance(value, list):
        return [_type(element, of) if isinstance(element, dict) else element for element in value]
    if field.is_map and isinstance(value, dict):
        return {key: _type(entry, of) if isinstance(entry, dict) else entry for key, entry in value.items()}
    return _type(value, of) if isinstance(value, dict) else value


def _is_default(found: dict[str, Any], name: str, field: Field) -> bool:
    value = default(name, field, found)
    return value is not None and _field(filled_field(value, field), field) == found[name]
