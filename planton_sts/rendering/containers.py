# SPDX-License-Identifier: Apache-2.0
"""The containers of a pod."""

from collections.abc import Callable
from typing import Any

from planton_sts.messages import (
    Container,
    ContainerImage,
    ContainerPort,
    ContainerResources,
    CpuMemory,
    KubernetesStatefulSetContainerApp,
    KubernetesStatefulSetContainerAppPort,
    KubernetesStatefulSetSpec,
)
from planton_sts.names import Names
from planton_sts.rendering.environment import app_variables, variables
from planton_sts.rendering.kube_object import KubeObject, given, in_order
from planton_sts.rendering.own_form import beyond
from planton_sts.rendering.probes import lifecycle_of, probe_of
from planton_sts.rendering.volumes import volume_mounts

# What is asked of a container, and done to it, as it lives: the field, its name in Kubernetes, and what renders it.
HEALTH: tuple[tuple[str, str, Callable[[Any], KubeObject]], ...] = (
    ("liveness_probe", "livenessProbe", probe_of),
    ("readiness_probe", "readinessProbe", probe_of),
    ("startup_probe", "startupProbe", probe_of),
    ("lifecycle", "lifecycle", lifecycle_of),
)

# What of a container is not rendered in its own form, or stands elsewhere.
SHAPED = {
    "name",
    "command",
    "args",
    "container_ports",
    "liveness_probe",
    "readiness_probe",
    "startup_probe",
    "lifecycle",
    "volume_mounts",
}


def containers(spec: KubernetesStatefulSetSpec, names: Names) -> list[KubeObject]:
    """The application's own container and the sidecars, in the order that is asked for."""
    found = [_app(spec, names), *(container_of(spec, container) for container in spec.container.sidecars)]
    places = {name: place for place, name in enumerate(spec.container.order)}
    return sorted(found, key=lambda container: places.get(container["name"], len(places)))


def container_of(spec: KubernetesStatefulSetSpec, container: Container) -> KubeObject:
    """A container beside the application's own."""
    return {
        "name": container.name,
        "image": container.image,
        **_program(container),
        **given(
            env=list(variables(spec, container)),
            ports=[_port(port) for port in container.ports],
        ),
        **_shared(spec, container),
    }


def _app(spec: KubernetesStatefulSetSpec, names: Names) -> KubeObject:
    """The application's own container."""
    app = spec.container.app
    return {
        "name": app.name or "app",
        "image": _image(app.image),
        **_program(app),
        **given(
            env=list(app_variables(spec, names)),
            ports=[*map(_app_port, app.ports), *map(_port, app.container_ports)],
        ),
        **_shared(spec, app),
    }


def _program(container: Container | KubernetesStatefulSetContainerApp) -> KubeObject:
    return given(command=list(container.command), args=list(container.args))


def _shared(spec: KubernetesStatefulSetSpec, container: Container | KubernetesStatefulSetContainerApp) -> KubeObject:
    """What containers of all kinds say in one way."""
    return {
        **given(resources=_resources(container.resources)),
        **{name: shape(getattr(container, field)) for field, name, shape in HEALTH if container.HasField(field)},
        **given(volumeMounts=volume_mounts(spec, container.volume_mounts)),
        **beyond(container, without=SHAPED),
    }


def _image(image: ContainerImage) -> str:
    """The image's reference; a bare digest follows an `@`."""
    joined = "@" if image.tag.startswith(("sha256:", "sha512:")) else ":"
    return image.reference or f"{image.repo}{joined}{image.tag}"


def _app_port(port: KubernetesStatefulSetContainerAppPort) -> KubeObject:
    return {"name": port.name, "containerPort": port.container_port, "protocol": port.network_protocol}


def _port(port: ContainerPort) -> KubeObject:
    return {
        **given(name=port.name),
        "containerPort": port.container_port,
        **given(protocol=port.protocol),
        **beyond(port),
    }


def _resources(resources: ContainerResources) -> KubeObject:
    return given(limits=_cpu_memory(resources.limits), requests=_cpu_memory(resources.requests))


def _cpu_memory(amounts: CpuMemory) -> KubeObject:
    return {**given(cpu=amounts.cpu, memory=amounts.memory), **in_order(amounts.others)}
