from buf.validate import validate_pb2 as _validate_pb2
from org.project_planton.shared import rules_pb2 as _rules_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class KubernetesSensitiveValue(_message.Message):
    __slots__ = ("value", "secret_ref")
    VALUE_FIELD_NUMBER: _ClassVar[int]
    SECRET_REF_FIELD_NUMBER: _ClassVar[int]
    value: str
    secret_ref: KubernetesSecretKeyRef
    def __init__(self, value: _Optional[str] = ..., secret_ref: _Optional[_Union[KubernetesSecretKeyRef, _Mapping]] = ...) -> None: ...

class KubernetesSecretKeyRef(_message.Message):
    __slots__ = ("namespace", "name", "key")
    NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    namespace: str
    name: str
    key: str
    def __init__(self, namespace: _Optional[str] = ..., name: _Optional[str] = ..., key: _Optional[str] = ...) -> None: ...
