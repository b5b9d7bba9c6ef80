# SPDX-License-Identifier: Apache-2.0
"""Where a deployed application can be reached."""

from typing import Any

import pytest
from google.protobuf.json_format import MessageToDict

from planton_sts import KubernetesStatefulSetIngress, KubernetesStatefulSetSpec
from planton_sts.stack_outputs import stack_outputs
from valid import application, case

POSTGRES = {
    "namespace": "database",
    "headless_service": "postgres-headless",
    "service": "postgres",
    "port_forward_command": "kubectl port-forward -n database service/postgres 5432:5432",
    "kube_endpoint": "postgres.database.svc.cluster.local:5432",
}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("postgres", POSTGRES, id="the first port"),
        pytest.param(
            "smallest",
            {"namespace": "b", "headless_service": "a-headless", "kube_endpoint": "a.b.svc.cluster.local"},
            id="no port, no client Service",
        ),
        pytest.param(
            "elasticsearch",
            {
                "namespace": "search",
                "headless_service": "elasticsearch-headless",
                "service": "elasticsearch",
                "port_forward_command": "kubectl port-forward -n search service/elasticsearch 9200:9200",
                "kube_endpoint": "elasticsearch.search.svc.cluster.local:9200",
                "external_hostname": "https://search.example.com",
                "internal_hostname": "https://internal-search.example.com",
            },
            id="ingress",
        ),
    ],
)
def test_outputs(name: str, expected: dict[str, str]) -> None:
    """Each output, and which of them are empty."""
    assert MessageToDict(stack_outputs(application(case(name))), preserving_proto_field_name=True) == expected


PARENTS = {"parent_refs": [{"name": "shared"}]}
URLS = {
    "Gateways of others": (PARENTS, "https://search.example.com"),
    "a path": ({**PARENTS, "path": "/a/"}, "https://search.example.com/a"),
    "a class": ({"ingress_class_name": "nginx"}, "http://search.example.com"),
    "a class and a certificate": (
        {"ingress_class_name": "nginx", "tls_secret_name": "tls", "path": "/a"},
        "https://search.example.com/a",
    ),
    "a pattern": (
        {"ingress_class_name": "nginx", "path": "/a(/|$)(.*)", "path_type": "ImplementationSpecific"},
        "http://search.example.com",
    ),
}


@pytest.mark.parametrize(("ingress", "url"), URLS.values(), ids=URLS)
def test_ingress_elsewhere(ingress: dict[str, Any], url: str) -> None:
    """Where others take the traffic there is one address, of the scheme that they serve."""
    stack_input = case("elasticsearch")
    stack_input.target.spec.ingress.MergeFrom(KubernetesStatefulSetIngress(**ingress))
    outputs = stack_outputs(application(stack_input))
    assert (outputs.external_hostname, outputs.internal_hostname) == (url, "")


PORTS = [{"name": "db", "port": 80, "target_port": "postgres"}]
SERVICES: dict[str, tuple[dict[str, Any], str, str]] = {
    "another name": ({"service": {"name": "db"}}, "db", "db.database.svc.cluster.local:5432"),
    "another port": ({"service": {"ports": PORTS}}, "postgres", "postgres.database.svc.cluster.local:80"),
    "headless": (
        {"service": {"ports": PORTS, "cluster_ip": "None"}},
        "postgres",
        "postgres.database.svc.cluster.local:5432",
    ),
    "none": ({"service": {"create": False}}, "", "postgres-headless.database.svc.cluster.local:5432"),
    "none, with other ports": (
        {"service": {"create": False}, "headless_service": {"ports": [{"port": 80, "target_port": "6543"}]}},
        "",
        "postgres-headless.database.svc.cluster.local:6543",
    ),
    "none, and peers of another name": (
        {"service": {"create": False}, "service_name": "peers"},
        "",
        "peers.database.svc.cluster.local:5432",
    ),
}


@pytest.mark.parametrize(("spec", "service", "endpoint"), SERVICES.values(), ids=SERVICES)
def test_services(spec: dict[str, Any], service: str, endpoint: str) -> None:
    """The outputs follow the Service that clients use."""
    stack_input = case("postgres")
    stack_input.target.spec.MergeFrom(KubernetesStatefulSetSpec(**spec))
    outputs = stack_outputs(application(stack_input))
    host, _, port = endpoint.partition(":")
    assert (outputs.service, outputs.kube_endpoint) == (service, endpoint)
    command = f"kubectl port-forward -n database service/{host.partition('.')[0]} {port}:{port}"
    assert outputs.port_forward_command == command


def test_only_tcp_is_forwarded() -> None:
    """The API server forwards TCP alone, so the command names the first port that speaks it."""
    stack_input = case("postgres")
    ports = stack_input.target.spec.container.app.ports
    ports.add(name="late", container_port=9999, service_port=9999, network_protocol="TCP", app_protocol="tcp")
    ports[0].network_protocol = "UDP"
    outputs = stack_outputs(application(stack_input))
    assert outputs.port_forward_command.endswith(" 9999:9999")
    assert outputs.kube_endpoint.endswith(":5432")


def test_nothing_to_forward() -> None:
    """Without a port that speaks TCP there is no command."""
    stack_input = case("postgres")
    stack_input.target.spec.container.app.ports[0].network_protocol = "SCTP"
    assert stack_outputs(application(stack_input)).port_forward_command == ""
