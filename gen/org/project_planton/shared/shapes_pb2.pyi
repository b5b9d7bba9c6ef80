from google.protobuf import descriptor_pb2 as _descriptor_pb2
from google.protobuf import descriptor as _descriptor
from typing import ClassVar as _ClassVar

DESCRIPTOR: _descriptor.FileDescriptor
NUMBER_OR_TEXT_FIELD_NUMBER: _ClassVar[int]
number_or_text: _descriptor.FieldDescriptor
"""The text is rendered as a number where it is one: Kubernetes takes a number, or a text such as a percentage or a name."""
STANDS_AMONG_FIELD_NUMBER: _ClassVar[int]
stands_among: _descriptor.FieldDescriptor
"""The field's values stand in manifests among those of this one, a map of the same message: a mapping there fills the one
map that a message of this field holds.
"""
