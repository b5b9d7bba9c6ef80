from buf.validate import validate_pb2 as _validate_pb2
from google.protobuf import descriptor_pb2 as _descriptor_pb2
from org.project_planton.shared.cloudresourcekind import cloud_resource_kind_pb2 as _cloud_resource_kind_pb2
from org.project_planton.shared import rules_pb2 as _rules_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor
DEFAULT_KIND_FIELD_NUMBER: _ClassVar[int]
default_kind: _descriptor.FieldDescriptor
"""The kind that a reference in this field means when it names none."""
DEFAULT_KIND_FIELD_PATH_FIELD_NUMBER: _ClassVar[int]
default_kind_field_path: _descriptor.FieldDescriptor
"""The field that a reference in this field reads when it names none."""

class StringValueOrRef(_message.Message):
    """A text that is written down or taken from a field of another resource.
    A manifest may write a plain scalar (`namespace: database`) for `{value: database}`.
    """
    __slots__ = ("value", "value_from")
    VALUE_FIELD_NUMBER: _ClassVar[int]
    VALUE_FROM_FIELD_NUMBER: _ClassVar[int]
    value: str
    """The text itself."""
    value_from: ValueFromRef
    """Where the text stands."""
    def __init__(self, value: _Optional[str] = ..., value_from: _Optional[_Union[ValueFromRef, _Mapping]] = ...) -> None:
        """A text that is written down or taken from a field of another resource.
        A manifest may write a plain scalar (`namespace: database`) for `{value: database}`.

        :param value: The text itself.
        :param value_from: Where the text stands.
        """

class Int32ValueOrRef(_message.Message):
    """A whole number that is written down or taken from a field of another resource.
    A manifest may write a plain scalar (`port: 5432`) for `{value: 5432}`.
    """
    __slots__ = ("value", "value_from")
    VALUE_FIELD_NUMBER: _ClassVar[int]
    VALUE_FROM_FIELD_NUMBER: _ClassVar[int]
    value: int
    """The number itself."""
    value_from: ValueFromRef
    """Where the number stands."""
    def __init__(self, value: _Optional[int] = ..., value_from: _Optional[_Union[ValueFromRef, _Mapping]] = ...) -> None:
        """A whole number that is written down or taken from a field of another resource.
        A manifest may write a plain scalar (`port: 5432`) for `{value: 5432}`.

        :param value: The number itself.
        :param value_from: Where the number stands.
        """

class ValueFromRef(_message.Message):
    """Points at one field of one resource, which is read when the reference is resolved."""
    __slots__ = ("kind", "env", "name", "field_path")
    KIND_FIELD_NUMBER: _ClassVar[int]
    ENV_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    FIELD_PATH_FIELD_NUMBER: _ClassVar[int]
    kind: _cloud_resource_kind_pb2.CloudResourceKind
    """Optional. Kind of the resource; the field's `default_kind` when unset."""
    env: str
    """Optional. Environment of the resource, its `metadata.env`; the referring resource's own when unset."""
    name: str
    """Required. Name of the resource, its `metadata.name`."""
    field_path: str
    """Optional. The field to read, from the resource's root, such as `spec.name` or `status.outputs.namespace`.
    The referring field's `default_kind_field_path` when unset.
    """
    def __init__(self, kind: _Optional[_Union[_cloud_resource_kind_pb2.CloudResourceKind, str]] = ..., env: _Optional[str] = ..., name: _Optional[str] = ..., field_path: _Optional[str] = ...) -> None:
        """Points at one field of one resource, which is read when the reference is resolved.

        :param kind: Optional. Kind of the resource; the field's `default_kind` when unset.
        :param env: Optional. Environment of the resource, its `metadata.env`; the referring resource's own when unset.
        :param name: Required. Name of the resource, its `metadata.name`.
        :param field_path: Optional. The field to read, from the resource's root, such as `spec.name` or `status.outputs.namespace`. The referring field's `default_kind_field_path` when unset.
        """
