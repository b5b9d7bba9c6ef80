# SPDX-License-Identifier: Apache-2.0
"""The rules of the protos: each table's inputs break exactly the rules that the table names."""

from collections import defaultdict
from collections.abc import Iterator

import protovalidate
import pytest
from google.protobuf.descriptor import Descriptor, FieldDescriptor
from google.protobuf.message import Message
from hypothesis import given
from hypothesis import strategies as st

from planton_sts.messages import KubernetesStatefulSetContainerApp, KubernetesStatefulSetStackInput, field_rules
from planton_sts.validation import validate
from planton_sts.validation.blame import Room, blamed, follow
from rules_table import Case, cases
from strategies import messages as any_message

CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_case_breaks_exactly_what_it_names(case: Case) -> None:
    """The rules broken, and where, are those of the table."""
    found = defaultdict(list)
    for problem in validate(case.message):
        found[problem.path].append(problem.rule)
    assert {path: sorted(ids) for path, ids in found.items()} == {
        path.replace("a*300", "a" * 300): ids for path, ids in case.breaks.items()
    }


# A rule, and the message or field that bears it.
Borne = tuple[str, str]


def reachable(descriptor: Descriptor, seen: set[str]) -> Iterator[Descriptor]:
    """The message and all that its fields hold."""
    if descriptor.full_name in seen:
        return
    seen.add(descriptor.full_name)
    yield descriptor
    for field in descriptor.fields:
        if field.message_type is not None:
            yield from reachable(field.message_type, seen)


def rules_of(rules: Message, kind: str) -> Iterator[str]:
    """The ids of the rules that one FieldRules holds; `kind` is what it is about."""
    yield from (rule.id for rule in rules.cel)
    if rules.required:
        yield "required"
    typed = rules.WhichOneof("type")
    options = getattr(rules, typed).ListFields() if typed else []
    bounds = {option.name for option, _ in options} >= {"gte", "lte"}
    if bounds:
        yield f"{typed}.gte_lte"
    for option, value in options:
        if option.is_extension:
            yield f"{typed}.{option.name}"
        elif option.message_type is field_rules.message_type:
            yield from rules_of(value, kind)
        elif option.name == "well_known_regex":
            yield "string.well_known_regex.header_value"
        elif option.name != "example" and not (bounds and option.name in {"gte", "lte"}):
            yield f"{typed}.{option.name}"


def borne() -> set[Borne]:
    """Every rule of the API, with what bears it."""
    found: set[Borne] = set()
    for message in reachable(KubernetesStatefulSetStackInput.DESCRIPTOR, set()):
        found |= _of_message(message)
        for field in message.fields:
            rules = field.GetOptions().Extensions[field_rules]
            found |= {(field.full_name, rule) for rule in rules_of(rules, field.name)}
        for oneof in message.oneofs:
            if any(option.name == "oneof" for option, _ in oneof.GetOptions().ListFields()):
                found.add((oneof.full_name, "required"))
    return found


def _of_message(message: Descriptor) -> set[Borne]:
    found: set[Borne] = set()
    for option, value in message.GetOptions().ListFields():
        if option.full_name == "buf.validate.message":
            found |= {(message.full_name, rule.id) for rule in value.cel}
            found |= {(message.full_name, "message.oneof") for _ in value.oneof}
    return found


def broken_by(message: Message) -> Iterator[Borne]:
    """The rules that the message breaks, with what bears them."""
    for violation in protovalidate.collect_violations(message):
        bearer, descriptor = message.DESCRIPTOR.full_name, message.DESCRIPTOR
        rule = violation.proto.rule_id
        for element in violation.proto.field.elements if violation.proto.field else ():
            field = descriptor.fields_by_name.get(element.field_name)
            if field is None:
                bearer = descriptor.oneofs_by_name[element.field_name].full_name
                break
            bearer, descriptor = _of_field(field, violation.proto.rule is None or not violation.proto.rule.elements)
        yield (bearer, rule)


def _of_field(field: FieldDescriptor, on_message: bool) -> tuple[str, Descriptor | None]:  # noqa: FBT001
    """What bears a rule that is broken at the field: itself or the message it holds; and that message."""
    held = field.message_type
    if held is not None and held.GetOptions().map_entry:
        held = held.fields_by_name["value"].message_type
    return (held.full_name if on_message and held is not None else field.full_name), held


@pytest.fixture(scope="module")
def broken() -> set[Borne]:
    """Every rule that some case breaks."""
    return {found for case in CASES for found in broken_by(case.message)}


@pytest.mark.parametrize("rule", sorted(borne()), ids=lambda rule: f"{rule[0].rpartition('.v1.')[2]} {rule[1]}")
def test_rule_has_a_case_that_breaks_it(rule: Borne, broken: set[Borne]) -> None:
    """No rule stands in a proto that no case breaks, at the very field that bears it."""
    assert rule in broken


def test_rule_has_a_case_that_satisfies_it() -> None:
    """Every message that bears rules has a case that breaks none of them."""
    satisfied = set()
    for case in CASES:
        if not case.breaks:
            satisfied |= {message.full_name for message in held(case.message)}
    bearers = {name if name in ALL else name.rpartition(".")[0] for name, _ in borne()}
    assert bearers <= satisfied


ALL = {message.full_name for message in reachable(KubernetesStatefulSetStackInput.DESCRIPTOR, set())}


def held(message: Message) -> Iterator[Descriptor]:
    """The types of the message and of every message it holds."""
    yield message.DESCRIPTOR
    for field, value in message.ListFields():
        if field.message_type is None:
            continue
        if field.message_type.GetOptions().map_entry:
            children = [child for child in value.values() if isinstance(child, Message)]
        else:
            children = value if field.is_repeated else [value]
        for child in children:
            yield from held(child)


@given(any_message(KubernetesStatefulSetStackInput.DESCRIPTOR))
def test_any_message_ends_with_problems(message: Message) -> None:
    """However odd the message, validation ends with problems, each with a rule and something to say."""
    before = message.SerializeToString(deterministic=True)
    for problem in validate(message):
        assert problem.rule
        assert problem.message == problem.message.strip().rstrip(".")
    assert message.SerializeToString(deterministic=True) == before


@given(any_message(KubernetesStatefulSetStackInput.DESCRIPTOR, st.sampled_from(["", "a", "b", "A b", "TCP", "app"])))
def test_blame_stays_within(message: Message) -> None:
    """However often names meet, what is blamed is within what the rule stands on, and asking changes nothing."""
    before = message.SerializeToString(deterministic=True)
    for violation in protovalidate.collect_violations(message):
        path = follow(message, violation).path
        assert all(spot.path[: len(path)] == path for spot in blamed(message, violation, Room()))
    assert message.SerializeToString(deterministic=True) == before


def test_many_mounts_of_one_volume() -> None:
    """A thousand files of one ConfigMap, each mounted at its own path, are judged like two."""
    mounts = [
        {"name": "conf", "mount_path": f"/conf/{index}", "sub_path": f"{index}", "config_map": {"name": "conf"}}
        for index in range(1_000)
    ]
    app = {"image": {"repo": "nginx", "tag": "1"}, "volume_mounts": mounts}
    assert validate(KubernetesStatefulSetContainerApp(**app)) == []
    mounts[700]["config_map"] = {"name": "other"}
    (problem,) = validate(KubernetesStatefulSetContainerApp(**app))
    assert problem.path == "volumeMounts[700].name"


ODD_MESSAGES = {
    "empty": b"",
    "unknown enum number": b"\x12\x02\x08\x7f",
    "unknown fields": b"\xf8\x07\x01",
    "a huge map": KubernetesStatefulSetStackInput(
        target={"metadata": {"labels": {f"k{index}": "v" for index in range(20_000)}}}
    ).SerializeToString(),
}


@pytest.mark.parametrize("wire", ODD_MESSAGES.values(), ids=ODD_MESSAGES)
def test_odd_bytes_end_with_problems(wire: bytes) -> None:
    """What arrives from elsewhere is judged, not trusted."""
    assert validate(KubernetesStatefulSetStackInput.FromString(wire))
