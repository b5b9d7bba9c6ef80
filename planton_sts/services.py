# SPDX-License-Identifier: Apache-2.0
"""Which Services an application has, and by which of their ports clients reach it."""

from collections.abc import Iterator
from typing import NamedTuple

from google.protobuf.descriptor import Descriptor

from planton_sts.descent import within
from planton_sts.messages import (
    ContainerPort,
    KubernetesStatefulSetContainerAppPort,
    KubernetesStatefulSetService,
    KubernetesStatefulSetSpec,
    ServicePort,
)
from planton_sts.paths import Path

# What a headless Service has in place of an address.
NO_ADDRESS = "None"

# No application has more pods with a Service each.
MOST_PODS = 1_000

_PORTS = {message.DESCRIPTOR.full_name for message in (ContainerPort, KubernetesStatefulSetContainerAppPort)}


class Exposed(NamedTuple):
    """One port of a Service: the number and the protocol by which clients reach it."""

    number: int
    protocol: str


def is_created(service: KubernetesStatefulSetService) -> bool:
    """Whether the Service is rendered, as far as it says."""
    return not service.HasField("create") or service.create


def serves_clients(spec: KubernetesStatefulSetSpec) -> bool:
    """Whether the Service for clients is rendered: without ports it leads nowhere, unless the manifest asks for it."""
    return is_created(spec.service) and (spec.HasField("service") or bool(spec.container.app.ports))


def every_service(spec: KubernetesStatefulSetSpec) -> Iterator[tuple[Path, KubernetesStatefulSetService]]:
    """Each Service that the manifest speaks of, with the way to it."""
    for field, name in (
        ("service", "service"),
        ("headless_service", "headlessService"),
        ("pod_services", "podServices"),
    ):
        if spec.HasField(field):
            yield (name,), getattr(spec, field)
    for index, service in enumerate(spec.services):
        yield ("services", index), service


def pods_with_service(spec: KubernetesStatefulSetSpec) -> range:
    """The numbers of the pods that have a Service each."""
    if not (spec.HasField("pod_services") and is_created(spec.pod_services)):
        return range(0)
    replicas = spec.availability.replicas if spec.availability.HasField("replicas") else 1
    return range(spec.ordinals.start, spec.ordinals.start + min(replicas, MOST_PODS))


def exposed(spec: KubernetesStatefulSetSpec) -> list[Exposed]:
    """The ports of the Service for clients, or of the headless one where the manifest wants none for them."""
    service = spec.service if is_created(spec.service) else spec.headless_service
    # A host name that leads to the pods leads to the numbers that they listen on.
    is_headless = service is spec.headless_service or service.cluster_ip == NO_ADDRESS
    if service.ports:
        targets = container_ports(spec)
        return [
            Exposed(_listened(port, targets) if is_headless else port.port, port.protocol or "TCP")
            for port in service.ports
        ]
    return [
        Exposed(port.container_port if is_headless else port.service_port, port.network_protocol)
        for port in spec.container.app.ports
    ]


def container_ports(spec: KubernetesStatefulSetSpec) -> dict[str, int]:
    """The ports of all containers that have a name, by name."""
    return {port.name: port.container_port for _, port in within(spec.container, _is_port) if port.name}


def _is_port(descriptor: Descriptor) -> bool:
    return descriptor.full_name in _PORTS


def _listened(port: ServicePort, targets: dict[str, int]) -> int:
    """The number that the pods listen on."""
    if port.target_port.isdecimal():
        return int(port.target_port)
    return targets.get(port.target_port, port.port)
