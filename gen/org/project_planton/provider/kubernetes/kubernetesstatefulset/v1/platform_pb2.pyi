from buf.validate import validate_pb2 as _validate_pb2
from org.project_planton.shared.options import options_pb2 as _options_pb2
from org.project_planton.shared import rules_pb2 as _rules_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Optional as _Optional

DESCRIPTOR: _descriptor.FileDescriptor

class KubernetesStatefulSetPlatform(_message.Message):
    """What the platform owns and manifests do not say: how traffic enters the cluster, and what its domain is."""
    __slots__ = ("gateway_class", "external_gateway_address", "internal_gateway_address", "ingress_namespace", "cluster_issuer", "cluster_domain", "read_label_files")
    GATEWAY_CLASS_FIELD_NUMBER: _ClassVar[int]
    EXTERNAL_GATEWAY_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    INTERNAL_GATEWAY_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    INGRESS_NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    CLUSTER_ISSUER_FIELD_NUMBER: _ClassVar[int]
    CLUSTER_DOMAIN_FIELD_NUMBER: _ClassVar[int]
    READ_LABEL_FILES_FIELD_NUMBER: _ClassVar[int]
    gateway_class: str
    """Optional. GatewayClass of the ingress's Gateways; `istio` when unset."""
    external_gateway_address: str
    """Optional. Host name of the Service that takes traffic from outside."""
    internal_gateway_address: str
    """Optional. Host name of the Service that takes traffic from the private network."""
    ingress_namespace: str
    """Optional. Namespace of the Gateways and of the certificate that they serve; `istio-ingress` when unset."""
    cluster_issuer: str
    """Optional. ClusterIssuer that signs the certificate; one named like the host name's domain when unset,
    `example.com` for `search.example.com`.
    """
    cluster_domain: str
    """Optional. DNS domain of the cluster; `cluster.local` when unset."""
    read_label_files: bool
    """Optional. Whether a manifest may name a file of this machine by its label
    `kubernetes.project-planton.org/docker-config-json-file`, to be read and rendered as the pull Secret.
    """
    def __init__(self, gateway_class: _Optional[str] = ..., external_gateway_address: _Optional[str] = ..., internal_gateway_address: _Optional[str] = ..., ingress_namespace: _Optional[str] = ..., cluster_issuer: _Optional[str] = ..., cluster_domain: _Optional[str] = ..., read_label_files: bool = ...) -> None:
        """What the platform owns and manifests do not say: how traffic enters the cluster, and what its domain is.

        :param gateway_class: Optional. GatewayClass of the ingress's Gateways; `istio` when unset.
        :param external_gateway_address: Optional. Host name of the Service that takes traffic from outside.
        :param internal_gateway_address: Optional. Host name of the Service that takes traffic from the private network.
        :param ingress_namespace: Optional. Namespace of the Gateways and of the certificate that they serve; `istio-ingress` when unset.
        :param cluster_issuer: Optional. ClusterIssuer that signs the certificate; one named like the host name's domain when unset, `example.com` for `search.example.com`.
        :param cluster_domain: Optional. DNS domain of the cluster; `cluster.local` when unset.
        :param read_label_files: Optional. Whether a manifest may name a file of this machine by its label `kubernetes.project-planton.org/docker-config-json-file`, to be read and rendered as the pull Secret.
        """
