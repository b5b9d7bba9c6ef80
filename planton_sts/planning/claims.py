# SPDX-License-Identifier: Apache-2.0
"""What cannot change in a PersistentVolumeClaim."""

from fractions import Fraction

from planton_sts.comparison import differences
from planton_sts.comparison.fields import KubeObject
from planton_sts.json_objects import at
from planton_sts.quantity import amount

_STORAGE = ("spec", "resources", "requests", "storage")
_CAPACITY = ("status", "capacity", "storage")
_SOURCES = ("dataSourceRef", "dataSource")
_CLASS = ("spec", "volumeAttributesClassName")
# An empty class of storage is a choice.
_UNASKED = {"storageClassName": (None,), "volumeName": (None, "")}


def claim_changes(old: KubeObject, new: KubeObject) -> bool:
    """Whether a claim changes in what it cannot: all but its size and its class of attributes, once it is bound."""
    before, after = (_as_template(claim) for claim in (old, new))
    paths = {str(each).removeprefix("spec.volumeClaimTemplates[0].spec.") for each in differences(before, after)}
    # These two are given once, to a claim that asked for none.
    may = {name for name in ("storageClassName", "volumeName") if at(old, "spec", name) in _UNASKED[name]}
    if at(old, "status", "phase") == "Bound":
        may |= {"resources.requests[storage]", "volumeAttributesClassName"}
    return not paths <= may or _shrinks(old, new) or _drops_class(old, new)


def _as_template(claim: KubeObject) -> KubeObject:
    """The claim's spec where the fields of claims are known, in a StatefulSet."""
    spec = spec if isinstance(spec := claim.get("spec"), dict) else {}
    # What fills a claim can be said in either of two fields, and the server says it in both.
    source = next((each for name in _SOURCES if (each := spec.get(name)) is not None), None)
    template = {"spec": {**spec, **dict.fromkeys(_SOURCES, source)}}
    return {"apiVersion": "apps/v1", "kind": "StatefulSet", "spec": {"volumeClaimTemplates": [template]}}


def _shrinks(old: KubeObject, new: KubeObject) -> bool:
    """Whether less is asked for than before; what the claim has yet to get may be taken back, if not all of it."""
    asks, asked, has = _amount(new, _STORAGE), _amount(old, _STORAGE), _amount(old, _CAPACITY)
    return asks < asked and asks <= has


def _amount(claim: KubeObject, path: tuple[str, ...]) -> Fraction:
    """The amount at the path; nothing where there is none that could be counted."""
    try:
        return amount(str(at(claim, *path)))
    except ValueError:
        return Fraction(0)


def _drops_class(old: KubeObject, new: KubeObject) -> bool:
    return bool(at(old, "status", "currentVolumeAttributesClassName") or at(old, *_CLASS)) and not at(new, *_CLASS)
