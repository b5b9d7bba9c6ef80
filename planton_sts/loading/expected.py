# SPDX-License-Identifier: Apache-2.0
"""What a field takes, said by example."""

from google.protobuf.descriptor import Descriptor, FieldDescriptor

from planton_sts.messages import default, field_rules, option


def expected(field: FieldDescriptor) -> str:
    """What the field's value must be."""
    message = field.message_type
    if message is not None and message.GetOptions().map_entry:
        return "must be a mapping of names to values, such as `{name: value}`"
    if field.is_repeated:
        return "must be a list of mappings" + _keys(message) if message else "must be a list, such as `[a, b]`"
    return element(field)


def element(field: FieldDescriptor) -> str:
    """What the field's value must be, or one element's where it is a list or a mapping."""
    return expected_message(field.message_type) if field.message_type else _scalar(field)


def expected_message(message: Descriptor) -> str:
    """What a value in the place of such a message must be."""
    if value_member(message):
        names = [f"`{member.json_name}`" for member in message.fields]
        return f"must be text, or a mapping with {' or '.join(names)}"
    return "must be a mapping" + _keys(message) if message.fields else "must be an empty mapping, `{}`"


def value_member(message: Descriptor) -> FieldDescriptor | None:
    """The member that a plain scalar stands for, where the message is a value or a reference to one."""
    member = message.fields_by_name.get("value")
    one_of_two = member is not None and member.containing_oneof is not None and member.message_type is None
    return member if one_of_two else None


def _keys(message: Descriptor) -> str:
    """The keys that most need to be known."""
    fields = sorted(message.fields, key=lambda field: not option(field, field_rules).required)
    return f" with keys such as {' and '.join(f'`{field.json_name}`' for field in fields[:2])}"


def _scalar(field: FieldDescriptor) -> str:
    if field.type == FieldDescriptor.TYPE_BOOL:
        return "must be `true` or `false`"
    rules = option(field, field_rules)
    if field.type == FieldDescriptor.TYPE_INT32:
        example = [*map(str, rules.int32.example), option(field, default), "3"]
        return f"must be a whole number, such as `{next(filter(None, example))}`"
    return f"must be text, such as `{rules.string.example[0]}`" if rules.string.example else "must be text"
