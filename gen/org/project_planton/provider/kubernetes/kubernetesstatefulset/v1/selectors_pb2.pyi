from buf.validate import validate_pb2 as _validate_pb2
from org.project_planton.shared import rules_pb2 as _rules_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class LabelSelector(_message.Message):
    """Which objects are meant, by their labels: those that all of it holds for, so an empty selector means every one."""
    __slots__ = ("match_labels", "match_expressions")
    class MatchLabelsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    MATCH_LABELS_FIELD_NUMBER: _ClassVar[int]
    MATCH_EXPRESSIONS_FIELD_NUMBER: _ClassVar[int]
    match_labels: _containers.ScalarMap[str, str]
    """Optional. Labels that they have, with these values."""
    match_expressions: _containers.RepeatedCompositeFieldContainer[LabelRequirement]
    """Optional. What else their labels are held to."""
    def __init__(self, match_labels: _Optional[_Mapping[str, str]] = ..., match_expressions: _Optional[_Iterable[_Union[LabelRequirement, _Mapping]]] = ...) -> None:
        """Which objects are meant, by their labels: those that all of it holds for, so an empty selector means every one.

        :param match_labels: Optional. Labels that they have, with these values.
        :param match_expressions: Optional. What else their labels are held to.
        """

class LabelRequirement(_message.Message):
    """What a label is held to."""
    __slots__ = ("key", "operator", "values")
    KEY_FIELD_NUMBER: _ClassVar[int]
    OPERATOR_FIELD_NUMBER: _ClassVar[int]
    VALUES_FIELD_NUMBER: _ClassVar[int]
    key: str
    """Required. Key of the label."""
    operator: str
    """Required. `In` or `NotIn` for one of the values or none of them, `Exists` or `DoesNotExist` for any value at all or
    none; for labels of nodes also `Gt` or `Lt` for a greater or a smaller number. `NotIn` holds without the label too.
    """
    values: _containers.RepeatedScalarFieldContainer[str]
    """Optional. The values of `In` and `NotIn`, the number of `Gt` and `Lt`."""
    def __init__(self, key: _Optional[str] = ..., operator: _Optional[str] = ..., values: _Optional[_Iterable[str]] = ...) -> None:
        """What a label is held to.

        :param key: Required. Key of the label.
        :param operator: Required. `In` or `NotIn` for one of the values or none of them, `Exists` or `DoesNotExist` for any value at all or none; for labels of nodes also `Gt` or `Lt` for a greater or a smaller number. `NotIn` holds without the label too.
        :param values: Optional. The values of `In` and `NotIn`, the number of `Gt` and `Lt`.
        """
