# SPDX-License-Identifier: Apache-2.0
"""Paths to the bytes that stand there, and bytes to text."""

import codecs
import os
import re
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import AnyStr, BinaryIO

from planton_sts.nodes.faults import MAX_SIZE, Fault
from planton_sts.nodes.yaml_errors import not_text
from planton_sts.wording import because

STDIN = "<stdin>"
# And the path that stands for it.
DASH = "-"
SUFFIXES = {".yaml", ".yml", ".json"}

FilePath = str | os.PathLike[str]
Source = tuple[str, bytes | Fault]

# Whether a path is left out; that of a folder ends with a slash.
Excluded = Callable[[str], bool]


def sources(paths: Iterable[FilePath], stdin: BinaryIO | None) -> Iterator[Source]:
    """What each path holds, under its name; one at a time."""
    for path in paths:
        if str(path) == DASH:
            yield STDIN, _standard_input(stdin)
        elif not str(path):
            # A shell gives an empty path for a variable that is not set.
            yield "", Fault("load.file", "must be the path of a file or folder, and is empty")
        else:
            yield from _at(_tidy(path))


def _standard_input(stdin: BinaryIO | None) -> bytes | Fault:
    if stdin is None and sys.stdin is None:
        return Fault("load.file", "must be open: there is no standard input")
    try:
        return (stdin or sys.stdin.buffer).read(MAX_SIZE + 1)
    except OSError as error:
        return _unreadable(error)


def names_of(path: FilePath, excluded: Excluded | None = None) -> Iterator[str]:
    """The files that `sources` finds in the folder, or the path where it is none; each a path to be read by itself.

    What is excluded is told by its path within the folder, or from the current folder for a file that is named itself.
    """
    if is_folder(path):
        # A folder within that cannot be listed says so when it is read.
        yield from (file for file, _ in _files(_tidy(path), excluded))
    elif excluded is None or str(path) in {"", DASH} or not excluded(os.path.relpath(path)):
        yield str(path)


def is_folder(path: FilePath) -> bool:
    """Whether there is a folder to search; an empty path is none, though Python takes it for the current folder."""
    mode = _mode(str(path)) if str(path) not in {"", DASH} else None
    return mode is not None and stat.S_ISDIR(mode)


# What pathlib leaves out of a path: doubled slashes, `.`, and a slash at the end.
_UNTIDY = re.compile(r"//|(^|/)\.(/|$)|./$")


def _tidy(path: FilePath) -> str:
    """The path as pathlib writes it."""
    text = os.fspath(path)
    if os.sep == "/" and not _UNTIDY.search(text):
        return text
    from pathlib import Path  # noqa: PLC0415 - to import it takes longer than to judge ten files

    return str(Path(text))


def _at(path: str) -> Iterator[Source]:
    content = _content(path)
    if not (isinstance(content, Fault) and is_folder(path)):
        yield _name(path), content
        return
    empty = True
    for file, fault in _files(path):
        empty = False
        yield _name(file), fault or _content(file)
    if empty:
        yield _name(path), Fault("load.empty", "must hold a file that ends in `.yaml`, `.yml` or `.json`")


def _files(folder: str, excluded: Excluded | None = None) -> Iterator[tuple[str, Fault | None]]:
    """The manifests below the folder in order, each folder once; with a fault, the folders that cannot be listed."""
    root, seen = os.path.realpath(folder), set[str]()
    # Each with whether the folder that it stands in says that it is a plain file, so that nobody need look.
    waiting = [(folder, False)]
    while waiting:
        path, is_plain = waiting.pop()
        if path != folder and excluded and excluded(_within(path, folder)):
            continue
        if path != folder and not is_plain and _leads_out(path, root):
            continue
        if is_plain or not is_folder(path):
            if os.path.splitext(path)[1] in SUFFIXES and (is_plain or not _is_device(path)):
                yield path, None
        elif (real := os.path.realpath(path)) not in seen:
            seen.add(real)
            try:
                with os.scandir(path) as entries:
                    within = [entry for entry in entries if not entry.name.startswith(".")]
                within.sort(key=lambda entry: entry.name, reverse=True)
                # What stands in the current folder has its bare name.
                named = [(entry.name if path == os.curdir else entry.path, entry) for entry in within]
                waiting += [(name, entry.is_file(follow_symlinks=False)) for name, entry in named]
            except OSError as error:
                yield path, _unreadable(error)


def _leads_out(path: str, root: str) -> bool:
    """Whether the path is a link to what stands elsewhere than below the root."""
    return os.path.islink(path) and not os.path.join(os.path.realpath(path), "").startswith(os.path.join(root, ""))


def _within(path: str, folder: str) -> str:
    """The path from the folder, with a slash behind a folder's, as patterns of gitignore tell them."""
    return os.path.relpath(path, folder) + ("/" if is_folder(path) else "")


def content_of(path: str) -> bytes:
    """What the file holds, or, as `-`, standard input."""
    content = _standard_input(None) if path == DASH else _content(path)
    if isinstance(content, Fault):
        raise content
    return _bounded(content)


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
    return path if path.isascii() else os.fsencode(path).decode("utf-8", "replace")


def _bounded(content: AnyStr) -> AnyStr:
    if len(content) > MAX_SIZE:
        raise Fault("load.limit", f"must have at most {MAX_SIZE // 2**20} MiB")
    return content


def decode(content: str | bytes) -> str:
    """The text, without a byte order mark; UTF-16 is told by its own."""
    if isinstance(content, str):
        return _bounded(content).removeprefix("\ufeff")
    content = _bounded(content)
    encoding = encoding_of(content)
    try:
        return content.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise not_text(content[: error.start].decode(encoding, "replace")) from None


def encoding_of(content: bytes) -> str:
    """The encoding of the text."""
    return "utf-16" if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8"
