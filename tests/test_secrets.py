# SPDX-License-Identifier: Apache-2.0
"""Nothing that may be a secret comes out of any command but `render` and `convert`, whatever is wrong with it."""

import copy
import io
import json
import os
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planton_sts import Document, InvalidManifestError, loads, reads, render, validate
from planton_sts.cli import main
from planton_sts.paths import Key, spell
from planton_sts.secrecy import looks_secret
from tables import ROOT

GOOD = "".join(
    line
    for line in (ROOT / "examples" / "postgres.yaml").read_text(encoding="utf-8").splitlines(keepends=True)
    if "#" not in line
)
SECRET = "hunter2"  # noqa: S105 - a secret for tests
FORMATS = ["text", "json", "junit", "tap", "github", "sarif"]
SHOWING = [["validate", "--output", form] for form in FORMATS] + [["describe"], ["outputs"]]


def said(*arguments: str) -> str:
    """All that the command prints; of what prints secrets by its nature, standard error alone."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        main(arguments)
    shown = [err] if arguments[0] in {"render", "convert"} else [out, err]
    return "".join(stream.buffer.getvalue().decode() for stream in shown).casefold()  # type: ignore[attr-defined]


def refusal_of(document: Document) -> str:
    """What the error says that keeps the document from being rendered; nothing where there is none."""
    try:
        render(document)
    except InvalidManifestError as error:
        return f"{error} {error!r}"
    return ""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file for a manifest."""
    return tmp_path / "a.yaml"


APP = "    app:\n"
ENV = "POSTGRES_PASSWORD: change-me"
LISTS = "  volumeClaimTemplates:\n"
SIDECAR = "    sidecars: [{{name: a, image: B, {}}}]\n    app:\n"
# What is written in place of what in the example.
CASES = {
    "reference as text": (ENV, f"PW: {{secretRef: {SECRET}}}"),
    "reference as a list": (ENV, f"PW: {{secretRef: [{SECRET}]}}"),
    "Kubernetes' reference as text": (ENV, f"PW: {{secretKeyRef: {SECRET}}}"),
    "beside a reference": (ENV, f"PW: {{secretRef: {{name: a, key: b}}, hint: {SECRET}}}"),
    "within a reference": (ENV, f"PW: {{secretRef: {{name: a, key: B C, {SECRET}: x}}}}"),
    "key that is a list": (ENV, f"? [{SECRET}]\n          : x"),
    "key that is a mapping": (ENV, f"? {{a: {SECRET}}}\n          : x"),
    "key alone": (ENV, f"{SECRET}:"),
    "key alone in braces": ("        secrets:\n          " + ENV, f"        secrets: {{{SECRET}}}"),
    "key without a space": ("        secrets:\n          " + ENV, f"        secrets: {{PW:{SECRET}}}"),
    "key that assigns": (ENV, f"PW={SECRET}: x\n          K8S_POD_ID: a"),
    "nearly a field": (ENV, "PW: {hunter2-value: x, value2hunter2: y}"),
    "text": ("        secrets:\n          " + ENV, f"        secrets: {SECRET}"),
    "list": ("        secrets:\n          " + ENV, f"        secrets: [{SECRET}]"),
    "list of names and values": (
        "        secrets:\n          " + ENV,
        f"        secrets: [{{name: PW, value: {SECRET}}}]",
    ),
    "unknown tag": (ENV, f"PW: !{SECRET} {SECRET}"),
    "value that is a list": (ENV, f"PW: {{value: [{SECRET}]}}"),
    "value twice": (ENV, f"PW: {SECRET}\n          PW: {SECRET}"),
    "nested once more": (ENV, f"secrets: {{{SECRET}: x}}"),
    "merged": (ENV, f"<<: {{PW: [{SECRET}], {SECRET}: }}"),
    "merged list": (ENV, f"<<: [{SECRET}]"),
    "block": (ENV, f"PW: |\n            a\n            {SECRET}\n          9: [x]"),
    "misspelt": ("        secrets:\n          " + ENV, f"        secerts: {{PW: {SECRET}}}"),
    "env of the application in a sidecar": (APP, SIDECAR.format(f"env: {{secrets: {{PW: {SECRET}}}}}")),
    "env of a sidecar as a mapping": (APP, SIDECAR.format(f"env: {{PASSWORD: {SECRET}}}")),
    "env of a sidecar as lines": (APP, SIDECAR.format(f"env: [PASSWORD={SECRET}]")),
    "env of a sidecar with a key too many": (APP, SIDECAR.format(f"env: [{{name: PASSWORD, valu: a, x: {SECRET}}}]")),
    "env of a sidecar": (APP, SIDECAR.format(f"env: [{{name: API_TOKEN, value: {SECRET}, x: y}}]")),
    "secrets of a sidecar": (APP, SIDECAR.format(f"secrets: {{? [{SECRET}]}}")),
    "header of a probe": (
        "        exec:\n          command: [pg_isready, --username=postgres]\n",
        f"        httpGet: {{portNumber: 99999, httpHeaders: [{{name: Authorization, value: {SECRET}, x: y}}]}}\n",
    ),
    "argument": ("command: [pg_isready, --username=postgres]", f"command: [a, --password={SECRET}, [x]]"),
    "argument after its flag": ("command: [pg_isready, --username=postgres]", f"command: [--token, {SECRET}, [x]]"),
    "plain variable": ("POSTGRES_DB: ledger", f"DB_PASSWORD: {{value: [{SECRET}]}}"),
    "plain variable, nested": ("POSTGRES_DB: ledger", f"DB_PASSWORD: {{{SECRET}: x}}"),
    "entry": ("        secrets:\n          " + ENV, f"        entries: [{{name: PASSWORD, value: {SECRET}, x: y}}]"),
    "entry that is no mapping": ("        secrets:\n          " + ENV, f"        entries: [PASSWORD={SECRET}]"),
    "key of an entry's Secret": (
        "        secrets:\n          " + ENV,
        f"        entries: [{{name: PW, valueFrom: {{secretKeyRef: {{name: a, key: b, x: {SECRET}}}}}}}]",
    ),
    "variables of a Secret": ("      ports:\n", f"      envFrom: [{{secretRef: [{SECRET}]}}]\n      ports:\n"),
    "plain variables as a list": ("          POSTGRES_DB: ledger", f"          - PASSWORD={SECRET}"),
    "reference of a plain variable": (
        "POSTGRES_DB: ledger",
        f"DB_PASSWORD: {{valueFrom: {{kind: KubernetesStatefulSet, name: {SECRET}, fieldPath: a.{SECRET}}}}}",
    ),
    "label": ("  name: postgres\nspec", f"  name: postgres\n  labels: {{token: [{SECRET}]}}\nspec"),
    "volume": ("          mountPath: ", f"          secret: {{defaultMode: [{SECRET}]}}\n          mountPath: "),
    "volume as text": ("          mountPath: ", f"          secret: {SECRET}\n          mountPath: "),
    "volume with a path": (
        "          mountPath: ",
        f"          secret: {{name: a, path: ../{SECRET}}}\n          mountPath: ",
    ),
    "in the spec": (LISTS, f"  credentials: {{a: [{SECRET}]}}\n{LISTS}"),
    "under what is misplaced": (LISTS, f"  replicas: {{apiKey: {SECRET}}}\n{LISTS}"),
    "under what is misspelt": (LISTS, f"  contianer: {{ap: {{{SECRET}}}}}\n{LISTS}"),
    "quote left open": (ENV, f'PW: "{SECRET}'),
    "bracket left open": (ENV, f"PW: [{SECRET}"),
    "no colon": (ENV, f"PW {SECRET}"),
    "alias of nothing": (ENV, f"PW: *{SECRET}"),
    "reserved character": (ENV, f"PW: @{SECRET}"),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)
def test_no_command_shows_it(before: str, after: str, file: Path) -> None:
    """A secret in any wrong shape or place is in no format, and on no standard error."""
    assert before in GOOD
    file.write_text(GOOD.replace(before, after, 1), encoding="utf-8")
    for command in [*SHOWING, ["render"], ["convert"]]:
        assert SECRET not in said(*command, str(file)), command
    for document in loads(file.read_text(encoding="utf-8")):
        assert SECRET not in repr([document, document.problems, validate(document)])
        assert SECRET not in refusal_of(document)


def test_what_holds_no_secret_is_shown(file: Path) -> None:
    """The line of a reference to a Secret is quoted, and so is one beside a secret."""
    right = "A: {secretRef: {name: b c, key: d}}\n          B: hunter2\n          C: {secretRef: {}}"
    file.write_text(GOOD.replace(ENV, right), encoding="utf-8")
    shown = said("validate", str(file))
    assert "| " + " " * 10 + "a: {secretref: {name: b c, key: d}}" in shown
    assert "| " + " " * 10 + "c: {secretref: {}}" in shown
    assert SECRET not in shown


ASSIGNMENTS = [
    f"spec.container.app.env.secrets={{{SECRET}}}",
    f"spec.container.app.env.secrets={{PW: [{SECRET}]}}",
    f"spec.container.app.env.secrets={SECRET}",
    f"spec.container.app.env.secrets='{SECRET}",
    f"spec.container.app.env.secrets={{PW: {{{SECRET}: x}}}}",
    f"spec.container.app.env.secrets[PW]={{secretRef: {SECRET}}}",
    f"spec.container.app.env.secrets[PW].secretRef={SECRET}",
    f"spec.container.app.env.secrets[PW].{SECRET}=x",
    f"spec.container.app.env.secrets[PW][{SECRET}]=x",
    f"spec.container.app.env.secrets[PW=a]={SECRET}",
    f"spec.container.app.env.secrets[PW]{SECRET}",
    f"spec.container.app.env.secrets[PW]:{SECRET}",
    f"spec.container.app.env.secrets.PW={SECRET}",
    f"spec.container.app.env.secretz[PW].{SECRET}=x",
    f"spec.secrets.{SECRET}=x",
    f"spec.password[{SECRET}]={SECRET}",
    f"spec.container.app.env.variables[PASSWORD={SECRET}].x=y",
    f"spec.container.app.env.variables[PASSWORD]={{value: [{SECRET}]}}",
    f"providerConfig.gcpGke.serviceAccountKeyBase64={SECRET}",
]


@pytest.mark.parametrize("assignment", ASSIGNMENTS)
def test_no_override_shows_it(assignment: str, file: Path) -> None:
    """What is wrong with a field set from outside is said without its value, and without what may be one."""
    file.write_text(GOOD, encoding="utf-8")
    for command in [*SHOWING, ["render"], ["convert"]]:
        assert SECRET not in said(*command, str(file), "--set", assignment), command


VALUES = [
    f"KubernetesNamespace/shared: {{password: [{SECRET}]}}",
    f"KubernetesNamespace/shared: {{password: {{{SECRET}}}}}",
    f"password: {SECRET}",
    f"KubernetesNamespace/shared: {SECRET}",
    f"KubernetesNamespace/shared: {{password: {SECRET}, token: '{SECRET}",
]


@pytest.mark.parametrize("values", VALUES)
def test_no_file_of_values_shows_it(values: str, file: Path, tmp_path: Path) -> None:
    """A file of values that is not as it must be is not quoted."""
    file.write_text(GOOD, encoding="utf-8")
    known = tmp_path / "values.yaml"
    known.write_text(values, encoding="utf-8")
    for command in ("render", "outputs", "describe"):
        for option in ("--values", "--platform"):
            assert SECRET not in said(command, str(file), option, str(known)), (command, option)


def test_reference_that_leads_on_through_a_secret_is_told_without_it() -> None:
    """What stands below another manifest's secret-looking variable is told to nobody who refers to it."""
    reference = "{{valueFrom: {{kind: KubernetesStatefulSet, name: {}, fieldPath: '{}'}}}}"
    variables = "spec.container.app.env.variables[DB_PASSWORD]"
    first = GOOD.replace("POSTGRES_DB: ledger", f"DB_PASSWORD: {reference.format(SECRET, 'spec.a')}")
    other = GOOD.replace("name: postgres\nspec", "name: other\nspec")
    other = other.replace("POSTGRES_DB: ledger", f"DB: {reference.format('postgres', variables)}")
    documents = reads(f"{first}---\n{other}")
    for document in documents:
        with pytest.raises(InvalidManifestError) as raised:
            render(document, among=documents)
        assert "must name a resource of this run" in str(raised.value)
        assert SECRET not in str(raised.value)


LIKELY = [
    "POSTGRES_PASSWORD",
    "PGPASS",
    "passwd",
    "PWD",
    "apiKey",
    "api-key",
    "x.token",
    "secretKeyRef",
    "Authorization",
]
LIKELY += ["credentials", "dockerConfigJson", "kubeConfig", "serviceAccountKeyBase64", "ERLANG_COOKIE", "private_key"]
UNLIKELY = [
    "passenger",
    "key",
    "author",
    "config",
    "keyspace",
    "POSTGRES_DB",
    "mountPath",
    "auth",
    "apiVersion",
    "name",
]


@pytest.mark.parametrize(("names", "likely"), [(LIKELY, True), (UNLIKELY, False)])
def test_names_that_look_like_a_secrets(names: list[str], *, likely: bool) -> None:
    """The words count in any spelling, and wherever they stand in a name."""
    assert {name for name in names if looks_secret(name) is not likely} == set()


PATHS: list[tuple[tuple[Any, ...], str]] = [
    (("spec", "env", "secrets", Key("A_B"), "value"), "spec.env.secrets[A_B].value"),
    (("spec", "env", "secrets", Key("A=b"), "value"), "spec.env.secrets"),
    (("spec", "env", "secrets", Key("A"), "b"), "spec.env.secrets[A]"),
    (("spec", "env", "secrets", Key("secrets"), Key("b")), "spec.env.secrets[secrets]"),
    (("spec", "secrets", Key("A")), "spec.secrets"),
    (("env", 0, "valueFrom", "secretKeyRef", "optional"), "env[0].valueFrom.secretKeyRef.optional"),
    (("spec", "mounts", 0, "secret", "defaultMode"), "spec.mounts[0].secret.defaultMode"),
    (("spec", "tokens", 0, "a"), "spec.tokens[0]"),
    (("metadata", "labels", Key("example.com/token")), "metadata.labels[example.com/token]"),
    (("metadata", "labels", Key("token=a")), "metadata.labels"),
]


@pytest.mark.parametrize(("path", "shown"), PATHS, ids=[row[1] for row in PATHS])
def test_paths_end_where_a_secret_may_begin(path: tuple[Any, ...], shown: str) -> None:
    """Below a key that looks like a secret's, a path shows fields, indexes, and names that somebody gave."""
    assert spell(path) == shown


# Anything at all, from here on: a text that is found again in whatever spelling, and shapes that hold it.
MARKS = ["hunter2", "Hunter2_x", "hunter2: value", "9 hunter2", "secretRef-hunter2", "PW=hunter2", "../hunter2"]
KEYS = ["secrets", "password", "token", "apiKey", "credentials", "dockerConfigJson", "secretRef", "secret", "PGPASS"]
WORDS = ["value", "secretRef", "secretKeyRef", "valueFrom", "env", "secrets", "name", "PW", "<<", "x y", "defaultMode"]
# The ways into the manifest to a mapping that gets the key.
PLACES: list[tuple[str | int, ...]] = [
    (),
    ("metadata",),
    ("metadata", "labels"),
    ("spec",),
    ("spec", "availability"),
    ("spec", "volumeClaimTemplates", 0),
    ("spec", "container", "app"),
    ("spec", "container", "app", "env"),
    ("spec", "container", "app", "env", "variables"),
    ("spec", "container", "app", "env", "secrets"),
    ("spec", "container", "app", "env", "secrets", "PW"),
    ("spec", "container", "app", "image"),
    ("spec", "container", "app", "volumeMounts", 0),
    ("spec", "container", "app", "readinessProbe", "exec"),
    ("spec", "container", "sidecars", 0),
    ("spec", "container", "sidecars", 0, "env"),
    ("spec", "container", "sidecars", 0, "env", 0),
]
# What makes the manifest wrong in another place.
ELSEWHERE: list[tuple[tuple[str | int, ...], Any]] = [
    ((), None),
    (("spec", "namespace"), "A B"),
    (("spec", "volumeClaimTemplates", 0, "size"), "10K"),
    (("spec", "availability", "replicas"), "many"),
    (("spec", "container", "app", "image"), None),
    (("spec", "container", "app", "ports", 0, "name"), "Not A Name"),
    (("spec", "replicas"), 3),
    (("spec", "container", "app", "env", "variables", "9 X"), {"valueFrom": {"name": "nobody"}}),
]
TAILS = ["", "\n", "}", "'", "\n- a", "\n\tx: y", "\n? [", "\n---\n", "\n--- {spec: x}", ": x", "\x07"]


def shapes() -> st.SearchStrategy[Any]:
    """Values with the text at some of their leaves, and in keys that have no value or stand in a deeper mapping."""
    mark = st.sampled_from(MARKS)
    leaves = st.one_of(mark, mark, st.none(), st.just(7))
    return st.recursive(
        leaves,
        lambda held: st.one_of(
            st.lists(held, max_size=3),
            st.dictionaries(st.sampled_from(WORDS) | mark, held, max_size=3),
            st.dictionaries(st.tuples(mark), held, max_size=1),
        ),
        max_leaves=6,
    )


def names_aside(value: Any, above: tuple[Any, ...]) -> Any:
    """The value without the text where a name belongs: of a Secret, of a key in one, of a variable with a value."""
    if isinstance(value, list):
        return [names_aside(element, (*above, index)) for index, element in enumerate(value)]
    if not isinstance(value, dict):
        return value
    is_map = above[-2:] == ("env", "secrets")
    is_reference = above[-1:] in {("secretRef",), ("secret",)}
    return {
        key: names_aside(held, (*above, key))
        for key, held in value.items()
        if not (is_map and held is not None) or SECRET not in str(key).casefold()
        if not (is_reference and key in {"name", "key", "namespace"})
    }


def manifest() -> dict[str, Any]:
    """The example with a sidecar, as plain values."""
    loaded: dict[str, Any] = yaml.safe_load(GOOD)
    loaded["metadata"]["labels"] = {"team": "a"}
    loaded["spec"]["availability"] = {"replicas": 1}
    container = loaded["spec"]["container"]
    container["app"]["env"]["secrets"] = {"PW": {"secretRef": {"name": "a", "key": "b"}}}
    container["sidecars"] = [{"name": "exporter", "image": "b:1", "env": [{"name": "A", "value": "b"}]}]
    return loaded


def put(data: Any, path: tuple[str | int, ...], value: Any) -> None:
    """Set what stands at the path."""
    for step in path[:-1]:
        data = data[step]
    if isinstance(data, list):
        data.append({path[-1]: value})
    else:
        data[path[-1]] = value


def written(data: Any, style: str) -> str:
    """The manifest as text."""
    if style == "json":
        return json.dumps(data, skipkeys=True)
    return str(yaml.dump(data, Dumper=Dumper, default_flow_style={"flow": True, "block": False}.get(style), width=80))


class Dumper(yaml.SafeDumper):
    """Writes keys that are lists, and nothing by aliases."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - the signature is PyYAML's
        """Whether to write everything in full: always."""
        return True


@pytest.fixture(scope="module")
def shared_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One file for all examples of a property."""
    return tmp_path_factory.mktemp("secrets") / "a.yaml"


@settings(max_examples=int(os.environ.get("FUZZ", "300")), suppress_health_check=list(HealthCheck))
@given(
    place=st.sampled_from(PLACES),
    key=st.sampled_from(KEYS),
    shape=shapes(),
    elsewhere=st.sampled_from(ELSEWHERE),
    style=st.sampled_from(["flow", "block", "mixed", "json"]),
    tail=st.sampled_from(TAILS),
    cut=st.none() | st.integers(1, 400),
    command=st.sampled_from([*SHOWING, ["render"], ["convert"]]),
)
def test_nothing_below_a_key_of_secrets_comes_out(  # noqa: PLR0913, PLR0917 - an argument for each thing that varies
    shared_file: Path,
    place: tuple[str | int, ...],
    key: str,
    shape: Any,
    elsewhere: tuple[tuple[str | int, ...], Any],
    style: str,
    tail: str,
    cut: int | None,
    command: list[str],
) -> None:
    """In any shape, at any place, with anything else wrong: no command shows what stands below such a key."""
    data = manifest()
    put(data, (*place, key), names_aside(copy.deepcopy(shape), (*place, key)))
    if elsewhere[0]:
        put(data, *elsewhere)
    text = written(data, style) + tail
    shared_file.write_text(text[:-cut] if cut else text, encoding="utf-8")
    assert SECRET not in said(*command, str(shared_file))
