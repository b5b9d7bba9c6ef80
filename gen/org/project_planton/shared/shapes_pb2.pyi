from google.protobuf import descriptor_pb2 as _descriptor_pb2
from google.protobuf import descriptor as _descriptor
from typing import ClassVar as _ClassVar

DESCRIPTOR: _descriptor.FileDescriptor
NUMBER_OR_TEXT_FIELD_NUMBER: _ClassVar[int]
number_or_text: _descriptor.FieldDescriptor
"""The text is rendered as a number where it is one: Kubernetes takes a number, or a text such as a percentage or a name."""
SHORTHAND_FIELD_NUMBER: _ClassVar[int]
shorthand: _descriptor.FieldDescriptor
"""In a manifest, a scalar in the message's place stands for this field of it: `image: vault:1.7.1`."""
LIST_FOR_MESSAGE_FIELD_NUMBER: _ClassVar[int]
list_for_message: _descriptor.FieldDescriptor
"""In a manifest, a list in the message's place stands for this field of it: `env: [...]` for `env: {entries: [...]}`."""
STANDS_AMONG_FIELD_NUMBER: _ClassVar[int]
stands_among: _descriptor.FieldDescriptor
"""The field's values stand in manifests among those of this one, a map of the same message: a mapping there fills the one
map that a message of this field holds.
"""
INLINE_FIELD_NUMBER: _ClassVar[int]
inline: _descriptor.FieldDescriptor
"""In a manifest, the entries of the map stand in the message itself, beside its fields: `nvidia.com/gpu: 1`."""
NUMBER_OR_NAME_FIELD_NUMBER: _ClassVar[int]
number_or_name: _descriptor.FieldDescriptor
"""In a manifest, the oneof's name is a key: what is written as a number fills the member that takes one, and text the
other one: `port: 8080`, `port: http`.
"""
