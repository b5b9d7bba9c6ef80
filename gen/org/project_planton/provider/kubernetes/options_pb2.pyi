from google.protobuf import descriptor_pb2 as _descriptor_pb2
from org.project_planton.provider.kubernetes import kubernetes_pb2 as _kubernetes_pb2
from google.protobuf import descriptor as _descriptor
from typing import ClassVar as _ClassVar

DESCRIPTOR: _descriptor.FileDescriptor
DEFAULT_CONTAINER_RESOURCES_FIELD_NUMBER: _ClassVar[int]
default_container_resources: _descriptor.FieldDescriptor
"""The resources that stand in for a field of type ContainerResources when it is unset."""
