from google.protobuf import descriptor_pb2 as _descriptor_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Optional as _Optional

DESCRIPTOR: _descriptor.FileDescriptor
DEFAULT_FIELD_NUMBER: _ClassVar[int]
default: _descriptor.FieldDescriptor
"""The value that stands in for the field when it is unset, written as it would be in a manifest."""
RECOMMENDED_DEFAULT_FIELD_NUMBER: _ClassVar[int]
recommended_default: _descriptor.FieldDescriptor
"""A value worth writing for a field that has no default."""
RECOMMENDED_DEFAULT_MAP_FIELD_NUMBER: _ClassVar[int]
recommended_default_map: _descriptor.FieldDescriptor
"""The same for a map field: entries worth writing."""
DISPLAY_LABEL_FIELD_NUMBER: _ClassVar[int]
display_label: _descriptor.FieldDescriptor
"""The name under which an enum value is shown to people."""

class KeyValuePair(_message.Message):
    """One entry of a map of text to text."""
    __slots__ = ("key", "value")
    KEY_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    key: str
    """Required. The entry's key."""
    value: str
    """Optional. The entry's value."""
    def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None:
        """One entry of a map of text to text.

        :param key: Required. The entry's key.
        :param value: Optional. The entry's value.
        """
