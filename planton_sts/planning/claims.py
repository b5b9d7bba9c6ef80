# SPDX-License-Identifier: Apache-2.0
"""What cannot change in a PersistentVolumeClaim."""

from typing import Any

from planton_sts.comparison import differences
from planton_sts.comparison.fields import KubeObject
from planton_sts.json_objects import at
from planton_sts.quantity import amount

_STORAGE = ("spec", "resources", "requests", "storage")
_CLASS = ("spec", "volumeAttributesClassName")


def claim_changes(old: KubeObject, new: KubeObject) -> bool:
    """Whether a claim changes in what it cannot: all but its size and its class of attributes, once it is bound."""
    before, after = (_as_template(claim) for claim in (old, new))
    paths = [str(each).removeprefix("spec.volumeClaimTemplates[0].spec.") for each in differences(before, after)]
    if at(old, "status", "phase") != "Bound":
        return any(path != "volumeName" for path in paths)
    may = {"resources.requests[storage]", "volumeAttributesClassName"}
    return any(path not in may for path in paths) or _shrinks(old, new) or _drops_class(old, new)


def _as_template(claim: KubeObject) -> KubeObject:
    """The claim's spec where the fields of claims are known, in a StatefulSet."""
    template = {"spec": claim.get("spec") or {}}
    return {"apiVersion": "apps/v1", "kind": "StatefulSet", "spec": {"volumeClaimTemplates": [template]}}


def _shrinks(old: KubeObject, new: KubeObject) -> bool:
    """Whether the claim becomes less than it has; what it has yet to get may be taken back."""
    has: Any = at(old, "status", "capacity", "storage") or at(old, *_STORAGE)
    return amount(str(at(new, *_STORAGE))) < amount(str(has))


def _drops_class(old: KubeObject, new: KubeObject) -> bool:
    return bool(at(old, "status", "currentVolumeAttributesClassName") or at(old, *_CLASS)) and not at(new, *_CLASS)
