# SPDX-License-Identifier: Apache-2.0
"""Messages as the author of a service declares them: with rules of their own, beside fields that hold ours."""

from typing import Any

from google.protobuf import descriptor_pool
from google.protobuf.descriptor_pb2 import FieldDescriptorProto, FileDescriptorProto
from google.protobuf.message_factory import GetMessageClass

from planton_sts.messages import KubernetesStatefulSetStackInput, field_rules, message_rules

INPUT = KubernetesStatefulSetStackInput.DESCRIPTOR
TEXT, MESSAGE = FieldDescriptorProto.TYPE_STRING, FieldDescriptorProto.TYPE_MESSAGE


def request(name: str, *, rule: str = "", of_team: str = "", pattern: str = "") -> Any:
    """A type with a team of three letters or more and a stack input; CEL for its rules, and for the team's."""
    file = FileDescriptorProto(name=f"acme/{name}.proto", package="acme", syntax="proto3")
    file.dependency.extend([INPUT.file.name, "buf/validate/validate.proto"])
    declared = file.message_type.add(name=name)
    team = declared.field.add(name="team", json_name="team", number=1, type=TEXT, label=1)
    rules = team.options.Extensions[field_rules]
    rules.string.min_len = 3
    if pattern:
        rules.string.pattern = pattern
    if of_team:
        rules.cel.add(id=f"acme.{name}.team", message="must be right", expression=of_team)
    if rule:
        declared.options.Extensions[message_rules].cel.add(id=f"acme.{name}", message="must be right", expression=rule)
    declared.field.add(
        name="input", json_name="input", number=2, type=MESSAGE, type_name=f".{INPUT.full_name}", label=1
    )
    declared.field.add(name="many", json_name="many", number=3, type=MESSAGE, type_name=f".acme.{name}", label=3)
    pool: Any = descriptor_pool.Default()
    pool.Add(file)
    return GetMessageClass(pool.FindMessageTypeByName(f"acme.{name}"))
