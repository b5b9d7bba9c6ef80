# SPDX-License-Identifier: Apache-2.0
"""Objects without what the server and its controllers write into them."""

from typing import Any

from planton_sts.comparison.fields import KubeObject

# Of every object's metadata; owners and finalizers are those of whoever made it, such as an operator.
_METADATA = {
    "creationTimestamp",
    "deletionGracePeriodSeconds",
    "deletionTimestamp",
    "finalizers",
    "generation",
    "managedFields",
    "ownerReferences",
    "resourceVersion",
    "selfLink",
    "uid",
}
_ANNOTATIONS = {"kubectl.kubernetes.io/last-applied-configuration"}
_LABELS = {"kubernetes.io/metadata.name"}
# By these a server's answer is told from a file.
_MARKS = ("uid", "resourceVersion", "creationTimestamp")


def authored(kube_object: KubeObject) -> KubeObject:
    """The object without status and what else only the server writes.

    From a server's answer goes what a Service was given, too: addresses other than `None`, families of addresses unless
    there are two, and the ports of nodes but for type NodePort, whose clients know them by number.
    """
    found: KubeObject = _without(kube_object, {"status"})
    metadata, kind, spec = (found.get(name) for name in ("metadata", "kind", "spec"))
    if isinstance(metadata, dict):
        found["metadata"] = _metadata(metadata)
    if not isinstance(spec, dict):
        return found
    if kind == "StatefulSet" and isinstance(templates := spec.get("volumeClaimTemplates"), list):
        found["spec"] = {**spec, "volumeClaimTemplates": [_without(each, {"status"}) for each in templates]}
    elif kind == "Service" and is_stored(kube_object):
        found["spec"] = _requested(spec)
    elif kind == "Namespace":
        found["spec"] = _without(spec, {"finalizers"})
    return found


def is_stored(kube_object: KubeObject) -> bool:
    """Whether a server gave the object back, so that it runs; a file tells what shall run."""
    metadata = kube_object.get("metadata")
    return isinstance(metadata, dict) and any(metadata.get(mark) for mark in _MARKS)


def _metadata(metadata: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = _without(metadata, _METADATA)
    for name, written in (("annotations", _ANNOTATIONS), ("labels", _LABELS)):
        held = found.get(name)
        if isinstance(held, dict) and not written.isdisjoint(held):
            found[name] = _without(held, written) or None
    return found


def _requested(service: dict[str, Any]) -> dict[str, Any]:
    """The Service's spec as its author may have asked for it."""
    given = {"clusterIPs", "healthCheckNodePort"}
    if service.get("clusterIP") != "None":
        given.add("clusterIP")
    if service.get("ipFamilyPolicy") in (None, "SingleStack"):
        given |= {"ipFamilyPolicy", "ipFamilies"}
    found: dict[str, Any] = _without(service, given)
    if found.get("type") != "NodePort" and isinstance(ports := found.get("ports"), list):
        found["ports"] = [_without(port, {"nodePort"}) for port in ports]
    return found


def _without(held: Any, names: set[str]) -> Any:
    """The mapping without these; what is none stays as it is."""
    return {name: value for name, value in held.items() if name not in names} if isinstance(held, dict) else held
