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
    metadata = kube_object.get("metadata")
    found: KubeObject = _without(kube_object, {"status"})
    found["metadata"] = _metadata(metadata) if isinstance(metadata, dict) else metadata
    kind, spec = found.get("kind"), found.get("spec")
    if not isinstance(spec, dict):
        return found
    if kind == "StatefulSet":
        found["spec"] = _stateful_set(spec)
    elif kind == "Service" and any((metadata or {}).get(mark) for mark in _MARKS):
        found["spec"] = _requested(spec)
    elif kind == "Namespace":
        found["spec"] = _without(spec, {"finalizers"})
    return found


def _metadata(metadata: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = _without(metadata, _METADATA)
    for name, written in (("annotations", _ANNOTATIONS), ("labels", _LABELS)):
        if name in found:
            found[name] = _without(found[name], written)
    return found


def _stateful_set(spec: dict[str, Any]) -> dict[str, Any]:
    """The spec without the claims' status, and without the account's former name where it has its present one."""
    found = dict(spec)
    if isinstance(templates := spec.get("volumeClaimTemplates"), list):
        found["volumeClaimTemplates"] = [_without(each, {"status"}) for each in templates]
    template = spec.get("template")
    pod = template.get("spec") if isinstance(template, dict) else None
    if isinstance(pod, dict) and pod.get("serviceAccountName"):
        found["template"] = {**spec["template"], "spec": _without(pod, {"serviceAccount"})}
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
