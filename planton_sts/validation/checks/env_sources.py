# SPDX-License-Identifier: Apache-2.0
"""What environment variables take from elsewhere in the manifest, whichever container has them."""

from collections.abc import Iterator

from google.protobuf.descriptor import Descriptor

from planton_sts.descent import within
from planton_sts.messages import (
    ConfigMapKeySelector,
    Container,
    EnvResourceSelector,
    FileKeySelector,
    KubernetesStatefulSetContainer,
    KubernetesStatefulSetSpec,
)
from planton_sts.paths import Path
from planton_sts.problems import Complaint, Finding
from planton_sts.wording import closest, did_you_mean

UNKNOWN_CONTAINER = "env_var.value_from.resource_field_ref.container_name.unknown"
UNKNOWN_KEY = Complaint(
    "env_var.value_from.config_map_key_ref.key.unknown",
    "must be the name of the ConfigMap, the one key that it is rendered with",
)

UNKNOWN_VOLUME = Complaint(
    "env_var.value_from.file_key_ref.volume_name.unknown", "must be the name of a volume that is an `emptyDir`"
)


def unknown_containers(container: KubernetesStatefulSetContainer, path: Path) -> Iterator[Finding]:
    """An amount of a container that the pod does not have; the server takes it, and no container ever starts."""
    found = [(way, held) for way, held in within(container, _is_resource) if held.container_name]
    if not found:
        return
    names = ["app", *(held.name for _, held in within(container, _is_container))]
    for way, held in found:
        if held.container_name not in names:
            meant = did_you_mean(closest(held.container_name, names))
            complaint = Complaint(UNKNOWN_CONTAINER, "must be the name of a container of the pod", meant)
            yield Finding((*path, *way, "containerName"), complaint)


def unknown_keys(spec: KubernetesStatefulSetSpec, path: Path) -> Iterator[Finding]:
    """A key that a ConfigMap of the manifest's own does not have, so that the container waits for it for ever."""
    if not spec.config_maps:
        return
    for way, held in within(spec.container, _is_key):
        if held.name in spec.config_maps and held.key != held.name and not held.optional:
            complaint = UNKNOWN_KEY._replace(hint=did_you_mean(held.name))
            yield Finding((*path, "container", *way, "key"), complaint)


def unknown_files(spec: KubernetesStatefulSetSpec, path: Path) -> Iterator[Finding]:
    """A file in what is no directory that starts empty, whoever declares it; the server refuses it."""
    found = within(spec.container, _is_file)
    if not found:
        return
    volumes = [held.name for _, held in within(spec, _declares_directories) if held.HasField("empty_dir")]
    for way, held in found:
        if held.volume_name and held.volume_name not in volumes:
            complaint = UNKNOWN_VOLUME._replace(hint=did_you_mean(closest(held.volume_name, volumes)))
            yield Finding((*path, "container", *way, "volumeName"), complaint)


def _is_resource(descriptor: Descriptor) -> bool:
    return descriptor is EnvResourceSelector.DESCRIPTOR


def _is_container(descriptor: Descriptor) -> bool:
    return descriptor is Container.DESCRIPTOR


def _is_key(descriptor: Descriptor) -> bool:
    return descriptor is ConfigMapKeySelector.DESCRIPTOR


def _is_file(descriptor: Descriptor) -> bool:
    return descriptor is FileKeySelector.DESCRIPTOR


def _declares_directories(descriptor: Descriptor) -> bool:
    return {"name", "empty_dir"} <= set(descriptor.fields_by_name)
