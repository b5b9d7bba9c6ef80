# SPDX-License-Identifier: Apache-2.0
"""A checkout: what make and buf do in it, without a registry."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from commands import make, output, run
from tables import ROOT

BIN = Path(sys.executable).parent
FILES = [
    "buf.yaml", "buf.gen.yaml", "Makefile", "pyproject.toml", "hatch_build.py", "requirements-dev.txt", ".gitignore",
]  # fmt: skip


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what generating reads and writes."""
    for name in ("proto", "gen", "tools", "docs/reference"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in FILES:
        shutil.copy2(ROOT / name, tmp_path / name)
    (tmp_path / "planton_sts").mkdir()
    environment = tmp_path / ".venv"
    (environment / "bin").mkdir(parents=True)
    for tool in ("python", "python3", "buf"):
        (environment / "bin" / tool).symlink_to(BIN / tool)
    (environment / "pyvenv.cfg").symlink_to(Path(sys.prefix) / "pyvenv.cfg")
    (environment / "lib").symlink_to(Path(sys.prefix) / "lib")
    (environment / ".ready").touch()
    return tmp_path


needs_generator = pytest.mark.skipif(
    not (BIN / "buf").exists() or not shutil.which("make"), reason="needs make, buf and protoc"
)


@needs_generator
def test_check_gen_passes_on_what_is_committed(checkout: Path) -> None:
    """What is generated from proto/ is there, and generating again changes nothing."""
    assert make("check-gen", checkout).returncode == 0
    assert make("gen", checkout).returncode == 0
    for made in ("gen", "docs/reference"):
        assert run("diff", "-r", "-x", "__pycache__", ROOT / made, checkout / made).returncode == 0


@needs_generator
def test_check_gen_fails_when_a_proto_changed(checkout: Path) -> None:
    """A proto that was touched without generating is noticed, with what to do."""
    change(checkout, SLUG, "string slug = 2 [deprecated = true];")
    checked = make("check-gen", checkout)
    assert checked.returncode != 0
    assert "run `make gen`" in checked.stdout


@needs_generator
def test_lint_notices_a_field_without_comment(checkout: Path) -> None:
    """Every field must say what it means."""
    proto = checkout / "proto/org/project_planton/shared/options/options.proto"
    proto.write_text(proto.read_text().replace("  // Required. The entry's key.\n", ""))
    assert "key" in make("lint-proto", checkout).stdout


SLUG = "string slug = 2;"


def change(checkout: Path, old: str, new: str) -> None:
    """Change a proto."""
    proto = checkout / "proto/org/project_planton/shared/metadata.proto"
    text = proto.read_text(encoding="utf-8")
    assert old in text
    proto.write_text(text.replace(old, new), encoding="utf-8")


@needs_generator
def test_breaking_compares_with_a_commit(checkout: Path) -> None:
    """A field of another type breaks users of the commit, and one more field does not."""
    commit(checkout)
    change(checkout, SLUG, f"{SLUG}\n  // Optional. Another one.\n  string another = 90;")
    compared = make("breaking", checkout, "AGAINST=HEAD")
    assert compared.returncode == 0, compared.stdout + compared.stderr
    change(checkout, SLUG, "bytes slug = 2;")
    assert 'changed type from "string" to "bytes"' in make("breaking", checkout, "AGAINST=HEAD").stdout


def commit(checkout: Path) -> None:
    """Make the checkout a repository with one commit."""
    me = ["-c", "user.name=me", "-c", "user.email=me@example.com"]
    for command in (["init", "-q", "-b", "main"], ["add", "."], [*me, "commit", "-q", "-m", "All"]):
        output("git", *command, cwd=checkout)


def buf(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run buf in the checkout, as a person would, on a machine that reaches no registry."""
    nowhere = {"HTTPS_PROXY": "http://127.0.0.1:9", "BUF_CACHE_DIR": str(checkout / "build" / "cache")}
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    return run("buf", *arguments, cwd=checkout, env={**os.environ, **nowhere, "PATH": path})


PLAIN = ["build", "lint", "generate", "export --output build/export", "breaking --against build/against"]


@needs_generator
def test_plain_buf_needs_no_registry(checkout: Path) -> None:
    """Once `make` wrote validate.proto, buf's own commands work, and `buf generate` writes what is committed."""
    commit(checkout)
    make("breaking", checkout, "AGAINST=HEAD")
    for command in PLAIN:
        done = buf(checkout, *command.split())
        assert done.returncode == 0, command + done.stdout + done.stderr
    assert output("git", "status", "--short", cwd=checkout) == ""
    exported = checkout / "build/export/buf/validate/validate.proto"
    assert exported.read_text(encoding="utf-8") == (checkout / "build/validate/buf/validate/validate.proto").read_text()


@needs_generator
@pytest.mark.parametrize("place", ["proto", ".git#branch=main,subdir=proto"])
def test_protos_are_a_module_that_asks_the_registry(place: str, checkout: Path) -> None:
    """Whoever has the repository alone takes `proto`, and buf asks the registry for validate.proto."""
    commit(checkout)
    assert "remote is unavailable" in buf(checkout, "build", place).stderr


@pytest.mark.skipif(not shutil.which("make"), reason="needs make")
def test_setup_names_the_python_it_needs(checkout: Path, tmp_path: Path) -> None:
    """An older Python is turned away with a sentence, before anything is installed."""
    (checkout / ".venv" / ".ready").unlink()
    older = tmp_path / "python-older"
    older.write_text(f'#!/bin/sh\nexec {sys.executable} -c "import sys; sys.version_info = (3, 10); $2"\n')
    older.chmod(0o755)
    tried = make("setup", checkout, f"PYTHON={older}")
    assert tried.returncode != 0
    assert "planton-sts needs Python 3.11 or later" in tried.stderr
