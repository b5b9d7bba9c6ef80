# SPDX-License-Identifier: Apache-2.0
"""A real API server's verdicts on fields in Kubernetes' own form, each put where it stands in a manifest."""

import json
from copy import deepcopy
from typing import Any

import pytest

from planton_sts import KubernetesStatefulSet, Problem, load_one, validate
from planton_sts.messages import is_map
from planton_sts.rendering.own_form import FIRST
from tables import HERE, facts

BASE: dict[str, Any] = {
    "apiVersion": "kubernetes.project-planton.org/v1",
    "kind": "KubernetesStatefulSet",
    "metadata": {"name": "web"},
    "spec": {
        "namespace": "database",
        "availability": {"replicas": 2},
        "container": {
            "app": {
                "image": {"repo": "nginx", "tag": "1.27"},
                "volumeMounts": [{"name": "data", "mountPath": "/data"}],
            }
        },
        "volumeClaimTemplates": [{"name": "data", "size": "1Gi"}],
    },
}
FIELDS = json.loads((HERE / "facts" / "beyond.fields.json").read_text())
SPEC = KubernetesStatefulSet.DESCRIPTOR.fields_by_name["spec"].message_type
# Where in a manifest's spec stands what stands elsewhere in that of a StatefulSet; the longer beginnings first.
MOVED = {
    ("template", "metadata"): ("pod",),
    ("template", "spec"): ("pod",),
    ("replicas",): ("availability", "replicas"),
}
# A Service of each base, as it stands in a manifest's spec.
PORTS = [{"name": "http", "port": 80, "targetPort": 80}]
SERVICES: dict[str, dict[str, Any]] = {
    "svc": {"ports": PORTS},
    "svc-np": {"ports": PORTS, "type": "NodePort"},
    "svc-lb": {"ports": PORTS, "type": "LoadBalancer"},
    "svc-headless": {"ports": PORTS, "clusterIP": "None"},
}
# What of Project Planton's stands there as Kubernetes has it.
THEIRS = {"availability", "podManagementPolicy"}

# Values that say nothing, where the server tells them from those that are not there.
SAYS_NOTHING = {"", None}


def placed(field: str, value: Any) -> dict[str, Any] | None:
    """The manifest with the value in the field's place; None where the API has not all of it."""
    known = FIELDS.get(field, {"path": [], "base": ""})
    is_of_service = known["base"] in SERVICES
    if not is_of_service and (known["path"][:1] != ["spec"] or not known["base"].startswith("ss")):
        return None
    parts = value.items() if known["mode"] == "merge" and isinstance(value, dict) else [(None, value)]
    manifest = deepcopy(BASE)
    if known["base"] == "ss-noclaim":
        del manifest["spec"]["volumeClaimTemplates"], manifest["spec"]["container"]["app"]["volumeMounts"]
    if is_of_service:
        manifest["spec"]["service"] = deepcopy(SERVICES[known["base"]])
    for key, part in parts:
        inner = [*known["path"][1:], *([key] if key else [])]
        path = ["service", *inner] if is_of_service else moved(inner)
        if not is_known(path):
            return None
        put(manifest["spec"], path, part)
    return manifest


def moved(path: list[str]) -> list[str]:
    """The way within a manifest's spec to what stands there within that of a StatefulSet."""
    start = next((start for start in MOVED if tuple(path[: len(start)]) == start), ())
    return [*MOVED.get(start, ()), *path[len(start) :]]


def is_known(path: list[str]) -> bool:
    """Whether the API has the field, in Kubernetes' form."""
    held = SPEC
    for step in path:
        field = next((field for field in held.fields if field.json_name == step), None) if held else None
        if field is None or (held is SPEC and field.number < FIRST and step not in THEIRS):
            return False
        if is_map(field):
            return True
        held = field.message_type
    return bool(path)


def put(tree: dict[str, Any], path: list[str], value: Any) -> None:
    for step in path[:-1]:
        tree = tree.setdefault(step, {})
    tree[path[-1]] = value


def problems_of(manifest: dict[str, Any]) -> list[Problem]:
    return [problem for problem in validate(load_one(json.dumps(manifest))) if problem.severity == "error"]


ROWS = [row for row in facts("beyond") if placed(row["field"], json.loads(row["value"])) is not None]
STRICTER = {(row["field"], row["value"]): row["reason"] for row in facts("beyond_stricter")}
LAXER = {(row["field"], row["value"]): row["reason"] for row in facts("beyond_unset")}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['field']} {row['value'][:40]}")
def test_verdict_is_the_servers(row: dict[str, str]) -> None:
    """Refused there is refused here; accepted there is accepted, but for the choices with reasons."""
    manifest = placed(row["field"], json.loads(row["value"]))
    assert manifest
    found = problems_of(manifest)
    key = (row["field"], row["value"])
    is_refused = row["verdict"] == "reject" or "refused:" in row["message"]
    if (is_refused and key not in LAXER) or key in STRICTER:
        assert found
    else:
        assert not found


def test_every_choice_is_about_a_row() -> None:
    """The lists of stricter choices and of what says nothing name rows that exist, with the other verdict."""
    verdicts = {(row["field"], row["value"]): row["verdict"] for row in ROWS}
    assert all(verdicts[key] == "accept" for key in STRICTER)
    assert all(verdicts[key] == "reject" for key in LAXER)
    assert all([*STRICTER.values(), *LAXER.values()])
