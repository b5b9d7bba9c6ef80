# SPDX-License-Identifier: Apache-2.0
"""`validate` is the gate: what it lets through, `render` renders and a server takes."""

import gc
import json
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from planton_sts import InvalidManifestError, load_one, render
from planton_sts.cli import main
from planton_sts.cli.reader import Reader
from planton_sts.cli.rivals import contested, numbers
from planton_sts.cli.verdicts import Options, check_sources
from planton_sts.collisions import collisions, holdings
from planton_sts.references import Resources
from planton_sts.rendering import objects
from tables import ROOT
from valid import CASES, application, case

GOOD = (ROOT / "examples/postgres.yaml").read_text()
NAMESPACE = "apiVersion: kubernetes.project-planton.org/v1\nkind: KubernetesNamespace\nmetadata: {name: shared}\n"
REFERENCE = "{{valueFrom: {{kind: {}, name: {}, fieldPath: '{}'}}}}"
Validate = Callable[..., tuple[int, list[tuple[str, str, str]]]]


def manifest(name: str, host: str = "ledger", **replaced: str) -> str:
    """The example under another name, with another value of its variable, and other texts in its place."""
    text = GOOD.replace("name: postgres\nspec", f"name: {name}\nspec").replace("POSTGRES_DB: ledger", f"DB: {host}")
    for before, after in replaced.items():
        assert before in text
        text = text.replace(before, after)
    return text


def to(kind: str, name: str, path: str) -> str:
    return REFERENCE.format(kind, name, path)


@pytest.fixture
def validate(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Validate:
    """Validate texts as files of one folder; the exit code, and file, rule and severity of each problem."""

    def call(*texts: str, options: tuple[str, ...] = ()) -> tuple[int, list[tuple[str, str, str]]]:
        folder = tmp_path / "m"
        folder.mkdir(exist_ok=True)
        for number, text in enumerate(texts):
            (folder / f"{number:03}.yaml").write_text(text)
        code = main(["validate", str(folder), "--output", "json", *options])
        found = json.loads(capfd.readouterr().out)
        return code, [(Path(one["file"]).stem, one["rule"], one["severity"]) for one in found]

    return call


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_collisions_are_errors(validate: Validate, jobs: str) -> None:
    """What the second of two wants is the first one's already, in whichever process they were read."""
    others = [manifest(f"other-{number}") for number in range(40)]
    texts = [manifest("postgres"), *others, manifest("postgres-headless"), manifest("postgres")]
    assert validate(*texts, options=("--jobs", jobs)) == (
        1,
        [("041", "render.collision", "error"), ("042", "render.collision", "error")],
    )


def test_collision_names_the_other_and_its_file(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """One knows where to look."""
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(GOOD)
    assert main(["validate", str(tmp_path)]) == 1
    said = capfd.readouterr().out
    other = f"`postgres` in {tmp_path}/a.yaml"
    assert f"must not share ServiceAccount `postgres` of namespace `database` with {other}" in said
    assert main(["render", str(tmp_path)]) == 1
    assert f"with {other}" in capfd.readouterr().err


def test_one_name_in_two_namespaces_is_no_collision(validate: Validate) -> None:
    """Names are a namespace's own."""
    assert validate(GOOD, manifest("postgres", **{"namespace: database": "namespace: elsewhere"})) == (0, [])


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_references_are_settled_among_the_run(validate: Validate, jobs: str) -> None:
    """A reference to another file of the run is followed, through namespaces that are references themselves."""
    namespace = to("KubernetesNamespace", "shared", "spec.name")
    one = manifest("one", to("KubernetesStatefulSet", "two", "status.outputs.namespace"))
    two = manifest("two", **{"namespace: database": f"namespace: {namespace}"})
    texts = [one, two, f"{NAMESPACE}spec: {{name: database}}\n"]
    assert validate(*texts, options=("--jobs", jobs)) == (0, [])


@pytest.mark.parametrize(
    ("host", "rule"),
    [
        (to("KubernetesStatefulSet", "two", "spec.nothing"), "resolve.field"),
        (to("KubernetesStatefulSet", "two", "spec.container.app.env.secrets[POSTGRES_PASSWORD]"), "resolve.secret"),
        (to("KubernetesStatefulSet", "one", "spec.container.app.env.variables[DB]"), "resolve.cycle"),
    ],
)
def test_references_within_the_run_that_lead_nowhere_are_errors(validate: Validate, host: str, rule: str) -> None:
    """Nobody else can make these right."""
    assert validate(manifest("one", host), manifest("two")) == (1, [("000", rule, "error")])


@pytest.mark.parametrize("output", ["text", "json", "junit", "tap", "github", "sarif"])
def test_reference_out_of_the_run_is_a_warning(output: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """What it names may exist: said in every format, and failing no run unless that is asked for."""
    file = tmp_path / "a.yaml"
    file.write_text(manifest("one", to("AwsRdsInstance", "db", "status.outputs.address")))
    assert main(["validate", str(file), "--output", output]) == 0
    said = capfd.readouterr().out
    assert "there is no AwsRdsInstance `db`" in said
    assert "warning" in said
    assert main(["validate", str(file), "--output", output, "--strict"]) == 1
    assert main(["render", str(file)]) == 1


def test_reference_out_of_the_run_hides_no_collision(validate: Validate) -> None:
    """What else can be known is known."""
    text = manifest("one", to("AwsRdsInstance", "db", "status.outputs.address"))
    code, problems = validate(text, text)
    assert code == 1
    assert ("001", "render.collision", "error") in problems


def test_values_settle_references(validate: Validate, tmp_path: Path) -> None:
    """`--values` is for `validate` what it is for `render`, and what comes from it is judged."""
    values = tmp_path / "values.yaml"
    text = manifest("one", **{"namespace: database": f"namespace: {to('KubernetesNamespace', 'db', 'spec.name')}"})
    values.write_text("KubernetesNamespace/db: {spec.name: database}\n")
    assert validate(text, options=("--values", str(values), "--strict")) == (0, [])
    values.write_text("KubernetesNamespace/db: {spec.name: Not_a_Name}\n")
    assert validate(text, options=("--values", str(values))) == (1, [("000", "spec.namespace", "error")])


def test_a_wrong_value_is_told_beside_a_reference_left_open(validate: Validate, tmp_path: Path) -> None:
    """What could be settled is judged, whatever could not."""
    values = tmp_path / "values.yaml"
    values.write_text("KubernetesNamespace/db: {spec.name: Not_a_Name}\n")
    namespace = {"namespace: database": f"namespace: {to('KubernetesNamespace', 'db', 'spec.name')}"}
    text = manifest("one", to("AwsRdsInstance", "db", "status.outputs.address"), **namespace)
    assert validate(text, options=("--values", str(values))) == (
        1,
        [("000", "spec.namespace", "error"), ("000", "resolve.open", "warning")],
    )


def test_platform_is_that_of_rendering(validate: Validate, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """`--platform` is for `validate` what it is for `render`: a file of its own, whose faults are told apart."""
    platform = tmp_path / "platform.yaml"
    platform.write_text("ingressNamespace: entrance\n")
    ingress = {"  createNamespace: true\n": "  ingress: {enabled: true, hostname: db.example.com}\n"}
    texts = manifest("one", **ingress), manifest("two", **ingress)
    assert validate(*texts, options=("--platform", str(platform))) == (1, [("001", "render.collision", "error")])
    platform.write_text("gatewayClass: Not_a_Name\n")
    assert main(["validate", str(ROOT / "examples/postgres.yaml"), "--platform", str(platform)]) == 1
    assert "platform.yaml:1:15: error: gatewayClass" in capfd.readouterr().err


def test_reference_that_says_too_little_is_told_once(validate: Validate) -> None:
    """The warning that it names no kind is enough; `--strict` makes it an error."""
    text = manifest("one", "{valueFrom: {name: two, fieldPath: spec.namespace}}")
    rule = "spec.container.app.env.variables.value_from.kind"
    assert validate(text) == (0, [("000", rule, "warning")])
    assert validate(text, options=("--strict",)) == (
        1,
        [("000", rule, "warning"), ("000", "resolve.open", "error")],
    )


def test_standard_input_is_part_of_the_run(tmp_path: Path) -> None:
    """What came in by a pipe is referred to, and is read once."""
    (tmp_path / "one.yaml").write_text(manifest("one", to("KubernetesStatefulSet", "two", "spec.namespace")))
    command = [sys.executable, "-m", "planton_sts", "validate", tmp_path / "one.yaml", "-", "--strict"]
    done = subprocess.run(command, input=manifest("two"), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("2 manifests, 0 invalid")
    done = subprocess.run(command, input=manifest("one"), capture_output=True, text=True, check=False)
    assert "render.collision" in done.stdout


LARGE = "x" * 130_000


def with_variables(count: int, text: str = LARGE) -> str:
    lines = "".join(f"          V{number}: {text}\n" for number in range(count))
    return GOOD.replace("          POSTGRES_DB: ledger\n", lines)


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        (with_variables(1), []),
        (with_variables(3), ["render.apply"]),
        (with_variables(13), ["render.size"]),
        (with_variables(990, "x" * 300), ["render.apply"]),
        (GOOD.replace("spec:\n", f"spec:\n  configMaps: {{a: {'x' * 300_000}}}\n", 1), ["render.apply"]),
    ],
    ids=["one", "too large for an annotation", "too large", "many", "a ConfigMap"],
)
def test_size_in_all_is_bounded(validate: Validate, text: str, rules: list[str]) -> None:
    """Values that the server takes one by one may be too large together."""
    code, problems = validate(text)
    assert [rule for _, rule, _ in problems] == rules
    assert code == (1 if "render.size" in rules else 0)
    if code:
        with pytest.raises(InvalidManifestError):
            render(load_one(text))
    else:
        assert render(load_one(text))


@pytest.mark.parametrize("one", CASES)
def test_claims_tell_of_every_collision(one: str) -> None:
    """Who collides shares a claim: with itself, and with one whose name is that of one of its objects."""
    first = application(case(one))
    held = list(holdings(first, objects(first)))
    for name in {here.name for here in held}:
        stack_input = case(one)
        stack_input.target.metadata.name = name
        second = application(stack_input)
        if list(collisions([("a", held), ("b", holdings(second, objects(second)))])):
            assert contested([numbers(first), numbers(second)])


def test_a_run_keeps_little_of_a_manifest(tmp_path: Path) -> None:
    """What a manifest leaves behind fits into a kilobyte."""
    sources = []
    for number in range(50):
        sources.append(str(tmp_path / f"{number}.yaml"))
        Path(sources[-1]).write_text(manifest(f"postgres-{number}"))
    list(check_sources(sources[:1], Options(Reader()), Resources()))
    tracemalloc.start()
    kept = list(check_sources(sources, Options(Reader()), Resources()))
    # Python keeps the shells of some thousands of tuples at hand, until it collects.
    gc.collect()
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert held / len(kept) < 1024


def test_render_tells_what_validate_tells(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of a collision too, where something else is wrong in the run, or in one of the two."""
    for name, text in {"a": manifest("app"), "b": manifest("app"), "c": manifest("other", **{"10Gi": "10K"})}.items():
        (tmp_path / f"{name}.yaml").write_text(text)
    assert main(["validate", str(tmp_path)]) == 1
    told = [line for line in capsys.readouterr().out.splitlines() if ": error: " in line]
    assert main(["render", str(tmp_path)]) == 1
    assert [line for line in capsys.readouterr().err.splitlines() if ": error: " in line] == told
    assert any("render.collision" in line for line in told)
    assert any("10K" in line or "size" in line for line in told)
