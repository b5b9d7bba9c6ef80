# SPDX-License-Identifier: Apache-2.0
"""The words for slips that people make who come from Kubernetes: one problem each, and a hint that leads on."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path as File
from typing import Any

import kubernetes_validate
import pytest
from google.protobuf.descriptor import Descriptor, FieldDescriptor
from yaml import MappingNode, Node, ScalarNode, SequenceNode

from planton_sts import loads, validate
from planton_sts.descent import reachable
from planton_sts.loading import kubernetes
from planton_sts.loading.forms import fits, written
from planton_sts.loading.hints import Stray, guess, way
from planton_sts.loading.meanings import ANY, IN_APPLICATION, INSTEAD, MEANT, WRITTEN
from planton_sts.loading.shapes import shape_of
from planton_sts.messages import KubernetesStatefulSet, KubernetesStatefulSetStackInput, fields_of, is_map, type_in
from planton_sts.paths import Key, Path, parse, spell
from tables import HERE

MANIFEST = """\
apiVersion: kubernetes.project-planton.org/v1
kind: KubernetesStatefulSet
metadata: {name: ledger}
spec:
  namespace: database
  container:
    app:
      image: {repo: postgres, tag: "16.4"}
      env: {variables: {A: b}, secrets: {PASSWORD: {secretRef: {name: s, key: k}}}}
      ports:
        - {name: sql, containerPort: 5432, servicePort: 5432, networkProtocol: TCP, appProtocol: tcp}
      resources: {limits: {cpu: 1000m, memory: 1Gi}}
      readinessProbe: {httpGet: {path: /ready, portNumber: 8080}}
      volumeMounts:
        - {name: data, mountPath: /data}
        - {name: conf, mountPath: /conf, configMap: {name: conf}}
        - {name: tls, mountPath: /tls, secret: {name: tls}}
        - {name: old, mountPath: /old, pvc: {claimName: old}}
    sidecars:
      - {name: logs, image: fluent-bit, env: [{name: LEVEL, value: debug}], ports: [{containerPort: 99, protocol: TCP}]}
  volumeClaimTemplates:
    - {name: data, size: 10Gi}
"""
ROOT = KubernetesStatefulSet.DESCRIPTOR
APP, PORT = "spec.container.app", "spec.container.app.ports[0]"


def rows(name: str) -> list[list[str]]:
    """The rows of one table of tests/words, where line breaks are written out."""
    with (HERE / "words" / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        _, *found = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
    return [[cell.replace("\\n", "\n") for cell in row] for row in found]


def mean(name: str) -> str:
    return f"did you mean `{name}`?"


# What stands in the manifest, what is written instead, the key at fault (near a secret, its message), and the hint.
# What stands in the manifest, what is written instead, the key at fault (near a secret, its message), and the hint.
KEYS = rows("keys")


def told(text: str) -> list[tuple[str, str, str]]:
    """What is wrong with the one manifest, by line."""
    (document,) = loads(text)
    return [(problem.path, problem.message, problem.hint) for problem in validate(document)]


def test_the_manifest_is_good() -> None:
    """What is said of it below is of what was written instead."""
    assert told(MANIFEST) == []


@pytest.mark.parametrize(("before", "after", "path", "place", "hint"), KEYS, ids=[f"{row[2]} {row[1]}" for row in KEYS])
def test_a_key_from_elsewhere_is_one_problem(before: str, after: str, path: str, place: str, hint: str) -> None:
    """It is told what it means here, and what it stands for is not told to be missing too."""
    assert MANIFEST.count(before) == 1
    assert told(MANIFEST.replace(before, after)) == [(path, f"must be a field of `{place}`", hint)]


# The rest of the table: where a key is written, the key, and the hint.
ROWS = rows("places")


@pytest.mark.parametrize(("path", "key", "hint"), ROWS, ids=[f"{row[0]} {row[1]}" for row in ROWS])
def test_a_key_has_a_hint(path: str, key: str, hint: str) -> None:
    """It says what to write instead."""
    assert guess(Stray(key, parse(path)[0], ROOT)).hint == hint


FORMS = rows("forms")


@pytest.mark.parametrize(
    ("before", "after", "path", "message", "hint"), FORMS, ids=[f"{row[2]} {row[1].strip()}" for row in FORMS]
)
def test_a_value_of_another_form_is_one_problem(before: str, after: str, path: str, message: str, hint: str) -> None:
    """What must stand there is told, and how it is written."""
    assert before in MANIFEST
    assert told(MANIFEST.replace(before, after)) == [(path, message, hint)]


PORTS = MANIFEST[MANIFEST.index("        - {name: sql") : MANIFEST.index("      resources:")]
INGRESS = "  ingress: {enabled: true, hostname: a.example.com}\n"
ONE_OF_THREE = "must be `TCP`, `UDP` or `SCTP`"
PROTOCOLS = [
    ("wrong", PORTS.replace("TCP", "tcp"), [(f"{PORT}.networkProtocol", ONE_OF_THREE, mean("TCP"))]),
    ("twice", PORTS.replace("TCP", "tcp") + PORTS.replace("sql", "lqs").replace("TCP", "tcp"), [
        (f"{APP}.ports[0].networkProtocol", ONE_OF_THREE, mean("TCP")),
        (f"{APP}.ports[1].networkProtocol", ONE_OF_THREE, mean("TCP")),
    ]),
    ("missing", PORTS.replace("networkProtocol: TCP, ", ""), [
        (f"{PORT}.networkProtocol", "must be set, such as `TCP`", "")
    ]),
    ("misspelt", PORTS.replace("networkProtocol", "protocol"), [
        (f"{PORT}.protocol", f"must be a field of `{PORT}`", mean("networkProtocol"))
    ]),
    ("a list", PORTS.replace("TCP", "[TCP]"), [(f"{PORT}.networkProtocol", "must be text, such as `TCP`", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("ports", "expected"), [row[1:] for row in PROTOCOLS], ids=[row[0] for row in PROTOCOLS])
def test_what_follows_from_a_protocol_is_no_problem_of_its_own(ports: str, expected: list[Any]) -> None:
    """Neither the ingress that finds no port, nor a number that only seems to be used twice."""
    assert told(MANIFEST.replace(PORTS, ports) + INGRESS) == expected


def test_what_does_not_follow_is_told() -> None:
    """A wrong value elsewhere in the list hides nothing."""
    wrong = PORTS.replace("TCP", "tcp").replace("5432", "1").replace("sql", "a")
    paths = [path for path, _, _ in told(MANIFEST.replace(PORTS, wrong + PORTS + PORTS))]
    assert paths == [
        f"{APP}.ports[0].networkProtocol",
        f"{APP}.ports[2].name",
        f"{APP}.ports[2].containerPort",
        f"{APP}.ports[2].servicePort",
    ]


def test_a_field_that_is_there_is_judged() -> None:
    """A misspelt key beside the right one hides nothing of it."""
    text = MANIFEST.replace("metadata: {name: ledger}", "metadata: {nmae: x, name: A_B}")
    assert [path for path, _, _ in told(text)] == ["metadata.nmae", "metadata.name"]


NEIGHBOURS = "must put text that holds `: ` in quotes, or line the key up with its neighbours"
BROKEN = [
    ("quote left open", 'a: "x\nb: c\n', "must end with the quote it begins with", 1, 4),
    ("quote closed by the next one", 'a: "x\nb: "y"\n', "must end with the quote it begins with", 1, 4),
    ("quote in a list left open", 'a: ["b", "c]\nd: "e"\n', "must end with the quote it begins with", 1, 10),
    ("quote in a mapping left open", 'a: {b: "c}\nd: e\n', "must end with the quote it begins with", 1, 8),
    ("quote of a list's element left open", 'a:\n  - "x\n  - "y"\n', "must end with the quote it begins with", 2, 5),
    ("quote within", "a: 'it's'\n", "must have all of its text between its quotes, and a quote within as `''`", 1, 4),
    ("text behind", 'a: "b":16', 'must have all of its text between its quotes, and a quote within as `\\"`', 1, 4),
    ("list left open at the end", "a:\n  b: [", "must close `[` with `]`, and have `,` between the elements", 2, 6),
    ("list left open", "a: [b, c\nd:\n  - e: f\n", "must close `[` with `]`, and have `,` between the elements", 1, 4),
    ("mapping left open", "a: {\n  b: c\nd:\n", "must close `{` with `}`, and have `,` between the entries", 1, 4),
    ("list within left open", "a: {b: [c, d}\n", "must close `[` with `]`, and have `,` between the elements", 1, 8),
    ("bracket too many", "a: ]\n", "must not close with `]` what nothing opens", 1, 4),
    ("no colon at the root", "spec\nmetadata:\n  name: x", "must have `:` and a space after the key", 1, 1),
    ("no colon", "spec:\n  namespace a\n  container: b\n", "must have `:` and a space after the key", 2, 3),
    ("no colon in a list", "- name data\n  size: 10Gi", "must have `:` and a space after the key", 1, 3),
    ("no colon in between", "- a: b\n  c d\n  e: f\n", "must have `:` and a space after the key", 2, 3),
    ("no space after it", "a:b\nc: d\n", "must have `:` and a space after the key", 1, 1),
    ("key below a value", "a: b\n  c: d", NEIGHBOURS, 2, 4),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "message", "line", "column"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN]
)
def test_a_slip_is_reported_where_it_was_made(text: str, message: str, line: int, column: int) -> None:
    """And not where the reader noticed it."""
    (problem,) = loads(text)[0].problems
    assert (problem.message, problem.line, problem.column) == (message, line, column)


def test_a_slip_in_a_long_text_is_still_an_error() -> None:
    """Only the search for its place is given up."""
    (problem,) = loads("a: b\n" * 10_000 + "c\nd: e: f")[0].problems
    assert problem.rule == "load.yaml"


NULLS = ["availability: {replicas: }", "availability: ", "availability: {replicas: null}", "configMaps: ~"]


@pytest.mark.parametrize("field", NULLS)
def test_null_means_unset(field: str) -> None:
    """A key without a value is as good as no key."""
    text = MANIFEST.replace("  namespace: database", f"  namespace: database\n  {field}")
    assert told(text) == []
    spec = loads(text)[0].message.spec  # type: ignore[union-attr]
    assert not spec.availability.HasField("replicas")
    assert not spec.config_maps


VALUE = "must have a value after `=`"
UNSET = "write `{0}=null` to unset it, `{0}='\"\"'` for empty text".format
SET = [
    ("spec.availability.replicas=", VALUE, UNSET("spec.availability.replicas")),
    ("metadata.labels[team]=", VALUE, UNSET("metadata.labels[team]")),
    ("metadata.labels[team]=null", "must be text", 'leave it out, or write `""` for empty text'),
]


@pytest.mark.parametrize(("assignment", "message", "hint"), SET, ids=[row[0] for row in SET])
def test_an_empty_assignment_is_refused(assignment: str, message: str, hint: str) -> None:
    """It is what remains of a variable of the shell that is not set."""
    (document,) = loads(MANIFEST)
    document.override(assignment)
    assert [(problem.message, problem.hint) for problem in document.problems] == [(message, hint)]


SAID = {"null": "", '""': "", '"null"': "null", "nil": "nil", "x": "x", '"x"': '"x"'}


@pytest.mark.parametrize("value", SAID)
def test_null_and_empty_text_can_be_said(value: str) -> None:
    """Without losing the text that reads like null."""
    (document,) = loads(MANIFEST)
    document.override(f"metadata.org={value}")
    assert document.problems == []
    assert document.message.metadata.org == SAID[value]  # type: ignore[union-attr]


# The table, and what may be written anywhere.

TYPES = {message.name: message for message in reachable(KubernetesStatefulSetStackInput.DESCRIPTOR)}
NAMES = {name for message in TYPES.values() for name in fields_of(message)}
BROUGHT = sorted(NAMES | {name for names in kubernetes.fields().values() for name in names})
SCHEMAS = File(kubernetes_validate.__file__).parent / "kubernetes-json-schema" / "v1.37.0-local"
GROUPS = {
    "StatefulSetSpec": "apps-v1",
    "DeploymentSpec": "apps-v1",
    "ObjectMeta": "meta-v1",
    "LabelSelector": "meta-v1",
}
GROUPS |= {"IngressSpec": "networking-v1", "PodDisruptionBudgetSpec": "policy-v1"}
GROUPS |= {"HorizontalPodAutoscalerSpec": "autoscaling-v2"}


def places(message: Descriptor, path: Path) -> Iterator[tuple[Path, Descriptor]]:
    """Every place of a message, one element standing for all of a list or a map."""
    yield path, message
    for field in message.fields:
        held = type_in(field)
        if held is not None:
            element: Path = () if not field.is_repeated else (Key("X"),) if is_map(field) else (0,)
            yield from places(held, (*path, field.json_name, *element))


PLACES = list(places(ROOT, ()))


@pytest.mark.parametrize("name", kubernetes.fields())
def test_the_fields_of_kubernetes_are_those_of_its_schemas(name: str) -> None:
    """None is made up, and none is left out."""
    schema = json.loads((SCHEMAS / f"{name.lower()}-{GROUPS.get(name, 'v1')}.json").read_text(encoding="utf-8"))
    assert kubernetes.fields()[name] == set(schema["properties"])


def test_each_row_is_about_a_key_that_is_not_known() -> None:
    """Once the API has the field, what the table says of it is wrong."""
    assert {
        key for words in (INSTEAD, IN_APPLICATION) for keys in words.values() for key in keys.split()
    } & NAMES == set()
    for name, rows in MEANT.items():
        known = fields_of(TYPES[name])
        assert set(rows) & set(known) == set()
        assert {field for row in rows.values() for field in row.fields} <= set(known)
    assert set(kubernetes.COUNTERPARTS) <= set(TYPES)
    for name in WRITTEN:
        message, _, field = name.partition(".")
        assert not field or field in TYPES[message].fields_by_name
    assert ANY not in NAMES


def test_each_row_has_a_case() -> None:
    """Every text is held by one of those above."""
    written = [parse(path)[0] for _, _, path, _, _ in KEYS]
    cases = [(path[:-1], str(path[-1])) for path in written] + [(parse(path)[0], key) for path, key, _ in ROWS]
    held = {(way(path, ROOT)[-1][1].name, key) for path, key in cases}
    assert {(name, key) for name, rows in MEANT.items() for key in rows if key != ANY} <= held
    hints = [hint for *_, hint in [*KEYS, *ROWS]]
    assert [words for words in (*INSTEAD, *IN_APPLICATION) if not any(words in hint for hint in hints)] == []


def field_at(path: Path) -> FieldDescriptor:
    """The field that the path leads to."""
    return fields_of(way(path[:-1], ROOT)[-1][1])[str(path[-1])]


NODES: list[Node | None] = [None, ScalarNode("", "1"), MappingNode("", []), SequenceNode("", [])]


@pytest.mark.parametrize(("path", "message"), PLACES, ids=[spell(path) or "root" for path, _ in PLACES])
def test_no_hint_leads_into_a_wall(path: Path, message: Descriptor) -> None:
    """Whatever is written wherever, what is meant is there, in the same container, and takes such a value."""
    in_sidecar = spell(path).startswith("spec.container.sidecars[0]")
    for key in BROUGHT:
        for node in NODES:
            if key in shape_of(message).members:
                continue
            meant, hint = guess(Stray(key, path, ROOT, node))
            assert hint or not kubernetes.counterpart_has(message.name, key) or node
            assert not (in_sidecar and APP in hint), (key, hint)
            assert not in_sidecar or all(spell(place)[: len(APP)] != APP for place in meant)
            for place in meant:
                field = field_at(place)
                assert not hint.startswith("it belongs at") or fits(field, node) or written(field) in hint
            for quoted in hint.split("`")[1::2]:
                steps = parse(quoted)[0]
                assert not quoted.startswith("spec.") or field_at(steps)
