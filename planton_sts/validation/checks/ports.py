# SPDX-License-Identifier: Apache-2.0
"""The ports of a pod's containers, which share one network address.

Declaring a port opens none, and the server takes one that two containers declare. So both are warnings.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

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
    own = (port.name for port in container.app.ports)
    yield from _taken(container, path, own, _name, ("name", TAKEN_NAME))


def taken_ports(container: KubernetesStatefulSetContainer, path: Path) -> Iterator[Finding]:
    """A port's number that another container of the pod has already, under the same protocol."""
    own = ((port.container_port, port.network_protocol) for port in container.app.ports)
    yield from _taken(container, path, own, _number, ("containerPort", TAKEN_PORT))


def _taken(
    container: KubernetesStatefulSetContainer,
    path: Path,
    own: Iterable[Any],
    what: Callable[[ContainerPort], Any],
    told: tuple[str, Complaint],
) -> Iterator[Finding]:
    """What a port has that one of a container before it has; of the application's, some have it already."""
    field, complaint = told
    if not (beside := list(_beside(container))):
        return
    taken = {*own, *map(what, container.app.container_ports)}
    for place, ports in beside:
        for index, port in enumerate(ports):
            if (wanted := what(port)) and wanted in taken:
                yield Finding((*path, *place, "ports", index, field), complaint, "warning")
        taken.update(map(what, ports))


def _beside(container: KubernetesStatefulSetContainer) -> Iterator[tuple[Path, Sequence[ContainerPort]]]:
    """The ports of each container but the application's own, and where that stands."""
    for index, init in enumerate(container.init_containers):
        yield ("initContainers", index), init.ports
    for index, sidecar in enumerate(container.sidecars):
        yield ("sidecars", index), sidecar.ports


def _name(port: ContainerPort) -> str:
    return port.name


def _number(port: ContainerPort) -> tuple[int, str] | None:
    return (port.container_port, port.protocol or "TCP") if port.container_port else None
