# SPDX-License-Identifier: Apache-2.0
"""Objects that run in a cluster beside objects that shall: which of them an update is about, and what it leaves."""

from collections.abc import Mapping
from typing import Any

from planton_sts.comparison import is_stored
from planton_sts.comparison.fields import KubeObject
from planton_sts.description.facts import Object
from planton_sts.json_objects import at
from planton_sts.names import resource_of

Objects = Mapping[Object, KubeObject]

# What others than the author of a manifest write into an object, and what applies it leaves alone: the token
# controller and OpenShift into accounts, and `kubectl rollout restart` into the template of pods.
_BESIDE: dict[str, list[tuple[str, ...]]] = {
    "ServiceAccount": [("secrets",), ("imagePullSecrets",)],
    "StatefulSet": [("spec", "template", "metadata", "annotations", "kubectl.kubernetes.io/restartedAt")],
}


def concerned(objects: Objects, others: Objects) -> Objects:
    """Those that an update to or from the others is about.

    Of what a server gave back, that is what the others hold too, and what was rendered for the same resources; who
    made the rest nobody can tell. What stands in a file is meant as a whole.
    """
    resources = {_resource(each) for each in others.values()} - {None}
    return {
        which: each
        for which, each in objects.items()
        if which in others or not is_stored(each) or _resource(each) in resources
    }


def _resource(kube_object: KubeObject) -> tuple[str, str] | None:
    """Namespace and name of the resource of ours that the object was rendered for, if it was for one."""
    labels = at(kube_object, "metadata", "labels") or {}
    # A controller makes it and takes it away.
    if at(kube_object, "metadata", "ownerReferences") or not resource_of(labels):
        return None
    where = at(kube_object, "metadata", "name" if kube_object.get("kind") == "Namespace" else "namespace")
    return str(where), resource_of(labels)


def kinds_asked_for(objects: Objects) -> set[str] | None:
    """The kinds that the server was asked for, as far as it had any; None for what stands in files, and is all.

    Where nothing is said of StatefulSets, there are none.
    """
    found = {which.kind for which, each in objects.items() if is_stored(each)}
    return {*found, "StatefulSet"} if found else None


def as_applied(kube_object: KubeObject, wanted: KubeObject) -> KubeObject:
    """The object that runs, without what others wrote into it and the one that is wanted leaves alone."""
    found = kube_object
    for path in _BESIDE.get(str(kube_object.get("kind")), ()) if is_stored(kube_object) else ():
        if at(wanted, *path) is None and at(found, *path) is not None:
            found = _without(found, *path)
    return found


def _without(held: dict[str, Any], name: str, *path: str) -> dict[str, Any]:
    if not path:
        return {key: value for key, value in held.items() if key != name}
    return {**held, name: _without(held[name], *path)}
