# SPDX-License-Identifier: Apache-2.0
"""The containers of a pod."""

from collections.abc import Iterator

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
from planton_sts.rendering.probes import probe_of
from planton_sts.rendering.secrets import is_literal
from planton_sts.rendering.volumes import volume_mounts

# What every pod can tell its application about itself. HOSTNAME is not among them: a StatefulSet's pods have their own
# name there already, and start scripts read their ordinal from it.
POD_FACTS = {"K8S_POD_ID": "metadata.name", "K8S_POD_NAMESPACE": "metadata.namespace", "K8S_POD_IP": "status.podIP"}


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
            volumeMounts=volume_mounts(spec),
        ),
    }


def sidecar(container: Container) -> KubeObject:
    """A container that runs beside the application's own."""
    return {
        "name": container.name,
        "image": container.image,
        **given(
            env=[{"name": variable.name, "value": variable.value} for variable in container.env],
            ports=[_port(port.name, port.container_port, port.protocol) for port in container.ports],
            resources=_resources(container.resources),
        ),
    }


def _image(image: ContainerImage) -> str:
    """The image's reference; a bare digest follows an `@`."""
    return f"{image.repo}{'@' if image.tag.startswith(('sha256:', 'sha512:')) else ':'}{image.tag}"


def _env(app: KubernetesStatefulSetContainerApp, names: Names) -> Iterator[KubeObject]:
    """The variables; a later one may refer to an earlier one as `$(NAME)`."""
    for name, path in POD_FACTS.items():
        yield {"name": name, "valueFrom": {"fieldRef": {"fieldPath": path}}}
    for name, variable in sorted(app.env.variables.items()):
        yield {"name": name, "value": variable.value}
    for name, secret in sorted(app.env.secrets.items()):
        yield {"name": name, "valueFrom": {"secretKeyRef": _secret_key(name, secret, names)}}


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
