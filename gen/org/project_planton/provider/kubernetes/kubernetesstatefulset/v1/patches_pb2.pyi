from buf.validate import validate_pb2 as _validate_pb2
from org.project_planton.shared import rules_pb2 as _rules_pb2
from org.project_planton.shared import shapes_pb2 as _shapes_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class KubernetesStatefulSetPatch(_message.Message):
    """A change to one object after it is rendered, for what no other field of this API says."""
    __slots__ = ("target", "patch")
    TARGET_FIELD_NUMBER: _ClassVar[int]
    PATCH_FIELD_NUMBER: _ClassVar[int]
    target: KubernetesStatefulSetPatchTarget
    """Required. The object to change."""
    patch: str
    """Required. The change, a strategic merge patch: a mapping with the part of the object that becomes other, such as
    `{spec: {template: {spec: {setHostnameAsFQDN: true}}}}`. Lists are merged by Kubernetes' own keys, such as the names of
    containers, or else replaced; null takes away; `$patch` and `$retainKeys` mean what they mean to kubectl.
    It may change neither selector, name nor namespace. On the wire it is the text of a JSON object.
    """
    def __init__(self, target: _Optional[_Union[KubernetesStatefulSetPatchTarget, _Mapping]] = ..., patch: _Optional[str] = ...) -> None:
        """A change to one object after it is rendered, for what no other field of this API says.

        :param target: Required. The object to change.
        :param patch: Required. The change, a strategic merge patch: a mapping with the part of the object that becomes other, such as `{spec: {template: {spec: {setHostnameAsFQDN: true}}}}`. Lists are merged by Kubernetes' own keys, such as the names of containers, or else replaced; null takes away; `$patch` and `$retainKeys` mean what they mean to kubectl. It may change neither selector, name nor namespace. On the wire it is the text of a JSON object.
        """

class KubernetesStatefulSetPatchTarget(_message.Message):
    """Which of the rendered objects is meant."""
    __slots__ = ("kind", "name")
    KIND_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    kind: str
    """Required. Kind of the object, such as `StatefulSet`."""
    name: str
    """Optional. Name of the object; needed where there are several of the kind."""
    def __init__(self, kind: _Optional[str] = ..., name: _Optional[str] = ...) -> None:
        """Which of the rendered objects is meant.

        :param kind: Required. Kind of the object, such as `StatefulSet`.
        :param name: Optional. Name of the object; needed where there are several of the kind.
        """
