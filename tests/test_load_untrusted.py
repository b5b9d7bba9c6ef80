# SPDX-License-Identifier: Apache-2.0
"""Whatever the input is, it loads or says what is wrong, within bounds of time and memory."""

import itertools
import json
from collections.abc import Callable

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from planton_sts.loading import Document, loads, reads
from planton_sts.nodes import yaml_nodes
from planton_sts.nodes.faults import MAX_DOCUMENTS, MAX_NODES, MAX_PROBLEMS, MAX_SIZE, MAX_TAGS
from planton_sts.nodes.yaml_nodes import PythonParser
from planton_sts.paths import parse

MANIFEST = b"""\
apiVersion: kubernetes.project-planton.org/v1
kind: KubernetesStatefulSet
metadata: {name: "a", labels: &l {name: 'y'}}
spec:
  namespace: db
  container:
    app:
      ports:
        - <<: *l
          containerPort: 8_0
      env:
        secrets:
          P: |
            x
  availability: {replicas: 0x1}
"""


@pytest.fixture(params=["C", "Python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """PyYAML with its C extension, and without."""
    if request.param == "Python":
        monkeypatch.setattr(yaml_nodes, "PARSERS", (PythonParser, PythonParser))
    return str(request.param)


def use(documents: list[Document]) -> list[tuple[str, int | None, int | None]]:
    """Ask for everything that documents can tell, and give their problems."""
    for document in documents:
        document.data()
        document.redacted_lines()
        for problem in document.problems:
            document.place(parse(problem.path)[0])
    return [(p.rule, p.line, p.column) for document in documents for p in document.problems]


def nested(levels: int) -> str:
    return "".join(f"{' ' * level}a:\n" for level in range(levels))


ALIASES = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{last}'] * 10)}]\n" for last, name in itertools.pairwise("abcdefghij")
)
MERGES = "m0: &m0 {a: b}\n" + "".join(f"m{i}: &m{i} {{<<: [*m{i - 1}, *m{i - 1}], k{i}: 1}}\n" for i in range(1, 300))
MANY = MAX_NODES + 2
SIDECARS = "spec: {{container: {{sidecars: [{}]}}}}"
LIMITS = [
    ("flow lists", lambda: "[" * 10**5, 1, 101),
    ("flow mappings", lambda: "{a: " * 10**5, 1, 397),
    ("compact lists", lambda: "- " * 10**5, 1, 199),
    ("compact keys", lambda: "? " * 10**5, 1, 199),
    ("indentation", lambda: nested(300), 100, 100),
    ("JSON lists", lambda: "[" * 10**5 + "]" * 10**5, 1, 101),
    ("JSON objects", lambda: '{"a":' * 10**5 + "1" + "}" * 10**5, 1, 501),
    ("elements", lambda: f"a:\n- [{'1,' * MANY}1]", 2, 3),
    ("JSON elements", lambda: f"[{'1,' * MANY}1]", 1, 2 * MAX_NODES),
    ("tags", lambda: "".join(f"%TAG !a{i}! b\n" for i in range(MAX_TAGS + 1)) + "--- a", None, None),
    ("size", lambda: b"a" * (MAX_SIZE + 1), None, None),
    ("aliases", lambda: f"e: &e [{'{},' * 900}]\n{SIDECARS.format('{env: *e},' * 900)}", 1, 1),
    ("long aliases", lambda: f"e: &e {'x' * 10**6}\nspec: {{container: {{app: {{args: [{'*e ,' * 20}]}}}}}}", 1, 1),
    ("manifests", lambda: "---\nspec: {}\n" * (MAX_DOCUMENTS + 1), 20_002, 1),
    ("merges", lambda: f"l: &l [{'{},' * 900}]\n{SIDECARS.format('{<<: *l},' * 900)}", 1, 1),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "column"), [row[1:] for row in LIMITS], ids=[row[0] for row in LIMITS])
def test_limits(text: Callable[[], str | bytes], line: int | None, column: int | None) -> None:
    """Text beyond the bounds is refused where it crosses them."""
    assert ("load.limit", line, column) in use(reads(text(), "m.yaml"))


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("text", [nested(101), "- " * 101, "[" * 101, "? " * 101, "{a: " * 101])
def test_depth(text: str) -> None:
    """Either parser stops at the same depth, and no stack overflows."""
    assert [rule for rule, _, _ in use(reads(text))] == ["load.limit"]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    "text",
    [
        ALIASES,
        MERGES,
        f"{ALIASES}spec: {{container: {{app: {{args: *j}}}}}}",
        f"{MERGES}metadata: {{labels: *m299}}",
        "kind: &k [*k]\nspec: &s {a: *s, container: *s, <<: *s}",
        "metadata: &m {<<: *m, labels: &l {<<: [*l, *m]}}",
        f"l: &l [{'{a: b},' * 900}]\nk: [{'{<<: *l},' * 900}]",
    ],
    ids=["aliases", "merges", "aliases in use", "merges in use", "cycle", "cycle of merges", "wide merges"],
)
def test_bombs(text: str) -> None:
    """Aliases and merges that expand without end, or to more than memory holds, cost what they are written with."""
    use(reads(text))


@pytest.mark.parametrize("digits", [10**3, 10**6])
@pytest.mark.parametrize("more", ["", "x", ".5", "e9"])
def test_long_numbers(digits: int, more: str) -> None:
    """Numbers of any length are judged in time that grows with their length only."""
    assert use(loads(f"spec: {{availability: {{replicas: {'1' * digits}{more}}}}}"))


ODD = [
    ("NUL in JSON", '{"metadata": {"name": "\\u0000"}}', []),
    ("lone surrogate key in JSON", '{"\\ud800": 1, "spec": {}}', ["load.unknown_key"]),
    ("long scalar", f"metadata: {{name: '{'x' * 10**6}'}}", []),
    ("long key", f"metadata: {{? {'x' * 10**6} : b}}", ["load.unknown_key"]),
    ("long kind", f"kind: {'x' * 10**6}", []),
    ("long JSON key", json.dumps({"spec": {"x" * 10**6: 1}}), ["load.unknown_key"]),
    ("line ends only", "\n" * 10**5, ["load.empty"]),
    ("spaces only", " " * 10**5, ["load.empty"]),
    ("document ends only", "---\n" * 10**4, ["load.empty"]),
    ("dashes", "-" * 10**5, ["load.mapping"]),
    ("unclosed quote", "a: '" + "x\n" * 10**5, ["load.yaml"]),
    ("JSON without a colon", '{"a" 1}', ["load.yaml"]),
    ("unclosed JSON", '{"a": ' + "[1, " * 10, ["load.yaml"]),
    ("not JSON's numbers", '{"metadata": {"name": NaN}}', []),
    ("binary", bytes(range(256)), ["load.encoding"]),
]


@pytest.mark.parametrize(("text", "rules"), [row[1:] for row in ODD], ids=[row[0] for row in ODD])
def test_odd_text(text: str | bytes, rules: list[str]) -> None:
    """Text that nobody writes is answered too."""
    assert [rule for rule, _, _ in use(reads(text))] == rules


def test_many_documents() -> None:
    """Documents are independent of how many there are."""
    assert use(loads("---\nmetadata: {}\n" * 5_000)) == []


def test_many_problems() -> None:
    """There is a bound to what is worth reporting of one document."""
    keys = "".join(f"x{i}: 1\n" for i in range(MAX_PROBLEMS + 1))
    (document,) = loads(f"metadata: {{}}\n{keys}")
    assert len(document.problems) == MAX_PROBLEMS + 1
    assert document.problems[-1].rule == "load.limit"
    assert document.message is None


BYTES = b"\0\t\n\r !\"#&'*,-0:<>?@[]{|}~\x7f\x80\xc3\xff"


@pytest.mark.usefixtures("parser")
def test_every_changed_byte() -> None:
    """No change of one byte of a manifest makes loading it fail in any other way than by a problem."""
    assert use(loads(MANIFEST)) == []
    for position in range(len(MANIFEST)):
        for byte in BYTES[position % 5 :: 5]:
            use(reads(MANIFEST[:position] + bytes([byte]) + MANIFEST[position + 1 :]))


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab:-?[]{},&*!|>'\"#% \n\t<0~"), max_size=40))
def test_any_text(text: str) -> None:
    """Any text at all is answered, below the spec as well as alone."""
    use(reads(text))
    use(reads(f"spec: {text}"))


LEAVES = st.none() | st.booleans() | st.floats() | st.text(max_size=4)
TREES = st.recursive(LEAVES, lambda of: st.lists(of) | st.dictionaries(st.text(max_size=4), of), max_leaves=12)


@settings(max_examples=200, deadline=None)
@given(TREES)
def test_json_trees(value: object) -> None:
    """Our JSON reader finds in any JSON text what Python's finds."""
    for indent in (None, 1):
        text = json.dumps({"a": value}, indent=indent)
        expected = json.loads(text, parse_int=str, parse_float=str, parse_constant=str, object_pairs_hook=_as_written)
        (document,) = reads(text)
        assert document.data() == _as_text(expected)


def _as_written(pairs: list[tuple[str, object]]) -> dict[str, object]:
    return dict(reversed(pairs))


def _as_text(value: object) -> object:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return {key: _as_text(below) for key, below in value.items()}
    return [_as_text(below) for below in value] if isinstance(value, list) else value


def test_parsers() -> None:
    """PyYAML's C extension is used where there is one."""
    assert (yaml_nodes._parsers()[0] is not PythonParser) == yaml.__with_libyaml__  # noqa: SLF001


def test_without_the_extension(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it, PyYAML's own parser takes its place."""
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    assert yaml_nodes._parsers() == (PythonParser, PythonParser)  # noqa: SLF001
