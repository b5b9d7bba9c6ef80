from buf.validate import validate_pb2 as _validate_pb2
from org.project_planton.shared.options import options_pb2 as _options_pb2
from org.project_planton.shared import rules_pb2 as _rules_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Optional as _Optional

DESCRIPTOR: _descriptor.FileDescriptor

class KubernetesStatefulSetSpread(_message.Message):
    """Over which places the pods are spread, so that one that fails takes as few of them with it as can be."""
    __slots__ = ("across", "mode")
    ACROSS_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    across: str
    """Optional. Label of nodes: those with one value are one place. `kubernetes.io/hostname` for each node by itself,
    `topology.kubernetes.io/zone` for each zone. `kubernetes.io/hostname` when unset.
    """
    mode: str
    """Optional. `required` lets a pod wait for a place: for a node that has none of the pods, or for a zone that has no
    more of them than any other; `preferred` lets it run elsewhere meanwhile. `preferred` when unset.
    """
    def __init__(self, across: _Optional[str] = ..., mode: _Optional[str] = ...) -> None:
        """Over which places the pods are spread, so that one that fails takes as few of them with it as can be.

        :param across: Optional. Label of nodes: those with one value are one place. `kubernetes.io/hostname` for each node by itself, `topology.kubernetes.io/zone` for each zone. `kubernetes.io/hostname` when unset.
        :param mode: Optional. `required` lets a pod wait for a place: for a node that has none of the pods, or for a zone that has no more of them than any other; `preferred` lets it run elsewhere meanwhile. `preferred` when unset.
        """
