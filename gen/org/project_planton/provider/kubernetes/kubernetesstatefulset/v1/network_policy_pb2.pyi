from buf.validate import validate_pb2 as _validate_pb2
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1 import selectors_pb2 as _selectors_pb2
from org.project_planton.shared.options import options_pb2 as _options_pb2
from org.project_planton.shared import shapes_pb2 as _shapes_pb2
from org.project_planton.shared import rules_pb2 as _rules_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class KubernetesStatefulSetNetworkPolicy(_message.Message):
    """Who may reach the pods, and whom they may reach; what is not allowed here, or by another policy of the namespace, is
    dropped. It selects the pods of this application, and is rendered wherever it is written, be it empty. The node of a
    pod reaches it in any case, so probes need no rule; a gateway or ingress controller does.
    """
    __slots__ = ("policy_types", "allow_same_application", "allow_dns", "ingress", "egress", "name")
    POLICY_TYPES_FIELD_NUMBER: _ClassVar[int]
    ALLOW_SAME_APPLICATION_FIELD_NUMBER: _ClassVar[int]
    ALLOW_DNS_FIELD_NUMBER: _ClassVar[int]
    INGRESS_FIELD_NUMBER: _ClassVar[int]
    EGRESS_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    policy_types: _containers.RepeatedScalarFieldContainer[str]
    """Optional. Which directions are held to the rules: `Ingress` for what comes to the pods, `Egress` for what leaves them.
    `Ingress` when unset, and `Egress` where there are rules for it.
    """
    allow_same_application: bool
    """Optional. Whether the pods of this application may reach each other, on any port, whatever the rules say; true when
    unset, but under `spec.plain`.
    """
    allow_dns: bool
    """Optional. Whether the pods may ask name servers, anywhere on port 53, where `Egress` is held to rules; without it they
    find nobody by name, and not each other. True when unset, but under `spec.plain`.
    """
    ingress: _containers.RepeatedCompositeFieldContainer[NetworkPolicyIngressRule]
    """Optional. Who may reach the pods, and on which ports."""
    egress: _containers.RepeatedCompositeFieldContainer[NetworkPolicyEgressRule]
    """Optional. Whom the pods may reach, and on which ports."""
    name: str
    """Optional. Name of the policy; that of the application when unset."""
    def __init__(self, policy_types: _Optional[_Iterable[str]] = ..., allow_same_application: bool = ..., allow_dns: bool = ..., ingress: _Optional[_Iterable[_Union[NetworkPolicyIngressRule, _Mapping]]] = ..., egress: _Optional[_Iterable[_Union[NetworkPolicyEgressRule, _Mapping]]] = ..., name: _Optional[str] = ...) -> None:
        """Who may reach the pods, and whom they may reach; what is not allowed here, or by another policy of the namespace, is
        dropped. It selects the pods of this application, and is rendered wherever it is written, be it empty. The node of a
        pod reaches it in any case, so probes need no rule; a gateway or ingress controller does.

        :param policy_types: Optional. Which directions are held to the rules: `Ingress` for what comes to the pods, `Egress` for what leaves them. `Ingress` when unset, and `Egress` where there are rules for it.
        :param allow_same_application: Optional. Whether the pods of this application may reach each other, on any port, whatever the rules say; true when unset, but under `spec.plain`.
        :param allow_dns: Optional. Whether the pods may ask name servers, anywhere on port 53, where `Egress` is held to rules; without it they find nobody by name, and not each other. True when unset, but under `spec.plain`.
        :param ingress: Optional. Who may reach the pods, and on which ports.
        :param egress: Optional. Whom the pods may reach, and on which ports.
        :param name: Optional. Name of the policy; that of the application when unset.
        """

class NetworkPolicyIngressRule(_message.Message):
    """Who may reach the pods, and on which ports."""
    __slots__ = ("peers", "ports")
    PEERS_FIELD_NUMBER: _ClassVar[int]
    PORTS_FIELD_NUMBER: _ClassVar[int]
    peers: _containers.RepeatedCompositeFieldContainer[NetworkPolicyPeer]
    """Optional. Who may reach them; everybody when unset. `from` is a keyword of Python, so the field has another name."""
    ports: _containers.RepeatedCompositeFieldContainer[NetworkPolicyPort]
    """Optional. Ports of the pods; all when unset."""
    def __init__(self, peers: _Optional[_Iterable[_Union[NetworkPolicyPeer, _Mapping]]] = ..., ports: _Optional[_Iterable[_Union[NetworkPolicyPort, _Mapping]]] = ...) -> None:
        """Who may reach the pods, and on which ports.

        :param peers: Optional. Who may reach them; everybody when unset. `from` is a keyword of Python, so the field has another name.
        :param ports: Optional. Ports of the pods; all when unset.
        """

class NetworkPolicyEgressRule(_message.Message):
    """Whom the pods may reach, and on which ports."""
    __slots__ = ("to", "ports")
    TO_FIELD_NUMBER: _ClassVar[int]
    PORTS_FIELD_NUMBER: _ClassVar[int]
    to: _containers.RepeatedCompositeFieldContainer[NetworkPolicyPeer]
    """Optional. Whom they may reach; everybody when unset."""
    ports: _containers.RepeatedCompositeFieldContainer[NetworkPolicyPort]
    """Optional. Ports of those; all when unset."""
    def __init__(self, to: _Optional[_Iterable[_Union[NetworkPolicyPeer, _Mapping]]] = ..., ports: _Optional[_Iterable[_Union[NetworkPolicyPort, _Mapping]]] = ...) -> None:
        """Whom the pods may reach, and on which ports.

        :param to: Optional. Whom they may reach; everybody when unset.
        :param ports: Optional. Ports of those; all when unset.
        """

class NetworkPolicyPeer(_message.Message):
    """The other side: pods, or addresses."""
    __slots__ = ("pod_selector", "namespace_selector", "ip_block")
    POD_SELECTOR_FIELD_NUMBER: _ClassVar[int]
    NAMESPACE_SELECTOR_FIELD_NUMBER: _ClassVar[int]
    IP_BLOCK_FIELD_NUMBER: _ClassVar[int]
    pod_selector: _selectors_pb2.LabelSelector
    """Optional. Which pods; all of the namespaces when unset. Beside `namespaceSelector` those of its namespaces, without it
    those of the application's own.
    """
    namespace_selector: _selectors_pb2.LabelSelector
    """Optional. Pods of which namespaces; every namespace has a label `kubernetes.io/metadata.name` with its name."""
    ip_block: IPBlock
    """Optional. Which addresses, mostly outside of the cluster: those of pods change."""
    def __init__(self, pod_selector: _Optional[_Union[_selectors_pb2.LabelSelector, _Mapping]] = ..., namespace_selector: _Optional[_Union[_selectors_pb2.LabelSelector, _Mapping]] = ..., ip_block: _Optional[_Union[IPBlock, _Mapping]] = ...) -> None:
        """The other side: pods, or addresses.

        :param pod_selector: Optional. Which pods; all of the namespaces when unset. Beside `namespaceSelector` those of its namespaces, without it those of the application's own.
        :param namespace_selector: Optional. Pods of which namespaces; every namespace has a label `kubernetes.io/metadata.name` with its name.
        :param ip_block: Optional. Which addresses, mostly outside of the cluster: those of pods change.
        """

class IPBlock(_message.Message):
    """A range of addresses."""
    __slots__ = ("cidr", "excluded")
    CIDR_FIELD_NUMBER: _ClassVar[int]
    EXCLUDED_FIELD_NUMBER: _ClassVar[int]
    cidr: str
    """Required. The range, such as `10.0.0.0/8` or `2001:db8::/32`."""
    excluded: _containers.RepeatedScalarFieldContainer[str]
    """Optional. Ranges within it that are left out. `except` is a keyword of Python, so the field has another name."""
    def __init__(self, cidr: _Optional[str] = ..., excluded: _Optional[_Iterable[str]] = ...) -> None:
        """A range of addresses.

        :param cidr: Required. The range, such as `10.0.0.0/8` or `2001:db8::/32`.
        :param excluded: Optional. Ranges within it that are left out. `except` is a keyword of Python, so the field has another name.
        """

class NetworkPolicyPort(_message.Message):
    """A port, or some in a row."""
    __slots__ = ("protocol", "port", "end_port")
    PROTOCOL_FIELD_NUMBER: _ClassVar[int]
    PORT_FIELD_NUMBER: _ClassVar[int]
    END_PORT_FIELD_NUMBER: _ClassVar[int]
    protocol: str
    """Optional. Protocol: `TCP`, `UDP` or `SCTP`; `TCP` when unset."""
    port: str
    """Optional. The port where it is listened on: its number, or the name that a container gives it; all ports when unset."""
    end_port: int
    """Optional. The last of the ports from `port` on; `port` alone when unset."""
    def __init__(self, protocol: _Optional[str] = ..., port: _Optional[str] = ..., end_port: _Optional[int] = ...) -> None:
        """A port, or some in a row.

        :param protocol: Optional. Protocol: `TCP`, `UDP` or `SCTP`; `TCP` when unset.
        :param port: Optional. The port where it is listened on: its number, or the name that a container gives it; all ports when unset.
        :param end_port: Optional. The last of the ports from `port` on; `port` alone when unset.
        """
