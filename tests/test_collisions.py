# SPDX-License-Identifier: Apache-2.0
"""What two applications may share, and what they may not."""

from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planton_sts import KubernetesStatefulSetStackInput
from planton_sts.collisions import clashes_within, collisions, holdings
from planton_sts.paths import spell
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
    "a host name's path": (
        manifest("a", ingress={**HOST, "ingress_class_name": "nginx", "path": "/a"}),
        manifest("b", ingress={**HOST, "ingress_class_name": "nginx", "path": "/b"}),
        None,
    ),
    "one path of a host name": (
        manifest("a", ingress={**HOST, "ingress_class_name": "nginx", "path": "/a"}),
        manifest("b", ingress={**HOST, "parent_refs": [{"name": "shared"}], "path": "/a/"}),
        "host name `db.example.com/a`",
    ),
    "an account": (
        manifest("a", service_account={"name": "shared"}),
        manifest("b", service_account={"name": "shared"}),
        "ServiceAccount `shared` of namespace `db`",
    ),
    "an account that exists": (
        manifest("a", service_account={"name": "shared"}),
        manifest("b", service_account={"name": "shared", "create": False}),
        None,
    ),
    "a Service of its own": (
        manifest("a", services=[{"name": "shared"}]),
        manifest("b", service={"name": "shared"}),
        "Service `shared` of namespace `db`",
    ),
    "a Service that is there already": (
        manifest("a", service={"name": "shared"}),
        manifest("b", service_name="shared", headless_service={"create": False}),
        None,
    ),
    "a node port": (
        manifest("a", service={"ports": [{"port": 1, "node_port": 30001}]}),
        manifest("b", "other", service={"health_check_node_port": 30001}),
        "node port `30001`",
    ),
    "a pod's Service": (
        manifest("a", pod_services={"type": "NodePort"}),
        manifest("a-0"),
        "Service `a-0` of namespace `db`",
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


def test_an_account_is_named_where_it_is_named() -> None:
    """The problem stands at the account's own name, where it has one."""
    account = {"name": "shared"}
    applications = [application(manifest(name, service_account=account)) for name in "ab"]
    ((_, finding),) = collisions((one.names.name, holdings(one, objects(one))) for one in applications)
    assert finding.path == ("target", "spec", "serviceAccount", "name")


@given(st.lists(WORD, min_size=2, max_size=4, unique=True))
def test_names_clash_only_where_one_is_derived_from_another(names: list[str]) -> None:
    """Two applications of different names share nothing, unless one is called as the other's objects are."""
    derived = {f"{name}-headless" for name in names}
    clashes = found(*(manifest(name) for name in names))
    assert bool(clashes) == bool(derived & set(names))


NODE_PORT = {"type": "NodePort", "ports": [{"port": 1, "node_port": 30001}]}
WITHIN: dict[str, tuple[dict[str, Any], list[str]]] = {
    "none": ({"services": [{"name": "b"}], "pod_services": {}}, []),
    "the headless one, called as the application is": ({"service_name": "a"}, ["serviceName"]),
    "the same, by its own name": ({"headless_service": {"name": "a"}}, ["headlessService.name"]),
    "the same, where clients have another": ({"service_name": "a", "service": {"name": "b"}}, []),
    "the same, where clients have none": ({"service_name": "a", "service": {"create": False}}, []),
    "the one for clients that names the pods": ({"service_name": "a", "headless_service": {"create": False}}, []),
    "another one": ({"services": [{"name": "a"}]}, ["services[0].name"]),
    "another one that is switched off": ({"services": [{"name": "a", "create": False}]}, []),
    "the one for clients": ({"service": {"name": "a-headless"}}, ["service.name"]),
    "a pod's": ({"services": [{"name": "a-1"}], "pod_services": {}}, ["services[0].name"]),
    "a node port": (
        {"service": NODE_PORT, "services": [{"name": "b", **NODE_PORT}]},
        ["services[0].ports[0].nodePort"],
    ),
    "a node port of one": ({"service": NODE_PORT, "services": [{"name": "b", **NODE_PORT, "create": False}]}, []),
    "an address": (
        {"service": {"cluster_ip": "10.0.0.1"}, "services": [{"name": "b", "cluster_ip": "10.0.0.1"}]},
        ["services[0].clusterIP"],
    ),
    "a pod's by a name of its own": ({"service": {"name": "x-1"}, "pod_services": {"name": "x"}}, ["podServices.name"]),
}


@pytest.mark.parametrize(("spec", "places"), WITHIN.values(), ids=WITHIN)
def test_two_services_of_one_name(spec: dict[str, Any], places: list[str]) -> None:
    """Within one application it is a problem at the name that the manifest gives."""
    findings = clashes_within(application(manifest("a", availability={"replicas": 2}, **spec)))
    assert [spell(finding.path) for finding in findings] == [f"target.spec.{place}" for place in places]


def test_the_name_in_the_way_is_told() -> None:
    """The problem stands where the second manifest names its Service."""
    both = [application(one) for one in (manifest("a"), manifest("b", services=[{"name": "c"}, {"name": "a"}]))]
    ((_, finding),) = collisions((one.names.name, holdings(one, objects(one))) for one in both)
    assert spell(finding.path) == "target.spec.services[1].name"


def test_every_clash_is_reported() -> None:
    """Each application that wants what another has is told, once."""
    inputs = [manifest(name) for name, _ in product("ab", range(2))]
    assert [number for number, _ in found(*inputs)] == [1, 3]
