# SPDX-License-Identifier: Apache-2.0
"""Objects as text: whatever reads it gets the same objects back."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from planton_sts.rendering import objects
from planton_sts.write import document, dumps
from valid import CASES, application, case

needs_kubectl = pytest.mark.skipif(shutil.which("kubectl") is None, reason="needs kubectl")

# What some reader of YAML takes for something else than text, or cannot read at all, unless it is quoted well.
NASTY = [
    *("", " ", "  a", "a  ", "\ta", "~", "null", "Null", "NULL", "nil", "None"),
    *("yes", "Yes", "no", "NO", "on", "Off", "y", "Y", "n", "true", "True", "FALSE"),
    *("0", "-1", "+1", "012", "0o14", "0x1F", "0b1", "1_000", "1,000", "1e3", "1E3", "1e+3", ".5", "5.", "-.5"),
    *(".inf", "-.Inf", ".NaN", "inf", "NaN", "Infinity", "12:30:45", "1:1", "2024-01-01", "2024-01-01T00:00:00Z"),
    *("=", "<<", "-", "--", "---", "...", "- a", "?", "? x", ":", ": a", "a: b", "a:", "a :b", "#", "# a", "a # b"),
    *("a#b", "&a", "*a", "!a", "!!str a", "|", "|-", ">", "%x", "%YAML 1.2", "@x", "`", "`x`", ",", "a, b"),
    *("[", "]", "[a]", "{", "}", "{a: b}", "{}", "[]", "'", "''", "it's", '"', '"a"', 'say "a"', "\\", "\\n", "a\\"),
    *("\n", "\n\n", "a\n", "a\n\n", "a\nb", "\na", " a\nb", "a\n b\n", "a\n \nb", "a\n\t\nb", "a\n\tb\n", "a \nb\n"),
    *("a\n---\nb\n", "a\n...\n", "# a\n# b\n", "key: v\nother: [\n", "a\n\n\nb", "a\nb ", "\r", "a\r\nb\r\n", "a\rb"),
    *("\x00", "\x07", "\x1b[31m", "\x7f", "a\x85b", "\x85", "\xa0", "\xad", "\u200b", "\u200d", "\u2028", "a\u2029b"),
    *(
        "\u202ea",
        "\ufeff",
        "\ufeffa",
        "\ufffd",
        "\ufffe",
        "\uffff",
        "\ue000",
        "ß",
        "日本",
        "🌍",
        "👩\u200d🚀",
        "a\n🌍\n",
    ),
    *("10Gi", "1.5Ti", "500m", "50%", "100k", "1Gb", "10K", "1e3m", "0x", "5432:5432", "localhost:5000/a:1"),
    *("/", "/a b", "//", "a" * 2_000, "word " * 400 + "end", "a=b", "a@b", "x,y", "http://a:1/b?c=d&e#f"),
]

PIECES = [
    *" \t\n\r:#-?!&*|>%@`\"'{}[],=~<0123456789eExoyYnN.+_/\\\x00\x7f\x85\u2028\ufeff🌍",
    "yes",
    "---",
    ": ",
    " #",
    "- ",
]
TEXTS = st.sampled_from(NASTY) | st.lists(st.sampled_from(PIECES), max_size=8).map("".join)
TEXTS |= st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
KEYS = TEXTS.map(lambda text: text[:100])
TREES = st.recursive(
    TEXTS | st.integers() | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)

# What the types of YAML 1.1 and the core schema of YAML 1.2 take for something else than text.
RESOLVED = re.compile(
    r"""~|null|true|false|yes|no|on|off|y|n|=|<<|
    [-+]?(0b[01_]+|0o?[0-7_]+|[0-9][0-9_]*|0x[0-9a-f_]+|[0-9][0-9_]*(:[0-5]?[0-9])+([.][0-9_]*)?)|
    [-+]?([.][0-9_]+|[0-9][0-9_]*([.][0-9_]*)?)(e[-+]?[0-9]+)?|[-+]?[.]inf|[.]nan|
    [0-9]{4}-[0-9][0-9]?-[0-9][0-9]?([Tt \t].*)?""",
    re.IGNORECASE | re.VERBOSE,
)


def object_of(value: Any) -> dict[str, Any]:
    """An object that holds the value in a mapping, in a list, and in a list within a list."""
    return {"apiVersion": "v1", "kind": "Test", "value": value, "list": [value, {"a": value, "b": value}, [[value]]]}


@pytest.mark.parametrize("text", NASTY, ids=lambda text: ascii(text[:20]))
def test_nasty_text(text: str) -> None:
    """A text stays text, wherever it stands."""
    assert yaml.safe_load(dumps([object_of(text)])) == object_of(text)
    key = text[:100]
    assert yaml.safe_load(dumps([{key: {key: [text]}}])) == {key: {key: [text]}}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("postgres:16.4", "postgres:16.4"),
        ("/var/lib/data", "/var/lib/data"),
        ("redis-server --appendonly", "redis-server --appendonly"),
        ("10Gi", "10Gi"),
        ("50%", "50%"),
        ("1e3", "'1e3'"),
        ("yes", "'yes'"),
        ("it's", "'it''s'"),
        ("grüß dich 🌍", "'grüß dich 🌍'"),
        ("a\u2028b", '"a\\u2028b"'),
        ("a\nb\n", "|\n  a\n  b"),
        ("a\nb", "|-\n  a\n  b"),
        ("a\n\nb\n\n", "|+\n  a\n\n  b\n"),
        (" a\nb", '" a\\nb"'),
        ("a\r\nb", '"a\\r\\nb"'),
        (True, "true"),
        (0, "0"),
        ({}, "{}"),
        ([], "[]"),
    ],
)
def test_spelling(text: Any, written: str) -> None:
    """The plainest spelling that no reader takes for something else."""
    assert dumps([{"a": text}]) == f"a: {written}\n"


def test_layout() -> None:
    """Keys in the order given, lists as kubectl prints them, and a line between two documents."""
    first = {"kind": "B", "a": [{"name": "x", "items": ["v", ["w"]]}, {"name": "z"}]}
    assert dumps([first, {"kind": "A"}]) == (
        "kind: B\na:\n- name: x\n  items:\n  - v\n  - - w\n- name: z\n---\nkind: A\n"
    )


def test_nothing() -> None:
    """No objects make no text, and an empty list in JSON."""
    assert dumps([]) == ""
    assert json.loads(dumps([], "json")) == {"apiVersion": "v1", "kind": "List", "items": []}


def test_no_anchors() -> None:
    """A part that two objects share is written twice."""
    shared = {"app": "a"}
    assert dumps([{"a": shared, "b": shared}]) == "a:\n  app: a\nb:\n  app: a\n"


def test_foreign_values_are_refused() -> None:
    """What is no part of a Kubernetes object is not written as something it is not."""
    with pytest.raises(TypeError):
        dumps([{"a": object()}])


@given(st.lists(st.dictionaries(KEYS, TREES, max_size=4), max_size=3))
def test_read_back(objects: list[dict[str, Any]]) -> None:
    """What is written as YAML or JSON reads back equal."""
    assert list(yaml.safe_load_all(dumps([{"a": tree} for tree in objects]))) == [{"a": tree} for tree in objects]
    assert json.loads(dumps(objects, "json"))["items"] == objects


@given(TEXTS)
def test_bare_texts_have_one_meaning(text: str) -> None:
    """A text that is written bare is none that a reader of YAML 1.1 or 1.2 resolves to something else."""
    if dumps([{"a": text}]) == f"a: {text}\n":
        assert not RESOLVED.fullmatch(text)


@needs_kubectl
@settings(max_examples=10, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=200))
def test_kubectl_reads_the_same(texts: list[str]) -> None:
    """Kubernetes' own reader gets the texts that were written."""
    assert read_by_kubectl({f"k{index}": text for index, text in enumerate(texts)}) == texts


@needs_kubectl
def test_kubectl_reads_nasty_texts() -> None:
    """And so with each of the texts known to be misread."""
    assert read_by_kubectl({f"k{index}": text for index, text in enumerate(NASTY)}) == NASTY


@needs_kubectl
@pytest.mark.parametrize("name", CASES)
def test_kustomize_reads_the_same(name: str, tmp_path: Path) -> None:
    """A folder with the written objects is one that `kubectl apply -k` understands."""
    rendered = objects(application(case(name)))
    (tmp_path / "objects.yaml").write_text(dumps(rendered), encoding="utf-8")
    (tmp_path / "kustomization.yaml").write_text(dumps([{"resources": ["objects.yaml"]}]), encoding="utf-8")
    command = ["kubectl", "kustomize", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, check=True, timeout=60)
    # It prints them in an order of its own.
    assert unordered(yaml.safe_load_all(done.stdout)) == unordered(rendered)


def read_by_kubectl(data: dict[str, str]) -> list[str]:
    """The values of a ConfigMap, in order, as kubectl reads them; it talks to no cluster here."""
    config_map = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a"}, "data": data}
    command = ["kubectl", "label", "--local", "--filename=-", "--output=json", "read=yes"]
    done = subprocess.run(command, input=dumps([config_map]), capture_output=True, text=True, check=True, timeout=60)
    read = json.loads(done.stdout)["data"]
    return [read[key] for key in data]


def unordered(objects: Iterable[dict[str, Any]]) -> list[str]:
    """The objects in one order, whatever theirs is."""
    return sorted(json.dumps(known, sort_keys=True) for known in objects)


def test_comments() -> None:
    """Each stands above what it is of, at its depth; those of what is not there stand nowhere."""
    tree = {"a": 1, "b": {"c": [{"d": "x\ny\n\n", "e": [["f"]]}, "g"]}}
    comments = {
        ("a",): "first\nsecond",
        ("b", "c", 0): "element",
        ("b", "c", 0, "d"): "its key",
        ("b", "c", 0, "e"): "\x1b[31m",
        ("b", "c", 0, "e", 0, 0): "deep",
        ("b", "c", 1): "# last",
        ("b", "z"): "nowhere",
    }
    text = document(tree, comments=comments)
    assert text == COMMENTED
    assert yaml.safe_load(text) == tree
    assert document(tree, "json", comments) == document(tree, "json")


COMMENTED = """\
# first
# second
a: 1
b:
  c:
  # element
  # its key
  - d: |+
      x
      y

    # '\\x1b[31m'
    e:
    # deep
    - - f
  # # last
  - g
"""
