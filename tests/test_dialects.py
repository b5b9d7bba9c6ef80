# SPDX-License-Identifier: Apache-2.0
"""Manifests of later versions of the API: read as ours, with problems where they are written, and written back."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from google.protobuf.descriptor_pb2 import FileDescriptorProto
from google.protobuf.descriptor_pool import DescriptorPool
from google.protobuf.message import DecodeError
from google.protobuf.message_factory import GetMessageClass
from hypothesis import given

from planton_sts import KubernetesStatefulSet, KubernetesStatefulSetStackInput, load_one, reads, validate
from planton_sts.cli import main
from planton_sts.conversion.dialect_form import OURS_ALONE, in_dialect, unsaid
from planton_sts.loading.kinds import API_VERSION, DIALECTS
from planton_sts.messages import KubernetesStatefulSetContainerAppEnv, Message
from planton_sts.paths import spell
from planton_sts.rendering import objects
from planton_sts.write import document as written
from valid import application, stack_inputs

MANIFEST = """\
apiVersion: {version}
kind: KubernetesStatefulSet
metadata: {{name: ledger}}
spec:
  namespace: {{value: database}}
  container:
    app:
      image: {{repo: postgres, tag: "16"}}
      ports: [{{name: db, container_port: 5432, network_protocol: TCP, app_protocol: tcp, service_port: 5432}}]
      env:
        {env}
"""


def manifest(env: str, version: str = DIALECTS["planton-dev"]) -> str:
    """A manifest with the variables."""
    return MANIFEST.format(version=version, env=env.strip().replace("\n", "\n        "))


# Variables as a dialect lists them, and as ours has them.
VARIABLES = {
    "values": (
        "variables: [{name: A, value: x}, {name: B, value: 1.10}, {name: C, value: ''}]",
        "variables: {A: x, B: '1.10', C: ''}",
    ),
    "references": (
        "variables: [{name: A, valueFrom: {kind: KubernetesNamespace, name: n, fieldPath: spec.name}}]",
        "variables: {A: {valueFrom: {kind: KubernetesNamespace, name: n, fieldPath: spec.name}}}",
    ),
    "secrets": (
        (
            "secrets:\n- {name: P, value: x}\n- name: Q\n  secretRef: {name: s, key: k, optional: true}\n"
            "- {name: R, valueFrom: {name: n}}"
        ),
        "secrets: {P: x, Q: {secretRef: {name: s, key: k, optional: true}}, R: {valueFrom: {name: n}}}",
    ),
    "what the pod knows": (
        (
            "variables: [{name: A, fieldRef: {fieldPath: metadata.name}}, {name: B, resource_field_ref: {resource: "
            "limits.cpu}}, {name: C, configMapKeyRef: {name: c, key: k}}]"
        ),
        (
            "[{name: A, valueFrom: {fieldRef: {fieldPath: metadata.name}}}, {name: B, valueFrom: {resourceFieldRef: "
            "{resource: limits.cpu}}}, {name: C, valueFrom: {configMapKeyRef: {name: c, key: k}}}]"
        ),
    ),
    "what refers to that": (
        (
            "variables: [{name: A, fieldRef: {fieldPath: metadata.name}}, {name: B, value: '$(A).x'}, {name: C, value: "
            "'$(B)'}, {name: D, value: '$$(A)'}]"
        ),
        (
            "variables: {D: '$$(A)'}\nentries: [{name: A, valueFrom: {fieldRef: {fieldPath: metadata.name}}}, "
            "{name: B, value: '$(A).x'}, {name: C, value: '$(B)'}]"
        ),
    ),
    "snake case": (
        "variables: [{name: A, value_from: {name: n, field_path: a}}]",
        "variables: {A: {valueFrom: {name: n, fieldPath: a}}}",
    ),
    "maps, as it first had": ("variables: {A: {value: x}}\nsecrets: {P: x}", "variables: {A: x}\nsecrets: {P: x}"),
    "nothing": ("variables: []\nsecrets: null", "{}"),
    "aliases": (
        "variables: [&a {name: A, value: x}, {<<: *a, name: B}]\nsecrets: [{<<: *a, value: y, name: P}]",
        "variables: {A: x, B: x}\nsecrets: {P: y}",
    ),
}


@pytest.mark.parametrize("version", DIALECTS.values())
@pytest.mark.parametrize(("theirs", "ours"), VARIABLES.values(), ids=VARIABLES)
def test_variables(theirs: str, ours: str, version: str) -> None:
    """Lists become what says the same among ours."""
    (found,) = reads(manifest(theirs, version))
    assert found.problems == []
    assert found.message == message(manifest(ours, API_VERSION))
    assert found.data()["apiVersion"] == API_VERSION


def message(text: str) -> Message:
    """The message of the manifest, with which nothing is wrong."""
    read = load_one(text)
    assert read.problems == []
    assert read.message is not None
    return read.message


def test_sources_of_variables() -> None:
    """`envFrom` stands in `env` there."""
    theirs = manifest("envFrom: [{prefix: A_, configMapRef: {name: c}}, {secret_ref: {name: s}}]")
    app = (
        manifest("{}", API_VERSION) + "      envFrom: [{prefix: A_, configMapRef: {name: c}}, {secretRef: {name: s}}]\n"
    )
    ours = message(app)
    ours.spec.container.app.ClearField("env")  # type: ignore[attr-defined]
    found = message(theirs)
    found.spec.container.app.ClearField("env")  # type: ignore[attr-defined]
    assert found == ours


def test_merged_mappings() -> None:
    """What stands elsewhere and is merged is read alike, and what is there stays as it is."""
    text = manifest("<<: {variables: [{name: A, value: x}], envFrom: [{configMapRef: {name: c}}]}")
    app = message(text).spec.container.app  # type: ignore[attr-defined]
    assert app.env.variables["A"].value == "x"
    assert app.env_from[0].config_map_ref.name == "c"


def test_instructions() -> None:
    """A label for the tools bears the API's name, and says the same in each."""
    label = "docker-config-json-file: /x"
    for version in DIALECTS.values():
        group = version.partition("/")[0]
        text = manifest("{}", version).replace("{name: ledger}", f"{{name: a, labels: {{{group}/{label}, b: c}}}}")
        metadata = message(text).metadata  # type: ignore[attr-defined]
        assert dict(metadata.labels) == {"kubernetes.project-planton.org/docker-config-json-file": "/x", "b": "c"}
        dialect = next(name for name, known in DIALECTS.items() if known == version)
        assert f"{group}/{label}" in written(in_dialect(message(text), dialect))


def test_override() -> None:
    """A field is set by its name in the message, and what is wrong with it is told to come from there."""
    read = load_one(manifest("variables: [{name: 1A, value: x}, {name: B, value: x}]"))
    read.override("spec.container.app.env.variables[1A]=y")
    (told,) = validate(read)
    assert (told.rule, told.file, told.line) == ("string.env_name", "--set spec.container.app.env.variables[1A]", None)


def test_stack_input() -> None:
    """A stack input may hold a manifest of a dialect."""
    inner = manifest("variables: [{name: A, value: x}]").replace("\n", "\n  ")
    stack_input = message(f"target:\n  {inner}")
    assert stack_input == KubernetesStatefulSetStackInput(target=message(manifest("variables: {A: x}", API_VERSION)))


# What is wrong, and where that is told: line and column, path, rule.
WRONG = {
    "no name": ("variables:\n- value: x", (12, 11, "variables[0]", "load.type")),
    "an empty name": ("variables:\n- {name: , value: x}", (12, 11, "variables[0]", "load.type")),
    "a name of another form": ("variables:\n- {name: [a], value: x}", (12, 11, "variables[0]", "load.type")),
    "text": ("variables:\n- A=x", (12, 11, "variables[0]", "load.type")),
    "a name twice": (
        "variables:\n- {name: A, value: x}\n- {name: A, value: y}",
        (13, 18, "variables[1].name", "load.duplicate_key"),
    ),
    "a name twice, of an entry": (
        "variables:\n- {name: A, fieldRef: {fieldPath: metadata.name}}\n- {name: A, value: y}",
        (13, 18, "variables[1].name", "load.duplicate_key"),
    ),
    "a name twice, across": (
        "variables:\n- {name: A, value: x}\nsecrets:\n- {name: A, value: y}",
        (14, 11, "secrets[0]", "spec.container.app.env.secrets.key.unique"),
    ),
    "a bad name": (
        "variables:\n- {name: A, value: x}\n- {name: 1A, value: x}",
        (13, 11, "variables[1]", "string.env_name"),
    ),
    "no value": ("variables:\n- name: A", (12, 11, "variables[0]", "required")),
    "two values": (
        "variables:\n- {name: A, value: x, valueFrom: {name: n}}",
        (12, 31, "variables[0].valueFrom", "load.oneof"),
    ),
    "a value of another form": ("variables:\n- {name: A, value: [x]}", (12, 28, "variables[0].value", "load.type")),
    "an unknown key": ("variables:\n- {name: A, valu: x}", (12, 21, "variables[0].valu", "load.unknown_key")),
    "a field of the pod": (
        "variables:\n- {name: B, value: x}\n- {name: A, fieldRef: {fieldPath: metadata.nam}}",
        (13, 43, "variables[1].fieldRef.fieldPath", "env_var.value_from.field_ref.field_path"),
    ),
    "a Secret": (
        "secrets:\n- {name: P, value: x}\n- {name: Q, secretRef: {name: s_, key: k}}",
        (13, 39, "secrets[1].secretRef.name", "string.dns_subdomain"),
    ),
    "a source": (
        "envFrom:\n- configMapRef: {name: c_}",
        (12, 32, "envFrom[0].configMapRef.name", "string.dns_subdomain"),
    ),
    "neither list nor map": ("variables: A", (11, 20, "variables", "load.type")),
}


@pytest.mark.parametrize(("env", "told"), WRONG.values(), ids=WRONG)
def test_problems(env: str, told: tuple[int, int, str, str]) -> None:
    """One slip is one problem, at the entry as it is written."""
    problems = validate(load_one(manifest(env)))
    line, column, path, rule = told
    assert [(p.line, p.column, p.path, p.rule) for p in problems] == [
        (line, column, f"spec.container.app.env.{path}", rule)
    ]


def test_words_name_what_is_written() -> None:
    """The holder of an unknown key is called as it stands there too."""
    (told,) = validate(
        load_one(manifest("variables:\n- {name: A, valueFrom: {kind: KubernetesNamespace, name: n, field: x}}"))
    )
    assert told.message == "must be a field of `spec.container.app.env.variables[0].valueFrom`"
    assert told.hint == "did you mean `fieldPath`?"


@pytest.mark.parametrize(
    "entry", ["{value: hunter2}", "{name: A, value: hunter2}", "hunter2", "{name: B, value: hunter2}"]
)
def test_secrets_are_not_quoted(entry: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not even of an entry that has no place among ours."""
    file = tmp_path / "a.yaml"
    file.write_text(manifest(f"secrets:\n- {{name: A, value: x}}\n- {entry}\n- {{name: 1C, value: hunter2}}"))
    assert main(["validate", str(file)]) == 1
    assert "hunter2" not in capsys.readouterr().out
    (read,) = reads(file.read_bytes())
    assert {12, 13, 14} <= read.redacted_lines()


def test_ours_lists_no_variables() -> None:
    """Under our own version nothing is rewritten."""
    (problem,) = load_one(manifest("variables: [{name: A, value: x}]", API_VERSION)).problems
    assert (problem.path, problem.rule) == ("spec.container.app.env.variables", "load.type")


def test_a_version_that_is_none_of_these() -> None:
    """The fields of the API that came later are others; it is told, and nothing is rewritten."""
    (told,) = validate(load_one(manifest("variables: {A: x}", "kubernetes.planton.dev/v1alpha1")))
    assert (told.path, told.rule) == ("apiVersion", "string.const")


# Documents of dialects, and whether they are ours.
KINDS = {
    "kind: KubernetesStatefulSet": True,
    "kind: KubernetesStatefulSett": True,
    "spec: {}": True,
    "kind: KubernetesIssuer": False,
    "kind: KubernetesDaemonSet": False,
}


@pytest.mark.parametrize("version", DIALECTS.values())
@pytest.mark.parametrize(("text", "is_ours"), KINDS.items())
def test_kinds(text: str, is_ours: bool, version: str) -> None:  # noqa: FBT001 - the table's column
    """They hold kinds that are newer than ours knows; a misspelt one is not skipped."""
    for content in (f"apiVersion: {version}\n{text}\n", f"apiVersion: {version}\n{text}\n".encode()):
        (read,) = reads(content)
        assert read.foreign != is_ours


def test_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All of them take a dialect, and give what they give of ours."""
    given = {"theirs": manifest("secrets: [{name: P, value: x}]"), "ours": manifest("secrets: {P: x}", API_VERSION)}
    for name in ("validate --output json", "render", "describe", "outputs", "convert", "convert --to json"):
        shown = {}
        for whose, text in given.items():
            file = tmp_path / "a.yaml"
            file.write_text(text)
            command, *arguments = name.split()
            assert main([command, str(file), *arguments]) == 0
            shown[whose] = capsys.readouterr().out
        assert shown["theirs"] == shown["ours"] != ""


SAID_ELSEWHERE = {"reference", "env_from", "entries"}


def cleared(holder: Any) -> None:
    """Take away what is ours alone, but for what dialects say elsewhere."""
    for field, value in holder.ListFields():
        if field.name in SAID_ELSEWHERE:
            continue
        if field.number >= OURS_ALONE:
            holder.ClearField(field.name)
        elif field.message_type is not None and not field.message_type.GetOptions().map_entry:
            for held in value if field.is_repeated else [value]:
                cleared(held)


@given(stack_inputs())
def test_there_and_back(stack_input: KubernetesStatefulSetStackInput) -> None:
    """What a dialect can say comes back as what renders the same, and is written the same again."""
    target = stack_input.target
    cleared(target)
    if unsaid(target):
        return
    for dialect, version in DIALECTS.items():
        tree = in_dialect(target, dialect)
        assert tree["apiVersion"] == version
        back = load_one(written(tree))
        assert back.problems == []
        assert isinstance(back.message, KubernetesStatefulSet)
        assert unsaid(back.message) == []
        assert without_order(back.message) == without_order(target)


def without_order(target: KubernetesStatefulSet) -> Any:
    """What is rendered, variables in the order of their names."""
    made = objects(application(KubernetesStatefulSetStackInput(target=target)))
    for kube_object in made:
        if kube_object["kind"] == "StatefulSet":
            (app, *_) = kube_object["spec"]["template"]["spec"]["containers"]
            app["env"] = sorted(app.get("env", []), key=json.dumps)
    return made


Change = Callable[[KubernetesStatefulSet], object]

# What no dialect can say, and what is told of it.
UNSAID: dict[str, tuple[Change, str]] = {
    "a field of ours": (lambda m: m.spec.pod.SetInParent(), "spec.pod"),
    "one of a container": (
        lambda m: m.spec.container.sidecars.add(name="a", image="b").env_from.add(),
        "spec.container.sidecars[0].envFrom",
    ),
    "one in a map": (
        lambda m: m.spec.config_files["a"].SetInParent(),
        "spec.configFiles",
    ),
    "a file's variable": (
        lambda m: m.spec.container.app.env.entries.add(name="A").value_from.file_key_ref.SetInParent(),
        "spec.container.app.env.entries[0].valueFrom.fileKeyRef",
    ),
    "an image without tag": (
        lambda m: m.spec.container.app.image.CopyFrom(type(m.spec.container.app.image)(reference="localhost:5000/a")),
        "spec.container.app.image.reference",
    ),
    "an image by digest": (
        lambda m: setattr(m.spec.container.app.image, "tag", "sha256:00"),
        "spec.container.app.image.tag",
    ),
    "no pods": (lambda m: setattr(m.spec.availability, "replicas", 0), "spec.availability.replicas"),
    "a variable that refers to a secret": (
        lambda m: m.spec.container.app.env.MergeFrom(
            type(m.spec.container.app.env)(variables={"A": {"value": "$(P)"}}, secrets={"P": {"value": "x"}})
        ),
        "spec.container.app.env.variables[A].value",
    ),
    "an entry that does": (
        lambda m: m.spec.container.app.env.MergeFrom(
            type(m.spec.container.app.env)(entries=[{"name": "A", "value": "$(P)"}], secrets={"P": {"value": "x"}})
        ),
        "spec.container.app.env.entries[0].value",
    ),
}


@pytest.mark.parametrize(("change", "path"), UNSAID.values(), ids=UNSAID)
def test_unsaid(change: Change, path: str) -> None:
    """It is told where it is, and nothing is dropped."""
    target = message(manifest("{}", API_VERSION))
    assert isinstance(target, KubernetesStatefulSet)
    assert unsaid(target) == []
    change(target)
    assert [spell(finding.path) for finding in unsaid(target)] == [path]
    inner = [finding.path for finding in unsaid(KubernetesStatefulSetStackInput(target=target))]
    assert [spell(way) for way in inner] == [f"target.{path}"]


@pytest.mark.parametrize("source", ["manifest", "binary"])
def test_convert_tells_what_is_unsaid(source: str, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    """With its line where there are lines; nothing is written, and the exit code says so."""
    file = tmp_path / "a.yaml"
    file.write_text(manifest("{}", API_VERSION) + "  pod: {hostNetwork: true}\n")
    where = f"{file}:12:8: "
    if source == "binary":
        assert main(["convert", str(file), "--to", "binary"]) == 0
        file.write_bytes(capsysbinary.readouterr().out)
        where = f"{file}: "
    assert main(["convert", str(file), "--from", source, "--to", "planton-dev"]) == 1
    captured = capsysbinary.readouterr()
    assert captured.out == b""
    assert (
        f"{where}error: spec.pod: must be left out: that API has no such field [convert.dialect]"
        in captured.err.decode()
    )


EXPECTED = """\
apiVersion: kubernetes.planton.dev/v1
kind: KubernetesStatefulSet
metadata:
  name: ledger
spec:
  namespace:
    value: database
  container:
    app:
      image:
        repo: postgres
        tag: '16@sha256:00'
      env:
        variables:
        - name: B
          value: x
        - name: A
          value: '$(B)'
        - name: POD
          fieldRef:
            fieldPath: metadata.name
        - name: NONE
          value: ''
        secrets:
        - name: P
          value: x
        - name: Q
          secretRef:
            name: s
            key: k
        envFrom:
        - configMapRef:
            name: c
"""


def test_convert_writes_a_dialect(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the long form, which its own loader takes, with variables in an order in which they can be replaced."""
    env = (
        "variables: {A: $(B), B: x}\nsecrets: {P: x}\nentries: [{name: POD, valueFrom: {fieldRef: {fieldPath: "
        "metadata.name}}}, {name: NONE}, {name: Q, valueFrom: {secretKeyRef: {name: s, key: k}}}]"
    )
    text = manifest(env, API_VERSION).replace('{repo: postgres, tag: "16"}', "postgres:16@sha256:00")
    lines = [line for line in text.splitlines() if "ports:" not in line]
    file = tmp_path / "a.yaml"
    file.write_text("\n".join([*lines, "      envFrom: [{configMapRef: {name: c}}]\n"]))
    assert main(["convert", str(file), "--to", "planton-dev"]) == 0
    assert capsys.readouterr().out == EXPECTED


def test_bytes_do_not_pass_across() -> None:
    """Under the same numbers, the later message has lists of names and texts: it reads ours, and wrong."""
    file = FileDescriptorProto(name="later.proto", package="later", syntax="proto3")
    entry, env = file.message_type.add(name="Entry"), file.message_type.add(name="Env")
    for number, name in enumerate(("name", "value"), 1):
        entry.field.add(name=name, number=number, type="TYPE_STRING", label="LABEL_OPTIONAL")
    for number, name in enumerate(("variables", "secrets"), 1):
        env.field.add(name=name, number=number, type="TYPE_MESSAGE", label="LABEL_REPEATED", type_name=".later.Entry")
    pool = DescriptorPool()
    pool.Add(file)
    later = GetMessageClass(pool.FindMessageTypeByName("later.Env"))
    ours = KubernetesStatefulSetContainerAppEnv(variables={"A": {"value": "info"}}, secrets={"P": {"value": "x"}})
    assert later.FromString(ours.SerializeToString()) == later(
        variables=[{"name": "A", "value": "\n\x04info"}], secrets=[{"name": "P", "value": "\n\x01x"}]
    )
    with pytest.raises(DecodeError):
        KubernetesStatefulSetContainerAppEnv.FromString(
            later(variables=[{"name": "A", "value": "info"}]).SerializeToString()
        )
