from buf.validate import validate_pb2 as _validate_pb2
from org.project_planton.shared import rules_pb2 as _rules_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Optional as _Optional

DESCRIPTOR: _descriptor.FileDescriptor

class ParentReference(_message.Message):
    """What a route is attached to."""
    __slots__ = ("group", "kind", "namespace", "name", "section_name", "port")
    GROUP_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    SECTION_NAME_FIELD_NUMBER: _ClassVar[int]
    PORT_FIELD_NUMBER: _ClassVar[int]
    group: str
    """Optional. API group of the parent; `gateway.networking.k8s.io` when unset, and `""` is the core."""
    kind: str
    """Optional. Kind of the parent; `Gateway` when unset."""
    namespace: str
    """Optional. Namespace of the parent; that of the application when unset."""
    name: str
    """Required. Name of the parent."""
    section_name: str
    """Optional. The one listener of the parent to attach to; every listener that lets the route in when unset."""
    port: int
    """Optional. The one port of the parent whose listeners to attach to; every port when unset."""
    def __init__(self, group: _Optional[str] = ..., kind: _Optional[str] = ..., namespace: _Optional[str] = ..., name: _Optional[str] = ..., section_name: _Optional[str] = ..., port: _Optional[int] = ...) -> None:
        """What a route is attached to.

        :param group: Optional. API group of the parent; `gateway.networking.k8s.io` when unset, and `""` is the core.
        :param kind: Optional. Kind of the parent; `Gateway` when unset.
        :param namespace: Optional. Namespace of the parent; that of the application when unset.
        :param name: Required. Name of the parent.
        :param section_name: Optional. The one listener of the parent to attach to; every listener that lets the route in when unset.
        :param port: Optional. The one port of the parent whose listeners to attach to; every port when unset.
        """
