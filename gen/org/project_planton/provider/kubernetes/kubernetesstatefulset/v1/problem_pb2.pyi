from buf.validate import validate_pb2 as _validate_pb2
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class KubernetesStatefulSetProblem(_message.Message):
    """One thing wrong with a manifest, for services that hand on what validation found."""
    __slots__ = ("rule", "severity", "path", "field_path", "message", "hint", "place")
    class Severity(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        """How bad a problem is."""
        __slots__ = ()
        unspecified: _ClassVar[KubernetesStatefulSetProblem.Severity]
        """Not said."""
        error: _ClassVar[KubernetesStatefulSetProblem.Severity]
        """A cluster would refuse it or could not run it."""
        warning: _ClassVar[KubernetesStatefulSetProblem.Severity]
        """It is legal and unwise, or cannot be known from the manifest alone."""
        info: _ClassVar[KubernetesStatefulSetProblem.Severity]
        """It is good to know."""
    unspecified: KubernetesStatefulSetProblem.Severity
    """Not said."""
    error: KubernetesStatefulSetProblem.Severity
    """A cluster would refuse it or could not run it."""
    warning: KubernetesStatefulSetProblem.Severity
    """It is legal and unwise, or cannot be known from the manifest alone."""
    info: KubernetesStatefulSetProblem.Severity
    """It is good to know."""
    class Place(_message.Message):
        """A stretch of a text. Lines and columns count from 1; 0 is not known."""
        __slots__ = ("file", "line", "column", "end_line", "end_column")
        FILE_FIELD_NUMBER: _ClassVar[int]
        LINE_FIELD_NUMBER: _ClassVar[int]
        COLUMN_FIELD_NUMBER: _ClassVar[int]
        END_LINE_FIELD_NUMBER: _ClassVar[int]
        END_COLUMN_FIELD_NUMBER: _ClassVar[int]
        file: str
        """Name of the text."""
        line: int
        """Line on which it begins."""
        column: int
        """Column at which it begins."""
        end_line: int
        """Line on which it ends."""
        end_column: int
        """Column before which it ends."""
        def __init__(self, file: _Optional[str] = ..., line: _Optional[int] = ..., column: _Optional[int] = ..., end_line: _Optional[int] = ..., end_column: _Optional[int] = ...) -> None:
            """A stretch of a text. Lines and columns count from 1; 0 is not known.

            :param file: Name of the text.
            :param line: Line on which it begins.
            :param column: Column at which it begins.
            :param end_line: Line on which it ends.
            :param end_column: Column before which it ends.
            """
    RULE_FIELD_NUMBER: _ClassVar[int]
    SEVERITY_FIELD_NUMBER: _ClassVar[int]
    PATH_FIELD_NUMBER: _ClassVar[int]
    FIELD_PATH_FIELD_NUMBER: _ClassVar[int]
    MESSAGE_FIELD_NUMBER: _ClassVar[int]
    HINT_FIELD_NUMBER: _ClassVar[int]
    PLACE_FIELD_NUMBER: _ClassVar[int]
    rule: str
    """The rule that is broken, such as `string.workload_name`; the same in every release."""
    severity: KubernetesStatefulSetProblem.Severity
    """How bad it is."""
    path: str
    """The field as people write it, such as `spec.volumeClaimTemplates[0].size`; empty for the whole message."""
    field_path: _validate_pb2.FieldPath
    """The same field for programs, as protovalidate names it; as far as the path leads to fields of the message."""
    message: str
    """What the value must be: a predicate in lower case, such as `must be set`."""
    hint: str
    """What to write instead, where more can be said."""
    place: KubernetesStatefulSetProblem.Place
    """Where it stands, where it was read from a text."""
    def __init__(self, rule: _Optional[str] = ..., severity: _Optional[_Union[KubernetesStatefulSetProblem.Severity, str]] = ..., path: _Optional[str] = ..., field_path: _Optional[_Union[_validate_pb2.FieldPath, _Mapping]] = ..., message: _Optional[str] = ..., hint: _Optional[str] = ..., place: _Optional[_Union[KubernetesStatefulSetProblem.Place, _Mapping]] = ...) -> None:
        """One thing wrong with a manifest, for services that hand on what validation found.

        :param rule: The rule that is broken, such as `string.workload_name`; the same in every release.
        :param severity: How bad it is.
        :param path: The field as people write it, such as `spec.volumeClaimTemplates[0].size`; empty for the whole message.
        :param field_path: The same field for programs, as protovalidate names it; as far as the path leads to fields of the message.
        :param message: What the value must be: a predicate in lower case, such as `must be set`.
        :param hint: What to write instead, where more can be said.
        :param place: Where it stands, where it was read from a text.
        """
