# SPDX-License-Identifier: Apache-2.0
"""What objects were and are to become, for each row of the tables of updates."""

import base64
import copy
from typing import Any

import yaml

from tables import HERE

Object = dict[str, Any]

CONTAINER = {
    "name": "app",
    "image": "nginx:1.27",
    "ports": [{"name": "http", "containerPort": 8080}],
    "volumeMounts": [{"name": "data", "mountPath": "/data"}],
}
STATEFUL_SET = {
    "apiVersion": "apps/v1",
    "kind": "StatefulSet",
    "metadata": {"name": "web"},
    "spec": {
        "serviceName": "web",
        "replicas": 1,
        "selector": {"matchLabels": {"app": "web"}},
        "template": {"metadata": {"labels": {"app": "web"}}, "spec": {"containers": [CONTAINER]}},
        "volumeClaimTemplates": [
            {
                "metadata": {"name": "data"},
                "spec": {"accessModes": ["ReadWriteOnce"], "resources": {"requests": {"storage": "1Gi"}}},
            }
        ],
    },
}
SERVICE = {
    "apiVersion": "v1",
    "kind": "Service",
    "metadata": {"name": "web"},
    "spec": {"selector": {"app": "web"}, "ports": [{"name": "http", "port": 80}]},
}
HEADLESS = {**SERVICE, "spec": {**SERVICE["spec"], "clusterIP": "None"}}
SECRET = {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "web"}}
CONFIG_MAP = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "web"}}
CLAIM = {
    "apiVersion": "v1",
    "kind": "PersistentVolumeClaim",
    "metadata": {"name": "p"},
    "spec": STATEFUL_SET["spec"]["volumeClaimTemplates"][0]["spec"],
}
BUDGET = {
    "apiVersion": "policy/v1",
    "kind": "PodDisruptionBudget",
    "metadata": {"name": "web"},
    "spec": {"selector": {"matchLabels": {"app": "web"}}},
}
GATEWAY = {
    "apiVersion": "gateway.networking.k8s.io/v1",
    "kind": "Gateway",
    "metadata": {"name": "web"},
    "spec": {"gatewayClassName": "c", "listeners": [{"name": "http", "port": 80, "protocol": "HTTP"}]},
}
ROUTE = {
    "apiVersion": "gateway.networking.k8s.io/v1",
    "kind": "HTTPRoute",
    "metadata": {"name": "web"},
    "spec": {"parentRefs": [{"name": "gw"}], "rules": [{"backendRefs": [{"name": "web", "port": 80}]}]},
}
CERTIFICATE = {
    "apiVersion": "cert-manager.io/v1",
    "kind": "Certificate",
    "metadata": {"name": "web"},
    "spec": {"secretName": "s", "issuerRef": {"name": "i"}, "dnsNames": ["a.example.com"]},
}
NAMESPACE = {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "web"}}
ACCOUNT = {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "web"}}

POD = "spec.template.spec"
APP = f"{POD}.containers.0"
TEMPLATE = "spec.volumeClaimTemplates.0"


def put(base: Object, **values: Any) -> Object:
    """The base with each value at its path, whose steps are parted by dots."""
    changed = copy.deepcopy(base)
    for path, value in values.items():
        *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
        held: Any = changed
        for step in steps:
            held = held[step] if isinstance(step, int) else held.setdefault(step, {})
        held[last] = value
    return changed


def secret(data: dict[str, str], kind: str = "Opaque") -> Object:
    return {
        **SECRET,
        "type": kind,
        "data": {key: base64.b64encode(text.encode()).decode() for key, text in data.items()},
    }


def named_template(value: str) -> Object:
    return put(STATEFUL_SET, **{f"{TEMPLATE}.metadata.name": value, f"{APP}.volumeMounts.0.name": value})


TWICE = STATEFUL_SET["spec"]["volumeClaimTemplates"] * 2
# What an object was and is to become, for each row of the table of updates.
BUDGETED = put(BUDGET, **{"spec.minAvailable": 1})
SWAPPED = {**BUDGET, "spec": {**BUDGET["spec"], "maxUnavailable": 1}}
OPAQUE = secret({"k": "x"})
SIZED = f"{TEMPLATE}.spec.resources.requests.storage"
WRITTEN_ANEW = "spec.volumeClaimTemplates[].spec.resources.requests.storage same size written differently"
OTHER = {**STATEFUL_SET["spec"]["volumeClaimTemplates"][0], "metadata": {"name": "other"}}
SELECTED = {"spec.selector.matchLabels": {"app": "x"}, "spec.template.metadata.labels": {"app": "x"}}
CHANGED: dict[str, tuple[Object, Object]] = {
    **{
        f"StatefulSet {field}": (STATEFUL_SET, put(STATEFUL_SET, **{path or field: value}))
        for field, path, value in (
            ("metadata.labels", "", {"a": "b"}),
            ("metadata.annotations", "", {"a": "b"}),
            ("spec.replicas", "", 3),
            ("spec.serviceName", "", "other"),
            ("spec.podManagementPolicy", "", "Parallel"),
            (
                "spec.template.metadata.labels (selector kept)",
                "spec.template.metadata.labels",
                {"app": "web", "a": "b"},
            ),
            ("spec.template.metadata.annotations", "", {"a": "b"}),
            ("spec.template.spec.containers[].image", f"{APP}.image", "nginx:1.28"),
            ("spec.template.spec.containers[].name", f"{APP}.name", "other"),
            ("spec.template.spec.containers[].resources", f"{APP}.resources", {"limits": {"cpu": "1"}}),
            ("spec.updateStrategy.rollingUpdate.partition", "", 1),
            ("spec.updateStrategy.type", "", "OnDelete"),
            ("spec.minReadySeconds", "", 5),
            ("spec.revisionHistoryLimit", "", 5),
            ("spec.persistentVolumeClaimRetentionPolicy", "", {"whenDeleted": "Delete"}),
            ("spec.ordinals.start", "", 1),
            ("spec.volumeClaimTemplates[] add one", "spec.volumeClaimTemplates", [TWICE[0], OTHER]),
            ("spec.volumeClaimTemplates[] remove one", "spec.volumeClaimTemplates", []),
            ("spec.volumeClaimTemplates[].metadata.labels", f"{TEMPLATE}.metadata.labels", {"a": "b"}),
            ("spec.volumeClaimTemplates[].spec.resources.requests.storage grow", SIZED, "2Gi"),
            ("spec.volumeClaimTemplates[].spec.resources.requests.storage shrink", SIZED, "1Mi"),
            (f"{WRITTEN_ANEW} (1Gi to 1024Mi)", SIZED, "1024Mi"),
            ("spec.volumeClaimTemplates[].spec.storageClassName", f"{TEMPLATE}.spec.storageClassName", "fast"),
            ("spec.volumeClaimTemplates[].spec.accessModes", f"{TEMPLATE}.spec.accessModes", ["ReadWriteMany"]),
            ("spec.template.spec.serviceAccountName", "", "other"),
            ("spec.template.spec.terminationGracePeriodSeconds", "", 5),
        )
    },
    "StatefulSet spec.selector": (STATEFUL_SET, put(STATEFUL_SET, **SELECTED)),
    "StatefulSet spec.volumeClaimTemplates[].metadata.name": (STATEFUL_SET, named_template("other")),
    "Service ports": (SERVICE, put(SERVICE, **{"spec.ports.0.port": 81})),
    "Service clusterIP to None": (SERVICE, put(SERVICE, **{"spec.clusterIP": "None"})),
    "Service headless: ports": (HEADLESS, put(HEADLESS, **{"spec.ports.0.port": 81})),
    "Service headless: publishNotReadyAddresses": (HEADLESS, put(HEADLESS, **{"spec.publishNotReadyAddresses": True})),
    "Service headless: selector": (HEADLESS, put(HEADLESS, **{"spec.selector": {"a": "b"}})),
    "Service type to LoadBalancer": (SERVICE, put(SERVICE, **{"spec.type": "LoadBalancer"})),
    **{
        f"PersistentVolumeClaim (unbound) {field}": (CLAIM, put(CLAIM, **{path: value}))
        for field, path, value in (
            ("storage grow", "spec.resources.requests.storage", "2Gi"),
            ("storage shrink", "spec.resources.requests.storage", "1Mi"),
            ("accessModes", "spec.accessModes", ["ReadWriteMany"]),
            ("metadata.labels", "metadata.labels", {"a": "b"}),
        )
    },
    "PodDisruptionBudget minAvailable": (BUDGETED, put(BUDGETED, **{"spec.minAvailable": 2})),
    "PodDisruptionBudget selector": (BUDGETED, put(BUDGETED, **{"spec.selector.matchLabels": {"a": "b"}})),
    "PodDisruptionBudget maxUnavailable to minAvailable": (SWAPPED, BUDGETED),
    "Secret type": (OPAQUE, {**OPAQUE, "type": "kubernetes.io/basic-auth"}),
}


def changed_again() -> dict[str, tuple[Object, Object]]:
    """The same for each row of the second table, and for some that it does not have."""
    groups = yaml.safe_load((HERE / "planning" / "updates2.yaml").read_text(encoding="utf-8"))
    return {
        f"{group['kind']} {field}": (group["was"], put(group["was"], **values))
        for group in groups
        for field, values in group["becomes"].items()
    }
