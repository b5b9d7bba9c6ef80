# SPDX-License-Identifier: Apache-2.0
"""Kubernetes objects held against each other: what is filled in, what needs no saying, and what differs."""

import copy
import re
import subprocess
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given, settings

import judging
from corpus import files, stateful_set
from planton_sts import KubernetesStatefulSetStackInput, render
from planton_sts.comparison import authored, differences, filled, terse
from planton_sts.quantity import amount
from tables import ROOT
from valid import CASES, case, stack_inputs

TABLE = ROOT / "planton_sts" / "comparison" / "fields.tsv"

KINDS = {
    "Certificate": "cert-manager.io/v1",
    "GRPCRoute": "gateway.networking.k8s.io/v1",
    "Gateway": "gateway.networking.k8s.io/v1",
    "HTTPRoute": "gateway.networking.k8s.io/v1",
    "Ingress": "networking.k8s.io/v1",
    "NetworkPolicy": "networking.k8s.io/v1",
    "PodDisruptionBudget": "policy/v1",
    "Role": "rbac.authorization.k8s.io/v1",
    "RoleBinding": "rbac.authorization.k8s.io/v1",
    "StatefulSet": "apps/v1",
}


def kube_object(text: str) -> dict[str, Any]:
    """The object, written as its kind and its fields in YAML's short form."""
    kind, _, fields = text.partition(" ")
    held: dict[str, Any] = yaml.safe_load(fields)
    return {"apiVersion": KINDS.get(kind, "v1"), "kind": kind, **held}


def container(fields: str) -> dict[str, Any]:
    """A StatefulSet with one container that has the fields."""
    return kube_object(f"StatefulSet {{spec: {{template: {{spec: {{containers: [{{name: app, {fields}}}]}}}}}}}}")


def pod(fields: str) -> dict[str, Any]:
    """A StatefulSet whose pods have the fields."""
    return kube_object(f"StatefulSet {{spec: {{template: {{spec: {{{fields}}}}}}}}}")


def at(held: Any, path: str) -> Any:
    """What stands at the path: names and numbers between dots."""
    for step in path.split("."):
        held = held[int(step)] if isinstance(held, list) else held.get(step)
    return held


CONTAINER = "spec.template.spec.containers.0"
VOLUME = "spec.template.spec.volumes.0"

# What is given, where to look in it once it is filled in, and what stands there.
FILLED: list[tuple[dict[str, Any], str, Any]] = [
    (kube_object("StatefulSet {spec: {}}"), "spec.replicas", 1),
    (kube_object("StatefulSet {}"), "spec.replicas", 1),
    (kube_object("StatefulSet {spec: {replicas: 0}}"), "spec.replicas", 0),
    (kube_object("StatefulSet {spec: {replicas: null}}"), "spec.replicas", 1),
    (kube_object("StatefulSet {spec: {}}"), "spec.updateStrategy.rollingUpdate.partition", 0),
    # The server leaves it out here, and takes it for the same.
    (kube_object("StatefulSet {spec: {updateStrategy: {type: RollingUpdate}}}"), "spec.updateStrategy.rollingUpdate", {"partition": 0}),
    (kube_object("StatefulSet {spec: {updateStrategy: {type: OnDelete}}}"), "spec.updateStrategy.rollingUpdate", None),
    (kube_object("StatefulSet {spec: {persistentVolumeClaimRetentionPolicy: {whenScaled: Delete}}}"), "spec.persistentVolumeClaimRetentionPolicy", {"whenScaled": "Delete", "whenDeleted": "Retain"}),
    (container("image: nginx"), f"{CONTAINER}.imagePullPolicy", "Always"),
    (container("image: 'nginx:latest'"), f"{CONTAINER}.imagePullPolicy", "Always"),
    (container("image: 'nginx:1.27'"), f"{CONTAINER}.imagePullPolicy", "IfNotPresent"),
    (container("image: 'localhost:5000/a/b'"), f"{CONTAINER}.imagePullPolicy", "Always"),
    (container("image: nginx, imagePullPolicy: Never"), f"{CONTAINER}.imagePullPolicy", "Never"),
    (container("ports: [{containerPort: 80}]"), f"{CONTAINER}.ports.0.protocol", "TCP"),
    (container("livenessProbe: {httpGet: {port: 80}}"), f"{CONTAINER}.livenessProbe", {"httpGet": {"port": 80, "path": "/", "scheme": "HTTP"}, "timeoutSeconds": 1, "periodSeconds": 10, "successThreshold": 1, "failureThreshold": 3}),
    (container("env: [{name: A, value: ''}]"), f"{CONTAINER}.env.0", {"name": "A"}),
    (container("env: []"), f"{CONTAINER}.env", None),
    (container("securityContext: {}"), f"{CONTAINER}.securityContext", {}),
    (pod("volumes: [{name: scratch}]"), VOLUME, {"name": "scratch", "emptyDir": {}}),
    (pod("volumes: [{name: keys, secret: {secretName: keys}}]"), VOLUME, {"name": "keys", "secret": {"secretName": "keys", "defaultMode": 420}}),
    (pod("volumes: [{name: model, image: {reference: model}}]"), f"{VOLUME}.image.pullPolicy", "Always"),
    (pod("serviceAccount: web"), "spec.template.spec.serviceAccountName", "web"),
    (kube_object("Service {spec: {ports: [{port: 80}]}}"), "spec.ports.0", {"port": 80, "targetPort": 80, "protocol": "TCP"}),
    (kube_object("Service {spec: {}}"), "spec.externalTrafficPolicy", None),
    (kube_object("Service {spec: {type: NodePort}}"), "spec.externalTrafficPolicy", "Cluster"),
    (kube_object("Service {spec: {externalIPs: [192.0.2.1]}}"), "spec.externalTrafficPolicy", "Cluster"),
    (kube_object("Service {spec: {type: ExternalName}}"), "spec.internalTrafficPolicy", None),
    (kube_object("Service {spec: {type: LoadBalancer}}"), "spec.allocateLoadBalancerNodePorts", True),
    (kube_object("Service {spec: {sessionAffinity: ClientIP}}"), "spec.sessionAffinityConfig.clientIP.timeoutSeconds", 10800),
    (kube_object("Secret {stringData: {a: b}, data: {c: ZA==}}"), "data", {"a": "Yg==", "c": "ZA=="}),
    (kube_object("Secret {stringData: {a: b}}"), "stringData", None),
    (kube_object("Secret {}"), "type", "Opaque"),
    (kube_object("NetworkPolicy {spec: {podSelector: {}}}"), "spec.policyTypes", ["Ingress"]),
    (kube_object("NetworkPolicy {spec: {egress: [{}]}}"), "spec.policyTypes", ["Ingress", "Egress"]),
    (kube_object("NetworkPolicy {spec: {ingress: [{}]}}"), "spec.ingress", [{}]),
    (kube_object("RoleBinding {subjects: [{kind: User, name: eve}]}"), "subjects.0.apiGroup", "rbac.authorization.k8s.io"),
    (kube_object("RoleBinding {subjects: [{kind: ServiceAccount, name: web}]}"), "subjects.0", {"kind": "ServiceAccount", "name": "web"}),
    (kube_object("HTTPRoute {spec: {rules: [{backendRefs: [{name: web, port: 80}]}]}}"), "spec.rules.0", {"backendRefs": [{"name": "web", "port": 80, "group": "", "kind": "Service", "weight": 1}], "matches": [{"path": {"type": "PathPrefix", "value": "/"}}]}),
    (kube_object("Gateway {spec: {listeners: [{name: http, port: 80}]}}"), "spec.listeners.0.allowedRoutes", {"namespaces": {"from": "Same"}}),
    (kube_object("Stranger {spec: {}}"), "spec", {}),
]


@pytest.mark.parametrize(("before", "path", "value"), FILLED)
def test_filled(before: dict[str, Any], path: str, value: Any) -> None:
    """What is not said stands where the server puts it."""
    held = filled(before)
    try:
        found = at(held, path)
    except AttributeError:
        found = None
    assert found == value
