# SPDX-License-Identifier: Apache-2.0
"""The one door to the generated code: every message, enum and option of the API, under its proto's name."""

from functools import cache
from typing import Any, TypeVar

from buf.validate.validate_pb2 import IGNORE_ALWAYS, IGNORE_IF_ZERO_VALUE, FieldPath
from buf.validate.validate_pb2 import field as field_rules
from buf.validate.validate_pb2 import message as message_rules
from buf.validate.validate_pb2 import oneof as oneof_rules
from buf.validate.validate_pb2 import predefined as predefined_rules
from google.protobuf.descriptor import Descriptor, EnumValueDescriptor, FieldDescriptor, OneofDescriptor
from google.protobuf.message import Message
from org.project_planton.provider.kubernetes.container_security_pb2 import (
    AppArmorProfile,
    Capabilities,
    SeccompProfile,
    SecurityContext,
    SELinuxOptions,
)
from org.project_planton.provider.kubernetes.env_pb2 import (
    ConfigMapEnvSource,
    ConfigMapKeySelector,
    EnvFieldSelector,
    EnvFromSource,
    EnvResourceSelector,
    EnvVarSource,
    FileKeySelector,
    SecretEnvSource,
    SecretKeySelector,
)
from org.project_planton.provider.kubernetes.kubernetes_pb2 import (
    Container,
    ContainerEnvVar,
    ContainerImage,
    ContainerPort,
    ContainerResources,
    CpuMemory,
    KubernetesSecretKey,
)
from org.project_planton.provider.kubernetes.kubernetes_secret_pb2 import (
    KubernetesSecretKeyRef,
    KubernetesSensitiveValue,
)
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1.api_pb2 import (
    KubernetesStatefulSet,
    KubernetesStatefulSetStatus,
)
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1.claims_pb2 import (
    PersistentVolumeClaimMetadata,
    PersistentVolumeClaimSpec,
    PersistentVolumeClaimTemplate,
    VolumeAmount,
    VolumeResources,
)
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1.config_files_pb2 import (
    KubernetesStatefulSetConfigFiles,
)
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1.dns_pb2 import (
    HostAlias,
    PodDNSConfig,
    PodDNSConfigOption,
)
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1.ingress_pb2 import ParentReference
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1.network_policy_pb2 import (
    IPBlock,
    KubernetesStatefulSetNetworkPolicy,
    NetworkPolicyEgressRule,
    NetworkPolicyIngressRule,
    NetworkPolicyPeer,
    NetworkPolicyPort,
)
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1.patches_pb2 import (
    KubernetesStatefulSetPatch,
    KubernetesStatefulSetPatchTarget,
)
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1.placement_pb2 import (
    Affinity,
    NodeAffinity,
    NodeFieldRequirement,
    NodeSelector,
    NodeSelectorTerm,
    PodAffinity,
    PodAffinityTerm,
    PreferredSchedulingTerm,
    Toleration,
    TopologySpreadConstraint,
    WeightedPodAffinityTerm,
)
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1.platform_pb2 import KubernetesStatefulSetPlatform
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1.pod_pb2 import KubernetesStatefulSetPod
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1.problem_pb2 import KubernetesStatefulSetProblem
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1.references_pb2 import (
    LocalObjectReference,
    TypedLocalObjectReference,
    TypedObjectReference,
)
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1.rollout_pb2 import (
    KubernetesStatefulSetClaimRetentionPolicy,
    KubernetesStatefulSetOrdinals,
    KubernetesStatefulSetRollingUpdate,
    KubernetesStatefulSetUpdateStrategy,
)
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1.security_pb2 import PodSecurityContext, Sysctl
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1.selector_pb2 import KubernetesStatefulSetSelector
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1.selectors_pb2 import (
    LabelRequirement,
    LabelSelector,
)
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1.service_account_pb2 import (
    KubernetesStatefulSetServiceAccount,
    PolicyRule,
)
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1.service_pb2 import (
    ClientIPConfig,
    KubernetesStatefulSetService,
    ServicePort,
    SessionAffinityConfig,
)
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1.spec_pb2 import (
    KubernetesStatefulSetAvailability,
    KubernetesStatefulSetContainer,
    KubernetesStatefulSetContainerApp,
    KubernetesStatefulSetContainerAppEnv,
    KubernetesStatefulSetContainerAppPort,
    KubernetesStatefulSetIngress,
    KubernetesStatefulSetPodDisruptionBudget,
    KubernetesStatefulSetSpec,
    KubernetesStatefulSetVolumeClaimTemplate,
)
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1.spread_pb2 import KubernetesStatefulSetSpread
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1.stack_input_pb2 import (
    KubernetesStatefulSetStackInput,
)
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1.stack_outputs_pb2 import (
    KubernetesStatefulSetStackOutputs,
)
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1.volumes_pb2 import (
    ConfigMapProjection,
    ConfigMapVolume,
    CSIVolume,
    DownwardAPIFile,
    DownwardAPIProjection,
    DownwardAPIVolume,
    EphemeralVolume,
    ImageVolume,
    KeyToPath,
    NFSVolume,
    PersistentVolumeClaimVolume,
    ProjectedVolume,
    SecretProjection,
    SecretVolume,
    ServiceAccountTokenProjection,
    Volume,
    VolumeFieldSelector,
    VolumeProjection,
    VolumeResourceSelector,
)
from org.project_planton.provider.kubernetes.lifecycle_pb2 import Lifecycle, LifecycleHandler, SleepAction
from org.project_planton.provider.kubernetes.options_pb2 import default_container_resources
from org.project_planton.provider.kubernetes.probe_pb2 import (
    ExecAction,
    GRPCAction,
    HTTPGetAction,
    HTTPHeader,
    Probe,
    TCPSocketAction,
)
from org.project_planton.provider.kubernetes.provider_pb2 import (
    KubernetesProvider,
    KubernetesProviderConfig,
    KubernetesProviderConfigAwsEks,
    KubernetesProviderConfigAzureAks,
    KubernetesProviderConfigDigitalOceanDoks,
    KubernetesProviderConfigGcpGke,
)
from org.project_planton.provider.kubernetes.target_cluster_pb2 import KubernetesClusterSelector
from org.project_planton.provider.kubernetes.volume_mount_pb2 import (
    ConfigMapVolumeSource,
    EmptyDirVolumeSource,
    HostPathVolumeSource,
    PvcVolumeSource,
    SecretVolumeSource,
    VolumeDevice,
    VolumeMount,
)
from org.project_planton.shared.cloudresourcekind.cloud_resource_kind_pb2 import CloudResourceKind, kind_meta
from org.project_planton.shared.cloudresourcekind.cloud_resource_provider_pb2 import (
    CloudResourceProvider,
    provider_meta,
)
from org.project_planton.shared.foreignkey.v1.foreign_key_pb2 import (
    Int32ValueOrRef,
    StringValueOrRef,
    ValueFromRef,
    default_kind,
    default_kind_field_path,
)
from org.project_planton.shared.metadata_pb2 import CloudResourceMetadata
from org.project_planton.shared.options.options_pb2 import default
from org.project_planton.shared.relationship.v1.relationship_pb2 import CloudResourceRelationship
from org.project_planton.shared.rules_pb2 import DESCRIPTOR as FORMATS
from org.project_planton.shared.shapes_pb2 import (
    inline,
    json_object,
    list_for_message,
    number_or_name,
    number_or_text,
    shorthand,
    stands_among,
)

__all__ = [
    "FORMATS",
    "IGNORE_ALWAYS",
    "IGNORE_IF_ZERO_VALUE",
    "Affinity",
    "AnyMessage",
    "AppArmorProfile",
    "CSIVolume",
    "Capabilities",
    "ClientIPConfig",
    "CloudResourceKind",
    "CloudResourceMetadata",
    "CloudResourceProvider",
    "CloudResourceRelationship",
    "ConfigMapEnvSource",
    "ConfigMapKeySelector",
    "ConfigMapProjection",
    "ConfigMapVolume",
    "ConfigMapVolumeSource",
    "Container",
    "ContainerEnvVar",
    "ContainerImage",
    "ContainerPort",
    "ContainerResources",
    "CpuMemory",
    "DownwardAPIFile",
    "DownwardAPIProjection",
    "DownwardAPIVolume",
    "EmptyDirVolumeSource",
    "EnvFieldSelector",
    "EnvFromSource",
    "EnvResourceSelector",
    "EnvVarSource",
    "EphemeralVolume",
    "ExecAction",
    "FieldPath",
    "FileKeySelector",
    "GRPCAction",
    "HTTPGetAction",
    "HTTPHeader",
    "HostAlias",
    "HostPathVolumeSource",
    "IPBlock",
    "ImageVolume",
    "Int32ValueOrRef",
    "KeyToPath",
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
    "KubernetesStatefulSetConfigFiles",
    "KubernetesStatefulSetContainer",
    "KubernetesStatefulSetContainerApp",
    "KubernetesStatefulSetContainerAppEnv",
    "KubernetesStatefulSetContainerAppPort",
    "KubernetesStatefulSetIngress",
    "KubernetesStatefulSetNetworkPolicy",
    "KubernetesStatefulSetOrdinals",
    "KubernetesStatefulSetPatch",
    "KubernetesStatefulSetPatchTarget",
    "KubernetesStatefulSetPlatform",
    "KubernetesStatefulSetPod",
    "KubernetesStatefulSetPodDisruptionBudget",
    "KubernetesStatefulSetProblem",
    "KubernetesStatefulSetRollingUpdate",
    "KubernetesStatefulSetSelector",
    "KubernetesStatefulSetService",
    "KubernetesStatefulSetServiceAccount",
    "KubernetesStatefulSetSpec",
    "KubernetesStatefulSetSpread",
    "KubernetesStatefulSetStackInput",
    "KubernetesStatefulSetStackOutputs",
    "KubernetesStatefulSetStatus",
    "KubernetesStatefulSetUpdateStrategy",
    "KubernetesStatefulSetVolumeClaimTemplate",
    "LabelRequirement",
    "LabelSelector",
    "Lifecycle",
    "LifecycleHandler",
    "LocalObjectReference",
    "Message",
    "NFSVolume",
    "NetworkPolicyEgressRule",
    "NetworkPolicyIngressRule",
    "NetworkPolicyPeer",
    "NetworkPolicyPort",
    "NodeAffinity",
    "NodeFieldRequirement",
    "NodeSelector",
    "NodeSelectorTerm",
    "ParentReference",
    "PersistentVolumeClaimMetadata",
    "PersistentVolumeClaimSpec",
    "PersistentVolumeClaimTemplate",
    "PersistentVolumeClaimVolume",
    "PodAffinity",
    "PodAffinityTerm",
    "PodDNSConfig",
    "PodDNSConfigOption",
    "PodSecurityContext",
    "PolicyRule",
    "PreferredSchedulingTerm",
    "Probe",
    "ProjectedVolume",
    "PvcVolumeSource",
    "SELinuxOptions",
    "SeccompProfile",
    "SecretEnvSource",
    "SecretKeySelector",
    "SecretProjection",
    "SecretVolume",
    "SecretVolumeSource",
    "SecurityContext",
    "ServiceAccountTokenProjection",
    "ServicePort",
    "SessionAffinityConfig",
    "SleepAction",
    "StringValueOrRef",
    "Sysctl",
    "TCPSocketAction",
    "Toleration",
    "TopologySpreadConstraint",
    "TypedLocalObjectReference",
    "TypedObjectReference",
    "ValueFromRef",
    "Volume",
    "VolumeAmount",
    "VolumeDevice",
    "VolumeFieldSelector",
    "VolumeMount",
    "VolumeProjection",
    "VolumeResourceSelector",
    "VolumeResources",
    "WeightedPodAffinityTerm",
    "default",
    "default_container_resources",
    "default_kind",
    "default_kind_field_path",
    "field_rules",
    "fields_of",
    "inline",
    "is_map",
    "is_secret",
    "json_name",
    "json_object",
    "kind_meta",
    "known_part",
    "list_for_message",
    "message_rules",
    "number_or_name",
    "number_or_text",
    "oneof_rules",
    "option",
    "predefined_rules",
    "provider_meta",
    "rivals",
    "shorthand",
    "stands_among",
    "type_in",
]


AnyMessage = TypeVar("AnyMessage", bound=Message)

# What the names of the API's types and packages begin with.
OURS = "org.project_planton."


def known_part(message: AnyMessage) -> AnyMessage:
    """A copy of the message without what this version of the API has no name for."""
    # The published stubs lack what the runtime has.
    copy: Any = type(message)()
    copy.CopyFrom(message)
    copy.DiscardUnknownFields()
    known: AnyMessage = copy
    return known


@cache
def option(
    descriptor: Descriptor | FieldDescriptor | EnumValueDescriptor | OneofDescriptor, extension: FieldDescriptor
) -> Any:
    """What the message, field, oneof or enum value carries of the option; its empty value when it carries none."""
    # Options are parsed anew each time they are asked for, so each answer is kept; nobody may change it.
    # The published stubs know only extensions that their own generator made.
    return descriptor.GetOptions().Extensions[extension]  # type: ignore[index]


@cache
def is_secret(field: FieldDescriptor) -> bool:
    """Whether nobody may see what the field holds."""
    return bool(field.GetOptions().debug_redact)


@cache
def is_map(field: FieldDescriptor) -> bool:
    """Whether the field holds values by name."""
    return field.message_type is not None and bool(field.message_type.GetOptions().map_entry)


def json_name(field: Any) -> str:
    """The field's name in manifests; what is published of protobuf's own types leaves it out."""
    name: str = field.json_name
    return name


@cache
def fields_of(descriptor: Any) -> dict[str, FieldDescriptor]:
    """The type's fields, by their names in manifests; protobuf's own table of them knows no name that a proto gives."""
    return {json_name(field): field for field in descriptor.fields}


@cache
def rivals(field: FieldDescriptor) -> frozenset[str]:
    """The names of the fields beside which the field may not be set."""
    groups = option(field.containing_type, message_rules).oneof
    together = (name for group in groups if field.name in group.fields for name in group.fields)
    return frozenset(together) - {field.name}


def type_in(field: FieldDescriptor) -> Descriptor | None:
    """The type of the messages in the field, be they in a list or in a map; None where it holds none."""
    held: Descriptor | None = (field.message_type.fields_by_name["value"] if is_map(field) else field).message_type
    return held
