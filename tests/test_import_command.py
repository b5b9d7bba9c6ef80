# SPDX-License-Identifier: Apache-2.0
"""`planton-sts import` as people call it: what it prints, what it says, and how it ends."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from planton_sts.cli import main
from tables import ROOT

RUNNING = ROOT / "docs" / "running.yaml"
SECRET = "hunter2-do-not-show"  # noqa: S105 - nobody's

# Exit code, output and errors.
Ended = tuple[int, str, str]
Import = Callable[..., Ended]


@pytest.fixture
def call(capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Import:
    """Import with the arguments, in a folder in which the text stands in the file called `running.yaml`."""
    monkeypatch.chdir(tmp_path)

    def imported(*arguments: str, text: str = RUNNING.read_text(encoding="utf-8")) -> Ended:
        (tmp_path / "running.yaml").write_text(text, encoding="utf-8", newline="")
        code = main(["import", *arguments])
        captured = capfd.readouterr()
        return code, captured.out, captured.err

    return imported


def test_equal(call: Import) -> None:
    """The manifest on standard output, the proof on the other."""
    code, out, err = call("running.yaml")
    assert code == 0
    assert out.startswith("apiVersion: kubernetes.project-planton.org/v1\nkind: KubernetesStatefulSet\n")
    assert err.splitlines() == [
        "StatefulSet default/vault: equal",
        "Service default/vault-internal: equal",
        "Secret default/vault: stays as it is: the manifest refers to it",
    ]


def test_what_is_printed_is_a_manifest(call: Import, tmp_path: Path) -> None:
    """It validates, and renders to what equals its origin once more."""
    manifest = tmp_path / "manifest.yaml"
    manifest.write_text(call("running.yaml")[1], encoding="utf-8")
    assert main(["validate", str(manifest)]) == 0


def test_windows_line_ends(call: Import) -> None:
    text = RUNNING.read_text(encoding="utf-8")
    assert call("running.yaml", text=text.replace("\n", "\r\n")) == call("running.yaml", text=text)


def test_a_difference(call: Import) -> None:
    """What cannot be the same is shown with its path, and is the exit code."""
    code, _, err = call("running.yaml", text=RUNNING.read_text(encoding="utf-8").replace("replicas: 3", "replicas: x"))
    assert code == 1
    assert err.splitlines()[:2] == ["StatefulSet default/vault: differs", '  spec.replicas: "x" becomes 1']


def test_rules_that_are_broken(call: Import) -> None:
    """The manifest is printed all the same, with the problem at its line, which is the place to mend it."""
    text = RUNNING.read_text(encoding="utf-8").replace("hashicorp/vault:1.17.2", "hashicorp/Vault:1.17.2")
    code, out, err = call("running.yaml", text=text)
    assert (code, out.splitlines()[10]) == (0, "      image: hashicorp/Vault:1.17.2")
    assert "11:14: error: spec.container.app.image.reference: must be an image reference" in err


def test_out_dir(call: Import, tmp_path: Path) -> None:
    """A file a manifest, which is never written over."""
    assert call("running.yaml", "--out-dir", "manifests")[:2] == (0, "manifests/default_vault.yaml\n")
    assert (tmp_path / "manifests" / "default_vault.yaml").read_text(encoding="utf-8") == call("running.yaml")[1]
    code, out, err = call("running.yaml", "--out-dir", "manifests")
    assert (code, out) == (2, "")
    assert "Error: manifests/default_vault.yaml: must not be there" in err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "running.yaml: error: must hold a manifest [load.empty]"),
        ("a: [", "running.yaml:1:4: error: must close `[`"),
        ("apiVersion: v1\nkind: Secret\nmetadata: {name: a}\n", "none of the objects given is a StatefulSet"),
        ("apiVersion: apps/v1\nkind: StatefulSet\nspec: {}\n", "object 1, a StatefulSet, must have `metadata.name`"),
        (
            f"apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {{name: a}}\nspec: {SECRET}\n",
            "`spec` has another shape",
        ),
        ("kind: StatefulSet\nkind: Service\n", "must be written once [load.duplicate_key]"),
    ],
)
def test_what_cannot_be_read(call: Import, text: str, said: str) -> None:
    """It is said in a sentence, and nothing of the text is quoted."""
    code, out, err = call("running.yaml", text=text)
    assert (code, out) == (2, "")
    assert said in err
    assert SECRET not in err


def test_secrets_are_not_told(call: Import) -> None:
    """Neither in a difference nor in a problem."""
    text = RUNNING.read_text(encoding="utf-8")
    variable = f"        - {{name: PASSWORD, value: {{{SECRET}: 1}}}}\n"
    code, _, err = call("running.yaml", text=text.replace("        env:\n", f"        env:\n{variable}"))
    assert code in {1, 2}
    assert SECRET not in err


def test_included_secrets_are_announced(call: Import) -> None:
    """What was asked for is no failure, and is told."""
    code, out, err = call("running.yaml", "--secrets", "include")
    assert (code, "VAULT_TOKEN: hvs.example" in out) == (0, True)
    assert "Secret default/vault: stays as it is: the manifest has its values" in err
    assert "hvs.example" not in err


def test_conventional(call: Import) -> None:
    code, out, err = call("running.yaml", "--conventional")
    assert (code, "plain" in out) == (0, False)
    assert "StatefulSet default/vault: must be made anew" in err


def test_others_are_told(call: Import) -> None:
    """Nothing is lost in silence."""
    others = (("batch/v1", "Job", "a"), ("v1", "Service", "b"))
    more = "".join(
        f"---\n{{apiVersion: {version}, kind: {kind}, metadata: {{name: {name}}}}}\n" for version, kind, name in others
    )
    told = call("running.yaml", text=RUNNING.read_text() + more)[2]
    assert "Job a: stays as it is: no manifest renders a Job of `batch/v1`\n" in told
    assert "Service default/b: stays as it is: it belongs to no StatefulSet\n" in told


def test_a_list_from_standard_input() -> None:
    """What kubectl prints, through a pipe that closes early."""
    given = {"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "apps/v1", "kind": "StatefulSet", **SMALL}]}
    done = subprocess.run(
        [sys.executable, "-m", "planton_sts", "import"],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "StatefulSet default/db: equal\n")


SMALL = {
    "metadata": {"name": "db"},
    "spec": {
        "selector": {"matchLabels": {"app": "db"}},
        "template": {
            "metadata": {"labels": {"app": "db"}},
            "spec": {"containers": [{"name": "app", "image": "postgres:16"}]},
        },
    },
}
