# SPDX-License-Identifier: Apache-2.0
"""Objects as files of a folder that kustomize reads: all of them or none, and none of an earlier run beside them."""

import os
import shutil
import signal
import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import click

from planton_sts.cli.pieces import Piece
from planton_sts.loading import reads
from planton_sts.wording import because
from planton_sts.write import dumps

KUSTOMIZATION = "kustomization.yaml"
HEAD = {"apiVersion": "kustomize.config.k8s.io/v1beta1", "kind": "Kustomization"}
# The line by which a file is known as ours. It names the file, so that a copy under another name is not ours.
MARK = "# Written by planton-sts as {}; its next run into this folder replaces or removes this file."
# Formatters put a line or two above it.
MARK_WITHIN = 3
# Where files wait until all are written; what a broken run left there is swept out.
ASIDE = ".planton-sts-"


class Changes(NamedTuple):
    """What became of a folder: the files that were written, and those of an earlier run that were removed."""

    written: list[str]
    removed: list[str]


def write_folder(folder: str, pieces: Sequence[Piece]) -> Changes:
    """Write a file for each object and a kustomization.yaml that lists them, and remove what an earlier run left."""
    root = Path(folder)
    try:
        root.mkdir(parents=True, exist_ok=True)
        ours = {path.name for path in root.glob("*.yaml") if _is_ours(path)}
        files = {piece.file_name: piece.text for piece in pieces}
        for name in (*files, KUSTOMIZATION):
            if name not in ours and os.path.lexists(root / name):
                raise click.ClickException(f"{root / name}: must not be there; planton-sts did not write it")
        listed = [*files, *_others(root, {*files, *ours})]
        files[KUSTOMIZATION] = dumps([{**HEAD, "resources": listed}])
        stale = sorted(ours - files.keys())
        _replace(root, {name: f"{MARK.format(name)}\n{text}" for name, text in files.items()}, stale)
    except OSError as error:
        raise click.ClickException(f"{error.filename or folder}: {because(error)}") from None
    return Changes([str(root / name) for name in files], [str(root / name) for name in stale])


def _is_ours(path: Path) -> bool:
    """Whether we wrote the file; a link is somebody else's, whatever it leads to."""
    if path.is_symlink() or not path.is_file():
        return False
    with path.open(encoding="utf-8", errors="replace") as file:
        return MARK.format(path.name) in map(str.rstrip, islice(file, MARK_WITHIN))


def _others(root: Path, ours: set[str]) -> list[str]:
    """The resources that somebody added to the kustomization; they stay, as long as they are there."""
    file = root / KUSTOMIZATION
    if not file.exists():
        return []
    documents = reads(file.read_bytes())
    data = documents[0].data() if len(documents) == 1 else None
    listed = data.get("resources") if isinstance(data, dict) and data.keys() <= {*HEAD, "resources"} else None
    if not isinstance(listed, list) or not all(isinstance(resource, str) for resource in listed):
        raise click.ClickException(
            f"{file}: must hold nothing but resources to be written anew; put the rest into the kustomization of "
            "another folder, and this folder among its resources"
        )
    return [resource for resource in listed if resource not in ours and ("/" in resource or (root / resource).exists())]


def _replace(root: Path, files: Mapping[str, str], stale: Iterable[str]) -> None:
    """Write all files aside, move them to their places, the kustomization last, and remove what is stale."""
    for left in root.glob(f"{ASIDE}*"):
        if not left.is_symlink():
            shutil.rmtree(left)
    aside = Path(tempfile.mkdtemp(dir=root, prefix=ASIDE))
    try:
        for name, text in files.items():
            _write(aside / name, text)
        with _undisturbed():
            _move(aside, root, files)
            for name in stale:
                (root / name).unlink()
    finally:
        shutil.rmtree(aside)


def _write(path: Path, text: str) -> None:
    """Write a new file; Secrets are among them, so nobody else may read it."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def _move(aside: Path, root: Path, names: Iterable[str]) -> None:
    """Move the files to their places: first those that need room in the folder, which go again if there is none."""
    new = [name for name in names if not (root / name).exists()]
    try:
        for name in new:
            (aside / name).replace(root / name)
    except OSError:
        for name in new:
            (root / name).unlink(missing_ok=True)
        raise
    for name in names:
        if name not in new:
            (aside / name).replace(root / name)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Where Ctrl-C has to wait for the end."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    pressed: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _: pressed.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if pressed:
        raise KeyboardInterrupt
