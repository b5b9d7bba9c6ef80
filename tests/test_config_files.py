# SPDX-License-Identifier: Apache-2.0
"""ConfigMaps of several files: one key in manifests, a field of their own on the wire."""

from typing import Any

import pytest
import yaml
from google.protobuf import json_format

from planton_sts import KubernetesStatefulSet, load_one, validate
from planton_sts.cli.convert import FORMS
from planton_sts.loading import Document
from tables import ROOT

GOOD = (ROOT / "examples" / "postgres.yaml").read_text(encoding="utf-8")
CONTENTS = {"one": "text", "many": {"a": "1", "b": ""}, "none": {}}


def document(contents: Any, *assignments: str) -> Document:
    """The manifest with these ConfigMaps and with what is set from outside."""
    tree = yaml.safe_load(GOOD)
    tree["spec"]["configMaps"] = contents
    loaded = load_one(yaml.safe_dump(tree))
    for assignment in assignments:
        loaded.override(assignment)
    return loaded


def contents(loaded: Document) -> dict[str, Any]:
    """What the ConfigMaps of the document's message hold."""
    assert isinstance(loaded.message, KubernetesStatefulSet)
    spec = loaded.message.spec
    return {**spec.config_maps, **{name: dict(held.files) for name, held in spec.config_files.items()}}


def test_mappings_stand_among_texts() -> None:
    """A mapping in the place of a text holds files, none too."""
    loaded = document(CONTENTS)
    assert contents(loaded) == CONTENTS
    assert validate(loaded) == []
    assert loaded.data()["spec"]["configMaps"] == CONTENTS


def test_yaml_has_one_key_and_json_is_protobufs() -> None:
    """What `convert` writes reads back; its JSON is read by protobuf too."""
    message = document(CONTENTS).message
    assert isinstance(message, KubernetesStatefulSet)
    spec = yaml.safe_load(FORMS["yaml"](message))["spec"]
    assert (spec["configMaps"], "configFiles" in spec) == (CONTENTS, False)
    assert json_format.Parse(FORMS["json"](message), KubernetesStatefulSet()) == message
    assert load_one(FORMS["json"](message)).message == message


OVERRIDES: dict[str, tuple[list[str], dict[str, Any]]] = {
    "a file": (["spec.configMaps[many][b]=2"], {**CONTENTS, "many": {"a": "1", "b": "2"}}),
    "a new file": (["spec.configMaps[many][c.d]=3"], {**CONTENTS, "many": {"a": "1", "b": "", "c.d": "3"}}),
    "files of a new one": (["spec.configMaps[new][a]=1"], {**CONTENTS, "new": {"a": "1"}}),
    "a text for files": (["spec.configMaps[many]={a: 1}"], {**CONTENTS, "many": "{a: 1}"}),
    "all": (["spec.configMaps={x: {y: z}, t: u}"], {"x": {"y": "z"}, "t": "u"}),
    "none": (["spec.configMaps=null"], {}),
}


@pytest.mark.parametrize(("assignments", "expected"), OVERRIDES.values(), ids=OVERRIDES)
def test_overrides(assignments: list[str], expected: dict[str, Any]) -> None:
    """What is set from outside takes the place of what was there."""
    loaded = document(CONTENTS, *assignments)
    assert loaded.problems == []
    assert contents(loaded) == expected
    assert loaded.data()["spec"].get("configMaps", {}) == expected


@pytest.mark.parametrize("path", ["spec.configMaps[one][a]", "spec.configMaps[many][a][b]"])
def test_what_has_no_files_has_none_to_set(path: str) -> None:
    """A text stays a text."""
    loaded = document(CONTENTS, f"{path}=1")
    assert [problem.rule for problem in loaded.problems] == ["load.override"]
    assert contents(loaded) == CONTENTS


TEXT = "kind: KubernetesStatefulSet\nspec:\n  configMaps:\n    a:\n      ..b: c\n    d: [e]\n"
JSON = '{"kind": "KubernetesStatefulSet",\n "spec": {"configFiles": {"a": {"files": {\n"..b": "c"}}}}}'


def test_problems_stand_where_the_manifest_has_the_file() -> None:
    """Paths and lines are those of the one key, also of what is set from outside; ProtoJSON's are its own."""
    found = {problem.path: (problem.rule, problem.line) for problem in validate(load_one(TEXT))}
    assert found["spec.configMaps[a][..b]"] == ("string.data_key", 5)
    assert found["spec.configMaps[d]"] == ("load.type", 6)
    (problem,) = (problem for problem in validate(load_one(JSON)) if problem.rule == "string.data_key")
    assert (problem.path, problem.line) == ("spec.configFiles[a].files[..b]", 3)
    overridden = document(CONTENTS, "spec.configMaps[many][..b]=x")
    assert [(problem.path, problem.file) for problem in validate(overridden)] == [
        ("spec.configMaps[many][..b]", "--set spec.configMaps[many][..b]")
    ]


def test_what_may_be_a_secret_is_not_quoted() -> None:
    """The lines of a file whose name is a secret's are hidden, and those of others are not."""
    loaded = load_one("kind: KubernetesStatefulSet\nspec:\n  configMaps:\n    a:\n      password: x\n      b: y\n")
    assert loaded.redacted_lines() == {5}
