# SPDX-License-Identifier: Apache-2.0
"""The containers of a pod."""

from planton_sts.messages import (
    Container,
    ContainerImage,
    ContainerResources,
    CpuMemory,
    KubernetesStatefulSetSpec,
)
from planton_sts.names import Names
from planton_sts.rendering.environment import app_variables, variables
from planton_sts.rendering.kube_object import KubeObject, given
from planton_sts.rendering.own_form import beyond
from planton_sts.rendering.probes import probe_of
from planton_sts.rendering.volumes import volume_mounts


def app_container(spec: KubernetesStatefulSetSpec, names: Names) -> KubeObject:
    """The application's own container."""
    app = spec.container.app
    return {
        "name": "app",
        "image": _image(app.image),
        **given(command=list(app.command), args=list(app.args)),
        **given(
            env=list(app_variables(spec, names)),
            ports=[_port(port.name, port.container_port, port.network_protocol) for port in app.ports],
            resources=_resources(app.resources),
            livenessProbe=probe_of(app.liveness_probe),
            readinessProbe=probe_of(app.readiness_probe),
            startupProbe=probe_of(app.startup_probe),
            volumeMounts=volume_mounts(spec),
        ),
        **beyond(app),
    }


def sidecar(spec: KubernetesStatefulSetSpec, container: Container) -> KubeObject:
    """A container that runs beside the application's own."""
    return {
        "name": container.name,
        "image": container.image,
        **given(
            env=list(variables(spec, container)),
            ports=[_port(port.name, port.container_port, port.protocol) for port in container.ports],
            resources=_resources(container.resources),
        ),
        **beyond(container),
    }


def _image(image: ContainerImage) -> str:
    """The image's reference; a bare digest follows an `@`."""
    return f"{image.repo}{'@' if image.tag.startswith(('sha256:', 'sha512:')) else ':'}{image.tag}"


def _port(name: str, number: int, protocol: str) -> KubeObject:
    return {**given(name=name), "containerPort": number, **given(protocol=protocol)}


def _resources(resources: ContainerResources) -> KubeObject:
    return given(limits=_cpu_memory(resources.limits), requests=_cpu_memory(resources.requests))


def _cpu_memory(amounts: CpuMemory) -> KubeObject:
    return given(cpu=amounts.cpu, memory=amounts.memory)
