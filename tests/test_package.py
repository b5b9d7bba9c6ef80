# SPDX-License-Identifier: Apache-2.0
"""The package as its users get it: a wheel in an environment of their own."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from tables import ROOT

USE_BOTH_DOORS = """
from planton_sts import KubernetesStatefulSet
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1 import api_pb2
assert KubernetesStatefulSet is api_pb2.KubernetesStatefulSet
print("imported", __import__("planton_sts").__file__)
"""

# A distribution that brings an older copy of validate.proto: one field fewer, everything else alike.
OLDER_COPY = """
from google.protobuf import descriptor_pb2, descriptor_pool
from google.protobuf.internal import builder
from google.protobuf import descriptor_pb2, duration_pb2, field_mask_pb2, timestamp_pb2
DESCRIPTOR = descriptor_pool.Default().AddSerializedFile({serialized!r})
_globals = globals()
builder.BuildMessageAndEnumDescriptors(DESCRIPTOR, _globals)
builder.BuildTopDescriptorsAndMessages(DESCRIPTOR, 'buf.validate.validate_pb2', _globals)
"""


def run(*command: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    """Run a command, its output kept as text."""
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300, **options)


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the sdist, as a release would build it."""
    folder = tmp_path_factory.mktemp("dist")
    built = run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT)
    assert built.returncode == 0, built.stdout + built.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment that holds the wheel and, without asking a registry, what it depends on."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    site = Path(sysconfig.get_path("purelib", vars={"base": str(folder)}))
    installing = run(sys.executable, "-m", "pip", "install", "--no-deps", "--target", site, wheel)
    assert installing.returncode == 0, installing.stderr
    for name in DEPENDENCIES:
        _link(name, site)
    return folder / "bin" / "python"


DEPENDENCIES = ["google", "protovalidate", "protobuf", "protobuf_ext", "yaml", "_yaml", "click"]


def _link(name: str, site: Path) -> None:
    """Make one importable package of this environment importable in the other."""
    for ours in Path(sysconfig.get_path("purelib")).glob(f"{name}*"):
        if not (site / ours.name).exists():
            (site / ours.name).symlink_to(ours)


def test_wheel_imports_in_an_environment_of_its_own(installed: Path, tmp_path: Path) -> None:
    """Both doors open where nothing of this checkout is on the path."""
    used = run(installed, "-I", "-c", USE_BOTH_DOORS, cwd=tmp_path)
    assert used.returncode == 0, used.stderr
    assert str(ROOT) not in used.stdout


def test_wheel_is_typed_and_complete(wheel: Path) -> None:
    """The wheel holds stubs and py.typed for every import root, and no tests."""
    listed = run(sys.executable, "-m", "zipfile", "-l", wheel).stdout
    for path in ("planton_sts/py.typed", "org/project_planton/py.typed", "buf/validate/validate_pb2.pyi"):
        assert path in listed
    assert "tests/" not in listed
    assert " gen/" not in listed


def test_another_copy_of_validate_may_come_first(installed: Path, tmp_path: Path) -> None:
    """A process whose first buf.validate.validate_pb2 is another distribution's imports the package all the same."""
    from google.protobuf import descriptor_pb2  # noqa: PLC0415 - only this test builds a descriptor

    from planton_sts.messages import KubernetesStatefulSet  # noqa: PLC0415 - beside the import above

    validate = next(f for f in KubernetesStatefulSet.DESCRIPTOR.file.dependencies if f.name.startswith("buf/"))
    copy = descriptor_pb2.FileDescriptorProto()
    validate.CopyToProto(copy)
    rules = next(m for m in copy.message_type if m.name == "MessageRules")
    newest = next(index for index, field in enumerate(rules.field) if field.name == "cel_expression")
    del rules.field[newest]
    folder = tmp_path / "buf" / "validate"
    folder.mkdir(parents=True)
    (folder / "validate_pb2.py").write_text(OLDER_COPY.format(serialized=copy.SerializeToString()))

    program = f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n{USE_BOTH_DOORS}"
    program += "import buf.validate.validate_pb2 as v; print(v.__file__)"
    used = run(installed, "-I", "-c", program, cwd=tmp_path)
    assert used.returncode == 0, used.stderr
    assert str(folder) in used.stdout


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what generating reads and writes."""
    for name in ("proto", "gen"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("buf.yaml", "buf.gen.yaml", "buf.lock", "Makefile", "pyproject.toml", "requirements-dev.txt"):
        shutil.copy2(ROOT / name, tmp_path / name)
    environment = tmp_path / ".venv"
    (environment / "bin").mkdir(parents=True)
    for tool in ("python", "python3", "buf"):
        (environment / "bin" / tool).symlink_to(Path(sys.executable).parent / tool)
    (environment / "pyvenv.cfg").symlink_to(Path(sys.prefix) / "pyvenv.cfg")
    (environment / "lib").symlink_to(Path(sys.prefix) / "lib")
    (environment / ".ready").touch()
    return tmp_path


def make(target: str, checkout: Path, *variables: str) -> subprocess.CompletedProcess[str]:
    """Run make in the copy, as a person would: without what this process was started with."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return run("make", target, *variables, cwd=checkout, env=environment)


needs_generator = pytest.mark.skipif(
    not (Path(sys.executable).parent / "buf").exists() or not shutil.which("make"), reason="needs make, buf and protoc"
)


@needs_generator
def test_check_gen_passes_on_what_is_committed(checkout: Path) -> None:
    """gen/ is what proto/ generates, and generating again changes nothing."""
    assert make("check-gen", checkout).returncode == 0
    assert make("gen", checkout).returncode == 0
    assert run("diff", "-r", "-x", "__pycache__", ROOT / "gen", checkout / "gen").returncode == 0


@needs_generator
def test_check_gen_fails_when_a_proto_changed(checkout: Path) -> None:
    """A proto that was touched without generating is noticed, with what to do."""
    proto = checkout / "proto/org/project_planton/shared/metadata.proto"
    proto.write_text(proto.read_text().replace("string slug = 2;", "string slug = 2 [deprecated = true];"))
    checked = make("check-gen", checkout)
    assert checked.returncode != 0
    assert "run `make gen`" in checked.stdout


@needs_generator
def test_lint_notices_a_field_without_comment(checkout: Path) -> None:
    """Every field must say what it means."""
    proto = checkout / "proto/org/project_planton/shared/options/options.proto"
    proto.write_text(proto.read_text().replace("  // Required. The entry's key.\n", ""))
    assert "key" in make("lint-proto", checkout).stdout


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
