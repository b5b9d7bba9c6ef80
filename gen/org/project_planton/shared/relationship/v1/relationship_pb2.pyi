from buf.validate import validate_pb2 as _validate_pb2
from org.project_planton.shared.cloudresourcekind import cloud_resource_kind_pb2 as _cloud_resource_kind_pb2
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class CloudResourceRelationship(_message.Message):
    """Says how this resource stands to another one. It draws pictures and orders roll-outs; nothing is rendered from it."""
    __slots__ = ("kind", "env", "name", "type")
    class RelationshipType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        """What one resource can be to another."""
        __slots__ = ()
        unspecified: _ClassVar[CloudResourceRelationship.RelationshipType]
        """Not said."""
        depends_on: _ClassVar[CloudResourceRelationship.RelationshipType]
        """This resource needs the other one to work."""
        runs_on: _ClassVar[CloudResourceRelationship.RelationshipType]
        """This resource runs inside the other one, as a workload in a cluster."""
        managed_by: _ClassVar[CloudResourceRelationship.RelationshipType]
        """The other resource creates and changes this one, as an operator does."""
        uses: _ClassVar[CloudResourceRelationship.RelationshipType]
        """This resource calls the other one, and can start without it."""
    unspecified: CloudResourceRelationship.RelationshipType
    """Not said."""
    depends_on: CloudResourceRelationship.RelationshipType
    """This resource needs the other one to work."""
    runs_on: CloudResourceRelationship.RelationshipType
    """This resource runs inside the other one, as a workload in a cluster."""
    managed_by: CloudResourceRelationship.RelationshipType
    """The other resource creates and changes this one, as an operator does."""
    uses: CloudResourceRelationship.RelationshipType
    """This resource calls the other one, and can start without it."""
    KIND_FIELD_NUMBER: _ClassVar[int]
    ENV_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    kind: _cloud_resource_kind_pb2.CloudResourceKind
    """Required. Kind of the other resource."""
    env: str
    """Optional. Environment of the other resource; this resource's own when unset."""
    name: str
    """Required. Name of the other resource, its `metadata.name`."""
    type: CloudResourceRelationship.RelationshipType
    """Optional. What the other resource is to this one."""
    def __init__(self, kind: _Optional[_Union[_cloud_resource_kind_pb2.CloudResourceKind, str]] = ..., env: _Optional[str] = ..., name: _Optional[str] = ..., type: _Optional[_Union[CloudResourceRelationship.RelationshipType, str]] = ...) -> None:
        """Says how this resource stands to another one. It draws pictures and orders roll-outs; nothing is rendered from it.

        :param kind: Required. Kind of the other resource.
        :param env: Optional. Environment of the other resource; this resource's own when unset.
        :param name: Required. Name of the other resource, its `metadata.name`.
        :param type: Optional. What the other resource is to this one.
        """
