# SPDX-License-Identifier: Apache-2.0
"""One rule by itself: message types that have no other, and no field that it does not name, so that asking is cheap."""

import re
from functools import cache
from typing import Any

from google.protobuf.descriptor import Descriptor, FieldDescriptor
from google.protobuf.descriptor_pb2 import DescriptorProto, FieldDescriptorProto, FileDescriptorProto
from google.protobuf.descriptor_pool import DescriptorPool
from google.protobuf.message_factory import GetMessageClass

from planton_sts.descent import reachable
from planton_sts.messages import Message, field_rules, is_map, message_rules, option


@cache
def expression_of(bearer: Descriptor, field: FieldDescriptor | None, rule: str) -> str:
    """What the rule of the message, or of its field, says in CEL; empty where it is not written so."""
    return next((one.expression for one in _own(bearer, field) if one.id == rule), "")


def _own(bearer: Descriptor, field: FieldDescriptor | None) -> Any:
    """The rules in CEL of the message, or of its field."""
    return option(field, field_rules).cel if field else option(bearer, message_rules).cel


# What protobuf publishes of its own types says too little of pools and of options.
@cache
def isolated(bearer: Any, field: FieldDescriptor | None, rule: str) -> Any:
    """A type like the message's that bears this one rule, on itself or on the field, and has the fields it names."""
    named = {*re.findall(r"\w+", expression_of(bearer, field, rule)), field.name if field else ""}
    # The engine remembers a type by its full name.
    package = f"isolated.{_name(rule)}"
    file = FileDescriptorProto(name=f"{package}.proto", package=package, syntax="proto3")
    for held in reachable(bearer):
        if not held.GetOptions().map_entry:
            file.message_type.append(_bare(held, package, named))
    copy: Any = next(one for one in file.message_type if one.name == _name(bearer.full_name))
    holder = next(one for one in copy.field if one.name == field.name) if field else copy
    rules = holder.options.Extensions[field_rules if field else message_rules]
    rules.cel.extend(one for one in _own(bearer, field) if one.id == rule)
    pool: Any = DescriptorPool()
    pool.Add(file)
    return GetMessageClass(pool.FindMessageTypeByName(f"{package}.{copy.name}"))


def _name(dotted: str) -> str:
    """The name in one word: all types stand in one file."""
    return dotted.replace(".", "_")


def _bare(descriptor: Any, package: str, named: set[str]) -> DescriptorProto:
    """The type without options, and without the fields that nobody names."""
    full = DescriptorProto()
    descriptor.CopyToProto(full)
    copy = DescriptorProto(name=_name(descriptor.full_name), nested_type=full.nested_type)
    copy.field.extend(field for field in full.field if field.name in named)
    for field in copy.field:
        _refer(field, f"{package}.{copy.name}" if is_map(descriptor.fields_by_name[field.name]) else "", package)
        if field.HasField("oneof_index"):
            name = full.oneof_decl[field.oneof_index].name
            if name not in [oneof.name for oneof in copy.oneof_decl]:
                copy.oneof_decl.add(name=name)
            field.oneof_index = [oneof.name for oneof in copy.oneof_decl].index(name)
    for entry in copy.nested_type:
        for field in entry.field:
            _refer(field, "", package)
    return copy


def _refer(field: FieldDescriptorProto, holder: str, package: str) -> None:
    """Let the field refer to the copy of its type, which for a map's entries stands in their holder."""
    field.ClearField("options")
    if field.type == field.TYPE_ENUM:
        field.type = field.TYPE_INT32
        field.ClearField("type_name")
    elif field.type == field.TYPE_MESSAGE:
        name = field.type_name.removeprefix(".")
        field.type_name = f".{holder}.{name.rpartition('.')[2]}" if holder else f".{package}.{_name(name)}"


def as_isolated(message: Message, kind: Any) -> Any:
    """What the message says in the fields that the isolated type has."""
    copy = kind.FromString(message.SerializeToString())
    copy.DiscardUnknownFields()
    return copy
