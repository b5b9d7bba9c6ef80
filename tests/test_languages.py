# SPDX-License-Identifier: Apache-2.0
"""The programs of docs/languages.md print what it says, in languages that are there."""

import os
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from planton_sts import image
from tables import ROOT

EXAMPLES = ROOT / "examples"
PROTO = ROOT / "proto"
PAGE = (ROOT / "docs/languages.md").read_text(encoding="utf-8")
# What the programs print, in the order of the page.
PRINTED = re.findall(r"^```text\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
PROTOC = "com.google.protobuf:protoc:4.35.1:exe"
MAVEN = ("mvn", "--quiet", "--batch-mode")
COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy"

BIN = Path(sys.executable).parent


def run(folder: Path, *command: str | Path) -> str:
    """What the command prints, run in the folder with this environment's programs and the folder's own."""
    path = os.pathsep.join([str(folder / "bin"), str(BIN), os.environ["PATH"]])
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def fetch(folder: Path, *command: str | Path) -> None:
    """Have the command fetch what the program is built with, or skip the test where that cannot be had."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"{command[0]} cannot have what the program is built with: {done.stdout}{done.stderr}")


def needs(*programs: str) -> None:
    """Skip the test where one of the programs is not there."""
    for program in programs:
        if not shutil.which(program, path=f"{BIN}{os.pathsep}{os.environ['PATH']}"):
            pytest.skip(f"there is no {program}")


def generate(folder: Path) -> None:
    """Run `buf generate` as the page does without the registry."""
    run(folder, "buf", "generate", image(), "--path", "org")


built = pytest.mark.skipif("LANGUAGES" not in os.environ, reason="`make portability` builds and runs these programs")


@built
def test_typescript_program(tmp_path: Path) -> None:
    """The program in TypeScript is well typed and prints the first problem."""
    needs("node", "npm", "buf")
    folder = shutil.copytree(EXAMPLES / "typescript", tmp_path / "typescript")
    fetch(folder, "npm", "ci", "--silent")
    generate(folder)
    assert run(folder, "npm", "start", "--silent") == PRINTED[0]


@built
def test_go_program(tmp_path: Path) -> None:
    """The program in Go prints the first problem."""
    needs("go", "buf")
    folder = shutil.copytree(EXAMPLES / "go", tmp_path / "go")
    fetch(folder, "go", "mod", "download")
    generate(folder)
    assert run(folder, "go", "run", ".") == PRINTED[1]


@built
def test_go_packages_of_the_protos(tmp_path: Path) -> None:
    """What protoc's plugin writes without buf is the module that the protos name."""
    needs("go")
    folder = shutil.copytree(EXAMPLES / "go", tmp_path / "go")
    fetch(folder, "go", "mod", "download")
    files = [path.relative_to(PROTO) for path in PROTO.rglob("*.proto")]
    plugin = run(folder, "go", "tool", "-n", "protoc-gen-go").strip()
    (folder / "gen").mkdir()
    run(
        folder,
        *(sys.executable, "-m", "grpc_tools.protoc", f"--descriptor_set_in={image()}"),
        *(f"--plugin=protoc-gen-go={plugin}", "--go_out=gen", "--go_opt=module=planton-sts", *files),
    )
    run(folder, "go", "mod", "init", "-C", "gen", "planton-sts")
    run(folder, "go", "mod", "edit", "-require=planton-sts@v0.0.0", "-replace=planton-sts=./gen")
    run(folder, "go", "build", "-mod=mod", "planton-sts/...")


@built
def test_java_program(tmp_path: Path) -> None:
    """The program in Java prints the first problem."""
    needs("java", "mvn", "buf")
    folder = shutil.copytree(EXAMPLES / "java", tmp_path / "java")
    system = {"Darwin": "osx"}.get(platform.system(), platform.system().lower())
    machine = {"arm64": "aarch_64", "aarch64": "aarch_64"}.get(platform.machine(), platform.machine())
    fetch(folder, *MAVEN, COPY, f"-Dartifact={PROTOC}:{system}-{machine}", f"-DoutputDirectory={folder}/bin")
    protoc = next((folder / "bin").iterdir()).rename(folder / "bin" / "protoc")
    protoc.chmod(0o755)
    generate(folder)
    assert PRINTED[2] in run(folder, *MAVEN, "compile", "exec:java")


SHOWN = [
    "typescript/buf.gen.yaml",
    "typescript/src/main.ts",
    "go/buf.gen.yaml",
    "go/main.go",
    "java/buf.gen.yaml",
    "java/src/main/java/com/example/Postgres.java",
]


@pytest.mark.parametrize("file", SHOWN)
def test_page_shows_the_file(file: str) -> None:
    """The page shows the files that are run, all but the line of the license."""
    text = (EXAMPLES / file).read_text(encoding="utf-8").partition("\n")[2].lstrip("\n")
    assert f"\n{text}```\n" in PAGE
