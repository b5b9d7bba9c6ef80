# SPDX-License-Identifier: Apache-2.0
"""Where each field of a document stands, and which of its lines nobody may quote."""

from collections.abc import Iterator
from typing import Any

import pytest
from google.protobuf.descriptor import Descriptor

from planton_sts.loading import Document, Place, loads
from planton_sts.loading.source_map import _snake_case
from planton_sts.messages import KubernetesStatefulSet, KubernetesStatefulSetStackInput
from planton_sts.paths import Key, Path, parse, spell

MANIFEST = """\
kind: KubernetesStatefulSet
metadata:
  name: ledger
  labels: {team: a, 'b c': d}
spec:
  namespace: db
  create_namespace: true
  container:
    app:
      ports: &ports
        - name: http
          containerPort: 80
        - {name: grpc}
      livenessProbe: &probe
        periodSeconds: 5
      readinessProbe:
        <<: *probe
        httpGet: {}
      env:
        variables: {A: {value: x}}
    sidecars:
      - name: proxy
        ports: *ports
  ingress:
"""

PLACES = [
    ("scalar", ("metadata", "name"), (3, 9, 3, 15)),
    ("mapping", ("metadata", "labels"), (4, 11, 4, 30)),
    ("entry", ("metadata", "labels", Key("team")), (4, 18, 4, 19)),
    ("entry with a quoted key", ("metadata", "labels", Key("b c")), (4, 28, 4, 29)),
    ("snake case", ("spec", "createNamespace"), (7, 21, 7, 25)),
    ("shorthand", ("spec", "namespace", "value"), (6, 14, 6, 16)),
    ("what shorthand stands for", ("spec", "namespace"), (6, 14, 6, 16)),
    ("beside shorthand", ("spec", "namespace", "valueFrom"), (6, 3, 6, 12)),
    ("element's field", ("spec", "container", "app", "ports", 0, "containerPort"), (12, 26, 12, 28)),
    ("flow element's field", ("spec", "container", "app", "ports", 1, "name"), (13, 18, 13, 22)),
    ("merged field", ("spec", "container", "app", "readinessProbe", "periodSeconds"), (15, 24, 15, 25)),
    ("field of an alias", ("spec", "container", "sidecars", 0, "ports", 0, "name"), (11, 17, 11, 21)),
    ("value in a map", ("spec", "container", "app", "env", "variables", Key("A"), "value"), (20, 32, 20, 33)),
    ("null", ("spec", "ingress"), (24, 11, 24, 11)),
    ("below null", ("spec", "ingress", "hostname"), (24, 3, 24, 10)),
    ("missing field", ("spec", "availability"), (5, 1, 5, 5)),
    ("below a missing field", ("spec", "availability", "replicas"), (5, 1, 5, 5)),
    ("missing field of an element", ("spec", "container", "app", "ports", 0, "servicePort"), (11, 11, 11, 15)),
    ("missing element", ("spec", "container", "app", "ports", 7), (10, 7, 10, 12)),
    ("no element", ("spec", "container", "app", "ports", -1), (10, 7, 10, 12)),
    ("missing entry", ("metadata", "labels", Key("x")), (4, 3, 4, 9)),
    ("field of a map", ("metadata", "labels", Key("createNamespace")), (4, 3, 4, 9)),
    ("missing at the root", ("status",), (1, 1, 1, 5)),
    ("document", (), (1, 1, 25, 1)),
]


@pytest.mark.parametrize(("path", "place"), [row[1:] for row in PLACES], ids=[row[0] for row in PLACES])
def test_place(path: Path, place: tuple[int, int, int, int]) -> None:
    """A path leads to its value, or to the nearest name above it."""
    (document,) = loads(MANIFEST, "m.yaml")
    assert document.place(path) == Place("m.yaml", *place)


def test_place_in_a_list_for_a_message() -> None:
    """The list is the field that it stands for, and what else the message may have is missing."""
    (document,) = loads("spec:\n container: {app: {env: [{name: A}, {name: B}]}}")
    env: Path = ("spec", "container", "app", "env")
    assert document.place((*env, "entries")) == document.place(env) == Place("", 2, 25, 2, 47)
    assert document.place((*env, "entries", 1, "name")) == Place("", 2, 44, 2, 45)
    assert document.place((*env, "entries", 1, "value")) == Place("", 2, 38, 2, 42)


def test_place_in_later_documents() -> None:
    """Lines count from the start of the source."""
    documents = loads("metadata: {name: a}\n---\nmetadata:\n  name: b\n", "m.yaml")
    assert [document.place(("metadata", "name")).line for document in documents] == [1, 4]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_place_in_json(newline: str) -> None:
    """JSON has lines too."""
    (document,) = loads(f'{{{newline}\t"metadata": {{"name": "😀",{newline}"id": "x"}}}}', "m.json")
    assert document.place(("metadata", "name")) == Place("m.json", 2, 23, 2, 26)
    assert document.place(("metadata", "id")) == Place("m.json", 3, 7, 3, 10)
    assert document.place(("spec",)) == Place("m.json", 2, 2, 2, 12)


def test_place_without_a_text() -> None:
    """What could not be read has no lines."""
    assert Document("m.yaml", 0).place(("spec",)) == Place("m.yaml")


def test_place_in_an_empty_document() -> None:
    """Where there is no name to point at, the document's start is the place."""
    (document,) = loads("kind: KubernetesStatefulSet\nspec: {}\n", "m.yaml")
    assert document.place(("spec", "namespace")) == Place("m.yaml", 2, 1, 2, 5)


def names(message: Descriptor) -> Iterator[Any]:
    for field in message.fields:
        yield field
        yield from names(field.message_type) if field.message_type else ()


@pytest.mark.parametrize("kind", [KubernetesStatefulSet, KubernetesStatefulSetStackInput])
def test_every_field_is_found_in_either_spelling(kind: type[KubernetesStatefulSet]) -> None:
    """The one spelling gives the other for each field of the schema."""
    assert all(_snake_case(field.json_name) == field.name for field in names(kind.DESCRIPTOR))


PATHS: list[tuple[str, Path]] = [
    ("", ()),
    ("spec", ("spec",)),
    ("spec.container.app.ports[0].name", ("spec", "container", "app", "ports", 0, "name")),
    ("metadata.labels[example.com/a]", ("metadata", "labels", Key("example.com/a"))),
    ('metadata.labels["a b"]', ("metadata", "labels", Key("a b"))),
    ('metadata.labels[""]', ("metadata", "labels", Key(""))),
    ("metadata.labels[01]", ("metadata", "labels", Key("01"))),
    ('metadata["a b"]', ("metadata", Key("a b"))),
]


@pytest.mark.parametrize(("text", "path"), PATHS, ids=[row[0] for row in PATHS])
def test_paths_are_read_as_they_are_spelt(text: str, path: Path) -> None:
    """Reading a path undoes spelling it."""
    assert parse(text) == (path, "")
    assert spell(path) == text


@pytest.mark.parametrize(("text", "path"), [(".a", ()), ("a..b", ("a",)), ("a[", ("a",)), ('a["\\q"]', ("a", "\\q"))])
def test_broken_paths_are_read_as_far_as_they_go(text: str, path: Path) -> None:
    """A path that nobody spells like that leads to what it begins with."""
    assert parse(text)[0] == path


SPEC = "spec:\n container:\n  app:\n   env:\n    secrets:"
SECRETS = [
    ("short form", SPEC + "\n     A: x\n     B: {secretRef: {}}\n", {6}),
    ("long form", "spec: {container: {app: {env: {secrets: {A: {\n value: x,\n secretRef: \n}}}}}}\n", {2}),
    ("block and what ends it", SPEC + "\n     A: |\n      x\n     B: y", {6, 7, 8}),
    ("block at the end", SPEC + "\n     A: |\n      x", {6, 7}),
    ("unknown key beside it", "spec: {container: {app: {env: {secrets: {A: {\n x: y\n}}}}}}\n", {2}),
    ("list in its place", "spec: {container: {app: {env: {secrets: {\n A: [x]\n}}}}}\n", {2}),
    ("list in the map's place", "spec: {container: {app: {env: {secrets:\n [x,\n y]\n}}}}\n", {2, 3}),
    ("text above it", "spec:\n  x\n", {2}),
    ("entry", "spec: {container: {app: {env: [\n{name: A, value: x},\n{name: PASSWORD, value: x}]}}}", {3}),
    ("key", "spec: {container: {app: {env: [{name: TOKEN,\nvalueFrom: {secretKeyRef: {optional: true}}}]}}}", {1}),
    ("Secrets", "spec: {container: {app: {envFrom: [{secretRef: {\nname: a,\noptional: true}}]}}}", set()),
    ("alias", "metadata:\n  name: &a x\nspec: {container: {app: {env: {secrets: {A: *a}}}}}\n", {2}),
    ("merge", "spec:\n {container: {app: {env: {secrets: {<<: {\n A: x\n}}}}}}\n", {3}),
    ("merge of no mapping", "spec:\n <<:\n  x\n", {3}),
    ("misspelt", "spec:\n  contianer:\n    app: x\n", {2, 3}),
    ("misplaced", "spec:\n  secrets:\n    A: x\n", {2, 3}),
    ("of an unknown name", "spec:\n  password: x\n", {2}),
    ("key that is a list", "spec:\n  [x]: y\n", {2}),
    ("harmless misplaced key", "spec:\n  replicas: 3\n", set()),
    ("harmless misspelt key", "spec:\n  namespaec: x\n", set()),
    ("a key that may mean a secret", "metadata:\n  password: x\n", {2}),
    ("pull secret", "target:\ndockerConfigJson:\n x\n", {3}),
    ("credentials", "{target: ,\nproviderConfig: {gcpGke: {\nserviceAccountKeyBase64: x}}}\n", {3}),
    ("list", "spec: {container: {sidecars: [{name: x}]}}\n", set()),
    ("list of no messages", "spec: {container: {sidecars: {a: b}}}\n", set()),
    ("not read", "a: 'b", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lines"), [row[1:] for row in SECRETS], ids=[row[0] for row in SECRETS])
def test_redacted_lines(text: str, lines: set[int]) -> None:
    """Lines that hold a secret are known, and so are those that may hold one by mistake."""
    (document,) = loads(text)
    assert document.redacted_lines() == lines


def test_lines() -> None:
    """A source's lines can be shown beside its problems."""
    first, second = loads("metadata: {}\n---\nspec: {}\r\n", "m.yaml")
    assert (first.line(1), second.line(3), second.line(9), second.line(0)) == ("metadata: {}", "spec: {}", "", "")
    assert Document("m.yaml", 0).line(1) == ""
