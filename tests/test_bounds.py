# SPDX-License-Identifier: Apache-2.0
"""How long lists and maps may be: told once, however they arrive, and at a bounded cost."""

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import protovalidate
import pytest
from google.protobuf.descriptor import FieldDescriptor
from google.protobuf.message_factory import GetMessageClass

from planton_sts import KubernetesStatefulSet, KubernetesStatefulSetStackInput, Problem, load_one, loads, validate
from planton_sts.bounds import most
from planton_sts.descent import reachable
from planton_sts.messages import Message, is_map
from planton_sts.validation.lengths import MOST_WITHIN
from tables import ROOT

LONGEST = 1_000
GOOD = (ROOT / "examples" / "postgres.yaml").read_text(encoding="utf-8")
FIELDS = sorted(
    (
        field
        for message in reachable(KubernetesStatefulSetStackInput.DESCRIPTOR)
        if not message.GetOptions().map_entry
        for field in message.fields
        if field.is_repeated
    ),
    key=lambda field: field.full_name,
)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.full_name.rpartition("kubernetes.")[2])
def test_every_list_is_bounded(field: FieldDescriptor) -> None:
    """No list and no map of the API may be of any length."""
    assert most(field) == LONGEST


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.full_name.rpartition("kubernetes.")[2])
def test_rules_ask_for_the_length_first(field: FieldDescriptor) -> None:
    """The engine, which looks at 10,000 elements for one rule, judges longer lists: none of their rules looks."""
    message = grown(field, 12_000)
    rules = {violation.proto.rule_id for violation in protovalidate.collect_violations(message)}
    assert rules & {"repeated.max_items", "map.max_pairs"}
    assert not {rule for rule in rules if rule.startswith(f"{field.name}.")}


def grown(field: FieldDescriptor, number: int) -> Message:
    """A message of which the field holds so many elements."""
    message: Any = GetMessageClass(field.containing_type)()
    many = getattr(message, field.name)
    for index in range(number):
        if is_map(field) and field.message_type.fields_by_name["value"].message_type is not None:
            many[f"k{index}"].SetInParent()
        elif is_map(field):
            many[f"k{index}"] = ""
        elif field.message_type is not None:
            many.add()
        else:
            many.append("a" if field.cpp_type == field.CPPTYPE_STRING else 1)
    return message


TEMPLATE, PORT = "{name: data, size: 1Gi}", "{containerPort: 1}"
LONG = {
    "metadata.labels": ("metadata: {labels: {%s}}", "k#: a"),
    "metadata.tags": ("metadata: {tags: [%s]}", "a"),
    "spec.volumeClaimTemplates": ("spec: {volumeClaimTemplates: [%s]}", TEMPLATE),
    "spec.container.app.args": ("spec: {container: {app: {args: [%s]}}}", "a"),
    "spec.container.app.env.secrets": ("spec: {container: {app: {env: {secrets: {%s}}}}}", "A#: a"),
    "spec.container.sidecars[0].ports": ("spec: {container: {sidecars: [{ports: [%s]}]}}", PORT),
}


def document(form: str, element: str, number: int) -> str:
    """A manifest of which one list or map has so many elements."""
    return form % ", ".join(element.replace("#", str(index)) for index in range(number))


def lengths(problems: list[Problem]) -> list[tuple[str, str, str]]:
    """What is said of lists that are too long."""
    return [(p.path, p.rule, p.message) for p in problems if p.rule.rpartition(".")[2] in {"max_items", "max_pairs"}]


@pytest.mark.parametrize("path", LONG)
@pytest.mark.parametrize("number", [LONGEST + 1, 10 * LONGEST])
def test_text_is_told_at_the_list(path: str, number: int) -> None:
    """Loading tells a list that is too long in its place, and validating tells nothing of it anew."""
    form, element = LONG[path]
    (loaded,) = loads(document(form, element, number))
    (problem,) = loaded.problems
    rule = "map.max_pairs" if "#" in element else "repeated.max_items"
    assert lengths([problem]) == [(path, rule, "must have at most 1,000 elements")]
    assert (problem.line, problem.column) == (1, form.index("%s"))
    assert [one for one in validate(loaded) if one.path.startswith(path)] == [problem]


@pytest.mark.parametrize("path", LONG)
def test_bytes_are_told_the_same(path: str) -> None:
    """A message from elsewhere gets the same problem, and no other about what stands in the list."""
    form, element = LONG[path]
    (loaded,) = loads(document(form, element, LONGEST))
    assert loaded.message is not None
    assert not loaded.problems
    assert not lengths(validate(loaded.message))
    message = with_more(loaded.message)
    rule = "map.max_pairs" if "#" in element else "repeated.max_items"
    assert lengths(validate(message)) == [(path, rule, "must have at most 1,000 elements")]
    assert [problem.rule for problem in validate(message) if problem.path.startswith(path)] == [rule]


def with_more(message: Any) -> Any:
    """The message with one more element in the list or map that is as long as may be."""
    field, many = next(long_ones(message))
    if not is_map(field):
        many.append(many[0])
    elif isinstance(many[min(many)], Message):
        many["more"].CopyFrom(many[min(many)])
    else:
        many["more"] = ""
    return message


def long_ones(message: Any) -> Iterator[tuple[FieldDescriptor, Any]]:
    """The list or map that is as long as may be."""
    for field, value in message.ListFields():
        if field.is_repeated and len(value) == LONGEST:
            yield field, value
        elif field.message_type is not None and not is_map(field):
            for held in value if field.is_repeated else [value]:
                yield from long_ones(held)


def test_merged_names_count_once() -> None:
    """A name that a mapping has itself and gets by a merge is one element."""
    labels = ", ".join(f"k{index}: a" for index in range(600))
    assert [p.rule for p in loads(f"x: &x {{{labels}}}\nmetadata: {{labels: {{<<: *x, {labels}}}}}")[0].problems] == [
        "load.unknown_key"
    ]
    others = ", ".join(f"o{index}: a" for index in range(600))
    (_, problem) = loads(f"x: &x {{{labels}}}\nmetadata: {{labels: {{<<: *x, {others}}}}}")[0].problems
    assert problem.rule == "map.max_pairs"


def test_nothing_follows_from_what_was_not_looked_at() -> None:
    """Mounts of claim templates that are too many are not said to mount nothing."""
    (loaded,) = loads(GOOD)
    assert loaded.message is not None
    message = KubernetesStatefulSet.FromString(loaded.message.SerializeToString())
    for number in range(LONGEST):
        message.spec.volume_claim_templates.add(name=f"a{number}", size="1Gi")
    assert [(p.path, p.rule) for p in validate(message)] == [("spec.volumeClaimTemplates", "repeated.max_items")]


@pytest.mark.parametrize(("ports", "told"), [(49, []), (50, ["spec.container.sidecars"])])
def test_lists_within_a_list_are_bounded_together(ports: int, told: list[str]) -> None:
    """Short lists of many sidecars are too many elements together, each with a list that is well."""
    (loaded,) = loads(GOOD)
    message: Any = loaded.message
    for number in range(100):
        sidecar = message.spec.container.sidecars.add(name=f"s{number}", image="a")
        for _ in range(ports):
            sidecar.ports.add(name="a", container_port=number + 1)
        sidecar.env.add(name="A")
    assert (100 * (ports + 1) > MOST_WITHIN) == bool(told)
    assert [problem.path for problem in validate(message) if problem.rule == "message.size"] == told


@pytest.mark.skipif(sys.platform != "linux", reason="the most memory that a copy of a process takes is told by Linux")
def test_hostile_input_costs_little_memory() -> None:
    """A MiB of input of any shape takes 200 MiB at most."""
    program = [sys.executable, str(ROOT / "benchmarks" / "memory.py"), "--json"]
    costs = json.loads(subprocess.run(program, capture_output=True, text=True, check=True).stdout)
    assert costs
    assert {name: mebibytes for name, _, _, mebibytes in costs if mebibytes > 200} == {}


def test_names_are_compared_so_often_and_no_more() -> None:
    """Thousands of wrong names beside thousands of right ones are told, and only the first get a hint."""
    ports = [{"name": f"port-{number}", "containerPort": number + 1} for number in range(200)]
    services = [
        {"name": f"s{number}", "ports": [{"name": "p", "port": 80, "targetPort": f"xort-{number}"}]}
        for number in range(200)
    ]
    app = {"image": "postgres:16", "containerPorts": ports}
    spec = {"namespace": "database", "container": {"app": app}, "services": services}
    head = {
        "apiVersion": "kubernetes.project-planton.org/v1",
        "kind": "KubernetesStatefulSet",
        "metadata": {"name": "a"},
    }
    problems = validate(load_one(json.dumps({**head, "spec": spec})))
    assert [problem.rule for problem in problems] == ["service.ports.target_port.unknown"] * 200
    assert [bool(problem.hint) for problem in problems] == [True] * 50 + [False] * 150
