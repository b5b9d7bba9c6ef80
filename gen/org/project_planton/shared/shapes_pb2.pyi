from google.protobuf import descriptor_pb2 as _descriptor_pb2
from google.protobuf import descriptor as _descriptor
from typing import ClassVar as _ClassVar

DESCRIPTOR: _descriptor.FileDescriptor
NUMBER_OR_TEXT_FIELD_NUMBER: _ClassVar[int]
number_or_text: _descriptor.FieldDescriptor
"""The text is rendered as a number where it is one: Kubernetes takes a number, or a text such as a percentage or a name."""
LIST_FOR_MESSAGE_FIELD_NUMBER: _ClassVar[int]
list_for_message: _descriptor.FieldDescriptor
"""A list in the place of the message stands for this field of it: `env: [...]` for `env: {entries: [...]}`."""
STANDS_AMONG_FIELD_NUMBER: _ClassVar[int]
stands_among: _descriptor.FieldDescriptor
"""The field's values stand in manifests among those of this one, a map of the same message: a mapping there fills the one
map that a message of this field holds.
"""
