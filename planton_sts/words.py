# SPDX-License-Identifier: Apache-2.0
"""What a broken rule asks for, in words: those of the protos' own rules, and better ones for protovalidate's."""

import re
from collections.abc import Callable
from typing import Any

from google.protobuf.descriptor import FieldDescriptor
from protovalidate import Violation

from planton_sts.messages import Message, field_rules, option
from planton_sts.suggest import closest, listed

Say = Callable[[Violation, Any, FieldDescriptor | None], str]


def said(violation: Violation, value: Any, field: FieldDescriptor | None) -> tuple[str, str]:
    """What must be, and what to write instead where that can be told from the value: message and hint."""
    rule = violation.proto.rule_id
    say = REWORDED.get(rule)
    message = say(violation, value, field) if say else violation.proto.message
    return message, hint(rule, message, violation.field_value)


def _required(_: Violation, value: Any, field: FieldDescriptor | None) -> str:
    """A field that is not set, or a oneof with no member set; the oneof stands at its message."""
    if isinstance(value, Message) and (members := _empty_oneof(value)):
        return f"must have {listed(members)}"
    example = _example(field)
    if field is not None and field.cpp_type == FieldDescriptor.CPPTYPE_INT32:
        return f"must be set, and not to 0, such as `{example}`"
    return f"must be set, such as `{example}`" if example else "must be set"


def _empty_oneof(message: Message) -> list[str]:
    """The members of the message's oneof that has none of them set."""
    for oneof in message.DESCRIPTOR.oneofs:
        if message.WhichOneof(oneof.name) is None:
            return [member.json_name for member in oneof.fields]
    return []


def _example(field: FieldDescriptor | None) -> str:
    """The example that the field's rules give."""
    if field is None:
        return ""
    rules = option(field, field_rules)
    kind = rules.WhichOneof("type")
    examples = getattr(getattr(rules, kind), "example", ()) if kind else ()
    return str(examples[0]) if examples else ""


def _one_of_many(_: Violation, value: Any, __: FieldDescriptor | None) -> str:
    given = [field.json_name for field, _ in value.ListFields()]
    rivals = {"configMap", "secret", "hostPath", "emptyDir", "pvc", "minAvailable", "maxUnavailable"}
    return f"must have only one of {listed(name for name in given if name in rivals)}"


def _in(violation: Violation, _: Any, __: FieldDescriptor | None) -> str:
    return f"must be {listed(text for text in violation.rule_value if text)}"


def _in_enum(violation: Violation, _: Any, field: FieldDescriptor | None) -> str:
    names = field.enum_type.values_by_number if field else {}
    return f"must be {listed(names[number].name for number in violation.rule_value if number)}"


def _defined(_: Violation, __: Any, field: FieldDescriptor | None) -> str:
    return f"must be a value of {field.enum_type.name}" if field else "must be a known value"


def _not_in(_: Violation, __: Any, ___: FieldDescriptor | None) -> str:
    return "must be another name; this one is set for you"


def _at_least(violation: Violation, _: Any, __: FieldDescriptor | None) -> str:
    return f"must be {violation.rule_value} or more"


def _max_bytes(violation: Violation, _: Any, __: FieldDescriptor | None) -> str:
    return f"must have at most {violation.rule_value:,} bytes"


def _no_nul(_: Violation, __: Any, ___: FieldDescriptor | None) -> str:
    return "must have no NUL"


REWORDED: dict[str, Say] = {
    "enum.defined_only": _defined,
    "enum.in": _in_enum,
    "int32.gte": _at_least,
    "message.oneof": _one_of_many,
    "required": _required,
    "string.in": _in,
    "string.max_bytes": _max_bytes,
    "string.not_contains": _no_nul,
    "string.not_in": _not_in,
}


def hint(rule: str, message: str, value: object) -> str:
    """What to write instead of the value, or nothing."""
    if not isinstance(value, str):
        return ""
    if message.startswith("must be `"):
        meant = closest(value, re.findall("`([^`]+)`", message))
    else:
        meant = _as_name(value, NAMES[rule]) if rule in NAMES else None
    return f"did you mean `{meant}`?" if meant and meant != value else ""


# The rules about names, and how long a name may be.
NAMES = {"string.dns_label": 63, "string.workload_name": 52, "string.dns_subdomain": 253, "spec.namespace": 63}
NAMES |= {"string.port_name": 15, "spec.container.app.ports.name": 15}


def _as_name(value: str, longest: int) -> str | None:
    """The value in lower case, with single dashes for what a name may not hold."""
    name = re.sub("[^a-z0-9]+", "-", value.lower()).strip("-")
    return name if len(name) <= longest and re.search("[a-z]", name) else None
