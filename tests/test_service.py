# SPDX-License-Identifier: Apache-2.0
"""The service of examples/service over real sockets: threads, asyncio and HTTP, asked by clients of two languages."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from planton_sts import load_one, outputs, render, validate
from tables import ROOT

grpc = pytest.importorskip("grpc")
pytest.importorskip("grpc_tools")
status = pytest.importorskip("grpc_status.rpc_status")
health = pytest.importorskip("grpc_health.v1.health_pb2")
details = pytest.importorskip("google.rpc.error_details_pb2")

SERVICE = ROOT / "examples/service"
README = (SERVICE / "README.md").read_text(encoding="utf-8")
TEXT = (ROOT / "examples/postgres.yaml").read_bytes()
MANIFEST = load_one(TEXT)
MISTAKES = (ROOT / "docs/five-mistakes.yaml").read_bytes()
# Field 999, the number 1.
NEWER = b"\xb8\x3e\x01"
# What the page says to type.
GENERATE = re.search(r"^planton-sts image .*\npython -m grpc_tools.*$", README, re.MULTILINE)
CLIENT = re.search(r"^\$ python (client.py) 127.0.0.1:50051 (.*)\n((?s:.*?))^```$", README, re.MULTILINE)
FETCH = "npm ci\n"
TYPESCRIPT = re.search(r"^SITE=(?s:.*?)(?=^```$)", README, re.MULTILINE)
TYPESCRIPT_CLIENT = re.search(r"^\$ node .* (\S+) (\S+)\n((?s:.*?))^```$", README, re.MULTILINE)
HTTP = re.search(r"^python -m (uvicorn .*)$", README, re.MULTILINE)
assert GENERATE
assert CLIENT
assert TYPESCRIPT
assert TYPESCRIPT_CLIENT
assert HTTP


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the folder."""
    return subprocess.run([sys.executable, *command], cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the service with its code generated, importable here too."""
    folder = tmp_path_factory.mktemp("examples") / "service"
    shutil.copytree(SERVICE, folder, ignore=shutil.ignore_patterns("*_pb2*", "node_modules", "gen", "dist"))
    shutil.copy(ROOT / "examples/postgres.yaml", folder.parent)
    for line in GENERATE[0].splitlines():
        _, *arguments = line.replace("planton-sts", "python -m planton_sts").split()
        generated = run(folder, *arguments)
        assert generated.returncode == 0, generated.stderr
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(folder)
        yield folder


@contextmanager
def started(folder: Path, *command: str) -> Iterator[tuple[str, Path]]:
    """The address at which the command serves, and the file that it logs to."""
    log = folder / f"{' '.join(command)}.log"
    with log.open("w") as file, subprocess.Popen([sys.executable, *command], cwd=folder, stderr=file) as server:
        try:
            while not (found := re.search(r"(?:port |127.0.0.1:)(\d+)", log.read_text())):
                assert server.poll() is None, log.read_text()
                time.sleep(0.01)
            yield f"127.0.0.1:{found[1]}", log
        finally:
            server.terminate()


@pytest.fixture(scope="module", params=["server.py", "aio_server.py"])
def served(folder: Path, request: pytest.FixtureRequest) -> Iterator[tuple[str, Path]]:
    """Where the service listens and logs: in threads, and in asyncio."""
    with started(folder, request.param, "127.0.0.1:0") as found:
        yield found


@pytest.fixture
def channel(served: tuple[str, Path]) -> Iterator[Any]:
    """A connection to the service."""
    with grpc.insecure_channel(served[0]) as channel:
        yield channel


@pytest.fixture
def render_remotely(channel: Any) -> Callable[[Any], Any]:
    """The service's method as its clients call it."""
    stubs = import_module("acme.deployer.v1.deployer_pb2_grpc")
    return partial(stubs.DeployerServiceStub(channel).Render, timeout=60)


def asked(team: str = "database", namespace: str = "database") -> Any:
    """A request for the PostgreSQL example."""
    request = import_module("acme.deployer.v1.deployer_pb2").RenderRequest(team=team)
    request.input.target.CopyFrom(MANIFEST.message)
    request.input.target.spec.namespace.value = namespace
    return request


def refused(error: Any) -> list[tuple[str, str]]:
    """The fields that the details of the INVALID_ARGUMENT name, and what they say of them."""
    assert error.code() == grpc.StatusCode.INVALID_ARGUMENT
    found = details.BadRequest()
    assert status.from_call(error).details[0].Unpack(found)
    return [(one.field, one.description) for one in found.field_violations]


def test_valid_request_is_rendered(render_remotely: Callable[[Any], Any]) -> None:
    """Objects and outputs are those of the library, whole numbers whole."""
    response = render_remotely(asked())
    assert response.objects == json.dumps(render(MANIFEST))
    assert response.outputs == outputs(MANIFEST)
    assert not response.warnings


def test_invalid_request_is_refused(render_remotely: Callable[[Any], Any]) -> None:
    """Rules of the service's own proto and ours are told alike, with the path from the request on."""
    request = asked(team="Data")
    request.input.target.spec.volume_claim_templates[0].size = "10K"
    with pytest.raises(grpc.RpcError) as raised:
        render_remotely(request)
    told = dict(refused(raised.value))
    assert set(told) == {"team", "input", "input.target.spec.volumeClaimTemplates[0].size"}
    assert told["input"].endswith("[render_request.input.namespace]")
    assert told["input.target.spec.volumeClaimTemplates[0].size"].endswith("[spec.volume_claim_templates.size]")


def test_open_reference_is_refused(render_remotely: Callable[[Any], Any]) -> None:
    """What only settling finds is the client's mistake too."""
    request = asked()
    variable = request.input.target.spec.container.app.env.variables["HOST"].value_from
    variable.name, variable.field_path = "other", "status.outputs.kube_endpoint"
    variable.kind = variable.DESCRIPTOR.fields_by_name["kind"].enum_type.values_by_name["KubernetesStatefulSet"].number
    with pytest.raises(grpc.RpcError) as raised:
        render_remotely(request)
    ((path, _),) = refused(raised.value)
    assert path.startswith("target.spec.container.app.env.variables")


def test_many_problems_are_bounded(render_remotely: Callable[[Any], Any]) -> None:
    """300 problems fit into gRPC's metadata, for the rest are counted."""
    request = asked()
    for number in range(300):
        request.input.target.spec.volume_claim_templates.add(name=f"data-{number}", size="10K")
    with pytest.raises(grpc.RpcError) as raised:
        render_remotely(request)
    told = refused(raised.value)
    assert {path.partition("[")[0] for path, _ in told[:-1]} == {"input.target.spec.volumeClaimTemplates"}
    assert int(re.fullmatch(r"and (\d+) more", told[-1][1])[1]) == 300 - (len(told) - 1)  # type: ignore[index]


def test_long_request_is_not_read(render_remotely: Callable[[Any], Any]) -> None:
    """What no manifest needs is refused before anybody looks at it."""
    request = asked()
    request.input.docker_config_json = "x" * 256 * 1024
    with pytest.raises(grpc.RpcError) as raised:
        render_remotely(request)
    assert raised.value.code() == grpc.StatusCode.RESOURCE_EXHAUSTED


def test_unknown_fields_are_warnings(render_remotely: Callable[[Any], Any]) -> None:
    """A newer client is answered, and told what its request lost."""
    request = asked()
    request.input.target.MergeFromString(NEWER)
    (warning,) = render_remotely(request).warnings
    assert (warning.rule, warning.path, warning.severity) == ("message.unknown_field", "target", warning.warning)
    assert [element.field_name for element in warning.field_path.elements] == ["target"]


def test_requests_at_a_time_do_not_mix(render_remotely: Callable[[Any], Any]) -> None:
    """Each of many threads gets the answer, and the warnings, of its own request."""

    def answered(number: int) -> tuple[str, int]:
        request = asked(namespace=f"database-{number}")
        request.input.target.MergeFromString(NEWER * (number % 2))
        response = render_remotely(request)
        return response.outputs.namespace, len(response.warnings)

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(answered, range(80))) == [(f"database-{number}", number % 2) for number in range(80)]


def test_log_has_no_secret(served: tuple[str, Path], render_remotely: Callable[[Any], Any]) -> None:
    """The request is in the log, without its password."""
    render_remotely(asked(namespace="database-logged"))
    logged = served[1].read_text()
    assert "database-logged" in logged
    assert "change-me" not in logged


@pytest.mark.parametrize("service", ["", "acme.deployer.v1.DeployerService"])
def test_health(channel: Any, service: str) -> None:
    """The standard health check says that the service serves."""
    stub = import_module("grpc_health.v1.health_pb2_grpc").HealthStub(channel)
    response = stub.Check(health.HealthCheckRequest(service=service), timeout=60)
    assert response.status == health.HealthCheckResponse.SERVING


def test_client_prints_what_the_page_shows(served: tuple[str, Path], folder: Path) -> None:
    """The client's output is that of the page."""
    done = run(folder, CLIENT[1], served[0], *CLIENT[2].split())
    assert (done.stdout, done.stderr) == (CLIENT[3], "")


def test_client_prints_problems(served: tuple[str, Path], folder: Path) -> None:
    """What the service refuses is said, without a traceback."""
    done = run(folder, CLIENT[1], served[0], "da", "../postgres.yaml")
    assert done.returncode == 1
    assert [line.partition(":")[0] for line in done.stderr.splitlines()] == ["input", "team"]


@pytest.fixture(scope="module")
def http(folder: Path) -> Iterator[str]:
    """The address of the service over HTTP."""
    pytest.importorskip("fastapi")
    pytest.importorskip("uvicorn")
    with started(folder, "-m", *HTTP[1].split(), "--port", "0") as (address, _):
        yield f"http://{address}/render"


def post(url: str, body: bytes) -> tuple[int, Any]:
    """Status and content of the answer."""
    try:
        with urlopen(Request(url, data=body, method="POST"), timeout=60) as response:  # noqa: S310 - our own server's
            return response.status, json.load(response)
    except HTTPError as error:
        with error:
            return error.code, json.load(error)


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_http_renders(http: str, form: str) -> None:
    """A manifest is taken in either form."""
    code, answer = post(http, TEXT if form == "yaml" else json.dumps(MANIFEST.data()).encode())
    assert code == 200
    assert answer["objects"] == render(MANIFEST)
    assert answer["outputs"]["kubeEndpoint"] == outputs(MANIFEST).kube_endpoint


def test_http_tells_problems(http: str) -> None:
    """All that is wrong is told, with its place and what to write instead."""
    code, answer = post(http, MISTAKES)
    assert code == 422
    assert answer["more"] == 0
    assert {one["rule"] for one in answer["problems"]} == {problem.rule for problem in validate(load_one(MISTAKES))}
    assert answer["problems"][0] == {
        "rule": "string.workload_name",
        "path": "metadata.name",
        "line": 6,
        "column": 9,
        "message": answer["problems"][0]["message"],
        "hint": "did you mean `postgres-db`?",
    }


@pytest.mark.parametrize(
    ("body", "rule"),
    [(b"", "load.empty"), (b"\xff\xfe\x00", "load.encoding"), (b"kind: Service", "load.one"), (b"a: [", "load.yaml")],
)
def test_http_refuses_what_is_no_manifest(http: str, body: bytes, rule: str) -> None:
    """Whatever the body is, the answer is a problem."""
    code, answer = post(http, body)
    assert (code, [problem["rule"] for problem in answer["problems"]]) == (422, [rule])


def test_http_bounds_body_and_answer(http: str) -> None:
    """Neither a long body nor many problems are handed on."""
    template = TEXT.split(b"volumeClaimTemplates:\n")[1]
    many = TEXT + b"".join(template.replace(b"data", b"d%d" % number).replace(b"10Gi", b"10K") for number in range(300))
    code, answer = post(http, many)
    assert (code, len(answer["problems"]), answer["more"]) == (422, 100, 200)
    code, answer = post(http, TEXT + b"#" * 256 * 1024)
    assert (code, answer) == (413, {"detail": "a manifest has at most 262144 bytes"})


@pytest.fixture(scope="module")
def typescript(folder: Path) -> Path:
    """The folder of the client in TypeScript, built as the page says."""
    if "LANGUAGES" not in os.environ:
        pytest.skip("`make portability` builds and runs this program")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for program in ("node", "npm", "buf"):
        if not shutil.which(program, path=path):
            pytest.skip(f"there is no {program}")

    def built(folder: Path, commands: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PATH": path}
        return subprocess.run(
            ["sh", "-ec", commands], cwd=folder, env=environment, capture_output=True, text=True, check=False
        )

    fetched = built(folder / "typescript", FETCH)
    if fetched.returncode:
        pytest.skip(f"npm cannot have what the program is built with: {fetched.stderr}")
    done = built(folder, TYPESCRIPT[0].replace(FETCH, ""))
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "typescript"


def test_typescript_client(served: tuple[str, Path], typescript: Path) -> None:
    """The client in TypeScript is answered as the one in Python, and finds the details of what is refused."""

    def printed(*arguments: str) -> str:
        command = ["node", "dist/client.js", f"http://{served[0]}", *arguments]
        return subprocess.run(command, cwd=typescript, capture_output=True, text=True, check=False).stdout

    assert printed(TYPESCRIPT_CLIENT[1], TYPESCRIPT_CLIENT[2]) == TYPESCRIPT_CLIENT[3]
    assert printed("database", "postgres").splitlines() == [
        "ServiceAccount postgres",
        "Service postgres-headless",
        "StatefulSet postgres",
        "postgres.database.svc.cluster.local",
    ]
