from buf.validate import validate_pb2 as _validate_pb2
from org.project_planton.shared.foreignkey.v1 import foreign_key_pb2 as _foreign_key_pb2
from org.project_planton.shared import rules_pb2 as _rules_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class KubernetesSensitiveValue(_message.Message):
    """A secret text that is written down, kept in an existing Secret or taken from a field of another resource.
    A manifest may write a plain scalar (`PASSWORD: hunter2`) for `{value: hunter2}`.
    """
    __slots__ = ("value", "secret_ref", "value_from")
    VALUE_FIELD_NUMBER: _ClassVar[int]
    SECRET_REF_FIELD_NUMBER: _ClassVar[int]
    VALUE_FROM_FIELD_NUMBER: _ClassVar[int]
    value: str
    """The secret itself; it is rendered into a Secret of the application's own."""
    secret_ref: KubernetesSecretKeyRef
    """Where the secret is kept; preferred, for the manifest then holds nothing to hide."""
    value_from: _foreign_key_pb2.ValueFromRef
    """Where the secret stands, in a field of another resource; settled, it is rendered like one that is written down."""
    def __init__(self, value: _Optional[str] = ..., secret_ref: _Optional[_Union[KubernetesSecretKeyRef, _Mapping]] = ..., value_from: _Optional[_Union[_foreign_key_pb2.ValueFromRef, _Mapping]] = ...) -> None:
        """A secret text that is written down, kept in an existing Secret or taken from a field of another resource.
        A manifest may write a plain scalar (`PASSWORD: hunter2`) for `{value: hunter2}`.

        :param value: The secret itself; it is rendered into a Secret of the application's own.
        :param secret_ref: Where the secret is kept; preferred, for the manifest then holds nothing to hide.
        :param value_from: Where the secret stands, in a field of another resource; settled, it is rendered like one that is written down.
        """

class KubernetesSecretKeyRef(_message.Message):
    """Points at one key of an existing Secret."""
    __slots__ = ("namespace", "name", "key", "optional")
    NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    OPTIONAL_FIELD_NUMBER: _ClassVar[int]
    namespace: str
    """Optional. Namespace of the Secret. A pod reads Secrets of its own namespace only, so leave it unset or name that one."""
    name: str
    """Required. Name of the Secret."""
    key: str
    """Required. Key within the Secret's data."""
    optional: bool
    """Optional. Whether the container also starts without it, and then without the variable; it waits when unset."""
    def __init__(self, namespace: _Optional[str] = ..., name: _Optional[str] = ..., key: _Optional[str] = ..., optional: bool = ...) -> None:
        """Points at one key of an existing Secret.

        :param namespace: Optional. Namespace of the Secret. A pod reads Secrets of its own namespace only, so leave it unset or name that one.
        :param name: Required. Name of the Secret.
        :param key: Required. Key within the Secret's data.
        :param optional: Optional. Whether the container also starts without it, and then without the variable; it waits when unset.
        """
