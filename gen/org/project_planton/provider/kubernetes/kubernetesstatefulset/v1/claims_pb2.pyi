from buf.validate import validate_pb2 as _validate_pb2
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1 import references_pb2 as _references_pb2
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1 import selectors_pb2 as _selectors_pb2
from org.project_planton.shared import rules_pb2 as _rules_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class PersistentVolumeClaimTemplate(_message.Message):
    """A PersistentVolumeClaim that a pod gets, in Kubernetes' own form."""
    __slots__ = ("metadata", "spec")
    METADATA_FIELD_NUMBER: _ClassVar[int]
    SPEC_FIELD_NUMBER: _ClassVar[int]
    metadata: PersistentVolumeClaimMetadata
    """Optional. What it bears beside its name."""
    spec: PersistentVolumeClaimSpec
    """Required. What it claims."""
    def __init__(self, metadata: _Optional[_Union[PersistentVolumeClaimMetadata, _Mapping]] = ..., spec: _Optional[_Union[PersistentVolumeClaimSpec, _Mapping]] = ...) -> None:
        """A PersistentVolumeClaim that a pod gets, in Kubernetes' own form.

        :param metadata: Optional. What it bears beside its name.
        :param spec: Required. What it claims.
        """

class PersistentVolumeClaimMetadata(_message.Message):
    """What a claim bears beside its name, which is made of those of the pod and the volume."""
    __slots__ = ("labels", "annotations")
    class LabelsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    class AnnotationsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    LABELS_FIELD_NUMBER: _ClassVar[int]
    ANNOTATIONS_FIELD_NUMBER: _ClassVar[int]
    labels: _containers.ScalarMap[str, str]
    """Optional. Labels of the claim."""
    annotations: _containers.ScalarMap[str, str]
    """Optional. Annotations of the claim."""
    def __init__(self, labels: _Optional[_Mapping[str, str]] = ..., annotations: _Optional[_Mapping[str, str]] = ...) -> None:
        """What a claim bears beside its name, which is made of those of the pod and the volume.

        :param labels: Optional. Labels of the claim.
        :param annotations: Optional. Annotations of the claim.
        """

class PersistentVolumeClaimSpec(_message.Message):
    """What a PersistentVolumeClaim claims."""
    __slots__ = ("access_modes", "storage_class_name", "resources", "volume_mode", "data_source", "data_source_ref", "volume_attributes_class_name", "selector")
    ACCESS_MODES_FIELD_NUMBER: _ClassVar[int]
    STORAGE_CLASS_NAME_FIELD_NUMBER: _ClassVar[int]
    RESOURCES_FIELD_NUMBER: _ClassVar[int]
    VOLUME_MODE_FIELD_NUMBER: _ClassVar[int]
    DATA_SOURCE_FIELD_NUMBER: _ClassVar[int]
    DATA_SOURCE_REF_FIELD_NUMBER: _ClassVar[int]
    VOLUME_ATTRIBUTES_CLASS_NAME_FIELD_NUMBER: _ClassVar[int]
    SELECTOR_FIELD_NUMBER: _ClassVar[int]
    access_modes: _containers.RepeatedScalarFieldContainer[str]
    """Required. How nodes and pods may mount the volume: `ReadWriteOnce`, `ReadOnlyMany`, `ReadWriteMany`, or
    `ReadWriteOncePod` alone.
    """
    storage_class_name: str
    """Optional. Name of the StorageClass; the cluster's default class when unset, and a volume without class when empty."""
    resources: VolumeResources
    """Required. How large the volume is."""
    volume_mode: str
    """Optional. `Filesystem` is mounted, `Block` is a device for `volumeDevices`; `Filesystem` when unset."""
    data_source: _references_pb2.TypedLocalObjectReference
    """Optional. What the volume is filled with at first: a VolumeSnapshot, or another claim to copy."""
    data_source_ref: _references_pb2.TypedObjectReference
    """Optional. The same of any kind that a populator of the cluster knows, and of any namespace."""
    volume_attributes_class_name: str
    """Optional. VolumeAttributesClass of the volume, such as one of faster disks."""
    selector: _selectors_pb2.LabelSelector
    """Optional. Which existing volumes will do, by their labels; any when unset."""
    def __init__(self, access_modes: _Optional[_Iterable[str]] = ..., storage_class_name: _Optional[str] = ..., resources: _Optional[_Union[VolumeResources, _Mapping]] = ..., volume_mode: _Optional[str] = ..., data_source: _Optional[_Union[_references_pb2.TypedLocalObjectReference, _Mapping]] = ..., data_source_ref: _Optional[_Union[_references_pb2.TypedObjectReference, _Mapping]] = ..., volume_attributes_class_name: _Optional[str] = ..., selector: _Optional[_Union[_selectors_pb2.LabelSelector, _Mapping]] = ...) -> None:
        """What a PersistentVolumeClaim claims.

        :param access_modes: Required. How nodes and pods may mount the volume: `ReadWriteOnce`, `ReadOnlyMany`, `ReadWriteMany`, or `ReadWriteOncePod` alone.
        :param storage_class_name: Optional. Name of the StorageClass; the cluster's default class when unset, and a volume without class when empty.
        :param resources: Required. How large the volume is.
        :param volume_mode: Optional. `Filesystem` is mounted, `Block` is a device for `volumeDevices`; `Filesystem` when unset.
        :param data_source: Optional. What the volume is filled with at first: a VolumeSnapshot, or another claim to copy.
        :param data_source_ref: Optional. The same of any kind that a populator of the cluster knows, and of any namespace.
        :param volume_attributes_class_name: Optional. VolumeAttributesClass of the volume, such as one of faster disks.
        :param selector: Optional. Which existing volumes will do, by their labels; any when unset.
        """

class VolumeResources(_message.Message):
    """How large a volume is."""
    __slots__ = ("requests", "limits")
    REQUESTS_FIELD_NUMBER: _ClassVar[int]
    LIMITS_FIELD_NUMBER: _ClassVar[int]
    requests: VolumeAmount
    """Required. The least it holds."""
    limits: VolumeAmount
    """Optional. The most it may hold."""
    def __init__(self, requests: _Optional[_Union[VolumeAmount, _Mapping]] = ..., limits: _Optional[_Union[VolumeAmount, _Mapping]] = ...) -> None:
        """How large a volume is.

        :param requests: Required. The least it holds.
        :param limits: Optional. The most it may hold.
        """

class VolumeAmount(_message.Message):
    """An amount of storage."""
    __slots__ = ("storage",)
    STORAGE_FIELD_NUMBER: _ClassVar[int]
    storage: str
    """Required. Kubernetes quantity such as `10Gi`."""
    def __init__(self, storage: _Optional[str] = ...) -> None:
        """An amount of storage.

        :param storage: Required. Kubernetes quantity such as `10Gi`.
        """
