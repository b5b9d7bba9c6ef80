# SPDX-License-Identifier: Apache-2.0
"""`planton-sts convert` from what services send: within bounds, with places, and without a loss in silence."""

import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from planton_sts import KubernetesStatefulSet, load_one
from planton_sts.cli import main
from planton_sts.loading import kinds, sources
from tables import ROOT

EXAMPLE = ROOT / "examples" / "postgres.yaml"
MANIFEST = load_one(EXAMPLE.read_bytes()).message
# Field 999, the number 1; its value is nobody's business.
NEWER = b"\xb8\x3e\x01"
SECRET = "hunter2-do-not-show"  # noqa: S105 - nobody's

Convert = Callable[..., tuple[int, bytes, str]]


@pytest.fixture
def convert(capfdbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> Convert:
    """Convert a file of that content; the exit code, output, and errors with the file called FILE."""

    def call(content: bytes, *arguments: str) -> tuple[int, bytes, str]:
        file = tmp_path / "input"
        file.write_bytes(content)
        code = main(["convert", str(file), *arguments])
        captured = capfdbinary.readouterr()
        return code, captured.out, captured.err.decode().replace(str(file), "FILE")

    return call


MALFORMED = "must be a KubernetesStatefulSet in protobuf's text form"
TEXTS = {
    "open quote": (f'kind: "{SECRET}', f"FILE:1:7: {MALFORMED}"),
    "unknown field": (f'kind: "a"\nspec {{\n  {SECRET}: 1\n}}\n', f"FILE:3:3: {MALFORMED}"),
    "wrong type": (f"kind: {SECRET}", f"FILE:1:7: {MALFORMED}"),
    "deep": ("spec {" * 10_000, f"FILE:1:7: {MALFORMED}"),
    "deep, of nothing": ("{" * 100_000, f"FILE:1:1: {MALFORMED}"),
    "not UTF-8": (f'kind: "{SECRET}\xff"', "FILE:1:27: must be text in UTF-8, which has no such character here"),
}


@pytest.mark.parametrize(("text", "said"), TEXTS.values(), ids=TEXTS)
def test_text_that_cannot_be_read(convert: Convert, text: str, said: str) -> None:
    """The line and the column are told, and nothing of what stands there."""
    code, out, err = convert(text.encode("latin-1"), "--from", "text")
    assert (code, out, err) == (2, b"", f"Error: {said}\n")


# A group within a group, and so on: nobody knows the field, but a reader has to find its end.
DEEP = b"\xbb\x3e" * 10_000 + b"\xbc\x3e" * 10_000


@pytest.mark.parametrize("content", [b"\xff" * 20, DEEP, SECRET.encode()], ids=["no fields", "deep", "text"])
def test_binary_that_cannot_be_read(convert: Convert, content: bytes) -> None:
    """Bytes have no lines, and are not quoted either."""
    code, out, err = convert(content, "--from", "binary")
    assert (code, out) == (2, b"")
    assert err == "Error: FILE: must be a KubernetesStatefulSet in protobuf's binary form\n"


@pytest.mark.parametrize("form", ["binary", "text", "manifest"])
def test_size_is_bounded(convert: Convert, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    """No more is read than of a manifest."""
    for module in (sources, kinds):
        monkeypatch.setattr(module, "MAX_SIZE", 1000)
    code, out, err = convert(b"#" * 1001, "--from", form)
    assert (code, out) == (2, b"")
    assert "must have at most" in err


@pytest.mark.parametrize("form", ["binary", "text"])
def test_what_is_no_file(capsys: pytest.CaptureFixture[str], tmp_path: Path, form: str) -> None:
    """A folder or a path that leads nowhere is told."""
    for path, said in ((tmp_path, "must be readable: is a directory"), (tmp_path / "none", "must exist")):
        assert main(["convert", str(path), "--from", form]) == 2
        assert capsys.readouterr().err == f"Error: {path}: {said}\n"


@pytest.mark.parametrize("form", ["yaml", "short", "json", "text"])
def test_unknown_fields_are_told(convert: Convert, form: str) -> None:
    """What only binary can hold is left out, with a warning for each message that has some."""
    assert isinstance(MANIFEST, KubernetesStatefulSet)
    newer = KubernetesStatefulSet.FromString(MANIFEST.SerializeToString() + NEWER)
    newer.spec.container.app.ports[0].MergeFromString(NEWER)
    code, out, err = convert(newer.SerializeToString(), "--from", "binary", "--to", form)
    first, second = err.splitlines()
    assert code == 0
    assert first.startswith("FILE: warning: must have no field that this version of the API does not know")
    assert second.startswith("FILE: warning: spec.container.app.ports[0]: must have no field")
    assert convert(MANIFEST.SerializeToString(), "--from", "binary", "--to", form) == (0, out, "")


def test_unknown_fields_stay_in_binary(convert: Convert) -> None:
    """From binary to binary nothing is lost, and nothing is said."""
    assert MANIFEST is not None
    newer = MANIFEST.SerializeToString(deterministic=True) + NEWER
    assert convert(newer, "--from", "binary", "--to", "binary") == (0, newer, "")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_binary_is_not_shown() -> None:
    """A terminal is no place for it."""
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "planton_sts", "convert", EXAMPLE, "--to", "binary"],
        stdout=theirs,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 2
    assert "binary is no text to show" in done.stderr
