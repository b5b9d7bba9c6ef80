# SPDX-License-Identifier: Apache-2.0
"""The names that are derived from a manifest."""

from typing import Any

import pytest

from planton_sts import (
    KubernetesStatefulSetIngress,
    KubernetesStatefulSetServiceAccount,
    KubernetesStatefulSetStackInput,
)
from valid import application, case


def named(**metadata: Any) -> KubernetesStatefulSetStackInput:
    """An application of that metadata."""
    target = {"metadata": {"name": "db", **metadata}, "spec": {"namespace": {"value": "data"}}}
    return KubernetesStatefulSetStackInput(target=target)


def test_objects() -> None:
    """What each object is called."""
    known = application(named()).names
    assert (known.pods.stateful_set, known.service, known.service_account, known.budget) == ("db",) * 4
    assert (known.role, known.network_policy) == ("db",) * 2
    assert (known.headless_service, known.env_secret, known.pull_secret) == (
        "db-headless",
        "db-env-secrets",
        "db-image-pull",
    )


def test_pods() -> None:
    """What each pod, its host and its claims are called."""
    known = application(named()).names
    assert known.pods.name(2) == "db-2"
    assert known.pod_host(2) == "db-2.db-headless.data.svc.cluster.local"
    assert known.pods.claim("wal", 2) == "wal-db-2"


def test_cluster_domain() -> None:
    """A platform may have another domain than `cluster.local`."""
    stack_input = named()
    stack_input.platform.cluster_domain = "k8s.example"
    assert application(stack_input).names.pod_host(0) == "db-0.db-headless.data.svc.k8s.example"


def test_ingress() -> None:
    """What the ingress's objects are called, and the issuer that the domain names."""
    known = application(case("elasticsearch")).names.ingress
    assert known is not None
    assert (known.name, known.hostname, known.port) == ("elasticsearch", "search.example.com", 9200)
    assert known.hostnames == ("search.example.com", "internal-search.example.com")
    own = known.gateways
    assert own is not None
    assert (own.namespace, own.gateway_class) == ("istio-ingress", "istio")
    assert (own.certificate, own.tls_secret, own.issuer) == (*("elasticsearch-ingress-cert",) * 2, "example.com")
    assert own.external.redirect == "elasticsearch-http-external-redirect"
    assert own.internal.hostname == "internal-search.example.com"
    assert own.internal.address == "ingress-internal.istio-ingress.svc.cluster.local"


@pytest.mark.parametrize("elsewhere", [{"parent_refs": [{"name": "web"}]}, {"ingress_class_name": "nginx"}])
def test_ingress_elsewhere(elsewhere: dict[str, Any]) -> None:
    """Where others take the traffic, there is one host name, and nothing is asked of the platform."""
    stack_input = case("elasticsearch")
    stack_input.target.spec.ingress.MergeFrom(KubernetesStatefulSetIngress(**elsewhere))
    known = application(stack_input).names.ingress
    assert known is not None
    assert (known.hostnames, known.gateways) == (("search.example.com",), None)


def test_certificate_that_exists() -> None:
    """A Secret that exists is served in place of that of a Certificate."""
    stack_input = case("elasticsearch")
    stack_input.target.spec.ingress.tls_secret_name = "wildcard"  # noqa: S105 - the name of a Secret
    known = application(stack_input).names.ingress
    assert known is not None
    assert known.gateways is not None
    assert (known.gateways.certificate, known.gateways.tls_secret) == ("", "wildcard")


def test_service_account() -> None:
    """The account may have a name of its own; its Role is the application's."""
    stack_input = named()
    stack_input.target.spec.service_account.name = "shared"
    known = application(stack_input).names
    assert (known.service_account, known.role) == ("shared", "db")


@pytest.mark.parametrize(("account", "name"), [(None, ""), ({}, "db"), ({"name": "shared"}, "shared")])
def test_plain_service_account(account: dict[str, Any] | None, name: str) -> None:
    """In a plain rendering there is an account where the manifest asks for one."""
    stack_input = named()
    stack_input.target.spec.plain = True
    if account is not None:
        stack_input.target.spec.service_account.CopyFrom(KubernetesStatefulSetServiceAccount(**account))
    assert application(stack_input).names.service_account == name


def test_no_ingress() -> None:
    """An ingress that is not enabled has no names."""
    assert application(case("postgres")).names.ingress is None


def test_ingress_without_port() -> None:
    """Even an invalid message has names, so that references to its other outputs can be settled."""
    stack_input = named()
    stack_input.target.spec.ingress.enabled = True
    known = application(stack_input).names.ingress
    assert known is not None
    assert known.port == 0


def test_ingress_port_is_the_marked_one() -> None:
    """Among several ports, the ingress takes the one that is marked."""
    known = application(case("everything")).names.ingress
    assert known is not None
    assert known.port == 9090


def test_labels() -> None:
    """Every object bears who it is, who owns it, and the user's own labels."""
    labels = {"team": "a", "kubernetes.project-planton.org/docker-config-json-file": "/x"}
    known = application(named(id="k8ssts-1", org="acme", env="prod", labels=labels)).names
    assert dict(known.labels) == {
        "app": "db",
        "app.kubernetes.io/managed-by": "planton-sts",
        "app.kubernetes.io/name": "db",
        "planton.ai/environment": "prod",
        "planton.ai/id": "k8ssts-1",
        "planton.ai/kind": "KubernetesStatefulSet",
        "planton.ai/name": "db",
        "planton.ai/organization": "acme",
        "planton.ai/resource": "true",
        "team": "a",
    }


@pytest.mark.parametrize("key", ["app", "planton.ai/name", "planton.ai/id", "planton.ai/resource"])
def test_labels_cannot_be_overridden(key: str) -> None:
    """What finds the objects goes before the user's own labels."""
    known = application(named(id="k8ssts-1", labels={key: "stolen"})).names
    assert "stolen" not in dict(known.labels).values()
