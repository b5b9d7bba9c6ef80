from buf.validate import validate_pb2 as _validate_pb2
from org.project_planton.shared.options import options_pb2 as _options_pb2
from org.project_planton.shared import rules_pb2 as _rules_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class KubernetesStatefulSetServiceAccount(_message.Message):
    """The account that the pods run as, and what it may do. Whether its credentials are there as files is said in
    `spec.pod.automountServiceAccountToken`.
    """
    __slots__ = ("name", "create", "labels", "annotations", "rules", "role_name")
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
    CREATE_FIELD_NUMBER: _ClassVar[int]
    LABELS_FIELD_NUMBER: _ClassVar[int]
    ANNOTATIONS_FIELD_NUMBER: _ClassVar[int]
    RULES_FIELD_NUMBER: _ClassVar[int]
    ROLE_NAME_FIELD_NUMBER: _ClassVar[int]
    name: str
    """Optional. Name of the account; that of the application when unset. Required when `create` is false."""
    create: bool
    """Optional. Whether to render the account; when false it must exist already. True when unset."""
    labels: _containers.ScalarMap[str, str]
    """Optional. Labels of the account, beside those that every object has."""
    annotations: _containers.ScalarMap[str, str]
    """Optional. Annotations of the account, such as those by which a cloud gives it an identity:
    `eks.amazonaws.com/role-arn`, `iam.gke.io/gcp-service-account`, `azure.workload.identity/client-id`.
    """
    rules: _containers.RepeatedCompositeFieldContainer[PolicyRule]
    """Optional. What the account may do in the namespace of the pods, as the rules of a Role, which is rendered with a
    RoleBinding; the discovery of peers asks the cluster for endpoints or pods.
    """
    role_name: str
    """Optional. Name of the Role with the rules, and of its RoleBinding; that of the application when unset."""
    def __init__(self, name: _Optional[str] = ..., create: bool = ..., labels: _Optional[_Mapping[str, str]] = ..., annotations: _Optional[_Mapping[str, str]] = ..., rules: _Optional[_Iterable[_Union[PolicyRule, _Mapping]]] = ..., role_name: _Optional[str] = ...) -> None:
        """The account that the pods run as, and what it may do. Whether its credentials are there as files is said in
        `spec.pod.automountServiceAccountToken`.

        :param name: Optional. Name of the account; that of the application when unset. Required when `create` is false.
        :param create: Optional. Whether to render the account; when false it must exist already. True when unset.
        :param labels: Optional. Labels of the account, beside those that every object has.
        :param annotations: Optional. Annotations of the account, such as those by which a cloud gives it an identity: `eks.amazonaws.com/role-arn`, `iam.gke.io/gcp-service-account`, `azure.workload.identity/client-id`.
        :param rules: Optional. What the account may do in the namespace of the pods, as the rules of a Role, which is rendered with a RoleBinding; the discovery of peers asks the cluster for endpoints or pods.
        :param role_name: Optional. Name of the Role with the rules, and of its RoleBinding; that of the application when unset.
        """

class PolicyRule(_message.Message):
    """What may be done with some kinds of objects."""
    __slots__ = ("api_groups", "resources", "resource_names", "verbs")
    API_GROUPS_FIELD_NUMBER: _ClassVar[int]
    RESOURCES_FIELD_NUMBER: _ClassVar[int]
    RESOURCE_NAMES_FIELD_NUMBER: _ClassVar[int]
    VERBS_FIELD_NUMBER: _ClassVar[int]
    api_groups: _containers.RepeatedScalarFieldContainer[str]
    """Required. API groups of the objects, without version: `""` is the core, `apps` that of StatefulSets, `*` is all."""
    resources: _containers.RepeatedScalarFieldContainer[str]
    """Required. The kinds of objects, in plural and lower case: `pods`, `leases`; `pods/log` is a part of them, `*` is all."""
    resource_names: _containers.RepeatedScalarFieldContainer[str]
    """Optional. Names of the objects; any when unset. Nothing can be created or listed by name."""
    verbs: _containers.RepeatedScalarFieldContainer[str]
    """Required. What may be done: `get`, `list`, `watch`, `create`, `update`, `patch`, `delete`, `deletecollection`; `*` is
    all.
    """
    def __init__(self, api_groups: _Optional[_Iterable[str]] = ..., resources: _Optional[_Iterable[str]] = ..., resource_names: _Optional[_Iterable[str]] = ..., verbs: _Optional[_Iterable[str]] = ...) -> None:
        """What may be done with some kinds of objects.

        :param api_groups: Required. API groups of the objects, without version: `""` is the core, `apps` that of StatefulSets, `*` is all.
        :param resources: Required. The kinds of objects, in plural and lower case: `pods`, `leases`; `pods/log` is a part of them, `*` is all.
        :param resource_names: Optional. Names of the objects; any when unset. Nothing can be created or listed by name.
        :param verbs: Required. What may be done: `get`, `list`, `watch`, `create`, `update`, `patch`, `delete`, `deletecollection`; `*` is all.
        """
