from buf.validate import validate_pb2 as _validate_pb2
from org.project_planton.shared.relationship.v1 import relationship_pb2 as _relationship_pb2
from org.project_planton.shared import rules_pb2 as _rules_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class CloudResourceMetadata(_message.Message):
    """Who a resource is: its name, where it belongs, and what people and tools attach to it."""
    __slots__ = ("name", "slug", "id", "org", "env", "labels", "annotations", "tags", "relationships", "group")
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
    NAME_FIELD_NUMBER: _ClassVar[int]
    SLUG_FIELD_NUMBER: _ClassVar[int]
    ID_FIELD_NUMBER: _ClassVar[int]
    ORG_FIELD_NUMBER: _ClassVar[int]
    ENV_FIELD_NUMBER: _ClassVar[int]
    LABELS_FIELD_NUMBER: _ClassVar[int]
    ANNOTATIONS_FIELD_NUMBER: _ClassVar[int]
    TAGS_FIELD_NUMBER: _ClassVar[int]
    RELATIONSHIPS_FIELD_NUMBER: _ClassVar[int]
    GROUP_FIELD_NUMBER: _ClassVar[int]
    name: str
    """Required. Name of the resource, unique among those of its kind in an environment.
    It names the StatefulSet and its Services, and begins the names of pods, claims and all else that is rendered:
    lower-case letters, digits and `-`, a letter first, at most 52 characters.
    """
    slug: str
    """Optional. The name in a form fit for an address bar; nothing is rendered from it."""
    id: str
    """Optional. Identifier that the platform gave the resource, such as `k8ssts-01h8`; rendered as label `planton.ai/id`."""
    org: str
    """Optional. Organization that owns the resource; rendered as label `planton.ai/organization`."""
    env: str
    """Optional. Environment the resource belongs to, such as `prod`; rendered as label `planton.ai/environment`."""
    labels: _containers.ScalarMap[str, str]
    """Optional. Labels for every rendered object, beside those the renderer sets and owns.
    A key under `kubernetes.project-planton.org/` is an instruction to the tools and is not rendered.
    """
    annotations: _containers.ScalarMap[str, str]
    """Optional. Annotations for the rendered workload."""
    tags: _containers.RepeatedScalarFieldContainer[str]
    """Optional. Words to find the resource by; nothing is rendered from them."""
    relationships: _containers.RepeatedCompositeFieldContainer[_relationship_pb2.CloudResourceRelationship]
    """Optional. How the resource stands to others."""
    group: str
    """Optional. Name under which the platform's console shows related resources together; nothing is rendered from it."""
    def __init__(self, name: _Optional[str] = ..., slug: _Optional[str] = ..., id: _Optional[str] = ..., org: _Optional[str] = ..., env: _Optional[str] = ..., labels: _Optional[_Mapping[str, str]] = ..., annotations: _Optional[_Mapping[str, str]] = ..., tags: _Optional[_Iterable[str]] = ..., relationships: _Optional[_Iterable[_Union[_relationship_pb2.CloudResourceRelationship, _Mapping]]] = ..., group: _Optional[str] = ...) -> None:
        """Who a resource is: its name, where it belongs, and what people and tools attach to it.

        :param name: Required. Name of the resource, unique among those of its kind in an environment. It names the StatefulSet and its Services, and begins the names of pods, claims and all else that is rendered: lower-case letters, digits and `-`, a letter first, at most 52 characters.
        :param slug: Optional. The name in a form fit for an address bar; nothing is rendered from it.
        :param id: Optional. Identifier that the platform gave the resource, such as `k8ssts-01h8`; rendered as label `planton.ai/id`.
        :param org: Optional. Organization that owns the resource; rendered as label `planton.ai/organization`.
        :param env: Optional. Environment the resource belongs to, such as `prod`; rendered as label `planton.ai/environment`.
        :param labels: Optional. Labels for every rendered object, beside those the renderer sets and owns. A key under `kubernetes.project-planton.org/` is an instruction to the tools and is not rendered.
        :param annotations: Optional. Annotations for the rendered workload.
        :param tags: Optional. Words to find the resource by; nothing is rendered from them.
        :param relationships: Optional. How the resource stands to others.
        :param group: Optional. Name under which the platform's console shows related resources together; nothing is rendered from it.
        """
