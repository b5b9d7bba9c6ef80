# SPDX-License-Identifier: Apache-2.0
"""The judge itself: it says what the recorded API server said, but for the rows that are listed with the reason."""

import json
from collections.abc import Callable
from typing import Any

import judging
from tables import facts
from updated import (
    ACCOUNT,
    APP,
    BUDGET,
    CERTIFICATE,
    CHANGED,
    CONFIG_MAP,
    CONTAINER,
    GATEWAY,
    HEADLESS,
    NAMESPACE,
    POD,
    ROUTE,
    SECRET,
    SERVICE,
    STATEFUL_SET,
    TEMPLATE,
    TWICE,
    Object,
    named_template,
    put,
    secret,
)

pytestmark = judging.needed


def at(base: Object, path: str) -> Callable[[Any], Object]:
    return lambda value: put(base, **{path: value})


def volume(source: str) -> Callable[[Any], Object]:
    """A mounted volume, whose source has the value at the path."""
    mounts = [*CONTAINER["volumeMounts"], {"name": "v", "mountPath": "/v"}]
    base = put(STATEFUL_SET, **{f"{POD}.volumes": [{"name": "v"}], f"{APP}.volumeMounts": mounts})
    return at(base, f"{POD}.volumes.0.{source}")


def mounted(value: str) -> Object:
    mounts = [*CONTAINER["volumeMounts"], {"name": value, "mountPath": "/v"}]
    return put(STATEFUL_SET, **{f"{POD}.volumes": [{"name": value, "emptyDir": {}}], f"{APP}.volumeMounts": mounts})


def secret_ref(name: str, key: str) -> Object:
    reference = {"name": "A", "valueFrom": {"secretKeyRef": {"name": name, "key": key}}}
    return put(STATEFUL_SET, **{f"{APP}.env": [reference]})


def with_resources(value: list[str]) -> Object:
    name, request, limit = value
    return put(STATEFUL_SET, **{f"{APP}.resources": {"requests": {name: request}, "limits": {name: limit}}})


X = {"name": "x", "emptyDir": {}}

# Where a row's value stands, for each field of the table.
CREATED: dict[str, Callable[[Any], Object]] = {
    **{
        f"{base['kind']}.metadata.name": at(base, "metadata.name")
        for base in (STATEFUL_SET, SERVICE, BUDGET, SECRET, CONFIG_MAP, ACCOUNT, NAMESPACE, CERTIFICATE, GATEWAY, ROUTE)
    },
    "spec.serviceName": at(STATEFUL_SET, "spec.serviceName"),
    "metadata.labels key": lambda v: put(STATEFUL_SET, **{"metadata.labels": {v: "x"}}),
    "metadata.labels value": at(STATEFUL_SET, "metadata.labels.k"),
    "metadata.annotations key": lambda v: put(STATEFUL_SET, **{"metadata.annotations": {v: "x"}}),
    "metadata.annotations value": at(STATEFUL_SET, "metadata.annotations.k"),
    "spec.replicas": at(STATEFUL_SET, "spec.replicas"),
    "spec.podManagementPolicy": at(STATEFUL_SET, "spec.podManagementPolicy"),
    "volumeClaimTemplates[].size": at(STATEFUL_SET, f"{TEMPLATE}.spec.resources.requests.storage"),
    "volumeClaimTemplates[].accessModes": at(STATEFUL_SET, f"{TEMPLATE}.spec.accessModes"),
    "volumeClaimTemplates[].storageClass": at(STATEFUL_SET, f"{TEMPLATE}.spec.storageClassName"),
    "volumeClaimTemplates[].name (also mounted)": named_template,
    "two volumeClaimTemplates of one name": lambda _: put(STATEFUL_SET, **{"spec.volumeClaimTemplates": TWICE}),
    "volume and volumeClaimTemplate of one name": lambda _: put(
        STATEFUL_SET, **{f"{POD}.volumes": [{"name": "data", "emptyDir": {}}]}
    ),
    "resources.limits.memory": at(STATEFUL_SET, f"{APP}.resources.limits.memory"),
    "resources.limits.cpu": at(STATEFUL_SET, f"{APP}.resources.limits.cpu"),
    "resources.requests.cpu": at(STATEFUL_SET, f"{APP}.resources.requests.cpu"),
    "resources requests vs limits": with_resources,
    "emptyDir.sizeLimit": volume("emptyDir.sizeLimit"),
    "volume emptyDir.medium": volume("emptyDir.medium"),
    "volume name (also mounted)": mounted,
    "two volumes of one name": lambda _: put(STATEFUL_SET, **{f"{POD}.volumes": [X, X]}),
    "volume several sources": lambda v: put(STATEFUL_SET, **{f"{POD}.volumes": [{"name": "x", **v}]}),
    'volumeMounts[].name (only "data" exists)': at(STATEFUL_SET, f"{APP}.volumeMounts.0.name"),
    "volumeMounts[].mountPath": at(STATEFUL_SET, f"{APP}.volumeMounts.0.mountPath"),
    "volumeMounts[].mountPath (one volume, several mounts)": lambda v: put(
        STATEFUL_SET, **{f"{APP}.volumeMounts": [{"name": "data", "mountPath": path} for path in v]}
    ),
    "volumeMounts[].subPath": at(STATEFUL_SET, f"{APP}.volumeMounts.0.subPath"),
    "volume configMap.name": volume("configMap.name"),
    "volume configMap.defaultMode": lambda v: volume("configMap")({"name": "c", "defaultMode": v}),
    "volume configMap.items": lambda v: volume("configMap")({"name": "c", "items": v}),
    "volume secret.secretName": volume("secret.secretName"),
    "volume persistentVolumeClaim.claimName": volume("persistentVolumeClaim.claimName"),
    "volume hostPath": volume("hostPath"),
    "container ports[].name": at(STATEFUL_SET, f"{APP}.ports.0.name"),
    "container ports[].containerPort": at(STATEFUL_SET, f"{APP}.ports.0.containerPort"),
    "ports[].protocol": at(STATEFUL_SET, f"{APP}.ports.0.protocol"),
    "container ports duplicates": at(STATEFUL_SET, f"{APP}.ports"),
    "Service ports[].name": at(SERVICE, "spec.ports.0.name"),
    "Service ports[].port": at(SERVICE, "spec.ports.0.port"),
    "Service ports[].targetPort": at(SERVICE, "spec.ports.0.targetPort"),
    "Service ports[].appProtocol": at(SERVICE, "spec.ports.0.appProtocol"),
    "Service ports duplicates": at(SERVICE, "spec.ports"),
    "headless Service ports": at(HEADLESS, "spec.ports"),
    "env[].name": lambda v: put(STATEFUL_SET, **{f"{APP}.env": [{"name": v, "value": "x"}]}),
    "env[].value": lambda v: put(STATEFUL_SET, **{f"{APP}.env": [{"name": "A", "value": v}]}),
    "env duplicates": at(STATEFUL_SET, f"{APP}.env"),
    "secretKeyRef.name": lambda v: secret_ref(v, "k"),
    "secretKeyRef.key": lambda v: secret_ref("s", v),
    "Secret data key": lambda v: secret({v: "x"}),
    "Secret data bytes": lambda v: secret({"k": "x" * v}),
    "Secret dockerconfigjson": lambda v: secret({".dockerconfigjson": v}, "kubernetes.io/dockerconfigjson"),
    "ConfigMap data key": lambda v: {**CONFIG_MAP, "data": {v: "x"}},
    "ConfigMap data bytes": lambda v: {**CONFIG_MAP, "data": {"k": "x" * v}},
    "image": at(STATEFUL_SET, f"{APP}.image"),
    "container name": at(STATEFUL_SET, f"{APP}.name"),
    "command": at(STATEFUL_SET, f"{APP}.command"),
    "second container": lambda v: put(STATEFUL_SET, **{f"{POD}.containers": [CONTAINER, {"image": "log", **v}]}),
    "init container": lambda v: put(STATEFUL_SET, **{f"{POD}.initContainers": [{"image": "init", **v}]}),
    **{probe: at(STATEFUL_SET, f"{APP}.{probe}") for probe in ("livenessProbe", "readinessProbe", "startupProbe")},
    "probe httpGet": at(STATEFUL_SET, f"{APP}.livenessProbe.httpGet"),
    "container securityContext": at(STATEFUL_SET, f"{APP}.securityContext"),
    "pod securityContext": at(STATEFUL_SET, f"{POD}.securityContext"),
    **{
        field: at(STATEFUL_SET, f"{POD}.{field}")
        for field in (
            *("tolerations", "nodeSelector", "affinity", "topologySpreadConstraints", "serviceAccountName"),
            *("imagePullSecrets", "priorityClassName", "terminationGracePeriodSeconds"),
        )
    },
    "template labels vs selector app=web": at(STATEFUL_SET, "spec.template.metadata.labels"),
    **{
        field: at(STATEFUL_SET, f"spec.{field}")
        for field in (
            *("updateStrategy", "minReadySeconds", "revisionHistoryLimit"),
            "persistentVolumeClaimRetentionPolicy",
        )
    },
    "ordinals.start": at(STATEFUL_SET, "spec.ordinals"),
    "PodDisruptionBudget.minAvailable": at(BUDGET, "spec.minAvailable"),
    "PodDisruptionBudget.maxUnavailable": at(BUDGET, "spec.maxUnavailable"),
    "PodDisruptionBudget both": lambda v: put(BUDGET, spec={**BUDGET["spec"], "minAvailable": 1, **v}),
    "Gateway listener hostname": at(GATEWAY, "spec.listeners.0.hostname"),
    "HTTPRoute hostname": lambda v: put(ROUTE, **{"spec.hostnames": [v]}),
    "HTTPRoute backend port": at(ROUTE, "spec.rules.0.backendRefs.0.port"),
    "Certificate dnsNames": lambda v: put(CERTIFICATE, **{"spec.dnsNames": v if isinstance(v, list) else [v]}),
}


def verdict(answer: dict[str, Any]) -> str:
    """The answer as the table of creations has it: refused, accepted, or accepted with a warning."""
    if answer["errors"]:
        return "reject"
    return "warning" if answer["warnings"] else "accept"


def test_created() -> None:
    """What is created meets the same verdict, and as many of it a warning."""
    rows = facts("apiserver")
    answers = judging.created(CREATED[row["field"]](json.loads(row["value"])) for row in rows)
    for row, answer in zip(rows, answers, strict=True):
        assert verdict(answer) == ("warning" if row["message"].startswith("warning:") else row["verdict"]), (
            row,
            answer,
        )


def test_warnings() -> None:
    """A warning has the words of the recorded one."""
    rows = [row for row in facts("apiserver") if row["message"].startswith("warning:")]
    answers = judging.created(CREATED[row["field"]](json.loads(row["value"])) for row in rows)
    for row, answer in zip(rows, answers, strict=True):
        quoted = json.dumps(answer["warnings"][0], ensure_ascii=False)
        assert quoted in row["message"]


def test_changed() -> None:
    """What is changed meets the same verdict."""
    rows = {f"{row['kind']} {row['changed field']}": row["verdict"] == "allowed" for row in facts("updates")}
    answers = judging.judge({"verb": "update", "old": CHANGED[row][0], "object": CHANGED[row][1]} for row in rows)
    assert {row: not answer["errors"] for row, answer in zip(rows, answers, strict=True)} == rows


def test_unknown_field() -> None:
    """A field that the server does not know is an error, of its own kinds and of others."""
    for base, path in (
        (STATEFUL_SET, f"{POD}.nodeNam"),
        (GATEWAY, "spec.listeners.0.nam"),
        (CERTIFICATE, "metadata.nam"),
    ):
        (answer,) = judging.created([put(base, **{path: "x"})])
        assert [error["detail"] for error in answer["errors"]] == [f'unknown field "{path.replace(".0.", "[0].")}"']


def made(stateful_set: Object, **question: Any) -> list[dict[str, Any]]:
    """What the controller makes of the StatefulSet."""
    (answer,) = judging.judge([{"verb": "pod", "object": stateful_set, **question}])
    assert not answer["errors"]
    found: list[dict[str, Any]] = answer["made"]
    return found


def test_pods() -> None:
    """The controller makes each pod after its claims, one after another or all at once, as many as are asked for."""
    for policy in ("OrderedReady", "Parallel"):
        found = made(put(STATEFUL_SET, **{"spec.replicas": 5, "spec.podManagementPolicy": policy}), replicas=3)
        names = [one["name"] for one in found]
        assert sorted(names) == sorted(name for index in range(3) for name in (f"data-web-{index}", f"web-{index}"))
        assert all(names.index(f"data-web-{index}") < names.index(f"web-{index}") for index in range(3))


def test_refused_pod() -> None:
    """A StatefulSet whose name has 53 characters is accepted, and its pods are not."""
    assert not judging.faults(made(put(STATEFUL_SET, **{"metadata.name": "a" * 52}))[1])
    (fault,) = judging.faults(made(put(STATEFUL_SET, **{"metadata.name": "a" * 53}))[1])
    assert "must be no more than 63" in fault


# Variables in order, arguments, and what the container gets of them.
VARIABLES = [
    {"name": "A", "value": "1"},
    {"name": "B", "value": "$(A)$(C)$$(A)$"},
    {"name": "C", "valueFrom": {"secretKeyRef": {"name": "web", "key": "k"}}},
    {"name": "D", "valueFrom": {"fieldRef": {"fieldPath": "metadata.name"}}},
    {"name": "E", "valueFrom": {"secretKeyRef": {"name": "nosuch", "key": "k"}}},
]


def test_expanded() -> None:
    """Variables refer to those before them, and arguments to all, as the kubelet has it."""
    given = put(STATEFUL_SET, **{f"{APP}.env": VARIABLES, f"{APP}.args": ["$(B) $(C) $(E)"]})
    started = made(given, beside=[secret({"k": "$(A)"})])[1]["containers"]["app"]
    assert started["environment"] == {"A": "1", "B": "1$(C)$(A)$", "C": "$(A)", "D": "web-0"}
    assert started["args"] == ["1$(C)$(A)$ $(A) $(E)"]
