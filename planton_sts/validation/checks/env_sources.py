# SPDX-License-Identifier: Apache-2.0
"""What environment variables take from elsewhere in the manifest, whichever container has them."""

from collections.abc import Iterator

from google.protobuf.descriptor import Descriptor

from planton_sts.descent import within
from planton_sts.messages import (
    ConfigMapKeySelector,
    Container,
    EnvResourceSelector,
    KubernetesStatefulSetContainer,
    KubernetesStatefulSetSpec,
)
from planton_sts.paths import Path
from planton_sts.problems import Complaint, Finding
from planton_sts.validation.checks.volumes import rendered_files
from planton_sts.wording import closest, did_you_mean

UNKNOWN_CONTAINER = "env_var.value_from.resource_field_ref.container_name.unknown"
UNKNOWN_KEY = Complaint(
    "env_var.value_from.config_map_key_ref.key.unknown",
    "must be a file of the ConfigMap; one that holds a single text has that of its own name",
)


def unknown_containers(container: KubernetesStatefulSetContainer, path: Path) -> Iterator[Finding]:
    """An amount of a container that the pod does not have; the server takes it, and no container ever starts."""
    found = [(way, held) for way, held in within(container, _is_resource) if held.container_name]
    if not found:
        return
    names = [container.app.name or "app", *(held.name for _, held in within(container, _is_container))]
    for way, held in found:
        if held.container_name not in names:
            meant = did_you_mean(closest(held.container_name, names))
            complaint = Complaint(UNKNOWN_CONTAINER, "must be the name of a container of the pod", meant)
            yield Finding((*path, *way, "containerName"), complaint)


def unknown_config_keys(spec: KubernetesStatefulSetSpec, path: Path) -> Iterator[Finding]:
    """A key that a ConfigMap of the manifest's own does not have, so that the container waits for it for ever."""
    if not (spec.config_maps or spec.config_files):
        return
    for way, held in within(spec.container, _is_key):
        files = rendered_files(spec, held.name)
        if files is not None and held.key not in files and not held.optional:
            complaint = UNKNOWN_KEY._replace(hint=did_you_mean(closest(held.key, files)))
            yield Finding((*path, "container", *way, "key"), complaint)


def _is_resource(descriptor: Descriptor) -> bool:
    return descriptor is EnvResourceSelector.DESCRIPTOR


def _is_container(descriptor: Descriptor) -> bool:
    return descriptor is Container.DESCRIPTOR


def _is_key(descriptor: Descriptor) -> bool:
    return descriptor is ConfigMapKeySelector.DESCRIPTOR
