# SPDX-License-Identifier: Apache-2.0
"""Stateful applications on Kubernetes: typed Protobuf messages, their validation, and their conversion to objects."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from planton_sts.version import __version__

if TYPE_CHECKING:
    from planton_sts.answers import (
        bad_request,
        problem_message,
    )
    from planton_sts.api import (
        describe,
        outputs,
        render,
        settle,
    )
    from planton_sts.application import (
        Application,
    )
    from planton_sts.loading import (
        Document,
        load,
        load_one,
        loads,
        read,
        reads,
    )
    from planton_sts.masking import (
        redacted,
    )
    from planton_sts.messages import (
        AppArmorProfile,
        ClientIPConfig,
        CloudResourceKind,
        CloudResourceMetadata,
        CloudResourceProvider,
        CloudResourceRelationship,
        ConfigMapVolumeSource,
        Container,
        ContainerEnvVar,
        ContainerImage,
        ContainerPort,
        ContainerResources,
        CpuMemory,
        EmptyDirVolumeSource,
        ExecAction,
        GRPCAction,
        HostAlias,
        HostPathVolumeSource,
        HTTPGetAction,
        HTTPHeader,
        Int32ValueOrRef,
        KubernetesClusterSelector,
        KubernetesProvider,
        KubernetesProviderConfig,
        KubernetesProviderConfigAwsEks,
        KubernetesProviderConfigAzureAks,
        KubernetesProviderConfigDigitalOceanDoks,
        KubernetesProviderConfigGcpGke,
        KubernetesSecretKey,
        KubernetesSecretKeyRef,
        KubernetesSensitiveValue,
        KubernetesStatefulSet,
        KubernetesStatefulSetAvailability,
        KubernetesStatefulSetClaimRetentionPolicy,
        KubernetesStatefulSetContainer,
        KubernetesStatefulSetContainerApp,
        KubernetesStatefulSetContainerAppEnv,
        KubernetesStatefulSetContainerAppPort,
        KubernetesStatefulSetIngress,
        KubernetesStatefulSetOrdinals,
        KubernetesStatefulSetPlatform,
        KubernetesStatefulSetPod,
        KubernetesStatefulSetPodDisruptionBudget,
        KubernetesStatefulSetProblem,
        KubernetesStatefulSetRollingUpdate,
        KubernetesStatefulSetService,
        KubernetesStatefulSetSpec,
        KubernetesStatefulSetStackInput,
        KubernetesStatefulSetStackOutputs,
        KubernetesStatefulSetStatus,
        KubernetesStatefulSetUpdateStrategy,
        KubernetesStatefulSetVolumeClaimTemplate,
        LocalObjectReference,
        PodDNSConfig,
        PodDNSConfigOption,
        PodSecurityContext,
        Probe,
        PvcVolumeSource,
        SeccompProfile,
        SecretVolumeSource,
        SELinuxOptions,
        ServicePort,
        SessionAffinityConfig,
        StringValueOrRef,
        Sysctl,
        TCPSocketAction,
        ValueFromRef,
        VolumeMount,
    )
    from planton_sts.problems import (
        InvalidManifestError,
        PlantonStsError,
        Problem,
    )
    from planton_sts.protos import (
        image,
    )
    from planton_sts.rendering import (
        KubeObject,
    )
    from planton_sts.validation.violations import (
        validate,
    )
    from planton_sts.write import (
        dumps,
    )

# Where what is not a message has its home. Nothing is imported before somebody asks for it, so that a program that
# needs the version alone, or the messages alone, waits for no more than that.
_HOMES = {
    "bad_request": "answers",
    "problem_message": "answers",
    "describe": "api",
    "outputs": "api",
    "render": "api",
    "settle": "api",
    "Application": "application",
    "Document": "loading",
    "load": "loading",
    "load_one": "loading",
    "loads": "loading",
    "read": "loading",
    "reads": "loading",
    "redacted": "masking",
    "InvalidManifestError": "problems",
    "PlantonStsError": "problems",
    "Problem": "problems",
    "image": "protos",
    "KubeObject": "rendering",
    "validate": "validation",
    "dumps": "write",
}

__all__ = [
    "AppArmorProfile",
    "Application",
    "ClientIPConfig",
    "CloudResourceKind",
    "CloudResourceMetadata",
    "CloudResourceProvider",
    "CloudResourceRelationship",
    "ConfigMapVolumeSource",
    "Container",
    "ContainerEnvVar",
    "ContainerImage",
    "ContainerPort",
    "ContainerResources",
    "CpuMemory",
    "Document",
    "EmptyDirVolumeSource",
    "ExecAction",
    "GRPCAction",
    "HTTPGetAction",
    "HTTPHeader",
    "HostAlias",
    "HostPathVolumeSource",
    "Int32ValueOrRef",
    "InvalidManifestError",
    "KubeObject",
    "KubernetesClusterSelector",
    "KubernetesProvider",
    "KubernetesProviderConfig",
    "KubernetesProviderConfigAwsEks",
    "KubernetesProviderConfigAzureAks",
    "KubernetesProviderConfigDigitalOceanDoks",
    "KubernetesProviderConfigGcpGke",
    "KubernetesSecretKey",
    "KubernetesSecretKeyRef",
    "KubernetesSensitiveValue",
    "KubernetesStatefulSet",
    "KubernetesStatefulSetAvailability",
    "KubernetesStatefulSetClaimRetentionPolicy",
    "KubernetesStatefulSetContainer",
    "KubernetesStatefulSetContainerApp",
    "KubernetesStatefulSetContainerAppEnv",
    "KubernetesStatefulSetContainerAppPort",
    "KubernetesStatefulSetIngress",
    "KubernetesStatefulSetOrdinals",
    "KubernetesStatefulSetPlatform",
    "KubernetesStatefulSetPod",
    "KubernetesStatefulSetPodDisruptionBudget",
    "KubernetesStatefulSetProblem",
    "KubernetesStatefulSetRollingUpdate",
    "KubernetesStatefulSetService",
    "KubernetesStatefulSetSpec",
    "KubernetesStatefulSetStackInput",
    "KubernetesStatefulSetStackOutputs",
    "KubernetesStatefulSetStatus",
    "KubernetesStatefulSetUpdateStrategy",
    "KubernetesStatefulSetVolumeClaimTemplate",
    "LocalObjectReference",
    "PlantonStsError",
    "PodDNSConfig",
    "PodDNSConfigOption",
    "PodSecurityContext",
    "Probe",
    "Problem",
    "PvcVolumeSource",
    "SELinuxOptions",
    "SeccompProfile",
    "SecretVolumeSource",
    "ServicePort",
    "SessionAffinityConfig",
    "StringValueOrRef",
    "Sysctl",
    "TCPSocketAction",
    "ValueFromRef",
    "VolumeMount",
    "__version__",
    "bad_request",
    "describe",
    "dumps",
    "image",
    "load",
    "load_one",
    "loads",
    "outputs",
    "problem_message",
    "read",
    "reads",
    "redacted",
    "render",
    "settle",
    "validate",
]


def __getattr__(name: str) -> Any:
    """A public name, imported when it is first asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"planton_sts.{_HOMES.get(name, 'messages')}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names, imported or not."""
    return __all__
