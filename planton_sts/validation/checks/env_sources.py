# SPDX-License-Identifier: Apache-2.0
"""What environment variables take from elsewhere in the manifest, whichever container has them."""

from collections.abc import Iterable, Iterator, Sequence

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
from planton_sts.validation.checks.env import COMPARISONS
from planton_sts.validation.checks.volumes import rendered_files
from planton_sts.wording import Nearest, did_you_mean

UNKNOWN_CONTAINER = Complaint(
    "env_var.value_from.resource_field_ref.container_name.unknown", "must be the name of a container of the pod"
)
UNKNOWN_KEY = Complaint(
    "env_var.value_from.config_map_key_ref.key.unknown",
    "must be a file of the ConfigMap; one that holds a single text has that of its own name",
)
UNKNOWN_VOLUME = Complaint(
    "env_var.value_from.file_key_ref.volume_name.unknown", "must be the name of a volume that is an `emptyDir`"
)


def unknown_containers(container: KubernetesStatefulSetContainer, path: Path) -> Iterator[Finding]:
    """An amount of a container that the pod does not have; the server takes it, and no container ever starts."""
    if _has_lists(container) and (asked := within(container, _is_resource)):
        names = [container.app.name or "app", *(held.name for _, held in within(container, _is_container))]
        named = [((*path, *way, "containerName"), held.container_name) for way, held in asked]
        yield from _unknown(named, names, UNKNOWN_CONTAINER)


def unknown_files(spec: KubernetesStatefulSetSpec, path: Path) -> Iterator[Finding]:
    """A file in what is no directory that starts empty, whoever declares it; the server refuses it."""
    if _has_lists(spec.container) and (asked := within(spec.container, _is_file)):
        names = [held.name for _, held in within(spec, _declares_directories) if held.HasField("empty_dir")]
        named = [((*path, "container", *way, "volumeName"), held.volume_name) for way, held in asked]
        yield from _unknown(named, names, UNKNOWN_VOLUME)


def unknown_config_keys(spec: KubernetesStatefulSetSpec, path: Path) -> Iterator[Finding]:
    """A key that a ConfigMap of the manifest's own does not have, so that the container waits for it for ever."""
    if not (_has_lists(spec.container) and (spec.config_maps or spec.config_files)):
        return
    nearest = Nearest(COMPARISONS)
    for way, held in within(spec.container, _is_key):
        files = rendered_files(spec, held.name)
        if files is not None and held.key not in files and not held.optional:
            meant = did_you_mean(nearest.name(held.key, files))
            yield Finding((*path, "container", *way, "key"), UNKNOWN_KEY._replace(hint=meant))


def _has_lists(container: KubernetesStatefulSetContainer) -> bool:
    """Whether any variables may stand in a list; those in maps take nothing from elsewhere in the manifest."""
    return bool(container.app.env.entries or container.sidecars or container.init_containers)


def _unknown(named: Iterable[tuple[Path, str]], names: Sequence[str], complaint: Complaint) -> Iterator[Finding]:
    """What is named and not among the names."""
    known, nearest = {"", *names}, Nearest(COMPARISONS)
    for path, name in named:
        if name not in known:
            yield Finding(path, complaint._replace(hint=did_you_mean(nearest.name(name, names))))


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
