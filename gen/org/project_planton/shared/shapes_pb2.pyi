from google.protobuf import descriptor_pb2 as _descriptor_pb2
from google.protobuf import descriptor as _descriptor
from typing import ClassVar as _ClassVar

DESCRIPTOR: _descriptor.FileDescriptor
NUMBER_OR_TEXT_FIELD_NUMBER: _ClassVar[int]
number_or_text: _descriptor.FieldDescriptor
"""The text is rendered as a number where it is one: Kubernetes takes a number, or a text such as a percentage or a name."""
JSON_OBJECT_FIELD_NUMBER: _ClassVar[int]
json_object: _descriptor.FieldDescriptor
"""The text is that of a JSON object; in a manifest it is a mapping."""
