from buf.validate import validate_pb2 as _validate_pb2
from org.project_planton.provider.kubernetes import kubernetes_pb2 as _kubernetes_pb2
from org.project_planton.provider.kubernetes import kubernetes_secret_pb2 as _kubernetes_secret_pb2
from org.project_planton.provider.kubernetes import options_pb2 as _options_pb2
from org.project_planton.provider.kubernetes import probe_pb2 as _probe_pb2
from org.project_planton.provider.kubernetes import target_cluster_pb2 as _target_cluster_pb2
from org.project_planton.provider.kubernetes import volume_mount_pb2 as _volume_mount_pb2
from org.project_planton.shared.foreignkey.v1 import foreign_key_pb2 as _foreign_key_pb2
from org.project_planton.shared.options import options_pb2 as _options_pb2_1
from org.project_planton.shared import rules_pb2 as _rules_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class KubernetesStatefulSetSpec(_message.Message):
    __slots__ = ("target_cluster", "namespace", "create_namespace", "container", "ingress", "availability", "volume_claim_templates", "pod_management_policy", "config_maps")
    class ConfigMapsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    TARGET_CLUSTER_FIELD_NUMBER: _ClassVar[int]
    NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    CREATE_NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    CONTAINER_FIELD_NUMBER: _ClassVar[int]
    INGRESS_FIELD_NUMBER: _ClassVar[int]
    AVAILABILITY_FIELD_NUMBER: _ClassVar[int]
    VOLUME_CLAIM_TEMPLATES_FIELD_NUMBER: _ClassVar[int]
    POD_MANAGEMENT_POLICY_FIELD_NUMBER: _ClassVar[int]
    CONFIG_MAPS_FIELD_NUMBER: _ClassVar[int]
    target_cluster: _target_cluster_pb2.KubernetesClusterSelector
    namespace: _foreign_key_pb2.StringValueOrRef
    create_namespace: bool
    container: KubernetesStatefulSetContainer
    ingress: KubernetesStatefulSetIngress
    availability: KubernetesStatefulSetAvailability
    volume_claim_templates: _containers.RepeatedCompositeFieldContainer[KubernetesStatefulSetVolumeClaimTemplate]
    pod_management_policy: str
    config_maps: _containers.ScalarMap[str, str]
    def __init__(self, target_cluster: _Optional[_Union[_target_cluster_pb2.KubernetesClusterSelector, _Mapping]] = ..., namespace: _Optional[_Union[_foreign_key_pb2.StringValueOrRef, _Mapping]] = ..., create_namespace: bool = ..., container: _Optional[_Union[KubernetesStatefulSetContainer, _Mapping]] = ..., ingress: _Optional[_Union[KubernetesStatefulSetIngress, _Mapping]] = ..., availability: _Optional[_Union[KubernetesStatefulSetAvailability, _Mapping]] = ..., volume_claim_templates: _Optional[_Iterable[_Union[KubernetesStatefulSetVolumeClaimTemplate, _Mapping]]] = ..., pod_management_policy: _Optional[str] = ..., config_maps: _Optional[_Mapping[str, str]] = ...) -> None: ...

class KubernetesStatefulSetContainer(_message.Message):
    __slots__ = ("app", "sidecars")
    APP_FIELD_NUMBER: _ClassVar[int]
    SIDECARS_FIELD_NUMBER: _ClassVar[int]
    app: KubernetesStatefulSetContainerApp
    sidecars: _containers.RepeatedCompositeFieldContainer[_kubernetes_pb2.Container]
    def __init__(self, app: _Optional[_Union[KubernetesStatefulSetContainerApp, _Mapping]] = ..., sidecars: _Optional[_Iterable[_Union[_kubernetes_pb2.Container, _Mapping]]] = ...) -> None: ...

class KubernetesStatefulSetContainerApp(_message.Message):
    __slots__ = ("image", "resources", "env", "ports", "volume_mounts", "liveness_probe", "readiness_probe", "startup_probe", "command", "args")
    IMAGE_FIELD_NUMBER: _ClassVar[int]
    RESOURCES_FIELD_NUMBER: _ClassVar[int]
    ENV_FIELD_NUMBER: _ClassVar[int]
    PORTS_FIELD_NUMBER: _ClassVar[int]
    VOLUME_MOUNTS_FIELD_NUMBER: _ClassVar[int]
    LIVENESS_PROBE_FIELD_NUMBER: _ClassVar[int]
    READINESS_PROBE_FIELD_NUMBER: _ClassVar[int]
    STARTUP_PROBE_FIELD_NUMBER: _ClassVar[int]
    COMMAND_FIELD_NUMBER: _ClassVar[int]
    ARGS_FIELD_NUMBER: _ClassVar[int]
    image: _kubernetes_pb2.ContainerImage
    resources: _kubernetes_pb2.ContainerResources
    env: KubernetesStatefulSetContainerAppEnv
    ports: _containers.RepeatedCompositeFieldContainer[KubernetesStatefulSetContainerAppPort]
    volume_mounts: _containers.RepeatedCompositeFieldContainer[_volume_mount_pb2.VolumeMount]
    liveness_probe: _probe_pb2.Probe
    readiness_probe: _probe_pb2.Probe
    startup_probe: _probe_pb2.Probe
    command: _containers.RepeatedScalarFieldContainer[str]
    args: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, image: _Optional[_Union[_kubernetes_pb2.ContainerImage, _Mapping]] = ..., resources: _Optional[_Union[_kubernetes_pb2.ContainerResources, _Mapping]] = ..., env: _Optional[_Union[KubernetesStatefulSetContainerAppEnv, _Mapping]] = ..., ports: _Optional[_Iterable[_Union[KubernetesStatefulSetContainerAppPort, _Mapping]]] = ..., volume_mounts: _Optional[_Iterable[_Union[_volume_mount_pb2.VolumeMount, _Mapping]]] = ..., liveness_probe: _Optional[_Union[_probe_pb2.Probe, _Mapping]] = ..., readiness_probe: _Optional[_Union[_probe_pb2.Probe, _Mapping]] = ..., startup_probe: _Optional[_Union[_probe_pb2.Probe, _Mapping]] = ..., command: _Optional[_Iterable[str]] = ..., args: _Optional[_Iterable[str]] = ...) -> None: ...

class KubernetesStatefulSetContainerAppEnv(_message.Message):
    __slots__ = ("variables", "secrets")
    class VariablesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: _foreign_key_pb2.StringValueOrRef
        def __init__(self, key: _Optional[str] = ..., value: _Optional[_Union[_foreign_key_pb2.StringValueOrRef, _Mapping]] = ...) -> None: ...
    class SecretsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: _kubernetes_secret_pb2.KubernetesSensitiveValue
        def __init__(self, key: _Optional[str] = ..., value: _Optional[_Union[_kubernetes_secret_pb2.KubernetesSensitiveValue, _Mapping]] = ...) -> None: ...
    VARIABLES_FIELD_NUMBER: _ClassVar[int]
    SECRETS_FIELD_NUMBER: _ClassVar[int]
    variables: _containers.MessageMap[str, _foreign_key_pb2.StringValueOrRef]
    secrets: _containers.MessageMap[str, _kubernetes_secret_pb2.KubernetesSensitiveValue]
    def __init__(self, variables: _Optional[_Mapping[str, _foreign_key_pb2.StringValueOrRef]] = ..., secrets: _Optional[_Mapping[str, _kubernetes_secret_pb2.KubernetesSensitiveValue]] = ...) -> None: ...

class KubernetesStatefulSetContainerAppPort(_message.Message):
    __slots__ = ("name", "container_port", "network_protocol", "app_protocol", "service_port", "is_ingress_port")
    NAME_FIELD_NUMBER: _ClassVar[int]
    CONTAINER_PORT_FIELD_NUMBER: _ClassVar[int]
    NETWORK_PROTOCOL_FIELD_NUMBER: _ClassVar[int]
    APP_PROTOCOL_FIELD_NUMBER: _ClassVar[int]
    SERVICE_PORT_FIELD_NUMBER: _ClassVar[int]
    IS_INGRESS_PORT_FIELD_NUMBER: _ClassVar[int]
    name: str
    container_port: int
    network_protocol: str
    app_protocol: str
    service_port: int
    is_ingress_port: bool
    def __init__(self, name: _Optional[str] = ..., container_port: _Optional[int] = ..., network_protocol: _Optional[str] = ..., app_protocol: _Optional[str] = ..., service_port: _Optional[int] = ..., is_ingress_port: bool = ...) -> None: ...

class KubernetesStatefulSetIngress(_message.Message):
    __slots__ = ("enabled", "hostname")
    ENABLED_FIELD_NUMBER: _ClassVar[int]
    HOSTNAME_FIELD_NUMBER: _ClassVar[int]
    enabled: bool
    hostname: str
    def __init__(self, enabled: bool = ..., hostname: _Optional[str] = ...) -> None: ...

class KubernetesStatefulSetAvailability(_message.Message):
    __slots__ = ("replicas", "pod_disruption_budget")
    REPLICAS_FIELD_NUMBER: _ClassVar[int]
    POD_DISRUPTION_BUDGET_FIELD_NUMBER: _ClassVar[int]
    replicas: int
    pod_disruption_budget: KubernetesStatefulSetPodDisruptionBudget
    def __init__(self, replicas: _Optional[int] = ..., pod_disruption_budget: _Optional[_Union[KubernetesStatefulSetPodDisruptionBudget, _Mapping]] = ...) -> None: ...

class KubernetesStatefulSetPodDisruptionBudget(_message.Message):
    __slots__ = ("enabled", "min_available", "max_unavailable")
    ENABLED_FIELD_NUMBER: _ClassVar[int]
    MIN_AVAILABLE_FIELD_NUMBER: _ClassVar[int]
    MAX_UNAVAILABLE_FIELD_NUMBER: _ClassVar[int]
    enabled: bool
    min_available: str
    max_unavailable: str
    def __init__(self, enabled: bool = ..., min_available: _Optional[str] = ..., max_unavailable: _Optional[str] = ...) -> None: ...

class KubernetesStatefulSetVolumeClaimTemplate(_message.Message):
    __slots__ = ("name", "storage_class", "size", "access_modes")
    NAME_FIELD_NUMBER: _ClassVar[int]
    STORAGE_CLASS_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    ACCESS_MODES_FIELD_NUMBER: _ClassVar[int]
    name: str
    storage_class: str
    size: str
    access_modes: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, name: _Optional[str] = ..., storage_class: _Optional[str] = ..., size: _Optional[str] = ..., access_modes: _Optional[_Iterable[str]] = ...) -> None: ...
