# SPDX-License-Identifier: Apache-2.0
"""What a broken rule asks for, in words: those of the protos' own rules, and better ones for protovalidate's."""

import re
from collections.abc import Callable
from operator import attrgetter
from typing import Any

import protovalidate
from google.protobuf.descriptor import FieldDescriptor
from protovalidate import Violation

from planton_sts.loading.forms import value_member
from planton_sts.messages import Message, field_rules, is_map, option, rivals
from planton_sts.problems import Complaint
from planton_sts.quantity import in_likely_unit
from planton_sts.validation.blame import Spot
from planton_sts.wording import Nearest, did_you_mean, or_list


def complaint(violation: Violation, bearer: Any, spot: Spot, nearest: Nearest) -> Complaint:
    """What must be at the spot, and what to write instead where that can be told; the bearer is what has the rule."""
    say = REWORDED.get(violation.proto.rule_id)
    message = say(violation, spot) if say else spot.words or violation.proto.message
    return Complaint(violation.proto.rule_id, message, did_you_mean(_meant(violation, bearer, spot, nearest)))


def _required(_: Violation, spot: Spot) -> str:
    """A field that is not set, or a oneof with no member set; the oneof stands at its message."""
    if _is_there(spot) and (members := _empty_oneof(spot.value)):
        return f"must have {or_list(members)}"
    is_number = spot.field is not None and spot.field.cpp_type == FieldDescriptor.CPPTYPE_INT32
    return ("must be set, and not to 0" if is_number else "must be set") + _such_as(spot.field)


def _is_there(spot: Spot) -> bool:
    """Whether a message stands at the spot, be it empty."""
    if not isinstance(spot.value, Message) or spot.field is None:
        return isinstance(spot.value, Message)
    return spot.field.is_repeated or spot.holder.HasField(spot.field.name)


def _empty_oneof(message: Message) -> list[str]:
    """The members of the message's oneof that has none of them set."""
    for oneof in message.DESCRIPTOR.oneofs:
        if message.WhichOneof(oneof.name) is None:
            return [member.json_name for member in oneof.fields]
    return []


def _examples(field: FieldDescriptor | None) -> list[str]:
    """The examples that the field's rules give."""
    if field is None:
        return []
    rules = option(field, field_rules)
    if field.message_type and value_member(field.message_type):
        # No rule of protovalidate has examples for messages; the field's own rules do, in their words.
        return [example for rule in rules.cel for example in re.findall(", such as `([^`]+)`$", rule.message)]
    return [str(example) for example in getattr(_typed(field), "example", ())]


def _typed(field: FieldDescriptor) -> Any:
    """The field's rules about values of its type, or about those of its elements; None without any."""
    rules = option(field, field_rules)
    rules = rules.repeated.items if field.is_repeated else rules
    kind = rules.WhichOneof("type")
    return getattr(rules, kind) if kind else None


def _such_as(field: FieldDescriptor | None) -> str:
    """The first of the examples, where there is one, as the end of a sentence."""
    return next((f", such as `{example}`" for example in _examples(field)), "")


def _one_of_many(_: Violation, spot: Spot) -> str:
    """Fields of which only one may be set, and several are."""
    together = {field.name: field for field, _ in spot.value.ListFields()}
    return f"must have only one of {or_list(f.json_name for f in together.values() if rivals(f) & together.keys())}"


def _in(violation: Violation, _: Spot) -> str:
    return f"must be {or_list(text for text in violation.rule_value if text)}"


def _in_enum(violation: Violation, spot: Spot) -> str:
    names = spot.field.enum_type.values_by_number if spot.field else {}
    return f"must be {or_list(names[number].name for number in violation.rule_value if number)}"


def _defined(_: Violation, spot: Spot) -> str:
    return f"must be a value of {spot.field.enum_type.name}" if spot.field else "must be a known value"


def _not_in(_: Violation, __: Spot) -> str:
    return "must be another name; this one is set for you"


def _at_least(violation: Violation, _: Spot) -> str:
    return f"must be {violation.rule_value} or more"


def _between(_: Violation, spot: Spot) -> str:
    bounds: Any = _typed(spot.field) if spot.field else None
    return f"must be from {bounds.gte} to {bounds.lte}{_such_as(spot.field)}"


def _max_bytes(violation: Violation, _: Spot) -> str:
    return f"must have at most {violation.rule_value:,} bytes"


def _no_nul(_: Violation, __: Spot) -> str:
    return "must have no NUL"


REWORDED: dict[str, Callable[[Violation, Spot], str]] = {
    "enum.defined_only": _defined,
    "enum.in": _in_enum,
    "int32.gte": _at_least,
    "int32.gte_lte": _between,
    "int64.gte": _at_least,
    "int64.gte_lte": _between,
    "message.oneof": _one_of_many,
    "required": _required,
    "string.in": _in,
    "string.max_bytes": _max_bytes,
    "string.not_contains": _no_nul,
    "string.not_in": _not_in,
}


def _meant(violation: Violation, bearer: Any, spot: Spot, nearest: Nearest) -> str | None:
    """The value that was probably meant: one of those that may stand there, or the name that was almost written."""
    rule, written = violation.proto.rule_id, spot.path[-1] if violation.proto.for_key else spot.value
    if not isinstance(written, str):
        return None
    if rule in MEANT:
        return MEANT[rule](written, bearer, spot, nearest)
    possible = _possible(violation, bearer, spot)
    meant = nearest.name(written, possible) if possible else _as_name(rule, written, spot)
    return None if meant == written else meant


def _memory(written: str, *_: Any) -> str | None:
    return in_likely_unit(written, mebi_from=16)


def _cores(written: str, *_: Any) -> str | None:
    """So many thousandths of a core; `m` for them is easily taken for the `M` or `Mi` of memory."""
    form = re.fullmatch(r"\+?([0-9]{1,7})(Mi?)?", written)
    return f"{form[1]}m" if form else None


def _file(written: str, spec: Any, spot: Spot, nearest: Nearest) -> str | None:
    """The path of the one file in the volume that the mount has as its source, or of the nearest of several."""
    mount: Any = spot.holder
    source = mount.config_map if mount.HasField("config_map") else mount.secret
    if not source.key and source.name in spec.config_files:
        return nearest.name(written, spec.config_files[source.name].files)
    return source.path or source.key or source.name or None


# What was meant where a rule about one value is broken, by the value, what bears the rule, and where the value stands.
MEANT: dict[str, Callable[[str, Any, Spot, Nearest], str | None]] = {
    "resources.cpu.cores": _cores,
    "resources.limits.memory.too_low": _memory,
    "spec.container.app.volume_mounts.sub_path.unknown": _file,
}


def _possible(violation: Violation, bearer: Any, spot: Spot) -> list[str]:
    """The values that may stand at the spot, where they can be counted: a field whose rule does so gives them all."""
    rule = violation.proto.rule_id
    if rule in KNOWN:
        lists, name = KNOWN[rule]
        return [getattr(element, name) for names in lists for element in attrgetter(names)(bearer)]
    if rule == "string.in":
        return [text for text in violation.rule_value if text]
    examples = _examples(spot.field)
    return examples if len(examples) > 1 else []


# The rules about names that stand elsewhere, and where: lists of what bears the rule, and the field of their elements.
KNOWN = {"spec.container.app.volume_mounts.name.unknown": (("volume_claim_templates", "pod.volumes"), "name")} | {
    f"spec.container.app.{probe}.{handler}.port_name.unknown": (("ports",), "name")
    for probe in ("liveness_probe", "readiness_probe", "startup_probe")
    for handler in ("http_get", "tcp_socket")
}

# The rules about names that people derive from words.
NAMES = {"string.dns_label", "string.workload_name", "string.dns_subdomain", "string.port_name"}
NAMES |= {"spec.container.app.ports.name"}


def _as_name(rule: str, written: str, spot: Spot) -> str | None:
    """The value in lower case, with single dashes for what a name may not hold, where the rule takes that."""
    name = re.sub("[^a-z0-9]+", "-", written.lower()).strip("-")
    if rule not in NAMES or spot.field is None or not re.search("[a-z]", name):
        return None
    probe = type(spot.holder)()
    if not spot.field.is_repeated:
        setattr(probe, spot.field.name, name)
    elif not is_map(spot.field):
        getattr(probe, spot.field.name).append(name)
    elif isinstance(spot.value, Message):
        getattr(probe, spot.field.name)[name].SetInParent()
    else:
        getattr(probe, spot.field.name)[name] = spot.value
    return None if any(found.proto.rule_id == rule for found in protovalidate.collect_violations(probe)) else name
