# SPDX-License-Identifier: Apache-2.0
"""The catalogue of rules: each id that a problem can carry, and what it asks for."""

import re
from collections.abc import Iterator
from typing import Any

from planton_sts.messages import KubernetesStatefulSetStackInput, field_rules, message_rules, option, predefined_rules

# What protovalidate's own rules ask for, those that the protos use.
STANDARD = {
    "enum.defined_only": "must be one of the enum's values",
    "enum.in": "must be one of the values listed",
    "int32.gte": "must be 0 or more",
    "map.keys": "must have other keys",
    "message.oneof": "must have only one of the fields",
    "required": "must be set",
    "string.address": "must be a host name or an IP address",
    "string.const": "must be exactly the text given",
    "string.in": "must be one of the texts listed",
    "string.max_bytes": "must have fewer bytes",
    "string.max_len": "must have fewer characters",
    "string.not_contains": "must have no NUL",
    "string.not_in": "must be another name; some are set for you",
    "string.well_known_regex.header_value": "must be a value of an HTTP header, on one line",
}

# What Python checks, because CEL cannot.
CHECKED = {
    "docker_config_json.object": 'must be a JSON object such as `{"auths": {...}}`',
    "docker_config_json.size": "must have at most 1 MiB",
    "message.size": "must have fewer elements in its lists and maps",
}


def catalogue() -> dict[str, str]:
    """Every rule of the API, by id, with what it asks for."""
    found = {rule.id: rule.message or _said_by(rule.expression) for rule in _rules(ROOT, set())}
    return dict(sorted((STANDARD | CHECKED | found).items()))


ROOT = KubernetesStatefulSetStackInput.DESCRIPTOR


def _rules(message: Any, seen: set[str]) -> Iterator[Any]:
    """The rules in CEL of the message, of its fields, and of all that these hold."""
    if message.full_name in seen:
        return
    seen.add(message.full_name)
    yield from option(message, message_rules).cel
    for field in message.fields:
        yield from _of_field(option(field, field_rules))
        if field.message_type is not None:
            yield from _rules(field.message_type, seen)


def _of_field(rules: Any) -> Iterator[Any]:
    """The rules in CEL that one FieldRules holds: its own, predefined ones, and those of keys, values and elements."""
    yield from rules.cel
    kind = rules.WhichOneof("type")
    for held, value in getattr(rules, kind).ListFields() if kind else ():
        if held.is_extension:
            yield from option(held, predefined_rules).cel
        elif held.message_type is field_rules.message_type:
            yield from _of_field(value)


def _said_by(expression: str) -> str:
    """What a rule that words its message by the value asks for in general: its last resort."""
    return str(re.findall("'(must [^']*)'", expression)[-1])
