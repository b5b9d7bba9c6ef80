# SPDX-License-Identifier: Apache-2.0
"""What people and pipelines do that nobody planned for, and what must not happen then."""

import copy
import json
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from planton_sts import InvalidManifestError, Problem, loads, reads, render, settle, validate
from planton_sts.cli import main
from tables import ROOT

GOOD = (ROOT / "examples" / "postgres.yaml").read_text()
HIDDEN = "hunter2-do-not-show"
WITH_SECRET = GOOD.replace("change-me", HIDDEN)
COMMAND = [sys.executable, "-m", "planton_sts"]


def rules(text: str) -> list[tuple[str, str]]:
    """Path and rule of everything wrong with the one document."""
    (document,) = loads(text)
    return [(problem.path, problem.rule) for problem in validate(document)]


@pytest.mark.parametrize(
    "field",
    ["secrets[POSTGRES_PASSWORD]", "secrets.POSTGRES_PASSWORD", "secrets[POSTGRES_PASSWORD].value", "secrets"],
)
def test_reference_leads_to_no_secret(field: str) -> None:
    """A secret of another manifest cannot be read through a reference, which would put it where all see it."""
    reference = (
        f"{{valueFrom: {{kind: KubernetesStatefulSet, name: postgres, fieldPath: 'spec.container.app.env.{field}'}}}}"
    )
    other = GOOD.replace("name: postgres\nspec", "name: other\nspec").replace("POSTGRES_DB: ledger", f"DB: {reference}")
    documents = reads(f"{WITH_SECRET}---\n{other}")
    with pytest.raises(InvalidManifestError) as raised:
        render(documents[1], among=documents)
    assert [problem.rule for problem in raised.value.problems] == ["resolve.secret"]
    assert HIDDEN not in str(raised.value)


MISPLACED = {
    "one level too deep": ("        secrets:\n", "          secrets:\n"),
    "under the image": ('tag: "16.4"', f"secrets: {{PW: {HIDDEN}}}"),
    "under the metadata": ("  name: postgres\nspec", f"  name: postgres\n  dockerConfigJson: {HIDDEN}\nspec"),
    "under the resources": ("      resources:\n", f"      resources:\n        secrets: {{PW: {HIDDEN}}}\n"),
    "beside a variable's value": ("POSTGRES_DB: ledger", f"DB: {{value: a, password: {HIDDEN}}}"),
    "beside a reference": (
        "POSTGRES_PASSWORD: ",
        f"OTHER: {{secretRef: {{name: a, key: b, value: {HIDDEN}}}}}\n          P: ",
    ),
    "in a sidecar": ("    app:\n", f"    sidecars: [{{name: a, image: B, secrets: {{PW: {HIDDEN}}}}}]\n    app:\n"),
}


@pytest.mark.parametrize(("before", "after"), MISPLACED.values(), ids=MISPLACED)
def test_misplaced_secret_is_not_quoted(
    before: str, after: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """A secret where none belongs is no reason to show it."""
    assert before in WITH_SECRET
    file = tmp_path / "a.yaml"
    file.write_text(WITH_SECRET.replace(before, after))
    assert main(["validate", str(file)]) == 1
    assert HIDDEN not in "".join(capfd.readouterr())


def test_repr_shows_no_secret() -> None:
    """Logs and tracebacks show documents, and applications, by their repr."""
    documents = loads(WITH_SECRET)
    assert HIDDEN not in repr([documents, settle(documents[0])])


def test_aliases_repeat_no_more_text_than_fits() -> None:
    """A megabyte that hundreds of aliases name is refused before it is there hundreds of times."""
    entries = "".join(f", a{number}: *x" for number in range(900))
    text = f"{{kind: KubernetesStatefulSet, spec: {{configMaps: {{a: &x '{'y' * 1_000_000}'{entries}}}}}}}"
    assert ("", "load.limit") in rules(text)


def test_merges_end_while_secrets_are_looked_for() -> None:
    """What repeats a key many times is refused, and quoted nowhere."""
    many = "\n".join(f"  K{number}: v" for number in range(40_000))
    again = "\n".join("      env: {variables: {<<: *e}}" for _ in range(10))
    text = f"anchor: &e\n{many}\nkind: KubernetesStatefulSet\nspec:\n  container:\n    app:\n{again}\n"
    (document,) = loads(text)
    assert document.problems
    assert isinstance(document.redacted_lines(), set)


def test_long_chain_of_references_ends() -> None:
    """Thousands of references in a row are a problem, not a stack that overflows."""
    kind = "apiVersion: kubernetes.project-planton.org/v1\nkind: KubernetesNamespace\n"
    chain = "---\n".join(
        f"{kind}metadata: {{name: n{i}}}\nspec: {{namespace: {{valueFrom: {{kind: KubernetesNamespace, name: n{i + 1},"
        f" fieldPath: spec.namespace}}}}}}\n"
        for i in range(3_000)
    )
    reference = "{valueFrom: {kind: KubernetesNamespace, name: n0, fieldPath: spec.namespace}}"
    documents = reads(f"{GOOD.replace('namespace: database', f'namespace: {reference}')}---\n{chain}")
    with pytest.raises(InvalidManifestError) as raised:
        render(documents[0], among=documents)
    assert raised.value.problems[0].rule == "resolve.limit"


def test_long_index_is_no_element() -> None:
    """An index of thousands of digits is one that the list has not."""
    reference = f"{{valueFrom: {{name: postgres, kind: KubernetesStatefulSet, fieldPath: 'spec.a[{'9' * 5_000}]'}}}}"
    documents = loads(GOOD.replace("POSTGRES_DB: ledger", f"DB: {reference}"))
    with pytest.raises(InvalidManifestError):
        render(documents[0], among=documents)


def test_error_crosses_processes() -> None:
    """A worker process can raise the error, and a caller copy it."""
    error = InvalidManifestError([Problem("spec", "rule", "message")])
    assert pickle.loads(pickle.dumps(error)).problems == error.problems  # noqa: S301 - our own bytes
    assert copy.copy(error).problems == error.problems


@pytest.mark.parametrize("redirect", ["<&-", ">&-", "> /dev/full", "2>&-"])
def test_odd_streams(redirect: str) -> None:
    """A stream that is closed or full ends the run without a traceback."""
    shell = f"{' '.join(COMMAND)} validate {'-' if redirect == '<&-' else ROOT / 'examples/postgres.yaml'} {redirect}"
    done = subprocess.run(["sh", "-c", shell], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert done.returncode == (0 if redirect == "2>&-" else 2), done.stderr


def test_terminal_that_knows_ascii_alone() -> None:
    """Output is UTF-8 wherever it goes."""
    done = subprocess.run(
        [*COMMAND, "describe", ROOT / "examples/postgres.yaml"],
        env={"PYTHONIOENCODING": "ascii", "PATH": ""},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert "·" in done.stdout.decode()


def test_standard_input_among_jobs(tmp_path: Path) -> None:
    """Standard input is read by the process that has it."""
    (tmp_path / "a.yaml").write_text(GOOD)
    called = [*COMMAND, "validate", tmp_path / "a.yaml", "-", "--jobs", "2"]
    other = GOOD.replace("name: postgres\nspec", "name: other\nspec")
    done = subprocess.run(called, input=other, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stdout.startswith("2 manifests, 0 invalid")


def test_kind_mistaken_under_our_version_is_ours() -> None:
    """A manifest with our apiVersion and no kind that exists is wrong, not somebody else's."""
    assert ("kind", "string.const") in rules(GOOD.replace("kind: KubernetesStatefulSet", "kind: StatefulSet"))
    assert loads(GOOD.replace("kind: KubernetesStatefulSet", "kind: KubernetesDeployment")) == []


@pytest.mark.parametrize(
    ("before", "after", "path"),
    [
        ("size: 10Gi", "size: [10Gi]", "spec.volumeClaimTemplates[0].size"),
        ("POSTGRES_PASSWORD: change-me", "P: {value: [x]}", "spec.container.app.env.secrets[P].value"),
        ("      readinessProbe:\n        exec:", "      readinessProbe:\n        httpGet: 5\n        eec:", None),
        ("  volumeClaimTemplates:\n    - name: data\n      size: 10Gi", "  volumeClaimTemplates: {a: b}", None),
    ],
)
def test_one_mistake_is_one_problem(before: str, after: str, path: str | None) -> None:
    """What could not be read is not missing, unknown or empty too."""
    assert before in GOOD
    found = rules(GOOD.replace(before, after))
    assert all(rule.startswith("load.") for _, rule in found), found
    assert path is None or [where for where, _ in found] == [path]


MOUNT = "        - name: {}\n          mountPath"
PROBE = "exec:\n          command: [pg_isready, --username=postgres]"


@pytest.mark.parametrize(
    ("before", "after", "hint"),
    [
        (MOUNT.format("data"), MOUNT.format("dta"), "did you mean `data`?"),
        (MOUNT.format("data"), MOUNT.format("other"), ""),
        (PROBE, "tcpSocket: {portName: postgre}", "did you mean `postgres`?"),
    ],
)
def test_name_that_refers_to_nothing_has_a_hint(before: str, after: str, hint: str) -> None:
    """A name that is nearly one of the manifest's own is told so."""
    assert before in GOOD
    (document,) = loads(GOOD.replace(before, after))
    assert [problem.hint for problem in validate(document)] == [hint]


def test_a_key_written_twice_does_not_hide_what_is_wrong_with_it() -> None:
    """The first value of a key that stands twice is judged all the same."""
    found = rules(GOOD.replace("size: 10Gi", "size: 10K\n      size: 10Gi"))
    assert sorted(rule for _, rule in found) == ["load.duplicate_key", "spec.volume_claim_templates.size"]


def test_override_shows_through_references() -> None:
    """A field set from outside is what references find."""
    reference = "{valueFrom: {kind: KubernetesStatefulSet, name: postgres, fieldPath: spec.namespace}}"
    other = GOOD.replace("name: postgres\nspec", "name: other\nspec").replace("POSTGRES_DB: ledger", f"DB: {reference}")
    documents = loads(f"{GOOD}---\n{other}")
    documents[0].override("spec.namespace=elsewhere")
    assert '"value": "elsewhere"' in json.dumps(render(documents[1], among=documents))


def test_stack_input_can_be_referred_to() -> None:
    """The manifest within a stack input has a name too."""
    indented = GOOD.replace("\n", "\n  ")
    reference = "{valueFrom: {kind: KubernetesStatefulSet, name: postgres, fieldPath: status.outputs.namespace}}"
    other = GOOD.replace("name: postgres\nspec", "name: other\nspec").replace("POSTGRES_DB: ledger", f"DB: {reference}")
    documents = loads(f"target:\n  {indented}\n---\n{other}")
    assert '"value": "database"' in json.dumps(render(documents[1], among=documents))


WRONG_FILES = {
    "an empty file": "",
    "a list": "- a",
    "another shape": "KubernetesNamespace/a: b",
    "no kind": "Nonsense/a: {spec.name: b}",
    "two documents": "KubernetesNamespace/a: {b: c}\n---\nKubernetesNamespace/b: {b: c}",
    "no name": "KubernetesNamespace: {spec.name: b}",
}


@pytest.mark.parametrize("content", WRONG_FILES.values(), ids=WRONG_FILES)
def test_wrong_values_file(content: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A file of values in another shape is refused, with the shape that it must have."""
    (tmp_path / "values.yaml").write_text(content)
    code = main(["outputs", str(ROOT / "examples/postgres.yaml"), "--values", str(tmp_path / "values.yaml")])
    assert code == 2
    assert "KubernetesNamespace/db" in capfd.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["validate", ""],
        ["render", "GOOD", "--out-dir", ""],
        ["render", "GOOD", "--out-dir", "x", "--output", "json"],
        ["convert", "GOOD", "--from", "binary", "--set", "metadata.name=a"],
        ["convert", "OTHER"],
    ],
    ids=" ".join,
)
def test_call_that_cannot_be_meant(arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty path and options that contradict are wrong calls, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    Path("other.yaml").write_text("kind: Service\n")
    named = {"GOOD": str(ROOT / "examples/postgres.yaml"), "OTHER": "other.yaml"}
    assert main([named.get(argument, argument) for argument in arguments]) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["other.yaml"]
