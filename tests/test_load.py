# SPDX-License-Identifier: Apache-2.0
"""What manifests mean: every form that is published or that YAML and JSON allow."""

import json
from pathlib import Path
from typing import Any

import pytest
from google.protobuf import json_format
from hypothesis import given, settings

from planton_sts import messages
from planton_sts.loading import Document, loads, reads
from planton_sts.messages import (
    CloudResourceKind,
    KubernetesSensitiveValue,
    KubernetesStatefulSet,
    KubernetesStatefulSetSpec,
    KubernetesStatefulSetStackInput,
    StringValueOrRef,
    ValueFromRef,
)
from strategies import messages as any_message
from tables import ROOT

PUBLISHED = ROOT.parent / "shared" / "published"


def one(text: str | bytes) -> Any:
    """The message of a text that is one document without problems."""
    (document,) = loads(text, "m.yaml")
    assert document.problems == []
    return document.message


def spec(text: str) -> Any:
    """The spec that the lines below `spec:` stand for."""
    return one("kind: KubernetesStatefulSet\nspec:\n" + "".join(f"  {line}\n" for line in text.splitlines())).spec


@pytest.mark.skipif(not PUBLISHED.is_dir(), reason="the published manifests are not part of the distribution")
@pytest.mark.parametrize("file", sorted(PUBLISHED.glob("*.yaml")), ids=lambda file: file.stem)
def test_published_manifests_load(file: Path) -> None:
    """Each loads, and says what its plain form says."""
    message = one(file.read_bytes())
    assert message.spec.namespace.value
    assert message.spec.container.app.image.tag


SHORTHAND = [
    ("plain text", "namespace: db", StringValueOrRef(value="db")),
    ("plain number", "namespace: 1.10", StringValueOrRef(value="1.10")),
    ("empty text", 'namespace: ""', StringValueOrRef(value="")),
    ("long form", "namespace: {value: db}", StringValueOrRef(value="db")),
    (
        "reference",
        "namespace: {valueFrom: {kind: KubernetesNamespace, name: db, fieldPath: spec.name}}",
        StringValueOrRef(
            value_from=ValueFromRef(kind=CloudResourceKind.KubernetesNamespace, name="db", field_path="spec.name")
        ),
    ),
    ("reference in snake case", "namespace: {value_from: {name: db}}", StringValueOrRef(value_from={"name": "db"})),
    ("neither", "namespace: {}", StringValueOrRef()),
    ("null member", "namespace: {value: db, valueFrom: null}", StringValueOrRef(value="db")),
]


@pytest.mark.parametrize(("text", "value"), [row[1:] for row in SHORTHAND], ids=[row[0] for row in SHORTHAND])
def test_shorthand(text: str, value: StringValueOrRef) -> None:
    """A scalar stands for the value of a value-or-reference message."""
    read = spec(text)
    assert read.namespace == value
    assert read.HasField("namespace")


def test_null_namespace_is_unset() -> None:
    """Null is no value, whereas empty text is one."""
    assert not spec("namespace:").HasField("namespace")


def env(text: str) -> Any:
    """The variables of the application that the text stands for."""
    return spec(f"container: {{app: {{env: {text}}}}}").container.app.env


LISTS = [
    ("list", "[{name: A, value: 1.10}, {name: B}]"),
    ("long form", "{entries: [{name: A, value: 1.10}, {name: B}]}"),
    ("list of its tag", "!!seq [{name: A, value: '1.10'}, {name: B}]"),
    ("list of a mapping that is merged", "[{<<: {value: 1.10}, name: A}, {name: B}]"),
]


@pytest.mark.parametrize("text", [row[1] for row in LISTS], ids=[row[0] for row in LISTS])
def test_list_for_a_message(text: str) -> None:
    """A list stands for the field of the message that takes it, as Kubernetes writes variables."""
    assert [(entry.name, entry.value) for entry in env(text).entries] == [("A", "1.10"), ("B", "")]


def test_what_is_no_list_for_a_message() -> None:
    """What is wrong in such a list stands where its long form would have it; another message takes none."""
    (document,) = loads("spec: {container: {app: {env: [A=b, {nam: A}], image: []}}}")
    assert [(problem.path, problem.rule) for problem in document.problems] == [
        ("spec.container.app.env.entries[0]", "load.type"),
        ("spec.container.app.env.entries[1].nam", "load.unknown_key"),
        ("spec.container.app.image", "load.type"),
    ]
    assert not env("[]").entries
    assert not env("").entries


def test_secrets_in_every_form() -> None:
    """A secret is plain text, a value, or a reference."""
    secrets = "{A: x, B: {value: y}, C: {secretRef: {name: s, key: k}}, D: {secret_ref: {}}}"
    assert dict(spec(f"container: {{app: {{env: {{secrets: {secrets}}}}}}}").container.app.env.secrets) == {
        "A": KubernetesSensitiveValue(value="x"),
        "B": KubernetesSensitiveValue(value="y"),
        "C": KubernetesSensitiveValue(secret_ref={"name": "s", "key": "k"}),
        "D": KubernetesSensitiveValue(secret_ref={}),
    }


TEXTS = [
    *[
        (text, text)
        for text in ("1.10", "15", "yes", "0644", "1e3", "12:30:45", "2020-01-01", "=", "NaN", ".inf", "0x1F")
    ],
    ('""', ""),
    ("''", ""),
    ('"null"', "null"),
    ("'~'", "~"),
    ("!!str null", "null"),
    ("!!str 5", "5"),
    ("!!int 5", "5"),
    ("'it''s'", "it's"),
    ('"a\\tb"', "a\tb"),
    ("two\n      lines", "two lines"),
    ("|\n      a\n       b\n", "a\n b\n"),
    (">-\n      a\n      b\n", "a b"),
    ("*kept", "KubernetesStatefulSet"),
]


@pytest.mark.parametrize(("written", "text"), TEXTS, ids=[repr(row[0]) for row in TEXTS])
def test_text_is_what_was_written(written: str, text: str) -> None:
    """A text field takes a scalar as it stands there, whatever YAML would make of it elsewhere."""
    manifest = f"kind: &kept KubernetesStatefulSet\nmetadata:\n  name: {written}\n  labels:\n    a: {written}\n"
    assert one(manifest).metadata.name == text
    assert dict(one(manifest).metadata.labels) == {"a": text}


@pytest.mark.parametrize("null", ["", "~", "null", "Null", "NULL", "!!null ''"])
@pytest.mark.parametrize(
    "field", ["namespace", "podManagementPolicy", "createNamespace", "configMaps", "volumeClaimTemplates"]
)
def test_null_is_unset(field: str, null: str) -> None:
    """Null leaves any field as if it were not written."""
    assert spec(f"{field}: {null}") == KubernetesStatefulSetSpec()


def test_null_number_is_unset() -> None:
    """Null is not zero."""
    assert not spec("availability: {replicas: null}").availability.HasField("replicas")


NUMBERS = [("5", 5), ('"5"', 5), ("0x10", 16), ("0644", 420), ("0o644", 420), ("0b11", 3), ("1_000", 1000)]
NUMBERS += [("5.0", 5), ("1e3", 1000), ("1.5e1", 15), ("-0", 0), ("+7", 7), ("-0x10", -16), ("0", 0), ("00", 0)]
NUMBERS += [("2147483647", 2**31 - 1), ("-2147483648", -(2**31)), ("'-1'", -1), ("!!int 3", 3)]


@pytest.mark.parametrize(("written", "number"), NUMBERS)
def test_numbers(written: str, number: int) -> None:
    """A number may be written as YAML 1.1, YAML 1.2 or ProtoJSON write it."""
    assert spec(f"availability: {{replicas: {written}}}").availability.replicas == number


@pytest.mark.parametrize("written", ["true", "True", "TRUE", "yes", "on", '"true"', "!!bool yes"])
def test_true(written: str) -> None:
    """YAML 1.1's words for yes; in quotes only `true`."""
    assert spec(f"createNamespace: {written}").create_namespace


@pytest.mark.parametrize("written", ["false", "False", "NO", "off", "'false'"])
def test_false(written: str) -> None:
    """YAML 1.1's words for no; in quotes only `false`."""
    assert not spec(f"createNamespace: {written}").create_namespace


@pytest.mark.parametrize(
    ("written", "number"),
    [("KubernetesNamespace", None), ("3", 3), ("99999", 99999), ('"7"', 7), ("null", 0), ("-1", -1)],
)
def test_enums(written: str, number: int | None) -> None:
    """An enum is a name or a number, also a number that has no name yet."""
    expected = CloudResourceKind.KubernetesNamespace if number is None else number
    assert spec(f"namespace: {{valueFrom: {{kind: {written}}}}}").namespace.value_from.kind == expected


MERGES = [
    ("one", "<<: *a", {"x": "1", "y": "2"}),
    ("own entry wins", "{<<: *a, x: 9}", {"x": "9", "y": "2"}),
    ("own entry wins from behind", "{x: 9, <<: *a}", {"x": "9", "y": "2"}),
    ("list, the first wins", "<<: [*b, *a]", {"x": "3", "y": "2"}),
    ("of a merge", "<<: *c", {"x": "1", "y": "2", "z": "4"}),
    ("of itself", "&d {<<: *d, x: 5}", {"x": "5"}),
    ("quoted key is a key", '{"<<": "1"}', {"<<": "1"}),
]


@pytest.mark.parametrize(("labels", "expected"), [row[1:] for row in MERGES], ids=[row[0] for row in MERGES])
def test_merge_keys_in_maps(labels: str, expected: dict[str, str]) -> None:
    """`<<` brings in other mappings' entries, which give way to the mapping's own."""
    anchors = "{x: &a {x: 1, y: 2}, y: &b {x: 3}, z: &c {<<: *a, z: 4}}"
    labels = labels if labels[0] in "{&" else f"{{{labels}}}"
    (document,) = loads(f"metadata: {{labels: {labels}}}\n".replace("metadata", f"anchors: {anchors}\nmetadata"))
    assert [problem.path for problem in document.problems] == ["anchors"]
    assert dict(document.message.metadata.labels) == expected  # type: ignore[union-attr]


def test_merge_keys_in_messages() -> None:
    """An own entry wins in either spelling, and over the other member of its oneof."""
    message = spec(
        "container:\n"
        "  app: {livenessProbe: &p {periodSeconds: 5, httpGet: {portNumber: 1}},\n"
        "        readinessProbe: {<<: *p, period_seconds: 6},\n"
        "        startupProbe: {<<: *p, exec: {command: [x]}}}"
    )
    app = message.container.app
    assert (app.readiness_probe.period_seconds, app.readiness_probe.http_get.port_number) == (6, 1)
    assert (app.startup_probe.period_seconds, app.startup_probe.WhichOneof("handler")) == (5, "exec")


KINDS = [
    ("by kind", "kind: KubernetesStatefulSet", KubernetesStatefulSet),
    ("by kind in another case", "kind: kubernetesstatefulset", KubernetesStatefulSet),
    ("by a misspelt kind", "kind: KubernetesStatefulSett", KubernetesStatefulSet),
    ("by version", "apiVersion: kubernetes.project-planton.org/v1", KubernetesStatefulSet),
    ("by version in snake case", "api_version: kubernetes.project-planton.org/v1", KubernetesStatefulSet),
    ("by metadata", "metadata: {}", KubernetesStatefulSet),
    ("by spec", "{kind: null, spec: {}}", KubernetesStatefulSet),
    ("by target", "target: {kind: KubernetesStatefulSet}", KubernetesStatefulSetStackInput),
    ("by merged kind", "<<: {kind: KubernetesStatefulSet}", KubernetesStatefulSet),
    ("Kubernetes' own", "{apiVersion: apps/v1, kind: StatefulSet, spec: {}}", None),
    ("a sister kind", "{apiVersion: kubernetes.project-planton.org/v1, kind: KubernetesDaemonSet}", None),
    ("another API's similar kind", "{apiVersion: example.com/v1, kind: KubeStatefulSet}", None),
    ("no kind that reads", "{kind: [a], a: b}", None),
    ("any mapping", "a: b", None),
    ("version without kind", "{apiVersion: v1, metadata: {}}", None),
    ("a very long kind", f"kind: {'KubernetesStatefulSet' * 9}", None),
]


@pytest.mark.parametrize(("text", "kind"), [row[1:] for row in KINDS], ids=[row[0] for row in KINDS])
def test_kinds(text: str, kind: type[messages.Message] | None) -> None:
    """A document is ours by its kind, or by what it holds when it has none."""
    (document,) = reads(text)
    assert document.foreign == (kind is None)
    assert type(document.message) is (kind or type(None))
    assert loads(text) == ([] if kind is None else [document])
    if kind is None:
        assert document.problems == []


def test_documents_are_numbered() -> None:
    """Null documents are passed over, and documents of other kinds are told apart."""
    text = "---\nmetadata: {}\n---\n---\n# nothing\n---\n{kind: ConfigMap, data: {x: 1.10}}\n---\nmetadata: {}\n"
    found = [(document.index, document.kind, document.foreign) for document in reads(text, "m.yaml")]
    assert found == [
        (0, "KubernetesStatefulSet", False),
        (3, "ConfigMap", True),
        (4, "KubernetesStatefulSet", False),
    ]
    assert [document.index for document in loads(text)] == [0, 4]


DATA = [
    (
        "scalars as written",
        "{a: 1.10, b: yes, c: null, d: '', 5: x}",
        {"a": "1.10", "b": "yes", "c": None, "d": "", "5": "x"},
    ),
    ("lists", "a: [1, [2], {b: c}]", {"a": ["1", ["2"], {"b": "c"}]}),
    ("merges", "{a: &a {x: 1, y: 2}, b: {<<: *a, x: 3}}", {"a": {"x": "1", "y": "2"}, "b": {"x": "3", "y": "2"}}),
    ("keys that are no text", "{[a]: b, c: d}", {"c": "d"}),
]


@pytest.mark.parametrize(("text", "data"), [row[1:] for row in DATA], ids=[row[0] for row in DATA])
def test_data(text: str, data: Any) -> None:
    """A foreign document is there as plain values."""
    assert reads(text)[0].data() == data


def test_data_of_nothing() -> None:
    """A document that could not be read holds nothing."""
    assert loads("a: 'b")[0].data() is None


ENCODED = [
    ("UTF-8", "metadata: {name: é}".encode()),
    ("UTF-8 with a mark", "\ufeffmetadata: {name: é}".encode()),
    ("UTF-16", "metadata: {name: é}".encode("utf-16")),
    ("UTF-16, big end first", "\ufeffmetadata: {name: é}".encode("utf-16-be")),
    ("text with a mark", "\ufeffmetadata: {name: é}"),
    ("Windows line ends", b"metadata:\r\n  name: \xc3\xa9\r\n"),
    ("old Macintosh line ends", b"metadata:\r  name: \xc3\xa9\r"),
    ("JSON with a mark", '\ufeff{"metadata": {"name": "é"}}'.encode()),
]


@pytest.mark.parametrize("text", [row[1] for row in ENCODED], ids=[row[0] for row in ENCODED])
def test_encodings(text: str | bytes) -> None:
    """Text is UTF-8, or UTF-16 that says so; line ends are of any kind."""
    assert one(text).metadata.name == "é"


JSON = [
    ("surrogate pair", r'"\ud83d\ude00"', "😀"),
    ("escaped solidus", r'"a\/b"', "a/b"),
    ("escaped control characters", r'"\u0000\u0007\b"', "\0\a\b"),
    ("what YAML takes for a line end", '"a\u2028b\u0085c"', "a\u2028b\u0085c"),
    ("what YAML refuses", '"a\x7fb"', "a\x7fb"),
    ("number as written", "1.10", "1.10"),
    ("truth as written", "true", "true"),
    ("colon without a space", '"x","org":"y"', "x"),
]


@pytest.mark.parametrize(("written", "text"), [row[1:] for row in JSON], ids=[row[0] for row in JSON])
def test_json_text(written: str, text: str) -> None:
    """JSON means what JSON says, where YAML's readers would refuse it or read something else."""
    assert (
        one(f'\n{{\t"metadata":\t{{"name":{written}\n}},\r\n\t"spec": {{}}, "status": null}}\n').metadata.name == text
    )


def test_long_json_names() -> None:
    """JSON's names have no bound of 1,024 characters."""
    text = json.dumps({"metadata": {"labels": {"k" * 3000: "v"}, "tags": []}})
    assert one(text).metadata.labels == {"k" * 3000: "v"}


@pytest.mark.parametrize(
    "text", ['{"metadata": {"name": x}}', '{"metadata": {"name": "x"},}', '{metadata: {name: "x"}}']
)
def test_flow_yaml_that_is_no_json(text: str) -> None:
    """What only begins like JSON is YAML."""
    assert one(text).metadata.name == "x"


@pytest.mark.parametrize("kind", [KubernetesStatefulSet, KubernetesStatefulSetStackInput])
def test_json_format_is_understood(kind: type[messages.Message]) -> None:
    """Whatever protobuf's JSON printer writes, in either spelling, is read back equal."""

    @settings(max_examples=100, deadline=None)
    @given(any_message(kind.DESCRIPTOR))
    def read_back(message: messages.Message) -> None:
        if isinstance(message, KubernetesStatefulSet):
            message.kind = "KubernetesStatefulSet"
        else:
            message.target.SetInParent()  # type: ignore[attr-defined]
        for keep in (False, True):
            text = json_format.MessageToJson(message, preserving_proto_field_name=keep, ensure_ascii=keep)
            assert one(text) == message

    read_back()


def test_documents_show_no_more_than_they_should() -> None:
    """A document in a log shows what it says, not its parts."""
    assert "_root" not in repr(Document("m.yaml", 0))
