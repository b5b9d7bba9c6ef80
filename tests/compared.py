# SPDX-License-Identifier: Apache-2.0
"""The tables of tests/comparison: Kubernetes objects written short."""

from typing import Any

import yaml

from tables import HERE

VERSIONS = {
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
CONTAINER = "spec.template.spec.containers"


def table(name: str) -> list[dict[str, Any]]:
    """The rows of the table, each with its objects and paths written out."""
    rows = yaml.safe_load((HERE / "comparison" / f"{name}.yaml").read_text(encoding="utf-8"))
    return [_row(row) for row in rows]


def _row(row: dict[str, Any]) -> dict[str, Any]:
    if "at" in row:
        kind, fields = next(iter(row.items()))
        place = f"{CONTAINER}.0.{row['at']}" if kind == "container" else row["at"]
        return {"given": written_out({kind: fields}), "at": place, "is": row["is"]}
    within = f"{CONTAINER}[app]." if "container" in row.get("ours", ()) else ""
    differ = [(within + path, *(*rest, "value")[:3]) for path, *rest in row.get("differ", ())]
    return {**{name: written_out(held) for name, held in row.items() if name != "differ"}, "differ": differ}


def written_out(short: dict[str, Any]) -> dict[str, Any]:
    """The object whose kind and fields are given."""
    ((kind, fields),) = short.items()
    return container(fields) if kind == "container" else kube_object(kind, fields)


def kube_object(kind: str, fields: dict[str, Any]) -> dict[str, Any]:
    """The object with its version."""
    return {"apiVersion": VERSIONS.get(kind, "v1"), "kind": kind, **fields}


def container(fields: dict[str, Any]) -> dict[str, Any]:
    """A StatefulSet with one container that has the fields."""
    containers = [{"name": "app", **fields}]
    return kube_object("StatefulSet", {"spec": {"template": {"spec": {"containers": containers}}}})
