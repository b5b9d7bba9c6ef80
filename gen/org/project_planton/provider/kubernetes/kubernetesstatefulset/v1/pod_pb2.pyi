from buf.validate import validate_pb2 as _validate_pb2
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1 import dns_pb2 as _dns_pb2
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1 import placement_pb2 as _placement_pb2
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1 import references_pb2 as _references_pb2
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1 import security_pb2 as _security_pb2
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1 import volumes_pb2 as _volumes_pb2
from org.project_planton.shared.options import options_pb2 as _options_pb2
from org.project_planton.shared import rules_pb2 as _rules_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class KubernetesStatefulSetPod(_message.Message):
    """What a pod has, beside its containers."""
    __slots__ = ("labels", "annotations", "termination_grace_period_seconds", "security_context", "automount_service_account_token", "image_pull_secrets", "share_process_namespace", "enable_service_links", "host_network", "host_pid", "host_ipc", "dns_policy", "dns_config", "host_aliases", "volumes", "node_selector", "affinity", "tolerations", "topology_spread_constraints", "priority_class_name", "scheduler_name", "runtime_class_name", "name", "namespace")
    class LabelsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    class AnnotationsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    class NodeSelectorEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    LABELS_FIELD_NUMBER: _ClassVar[int]
    ANNOTATIONS_FIELD_NUMBER: _ClassVar[int]
    TERMINATION_GRACE_PERIOD_SECONDS_FIELD_NUMBER: _ClassVar[int]
    SECURITY_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    AUTOMOUNT_SERVICE_ACCOUNT_TOKEN_FIELD_NUMBER: _ClassVar[int]
    IMAGE_PULL_SECRETS_FIELD_NUMBER: _ClassVar[int]
    SHARE_PROCESS_NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    ENABLE_SERVICE_LINKS_FIELD_NUMBER: _ClassVar[int]
    HOST_NETWORK_FIELD_NUMBER: _ClassVar[int]
    HOST_PID_FIELD_NUMBER: _ClassVar[int]
    HOST_IPC_FIELD_NUMBER: _ClassVar[int]
    DNS_POLICY_FIELD_NUMBER: _ClassVar[int]
    DNS_CONFIG_FIELD_NUMBER: _ClassVar[int]
    HOST_ALIASES_FIELD_NUMBER: _ClassVar[int]
    VOLUMES_FIELD_NUMBER: _ClassVar[int]
    NODE_SELECTOR_FIELD_NUMBER: _ClassVar[int]
    AFFINITY_FIELD_NUMBER: _ClassVar[int]
    TOLERATIONS_FIELD_NUMBER: _ClassVar[int]
    TOPOLOGY_SPREAD_CONSTRAINTS_FIELD_NUMBER: _ClassVar[int]
    PRIORITY_CLASS_NAME_FIELD_NUMBER: _ClassVar[int]
    SCHEDULER_NAME_FIELD_NUMBER: _ClassVar[int]
    RUNTIME_CLASS_NAME_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    labels: _containers.ScalarMap[str, str]
    """Optional. Labels of the pods alone, beside those that every object has."""
    annotations: _containers.ScalarMap[str, str]
    """Optional. Annotations of the pods alone, beside those of the workload."""
    termination_grace_period_seconds: int
    """Optional. For how many seconds a pod that is told to stop may go on before it is killed; 60 when unset.
    0 kills it at once.
    """
    security_context: _security_pb2.PodSecurityContext
    """Optional. As whom the processes of all containers run, and what they may do."""
    automount_service_account_token: bool
    """Optional. Whether the containers get the credentials of the ServiceAccount as files; true when unset."""
    image_pull_secrets: _containers.RepeatedCompositeFieldContainer[_references_pb2.LocalObjectReference]
    """Optional. Secrets with credentials for the registries of any container's image, which exist already."""
    share_process_namespace: bool
    """Optional. Whether the containers see each other's processes; false when unset."""
    enable_service_links: bool
    """Optional. Whether containers get environment variables for every Service of the namespace; true when unset."""
    host_network: bool
    """Optional. Whether the pods use the network of their node, its address and its ports."""
    host_pid: bool
    """Optional. Whether the containers see the processes of their node."""
    host_ipc: bool
    """Optional. Whether the containers share memory and semaphores with the processes of their node."""
    dns_policy: str
    """Optional. Where names are looked up: `ClusterFirst` asks the cluster and then the node's servers;
    `ClusterFirstWithHostNet` does so under `hostNetwork` too; `Default` asks the node's servers alone; `None` asks
    those of `dnsConfig`. `ClusterFirst` when unset.
    """
    dns_config: _dns_pb2.PodDNSConfig
    """Optional. Name servers, search domains and options beside those that `dnsPolicy` gives."""
    host_aliases: _containers.RepeatedCompositeFieldContainer[_dns_pb2.HostAlias]
    """Optional. Lines for the containers' /etc/hosts."""
    volumes: _containers.RepeatedCompositeFieldContainer[_volumes_pb2.Volume]
    """Optional. Volumes that the containers mount by name, in Kubernetes' own form; beside them are those of
    `spec.volumeClaimTemplates`, and those that a mount of the application says itself.
    """
    node_selector: _containers.ScalarMap[str, str]
    """Optional. Labels that a node must have to run the pods; any node does when unset."""
    affinity: _placement_pb2.Affinity
    """Optional. Which nodes and which other pods the pods keep to or keep away from."""
    tolerations: _containers.RepeatedCompositeFieldContainer[_placement_pb2.Toleration]
    """Optional. Taints of nodes that do not keep the pods away."""
    topology_spread_constraints: _containers.RepeatedCompositeFieldContainer[_placement_pb2.TopologySpreadConstraint]
    """Optional. How evenly pods are spread over nodes, zones or other places; a pod goes where all of it allows."""
    priority_class_name: str
    """Optional. Name of the PriorityClass, which must exist: pods of a higher one go first and drive out others."""
    scheduler_name: str
    """Optional. Name of the scheduler that places the pods; Kubernetes' own when unset. Under a name that none bears, they
    wait for ever.
    """
    runtime_class_name: str
    """Optional. Name of the RuntimeClass, which must exist: what runs the containers, such as gVisor."""
    name: str
    """Optional. Name in the pods' template, in the place of which the controller gives each pod its own. It says nothing,
    but a change to it restarts the pods, so it can be kept where what runs has one.
    """
    namespace: str
    """Optional. Namespace in the pods' template, as `name`."""
    def __init__(self, labels: _Optional[_Mapping[str, str]] = ..., annotations: _Optional[_Mapping[str, str]] = ..., termination_grace_period_seconds: _Optional[int] = ..., security_context: _Optional[_Union[_security_pb2.PodSecurityContext, _Mapping]] = ..., automount_service_account_token: bool = ..., image_pull_secrets: _Optional[_Iterable[_Union[_references_pb2.LocalObjectReference, _Mapping]]] = ..., share_process_namespace: bool = ..., enable_service_links: bool = ..., host_network: bool = ..., host_pid: bool = ..., host_ipc: bool = ..., dns_policy: _Optional[str] = ..., dns_config: _Optional[_Union[_dns_pb2.PodDNSConfig, _Mapping]] = ..., host_aliases: _Optional[_Iterable[_Union[_dns_pb2.HostAlias, _Mapping]]] = ..., volumes: _Optional[_Iterable[_Union[_volumes_pb2.Volume, _Mapping]]] = ..., node_selector: _Optional[_Mapping[str, str]] = ..., affinity: _Optional[_Union[_placement_pb2.Affinity, _Mapping]] = ..., tolerations: _Optional[_Iterable[_Union[_placement_pb2.Toleration, _Mapping]]] = ..., topology_spread_constraints: _Optional[_Iterable[_Union[_placement_pb2.TopologySpreadConstraint, _Mapping]]] = ..., priority_class_name: _Optional[str] = ..., scheduler_name: _Optional[str] = ..., runtime_class_name: _Optional[str] = ..., name: _Optional[str] = ..., namespace: _Optional[str] = ...) -> None:
        """What a pod has, beside its containers.

        :param labels: Optional. Labels of the pods alone, beside those that every object has.
        :param annotations: Optional. Annotations of the pods alone, beside those of the workload.
        :param termination_grace_period_seconds: Optional. For how many seconds a pod that is told to stop may go on before it is killed; 60 when unset. 0 kills it at once.
        :param security_context: Optional. As whom the processes of all containers run, and what they may do.
        :param automount_service_account_token: Optional. Whether the containers get the credentials of the ServiceAccount as files; true when unset.
        :param image_pull_secrets: Optional. Secrets with credentials for the registries of any container's image, which exist already.
        :param share_process_namespace: Optional. Whether the containers see each other's processes; false when unset.
        :param enable_service_links: Optional. Whether containers get environment variables for every Service of the namespace; true when unset.
        :param host_network: Optional. Whether the pods use the network of their node, its address and its ports.
        :param host_pid: Optional. Whether the containers see the processes of their node.
        :param host_ipc: Optional. Whether the containers share memory and semaphores with the processes of their node.
        :param dns_policy: Optional. Where names are looked up: `ClusterFirst` asks the cluster and then the node's servers; `ClusterFirstWithHostNet` does so under `hostNetwork` too; `Default` asks the node's servers alone; `None` asks those of `dnsConfig`. `ClusterFirst` when unset.
        :param dns_config: Optional. Name servers, search domains and options beside those that `dnsPolicy` gives.
        :param host_aliases: Optional. Lines for the containers' /etc/hosts.
        :param volumes: Optional. Volumes that the containers mount by name, in Kubernetes' own form; beside them are those of `spec.volumeClaimTemplates`, and those that a mount of the application says itself.
        :param node_selector: Optional. Labels that a node must have to run the pods; any node does when unset.
        :param affinity: Optional. Which nodes and which other pods the pods keep to or keep away from.
        :param tolerations: Optional. Taints of nodes that do not keep the pods away.
        :param topology_spread_constraints: Optional. How evenly pods are spread over nodes, zones or other places; a pod goes where all of it allows.
        :param priority_class_name: Optional. Name of the PriorityClass, which must exist: pods of a higher one go first and drive out others.
        :param scheduler_name: Optional. Name of the scheduler that places the pods; Kubernetes' own when unset. Under a name that none bears, they wait for ever.
        :param runtime_class_name: Optional. Name of the RuntimeClass, which must exist: what runs the containers, such as gVisor.
        :param name: Optional. Name in the pods' template, in the place of which the controller gives each pod its own. It says nothing, but a change to it restarts the pods, so it can be kept where what runs has one.
        :param namespace: Optional. Namespace in the pods' template, as `name`.
        """
