from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Optional as _Optional

DESCRIPTOR: _descriptor.FileDescriptor

class KubernetesStatefulSetStackOutputs(_message.Message):
    """Where a deployed application can be reached, for people and for references from other resources."""
    __slots__ = ("namespace", "headless_service", "service", "port_forward_command", "kube_endpoint", "external_hostname", "internal_hostname")
    NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    HEADLESS_SERVICE_FIELD_NUMBER: _ClassVar[int]
    SERVICE_FIELD_NUMBER: _ClassVar[int]
    PORT_FORWARD_COMMAND_FIELD_NUMBER: _ClassVar[int]
    KUBE_ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    EXTERNAL_HOSTNAME_FIELD_NUMBER: _ClassVar[int]
    INTERNAL_HOSTNAME_FIELD_NUMBER: _ClassVar[int]
    namespace: str
    """Namespace the objects are in."""
    headless_service: str
    """Name of the headless Service, which gives each pod its DNS name."""
    service: str
    """Name of the client Service; empty when there is none, for want of a port or of the wish for one."""
    port_forward_command: str
    """Command that forwards the first service port to this machine; empty when the application declares no port."""
    kube_endpoint: str
    """Address within the cluster, such as `postgres.database.svc.cluster.local:5432`; without port when there is none."""
    external_hostname: str
    """Address from outside the cluster, such as `https://search.example.com`; empty without ingress, and of plain HTTP where
    that is an Ingress without certificate.
    """
    internal_hostname: str
    """Address from the private network, such as `https://internal-search.example.com`; empty without Gateways of the
    ingress's own.
    """
    def __init__(self, namespace: _Optional[str] = ..., headless_service: _Optional[str] = ..., service: _Optional[str] = ..., port_forward_command: _Optional[str] = ..., kube_endpoint: _Optional[str] = ..., external_hostname: _Optional[str] = ..., internal_hostname: _Optional[str] = ...) -> None:
        """Where a deployed application can be reached, for people and for references from other resources.

        :param namespace: Namespace the objects are in.
        :param headless_service: Name of the headless Service, which gives each pod its DNS name.
        :param service: Name of the client Service; empty when there is none, for want of a port or of the wish for one.
        :param port_forward_command: Command that forwards the first service port to this machine; empty when the application declares no port.
        :param kube_endpoint: Address within the cluster, such as `postgres.database.svc.cluster.local:5432`; without port when there is none.
        :param external_hostname: Address from outside the cluster, such as `https://search.example.com`; empty without ingress, and of plain HTTP where that is an Ingress without certificate.
        :param internal_hostname: Address from the private network, such as `https://internal-search.example.com`; empty without Gateways of the ingress's own.
        """
