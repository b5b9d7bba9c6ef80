# SPDX-License-Identifier: Apache-2.0
"""`planton-sts image` and `image()`: the compiled protos of this checkout."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from google.protobuf.descriptor_pb2 import FileDescriptorSet

from commands import run
from planton_sts import image
from tables import ROOT

COMMAND = [sys.executable, "-m", "planton_sts", "image"]


def test_image_is_of_the_protos_as_they_are() -> None:
    """Whoever changed a proto made the image anew, as `make gen` and `make image` do."""
    files = FileDescriptorSet.FromString(image().read_bytes()).file
    protos = sorted(path.relative_to(ROOT / "proto").as_posix() for path in (ROOT / "proto").rglob("*.proto"))
    assert sorted(file.name for file in files if file.name.startswith("org/")) == protos


def test_standard_output_and_file_get_the_same(tmp_path: Path) -> None:
    """The image goes to standard output, or to the file that is named."""
    printed = subprocess.run(COMMAND, capture_output=True, check=True).stdout
    subprocess.run([*COMMAND, "--out", tmp_path / "image.binpb"], check=True)
    assert printed == (tmp_path / "image.binpb").read_bytes() == image().read_bytes()


def test_terminal_gets_a_sentence() -> None:
    """A terminal is told what to write, and sees no binary."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    try:
        refused = subprocess.run(COMMAND, stdout=theirs, stderr=subprocess.PIPE, text=True, check=False)
    finally:
        os.close(theirs)
        os.close(ours)
    assert refused.returncode == 2
    assert "name a file with --out" in refused.stderr


def test_file_that_cannot_be_written(tmp_path: Path) -> None:
    """What cannot be written is named."""
    refused = run(*COMMAND, "--out", tmp_path / "missing" / "image.binpb")
    assert refused.returncode == 2
    assert refused.stderr == f"Error: {tmp_path}/missing/image.binpb: no such file or directory\n"
