# SPDX-License-Identifier: Apache-2.0
"""A real API server's verdicts: what it refuses breaks a rule of ours, at that field; what it accepts breaks none."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from google.protobuf.json_format import ParseDict

from planton_sts.messages import KubernetesStatefulSetStackInput
from planton_sts.problems import errors_of
from planton_sts.validation.violations import validate
from rules_table import patched
from tables import facts

PORT = {"name": "db", "containerPort": 5432, "networkProtocol": "TCP", "appProtocol": "tcp", "servicePort": 5432}
MOUNT = {"name": "data", "mountPath": "/data"}
APP = {"image": {"repo": "postgres", "tag": "16"}, "ports": [PORT], "volumeMounts": [MOUNT]}
BASE = {
    "target": {
        "apiVersion": "kubernetes.project-planton.org/v1",
        "kind": "KubernetesStatefulSet",
        "metadata": {"name": "web"},
        "spec": {
            "namespace": {"value": "database"},
            "container": {"app": APP},
            "volumeClaimTemplates": [{"name": "data", "size": "1Gi"}],
        },
    }
}

# What a row's value is put into, and the path where a problem must then stand.
Placed = tuple[dict[str, Any], str]


def metadata(**fields: Any) -> dict[str, Any]:
    return {"target": {"metadata": fields}}


def spec(**fields: Any) -> dict[str, Any]:
    return {"target": {"spec": fields}}


def app(**fields: Any) -> dict[str, Any]:
    return spec(container={"app": fields})


def template(**fields: Any) -> dict[str, Any]:
    mounted = fields.get("name", "data")
    patch = spec(volumeClaimTemplates=[{"name": "data", "size": "1Gi", **fields}])
    return patched(patch, app(volumeMounts=[{**MOUNT, "name": mounted}]))


def port(**fields: Any) -> dict[str, Any]:
    return app(ports=[{**PORT, **fields}])


def mount(**fields: Any) -> dict[str, Any]:
    return app(volumeMounts=[{**MOUNT, **fields}])


def volume(**source: Any) -> dict[str, Any]:
    return app(volumeMounts=[MOUNT, {"name": "other", "mountPath": "/other", **source}])


def sidecar(**fields: Any) -> dict[str, Any]:
    return spec(container={"sidecars": [{"name": "log", "image": "log", **fields}]})


def secret(**fields: Any) -> dict[str, Any]:
    return app(env={"secrets": {"A": {"secretRef": {"name": "a", "key": "k", **fields}}}})


def budget(**fields: Any) -> dict[str, Any]:
    written = {name: str(value) for name, value in fields.items()}
    return spec(availability={"podDisruptionBudget": {"enabled": True, **written}})


def at_port(action: dict[str, Any]) -> dict[str, Any]:
    """Kubernetes' `port`, a number or a name, as the API's two fields."""
    given = dict(action)
    if isinstance(number := given.pop("port", None), int):
        given["portNumber"] = number
    elif number is not None:
        given["portName"] = number
    return given


def probe(value: dict[str, Any]) -> dict[str, Any]:
    """A probe of Kubernetes' as one of ours."""
    given = dict(value)
    for handler in {"httpGet", "tcpSocket"} & set(given):
        given[handler] = at_port(given[handler])
    return given


def several_probes(value: dict[str, Any]) -> bool:
    """A row that protobuf itself cannot hold, or about a field that the API has not."""
    return len({"httpGet", "tcpSocket", "exec", "grpc"} & set(value)) > 1 or "terminationGracePeriodSeconds" in value


SPEC = "target.spec"
APPS = f"{SPEC}.container.app"
MOUNTED = f"{APPS}.volumeMounts[1]"
OTHER_PORT = {"name": "http", "containerPort": 80, "networkProtocol": "TCP", "appProtocol": "http", "servicePort": 80}


def probed(name: str) -> Callable[[Any], Placed]:
    return lambda value: (app(**{name: probe(value), "ports": [PORT, OTHER_PORT]}), f"{APPS}.{name}")


def hostname(value: Any) -> Placed:
    return spec(ingress={"enabled": True, "hostname": value}), f"{SPEC}.ingress.hostname"


def with_resources(value: list[str]) -> Placed:
    name, request, limit = value
    return app(resources={"requests": {name: request}, "limits": {name: limit}}), f"{APPS}.resources.requests.{name}"


def items(value: list[dict[str, str]]) -> Placed:
    return volume(configMap={"name": "c", **value[0]}), f"{MOUNTED}.configMap"


FIELDS: dict[str, Callable[[Any], Placed]] = {
    "StatefulSet.metadata.name": lambda v: (metadata(name=v), "target.metadata.name"),
    "Service.metadata.name": lambda v: (metadata(name=v), "target.metadata.name"),
    "Namespace.metadata.name": lambda v: (spec(namespace={"value": v}), f"{SPEC}.namespace"),
    "ConfigMap.metadata.name": lambda v: (spec(configMaps={v: "text"}), f"{SPEC}.configMaps"),
    "Secret.metadata.name": lambda v: (secret(name=v), f"{APPS}.env.secrets[A].secretRef.name"),
    "metadata.labels key": lambda v: (metadata(labels={v: "x"}), "target.metadata.labels"),
    "metadata.labels value": lambda v: (metadata(labels={"k": v}), "target.metadata.labels[k]"),
    "metadata.annotations key": lambda v: (metadata(annotations={v: "x"}), "target.metadata.annotations"),
    "metadata.annotations value": lambda v: (metadata(annotations={"k": v}), "target.metadata.annotations[k]"),
    "spec.replicas": lambda v: (spec(availability={"replicas": v}), f"{SPEC}.availability.replicas"),
    "spec.podManagementPolicy": lambda v: (spec(podManagementPolicy=v), f"{SPEC}.podManagementPolicy"),
    "volumeClaimTemplates[].size": lambda v: (template(size=v), f"{SPEC}.volumeClaimTemplates[0].size"),
    "volumeClaimTemplates[].accessModes": lambda v: (
        template(accessModes=v),
        f"{SPEC}.volumeClaimTemplates[0].accessModes",
    ),
    "volumeClaimTemplates[].storageClass": lambda v: (
        template(storageClass=v),
        f"{SPEC}.volumeClaimTemplates[0].storageClass",
    ),
    "volumeClaimTemplates[].name (also mounted)": lambda v: (template(name=v), f"{SPEC}.volumeClaimTemplates[0].name"),
    "two volumeClaimTemplates of one name": lambda _: (
        spec(volumeClaimTemplates=[{"name": "data", "size": "1Gi"}] * 2),
        f"{SPEC}.volumeClaimTemplates[1].name",
    ),
    "volume and volumeClaimTemplate of one name": lambda _: (mount(emptyDir={}), f"{APPS}.volumeMounts[0].name"),
    "resources.limits.memory": lambda v: (app(resources={"limits": {"memory": v}}), f"{APPS}.resources.limits.memory"),
    "resources.limits.cpu": lambda v: (app(resources={"limits": {"cpu": v}}), f"{APPS}.resources.limits.cpu"),
    "resources.requests.cpu": lambda v: (app(resources={"requests": {"cpu": v}}), f"{APPS}.resources.requests.cpu"),
    "resources requests vs limits": with_resources,
    "emptyDir.sizeLimit": lambda v: (volume(emptyDir={"sizeLimit": v}), f"{MOUNTED}.emptyDir.sizeLimit"),
    "volume emptyDir.medium": lambda v: (volume(emptyDir={"medium": v}), f"{MOUNTED}.emptyDir.medium"),
    "volume name (also mounted)": lambda v: (volume(name=v, emptyDir={}), f"{MOUNTED}.name"),
    "two volumes of one name": lambda _: (
        app(volumeMounts=[MOUNT, {**MOUNT, "mountPath": "/b", "emptyDir": {}}]),
        f"{APPS}.volumeMounts[1].name",
    ),
    "volume several sources": lambda v: (volume(**v), MOUNTED),
    'volumeMounts[].name (only "data" exists)': lambda v: (mount(name=v), f"{APPS}.volumeMounts[0].name"),
    "volumeMounts[].mountPath": lambda v: (mount(mountPath=v), f"{APPS}.volumeMounts[0].mountPath"),
    "volumeMounts[].mountPath (one volume, several mounts)": lambda v: (
        app(volumeMounts=[{**MOUNT, "mountPath": path} for path in v]),
        f"{APPS}.volumeMounts[1].mountPath",
    ),
    "volumeMounts[].subPath": lambda v: (mount(subPath=v), f"{APPS}.volumeMounts[0].subPath"),
    "volume configMap.name": lambda v: (volume(configMap={"name": v}), f"{MOUNTED}.configMap.name"),
    "volume configMap.defaultMode": lambda v: (
        volume(configMap={"name": "c", "defaultMode": v}),
        f"{MOUNTED}.configMap.defaultMode",
    ),
    "volume configMap.items": items,
    "volume secret.secretName": lambda v: (volume(secret={"name": v}), f"{MOUNTED}.secret.name"),
    "volume persistentVolumeClaim.claimName": lambda v: (volume(pvc={"claimName": v}), f"{MOUNTED}.pvc.claimName"),
    "volume hostPath": lambda v: (volume(hostPath=v), f"{MOUNTED}.hostPath"),
    "container ports[].name": lambda v: (port(name=v), f"{APPS}.ports[0].name"),
    "Service ports[].name": lambda v: (port(name=v), f"{APPS}.ports[0].name"),
    "container ports[].containerPort": lambda v: (port(containerPort=v), f"{APPS}.ports[0].containerPort"),
    "Service ports[].port": lambda v: (port(servicePort=v), f"{APPS}.ports[0].servicePort"),
    "ports[].protocol": lambda v: (port(networkProtocol=v), f"{APPS}.ports[0].networkProtocol"),
    "Service ports[].appProtocol": lambda v: (port(appProtocol=v), f"{APPS}.ports[0].appProtocol"),
    "container ports duplicates": lambda v: (
        app(ports=[_port(index, given, "containerPort") for index, given in enumerate(v)]),
        f"{APPS}.ports",
    ),
    "Service ports duplicates": lambda v: (
        app(ports=[_port(index, given, "port") for index, given in enumerate(v)]),
        f"{APPS}.ports",
    ),
    "env[].name": lambda v: (app(env={"variables": {v: {"value": "x"}}}), f"{APPS}.env.variables"),
    "env[].value": lambda v: (app(env={"variables": {"A": {"value": v}}}), f"{APPS}.env.variables[A]"),
    "Secret data key": lambda v: (app(env={"secrets": {v: {"value": "x"}}}), f"{APPS}.env.secrets"),
    "ConfigMap data key": lambda v: (volume(configMap={"name": "c", "key": v}), f"{MOUNTED}.configMap.key"),
    "secretKeyRef.name": lambda v: (secret(name=v), f"{APPS}.env.secrets[A].secretRef.name"),
    "secretKeyRef.key": lambda v: (secret(key=v), f"{APPS}.env.secrets[A].secretRef.key"),
    "ConfigMap data bytes": lambda v: (spec(configMaps={"c": "x" * v}), f"{SPEC}.configMaps[c]"),
    "Secret data bytes": lambda v: (app(env={"secrets": {"A": {"value": "x" * v}}}), f"{APPS}.env.secrets"),
    "Secret dockerconfigjson": lambda v: ({"dockerConfigJson": v}, "dockerConfigJson"),
    "image": lambda v: (sidecar(image=v), f"{SPEC}.container.sidecars[0].image"),
    "container name": lambda v: (sidecar(name=v), f"{SPEC}.container.sidecars[0].name"),
    "second container": lambda v: (
        sidecar(**{"image": "log", **v}),
        f"{SPEC}.container.sidecars[0]",
    ),
    "command": lambda v: (app(command=v), f"{APPS}.command"),
    "livenessProbe": probed("livenessProbe"),
    "readinessProbe": probed("readinessProbe"),
    "startupProbe": probed("startupProbe"),
    "probe httpGet": lambda v: probed("livenessProbe")({"httpGet": v}),
    "PodDisruptionBudget.minAvailable": lambda v: (
        budget(minAvailable=v),
        f"{SPEC}.availability.podDisruptionBudget.minAvailable",
    ),
    "PodDisruptionBudget.maxUnavailable": lambda v: (
        budget(maxUnavailable=v),
        f"{SPEC}.availability.podDisruptionBudget.maxUnavailable",
    ),
    "PodDisruptionBudget both": lambda v: (
        budget(minAvailable=1, **v),
        f"{SPEC}.availability.podDisruptionBudget",
    ),
    "Gateway listener hostname": hostname,
    "HTTPRoute hostname": hostname,
    "Certificate dnsNames": lambda v: hostname(v[0] if isinstance(v, list) else v),
}


def _port(index: int, given: dict[str, Any], number: str) -> dict[str, Any]:
    """A port of a Service or a container as one of ours, the other number its own."""
    both = {"containerPort": 1000 + index, "servicePort": 2000 + index}
    both["servicePort" if number == "port" else "containerPort"] = given[number]
    protocol = given.get("protocol", "TCP")
    return {"name": given.get("name", ""), "networkProtocol": protocol, "appProtocol": "tcp", **both}


def is_ours(row: dict[str, str]) -> bool:
    """Whether the row is about a field of ours, with a value that the field's type can hold."""
    if row["field"] not in FIELDS:
        return False
    value = json.loads(row["value"])
    if row["field"] in TEXTS and not isinstance(value, str):
        return False
    if row["field"] == "spec.replicas" and not (isinstance(value, int) and -(2**31) <= value < 2**31):
        return False
    if row["field"].startswith("PodDisruptionBudget.") and isinstance(value, str) and value in {"", "1"}:
        return False  # the server tells the number 1 from the text "1"; here both are written alike, and empty is unset
    if row["field"] == "Service ports duplicates" and not value:
        return False  # no port, no Service
    return not (row["field"].endswith("Probe") and several_probes(value))


TEXTS = {"env[].value", "spec.podManagementPolicy"}
ROWS = [row for row in facts("apiserver") if is_ours(row)]
# Empty text is how a message says that an optional field is unset; the renderer then leaves it out.
STRICTER = {(row["field"], row["value"]): row["reason"] for row in facts("stricter")}
LAXER = {(row["field"], row["value"]): row["reason"] for row in facts("unset")}


def label(row: dict[str, str]) -> str:
    return f"{row['field']} {row['value'][:40]} {row['verdict']}".encode("unicode_escape").decode()


@pytest.mark.parametrize("row", ROWS, ids=label)
def test_verdict_is_the_servers(row: dict[str, str]) -> None:
    """Refused there means a problem at that field here; accepted there means none, but for the choices with reasons."""
    patch, path = FIELDS[row["field"]](json.loads(row["value"]))
    message = ParseDict(patched(BASE, patch), KubernetesStatefulSetStackInput())
    problems = [problem.path for problem in errors_of(validate(message))]
    key = (row["field"], row["value"])
    if (row["verdict"] == "reject" and key not in LAXER) or key in STRICTER:
        assert any(found.startswith(path) for found in problems), problems
    else:
        assert not problems


def test_every_choice_is_about_a_row() -> None:
    """The lists of stricter choices and of unset values name rows that exist, with the other verdict."""
    verdicts = {(row["field"], row["value"]): row["verdict"] for row in ROWS}
    assert all(verdicts[key] == "accept" for key in STRICTER)
    assert all(verdicts[key] == "reject" for key in LAXER)
    assert all([*STRICTER.values(), *LAXER.values()])
