# SPDX-License-Identifier: Apache-2.0
"""What CEL cannot express, and what is only to be warned of, for a rule in a proto is an error in every language."""

from collections.abc import Callable, Iterator
from typing import Any

from google.protobuf.descriptor import Descriptor

from planton_sts.descent import within
from planton_sts.messages import (
    Container,
    ContainerResources,
    CpuMemory,
    EmptyDirVolumeSource,
    KubernetesStatefulSetContainer,
    KubernetesStatefulSetContainerApp,
    KubernetesStatefulSetContainerAppEnv,
    KubernetesStatefulSetSpec,
    KubernetesStatefulSetStackInput,
    KubernetesStatefulSetVolumeClaimTemplate,
    Message,
    VolumeAmount,
)
from planton_sts.paths import Path
from planton_sts.problems import Finding
from planton_sts.validation.checks.amounts import claim_size, memory, requested_memory, size_limit, stored
from planton_sts.validation.checks.credentials import docker_config
from planton_sts.validation.checks.env import circles, expansions, sidecar_expansions, thin_references, too_early
from planton_sts.validation.checks.env_sources import unknown_config_keys, unknown_containers, unknown_files
from planton_sts.validation.checks.mounts import mounts
from planton_sts.validation.checks.ports import taken_names, taken_ports
from planton_sts.validation.checks.volumes import unknown_keys

Check = Callable[[Any, Path], Iterator[Finding]]

CHECKS: dict[str, tuple[Check, ...]] = {
    Container.DESCRIPTOR.full_name: (sidecar_expansions,),
    ContainerResources.DESCRIPTOR.full_name: (requested_memory,),
    CpuMemory.DESCRIPTOR.full_name: (memory,),
    EmptyDirVolumeSource.DESCRIPTOR.full_name: (size_limit,),
    KubernetesStatefulSetContainer.DESCRIPTOR.full_name: (taken_names, taken_ports, unknown_containers),
    KubernetesStatefulSetContainerApp.DESCRIPTOR.full_name: (expansions,),
    KubernetesStatefulSetContainerAppEnv.DESCRIPTOR.full_name: (thin_references, circles, too_early),
    KubernetesStatefulSetSpec.DESCRIPTOR.full_name: (mounts, unknown_keys, unknown_config_keys, unknown_files),
    KubernetesStatefulSetStackInput.DESCRIPTOR.full_name: (docker_config,),
    KubernetesStatefulSetVolumeClaimTemplate.DESCRIPTOR.full_name: (claim_size,),
    VolumeAmount.DESCRIPTOR.full_name: (stored,),
}


def checks(message: Message) -> Iterator[Finding]:
    """What the message, and every message in it, breaks of what stands here."""
    for path, held in within(message, _is_checked):
        for check in CHECKS[held.DESCRIPTOR.full_name]:
            yield from check(held, path)


def _is_checked(descriptor: Descriptor) -> bool:
    return descriptor.full_name in CHECKS
