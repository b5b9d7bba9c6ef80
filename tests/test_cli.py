# SPDX-License-Identifier: Apache-2.0
"""The command, as people and pipelines call it."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from planton_sts.cli import main
from tables import ROOT

GOOD = (ROOT / "examples" / "postgres.yaml").read_text()
BAD = GOOD.replace("size: 10Gi", "size: 10K")
OTHER = "apiVersion: v1\nkind: Service\nmetadata: {name: other}\n"
SECRET = "hunter2-do-not-show"  # noqa: S105 - nobody's

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run the command in an empty folder; its exit code, output and errors."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        captured = capfd.readouterr()
        return code, captured.out, captured.err

    return call


def command(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "planton_sts", *arguments], capture_output=True, text=True, check=False, **options
    )


def write(name: str, text: str | bytes) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return name


def test_valid_manifest(run: Run) -> None:
    """All is well: exit 0 and a count."""
    code, out, _ = run("validate", write("a.yaml", GOOD))
    assert code == 0
    assert out.startswith("1 manifest, ")


def test_broken_rule(run: Run) -> None:
    """A broken rule: exit 1, the place, the line and what to write."""
    code, out, _ = run("validate", write("a.yaml", BAD))
    assert code == 1
    assert "a.yaml:45:13: error: spec.volumeClaimTemplates[0].size: must write decimal kilo with a small k" in out
    assert "   45 |       size: 10K\n      |             ^^^\n" in out


def test_what_could_not_be_read_is_not_missing_too(run: Run) -> None:
    """A value of the wrong type is one problem, not two."""
    wrong = GOOD.replace('image:\n        repo: postgres\n        tag: "16.4"', "image: [postgres]")
    assert wrong != GOOD
    _, out, _ = run("validate", write("a.yaml", wrong), "--output", "json")
    assert [problem["rule"] for problem in json.loads(out)] == ["load.type"]


UNREADABLE = {
    "missing": (None, "must exist"),
    "not YAML": (b"kind: KubernetesStatefulSet\na: [", "must close `[`"),
    "not UTF-8": (b"kind: KubernetesStatefulSet\na: \xff", "UTF-8"),
    "no mapping": (b"- kind: KubernetesStatefulSet\n", "must be a mapping"),
}


@pytest.mark.parametrize(("content", "said"), UNREADABLE.values(), ids=UNREADABLE)
def test_unreadable_input(run: Run, content: bytes | None, said: str) -> None:
    """What cannot be read: exit 2, and why."""
    name = "a.yaml" if content is None else write("a.yaml", content)
    code, out, _ = run("validate", name)
    assert code == 2
    assert said in out


@pytest.mark.parametrize("arguments", [["--no-such"], ["validate", "--jobs", "0"], ["nonsense"]], ids=" ".join)
def test_wrong_call(run: Run, arguments: list[str]) -> None:
    """A wrong call: exit 2, and nothing on standard output."""
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert "Error" in err


def test_folder_documents_and_other_kinds(run: Run) -> None:
    """Folders are searched, each document is judged, and other kinds are counted or, on request, refused."""
    write("m/a/one.yaml", GOOD + "---\n" + OTHER)
    write("m/two.yml", GOOD.replace("name: postgres\nspec", "name: other\nspec") + "---\n" + BAD)
    write("m/three.json", json.dumps(yaml.safe_load(GOOD) | {"metadata": {"name": "third"}}))
    write("m/notes.txt", "no manifest")
    code, out, _ = run("validate", "m")
    assert code == 1
    assert "4 manifests, 1 invalid, 1 other document skipped" in out
    code, out, _ = run("validate", "--strict-kinds", "m/a")
    assert code == 1
    assert "load.kind" in out


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_jobs_do_not_change_the_verdict(run: Run, jobs: str) -> None:
    """Several processes give the same problems in the same order."""
    for number in range(70):
        text = BAD if number % 10 == 0 else GOOD
        write(f"m/{number:03}.yaml", text.replace("name: postgres\nspec", f"name: postgres-{number}\nspec"))
    code, out, _ = run("validate", "--jobs", jobs, "--output", "json", "m")
    assert code == 1
    assert [problem["file"] for problem in json.loads(out)] == [f"m/{number:03}.yaml" for number in range(0, 70, 10)]


def test_standard_input() -> None:
    """Without a path, and as `-`, standard input is read."""
    for arguments in (["validate"], ["validate", "-"]):
        done = command(*arguments, input=BAD)
        assert done.returncode == 1
        assert "<stdin>:45:13" in done.stdout


def test_windows_line_ends_and_byte_order_mark(run: Run) -> None:
    """What Windows editors write loads, and lines are counted alike."""
    code, out, _ = run("validate", write("a.yaml", b"\xef\xbb\xbf" + BAD.replace("\n", "\r\n").encode()))
    assert code == 1
    assert "a.yaml:45:13" in out
    assert "\r" not in out


def test_set(run: Run) -> None:
    """A field set on the command line counts, and a problem with it names the option, not the file."""
    name = write("a.yaml", GOOD)
    assert run("validate", name, "--set", "spec.availability.replicas=5")[0] == 0
    code, out, _ = run("validate", name, "--set", "spec.volumeClaimTemplates[0].size=0")
    assert code == 1
    assert "--set spec.volumeClaimTemplates[0].size" in out
    assert run("validate", name, "--set", "spec.replicas=5")[0] == 2
    assert run("validate", name, "--set", "spec")[0] == 2


@pytest.mark.parametrize("form", ["text", "json", "junit", "tap", "github", "sarif"])
def test_secrets_are_never_shown(run: Run, form: str) -> None:
    """No report quotes a secret, whatever is wrong with it or near it."""
    for number, wrong in enumerate(
        [
            f"POSTGRES_PASSWORD: {{value: {SECRET}, secretRef: {{name: a, key: b}}}}",
            f"POSTGRES_PASSWORD: {{valu: {SECRET}}}",
            f"POSTGRES_PASSWORD: [{SECRET}]",
            f"9BAD: {SECRET}",
            f"POSTGRES_PASSWORD: {SECRET}\n          POSTGRES_PASSWORD: {SECRET}",
            f"POSTGRES_PASSWORD: {{value: {{a: {SECRET}}}}}",
            f'POSTGRES_PASSWORD: "{SECRET}',
        ]
    ):
        name = write(f"{number}.yaml", GOOD.replace("POSTGRES_PASSWORD: change-me", wrong))
        code, out, err = run("validate", name, "--output", form)
        assert code, wrong
        assert SECRET not in out + err, wrong


def test_json_is_all_there_is(run: Run) -> None:
    """Standard output holds the list and nothing else."""
    _, out, _ = run("validate", write("a.yaml", BAD), "--output", "json")
    (problem,) = json.loads(out)
    assert list(problem) == ["file", "line", "column", "path", "rule", "severity", "message", "hint"]
    assert problem["rule"] == "spec.volume_claim_templates.size"


def test_render_outputs_and_describe(run: Run) -> None:
    """The other commands print objects, outputs and a description."""
    name = write("a.yaml", GOOD)
    code, out, _ = run("render", name)
    assert code == 0
    kinds = [kube_object["kind"] for kube_object in yaml.safe_load_all(out)]
    assert kinds == ["Namespace", "ServiceAccount", "Secret", "Service", "StatefulSet", "Service"]
    assert len(json.loads(run("render", name, "--output", "json")[1])["items"]) == len(kinds)
    assert yaml.safe_load(run("outputs", name)[1])["service"] == "postgres"
    assert json.loads(run("outputs", name, "-o", "json")[1])["namespace"] == "database"
    assert "postgres-0" in run("describe", name)[1]


@pytest.mark.parametrize("name", ["render", "outputs", "describe", "convert"])
def test_nothing_is_printed_for_what_is_wrong(run: Run, name: str) -> None:
    """Problems go to standard error, and standard output stays empty."""
    wrong = write("a.yaml", GOOD.replace("spec:\n  namespace", "spec:\n  name_space"))
    code, out, err = run(name, wrong)
    assert (code, out) == (1, "")
    assert "did you mean" in err
    assert run(name, "missing.yaml")[0] == 2


@pytest.mark.parametrize("name", ["render", "outputs", "describe"])
def test_nothing_to_do(run: Run, name: str) -> None:
    """Documents of other kinds alone are no input for these."""
    code, _, err = run(name, write("a.yaml", OTHER))
    assert code == 2
    assert "none of the documents" in err


def test_secrets_of_what_is_rendered(run: Run) -> None:
    """Values of Secrets can be masked, or their objects left out."""
    name = write("a.yaml", GOOD.replace("change-me", SECRET))
    included, masked, omitted = (
        list(yaml.safe_load_all(run("render", name, "--secrets", how)[1])) for how in ("include", "mask", "omit")
    )
    assert [o["kind"] for o in masked] == [o["kind"] for o in included]
    assert next(o for o in masked if o["kind"] == "Secret")["data"] == {"POSTGRES_PASSWORD": "KioqKioqKio="}
    assert [o for o in omitted if o["kind"] == "Secret"] == []


def test_folder_of_objects(run: Run) -> None:
    """Each object becomes a file, and a kustomization lists them in order; a second run changes nothing."""
    name = write("a.yaml", GOOD)
    code, out, _ = run("render", name, "--out-dir", "deploy")
    assert code == 0
    assert out.splitlines()[-1] == os.path.join("deploy", "kustomization.yaml")  # noqa: PTH118 - as it is printed
    first = {path.name: path.read_bytes() for path in Path("deploy").iterdir()}
    listed = yaml.safe_load(first["kustomization.yaml"])["resources"]
    assert sorted([*listed, "kustomization.yaml"]) == sorted(first)
    run("render", name, "--out-dir", "deploy")
    assert first == {path.name: path.read_bytes() for path in Path("deploy").iterdir()}
    assert run("render", name, "--out-dir", "a.yaml")[0] == 2


def test_applications_that_clash(run: Run) -> None:
    """Two manifests that want one object are a problem of the second; a Namespace is shared."""
    other = GOOD.replace("name: postgres\nspec", "name: other\nspec")
    code, out, _ = run("render", write("a.yaml", GOOD), write("b.yaml", other))
    assert code == 0
    assert sum(o["kind"] == "Namespace" for o in yaml.safe_load_all(out)) == 1
    code, out, err = run("render", "a.yaml", write("c.yaml", GOOD))
    assert (code, out) == (1, "")
    assert "c.yaml:6:9" in err
    assert "render.collision" in err


def test_platform_and_values(run: Run) -> None:
    """What the platform owns and what other runs know come from files."""
    manifest = write("a.yaml", GOOD.replace("namespace: database", "namespace: {valueFrom: {name: shared}}"))
    values = write("values.yaml", "KubernetesNamespace/shared: {spec.name: elsewhere}")
    platform = write("platform.yaml", "clusterDomain: k8s.example.com")
    code, out, err = run("outputs", manifest, "--values", values, "--platform", platform)
    assert code == 0, err
    assert yaml.safe_load(out)["kubeEndpoint"] == "postgres.elsewhere.svc.k8s.example.com:5432"
    assert run("outputs", manifest)[0] == 1
    assert run("outputs", manifest, "--values", write("v.yaml", "a: b"))[0] == 2
    assert run("outputs", manifest, "--platform", write("p.yaml", "clusterDomain: a b"))[0] == 1


@pytest.mark.parametrize("form", ["yaml", "short", "json", "binary", "text"])
def test_convert_there_and_back(form: str, tmp_path: Path) -> None:
    """A manifest in any form is the same message."""
    source = tmp_path / "a.yaml"
    source.write_text(GOOD)
    there = subprocess.run(
        [sys.executable, "-m", "planton_sts", "convert", source, "--to", form], capture_output=True, check=True
    ).stdout
    back = ["--from", form] if form in {"binary", "text"} else []
    again = subprocess.run(
        [sys.executable, "-m", "planton_sts", "convert", *back, "--to", "binary"],
        input=there, capture_output=True, check=True,
    ).stdout  # fmt: skip
    direct = subprocess.run(
        [sys.executable, "-m", "planton_sts", "convert", source, "--to", "binary"], capture_output=True, check=True
    ).stdout
    assert again == direct


def test_convert_refuses_what_it_cannot_hold(run: Run) -> None:
    """Only YAML holds several manifests; bytes of something else are refused without being quoted."""
    name = write("a.yaml", GOOD + "---\n" + GOOD)
    assert run("convert", name)[0] == 0
    assert run("convert", name, "--to", "json")[0] == 2
    code, _, err = run("convert", write("a.binpb", f"\x00{SECRET}"), "--from", "binary")
    assert code == 2
    assert SECRET not in err
    code, _, err = run("convert", write("a.txtpb", f'kind: "{SECRET}'), "--from", "text")
    assert code == 2
    assert SECRET not in err
    assert run("convert", "missing", "--from", "text")[0] == 2


def test_help_and_version_wait_for_nothing() -> None:
    """Neither imports protobuf, and neither says more than was asked."""
    program = "import sys; from planton_sts.cli import main; main([sys.argv[1]]); "
    program += "sys.exit(any(name.split('.')[0] in {'google', 'protovalidate', 'yaml'} for name in sys.modules))"
    for option in ("--version", "--help"):
        done = subprocess.run([sys.executable, "-c", program, option], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def test_validate_waits_for_its_own_rooms_alone() -> None:
    """Whoever validates one file pays for no room that another command asks, nor for what explains problems."""
    program = "import sys; from planton_sts.cli import main; main(sys.argv[1:]); "
    program += "print(*sorted({'adoption', 'comparison', 'description', 'planning', 'schemas', 'rendering.in_order', "
    program += "'validation.explanation', 'loading.hints'} & {name.partition('.')[2] for name in sys.modules}))"
    example = ROOT / "examples" / "postgres.yaml"
    done = subprocess.run(
        [sys.executable, "-c", program, "validate", example], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[1:] == [""], done.stdout


@pytest.mark.parametrize("name", ["validate", "render", "describe", "outputs", "convert"])
def test_help_shows_examples(run: Run, name: str) -> None:
    """Each command's help shows how it is called."""
    code, out, _ = run(name, "--help")
    assert code == 0
    assert f"planton-sts {name}" in out.partition("Examples:")[2]


def test_shell_completion() -> None:
    """Shells can ask for the commands."""
    environment = {
        **os.environ,
        "_PLANTON_STS_COMPLETE": "bash_complete",
        "COMP_WORDS": "planton-sts val",
        "COMP_CWORD": "1",
    }
    assert "validate" in command(env=environment).stdout


def test_reader_that_has_seen_enough(tmp_path: Path) -> None:
    """A pipe that closes early is no error and no traceback."""
    (tmp_path / "a.yaml").write_text("---\n".join([BAD] * 500))
    writer = subprocess.Popen(
        [sys.executable, "-m", "planton_sts", "validate", tmp_path / "a.yaml"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert writer.stdout is not None
    assert writer.stderr is not None
    writer.stdout.readline()
    writer.stdout.close()
    assert not writer.stderr.read()
    writer.stderr.close()
    writer.wait(timeout=30)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("no_color", "coloured"), [(None, True), ("1", False)], ids=["a terminal", "NO_COLOR"])
def test_colour(tmp_path: Path, no_color: str | None, coloured: bool) -> None:  # noqa: FBT001 - a table decides
    """Colour shows on a terminal only, and not where it is unwanted."""
    (tmp_path / "a.yaml").write_text(BAD)
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    environment |= {"NO_COLOR": no_color} if no_color else {}
    ours, theirs = pty.openpty()
    subprocess.run(
        [sys.executable, "-m", "planton_sts", "validate", tmp_path / "a.yaml"],
        stdout=theirs,
        env=environment,
        check=False,
    )
    os.close(theirs)
    assert (b"\x1b[" in os.read(ours, 65536)) is coloured
    os.close(ours)
