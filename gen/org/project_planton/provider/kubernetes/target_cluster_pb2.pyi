from buf.validate import validate_pb2 as _validate_pb2
from org.project_planton.shared.cloudresourcekind import cloud_resource_kind_pb2 as _cloud_resource_kind_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class KubernetesClusterSelector(_message.Message):
    """Names the cluster to deploy to, when the platform manages that cluster as a resource too."""
    __slots__ = ("cluster_kind", "cluster_name")
    CLUSTER_KIND_FIELD_NUMBER: _ClassVar[int]
    CLUSTER_NAME_FIELD_NUMBER: _ClassVar[int]
    cluster_kind: _cloud_resource_kind_pb2.CloudResourceKind
    """Optional. Kind of the cluster, one of those that are Kubernetes clusters."""
    cluster_name: str
    """Optional. Name of the cluster's resource, its `metadata.name`."""
    def __init__(self, cluster_kind: _Optional[_Union[_cloud_resource_kind_pb2.CloudResourceKind, str]] = ..., cluster_name: _Optional[str] = ...) -> None:
        """Names the cluster to deploy to, when the platform manages that cluster as a resource too.

        :param cluster_kind: Optional. Kind of the cluster, one of those that are Kubernetes clusters.
        :param cluster_name: Optional. Name of the cluster's resource, its `metadata.name`.
        """
