from buf.validate import validate_pb2 as _validate_pb2
from org.project_planton.shared.options import options_pb2 as _options_pb2
from org.project_planton.shared import rules_pb2 as _rules_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Optional as _Optional

DESCRIPTOR: _descriptor.FileDescriptor

class KubernetesStatefulSetPlatform(_message.Message):
    __slots__ = ("gateway_class", "external_gateway_address", "internal_gateway_address", "ingress_namespace", "cluster_issuer", "cluster_domain", "read_label_files")
    GATEWAY_CLASS_FIELD_NUMBER: _ClassVar[int]
    EXTERNAL_GATEWAY_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    INTERNAL_GATEWAY_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    INGRESS_NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    CLUSTER_ISSUER_FIELD_NUMBER: _ClassVar[int]
    CLUSTER_DOMAIN_FIELD_NUMBER: _ClassVar[int]
    READ_LABEL_FILES_FIELD_NUMBER: _ClassVar[int]
    gateway_class: str
    external_gateway_address: str
    internal_gateway_address: str
    ingress_namespace: str
    cluster_issuer: str
    cluster_domain: str
    read_label_files: bool
    def __init__(self, gateway_class: _Optional[str] = ..., external_gateway_address: _Optional[str] = ..., internal_gateway_address: _Optional[str] = ..., ingress_namespace: _Optional[str] = ..., cluster_issuer: _Optional[str] = ..., cluster_domain: _Optional[str] = ..., read_label_files: bool = ...) -> None: ...
