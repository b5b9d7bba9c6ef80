# SPDX-License-Identifier: Apache-2.0
"""A folder of rendered objects: it holds what the last run wrote, and what others put there."""

import errno
import os
import signal
from pathlib import Path
from typing import Any

import pytest
import yaml

from planton_sts.cli import INTERRUPTED, folder, main
from tables import ROOT

GOOD = ROOT / "examples" / "postgres.yaml"
SECRET = "database_secret_postgres-env-secrets.yaml"  # noqa: S105 - a file's name
SERVICE = "database_service_postgres.yaml"


def contents(root: Path) -> dict[str, str]:
    """Every file below the folder."""
    return {str(path.relative_to(root)): path.read_text("utf-8") for path in root.rglob("*") if path.is_file()}


def resources(root: Path) -> list[str]:
    """What the kustomization lists."""
    listed: list[str] = yaml.safe_load((root / folder.KUSTOMIZATION).read_text("utf-8"))["resources"]
    return listed


@pytest.fixture
def deploy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A folder that an earlier run wrote, a Secret included."""
    root = tmp_path / "deploy"
    assert render(root) == 0
    assert SECRET in contents(root)
    capsys.readouterr()
    return root


def render(root: Path, *options: str) -> int:
    """The exit code of a run into the folder."""
    return main(["render", str(GOOD), "--out-dir", str(root), *options])


def test_what_is_stale_goes(deploy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A Secret rendered before does not stay beside `--secrets omit`, and the run says so."""
    assert render(deploy, "--secrets", "omit") == 0
    out, err = capsys.readouterr()
    assert err == f"Removed {deploy / SECRET}\n"
    assert out.splitlines() == [*(str(deploy / name) for name in resources(deploy)), str(deploy / "kustomization.yaml")]
    assert {*resources(deploy), "kustomization.yaml"} == contents(deploy).keys()
    assert SECRET not in contents(deploy)


def test_files_of_others_stay(deploy: Path) -> None:
    """What has not our mark with its own name is never touched, in whatever case it is spelt, link or copy."""
    ours = (deploy / SECRET).read_text("utf-8")
    (deploy / "copy.yaml").write_text(ours, "utf-8")
    (deploy / SECRET.upper()).write_text(ours, "utf-8")
    (deploy / "policy.yaml").write_text("kind: NetworkPolicy\n", "utf-8")
    (deploy / "link.yaml").symlink_to(deploy / SECRET)
    (deploy / SECRET).rename(deploy.parent / SECRET)
    (deploy / SECRET).symlink_to(deploy.parent / SECRET)
    kept = {name: text for name, text in contents(deploy).items() if name not in resources(deploy)}
    assert render(deploy, "--secrets", "omit") == 0
    found = contents(deploy)
    assert {**found, **kept, "kustomization.yaml": ""} == {**found, "kustomization.yaml": ""}
    assert (deploy / SECRET).is_symlink()
    assert (deploy.parent / SECRET).read_text("utf-8") == ours


@pytest.mark.parametrize("name", [SERVICE, "kustomization.yaml"])
@pytest.mark.parametrize("what", ["file", "folder", "link", "dangling link"])
def test_what_is_in_the_way_stops_the_run(
    name: str, what: str, deploy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file, a folder or a link that we did not write is not overwritten, and then nothing is."""
    (deploy / name).unlink()
    if what == "file":
        (deploy / name).write_text("kind: Mine\n", "utf-8")
    elif what == "folder":
        (deploy / name).mkdir()
    else:
        target = deploy.parent / "target.yaml"
        if what == "link":
            target.write_text(folder.MARK.format(name) + "\n", "utf-8")
        (deploy / name).symlink_to(target)
    before = contents(deploy)
    assert render(deploy, "--secrets", "omit") == 2
    assert f"{deploy / name}: must not be there; planton-sts did not write it" in capsys.readouterr().err
    assert contents(deploy) == before


def test_resources_of_others_stay_in_the_kustomization(deploy: Path) -> None:
    """What a person added to the list stays in it, after ours; what is no longer there does not."""
    (deploy / "policy.yaml").write_text("kind: NetworkPolicy\n", "utf-8")
    (deploy / SECRET).unlink()
    file = deploy / "kustomization.yaml"
    remote = "https://example.com/more.yaml"
    file.write_text(f"---\n{file.read_text('utf-8')}- policy.yaml\n- gone.yaml\n- {remote}\n", "utf-8")
    for _ in range(2):
        assert render(deploy, "--secrets", "omit") == 0
        assert resources(deploy)[-2:] == ["policy.yaml", remote]
        assert not {SECRET, "gone.yaml"} & set(resources(deploy))


@pytest.mark.parametrize("added", ["namePrefix: a-\n", "resources: {}\n", "- {a: b}\n", "'\n", "---\n'\n"])
def test_kustomization_that_holds_more_stops_the_run(
    added: str, deploy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What else a person wrote into it is neither lost nor guessed at."""
    file = deploy / "kustomization.yaml"
    text = file.read_text("utf-8")
    file.write_text((folder.MARK.format(file.name) + "\n" if added[0] == "r" else text) + added, "utf-8")
    before = contents(deploy)
    assert render(deploy, "--secrets", "omit") == 2
    assert "must hold nothing but resources" in capsys.readouterr().err
    assert contents(deploy) == before


@pytest.mark.parametrize("at", [0, 3])
@pytest.mark.parametrize("step", ["write", "move"])
def test_full_disk_leaves_the_folder_whole(
    step: str, at: int, deploy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where one file finds no room, the folder is what it was, and nothing of the run is left."""
    (deploy / SECRET).unlink()
    (deploy / SERVICE).unlink()
    before = contents(deploy)
    calls = iter(range(100))

    def full(*given: Any) -> Any:
        if next(calls) == (at if step == "write" else bool(at)):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(given[0]))
        return real(*given)

    owner, name = (folder, "_write") if step == "write" else (Path, "replace")
    real = getattr(owner, name)
    monkeypatch.setattr(owner, name, full)
    assert render(deploy) == 2
    assert "no space left on device" in capsys.readouterr().err
    assert contents(deploy) == before
    assert not list(deploy.glob(".*"))


def test_folder_that_cannot_be_written(
    deploy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder in which nothing may be made is said so."""

    def denied(**_: Any) -> str:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(deploy))

    monkeypatch.setattr(folder.tempfile, "mkdtemp", denied)
    before = contents(deploy)
    assert render(deploy) == 2
    assert capsys.readouterr().err == f"Error: {deploy}: permission denied\n"
    assert contents(deploy) == before


@pytest.mark.parametrize("during", ["_write", "_move"])
def test_interrupt(during: str, deploy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C leaves the old folder or the new one, never a mixture."""
    before, real = contents(deploy), getattr(folder, during)

    def interrupted(*given: Any) -> None:
        signal.raise_signal(signal.SIGINT)
        real(*given)

    monkeypatch.setattr(folder, during, interrupted)
    assert render(deploy, "--secrets", "omit") == INTERRUPTED
    assert (contents(deploy) == before) is (during == "_write")
    assert (SECRET in contents(deploy)) is (SECRET in resources(deploy)) is (during == "_write")
    assert not list(deploy.glob(".*"))
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_leftovers_of_a_broken_run_go(deploy: Path) -> None:
    """What a run that was killed left aside is swept out by the next."""
    left = deploy / f"{folder.ASIDE}x"
    left.mkdir()
    (left / SECRET).write_text("a secret", "utf-8")
    elsewhere = deploy.parent / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "a").write_text("mine", "utf-8")
    (deploy / f"{folder.ASIDE}link").symlink_to(elsewhere)
    assert render(deploy) == 0
    assert not left.exists()
    assert (elsewhere / "a").exists()


def test_nobody_else_may_read(deploy: Path) -> None:
    """Secrets are among the files."""
    assert {path.stat().st_mode & 0o777 for path in deploy.iterdir()} == {0o600}


def test_folder_that_is_a_link(deploy: Path) -> None:
    """The folder itself may be a link to one."""
    link = deploy.parent / "link"
    link.symlink_to(deploy)
    assert render(link, "--secrets", "omit") == 0
    assert SECRET not in contents(deploy)
