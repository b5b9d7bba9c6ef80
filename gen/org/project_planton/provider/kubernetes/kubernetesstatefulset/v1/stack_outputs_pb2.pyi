from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Optional as _Optional

DESCRIPTOR: _descriptor.FileDescriptor

class KubernetesStatefulSetStackOutputs(_message.Message):
    __slots__ = ("namespace", "headless_service", "service", "port_forward_command", "kube_endpoint", "external_hostname", "internal_hostname")
    NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    HEADLESS_SERVICE_FIELD_NUMBER: _ClassVar[int]
    SERVICE_FIELD_NUMBER: _ClassVar[int]
    PORT_FORWARD_COMMAND_FIELD_NUMBER: _ClassVar[int]
    KUBE_ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    EXTERNAL_HOSTNAME_FIELD_NUMBER: _ClassVar[int]
    INTERNAL_HOSTNAME_FIELD_NUMBER: _ClassVar[int]
    namespace: str
    headless_service: str
    service: str
    port_forward_command: str
    kube_endpoint: str
    external_hostname: str
    internal_hostname: str
    def __init__(self, namespace: _Optional[str] = ..., headless_service: _Optional[str] = ..., service: _Optional[str] = ..., port_forward_command: _Optional[str] = ..., kube_endpoint: _Optional[str] = ..., external_hostname: _Optional[str] = ..., internal_hostname: _Optional[str] = ...) -> None: ...
