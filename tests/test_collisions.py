# SPDX-License-Identifier: Apache-2.0
"""What two applications may share, and what they may not."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planton_sts import KubernetesStatefulSetStackInput
from planton_sts.collisions import collisions, holdings
from planton_sts.rendering import objects
from valid import WORD, application

PORT = {"name": "db", "container_port": 1, "network_protocol": "TCP", "app_protocol": "tcp", "service_port": 1}


def manifest(name: str, namespace: str = "db", **spec: object) -> KubernetesStatefulSetStackInput:
    """A small application."""
    app = {"image": {"repo": "postgres", "tag": "16"}, "ports": [PORT]}
    target = {
        "api_version": "kubernetes.project-planton.org/v1",
        "kind": "KubernetesStatefulSet",
        "metadata": {"name": name},
        "spec": {"namespace": {"value": namespace}, "create_namespace": True, "container": {"app": app}, **spec},
    }
    return KubernetesStatefulSetStackInput(target=target)


def found(*inputs: KubernetesStatefulSetStackInput) -> list[tuple[int, str]]:
    """The collisions: which application, and what it wants."""
    applications = [application(stack_input) for stack_input in inputs]
    held = ((one.names.name, holdings(one, objects(one))) for one in applications)
    return [(number, finding.complaint.message) for number, finding in collisions(held)]


def claims(*names: str) -> list[dict[str, str]]:
    return [{"name": name, "size": "1Gi"} for name in names]


HOST = {"enabled": True, "hostname": "db.example.com"}

CLASHES = {
    "one name": (manifest("a"), manifest("a"), "ServiceAccount `a` of namespace `db`"),
    "one name in another namespace": (manifest("a"), manifest("a", "other"), None),
    "one namespace": (manifest("a"), manifest("b"), None),
    "a Service by another's name": (manifest("a"), manifest("a-headless"), "Service `a-headless`"),
    "a config map": (
        manifest("a", config_maps={"conf": "x"}),
        manifest("b", config_maps={"conf": "x"}),
        "ConfigMap `conf`",
    ),
    "a claim by another cut": (
        manifest("a-b", volume_claim_templates=claims("data")),
        manifest("b", volume_claim_templates=claims("logs", "data-a")),
        "PersistentVolumeClaim `data-a-b-0`",
    ),
    "another's pods": (
        manifest("a"),
        manifest("b", selector={"match_labels": {"app": "a"}}),
        "pods with the labels `app=a` of namespace `db`",
    ),
    "pods of another namespace": (manifest("a"), manifest("b", "other", selector={"match_labels": {"app": "a"}}), None),
    "a claim that goes with the pod": (
        manifest("a", pod={"volumes": [{"name": "b-0", "ephemeral": {}}, {"name": "c", "empty_dir": {}}]}),
        manifest("b", volume_claim_templates=claims("a-0")),
        "PersistentVolumeClaim `a-0-b-0`",
    ),
    "a host name": (
        manifest("a", ingress=HOST),
        manifest("b", "other", ingress=HOST),
        "host name `db.example.com`",
    ),
    "an ingress of another namespace": (
        manifest("a", ingress=HOST),
        manifest("a", "other", ingress={**HOST, "hostname": "other.example.com"}),
        "Certificate `a-ingress-cert` of namespace `istio-ingress`",
    ),
}


@pytest.mark.parametrize(("first", "second", "clash"), CLASHES.values(), ids=CLASHES)
def test_clash(
    first: KubernetesStatefulSetStackInput, second: KubernetesStatefulSetStackInput, clash: str | None
) -> None:
    """The second application's problem names what it wants and whose it is."""
    if clash is None:
        assert found(first, second) == []
    else:
        ((number, message),) = found(first, second)
        assert number == 1
        assert message.startswith(f"must not share {clash}")


@given(st.lists(WORD, min_size=2, max_size=4, unique=True))
def test_names_clash_only_where_one_is_derived_from_another(names: list[str]) -> None:
    """Two applications of different names share nothing, unless one is called as the other's objects are."""
    derived = {f"{name}-headless" for name in names}
    clashes = found(*(manifest(name) for name in names))
    assert bool(clashes) == bool(derived & set(names))


def test_every_clash_is_reported() -> None:
    """Each application that wants what another has is told, once."""
    inputs = [manifest(name) for name, _ in product("ab", range(2))]
    assert [number for number, _ in found(*inputs)] == [1, 3]
