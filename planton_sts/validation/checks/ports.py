# SPDX-License-Identifier: Apache-2.0
"""The ports of a pod's containers, which share one network address.

Declaring a port opens none, and the server takes one that two containers declare. So both are warnings.
"""

from collections.abc import Iterator, Sequence

from planton_sts.messages import ContainerPort, KubernetesStatefulSetContainer
from planton_sts.paths import Path
from planton_sts.problems import Complaint, Finding

TAKEN_NAME = Complaint(
    "spec.container.sidecars.ports.name.taken",
    "must not be the name of another container's port: a Service or a probe that names it finds the first alone",
)
TAKEN_PORT = Complaint(
    "spec.container.sidecars.ports.container_port.taken",
    "must not be the port of another container: they share one network address, and the second to listen fails",
)


def taken_names(container: KubernetesStatefulSetContainer, path: Path) -> Iterator[Finding]:
    """A port's name that another container of the pod has already."""
    taken = {port.name for port in container.app.ports} | {port.name for port in container.app.container_ports}
    for place, ports in _beside(container):
        for number, port in enumerate(ports):
            if port.name and port.name in taken:
                yield Finding((*path, *place, "ports", number, "name"), TAKEN_NAME, "warning")
        taken.update(port.name for port in ports)


def taken_ports(container: KubernetesStatefulSetContainer, path: Path) -> Iterator[Finding]:
    """A port's number that another container of the pod has already, under the same protocol."""
    taken = {(port.container_port, port.network_protocol) for port in container.app.ports}
    taken |= set(map(_number, container.app.container_ports))
    for place, ports in _beside(container):
        for number, port in enumerate(ports):
            if port.container_port and _number(port) in taken:
                yield Finding((*path, *place, "ports", number, "containerPort"), TAKEN_PORT, "warning")
        taken.update(map(_number, ports))


def _beside(container: KubernetesStatefulSetContainer) -> Iterator[tuple[Path, Sequence[ContainerPort]]]:
    """The ports of each container but the application's own, and where that stands."""
    for index, init in enumerate(container.init_containers):
        yield ("initContainers", index), init.ports
    for index, sidecar in enumerate(container.sidecars):
        yield ("sidecars", index), sidecar.ports


def _number(port: ContainerPort) -> tuple[int, str]:
    return port.container_port, port.protocol or "TCP"
