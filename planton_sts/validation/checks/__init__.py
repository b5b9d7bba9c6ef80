# SPDX-License-Identifier: Apache-2.0
"""What CEL cannot express, and what is only to be warned of, for a rule in a proto is an error in every language."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from google.protobuf.descriptor import Descriptor

from planton_sts.descent import within
from planton_sts.messages import (
    ConfigMapKeySelector,
    Container,
    ContainerResources,
    CpuMemory,
    EmptyDirVolumeSource,
    EnvResourceSelector,
    FileKeySelector,
    HostPathVolumeSource,
    IPBlock,
    KeyToPath,
    KubernetesSensitiveValue,
    KubernetesStatefulSet,
    KubernetesStatefulSetContainer,
    KubernetesStatefulSetContainerApp,
    KubernetesStatefulSetContainerAppEnv,
    KubernetesStatefulSetPatch,
    KubernetesStatefulSetService,
    KubernetesStatefulSetSpec,
    KubernetesStatefulSetStackInput,
    KubernetesStatefulSetVolumeClaimTemplate,
    Message,
    PersistentVolumeClaimSpec,
    PersistentVolumeClaimVolume,
    PvcVolumeSource,
    StringValueOrRef,
    VolumeAmount,
    VolumeMount,
)
from planton_sts.paths import Path
from planton_sts.problems import Finding
from planton_sts.validation.checks.amounts import claim_size, memory, requested_memory, size_limit, stored
from planton_sts.validation.checks.credentials import docker_config
from planton_sts.validation.checks.env import expansions, of_program, sidecar_expansions, thin_references, too_early
from planton_sts.validation.checks.env_sources import unknown_config_keys, unknown_containers, unknown_files
from planton_sts.validation.checks.mounts import mounts
from planton_sts.validation.checks.networks import outside, shut
from planton_sts.validation.checks.patches import no_object
from planton_sts.validation.checks.ports import taken_names, taken_ports
from planton_sts.validation.checks.services import (
    ingress_service,
    pod_services,
    service_ports,
    service_selectors,
    unwise_services,
)
from planton_sts.validation.checks.volumes import unknown_keys
from planton_sts.validation.parts import Part


class Check(NamedTuple):
    """What is looked at in each message of a type.

    Attributes:
        of: The type.
        find: What finds something in one, which stands at the path.
        about: The parts of which one must be set for there to be anything to find.

    """

    of: type[Message]
    find: Callable[[Any, Path], Iterator[Finding]]
    about: frozenset[Part]


def _set(kind: type[Message], *fields: str) -> frozenset[Part]:
    """The fields of the type; the type itself, where none are named."""
    named = [kind.DESCRIPTOR.fields_by_name[field].name for field in fields]
    return frozenset(Part(kind.DESCRIPTOR.full_name, name) for name in named or [""])


_MOUNTED = (
    _set(Container, "volume_mounts", "volume_devices")
    | _set(KubernetesStatefulSetContainerApp, "volume_devices")
    | _set(VolumeMount, "sub_path", "read_only", "mount_propagation")
    | _set(PvcVolumeSource, "read_only")
    | _set(PersistentVolumeClaimVolume, "read_only")
    | _set(HostPathVolumeSource, "type")
    | _set(KubernetesStatefulSetVolumeClaimTemplate, "volume_mode")
    | _set(PersistentVolumeClaimSpec, "volume_mode")
)
_SERVICE = _set(KubernetesStatefulSetService)

CHECKS = (
    Check(Container, sidecar_expansions, _set(Container, "env")),
    Check(ContainerResources, requested_memory, _set(ContainerResources, "requests")),
    Check(CpuMemory, memory, _set(CpuMemory, "memory")),
    Check(EmptyDirVolumeSource, size_limit, _set(EmptyDirVolumeSource, "size_limit")),
    Check(IPBlock, outside, _set(IPBlock, "excluded")),
    Check(KubernetesStatefulSet, service_selectors, _set(KubernetesStatefulSetService, "selector")),
    Check(KubernetesStatefulSetContainer, taken_names, _set(Container, "ports")),
    Check(KubernetesStatefulSetContainer, taken_ports, _set(Container, "ports")),
    Check(KubernetesStatefulSetContainer, unknown_containers, _set(EnvResourceSelector, "container_name")),
    Check(KubernetesStatefulSetContainerApp, of_program, _set(KubernetesStatefulSetContainerApp, "command", "args")),
    Check(
        KubernetesStatefulSetContainerAppEnv,
        thin_references,
        _set(StringValueOrRef, "value_from") | _set(KubernetesSensitiveValue, "value_from"),
    ),
    Check(
        KubernetesStatefulSetContainerAppEnv,
        expansions,
        _set(KubernetesStatefulSetContainerAppEnv, "variables", "entries"),
    ),
    Check(KubernetesStatefulSetContainerAppEnv, too_early, _set(KubernetesStatefulSetContainerAppEnv, "entries")),
    Check(KubernetesStatefulSetPatch, no_object, _set(KubernetesStatefulSetPatch, "patch")),
    Check(KubernetesStatefulSetSpec, mounts, _MOUNTED),
    Check(KubernetesStatefulSetSpec, shut, _set(KubernetesStatefulSetSpec, "network_policy")),
    Check(KubernetesStatefulSetSpec, unknown_keys, _set(KeyToPath)),
    Check(KubernetesStatefulSetSpec, unknown_config_keys, _set(ConfigMapKeySelector)),
    Check(KubernetesStatefulSetSpec, unknown_files, _set(FileKeySelector)),
    Check(KubernetesStatefulSetSpec, service_ports, _SERVICE),
    Check(KubernetesStatefulSetSpec, ingress_service, _SERVICE),
    Check(KubernetesStatefulSetSpec, pod_services, _SERVICE),
    Check(KubernetesStatefulSetSpec, unwise_services, _SERVICE),
    Check(KubernetesStatefulSetStackInput, docker_config, _set(KubernetesStatefulSetStackInput, "docker_config_json")),
    Check(KubernetesStatefulSetVolumeClaimTemplate, claim_size, _set(KubernetesStatefulSetVolumeClaimTemplate, "size")),
    Check(VolumeAmount, stored, _set(VolumeAmount, "storage")),
)


class Plan:
    """The checks that can find something in messages that set none but these parts; all, where these are not known."""

    def __init__(self, parts: frozenset[Part] | None) -> None:
        self._of: defaultdict[str, list[Check]] = defaultdict(list)
        for check in CHECKS:
            if parts is None or not check.about.isdisjoint(parts):
                self._of[check.of.DESCRIPTOR.full_name].append(check)

    def findings(self, message: Message) -> Iterator[Finding]:
        """What the message, and every message in it, breaks."""
        for path, held in within(message, self._is_checked):
            for check in self._of[held.DESCRIPTOR.full_name]:
                yield from check.find(held, path)

    def _is_checked(self, descriptor: Descriptor) -> bool:
        return descriptor.full_name in self._of


@lru_cache(maxsize=64)
def plan(parts: frozenset[Part] | None) -> Plan:
    """What is to be checked of messages that set none but these parts."""
    return Plan(parts)


def checks(message: Message, parts: frozenset[Part] | None = None) -> Iterator[Finding]:
    """What the message, which sets none but these parts, breaks of what stands here."""
    return plan(parts).findings(message)
