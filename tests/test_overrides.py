# SPDX-License-Identifier: Apache-2.0
"""Fields set from outside a manifest: what they set, and what is said of those that cannot be."""

from typing import Any

import pytest
from google.protobuf import json_format

from planton_sts.loading import Document, Place, loads
from planton_sts.paths import Key, Path
from planton_sts.problems import Problem

MANIFEST = """\
metadata: {name: ledger}
spec:
  namespace: db
  container:
    app:
      args: [a, b]
      ports:
        - {name: http, containerPort: 80}
      env:
        secrets: {A: x}
"""


def document(*assignments: str) -> Document:
    (loaded,) = loads(MANIFEST, "m.yaml")
    for assignment in assignments:
        loaded.override(assignment)
    return loaded


def value_at(loaded: Document, path: str) -> Any:
    assert loaded.message is not None
    value: Any = json_format.MessageToDict(loaded.message)
    for step in path.split("/"):
        value = value[int(step) if step.isdigit() else step]
    return value


APP = "spec.container.app"
SET = [
    ("number", ["spec.availability.replicas=5"], "spec/availability/replicas", 5),
    ("number of another base", [f"{APP}.ports[0].servicePort=0x50"], "spec/container/app/ports/0/servicePort", 80),
    ("snake case", ["spec.create_namespace=yes"], "spec/createNamespace", True),
    ("text as it is", ["metadata.name=1.10"], "metadata/name", "1.10"),
    ("text that says null", ['metadata.name="null"'], "metadata/name", "null"),
    ("text with everything", ["metadata.name={a: [b]}, = # c"], "metadata/name", "{a: [b]}, = # c"),
    ("entry", ["metadata.labels[team]=x=y"], "metadata/labels/team", "x=y"),
    ("entry with a quoted key", ['metadata.labels["a b"]=c'], "metadata/labels/a b", "c"),
    ("entry with a number for a key", ["metadata.labels[0]=c"], "metadata/labels", {"0": "c"}),
    ("element", [f"{APP}.args[1]=c"], "spec/container/app/args", ["a", "c"]),
    ("another element", [f"{APP}.args[+]=c"], "spec/container/app/args", ["a", "b", "c"]),
    ("list", [f"{APP}.args=[c, 1.10]"], "spec/container/app/args", ["c", "1.10"]),
    ("list in JSON", [f'{APP}.args=["c"]'], "spec/container/app/args", ["c"]),
    ("another message", [f"{APP}.ports[+].name=grpc"], "spec/container/app/ports/1", {"name": "grpc"}),
    ("the one just added", [f"{APP}.ports[+]={{}}", f"{APP}.ports[1].name=y"], "spec/container/app/ports/1/name", "y"),
    ("message", [f"{APP}.ports[0]={{name: x}}"], "spec/container/app/ports", [{"name": "x"}]),
    ("map", ["metadata.labels={a: b}"], "metadata/labels", {"a": "b"}),
    ("message at once", ["spec.availability={replicas: 2}"], "spec/availability", {"replicas": 2}),
    ("shorthand", ["spec.namespace=x"], "spec/namespace", {"value": "x"}),
    ("reference", ["spec.namespace={valueFrom: {name: x}}"], "spec/namespace", {"valueFrom": {"name": "x"}}),
    ("other member of a oneof", ["spec.namespace.valueFrom.name=x"], "spec/namespace", {"valueFrom": {"name": "x"}}),
    ("secret", [f"{APP}.env.secrets[A]=[y"], "spec/container/app/env/secrets/A", {"value": "[y"}),
    ("new secret", [f"{APP}.env.secrets[B].secretRef.key=y"], "spec/container/app/env/secrets/B/secretRef/key", "y"),
    ("null", ["spec.namespace={value: null}"], "spec/namespace", {}),
    ("nothing", ["spec.container=null", "metadata.id=x"], "spec", {"namespace": {"value": "db"}}),
    ("list for a message", [f"{APP}.env=[{{name: A}}]"], "spec/container/app/env", {"entries": [{"name": "A"}]}),
    ("enum", ["spec.targetCluster.clusterKind=3"], "spec/targetCluster/clusterKind", "TestCloudResourceThree"),
]  # fmt: skip


@pytest.mark.parametrize(("assignments", "path", "value"), [row[1:] for row in SET], ids=[row[0] for row in SET])
def test_set(assignments: list[str], path: str, value: Any) -> None:
    """An assignment sets one field, by the schema's types."""
    loaded = document(*assignments)
    assert loaded.problems == []
    assert value_at(loaded, path) == value


FIELD = "must be a field of `{}`".format
WITHIN = "must have an index within `{}`, or `[+]` to append".format
AFTER = "must have an index after `{}`, such as `[0]`, or `[+]` to append".format
END = "must end at `{}`, which has no fields".format
WRONG = [
    (f"{APP}.prots", "x", "load.override", FIELD(APP), "did you mean `ports`?"),
    ("spec.replicas", "x", "load.override", FIELD("spec"), "it belongs at `spec.availability.replicas`"),
    ("foo.bar", "x", "load.override", FIELD("KubernetesStatefulSet"), ""),
    ("spec[0]", "x", "load.override", FIELD("spec"), ""),
    (f"{APP}.ports[1].name", "x", "load.override", WITHIN("ports"), "the last index is 0"),
    (f"{APP}.command[0]", "x", "load.override", WITHIN("command"), "the list is empty"),
    (f"{APP}.ports.name", "x", "load.override", AFTER("ports"), ""),
    (f"{APP}.args[a]", "x", "load.override", AFTER("args"), ""),
    ("metadata.labels.team", "x", "load.override", "must have the key in brackets", "write `[team]`"),
    ("metadata.name.x", "y", "load.override", END("metadata.name"), ""),
    (f"{APP}.args[0].x", "y", "load.override", END(f"{APP}.args[0]"), ""),
    ("spec.availability.replicas", "x", "load.type", "must be a whole number, such as `1`", ""),
    (f"{APP}.args", "x", "load.type", "must be a list, such as `[a, b]`", ""),
    (f"{APP}.args", "[x", "load.yaml", "must close `[` with `]`, and have `,` between the elements", ""),
    (f"{APP}.ports[0]", "null", "load.type", "must be a mapping with keys such as `name` and `containerPort`", ""),
    (f"{APP}.env.secrets[A]", "{x: y}", "load.unknown_key", FIELD(f"{APP}.env.secrets[A]"), ""),
]


@pytest.mark.parametrize(
    ("path", "value", "rule", "message", "hint"), WRONG, ids=[f"{row[0]}={row[1]}" for row in WRONG]
)
def test_wrong(path: str, value: str, rule: str, message: str, hint: str) -> None:
    """What cannot be set is a problem without lines, never shows the value, and changes nothing."""
    loaded = document(f"{path}={value}")
    assert loaded.problems == [Problem(path, rule, message, hint=hint, file=f"--set {path}")]
    assert loaded.message == document().message
    assert loaded.place(("metadata", "name")) == Place("m.yaml", 1, 18, 1, 24)


def test_wrong_below_what_is_set() -> None:
    """A problem within the value says where in it."""
    (problem,) = document(f"{APP}.ports=[{{nam: x}}]").problems
    assert (problem.path, problem.file) == (f"{APP}.ports[0].nam", f"--set {APP}.ports")
    assert document(f"{APP}.ports=[{{nam: x}}]").place(("spec", "container", "app", "ports")).line == 8


@pytest.mark.parametrize("assignment", ["spec.availability", "=x", "", "spec..a=x", ".a=x", "metadata.name=\ud83d"])
def test_no_assignment(assignment: str) -> None:
    """What is no path and value says so, without repeating itself, for it may be a secret."""
    message = "must be a path, `=` and a value in UTF-8, such as `spec.availability.replicas=3`"
    assert document(assignment).problems == [Problem("", "load.override", message, file="--set")]


PLACES: list[tuple[str, Path, Place]] = [
    ("spec.namespace=x", ("spec", "namespace", "value"), Place("--set spec.namespace")),
    ("spec.namespace=x", ("spec",), Place("m.yaml", 3, 3, 11, 1)),
    ("spec.namespace=x", ("metadata", "name"), Place("m.yaml", 1, 18, 1, 24)),
    (f"{APP}.ports[+].name=x", ("spec", "container", "app", "ports", 1, "name"), Place(f"--set {APP}.ports[1].name")),
    ("metadata.labels[0]=x", ("metadata", "labels", Key("0")), Place("--set metadata.labels[0]")),
]


@pytest.mark.parametrize(("assignment", "path", "place"), PLACES)
def test_place(assignment: str, path: Path, place: Place) -> None:
    """A field that was set stands in no file; all others stand where they stood."""
    assert document(assignment).place(path) == place


def test_the_last_assignment_counts() -> None:
    """Later assignments override earlier ones, and are where the value stands."""
    loaded = document("spec.availability={replicas: 1}", "spec.availability.replicas=2")
    assert value_at(loaded, "spec/availability/replicas") == 2
    assert loaded.place(("spec", "availability", "replicas")) == Place("--set spec.availability.replicas")


def test_foreign_documents_have_no_fields() -> None:
    """Nothing is set in a document that is not ours or could not be read."""
    (loaded,) = loads("a: 'b")
    loaded.override("spec.availability.replicas=5")
    assert [problem.rule for problem in loaded.problems] == ["load.yaml"]
