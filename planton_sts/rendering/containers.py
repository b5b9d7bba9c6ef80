# SPDX-License-Identifier: Apache-2.0
"""The containers of a pod."""

from collections.abc import Collection, Iterator

from planton_sts.messages import (
    Container,
    ContainerImage,
    ContainerResources,
    CpuMemory,
    KubernetesSensitiveValue,
    KubernetesStatefulSetContainerApp,
    KubernetesStatefulSetSpec,
)
from planton_sts.names import Names
from planton_sts.rendering.kube_object import KubeObject, given
from planton_sts.rendering.own_form import own_form
from planton_sts.rendering.probes import probe_of
from planton_sts.rendering.secrets import is_literal
from planton_sts.rendering.volumes import volume_mounts
from planton_sts.variables import POD_FACTS, arranged, needs


def app_container(spec: KubernetesStatefulSetSpec, names: Names) -> KubeObject:
    """The application's own container."""
    app = spec.container.app
    return {
        "name": "app",
        "image": _image(app.image),
        **given(command=list(app.command), args=list(app.args)),
        "env": list(_env(app, names)),
        **given(
            ports=[_port(port.name, port.container_port, port.network_protocol) for port in app.ports],
            resources=_resources(app.resources),
            livenessProbe=probe_of(app.liveness_probe),
            readinessProbe=probe_of(app.readiness_probe),
            startupProbe=probe_of(app.startup_probe),
            volumeMounts=volume_mounts(spec, app.volume_mounts),
            volumeDevices=list(map(own_form, app.volume_devices)),
        ),
    }


def sidecar(spec: KubernetesStatefulSetSpec, container: Container) -> KubeObject:
    """A container that runs beside the application's own."""
    return {
        "name": container.name,
        "image": container.image,
        "env": [
            *_facts({variable.name for variable in container.env}),
            *({"name": variable.name, "value": variable.value} for variable in container.env),
        ],
        **given(
            ports=[_port(port.name, port.container_port, port.protocol) for port in container.ports],
            resources=_resources(container.resources),
            volumeMounts=volume_mounts(spec, container.volume_mounts),
            volumeDevices=list(map(own_form, container.volume_devices)),
        ),
    }


def _image(image: ContainerImage) -> str:
    """The image's reference; a bare digest follows an `@`."""
    return f"{image.repo}{'@' if image.tag.startswith(('sha256:', 'sha512:')) else ':'}{image.tag}"


def _env(app: KubernetesStatefulSetContainerApp, names: Names) -> Iterator[KubeObject]:
    """The variables, each after those that it refers to."""
    order = arranged(needs(app.env)).order
    yield from _facts(order)
    for name in order:
        if name in app.env.variables:
            yield {"name": name, "value": app.env.variables[name].value}
        if name in app.env.secrets:
            yield {"name": name, "valueFrom": {"secretKeyRef": _secret_key(name, app.env.secrets[name], names)}}


def _facts(own: Collection[str]) -> Iterator[KubeObject]:
    """What the pod says of itself, unless the container has a variable of that name."""
    for name, path in POD_FACTS.items():
        if name not in own:
            yield {"name": name, "valueFrom": {"fieldRef": {"fieldPath": path}}}


def _secret_key(name: str, secret: KubernetesSensitiveValue, names: Names) -> KubeObject:
    if is_literal(secret):
        return {"name": names.env_secret, "key": name}
    return {"name": secret.secret_ref.name, "key": secret.secret_ref.key}


def _port(name: str, number: int, protocol: str) -> KubeObject:
    return {**given(name=name), "containerPort": number, "protocol": protocol}


def _resources(resources: ContainerResources) -> KubeObject:
    return given(limits=_cpu_memory(resources.limits), requests=_cpu_memory(resources.requests))


def _cpu_memory(amounts: CpuMemory) -> KubeObject:
    return given(cpu=amounts.cpu, memory=amounts.memory)
