# SPDX-License-Identifier: Apache-2.0
"""Which field of the API says what stands in a Kubernetes object.

What Kubernetes calls by a name goes by the same name here, at the place where one would look; the tables say where that
place is, and what differs. Paths are steps of names; `[]` is an element of a list, and `[app]` that of the containers
which is the application's own.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from planton_sts.messages import KubernetesStatefulSet, fields_of, is_map, number_or_name, option, type_in

Steps = tuple[str, ...]

ELEMENT, APP = "[]", "[app]"
# The Service that gives the pods their names; every other object goes by its kind.
HEADLESS = "headless Service"

# Where the parts of an object stand in a manifest. What is not below one of these is not said in a manifest.
OBJECTS = {
    "StatefulSet": {
        "metadata": "metadata",
        "metadata.namespace": "spec.namespace",
        "spec": "spec",
        "spec.replicas": "spec.availability.replicas",
        "spec.template.metadata": "spec.pod",
        "spec.template.spec": "spec.pod",
        "spec.template.spec.containers[app]": "spec.container.app",
        "spec.template.spec.containers[]": "spec.container.sidecars[]",
        "spec.template.spec.initContainers": "spec.container.initContainers",
        "spec.template.spec.serviceAccount": "spec.serviceAccount.name",
        "spec.template.spec.serviceAccountName": "spec.serviceAccount.name",
    },
    "Service": {"metadata": "spec.service", "spec": "spec.service"},
    HEADLESS: {"metadata": "spec.headlessService", "spec": "spec.headlessService"},
    "ServiceAccount": {"": "spec.serviceAccount", "metadata": "spec.serviceAccount"},
    "Role": {"rules": "spec.serviceAccount.rules"},
    "NetworkPolicy": {"metadata": "spec.networkPolicy", "spec": "spec.networkPolicy"},
    "PodDisruptionBudget": {"spec": "spec.availability.podDisruptionBudget"},
    "ConfigMap": {"data": "spec.configMaps"},
    "Secret": {"data": "spec.container.app.env.secrets", "stringData": "spec.container.app.env.secrets"},
}

# What a message of ours calls otherwise than Kubernetes does, or has at another place.
SHAPES = {
    "KubernetesStatefulSetContainerApp": {"ports[]": "containerPorts[]"},
    "KubernetesStatefulSetContainerAppEnv": {"[]": "entries[]"},
    "KubernetesStatefulSetContainerAppPort": {"protocol": "networkProtocol"},
    "KubernetesStatefulSetVolumeClaimTemplate": {
        "metadata": "",
        "spec": "",
        "spec.resources.requests.storage": "size",
        "spec.storageClassName": "storageClass",
    },
    "CpuMemory": {"": "others", "cpu": "cpu", "memory": "memory"},
}


def counterpart(kind: str, path: Steps) -> Steps | None:
    """The field that says what stands at the path in an object of the kind; None where none does."""
    moved = _moved(OBJECTS.get(kind, {}), path)
    return None if moved is None else _found(KubernetesStatefulSet.DESCRIPTOR, moved)


def spelled(path: Steps) -> str:
    """The path as people write it: `spec.container.sidecars[].image`."""
    return "".join(step if step.startswith("[") else f".{step}" for step in path).removeprefix(".")


def _found(message: Any, path: Steps) -> Steps | None:
    """The path of the field within the message, as the message calls it."""
    if not path:
        # A text may stand for a message, such as an image.
        return ()
    if message is None:
        return None
    ways = (_moved(SHAPES.get(message.name, {}), path), path)
    return next((found for way in ways if way and (found := _below(message, way)) is not None), None)


def _below(message: Any, path: Steps) -> Steps | None:
    """The same, where the message has a field of the name with which the path begins."""
    field = fields_of(message).get(path[0])
    if field is None:
        is_either = any(one.name == path[0] and option(one, number_or_name) for one in message.oneofs)
        return path if is_either and len(path) == 1 else None
    # The name of the field, and with it the key of an entry or the mark of an element.
    length = 2 if field.is_repeated else 1
    here, rest = path[:length], path[length:]
    if not is_map(field) and here[1:] not in {(), (ELEMENT,)}:
        return None
    below = _found(type_in(field), rest)
    return None if below is None else here + below


def _moved(table: Mapping[str, str], path: Steps) -> Steps | None:
    """Where the table has what stands at the path, by the longest beginning that it knows; None where it knows none."""
    for length in range(len(path), -1, -1):
        target = table.get(spelled(path[:length]))
        if target is not None:
            return _steps(target) + path[length:]
    return None


@cache
def _steps(text: str) -> Steps:
    """The steps of a path of the tables."""
    return tuple(re.findall(r"\[\w*\]|[^.[]+", text))
