# SPDX-License-Identifier: Apache-2.0
"""Paths to the bytes that stand there, and bytes to text."""

import codecs
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from planton_sts.loading.faults import MAX_SIZE, Fault
from planton_sts.loading.lines import Lines
from planton_sts.wording import because

STDIN = "<stdin>"
SUFFIXES = {".yaml", ".yml", ".json"}

Source = tuple[str, bytes | Fault]


def sources(paths: Iterable[str | Path], stdin: BinaryIO | None) -> Iterator[Source]:
    """What each path holds, under its name; one at a time."""
    for path in paths:
        if str(path) == "-":
            yield STDIN, _standard_input(stdin)
        elif not str(path):
            # Python takes an empty path for the current folder; a shell gives one for a variable that is not set.
            yield "", Fault("load.file", "must be the path of a file or folder, and is empty")
        else:
            yield from _at(str(Path(path)))


def _standard_input(stdin: BinaryIO | None) -> bytes | Fault:
    if stdin is None and sys.stdin is None:
        return Fault("load.file", "must be open: there is no standard input")
    return (stdin or sys.stdin.buffer).read(MAX_SIZE + 1)


def names_of(paths: Iterable[str | Path]) -> Iterator[str]:
    """The paths with each folder replaced by the files that `sources` finds in it; a path to be read by itself."""
    for path in paths:
        is_folder = str(path) not in {"", "-"} and _is_folder(str(path))
        found = list(_files(str(Path(path)))) if is_folder else []
        files = [file for file in found if isinstance(file, str)]
        # A folder in which something is amiss is left whole, for reading it to say what.
        yield from files if files and len(files) == len(found) else [str(path)]


def _at(path: str) -> Iterator[Source]:
    if not _is_folder(path):
        yield _name(path), _content(path)
        return
    empty = True
    for file in _files(path):
        empty = False
        yield (_name(file), _content(file)) if isinstance(file, str) else file
    if empty:
        yield _name(path), Fault("load.empty", "must hold a file that ends in `.yaml`, `.yml` or `.json`")


def _files(folder: str) -> Iterator[str | Source]:
    """The manifests below the folder in order, each folder once, or why one cannot be listed."""
    waiting, seen = [folder], set[str]()
    while waiting:
        path = waiting.pop()
        if not _is_folder(path):
            if os.path.splitext(path)[1] in SUFFIXES and not _is_device(path):
                yield path
        elif (real := os.path.realpath(path)) not in seen:
            seen.add(real)
            try:
                names = sorted((name for name in os.listdir(path) if not name.startswith(".")), reverse=True)
                waiting += names if path == os.curdir else [os.path.join(path, name) for name in names]
            except OSError as error:
                yield _name(path), _unreadable(error)


def _content(path: str) -> bytes | Fault:
    try:
        with open(path, "rb") as file:
            # Room is made for all that is asked for; what is no plain file tells no size.
            size = os.fstat(file.fileno()).st_size or MAX_SIZE
            return file.read(min(size, MAX_SIZE) + 1)
    except (OSError, ValueError) as error:
        return _unreadable(error)


def _unreadable(error: OSError | ValueError) -> Fault:
    if isinstance(error, FileNotFoundError):
        return Fault("load.file", "must exist")
    reason = because(error) if isinstance(error, OSError) else "it has no valid name"
    return Fault("load.file", f"must be readable: {reason}")


def _is_folder(path: str) -> bool:
    mode = _mode(path)
    return mode is not None and stat.S_ISDIR(mode)


def _is_device(path: str) -> bool:
    """Whether reading the file could wait for ever; one that cannot be looked at is read, which tells why."""
    mode = _mode(path)
    return mode is not None and not stat.S_ISREG(mode)


def _mode(path: str) -> int | None:
    try:
        return os.stat(path).st_mode
    except (OSError, ValueError):
        return None


def _name(path: str) -> str:
    """The path as it can be shown; file systems hold names that are no Unicode text."""
    return os.fsencode(path).decode("utf-8", "replace")


def decode(content: str | bytes) -> str:
    """The text, without a byte order mark; UTF-16 is told by its own."""
    if len(content) > MAX_SIZE:
        raise Fault("load.limit", f"must have at most {MAX_SIZE // 2**20} MiB")
    if isinstance(content, str):
        return content.removeprefix("\ufeff")
    encoding = "utf-16" if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8"
    try:
        return content.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise not_text(content[: error.start].decode(encoding, "replace")) from None


def not_text(before: str) -> Fault:
    """The fault that stands behind the part that could be read."""
    message = "must be text in UTF-8, which has no such character here"
    return Fault("load.encoding", message, mark=Lines(before).mark(len(before)))
