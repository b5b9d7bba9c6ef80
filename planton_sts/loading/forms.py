# SPDX-License-Identifier: Apache-2.0
"""What a field takes, said by example."""

from functools import cache

from google.protobuf.descriptor import Descriptor, FieldDescriptor
from yaml import MappingNode, Node, ScalarNode, SequenceNode

from planton_sts.descent import reachable
from planton_sts.loading.meanings import WRITTEN
from planton_sts.messages import (
    KubernetesStatefulSetStackInput,
    default,
    field_rules,
    inline,
    is_map,
    json_object,
    list_for_message,
    number_or_name,
    option,
    shorthand,
)
from planton_sts.nodes.yaml_nodes import is_null
from planton_sts.problems import Complaint
from planton_sts.wording import or_list


def expected(field: FieldDescriptor) -> Complaint:
    """What the field's value must be."""
    message = field.message_type
    if is_map(field):
        return _refused("must be a mapping of names to values, such as `{name: value}`", _name(field))
    if field.is_repeated:
        words = "must be a list of mappings" + _keys(message) if message else "must be a list, such as `[a, b]`"
        return _refused(words, _name(field))
    return element(field)


def element(field: FieldDescriptor) -> Complaint:
    """What the field's value must be, or one element's where it is a list."""
    return expected_message(field.message_type) if field.message_type else _refused(_scalar(field), _name(field))


def entry(field: FieldDescriptor) -> Complaint:
    """What each value of the map must be."""
    value = field.message_type.fields_by_name["value"]
    return expected_message(value.message_type) if value.message_type else _refused(_scalar(value), _name(field))


def expected_message(message: Descriptor) -> Complaint:
    """What a value in the place of such a message must be."""
    if value_member(message):
        names = [member.json_name for member in message.fields]
        return _refused(f"must be text, or a mapping with {or_list(names)}", message.name)
    if scalar_member(message):
        return _refused("must be text, or a mapping" + _keys(message), message.name)
    words = "must be a mapping" + _keys(message) if message.fields else "must be an empty mapping, `{}`"
    if listed := list_member(message):
        words += ", or a list of mappings" + _keys(listed.message_type)
    return _refused(words, message.name)


def _refused(message: str, name: str) -> Complaint:
    return Complaint("load.type", message, WRITTEN.get(name, ""))


def written(field: FieldDescriptor) -> str:
    """What to write for a value of the wrong form, where more can be said than what the value must be."""
    return WRITTEN.get(_name(field)) or (WRITTEN.get(field.message_type.name, "") if field.message_type else "")


def _name(field: FieldDescriptor) -> str:
    return f"{field.containing_type.name}.{field.name}"


def value_member(message: Descriptor) -> FieldDescriptor | None:
    """The member that a plain scalar stands for, where the message is a value or a reference to one."""
    member = message.fields_by_name.get("value")
    one_of_two = member is not None and member.containing_oneof is not None and member.message_type is None
    return member if one_of_two else None


def list_member(message: Descriptor) -> FieldDescriptor | None:
    """The member that a list stands for."""
    return next((field for field in message.fields if option(field, list_for_message)), None)


@cache
def scalar_member(message: Descriptor) -> FieldDescriptor | None:
    """The member that a plain scalar stands for; None where the message is always a mapping."""
    marked = next((field for field in message.fields if option(field, shorthand)), None)
    return marked or value_member(message)


@cache
def keys_of_oneofs() -> dict[str, str]:
    """The names of the fields of oneofs that are written under the oneof's name, with that."""
    return {
        field.json_name: oneof.name
        for message in reachable(KubernetesStatefulSetStackInput.DESCRIPTOR)
        for oneof in message.oneofs
        if option(oneof, number_or_name)
        for field in oneof.fields
    }


@cache
def inline_names() -> frozenset[str]:
    """The names of the maps whose entries stand among the keys of what holds them."""
    messages = reachable(KubernetesStatefulSetStackInput.DESCRIPTOR)
    return frozenset(field.json_name for message in messages for field in message.fields if option(field, inline))


# The whole numbers, and what protovalidate calls the rules about them.
WHOLE = {FieldDescriptor.TYPE_INT32: "int32", FieldDescriptor.TYPE_INT64: "int64"}


def fits(field: FieldDescriptor, node: Node | None) -> bool:
    """Whether the value has the form of what the field takes: text, a list or a mapping; null and none have any."""
    if node is None or is_null(node):
        return True
    if field.is_repeated and not is_map(field):
        return isinstance(node, SequenceNode)
    message = field.message_type
    if isinstance(node, ScalarNode):
        return message is None or scalar_member(message) is not None
    if isinstance(node, SequenceNode):
        return message is not None and list_member(message) is not None
    return isinstance(node, MappingNode) and (message is not None or option(field, json_object))


def _keys(message: Descriptor) -> str:
    """The keys that most need to be known."""
    fields = sorted(message.fields, key=lambda field: not option(field, field_rules).required)
    return f" with keys such as {' and '.join(f'`{field.json_name}`' for field in fields[:2])}"


def _scalar(field: FieldDescriptor) -> str:
    if field.type == FieldDescriptor.TYPE_BOOL:
        return "must be `true` or `false`"
    if option(field, json_object):
        return "must be a mapping"
    rules = option(field, field_rules)
    if kind := WHOLE.get(field.type):
        example = [*map(str, getattr(rules, kind).example), option(field, default), "3"]
        return f"must be a whole number, such as `{next(filter(None, example))}`"
    return f"must be text, such as `{rules.string.example[0]}`" if rules.string.example else "must be text"
