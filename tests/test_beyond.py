# SPDX-License-Identifier: Apache-2.0
"""A real API server's verdicts on fields in Kubernetes' own form, each put where it stands in a manifest."""

import json
import re
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from planton_sts import KubernetesStatefulSet, Problem, load_one, validate
from planton_sts.messages import is_map
from planton_sts.rendering.own_form import FIRST
from rules_table import patched
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
# Where in a manifest's spec stands what stands elsewhere in an object of Kubernetes', by how the name of the object
# begins; the longer ways first.
MOVED: dict[str, dict[tuple[str | int, ...], tuple[str, ...]]] = {
    "ss": {
        ("spec", "template", "spec", "serviceAccountName"): ("serviceAccount", "name"),
        ("spec", "template", "metadata"): ("pod",),
        ("spec", "template", "spec"): ("pod",),
        ("spec", "replicas"): ("availability", "replicas"),
        ("spec",): (),
    },
    "sa": {("metadata",): ("serviceAccount",)},
    "netpol": {("spec",): ("networkPolicy",)},
    "httproute": {("spec", "parentRefs"): ("ingress", "parentRefs")},
}
# What of Project Planton's stands there as Kubernetes has it.
THEIRS = {"availability", "ingress", "podManagementPolicy"}

# What was refused for want of something that the server's cluster had not, and others have.
ABSENT = re.compile("error looking up service account")

# Values that say nothing, where the server tells them from those that are not there.
SAYS_NOTHING = {"", None}


def placed(field: str, value: Any) -> dict[str, Any] | None:
    """The manifest with the value in the field's place; None where the API has not all of it."""
    if field not in FIELDS:
        return None
    known = FIELDS[field]
    manifest = deepcopy(BASE)
    if known["base"] == "ss-noclaim":
        del manifest["spec"]["volumeClaimTemplates"], manifest["spec"]["container"]["app"]["volumeMounts"]
    if field in RETOLD:
        told = RETOLD[field](value)
        return patched(manifest, {"spec": told}) if told else None
    parts = value.items() if known["mode"] == "merge" and isinstance(value, dict) else [(None, value)]
    for key, part in parts:
        path = moved(known["base"], [*known["path"], *([key] if key else [])])
        if path is None or not is_known(path):
            return None
        put(manifest["spec"], path, part)
    return manifest


def moved(base: str, path: list[str | int]) -> list[str] | None:
    """The way within a manifest's spec to what stands there within such an object; None where it has no place."""
    ways = next((ways for name, ways in MOVED.items() if base.startswith(name)), {})
    start = next((start for start in ways if tuple(path[: len(start)]) == start), None)
    return None if start is None else [*ways[start], *map(str, path[len(start) :])]


def one_path(rule: Any) -> dict[str, Any] | None:
    """What a route matches as the ingress says it; None where that is more than one path of a type that both know."""
    match rule:
        case {"matches": [{"path": {"type": "PathPrefix" | "Exact" as kind, "value": value}}]}:
            return {"ingress": {"path": value, "pathType": kind.removeprefix("Path")}}
        case _:
            return None


# What is said in other words here, by the field of the rows.
RETOLD: dict[str, Callable[[Any], Any]] = {"HTTPRoute matches[].path": one_path}


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
    is_refused = row["verdict"] == "reject" or ("refused:" in row["message"] and not ABSENT.search(row["message"]))
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
