# SPDX-License-Identifier: Apache-2.0
"""The hook, run by pre-commit itself, as a repository that names this one would have it."""

import os
import shutil
from pathlib import Path

import pytest

from commands import output, run
from tables import ROOT

pytestmark = pytest.mark.skipif("PRE_COMMIT" not in os.environ, reason="`make hook` installs pre-commit and runs it")

GOOD = (ROOT / "examples" / "postgres.yaml").read_text(encoding="utf-8")
FILES = {
    "app/postgres.yaml": GOOD,
    "chart/Chart.yaml": "apiVersion: v2\nname: chart\nversion: 0.1.0\n",
    "chart/values.yaml": "target: production\nspec: {replicas: 3}\n",
    "chart/templates/deployment.yaml": "{{- if .Values.on }}\nkind: Deployment\nname: {{ .Values.name }}\n{{- end }}\n",
    "playbook.yml": "- hosts: all\n",
    "documents.yaml": "a: b\n---\n- c\n---\nkind: Service\napiVersion: v1\n",
    "array.json": "[1, 2]\n",
    "tsconfig.json": "{\n  // strict\n}\n",
    "notebook.ipynb": '{"cells": [], "metadata": {}, "nbformat": 4}\n',
    "empty.yaml": "",
    ".gitlab-ci.yml": "spec:\n  inputs: {}\n---\ntest: {script: make test}\n",
}


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of many files, one of which is a manifest."""
    folder = tmp_path_factory.mktemp("repository")
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    output("git", "init", "--quiet", cwd=folder)
    return folder


def test_hook(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """It passes beside whatever else there is, and fails for what is wrong with a manifest alone."""
    home = tmp_path_factory.mktemp("home")
    program = shutil.which(os.environ["PRE_COMMIT"])
    assert program, f"there is no {os.environ['PRE_COMMIT']}"

    def hook(*arguments: str) -> tuple[int, str]:
        output("git", "add", "--all", cwd=repository)
        environment = {**os.environ, "PRE_COMMIT_HOME": str(home)}
        command = (program, "try-repo", ROOT, "planton-sts", "--verbose", *arguments)
        done = run(*command, cwd=repository, env=environment)
        return done.returncode, done.stdout + done.stderr

    code, said = hook("--all-files")
    assert code == 0, said
    assert "1 manifest, 0 invalid" in said
    code, said = hook("--files", "empty.yaml", "playbook.yml")
    assert code == 0, said
    assert "0 manifests" in said
    (repository / "app/bad.yaml").write_text(GOOD.replace("size: 10Gi", "size: 10K"), encoding="utf-8")
    code, said = hook("--all-files")
    assert code == 1, said
    assert "app/bad.yaml:45:13: error: " in said
