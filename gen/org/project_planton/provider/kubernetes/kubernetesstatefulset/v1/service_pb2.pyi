from buf.validate import validate_pb2 as _validate_pb2
from org.project_planton.shared import rules_pb2 as _rules_pb2
from org.project_planton.shared import shapes_pb2 as _shapes_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class KubernetesStatefulSetService(_message.Message):
    """A Service that leads to the pods. What is left out is taken from the application; labels and selector are added to
    the application's own, and a list of ports stands in place of the application's.
    """
    __slots__ = ("name", "create", "labels", "annotations", "ports", "type", "selector", "cluster_ip", "publish_not_ready_addresses", "external_traffic_policy", "internal_traffic_policy", "traffic_distribution", "session_affinity", "session_affinity_config", "load_balancer_class", "load_balancer_source_ranges", "load_balancer_ip", "allocate_load_balancer_node_ports", "health_check_node_port", "ip_families", "ip_family_policy")
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
    class SelectorEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    NAME_FIELD_NUMBER: _ClassVar[int]
    CREATE_FIELD_NUMBER: _ClassVar[int]
    LABELS_FIELD_NUMBER: _ClassVar[int]
    ANNOTATIONS_FIELD_NUMBER: _ClassVar[int]
    PORTS_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    SELECTOR_FIELD_NUMBER: _ClassVar[int]
    CLUSTER_IP_FIELD_NUMBER: _ClassVar[int]
    PUBLISH_NOT_READY_ADDRESSES_FIELD_NUMBER: _ClassVar[int]
    EXTERNAL_TRAFFIC_POLICY_FIELD_NUMBER: _ClassVar[int]
    INTERNAL_TRAFFIC_POLICY_FIELD_NUMBER: _ClassVar[int]
    TRAFFIC_DISTRIBUTION_FIELD_NUMBER: _ClassVar[int]
    SESSION_AFFINITY_FIELD_NUMBER: _ClassVar[int]
    SESSION_AFFINITY_CONFIG_FIELD_NUMBER: _ClassVar[int]
    LOAD_BALANCER_CLASS_FIELD_NUMBER: _ClassVar[int]
    LOAD_BALANCER_SOURCE_RANGES_FIELD_NUMBER: _ClassVar[int]
    LOAD_BALANCER_IP_FIELD_NUMBER: _ClassVar[int]
    ALLOCATE_LOAD_BALANCER_NODE_PORTS_FIELD_NUMBER: _ClassVar[int]
    HEALTH_CHECK_NODE_PORT_FIELD_NUMBER: _ClassVar[int]
    IP_FAMILIES_FIELD_NUMBER: _ClassVar[int]
    IP_FAMILY_POLICY_FIELD_NUMBER: _ClassVar[int]
    name: str
    """Required in `spec.services`, else optional. Name of the Service. When unset, `spec.service` is called as the
    application is, and `spec.headlessService` as `spec.serviceName` says. Those of `spec.podServices` are called by
    this name, `-` and the number of the pod, and as the pods are when unset.
    """
    create: bool
    """Optional. Whether the Service is rendered; true when unset. A headless Service that is not must be there otherwise."""
    labels: _containers.ScalarMap[str, str]
    """Optional. Labels of the Service, beside those that every object has."""
    annotations: _containers.ScalarMap[str, str]
    """Optional. Annotations of the Service, by which load balancers and scrapers are told what to do."""
    ports: _containers.RepeatedCompositeFieldContainer[ServicePort]
    """Optional. Ports, in place of those of `spec.container.app.ports`."""
    type: str
    """Optional. Who reaches the Service: `ClusterIP` those within the cluster, `NodePort` also those who reach a node,
    `LoadBalancer` also those who reach the load balancer that the cloud makes. `ClusterIP` when unset.
    """
    selector: _containers.ScalarMap[str, str]
    """Optional. Labels that a pod must bear to get traffic, beside those that all pods of the application bear; such as
    `role: primary`, which an operator or a sidecar sets.
    """
    cluster_ip: str
    """Optional. Address of the Service, or `None` for one whose host name leads to the pods themselves; the cluster
    chooses an address when unset.
    """
    publish_not_ready_addresses: bool
    """Optional. Whether pods are found that are not ready; true when unset for the headless Service, whose names peers ask
    for before they are, and false for the others.
    """
    external_traffic_policy: str
    """Optional. `Cluster` spreads traffic from outside over all pods and hides the client's address; `Local` leaves it on
    the node where it came in and keeps the address. `Cluster` when unset.
    """
    internal_traffic_policy: str
    """Optional. `Cluster` spreads traffic from within over all pods; `Local` leaves it on the node where it came from.
    `Cluster` when unset.
    """
    traffic_distribution: str
    """Optional. Which pods are preferred: those of the client's zone (`PreferSameZone`, before Kubernetes 1.34
    `PreferClose`) or node (`PreferSameNode`). None when unset.
    """
    session_affinity: str
    """Optional. `ClientIP` leads a client to the same pod each time; `None` to any. `None` when unset."""
    session_affinity_config: SessionAffinityConfig
    """Optional. For how long a client is led to the same pod."""
    load_balancer_class: str
    """Optional. Which controller makes the load balancer, such as `service.k8s.aws/nlb`; the cloud's own when unset."""
    load_balancer_source_ranges: _containers.RepeatedScalarFieldContainer[str]
    """Optional. Networks from which the load balancer takes traffic, such as `10.0.0.0/8`; any when empty."""
    load_balancer_ip: str
    """Optional. Address that the load balancer is to have, on clouds that read it."""
    allocate_load_balancer_node_ports: bool
    """Optional. Whether the load balancer's ports get node ports too; true when unset."""
    health_check_node_port: int
    """Optional. Port of each node at which load balancers ask whether a pod is there, under `externalTrafficPolicy:
    Local`; the cluster chooses one when unset.
    """
    ip_families: _containers.RepeatedScalarFieldContainer[str]
    """Optional. Families of the Service's addresses, the first one's before the other's; the cluster's own when empty."""
    ip_family_policy: str
    """Optional. `SingleStack` gives the Service addresses of one family, `PreferDualStack` of both where the cluster has
    them, `RequireDualStack` of both. `SingleStack` when unset.
    """
    def __init__(self, name: _Optional[str] = ..., create: bool = ..., labels: _Optional[_Mapping[str, str]] = ..., annotations: _Optional[_Mapping[str, str]] = ..., ports: _Optional[_Iterable[_Union[ServicePort, _Mapping]]] = ..., type: _Optional[str] = ..., selector: _Optional[_Mapping[str, str]] = ..., cluster_ip: _Optional[str] = ..., publish_not_ready_addresses: bool = ..., external_traffic_policy: _Optional[str] = ..., internal_traffic_policy: _Optional[str] = ..., traffic_distribution: _Optional[str] = ..., session_affinity: _Optional[str] = ..., session_affinity_config: _Optional[_Union[SessionAffinityConfig, _Mapping]] = ..., load_balancer_class: _Optional[str] = ..., load_balancer_source_ranges: _Optional[_Iterable[str]] = ..., load_balancer_ip: _Optional[str] = ..., allocate_load_balancer_node_ports: bool = ..., health_check_node_port: _Optional[int] = ..., ip_families: _Optional[_Iterable[str]] = ..., ip_family_policy: _Optional[str] = ...) -> None:
        """A Service that leads to the pods. What is left out is taken from the application; labels and selector are added to
        the application's own, and a list of ports stands in place of the application's.

        :param name: Required in `spec.services`, else optional. Name of the Service. When unset, `spec.service` is called as the application is, and `spec.headlessService` as `spec.serviceName` says. Those of `spec.podServices` are called by this name, `-` and the number of the pod, and as the pods are when unset.
        :param create: Optional. Whether the Service is rendered; true when unset. A headless Service that is not must be there otherwise.
        :param labels: Optional. Labels of the Service, beside those that every object has.
        :param annotations: Optional. Annotations of the Service, by which load balancers and scrapers are told what to do.
        :param ports: Optional. Ports, in place of those of `spec.container.app.ports`.
        :param type: Optional. Who reaches the Service: `ClusterIP` those within the cluster, `NodePort` also those who reach a node, `LoadBalancer` also those who reach the load balancer that the cloud makes. `ClusterIP` when unset.
        :param selector: Optional. Labels that a pod must bear to get traffic, beside those that all pods of the application bear; such as `role: primary`, which an operator or a sidecar sets.
        :param cluster_ip: Optional. Address of the Service, or `None` for one whose host name leads to the pods themselves; the cluster chooses an address when unset.
        :param publish_not_ready_addresses: Optional. Whether pods are found that are not ready; true when unset for the headless Service, whose names peers ask for before they are, and false for the others.
        :param external_traffic_policy: Optional. `Cluster` spreads traffic from outside over all pods and hides the client's address; `Local` leaves it on the node where it came in and keeps the address. `Cluster` when unset.
        :param internal_traffic_policy: Optional. `Cluster` spreads traffic from within over all pods; `Local` leaves it on the node where it came from. `Cluster` when unset.
        :param traffic_distribution: Optional. Which pods are preferred: those of the client's zone (`PreferSameZone`, before Kubernetes 1.34 `PreferClose`) or node (`PreferSameNode`). None when unset.
        :param session_affinity: Optional. `ClientIP` leads a client to the same pod each time; `None` to any. `None` when unset.
        :param session_affinity_config: Optional. For how long a client is led to the same pod.
        :param load_balancer_class: Optional. Which controller makes the load balancer, such as `service.k8s.aws/nlb`; the cloud's own when unset.
        :param load_balancer_source_ranges: Optional. Networks from which the load balancer takes traffic, such as `10.0.0.0/8`; any when empty.
        :param load_balancer_ip: Optional. Address that the load balancer is to have, on clouds that read it.
        :param allocate_load_balancer_node_ports: Optional. Whether the load balancer's ports get node ports too; true when unset.
        :param health_check_node_port: Optional. Port of each node at which load balancers ask whether a pod is there, under `externalTrafficPolicy: Local`; the cluster chooses one when unset.
        :param ip_families: Optional. Families of the Service's addresses, the first one's before the other's; the cluster's own when empty.
        :param ip_family_policy: Optional. `SingleStack` gives the Service addresses of one family, `PreferDualStack` of both where the cluster has them, `RequireDualStack` of both. `SingleStack` when unset.
        """

class ServicePort(_message.Message):
    """One port of a Service."""
    __slots__ = ("name", "protocol", "app_protocol", "port", "target_port", "node_port")
    NAME_FIELD_NUMBER: _ClassVar[int]
    PROTOCOL_FIELD_NUMBER: _ClassVar[int]
    APP_PROTOCOL_FIELD_NUMBER: _ClassVar[int]
    PORT_FIELD_NUMBER: _ClassVar[int]
    TARGET_PORT_FIELD_NUMBER: _ClassVar[int]
    NODE_PORT_FIELD_NUMBER: _ClassVar[int]
    name: str
    """Required where there are several. Name of the port, unique among the Service's."""
    protocol: str
    """Optional. Transport protocol: `TCP`, `UDP` or `SCTP`; `TCP` when unset."""
    app_protocol: str
    """Optional. What is spoken over the port, for meshes and gateways, such as `http` or `kubernetes.io/h2c`."""
    port: int
    """Required. Number of the port on the Service, 1 to 65535."""
    target_port: str
    """Optional. Where it leads to: the name of a port of any of the containers, or a number that one listens on; the
    number on the Service when unset.
    """
    node_port: int
    """Optional. Number of the port on every node, one of those that the cluster sets aside for it, 30000 to 32767 unless
    told otherwise; the cluster chooses one when unset.
    """
    def __init__(self, name: _Optional[str] = ..., protocol: _Optional[str] = ..., app_protocol: _Optional[str] = ..., port: _Optional[int] = ..., target_port: _Optional[str] = ..., node_port: _Optional[int] = ...) -> None:
        """One port of a Service.

        :param name: Required where there are several. Name of the port, unique among the Service's.
        :param protocol: Optional. Transport protocol: `TCP`, `UDP` or `SCTP`; `TCP` when unset.
        :param app_protocol: Optional. What is spoken over the port, for meshes and gateways, such as `http` or `kubernetes.io/h2c`.
        :param port: Required. Number of the port on the Service, 1 to 65535.
        :param target_port: Optional. Where it leads to: the name of a port of any of the containers, or a number that one listens on; the number on the Service when unset.
        :param node_port: Optional. Number of the port on every node, one of those that the cluster sets aside for it, 30000 to 32767 unless told otherwise; the cluster chooses one when unset.
        """

class SessionAffinityConfig(_message.Message):
    """For how long a client is led to the same pod."""
    __slots__ = ("client_ip",)
    CLIENT_IP_FIELD_NUMBER: _ClassVar[int]
    client_ip: ClientIPConfig
    """Optional. By the address of the client."""
    def __init__(self, client_ip: _Optional[_Union[ClientIPConfig, _Mapping]] = ...) -> None:
        """For how long a client is led to the same pod.

        :param client_ip: Optional. By the address of the client.
        """

class ClientIPConfig(_message.Message):
    """For how long a client's address counts."""
    __slots__ = ("timeout_seconds",)
    TIMEOUT_SECONDS_FIELD_NUMBER: _ClassVar[int]
    timeout_seconds: int
    """Optional. Seconds after which the client may be led elsewhere, 1 to 86400; 10800 when unset."""
    def __init__(self, timeout_seconds: _Optional[int] = ...) -> None:
        """For how long a client's address counts.

        :param timeout_seconds: Optional. Seconds after which the client may be led elsewhere, 1 to 86400; 10800 when unset.
        """
