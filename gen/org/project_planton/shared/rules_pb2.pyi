from buf.validate import validate_pb2 as _validate_pb2
from google.protobuf import descriptor as _descriptor
from typing import ClassVar as _ClassVar

DESCRIPTOR: _descriptor.FileDescriptor
DNS_LABEL_FIELD_NUMBER: _ClassVar[int]
dns_label: _descriptor.FieldDescriptor
"""A DNS label: the name of a namespace, a container, a volume."""
WORKLOAD_NAME_FIELD_NUMBER: _ClassVar[int]
workload_name: _descriptor.FieldDescriptor
"""The name of a StatefulSet. It also names Services, which before Kubernetes 1.36 must start with a letter; and its
pods bear a label of 11 characters more, without which none is ever created, so it ends at 52.
"""
DNS_SUBDOMAIN_FIELD_NUMBER: _ClassVar[int]
dns_subdomain: _descriptor.FieldDescriptor
"""A DNS subdomain: the name of most objects."""
QUALIFIED_NAME_FIELD_NUMBER: _ClassVar[int]
qualified_name: _descriptor.FieldDescriptor
"""A qualified name: the key of a label, an application protocol."""
ANNOTATION_KEY_FIELD_NUMBER: _ClassVar[int]
annotation_key: _descriptor.FieldDescriptor
"""The key of an annotation: a qualified name whose DNS name may have upper-case letters."""
LABEL_VALUE_FIELD_NUMBER: _ClassVar[int]
label_value: _descriptor.FieldDescriptor
"""The value of a label; it may be empty."""
PORT_NAME_FIELD_NUMBER: _ClassVar[int]
port_name: _descriptor.FieldDescriptor
"""The name of a container's port."""
ENV_NAME_FIELD_NUMBER: _ClassVar[int]
env_name: _descriptor.FieldDescriptor
"""The name of an environment variable. Servers from 1.32 on also take other characters (`1A`, `A/B`), but older ones
refuse them, shells cannot read them, and a Secret cannot hold them as keys.
"""
DATA_KEY_FIELD_NUMBER: _ClassVar[int]
data_key: _descriptor.FieldDescriptor
"""A key of a Secret or a ConfigMap."""
ABSOLUTE_PATH_FIELD_NUMBER: _ClassVar[int]
absolute_path: _descriptor.FieldDescriptor
"""A place in a container or on a node. The API server takes any text. A relative path means one thing to people and
another to the kubelet, and the system bounds a path (4,095 bytes) and each part of it (255).
"""
RELATIVE_PATH_FIELD_NUMBER: _ClassVar[int]
relative_path: _descriptor.FieldDescriptor
"""A place within a volume."""
QUANTITY_FIELD_NUMBER: _ClassVar[int]
quantity: _descriptor.FieldDescriptor
"""A Kubernetes quantity. The server also takes one without digits (`Gi`) or between spaces; nobody means the one, and
other readers of the message refuse the other.
"""
WHOLE_BYTES_FIELD_NUMBER: _ClassVar[int]
whole_bytes: _descriptor.FieldDescriptor
"""An amount of bytes. The server warns of thousandths and of fractions without unit, and takes them; no volume and no
process fits into less than a byte.
"""
IMAGE_REPOSITORY_FIELD_NUMBER: _ClassVar[int]
image_repository: _descriptor.FieldDescriptor
"""An image's name without tag and digest, as a container runtime parses it. The API server takes any text."""
IMAGE_TAG_FIELD_NUMBER: _ClassVar[int]
image_tag: _descriptor.FieldDescriptor
"""A tag, a digest, or a tag with a digest."""
IMAGE_REFERENCE_FIELD_NUMBER: _ClassVar[int]
image_reference: _descriptor.FieldDescriptor
"""A whole image reference."""
HEADER_NAME_FIELD_NUMBER: _ClassVar[int]
header_name: _descriptor.FieldDescriptor
"""The name of an HTTP header, as the kubelet's probes take it."""
POD_COUNT_FIELD_NUMBER: _ClassVar[int]
pod_count: _descriptor.FieldDescriptor
"""A number of pods, or a share of them."""
FIELD_PATH_FIELD_NUMBER: _ClassVar[int]
field_path: _descriptor.FieldDescriptor
"""The path of a field from a resource's root."""
BASE64_FIELD_NUMBER: _ClassVar[int]
base64: _descriptor.FieldDescriptor
"""Bytes in base64, line breaks allowed."""
FREE_ANNOTATION_FIELD_NUMBER: _ClassVar[int]
free_annotation: _descriptor.FieldDescriptor
"""The key of an annotation that steers no pod: the server refuses the others on most pods, or has fields in their place."""
IP_ADDRESS_FIELD_NUMBER: _ClassVar[int]
ip_address: _descriptor.FieldDescriptor
"""An address of version 4 or 6, as the server takes it: without a zone, and of version 4 in its own notation."""
FILE_IN_VOLUME_FIELD_NUMBER: _ClassVar[int]
file_in_volume: _descriptor.FieldDescriptor
"""The path of a file that the kubelet writes into a volume; names that start with `..` it keeps for itself."""
SERVICE_NAME_FIELD_NUMBER: _ClassVar[int]
service_name: _descriptor.FieldDescriptor
"""The name of a Service, which before Kubernetes 1.36 must start with a letter."""
FILE_MODE_FIELD_NUMBER: _ClassVar[int]
file_mode: _descriptor.FieldDescriptor
"""Permission bits of a file."""
COMMAND_FIELD_NUMBER: _ClassVar[int]
command: _descriptor.FieldDescriptor
"""A program and its arguments. The API server takes an empty program, and no runtime can start it."""
