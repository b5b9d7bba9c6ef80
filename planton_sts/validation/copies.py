# SPDX-License-Identifier: Apache-2.0
"""Message types like others, with some of their fields and some of their rules, so that asking is cheap."""

from collections.abc import Callable, Iterable
from typing import Any

from google.protobuf.descriptor import Descriptor, FieldDescriptor, FileDescriptor
from google.protobuf.descriptor_pb2 import DescriptorProto, FieldDescriptorProto, FileDescriptorProto
from google.protobuf.descriptor_pool import DescriptorPool
from google.protobuf.message_factory import GetMessageClass

from planton_sts.descent import reachable_by
from planton_sts.messages import is_map

# Whether a field is one of the copy's.
IsKept = Callable[[FieldDescriptor], bool]
# Gives the copy of a type, which comes bare, its rules.
Dress = Callable[[Descriptor, Any], None]


# What protobuf publishes of its own types says too little of pools and of options.
def copied(root: Any, package: str, is_kept: IsKept, dress: Dress, imports: Iterable[FileDescriptor] = ()) -> Any:
    """A type of the package like the root, which holds copies of what that can hold by the fields that are kept."""
    file = FileDescriptorProto(name=f"{package}.proto", package=package, syntax="proto3")
    imported = {*imports}
    for held in reachable_by(root, is_kept):
        if not held.GetOptions().map_entry:
            kept = [field for field in held.fields if is_kept(field)]
            imported |= {field.enum_type.file for field in kept if field.enum_type}
            copy = _bare(held, kept, package)
            dress(held, copy)
            file.message_type.append(copy)
    pool: Any = DescriptorPool()
    for other in imported:
        _add(other, pool)
    file.dependency.extend(other.name for other in imported)
    pool.Add(file)
    return GetMessageClass(pool.FindMessageTypeByName(f"{package}.{in_one_word(root.full_name)}"))


def in_one_word(dotted: str) -> str:
    """The name in one word: all types stand in one file."""
    return dotted.replace(".", "_")


def _add(file: FileDescriptor, pool: Any) -> None:
    """Add the file to the pool, after all that it imports."""
    for imported in file.dependencies:
        _add(imported, pool)
    pool.AddSerializedFile(file.serialized_pb)


def _bare(descriptor: Any, kept: list[FieldDescriptor], package: str) -> DescriptorProto:
    """The type without options, and with the fields that are kept."""
    full = DescriptorProto()
    descriptor.CopyToProto(full)
    names = {field.name for field in kept}
    entries = {field.message_type.name for field in kept if is_map(field)}
    copy = DescriptorProto(name=in_one_word(descriptor.full_name))
    copy.nested_type.extend(entry for entry in full.nested_type if entry.name in entries)
    copy.field.extend(field for field in full.field if field.name in names)
    # Those of a single optional field come last, and bear no choice.
    within = sorted((field.proto3_optional, field.oneof_index) for field in copy.field if field.HasField("oneof_index"))
    oneofs = {old: new for new, old in enumerate(dict.fromkeys(old for _, old in within))}
    for field in copy.field:
        _refer(field, f"{package}.{copy.name}" if is_map(descriptor.fields_by_name[field.name]) else "", package)
        if field.HasField("oneof_index"):
            field.oneof_index = oneofs[field.oneof_index]
    for old in oneofs:
        copy.oneof_decl.add(name=full.oneof_decl[old].name)
    for entry in copy.nested_type:
        for field in entry.field:
            _refer(field, "", package)
    return copy


def _refer(field: FieldDescriptorProto, holder: str, package: str) -> None:
    """Let the field refer to the copy of its type, which for a map's entries stands in their holder."""
    field.ClearField("options")
    if field.type == field.TYPE_MESSAGE:
        name = field.type_name.removeprefix(".")
        field.type_name = f".{holder}.{name.rpartition('.')[2]}" if holder else f".{package}.{in_one_word(name)}"
