# SPDX-License-Identifier: Apache-2.0
"""Objects as files of a folder that kustomize reads."""

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

import click

from planton_sts.cli.pieces import Piece
from planton_sts.wording import because
from planton_sts.write import dumps


def write_folder(folder: str, pieces: Sequence[Piece]) -> list[str]:
    """Write a file for each object and a kustomization.yaml that lists them; the names of the files.

    Each file is replaced in one step, the kustomization last, so that nobody reads half of one.
    """
    files = {piece.file_name: piece.text for piece in pieces}
    kustomization = {"apiVersion": "kustomize.config.k8s.io/v1beta1", "kind": "Kustomization", "resources": [*files]}
    files["kustomization.yaml"] = dumps([kustomization])
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            _replace(Path(folder) / name, text)
    except OSError as error:
        raise click.ClickException(f"{error.filename or folder}: {because(error)}") from None
    return [str(Path(folder) / name) for name in files]


def _replace(path: Path, text: str) -> None:
    """Write the file beside its place and move it there; Secrets are among them, so nobody else may read it."""
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
