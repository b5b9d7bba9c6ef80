# SPDX-License-Identifier: Apache-2.0
"""Manifests among other files: in a folder, handed over by a hook, or in what is piped."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from planton_sts import load, loads, read
from planton_sts.cli import main
from tables import ROOT

GOOD = (ROOT / "examples" / "postgres.yaml").read_text(encoding="utf-8")
BAD = GOOD.replace("size: 10Gi", "size: 10K")
SERVICE = "apiVersion: v1\nkind: Service\nmetadata: {name: other}\n"
NAMESPACE = "apiVersion: kubernetes.project-planton.org/v1\nkind: KubernetesNamespace\nmetadata: {name: shared}\n"

# What a repository holds beside manifests.
OTHERS: dict[str, bytes | str] = {
    "empty.yaml": "",
    "comments.yaml": "# kind: KubernetesStatefulSet\n",
    "separators.yaml": "---\n---\n",
    "playbook.yaml": "- hosts: all\n  tasks:\n    - name: apply the KubernetesStatefulSet\n",
    "array.json": '[{"a": 1}, 2]',
    "text.json": '"apiVersion"',
    "number.json": "3",
    "notebook.json": '{"cells": [], "metadata": {"kernelspec": {"name": "python3"}}, "nbformat": 4}',
    "tsconfig.json": '{\n  // strict\n  "compilerOptions": {},\n}\n',
    "chart/values.yaml": "replicas: 3\ntarget: production\n",
    "chart/templates/deployment.yaml": "{{- if .Values.on }}\nkind: Deployment\nname: {{ .Values.name }}\n{{- end }}\n",
    "chart/templates/service.yaml": SERVICE + "spec: {{ toYaml .Values.spec | nindent 2 }}\n---\n{{ end }}\n",
    "ci.yml": "spec:\n  inputs:\n    stage: {default: test}\n---\ntest:\n  script: planton-sts validate\n",
    "latin-1.yaml": "name: Müller\n".encode("latin-1"),
    "binary.json": bytes(range(256)),
    "deep.json": "[" * 200 + "]" * 200,
    "large.json": "[" + "0," * 250_000 + "0]",
    "tab.yaml": "a:\n\tb: c\n",
    "two.yaml": "a: b\n---\n- a\n---\nc: [\n",
    "utf-16.yaml": "\ufeffa: [".encode("utf-16-le"),
    "service.yaml": SERVICE,
}

# What is meant for us, and cannot be read.
MEANT = {
    "open bracket": f"{GOOD}    args: [a\n",
    "template": GOOD.replace("name: postgres\nspec", "name: {{ .Values.name }}-db\nspec"),
    "other case": "kind: kubernetesstatefulset\nspec: [",
    "misspelt, of our API": "apiVersion: kubernetes.project-planton.org/v1\nkind: KubernetesStatefulSett\nspec: [",
    "of a later API": "apiVersion: kubernetes.openmcf.org/v1\nspec: [",
    "JSON": '{"api_version" : "kubernetes.project-planton.org/v1", "spec": [',
    "Latin-1": GOOD.replace("ledger", "Müller").encode("latin-1"),
    "UTF-16": "\ufeffkind: KubernetesStatefulSet\nspec: [".encode("utf-16-le"),
    "list of manifests": f"- {GOOD.replace(chr(10), chr(10) + '  ')}",
    "below a manifest without kind": "metadata: {name: a}\nspec: {}\n---\na: [",
}

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run the command in an empty folder; its exit code, output and errors."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


def write(name: str, content: str | bytes) -> str:
    """Write the file, and give its name."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return name


@pytest.mark.parametrize("name", OTHERS)
def test_other_files_are_skipped(run: Run, name: str) -> None:
    """Named, as a hook does, one that holds nothing for us is counted; `--strict-kinds` refuses it."""
    write(name, OTHERS[name])
    code, out, _ = run("validate", name)
    assert code == 0, out
    assert "0 manifests, 0 invalid, " in out
    assert " skipped" in out
    assert run("validate", "--strict-kinds", name)[0] in {1, 2}


def test_manifest_among_other_files(run: Run) -> None:
    """In a folder only our manifests are judged, by every command."""
    for name, content in OTHERS.items():
        write(f"all/{name}", content)
    write("all/app/postgres.yaml", GOOD)
    code, out, _ = run("validate", "all")
    assert code == 0, out
    assert out.startswith("1 manifest, 0 invalid, ")
    for command in ("render", "describe", "outputs", "convert"):
        code, out, err = run(command, "all")
        assert (code, err) == (0, ""), command
        assert "postgres" in out
    write("all/app/bad.yaml", BAD.replace("name: postgres\nspec", "name: bad\nspec"))
    code, out, _ = run("validate", "all", "--output", "json")
    assert [problem["file"] for problem in json.loads(out)] == ["all/app/bad.yaml"]
    assert code == 1


@pytest.mark.parametrize("content", MEANT.values(), ids=MEANT)
def test_what_is_meant_for_us_must_parse(run: Run, content: str | bytes) -> None:
    """A file that mentions our kind is never skipped in silence."""
    write("all/good.yaml", GOOD)
    write("all/meant.yaml", content)
    for path in ("all", "all/meant.yaml"):
        code, out, _ = run("validate", path, "--output", "json")
        assert code == 2, out
        assert {problem["file"] for problem in json.loads(out)} == {"all/meant.yaml"}
    assert run("render", "all")[0] == 2


def test_folder_without_a_manifest(run: Run) -> None:
    """A folder that is named must hold one, whatever else it holds."""
    for name, content in OTHERS.items():
        write(f"others/{name}", content)
    Path("empty").mkdir()
    write("good/a.yaml", GOOD)
    for paths in (["others"], ["empty"], ["good", "others"], ["good", "empty", "--require"]):
        code, out, _ = run("validate", *paths)
        assert code == 2, paths
        assert "error: must hold a manifest of kind KubernetesStatefulSet [load.empty]" in out
        assert f"{paths[-1] if paths[-1] in {'others', 'empty'} else 'empty'}: error" in out
    for command in ("render", "describe", "outputs", "convert"):
        assert run(command, "others")[0] == 2


def test_folder_of_resources_to_refer_to(run: Run) -> None:
    """Beside manifests a folder may hold what these refer to, and nothing else."""
    write("shared/namespace.yaml", NAMESPACE + "spec: {name: elsewhere}\n")
    reference = "namespace: {valueFrom: {kind: KubernetesNamespace, name: shared, fieldPath: spec.name}}"
    write("a.yaml", GOOD.replace("namespace: database", reference).replace("createNamespace: true", ""))
    code, out, _ = run("validate", "a.yaml", "shared")
    assert (code, out[:10]) == (0, "1 manifest"), out
    assert run("validate", "shared")[0] == 2


def test_files_without_a_manifest(run: Run) -> None:
    """Files may hold none, unless one is required."""
    write("a.yaml", SERVICE)
    write("b.yaml", "a: [")
    assert run("validate", "a.yaml", "b.yaml")[0] == 0
    code, out, _ = run("validate", "a.yaml", "b.yaml", "--require")
    assert code == 2
    assert "one at least holds a manifest" in out
    write("c.yaml", GOOD)
    assert run("validate", "a.yaml", "b.yaml", "c.yaml", "--require")[0] == 0
    assert run("render", "a.yaml", "b.yaml")[2].endswith("none of the documents given is a KubernetesStatefulSet\n")


PIPED = {"nothing": "", "another kind": SERVICE, "no YAML": "a: [", "a list": "- a\n"}


@pytest.mark.parametrize("text", PIPED.values(), ids=PIPED)
@pytest.mark.parametrize("command", ["validate", "render"])
def test_standard_input_without_a_manifest(
    run: Run, monkeypatch: pytest.MonkeyPatch, text: str, command: str, tmp_path: Path
) -> None:
    """What is piped is meant to be read."""
    (tmp_path / "piped").write_text(text)
    with (tmp_path / "piped").open() as piped:
        monkeypatch.setattr("sys.stdin", piped)
        code, out, err = run(command)
    assert code == 2
    assert "error: must" in (out + err).casefold() or "none of the documents" in err


EXCLUDED = [
    (["charts/"], ["app/a.yaml", "app/b.tmpl.yaml", "c.yaml"]),
    (["*.tmpl.yaml"], ["app/a.yaml", "app/charts/d.yaml", "c.yaml"]),
    (["/charts/"], ["app/a.yaml", "app/b.tmpl.yaml", "app/charts/d.yaml", "c.yaml"]),
    (["app/*", "!app/a.yaml"], ["app/a.yaml", "c.yaml"]),
    (["app/**/d.yaml", "# c.yaml", "c.*"], ["app/a.yaml", "app/b.tmpl.yaml"]),
]


@pytest.mark.parametrize(("patterns", "left"), EXCLUDED, ids=str)
def test_exclude(run: Run, patterns: list[str], left: list[str]) -> None:
    """What a pattern of gitignore stands for below the folder is not looked at, by any command."""
    for name in ("app/a.yaml", "app/b.tmpl.yaml", "app/charts/d.yaml", "c.yaml"):
        write(f"all/{name}", BAD.replace("name: postgres\nspec", f"name: {Path(name).stem[0]}\nspec"))
    options = [option for pattern in patterns for option in ("--exclude", pattern)]
    _, out, _ = run("validate", "all", "--output", "json", *options)
    assert [problem["file"] for problem in json.loads(out)] == [f"all/{name}" for name in left]
    for command in ("render", "describe", "outputs"):
        code, _, err = run(command, "all", *options)
        assert code == 1
        assert sorted({line.split(":")[0] for line in err.splitlines() if line.startswith("all/")}) == [
            f"all/{name}" for name in left
        ]


def test_exclude_named_files(run: Run) -> None:
    """A hook names the files, and the patterns hold for these too; standard input has no name."""
    named = [write("charts/a.yaml", BAD), write("b.yaml", GOOD), os.path.abspath(write("charts/c.yaml", BAD))]  # noqa: PTH100
    assert run("validate", "--exclude", "charts/", *named)[0] == 0
    assert run("validate", "--exclude", "*.yaml", *named)[1].startswith("0 manifests")
    assert run("validate", "--exclude", "*.yaml", "--require", *named)[0] == 2
    assert run("render", "--exclude", "*.yaml", *named)[0] == 2


def test_exclude_everything(run: Run) -> None:
    """A folder of which nothing is left holds no manifest."""
    write("all/a.yaml", GOOD)
    assert run("validate", "all", "--exclude", "*")[0] == 2
    code, _, err = run("validate", "all", "--exclude", "!")
    assert code == 2
    assert "--exclude" in err


def test_links_stay_in_the_folder(run: Run) -> None:
    """A link is followed within the folder, and out of it only where it is named itself; circles end."""
    for name in ("inside/a.yaml", "inside/below/b.yaml", "outside/c.yaml", "outside.yaml"):
        write(name, BAD.replace("name: postgres\nspec", f"name: {Path(name).stem}\nspec"))
    for link, target in {
        "again.yaml": "below/b.yaml",
        "circle": ".",
        "up": "..",
        "out": "../outside",
        "out.yaml": "../outside.yaml",
        "lost.yaml": "../nothing",
    }.items():
        Path("inside", link).symlink_to(target)
    Path("inside/below/circle").symlink_to("../below")

    def files(*paths: str) -> list[str]:
        problems = json.loads(run("validate", "--output", "json", *paths)[1])
        return [problem["file"] for problem in problems if problem["rule"] != "render.collision"]

    assert files("inside") == ["inside/a.yaml", "inside/again.yaml", "inside/below/b.yaml"]
    assert files("inside/out") == ["inside/out/c.yaml"]
    assert files("inside/out.yaml") == ["inside/out.yaml"]
    Path("link").symlink_to("inside")
    assert files("link") == ["link/a.yaml", "link/again.yaml", "link/below/b.yaml"]


def test_library(run: Run) -> None:
    """Of files, `load` gives what is ours and `read` all, with why it could not be read; text is always meant."""
    assert run("--version")[0] == 0
    write("all/a.yaml", "a: [")
    write("all/b.yaml", GOOD)
    assert [document.source for document in load("all")] == ["all/b.yaml"]
    assert [(document.foreign, [p.rule for p in document.problems]) for document in read("all")] == [
        (True, ["load.yaml"]),
        (False, []),
    ]
    for text, rule in {
        "a: [": "load.yaml",
        "- a": "load.mapping",
        "": "load.empty",
        b"a: \xff": "load.encoding",
    }.items():
        (document,) = loads(text)
        assert [problem.rule for problem in document.problems] == [rule]
