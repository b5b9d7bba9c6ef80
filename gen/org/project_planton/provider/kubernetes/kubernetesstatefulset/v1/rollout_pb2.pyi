from buf.validate import validate_pb2 as _validate_pb2
from org.project_planton.shared import shapes_pb2 as _shapes_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class KubernetesStatefulSetUpdateStrategy(_message.Message):
    """How a change reaches the pods that run."""
    __slots__ = ("type", "rolling_update")
    TYPE_FIELD_NUMBER: _ClassVar[int]
    ROLLING_UPDATE_FIELD_NUMBER: _ClassVar[int]
    type: str
    """Optional. `RollingUpdate` replaces the pods one after another, from the last down; `OnDelete` leaves each as it is
    until somebody deletes it. `RollingUpdate` when unset.
    """
    rolling_update: KubernetesStatefulSetRollingUpdate
    """Optional. How far and how fast the replacing goes."""
    def __init__(self, type: _Optional[str] = ..., rolling_update: _Optional[_Union[KubernetesStatefulSetRollingUpdate, _Mapping]] = ...) -> None:
        """How a change reaches the pods that run.

        :param type: Optional. `RollingUpdate` replaces the pods one after another, from the last down; `OnDelete` leaves each as it is until somebody deletes it. `RollingUpdate` when unset.
        :param rolling_update: Optional. How far and how fast the replacing goes.
        """

class KubernetesStatefulSetRollingUpdate(_message.Message):
    """How far and how fast pods are replaced."""
    __slots__ = ("partition", "max_unavailable")
    PARTITION_FIELD_NUMBER: _ClassVar[int]
    MAX_UNAVAILABLE_FIELD_NUMBER: _ClassVar[int]
    partition: int
    """Optional. Pods with an ordinal below this one keep the old revision, also when they are made anew; for a canary, the
    ordinal of the last pod. 0 when unset.
    """
    max_unavailable: str
    """Optional. How many pods may be down meanwhile: a number such as `2` or a percentage such as `50%`; 1 when unset.
    Clusters whose MaxUnavailableStatefulSet is not switched on drop it.
    """
    def __init__(self, partition: _Optional[int] = ..., max_unavailable: _Optional[str] = ...) -> None:
        """How far and how fast pods are replaced.

        :param partition: Optional. Pods with an ordinal below this one keep the old revision, also when they are made anew; for a canary, the ordinal of the last pod. 0 when unset.
        :param max_unavailable: Optional. How many pods may be down meanwhile: a number such as `2` or a percentage such as `50%`; 1 when unset. Clusters whose MaxUnavailableStatefulSet is not switched on drop it.
        """

class KubernetesStatefulSetOrdinals(_message.Message):
    """How the pods are numbered."""
    __slots__ = ("start",)
    START_FIELD_NUMBER: _ClassVar[int]
    start: int
    """Optional. Number of the first pod, so that a set can be taken over from another one pod by pod; 0 when unset."""
    def __init__(self, start: _Optional[int] = ...) -> None:
        """How the pods are numbered.

        :param start: Optional. Number of the first pod, so that a set can be taken over from another one pod by pod; 0 when unset.
        """

class KubernetesStatefulSetClaimRetentionPolicy(_message.Message):
    """What becomes of the claims, and with them of the data."""
    __slots__ = ("when_deleted", "when_scaled")
    WHEN_DELETED_FIELD_NUMBER: _ClassVar[int]
    WHEN_SCALED_FIELD_NUMBER: _ClassVar[int]
    when_deleted: str
    """Optional. When the StatefulSet is deleted: `Retain` keeps the claims, `Delete` deletes them with all data.
    `Retain` when unset.
    """
    when_scaled: str
    """Optional. When pods are scaled away: `Retain` keeps their claims, `Delete` deletes them with all data.
    `Retain` when unset.
    """
    def __init__(self, when_deleted: _Optional[str] = ..., when_scaled: _Optional[str] = ...) -> None:
        """What becomes of the claims, and with them of the data.

        :param when_deleted: Optional. When the StatefulSet is deleted: `Retain` keeps the claims, `Delete` deletes them with all data. `Retain` when unset.
        :param when_scaled: Optional. When pods are scaled away: `Retain` keeps their claims, `Delete` deletes them with all data. `Retain` when unset.
        """
