# SPDX-License-Identifier: Apache-2.0
"""The Services: one that names the pods, one for clients, and those that the manifest adds."""

from collections.abc import Iterator

from planton_sts.messages import (
    KubernetesStatefulSetContainerAppPort,
    KubernetesStatefulSetService,
    KubernetesStatefulSetSpec,
)
from planton_sts.names import Names
from planton_sts.rendering.kube_object import KubeObject, given, in_order, own_metadata
from planton_sts.rendering.own_form import own_form
from planton_sts.services import NO_ADDRESS, is_created, pods_with_service, serves_clients

# What of a Service stands elsewhere than Kubernetes has it, or is merged with what the application gives it.
MERGED = {"name", "create", "labels", "annotations", "selector", "ports"}

# The label by which the StatefulSet's controller tells its pods apart.
POD_NAME = "statefulset.kubernetes.io/pod-name"


def headless_service(spec: KubernetesStatefulSetSpec, names: Names) -> Iterator[KubeObject]:
    """The Service that gives each pod a DNS name of its own, from before it is ready: peers find each other by it."""
    if is_created(spec.headless_service):
        own = {"clusterIP": NO_ADDRESS, **given(publishNotReadyAddresses=not spec.plain)}
        yield _service(names.headless_service, own, spec.headless_service, spec, names)


def client_services(spec: KubernetesStatefulSetSpec, names: Names) -> Iterator[KubeObject]:
    """The Services through which clients reach any pod that is ready, and those that lead to one pod each."""
    own = given(type="" if spec.plain else "ClusterIP")
    if serves_clients(spec):
        yield _service(names.service, own, spec.service, spec, names)
    for service in filter(is_created, spec.services):
        yield _service(service.name, own, service, spec, names)
    for ordinal in pods_with_service(spec):
        one = {**own, "selector": {POD_NAME: names.pods.name(ordinal)}}
        yield _service(names.service_of_pod(ordinal), one, spec.pod_services, spec, names)


def _service(
    name: str, own: KubeObject, service: KubernetesStatefulSetService, spec: KubernetesStatefulSetSpec, names: Names
) -> KubeObject:
    """The Service of that name: what it is by itself, and what the manifest says of it."""
    return {
        "apiVersion": "v1",
        "kind": "Service",
        "metadata": own_metadata(name, names, service.labels, service.annotations),
        "spec": {
            **own,
            "selector": _selector(own, service, spec, names),
            **given(ports=_ports(service, spec)),
            **own_form(service, without=MERGED),
        },
    }


def _selector(
    own: KubeObject, service: KubernetesStatefulSetService, spec: KubernetesStatefulSetSpec, names: Names
) -> dict[str, str]:
    """The application's labels and those that the Service adds; in a plain rendering, its own alone if it has any."""
    narrower = {**in_order(service.selector), **own.get("selector", {})}
    return narrower if spec.plain and narrower else {**dict(names.selector), **narrower}


def _ports(service: KubernetesStatefulSetService, spec: KubernetesStatefulSetSpec) -> list[KubeObject]:
    return [own_form(port) for port in service.ports] or [_port(port) for port in spec.container.app.ports]


def _port(port: KubernetesStatefulSetContainerAppPort) -> KubeObject:
    return {
        "name": port.name,
        "port": port.service_port,
        "targetPort": port.name,
        "protocol": port.network_protocol,
        "appProtocol": port.app_protocol,
    }
