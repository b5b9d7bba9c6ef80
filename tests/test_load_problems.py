# SPDX-License-Identifier: Apache-2.0
"""What is wrong with a text, and where: path, rule, line and column of each problem."""

import pytest
from google.protobuf.descriptor import Descriptor

from planton_sts.loading import loads
from planton_sts.loading.shapes import shape_of
from planton_sts.messages import KubernetesStatefulSet, KubernetesStatefulSetStackInput
from planton_sts.problems import Problem


def problems(text: str | bytes) -> list[Problem]:
    return [problem for document in loads(text, "m.yaml") for problem in document.problems]


def found(text: str | bytes) -> list[tuple[str, str, int | None, int | None]]:
    return [(problem.path, problem.rule, problem.line, problem.column) for problem in problems(text)]


ENV = "spec: {{container: {{app: {{env: {}}}}}}}".format
ENV_PATH = "spec.container.app.env"
TEMPLATES = "spec.volumeClaimTemplates[0]"

# What the text is, the text, and path, rule, line and column of its problem.
ONE = [
    ("unknown key", "metadata:\n  nam: x", "metadata.nam", "load.unknown_key", 2, 3),
    ("unknown key at the root", "spec: {}\nfoo: 1", "foo", "load.unknown_key", 2, 1),
    ("key that is a list", "metadata: {[a]: b}", "metadata[?]", "load.unknown_key", 1, 12),
    ("key with a space", "metadata: {a b: c}", 'metadata["a b"]', "load.unknown_key", 1, 12),
    ("key of no name", '{"metadata": {"": ""}}', 'metadata[""]', "load.unknown_key", 1, 15),
    ("unknown key in a list", "spec: {volumeClaimTemplates: [{x: 1}]}", f"{TEMPLATES}.x", "load.unknown_key", 1, 32),
    ("unknown key in a map", ENV("{variables: {A: {b: c}}}"), f"{ENV_PATH}.variables[A].b", "load.unknown_key", 1, 48),
    ("unknown key beside a secret", ENV("{secrets: {A: {b}}}"), f"{ENV_PATH}.secrets[A]", "load.unknown_key", 1, 46),
    ("duplicate key", "metadata:\n  name: x\n  name: x", "metadata.name", "load.duplicate_key", 3, 3),
    ("duplicate key, one of them null", "metadata:\n  name: x\n  name:", "metadata.name", "load.duplicate_key", 3, 3),
    ("key in both spellings", "spec: {configMaps: ,\n config_maps: }", "spec.configMaps", "load.duplicate_key", 2, 2),
    ("duplicate key in a map", "metadata: {labels: {a: x, 'a': y}}", "metadata.labels[a]", "load.duplicate_key", 1, 27),
    ("two of a oneof", "spec: {namespace: {value: x, valueFrom: {}}}", "spec.namespace.valueFrom", "load.oneof", 1, 30),
    ("list for a mapping", "spec: []", "spec", "load.type", 1, 7),
    ("text for a mapping", "spec: x", "spec", "load.type", 1, 7),
    ("text for a list", "metadata: {tags: x}", "metadata.tags", "load.type", 1, 18),
    ("text for a map", "metadata: {labels: x}", "metadata.labels", "load.type", 1, 20),
    ("list for a map", "metadata: {labels: []}", "metadata.labels", "load.type", 1, 20),
    ("list for text", "metadata: {name: []}", "metadata.name", "load.type", 1, 18),
    ("list for a value or reference", "spec: {namespace: []}", "spec.namespace", "load.type", 1, 19),
    ("mapping for a list", "metadata: {tags: {}}", "metadata.tags", "load.type", 1, 18),
    ("mapping for an element", "metadata: {tags: [a, {}]}", "metadata.tags[1]", "load.type", 1, 22),
    ("null for an element", "metadata: {tags: [a, null]}", "metadata.tags[1]", "load.type", 1, 22),
    ("null for a message in a list", "spec: {volumeClaimTemplates: [~]}", TEMPLATES, "load.type", 1, 31),
    ("null for an entry", "metadata: {labels: {a: }}", "metadata.labels[a]", "load.type", 1, 24),
    ("null for a message in a map", ENV("{variables: {A: ~}}"), f"{ENV_PATH}.variables[A]", "load.type", 1, 47),
    ("list for an entry", "metadata: {labels: {a: []}}", "metadata.labels[a]", "load.type", 1, 24),
    ("null for a key", "metadata: {labels: {~: a}}", "metadata.labels[~]", "load.type", 1, 21),
    ("list for a key", "metadata: {labels: {[a]: a}}", "metadata.labels[?]", "load.type", 1, 21),
    ("binary", "metadata: {name: !!binary aGk=}", "metadata.name", "load.type", 1, 18),
    ("tag of a scalar", "metadata: {name: !x y}", "metadata.name", "load.type", 1, 18),
    ("tag of a mapping", "spec: !x {}", "spec", "load.type", 1, 7),
    ("tag of a list", "metadata: {tags: !!set [a]}", "metadata.tags", "load.type", 1, 18),
    ("merge of text", "metadata: {<<: x}", "metadata", "load.type", 1, 16),
    ("merge of a list of text", "metadata: {labels: {<<: [{}, x]}}", "metadata.labels", "load.type", 1, 30),
    ("half a surrogate pair", '{"metadata": {"name": "\\ud83d"}}', "metadata.name", "load.encoding", 1, 23),
    ("half an element", '{"metadata": {"tags": ["\\ud83d"]}}', "metadata.tags[0]", "load.encoding", 1, 24),
    ("half a key", '{"metadata": {"labels": {"\\ud83d": 1}}}', "metadata.labels[\\ud83d]", "load.encoding", 1, 36),
    ("list", "---\n- a", "", "load.mapping", 2, 1),
    ("scalar", "hello", "", "load.mapping", 1, 1),
    ("JSON list", '[{"metadata": {}}]', "", "load.mapping", 1, 1),
    ("nothing", "", "", "load.empty", None, None),
    ("comments", "# nothing\n", "", "load.empty", None, None),
    ("nulls", "---\n---\n~\n", "", "load.empty", None, None),
    ("bytes that are no UTF-8", b"metadata:\n  name: \xc3\xa9\xff", "", "load.encoding", 2, 10),
    ("half of UTF-16", "ab".encode("utf-16")[:-1], "", "load.encoding", 1, 2),
    ("half a surrogate pair in YAML", "metadata:\n  name: \ud83d", "", "load.encoding", 2, 9),
]  # fmt: skip


SCALARS = {
    "spec: {availability: {replicas: %s}}": (
        "spec.availability.replicas",
        {
            "load.type": [
                "three",
                "1.5",
                "NaN",
                ".inf",
                "08",
                "'0644'",
                "'0x1'",
                "'5.0'",
                "x" * 99,
                "_5",
                "1:30",
                "[]",
                "{}",
            ],
            "load.range": ["2147483648", "-2147483649", "1e10", "9" * 99, "1e999999999999999999999", "0xFFFFFFFF"],
        },
    ),
    "spec: {createNamespace: %s}": (
        "spec.createNamespace",
        {"load.type": ["maybe", "1", '"yes"', "'True'", "!!str on", "[]", "{}"]},
    ),
    "spec: {targetCluster: {clusterKind: %s}}": (
        "spec.targetCluster.clusterKind",
        {"load.enum": ["foo", "''"], "load.range": ["5000000000"], "load.type": ["1.5", "-x", "[]", "{}"]},
    ),
}
WRONG = [
    (text, value, path, rule)
    for text, (path, rules) in SCALARS.items()
    for rule, values in rules.items()
    for value in values
]


@pytest.mark.parametrize(("text", "value", "path", "rule"), WRONG)
def test_wrong_scalars(text: str, value: str, path: str, rule: str) -> None:
    """A scalar that means nothing in its field is refused where it stands."""
    assert found(text % value) == [(path, rule, 1, text.index("%") + 1)]


@pytest.mark.parametrize(
    ("text", "path", "rule", "line", "column"), [row[1:] for row in ONE], ids=[row[0] for row in ONE]
)
def test_one_problem(text: str | bytes, path: str, rule: str, line: int | None, column: int | None) -> None:
    """Each error has its rule, and stands at the value, or at the key that is at fault."""
    assert found(text) == [(path, rule, line, column)]


NEIGHBOURS = "must put text that holds `: ` in quotes, or line the key up with its neighbours"
CONTROL = "must not hold control characters; write them as escapes such as `\\x07` in double quotes"
YAML = [
    ("tab for indentation", "a:\n\tb: c", "must be indented with spaces, not with tabs", 2, 1),
    ("reserved character", "a: @b", "must put text that begins with `@` in quotes", 1, 4),
    ("colon in text", "a: b: c", NEIGHBOURS, 1, 5),
    ("quote not closed", "a:\n  b: 'c\nd: e\n", "must end with the quote it begins with", 2, 6),
    ("list not closed", "a: [b\nc: d", "must close `[` with `]`, and have `,` between the elements", 1, 4),
    ("list not begun", "a: [", "must close `[` with `]`, and have `,` between the elements", 1, 4),
    ("no value", "a: [b, , c]", "must have a value, and close each `[` and `{`", 1, 8),
    ("mapping not closed", "a: {b: c\n", "must close `{` with `}`, and have `,` between the entries", 1, 4),
    ("key without a colon", "a: b\nc\n", "must have `:` and a space after the key", 2, 1),
    ("key out of line", "a:\n    b: c\n  d: e\n", "must line up with the keys around it", 3, 3),
    ("list out of line", "a:\n  - b\n - c\n", "must line up with the keys around it", 3, 2),
    ("list and key", "- a\nb: c", "must line up with the elements of the list around it", 2, 1),
    ("list on the key's line", "a: - b", "must begin a list on a line of its own", 1, 4),
    ("key on the key's line", "a: ? b", "must begin a key on a line of its own", 1, 4),
    ("unknown escape", '"a\\qb"', "must write `\\\\` for a backslash between double quotes", 1, 3),
    ("unknown alias", "a: *b", "must refer to an anchor that stands before it", 1, 4),
    ("anchor twice", "a: &b c\nd: &b e", "must give each anchor a name of its own", 2, 4),
    ("anchor without a name", "a: & b", "must put text that begins with `&` or `*` in quotes", 1, 4),
    ("unknown tag", "a: !x!y z", "must not have this tag", 1, 4),
    ("unknown version", "%YAML 3.0\n---\na: b", "must not have this directive", 1, 1),
    ("two documents in one", "{a: b}\n'b'", "must begin another document with `---`", 2, 1),
    ("bad block", "a: |x\n  b", "must write `|` or `>` alone, and the text below it, indented", 1, 4),
    ("control character", "a: \x07", CONTROL, 1, 4),
    ("NUL", "a:\n  \0", CONTROL, 2, 3),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message", "line", "column"), [row[1:] for row in YAML], ids=[row[0] for row in YAML])
def test_invalid_yaml(text: str, message: str, line: int, column: int) -> None:
    """Broken YAML is explained in words that say what to write."""
    (problem,) = problems(text)
    assert (problem.path, problem.rule) == ("", "load.yaml")
    assert (problem.message, problem.line, problem.column) == (message, line, column)


def test_documents_before_broken_yaml_load() -> None:
    """What stands before a syntax error is not lost."""
    first, second = loads("metadata: {name: a}\n---\nmetadata: {name: 'b}\n", "m.yaml")
    assert (first.problems, second.message, second.index) == ([], None, 1)
    assert [(problem.rule, problem.line) for problem in second.problems] == [("load.yaml", 3)]


def test_everything_wrong_is_reported_at_once() -> None:
    """A document's problems come together, in the order of its lines, and what is right is still read."""
    text = "spec:\n  namespace: db\n  replicas: 3\n  container: []\nmetadata:\n  name: x\n  name: y\n"
    assert found(text) == [
        ("spec.replicas", "load.unknown_key", 3, 3),
        ("spec.container", "load.type", 4, 14),
        ("metadata.name", "load.duplicate_key", 7, 3),
    ]
    message = loads(text)[0].message
    assert isinstance(message, KubernetesStatefulSet)
    assert (message.spec.namespace.value, message.metadata.name) == ("db", "x")


def test_a_wrong_element_keeps_its_place() -> None:
    """Later elements keep their indexes, for the rules to name them right."""
    message = loads("metadata: {tags: [[], b], relationships: [1, {name: x}]}")[0].message
    assert isinstance(message, KubernetesStatefulSet)
    assert list(message.metadata.tags) == ["", "b"]
    assert [relationship.name for relationship in message.metadata.relationships] == ["", "x"]


RELATIONS = "must be `depends_on`, `runs_on`, `managed_by` or `uses`"
KINDS = "must be a value of CloudResourceKind"
REPLICAS = "it belongs at `spec.availability.replicas`"
APP = "spec.container.app"
CPU = f"it belongs at `{APP}.resources.limits.cpu` or `{APP}.resources.requests.cpu`"
WORDS = [
    ("metadata: {tags: x}", "must be a list, such as `[a, b]`", ""),
    ("metadata: {labels: x}", "must be a mapping of names to values, such as `{name: value}`", ""),
    ("metadata: x", "must be a mapping with keys such as `name` and `slug`", ""),
    ("metadata: {name: []}", "must be text, such as `postgres`", ""),
    ("metadata: {slug: []}", "must be text", ""),
    ("metadata: {tags: [~]}", "must be text", 'leave it out, or write `""` for empty text'),
    ("spec: {volumeClaimTemplates: x}", "must be a list of mappings with keys such as `name` and `size`", ""),
    ("spec: {volumeClaimTemplates: [x]}", "must be a mapping with keys such as `name` and `size`", ""),
    ("spec: {namespace: []}", "must be text, or a mapping with `value` or `valueFrom`", ""),
    ("spec: {createNamespace: x}", "must be `true` or `false`", ""),
    ("spec: {container: {app: {ports: [{containerPort: x}]}}}", "must be a whole number, such as `5432`", ""),
    ("spec: {container: {app: {livenessProbe: {grpc: {port: x}}}}}", "must be a whole number, such as `9090`", ""),
    ("spec: {container: {app: {livenessProbe: {periodSeconds: x}}}}", "must be a whole number, such as `3`", ""),
    ("spec: {availability: {replicas: x}}", "must be a whole number, such as `1`", ""),
    (ENV("{variables: x}"), "must be a mapping of names to values, such as `{name: value}`", ""),
    ("{target: {}, providerConfig: {awsEks: x}}", "must be an empty mapping, `{}`", ""),
    ("metadata: {relationships: [{type: dependson}]}", RELATIONS, "did you mean `depends_on`?"),
    ("spec: {targetCluster: {clusterKind: kubernetesnamespace}}", KINDS, "did you mean `KubernetesNamespace`?"),
    ("spec: {targetCluster: {clusterKind: qqq}}", KINDS, ""),
    (f"spec: {{targetCluster: {{clusterKind: {'q' * 99}}}}}", KINDS, ""),
    ("spec: {container: {app: {livenessProbe: {grpc: {}, exec: {}}}}}", "must not stand beside `grpc`", ""),
    ("spec: {namespaec: x}", "must be a field of `spec`", "did you mean `namespace`?"),
    ("spec: {replicas: 3}", "must be a field of `spec`", REPLICAS),
    ("spec: {container: {image: x}}", "must be a field of `spec.container`", f"it belongs at `{APP}.image`"),
    ("spec: {cpu: 3}", "must be a field of `spec`", CPU),
    ("{spec: {}, replicas: 3}", "must be a field of `KubernetesStatefulSet`", REPLICAS),
    ("{target: {}, spec: {}}", "must be a field of `KubernetesStatefulSetStackInput`", "it belongs at `target.spec`"),
    ("spec: {zzz: 3}", "must be a field of `spec`", ""),
    (f"spec: {{{'z' * 99}: 3}}", "must be a field of `spec`", ""),
    ("spec: {kubeEndpoint: x}", "must be a field of `spec`", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message", "hint"), WORDS, ids=[row[0][:60] for row in WORDS])
def test_words(text: str, message: str, hint: str) -> None:
    """A message says by example what must be, and the hint what was probably meant."""
    (problem,) = problems(text)
    assert (problem.message, problem.hint) == (message, hint)


SECRET = "hunter2"  # noqa: S105 - what must not be shown
LEAKS = [
    "spec: {container: {app: {env: {secrets: {A: [hunter2]}}}}}",
    "spec: {container: {app: {env: {secrets: {A: {hunter2}}}}}}",
    "spec: {container: {app: {env: {secrets: {A: {hunter2: x}}}}}}",
    "spec: {container: {app: {env: {secrets: {A: {value: [hunter2]}}}}}}",
    "spec: {container: {app: {env: {secrets: {A: {value: !x hunter2}}}}}}",
    "spec: {container: {app: {env: {secrets: {A: {value: {hunter2: hunter2}}}}}}}",
    "spec: {container: {app: {env: {secrets: {A: {value: x, secretRef: hunter2}}}}}}",
    "spec: {container: {app: {env: {secrets: [hunter2]}}}}",
    "spec: {container: {app: {env: {secrets: hunter2}}}}",
    "{target: {}, dockerConfigJson: {auths: hunter2}}",
    "{target: {}, providerConfig: {gcpGke: {serviceAccountKeyBase64: [hunter2]}}}",
    "spec: {availability: {replicas: hunter2}}",
    "spec: {createNamespace: hunter2}",
    "spec: {targetCluster: {clusterKind: hunter2}}",
]


@pytest.mark.parametrize("text", LEAKS)
def test_no_value_is_repeated(text: str) -> None:
    """Whatever is said of a value, it does not say the value."""
    assert problems(text)
    assert SECRET not in repr(problems(text))


def below(message: Descriptor) -> list[Descriptor]:
    return [message, *(d for f in message.fields if f.message_type for d in below(f.message_type))]


@pytest.mark.parametrize("kind", [KubernetesStatefulSet, KubernetesStatefulSetStackInput])
def test_every_field_can_say_what_it_takes(kind: type[KubernetesStatefulSet]) -> None:
    """No field is without words."""
    for message in below(kind.DESCRIPTOR):
        shape = shape_of(message)
        assert shape.expected.message.startswith("must be")
        for member in shape.members.values():
            assert member.expected.message.startswith("must be")
