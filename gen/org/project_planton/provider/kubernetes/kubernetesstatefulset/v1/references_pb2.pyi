from buf.validate import validate_pb2 as _validate_pb2
from org.project_planton.shared import rules_pb2 as _rules_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Optional as _Optional

DESCRIPTOR: _descriptor.FileDescriptor

class LocalObjectReference(_message.Message):
    """The name of an object in the namespace of the pods."""
    __slots__ = ("name",)
    NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    """Required. Name of the object."""
    def __init__(self, name: _Optional[str] = ...) -> None:
        """The name of an object in the namespace of the pods.

        :param name: Required. Name of the object.
        """

class TypedLocalObjectReference(_message.Message):
    """The name of an object of some kind, in the namespace of the pods."""
    __slots__ = ("api_group", "kind", "name")
    API_GROUP_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    api_group: str
    """Optional. Whose kind it is, such as `snapshot.storage.k8s.io`; Kubernetes' own when unset."""
    kind: str
    """Required. Kind of the object, such as `VolumeSnapshot`; of Kubernetes' own, `PersistentVolumeClaim` alone."""
    name: str
    """Required. Name of the object."""
    def __init__(self, api_group: _Optional[str] = ..., kind: _Optional[str] = ..., name: _Optional[str] = ...) -> None:
        """The name of an object of some kind, in the namespace of the pods.

        :param api_group: Optional. Whose kind it is, such as `snapshot.storage.k8s.io`; Kubernetes' own when unset.
        :param kind: Required. Kind of the object, such as `VolumeSnapshot`; of Kubernetes' own, `PersistentVolumeClaim` alone.
        :param name: Required. Name of the object.
        """

class TypedObjectReference(_message.Message):
    """The name of an object of some kind, in any namespace."""
    __slots__ = ("api_group", "kind", "name", "namespace")
    API_GROUP_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    api_group: str
    """Optional. Whose kind it is, such as `snapshot.storage.k8s.io`; Kubernetes' own when unset."""
    kind: str
    """Required. Kind of the object, such as `VolumeSnapshot`; of Kubernetes' own, `PersistentVolumeClaim` alone."""
    name: str
    """Required. Name of the object."""
    namespace: str
    """Optional. Namespace of the object; that of the pods when unset. Another one must have a ReferenceGrant for it."""
    def __init__(self, api_group: _Optional[str] = ..., kind: _Optional[str] = ..., name: _Optional[str] = ..., namespace: _Optional[str] = ...) -> None:
        """The name of an object of some kind, in any namespace.

        :param api_group: Optional. Whose kind it is, such as `snapshot.storage.k8s.io`; Kubernetes' own when unset.
        :param kind: Required. Kind of the object, such as `VolumeSnapshot`; of Kubernetes' own, `PersistentVolumeClaim` alone.
        :param name: Required. Name of the object.
        :param namespace: Optional. Namespace of the object; that of the pods when unset. Another one must have a ReferenceGrant for it.
        """
