from buf.validate import validate_pb2 as _validate_pb2
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1 import spec_pb2 as _spec_pb2
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1 import stack_outputs_pb2 as _stack_outputs_pb2
from org.project_planton.shared import metadata_pb2 as _metadata_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class KubernetesStatefulSet(_message.Message):
    """A stateful application on Kubernetes: the manifest that people write.
    Its pods keep their names and their storage when they are replaced.
    """
    __slots__ = ("api_version", "kind", "metadata", "spec", "status")
    API_VERSION_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    METADATA_FIELD_NUMBER: _ClassVar[int]
    SPEC_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    api_version: str
    """Required. Always `kubernetes.project-planton.org/v1`."""
    kind: str
    """Required. Always `KubernetesStatefulSet`."""
    metadata: _metadata_pb2.CloudResourceMetadata
    """Required. Who the application is; `metadata.name` names the StatefulSet and all that belongs to it."""
    spec: _spec_pb2.KubernetesStatefulSetSpec
    """Required. What is wanted."""
    status: KubernetesStatefulSetStatus
    """Optional. What a deployment found out; written by the platform, never by people."""
    def __init__(self, api_version: _Optional[str] = ..., kind: _Optional[str] = ..., metadata: _Optional[_Union[_metadata_pb2.CloudResourceMetadata, _Mapping]] = ..., spec: _Optional[_Union[_spec_pb2.KubernetesStatefulSetSpec, _Mapping]] = ..., status: _Optional[_Union[KubernetesStatefulSetStatus, _Mapping]] = ...) -> None:
        """A stateful application on Kubernetes: the manifest that people write.
        Its pods keep their names and their storage when they are replaced.

        :param api_version: Required. Always `kubernetes.project-planton.org/v1`.
        :param kind: Required. Always `KubernetesStatefulSet`.
        :param metadata: Required. Who the application is; `metadata.name` names the StatefulSet and all that belongs to it.
        :param spec: Required. What is wanted.
        :param status: Optional. What a deployment found out; written by the platform, never by people.
        """

class KubernetesStatefulSetStatus(_message.Message):
    """What a deployment of the application found out."""
    __slots__ = ("outputs",)
    OUTPUTS_FIELD_NUMBER: _ClassVar[int]
    outputs: _stack_outputs_pb2.KubernetesStatefulSetStackOutputs
    """Optional. Where the application can be reached."""
    def __init__(self, outputs: _Optional[_Union[_stack_outputs_pb2.KubernetesStatefulSetStackOutputs, _Mapping]] = ...) -> None:
        """What a deployment of the application found out.

        :param outputs: Optional. Where the application can be reached.
        """
