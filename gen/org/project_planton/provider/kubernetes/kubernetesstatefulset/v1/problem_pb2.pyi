from buf.validate import validate_pb2 as _validate_pb2
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class KubernetesStatefulSetProblem(_message.Message):
    __slots__ = ("rule", "severity", "path", "field_path", "message", "hint", "place")
    class Severity(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        unspecified: _ClassVar[KubernetesStatefulSetProblem.Severity]
        error: _ClassVar[KubernetesStatefulSetProblem.Severity]
        warning: _ClassVar[KubernetesStatefulSetProblem.Severity]
        info: _ClassVar[KubernetesStatefulSetProblem.Severity]
    unspecified: KubernetesStatefulSetProblem.Severity
    error: KubernetesStatefulSetProblem.Severity
    warning: KubernetesStatefulSetProblem.Severity
    info: KubernetesStatefulSetProblem.Severity
    class Place(_message.Message):
        __slots__ = ("file", "line", "column", "end_line", "end_column")
        FILE_FIELD_NUMBER: _ClassVar[int]
        LINE_FIELD_NUMBER: _ClassVar[int]
        COLUMN_FIELD_NUMBER: _ClassVar[int]
        END_LINE_FIELD_NUMBER: _ClassVar[int]
        END_COLUMN_FIELD_NUMBER: _ClassVar[int]
        file: str
        line: int
        column: int
        end_line: int
        end_column: int
        def __init__(self, file: _Optional[str] = ..., line: _Optional[int] = ..., column: _Optional[int] = ..., end_line: _Optional[int] = ..., end_column: _Optional[int] = ...) -> None: ...
    RULE_FIELD_NUMBER: _ClassVar[int]
    SEVERITY_FIELD_NUMBER: _ClassVar[int]
    PATH_FIELD_NUMBER: _ClassVar[int]
    FIELD_PATH_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    HINT_FIELD_NUMBER: _ClassVar[int]
    PLACE_FIELD_NUMBER: _ClassVar[int]
    rule: str
    severity: KubernetesStatefulSetProblem.Severity
    path: str
    field_path: _validate_pb2.FieldPath
    message: str
    hint: str
    place: KubernetesStatefulSetProblem.Place
    def __init__(self, rule: _Optional[str] = ..., severity: _Optional[_Union[KubernetesStatefulSetProblem.Severity, str]] = ..., path: _Optional[str] = ..., field_path: _Optional[_Union[_validate_pb2.FieldPath, _Mapping]] = ..., message: _Optional[str] = ..., hint: _Optional[str] = ..., place: _Optional[_Union[KubernetesStatefulSetProblem.Place, _Mapping]] = ...) -> None: ...
