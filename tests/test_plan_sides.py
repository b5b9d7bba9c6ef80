# SPDX-License-Identifier: Apache-2.0
"""The sides of an update: manifests, what runs, and a revision of the same paths."""

import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from commands import output, run
from planton_sts.cli import main
from tables import ROOT

MANIFEST = (ROOT / "examples" / "postgres.yaml").read_text(encoding="utf-8")
CHANGED = MANIFEST.replace("name: postgres\n", "name: other\n")
BROKEN = "kind: KubernetesStatefulSet\nspec: {replica: 1}\n"

Plan = Callable[..., tuple[int, str, str]]


@pytest.fixture
def plan(capsys: pytest.CaptureFixture[str]) -> Plan:
    """Runs the command: its exit code, what it prints, and what it complains of."""

    def planned(*arguments: str | Path) -> tuple[int, str, str]:
        code = main(["plan", *map(str, arguments)])
        told = capsys.readouterr()
        return code, told.out, told.err

    return planned


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository, in which the command runs, whose one commit has a manifest at `manifests/db.yaml`."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    for name, value in {"CONFIG_GLOBAL": os.devnull, "CONFIG_SYSTEM": os.devnull}.items():
        monkeypatch.setenv(f"GIT_{name}", value)
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "somebody")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "somebody@example.org")
    root = tmp_path / "repository"
    output("git", "init", "--quiet", "--initial-branch=main", root)
    monkeypatch.chdir(root)
    write("manifests/db.yaml", MANIFEST)
    commit()
    return root


def write(path: str, text: str) -> None:
    """A file, and the folders it stands in."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8", newline="")


def commit() -> None:
    """Commit all that stands there."""
    output("git", "add", "--all")
    output("git", "commit", "--quiet", "--message=A")


NOTHING = "Plan: nothing changes\n"


@pytest.mark.parametrize(
    ("folder", "paths"),
    [
        (".", ["manifests"]),
        (".", ["manifests/"]),
        (".", ["manifests/db.yaml"]),
        (".", ["."]),
        (".", ["manifests/../manifests", "manifests/db.yaml"]),
        ("manifests", ["."]),
        ("manifests", ["db.yaml"]),
        ("manifests", ["../manifests"]),
    ],
)
@pytest.mark.usefixtures("repository")
def test_git(plan: Plan, monkeypatch: pytest.MonkeyPatch, folder: str, paths: list[str]) -> None:
    """OLD is what stood at the paths, from wherever in the repository they lead."""
    monkeypatch.chdir(folder)
    absolute = [str(Path(path).absolute()) for path in paths]
    for spelled in (paths, absolute):
        assert plan("--git", "main", *spelled) == (0, NOTHING, "")
    (Path(paths[0]) if paths[0].endswith(".yaml") else next(Path(paths[0]).rglob("db.yaml"))).write_text(CHANGED)
    for spelled in (paths, absolute):
        code, told, complaint = plan("--git", "main", *spelled)
        assert (code, complaint) == (5, "")
        assert "StatefulSet database/postgres: is no longer rendered" in told
        assert "StatefulSet database/other: is made" in told


@pytest.mark.usefixtures("repository")
def test_git_comes_and_goes(plan: Plan) -> None:
    """What stands at a path on one side alone is all new, or all gone."""
    write("more/new.yaml", CHANGED)
    write("README.md", "")
    for paths in (["more"], ["more/new.yaml"], ["more", "README.md"]):
        code, told, _ = plan("--git", "main", *paths)
        assert code == 0
        assert "StatefulSet database/other: is made" in told
    Path("manifests/db.yaml").unlink()
    for path in ("manifests/db.yaml", "manifests", "."):
        code, told, _ = plan("--git", "main", path)
        assert code == 5
        assert "StatefulSet database/postgres: is no longer rendered" in told


@pytest.mark.usefixtures("repository")
def test_git_revisions(plan: Plan) -> None:
    """A revision is whatever git takes for one."""
    output("git", "tag", "first")
    write("manifests/db.yaml", CHANGED)
    commit()
    for revision in ("first", "HEAD~1", "HEAD^", "main@{1}", output("git", "rev-parse", "first").strip()):
        assert plan("--git", revision, "manifests")[0] == 5
    assert plan("--git", "HEAD", "manifests") == (0, NOTHING, "")


REFUSED: list[tuple[list[str], str]] = [
    (["--git", "nope", "manifests"], "nope: must be a revision"),
    (["--git", "-x", "manifests"], "-x: must be a revision"),
    (["--git", "--help", "manifests"], "--help: must be a revision"),
    (["--git", "", "manifests"], ": must be a revision"),
    (["--git", "main:manifests/db.yaml", "manifests"], "must be a revision"),
    (["--git", "main..main", "manifests"], "must be a revision"),
    (["--git", "main\0", "manifests"], "must be a revision"),
    (["--git", "main", "nope"], "nope: must exist, now or at main"),
    (["--git", "main", "manifests/db.yaml/nope"], "must exist, now or at main"),
    (["--git", "main", "manifests\nnope"], "must exist, now or at main"),
    (["--git", "main", ".."], "..: must stand in the repository"),
    (["--git", "main", Path.cwd().anchor], "must stand in the repository"),
    (["--git", "main", "-"], "standard input stands at no revision"),
    (["--git", "main", ""], "a path must not be empty"),
    (["--git", "main"], "--git needs the paths"),
    (["--git", "main", "text"], "there is no KubernetesStatefulSet at these paths, now or at main"),
]


@pytest.mark.parametrize(("arguments", "complaint"), REFUSED, ids=repr)
@pytest.mark.usefixtures("repository")
def test_git_refused(plan: Plan, arguments: list[str], complaint: str) -> None:
    """What cannot be looked at is told, with nothing else."""
    write("text/README.yaml", "# nothing\n")
    commit()
    code, told, complaints = plan(*arguments)
    assert (code, told) == (2, "")
    assert complaint in complaints


def test_no_repository(plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no repository, git's own words tell."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    code, _, complaint = plan("--git", "main", ".")
    assert code == 2
    assert "git cannot tell: not a git repository" in complaint


@pytest.mark.usefixtures("repository")
def test_no_git(plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git itself may not be there."""
    monkeypatch.setenv("PATH", str(tmp_path))
    code, _, complaint = plan("--git", "main", "manifests")
    assert code == 2
    assert "git must be installed" in complaint


@pytest.mark.usefixtures("repository")
def test_git_way_out(plan: Plan) -> None:
    """The ways out render what stands at the paths now."""
    write("manifests/db.yaml", MANIFEST.replace("size: 10Gi", "size: 20Gi"))
    code, told, _ = plan("--git", "main", "manifests", "--exclude", "charts/")
    assert code == 4
    assert "$ planton-sts render --exclude charts/ manifests | kubectl apply" in told
    assert "new=$(planton-sts render manifests)" in plan("--git", "main", "manifests", "--script")[1]


@pytest.mark.usefixtures("repository")
def test_rivals(plan: Plan) -> None:
    """A side whose manifests fight over an object is refused, as `render` refuses it."""
    write("both/one.yaml", MANIFEST)
    write("both/other.yaml", MANIFEST.replace("size: 10Gi", "size: 20Gi"))
    for paths in (("manifests", "both"), ("both", "manifests")):
        code, told, complaint = plan(*paths)
        assert (code, told) == (1, "")
        assert "both/other.yaml" in complaint
        assert "must not share" in complaint


@pytest.mark.usefixtures("repository")
def test_script_of_nothing(plan: Plan) -> None:
    """Where no manifest is left, there is nothing that a script could apply."""
    Path("manifests/db.yaml").unlink()
    code, told, complaint = plan("--git", "main", "manifests", "--script")
    assert (code, told) == (2, "")
    assert "nothing is left to apply" in complaint


@pytest.mark.usefixtures("repository")
def test_git_problems(plan: Plan) -> None:
    """What is wrong with a file of the revision is told by the name by which git shows it."""
    write("manifests/db.yaml", BROKEN)
    commit()
    write("manifests/db.yaml", MANIFEST)
    code, _, complaint = plan("--git", "main", "manifests")
    assert code == 1
    assert "main:manifests/db.yaml:2:" in complaint


@pytest.mark.usefixtures("repository")
def test_git_same_files(plan: Plan) -> None:
    """The same files are looked at as in a folder, whatever else stands there."""
    for path in ("manifests/.hidden/a.yaml", "manifests/.a.yaml", "manifests/a.txt", "manifests/charts/a.yaml"):
        write(path, BROKEN)
    write("manifests/deep er/*/ä\n.yml", MANIFEST.replace("name: postgres\n", "name: deep\n"))
    commit()
    assert plan("--git", "main", "manifests", "--exclude", "charts/") == (0, NOTHING, "")
    assert plan("--git", "main", "manifests/charts/a.yaml", "manifests", "--exclude", "charts/") == (0, NOTHING, "")
    assert "main:manifests/charts/a.yaml" in plan("--git", "main", "manifests")[2]
    Path("manifests/deep er/*/ä\n.yml").unlink()
    assert "database/deep: is no longer rendered" in plan("--git", "main", "manifests", "--exclude", "charts/")[1]


@pytest.mark.usefixtures("repository")
def test_git_line_ends(plan: Plan) -> None:
    """The line ends of Windows are none of a manifest's business."""
    write("manifests/db.yaml", MANIFEST.replace("\n", "\r\n"))
    assert plan("--git", "main", "manifests") == (0, NOTHING, "")
    commit()
    write("manifests/db.yaml", MANIFEST)
    assert plan("--git", "main", "manifests") == (0, NOTHING, "")


@pytest.mark.usefixtures("repository")
def test_git_values(plan: Plan) -> None:
    """References are settled on each side, by --values too."""
    refers = "namespace: {valueFrom: {kind: KubernetesNamespace, name: home, fieldPath: spec.name}}"
    write("manifests/db.yaml", MANIFEST.replace("namespace: database", refers))
    commit()
    write("manifests/db.yaml", MANIFEST)
    write("values.yaml", "KubernetesNamespace/home: {spec.name: database}\n")
    assert plan("--git", "main", "manifests")[0] == 1
    assert plan("--git", "main", "manifests", "--values", "values.yaml") == (0, NOTHING, "")


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_git_links(plan: Plan, repository: Path) -> None:
    """Links are followed as in a folder: within it, and nowhere else."""
    (repository.parent / "outside.yaml").write_text(BROKEN, encoding="utf-8")
    write("elsewhere/a.yaml", BROKEN)
    for name, target in {
        "manifests/out.yaml": "../../outside.yaml",
        "manifests/else.yaml": "../elsewhere/a.yaml",
        "manifests/root.yaml": "/etc/hosts",
        "manifests/folder.yaml": ".",
        "folder": "manifests",
        "file.yaml": "manifests/db.yaml",
        "away.yaml": "/etc/hosts",
        "none.yaml": "nope.yaml",
    }.items():
        Path(name).symlink_to(target)
    commit()
    for path in ("manifests", "folder", "folder/db.yaml", "file.yaml"):
        assert plan("--git", "main", path) == (0, NOTHING, "")
    for path in ("away.yaml", "none.yaml"):
        code, _, complaint = plan("--git", "main", path)
        assert code == 2
        assert f"main:{path}: must not be a link" in complaint
    Path("manifests/inner.yaml").symlink_to("../manifests/db.yaml")
    Path("manifests/kept.yml").symlink_to("kept.txt")
    write("manifests/kept.txt", CHANGED)
    commit()
    Path("manifests/kept.yml").unlink()
    assert "database/other: is no longer rendered" in plan("--git", "main", "manifests")[1]
    Path("manifests/kept.txt").unlink()
    Path("manifests/kept.yml").symlink_to("kept.txt")
    commit()
    Path("manifests/kept.yml").unlink()
    assert "main:manifests/kept.yml" in plan("--git", "main", "manifests")[2]


@pytest.mark.usefixtures("repository")
def test_git_submodule(plan: Plan) -> None:
    """Of another repository within, this one knows no files."""
    output("git", "clone", "--quiet", ".", "manifests/other")
    output("git", "-c", "advice.addEmbeddedRepo=false", "add", "--all")
    output("git", "commit", "--quiet", "--message=A")
    for path in ("manifests/other", "manifests/other/manifests/db.yaml", "manifests"):
        code, _, complaint = plan("--git", "main", path)
        assert code == 2
        assert "must not be a submodule" in complaint
    assert plan("--git", "main", "manifests", "--exclude", "other/") == (0, NOTHING, "")


@pytest.mark.skipif(sys.platform == "win32", reason="the programs are scripts of a shell")
def test_git_runs_nothing(plan: Plan, repository: Path) -> None:
    """Nothing of what a repository asks for is run: filters, text conversions, hooks, monitors, fetches."""
    mark, program = repository.parent / "ran", repository.parent / "program"
    program.write_text(f"#!/bin/sh\ntouch '{mark}'\ncat\n", encoding="utf-8")
    program.chmod(stat.S_IRWXU)
    write(".gitattributes", "*.yaml filter=f diff=d\n")
    commit()
    for name in ("filter.f.smudge", "filter.f.clean", "filter.f.process", "diff.d.textconv", "diff.external"):
        output("git", "config", name, str(program))
    for name in ("core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "remote.origin.uploadpack"):
        output("git", "config", name, str(program))
    for name in ("post-checkout", "post-index-change", "reference-transaction"):
        Path(".git/hooks").mkdir(exist_ok=True)
        Path(f".git/hooks/{name}").symlink_to(program)
    assert plan("--git", "main", "manifests") == (0, NOTHING, "")
    # As in a partial clone, of which the manifest was never asked for.
    output("git", "config", "remote.origin.url", "ssh://example.org/a")
    output("git", "config", "remote.origin.promisor", "true")
    output("git", "config", "core.repositoryFormatVersion", "1")
    output("git", "config", "extensions.partialClone", "origin")
    held = output("git", "rev-parse", "main:manifests/db.yaml").strip()
    Path(".git/objects", held[:2], held[2:]).unlink()
    code, _, complaint = plan("--git", "main", "manifests")
    assert code == 2
    assert "partial clone" in complaint or "this clone" in complaint
    assert not mark.exists()


def test_git_lacks_a_file(plan: Plan, repository: Path) -> None:
    """A repository that has lost a file says so."""
    held = output("git", "rev-parse", "main:manifests/db.yaml").strip()
    (repository / ".git" / "objects" / held[:2] / held[2:]).unlink()
    code, _, complaint = plan("--git", "main", "manifests")
    assert code == 2
    assert "main:manifests/db.yaml" in complaint
    assert "which lacks it" in complaint


@pytest.mark.usefixtures("repository")
def test_git_too_large(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is larger than anybody reads is refused, and what comes after it is still read."""
    write("manifests/a.yaml", "#" * 200_000)
    commit()
    for module in ("cli.git", "loading.sources", "loading.kinds"):
        monkeypatch.setattr(f"planton_sts.{module}.MAX_SIZE", 100_000)
    monkeypatch.setattr("planton_sts.cli.git._PIECE", 1_000)
    code, _, complaint = plan("--git", "main", "manifests")
    assert code == 2
    assert "main:manifests/a.yaml" in complaint
    assert "db.yaml" not in complaint


def test_git_one_process(plan: Plan, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many files there are, git is started as often."""
    traced = repository.parent / "trace"
    monkeypatch.setenv("GIT_TRACE", str(traced))
    plan("--git", "main", "manifests")
    first = traced.read_text(encoding="utf-8").count("trace: built-in")
    for number in range(20):
        write(f"manifests/{number}/a.yaml", MANIFEST.replace("name: postgres\n", f"name: a{number}\n"))
    commit()
    traced.unlink()
    assert plan("--git", "main", "manifests") == (0, NOTHING, "")
    assert traced.read_text(encoding="utf-8").count("trace: built-in") == first


def test_git_worktrees(plan: Plan, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worktree of a bare repository serves, and the bare one itself has nothing that stands there now."""
    bare, tree = repository.parent / "bare.git", repository.parent / "tree"
    output("git", "clone", "--quiet", "--bare", repository, bare)
    output("git", "-C", bare, "worktree", "add", "--quiet", tree, "main")
    monkeypatch.chdir(tree)
    assert plan("--git", "main", "manifests") == (0, NOTHING, "")
    monkeypatch.chdir(bare)
    code, _, complaint = plan("--git", "main", "manifests")
    assert code == 2
    assert "work tree" in complaint


def test_git_closed_pipe(repository: Path) -> None:
    """Whoever reads the plan may stop, and nothing is complained of."""
    write("manifests/db.yaml", CHANGED)
    command = f"'{sys.executable}' -m planton_sts plan --git main manifests | head -c 1 >/dev/null"
    done = run("bash", "-o", "pipefail", "-c", command, cwd=repository)
    assert done.stderr == ""
