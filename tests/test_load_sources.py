# SPDX-License-Identifier: Apache-2.0
"""Where manifests come from: files, folders, standard input."""

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from planton_sts.loading import load, read, sources
from planton_sts.nodes.faults import Fault

MANIFEST = "metadata: {name: a}\nspec: {}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of manifests and other things."""
    for name in ("b.yaml", "a.yml", "c.json", "d/e.yaml", "d.yaml", "Z.yaml", ".git/x.yaml", "d/.x.yaml", "x.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(MANIFEST)
    return tmp_path


def found(*paths: str | Path) -> list[tuple[str, list[str]]]:
    return [(document.source, [problem.rule for problem in document.problems]) for document in load(*paths)]


def test_folders(folder: Path) -> None:
    """A folder's manifests come in order, those of its folders among them, hidden ones left out."""
    names = ["Z.yaml", "a.yml", "b.yaml", "c.json", "d/e.yaml", "d.yaml"]
    assert found(folder) == [(str(folder / name), []) for name in names]


def test_paths_are_read_as_given(folder: Path) -> None:
    """A file is read whatever its name, in the order of the arguments, and as often as it is named."""
    paths = [str(folder / "x.txt"), folder / "d/.x.yaml", folder / "x.txt"]
    assert found(*paths) == [(str(path), []) for path in paths]


def test_links(folder: Path) -> None:
    """A link is followed once, so one that leads up does no harm; one that leads nowhere is a problem."""
    (folder / "d/up").symlink_to(folder)
    (folder / "d/file.yaml").symlink_to(folder / "x.txt")
    (folder / "d/lost.yaml").symlink_to(folder / "nothing")
    (folder / "d/self.yaml").symlink_to(folder / "d/self.yaml")
    names = [("e.yaml", []), ("file.yaml", []), ("lost.yaml", ["load.file"]), ("self.yaml", ["load.file"])]
    assert [row for row in found(folder) if "/d/" in row[0]] == [
        (str(folder / "d" / name), rules) for name, rules in names
    ]


def test_queues_in_folders_are_not_read(tmp_path: Path) -> None:
    """What is no file could keep its reader waiting."""
    os.mkfifo(tmp_path / "queue.yaml")
    (tmp_path / "a.yaml").write_text(MANIFEST)
    assert found(tmp_path) == [(str(tmp_path / "a.yaml"), [])]


MISSING: list[tuple[str, Callable[[Path], Path | str], str]] = [
    ("no file", lambda folder: folder / "nothing.yaml", "must exist"),
    ("file as a folder", lambda folder: folder / "x.txt" / "y.yaml", "must be readable: not a directory"),
    ("name that cannot be", lambda folder: f"{folder}/\0.yaml", "must be readable: it has no valid name"),
    ("long name", lambda folder: folder / ("x" * 300), "must be readable: file name too long"),
]


@pytest.mark.parametrize(("path", "message"), [row[1:] for row in MISSING], ids=[row[0] for row in MISSING])
def test_what_cannot_be_read(folder: Path, path: Callable[[Path], Path | str], message: str) -> None:
    """A path that cannot be read is a problem, and the others are read."""
    first, second = load(path(folder), folder / "a.yml")
    assert [(problem.rule, problem.message, problem.file) for problem in first.problems] == [
        ("load.file", message, str(path(folder)))
    ]
    assert second.problems == []


def test_folder_that_cannot_be_listed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that may not be listed is a problem of its own, and its path one to be read."""
    listing = os.scandir

    def scandir(path: str) -> object:
        if path == str(folder / "d"):
            raise PermissionError(13, "Permission denied")
        return listing(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert [row for row in found(folder) if row[1]] == [(str(folder / "d"), ["load.file"])]
    assert str(folder / "d") in sources.names_of(folder)
    assert found(folder / "d") == [(str(folder / "d"), ["load.file"])]


def test_empty_folder(tmp_path: Path) -> None:
    """A folder that holds no manifest is hardly what was meant."""
    assert found(tmp_path) == [(str(tmp_path), ["load.empty"])]


def test_names_that_are_no_text(tmp_path: Path) -> None:
    """A file's name that is no Unicode is shown as well as can be."""
    path = os.fsencode(tmp_path) + b"/\xff.yaml"
    try:
        Path(os.fsdecode(path)).write_text(MANIFEST)
    except OSError:
        pytest.skip("this file system takes only Unicode names")
    assert found(tmp_path) == [(f"{tmp_path}/\ufffd.yaml", [])]


def test_standard_input(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` is standard input, as given or of the process, among other paths."""
    stdin = io.BytesIO(b"metadata: {name: b}\n---\nmetadata: {name: c}\n")
    names = [(document.source, document.index) for document in load(folder / "a.yml", "-", stdin=stdin)]
    assert names == [(str(folder / "a.yml"), 0), ("<stdin>", 0), ("<stdin>", 1)]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(MANIFEST.encode())))
    assert found("-") == [("<stdin>", [])]


def test_files_are_read_one_at_a_time(folder: Path) -> None:
    """A later file is read when its documents are asked for."""
    documents = load(folder / "a.yml", folder / "b.yaml")
    assert next(documents).problems == []
    (folder / "b.yaml").write_text("kind: KubernetesStatefulSet\nspec: [")
    assert [problem.rule for problem in next(documents).problems] == ["load.yaml"]


def test_documents_of_other_kinds(folder: Path) -> None:
    """Reading gives documents of other kinds too."""
    (folder / "a.yml").write_text("kind: ConfigMap\n---\nmetadata: {}\nspec: {}\n")
    assert [document.foreign for document in read(folder / "a.yml")] == [True, False]
    assert [document.index for document in load(folder / "a.yml")] == [1]


def test_nothing_given() -> None:
    """No path, no document."""
    assert list(load()) == []


def test_files_of_a_folder(folder: Path, tmp_path: Path) -> None:
    """The names of what would be read, so that others can read it."""
    assert list(sources.names_of(folder / "d")) == [str(folder / "d" / "e.yaml")]
    for path in ("-", "", folder / "x.txt"):
        assert list(sources.names_of(path)) == [str(path)]
    (tmp_path / "empty").mkdir()
    assert list(sources.names_of(tmp_path / "empty")) == []


def test_faults_are_errors() -> None:
    """A fault tells what it is about."""
    assert Fault("load.file", "must exist").complaint == ("load.file", "must exist", "")


def test_current_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands in the current folder is named without it."""
    monkeypatch.chdir(folder / "d")
    assert [document.source for document in load(".")] == ["e.yaml"]
