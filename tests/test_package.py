# SPDX-License-Identifier: Apache-2.0
"""The package as its users get it: a wheel in an environment of their own."""

import os
import shutil
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest
from google.protobuf import descriptor_pb2

from commands import output, run
from planton_sts.messages import KubernetesStatefulSet, KubernetesStatefulSetStackInput
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

# What `python -m build` reads of a checkout.
SOURCES = [
    "planton_sts", "gen", "proto", "docs", "examples", "tests", "hatch_build.py", "planton_sts.pth", "pyproject.toml",
    "README.md", "CHANGELOG.md", "LICENSE", ".gitignore", "buf.yaml", "buf.gen.yaml",
]  # fmt: skip


def build(*arguments: str | Path) -> None:
    """Build, with the tools of this environment, of whatever version they are."""
    output(sys.executable, "-m", "build", "--no-isolation", "--skip-dependency-check", *arguments)


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the sdist, as a release would build it."""
    folder = tmp_path_factory.mktemp("dist")
    build("--outdir", folder, ROOT)
    return next(folder.glob("*.whl"))


DEPENDENCIES = ["google*", "proto*", "yaml", "_yaml", "click", "typing_extensions*", "types_protobuf*"]


def environment(wheel: Path, folder: Path) -> Path:
    """An environment in the folder that holds the wheel and, without asking a registry, what it depends on."""
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    pip(folder, "install", "--no-deps", "--no-compile", wheel)
    for pattern in DEPENDENCIES:
        for ours in Path(sysconfig.get_path("purelib")).glob(pattern):
            (site_of(folder) / ours.name).symlink_to(ours)
    return folder


def site_of(folder: Path) -> Path:
    """Where the environment in the folder keeps its packages."""
    return Path(sysconfig.get_path("purelib", vars={"base": str(folder)}))


def python(folder: Path) -> Path:
    """The interpreter of the environment in the folder."""
    return folder / "bin" / "python"


def pip(folder: Path, *arguments: str | Path) -> None:
    """Run pip for the environment in the folder, without asking a registry."""
    output(sys.executable, "-m", "pip", "--python", python(folder), "--disable-pip-version-check", *arguments)


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment that no test changes."""
    return environment(wheel, tmp_path_factory.mktemp("environment"))


def test_wheel_imports_in_an_environment_of_its_own(installed: Path, tmp_path: Path) -> None:
    """Both doors open where nothing of this checkout is on the path."""
    assert str(ROOT) not in output(python(installed), "-I", "-c", USE_BOTH_DOORS, cwd=tmp_path)


def test_wheel_is_typed_and_complete(wheel: Path) -> None:
    """The wheel holds stubs and py.typed for every import root, and neither tests nor configuration."""
    listed = set(ZipFile(wheel).namelist())
    assert {"planton_sts/py.typed", "org/project_planton/py.typed", "buf/validate/validate_pb2.pyi"} <= listed
    roots = {path.partition("/")[0] for path in listed}
    assert {root for root in roots if not root.endswith(".dist-info")} == {
        "planton_sts",
        "org",
        "buf",
        "planton_sts.pth",
    }


def test_wheel_has_every_proto_beside_its_code(wheel: Path) -> None:
    """Each file of proto/ and validate.proto stand where their generated modules stand."""
    listed = set(ZipFile(wheel).namelist())
    protos = {path.relative_to(ROOT / "proto").as_posix() for path in (ROOT / "proto").rglob("*.proto")}
    assert {path for path in listed if path.endswith(".proto")} == protos | {"buf/validate/validate.proto"}
    assert {path.replace(".proto", "_pb2.py") for path in protos} <= listed


def test_wheel_from_a_checkout_is_the_one_from_the_sdist(wheel: Path, tmp_path: Path) -> None:
    """The same sources and tools give the same bytes, wherever they stand."""
    for name in SOURCES:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        copy(ROOT / name, tmp_path / name)
    (tmp_path / "planton_sts" / "image.binpb").unlink(missing_ok=True)
    build("--wheel", tmp_path)
    assert next((tmp_path / "dist").glob("*.whl")).read_bytes() == wheel.read_bytes()


def test_image_says_what_the_generated_code_says(installed: Path, tmp_path: Path) -> None:
    """The image holds every file once, after those that it imports, comments included; validate.proto too."""
    image = tmp_path / "image.binpb"
    output(installed / "bin" / "planton-sts", "image", "--out", image)
    files = descriptor_pb2.FileDescriptorSet.FromString(image.read_bytes()).file
    protos = sorted(path.relative_to(ROOT / "proto").as_posix() for path in (ROOT / "proto").rglob("*.proto"))
    assert sorted(file.name for file in files if file.name.startswith("org/")) == protos
    seen: set[str] = set()
    for file in files:
        assert seen.issuperset(file.dependency)
        seen.add(file.name)
        assert any(place.leading_comments for place in file.source_code_info.location)
        if not file.name.startswith("google/"):
            assert plain(file) == plain(generated(file.name))


def generated(name: str) -> descriptor_pb2.FileDescriptorProto:
    """The descriptor that the generated code of a file carries."""
    file = descriptor_pb2.FileDescriptorProto()
    KubernetesStatefulSet.DESCRIPTOR.file.pool.FindFileByName(name).CopyToProto(file)
    return file


def plain(file: descriptor_pb2.FileDescriptorProto) -> descriptor_pb2.FileDescriptorProto:
    """The file without what the generator leaves out: comments, and the names in JSON, which follow from the others."""
    file.ClearField("source_code_info")
    for field in [*(field for message in every(file.message_type) for field in message.field), *file.extension]:
        field.ClearField("json_name")
    return file


def every(messages: list[descriptor_pb2.DescriptorProto]) -> list[descriptor_pb2.DescriptorProto]:
    """The messages and those within them."""
    return [one for message in messages for one in [message, *every(message.nested_type)]]


# What a service author writes: a request of their own that carries ours.
REQUEST = """
syntax = "proto3";
package example.stores.v1;
import "buf/validate/validate.proto";
import "org/project_planton/provider/kubernetes/kubernetesstatefulset/v1/stack_input.proto";
message CreateStoreRequest {
  string tenant = 1 [(buf.validate.field).string.min_len = 1];
  org.project_planton.provider.kubernetes.kubernetesstatefulset.v1.KubernetesStatefulSetStackInput input = 2;
}
"""
SERVICE = """
from example.stores.v1.request_pb2 import CreateStoreRequest

from planton_sts import KubernetesStatefulSetStackInput, Problem, validate


def refused(request: CreateStoreRequest) -> list[Problem]:
    given: KubernetesStatefulSetStackInput = request.input
    assert given.target.metadata.name
    return validate(request)


request = CreateStoreRequest()
request.input.target.metadata.name = "Postgres_DB"
print(*(problem.path for problem in refused(CreateStoreRequest.FromString(request.SerializeToString()))), sep="\\n")
"""


@pytest.fixture(scope="session")
def service(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A service with a proto of its own, generated with nothing but the environment's site-packages to import from."""
    pytest.importorskip("grpc_tools")
    folder = tmp_path_factory.mktemp("service")
    proto = folder / "example" / "stores" / "v1" / "request.proto"
    proto.parent.mkdir(parents=True)
    proto.write_text(REQUEST, encoding="utf-8")
    (folder / "service.py").write_text(SERVICE, encoding="utf-8")
    protoc = [sys.executable, "-m", "grpc_tools.protoc", "-I", site_of(installed), "-I", "."]
    output(*protoc, "--python_out=.", "--pyi_out=.", proto.relative_to(folder), cwd=folder)
    return folder


def test_service_validates_a_request_of_its_own(installed: Path, service: Path) -> None:
    """A message that was generated elsewhere is judged by its own rules and by ours."""
    paths = output(python(installed), "service.py", cwd=service).splitlines()
    assert {"tenant", "input.target.metadata.name", "input.target.spec"} <= set(paths)


# protoc's stubs of the service's own messages are less than strict.
MYPY = ["--strict", "--allow-any-generics", "--cache-dir", "cache", "--python-executable"]


@pytest.mark.parametrize(("checker", "options"), [("mypy", MYPY), ("pyright", ["--pythonpath"])])
def test_service_is_typed(checker: str, options: list[str], installed: Path, service: Path) -> None:
    """Type checkers follow the types from the service's request into ours, and refuse what does not fit."""
    pytest.importorskip(checker)
    command = (sys.executable, "-m", checker, *options, python(installed))
    output(*command, "service.py", cwd=service)
    (service / "wrong.py").write_text(f"{SERVICE}number: int = request.input.target.metadata.name\n", encoding="utf-8")
    assert run(*command, "wrong.py", cwd=service).returncode == 1


@pytest.mark.parametrize("compiler", ["buf", "protoc"])
def test_image_serves_compilers(compiler: str, installed: Path, tmp_path: Path) -> None:
    """The image is an input to buf, and what protoc imports from; neither reads anything else of ours."""
    image = output(python(installed), "-c", "import planton_sts; print(planton_sts.image())").strip()
    if compiler == "buf":
        buf = Path(sys.executable).with_name("buf")
        if not buf.exists():
            pytest.skip("there is no buf")
        files = output(buf, "ls-files", image, cwd=tmp_path).splitlines()
    else:
        pytest.importorskip("grpc_tools")
        (tmp_path / "request.proto").write_text(REQUEST, encoding="utf-8")
        protoc = [sys.executable, "-m", "grpc_tools.protoc", f"--descriptor_set_in={image}", "-I", "."]
        output(*protoc, "--include_imports", "-o", "all.binpb", "request.proto", cwd=tmp_path)
        compiled = descriptor_pb2.FileDescriptorSet.FromString((tmp_path / "all.binpb").read_bytes())
        files = [file.name for file in compiled.file]
    assert KubernetesStatefulSetStackInput.DESCRIPTOR.file.name in files


def test_another_copy_of_validate_may_come_first(installed: Path, tmp_path: Path) -> None:
    """A process whose first buf.validate.validate_pb2 is another distribution's imports the package all the same."""
    copy = generated("buf/validate/validate.proto")
    rules = next(m for m in copy.message_type if m.name == "MessageRules")
    newest = next(index for index, field in enumerate(rules.field) if field.name == "cel_expression")
    del rules.field[newest]
    folder = tmp_path / "buf" / "validate"
    folder.mkdir(parents=True)
    (folder / "validate_pb2.py").write_text(OLDER_COPY.format(serialized=copy.SerializeToString()))

    program = f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n{USE_BOTH_DOORS}"
    program += "import buf.validate.validate_pb2 as v; print(v.__file__)"
    assert str(folder) in output(python(installed), "-I", "-c", program, cwd=tmp_path)


@pytest.fixture(scope="session")
def other(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A distribution that brings validate_pb2.py too, and makes ordinary packages of `buf` and `buf.validate`."""
    folder = tmp_path_factory.mktemp("other")
    with ZipFile(wheel) as ours, ZipFile(folder / "other-1-py3-none-any.whl", "w") as theirs:
        module = ours.read("buf/validate/validate_pb2.py")
        theirs.writestr("buf/__init__.py", "")
        theirs.writestr("buf/validate/__init__.py", "")
        theirs.writestr("buf/validate/validate_pb2.py", module)
        theirs.writestr("other-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: other\nVersion: 1\n")
        theirs.writestr("other-1.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        theirs.writestr("other-1.dist-info/RECORD", "".join(f"{name},,\n" for name in theirs.namelist()))
    return folder / "other-1-py3-none-any.whl"


@pytest.mark.parametrize("first", [True, False], ids=["installed before", "installed after"])
def test_another_copy_of_validate_may_go(first: bool, wheel: Path, other: Path, tmp_path: Path) -> None:  # noqa: FBT001
    """Uninstalling a distribution that brings buf.validate too takes our copy away, and the spare one serves."""
    folder = environment(wheel, tmp_path / "environment")
    if first:
        pip(folder, "uninstall", "--yes", "planton-sts")
        pip(folder, "install", "--no-deps", "--no-compile", other)
        pip(folder, "install", "--no-deps", "--no-compile", wheel)
    else:
        pip(folder, "install", "--no-deps", "--no-compile", other)
    output(python(folder), "-I", "-c", USE_BOTH_DOORS, cwd=tmp_path)
    pip(folder, "uninstall", "--yes", "other")
    assert not (site_of(folder) / "buf/validate/validate_pb2.py").exists()
    output(python(folder), "-I", "-c", USE_BOTH_DOORS, cwd=tmp_path)
