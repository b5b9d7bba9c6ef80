# SPDX-License-Identifier: Apache-2.0
"""The containers of a pod."""

from collections.abc import Collection, Iterator

from planton_sts.messages import (
    Container,
    ContainerImage,
    ContainerPort,
    ContainerResources,
    CpuMemory,
    KubernetesSensitiveValue,
    KubernetesStatefulSetContainerApp,
    KubernetesStatefulSetSpec,
)
from planton_sts.names import Names
from planton_sts.rendering.kube_object import KubeObject, given
from planton_sts.rendering.own_form import beyond
from planton_sts.rendering.probes import lifecycle_of, probe_of
from planton_sts.rendering.secrets import is_literal
from planton_sts.rendering.volumes import volume_mounts
from planton_sts.variables import POD_FACTS, arranged, needs

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
}


def containers(spec: KubernetesStatefulSetSpec, names: Names) -> list[KubeObject]:
    """The application's own container and the sidecars, in the order that is asked for."""
    found = [_app(spec, names), *map(container_of, spec.container.sidecars)]
    places = {name: place for place, name in enumerate(spec.container.order)}
    return sorted(found, key=lambda container: places.get(container["name"], len(places)))


def container_of(container: Container) -> KubeObject:
    """A container beside the application's own."""
    return {
        "name": container.name,
        "image": container.image,
        **_program(container),
        "env": [
            *_facts({variable.name for variable in container.env}),
            *({"name": variable.name, "value": variable.value} for variable in container.env),
        ],
        **given(ports=[_port(port) for port in container.ports]),
        **_shared(container),
    }


def _app(spec: KubernetesStatefulSetSpec, names: Names) -> KubeObject:
    """The application's own container."""
    app = spec.container.app
    return {
        "name": app.name or "app",
        "image": _image(app.image),
        **_program(app),
        "env": list(_env(app, names)),
        **given(
            ports=[
                *(
                    {"name": p.name, "containerPort": p.container_port, "protocol": p.network_protocol}
                    for p in app.ports
                ),
                *map(_port, app.container_ports),
            ],
        ),
        **_shared(app),
        **given(volumeMounts=volume_mounts(spec)),
    }


def _program(container: Container | KubernetesStatefulSetContainerApp) -> KubeObject:
    return given(command=list(container.command), args=list(container.args))


def _shared(container: Container | KubernetesStatefulSetContainerApp) -> KubeObject:
    """What containers of all kinds say in one way."""
    return {
        **given(
            resources=_resources(container.resources),
            livenessProbe=probe_of(container.liveness_probe),
            readinessProbe=probe_of(container.readiness_probe),
            startupProbe=probe_of(container.startup_probe),
            lifecycle=lifecycle_of(container.lifecycle),
        ),
        **beyond(container, without=SHAPED),
    }


def _image(image: ContainerImage) -> str:
    """The image's reference; a bare digest follows an `@`."""
    joined = "@" if image.tag.startswith(("sha256:", "sha512:")) else ":"
    return image.reference or f"{image.repo}{joined}{image.tag}"


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


def _port(port: ContainerPort) -> KubeObject:
    return {
        **given(name=port.name),
        "containerPort": port.container_port,
        "protocol": port.protocol,
        **beyond(port),
    }


def _resources(resources: ContainerResources) -> KubeObject:
    return given(limits=_cpu_memory(resources.limits), requests=_cpu_memory(resources.requests))


def _cpu_memory(amounts: CpuMemory) -> KubeObject:
    return {**given(cpu=amounts.cpu, memory=amounts.memory), **dict(sorted(amounts.others.items()))}
