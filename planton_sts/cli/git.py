# SPDX-License-Identifier: Apache-2.0
"""The git command, asked for names, and for what a repository holds as it is stored.

That runs no filter, hook, text conversion or fetch, whatever the repository's attributes and configuration ask for.
"""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, NamedTuple

import click

from planton_sts.nodes.faults import MAX_SIZE
from planton_sts.wording import because, visible

# What a partial clone lacks is not fetched, by whatever program its configuration names for that.
_SAFE = {"GIT_ALLOW_PROTOCOL": "", "GIT_NO_LAZY_FETCH": "1"}
# What an answer begins with that holds something: an object, or where a link leads that cannot be followed.
_HOLDING = {"blob", "commit", "tag", "tree", "dangling", "loop", "symlink"}
# How much is let go at once of what is too large to be kept.
_PIECE = 2**20


class Stored(NamedTuple):
    """What a repository holds under a name.

    Attributes:
        type: `blob`, `tree` or `commit`; `symlink`, `dangling` or `loop` for a link that leads out, nowhere or back.
        content: What it holds, or where the link leads; no more than anybody reads.
        id: Its id; empty for a link.

    """

    type: str
    content: bytes
    id: str


class Store:
    """What the repository holds in which the command runs; one process is asked for one name after another."""

    def __init__(self, questions: IO[bytes], answers: IO[bytes]) -> None:
        self._questions, self._answers = questions, answers

    def find(self, name: str) -> Stored | None:
        """What the repository holds under the name, links followed; None for nothing."""
        if "\n" in name:
            return None  # a line asks for one name
        try:
            self._questions.write(os.fsencode(f"{name}\n"))
            self._questions.flush()
            return self._answer()
        except OSError as error:
            raise _failed(because(error)) from None

    def _answer(self) -> Stored | None:
        answer = self._answers.readline()
        if not answer:
            raise _failed("it ended early, as it does where a partial clone lacks a file that `git show` would fetch")
        kind, *words = os.fsdecode(answer).split()
        if kind not in _HOLDING:
            return None
        size = int(words[0])
        content = self._answers.read(min(size, MAX_SIZE + 1))
        left = size - len(content) + len(b"\n")
        while left and (dropped := self._answers.read(min(left, _PIECE))):
            left -= len(dropped)
        return Stored(kind, content, words[1] if words[1:] else "")


@contextmanager
def store() -> Iterator[Store]:
    """The store of the repository, for as long as the block runs."""
    form = "--batch=%(objecttype) %(objectsize) %(objectname)"
    with _started("cat-file", "--follow-symlinks", form, stderr=subprocess.DEVNULL) as process:
        questions, answers = process.stdin, process.stdout
        assert questions is not None  # noqa: S101 - for the type checker
        assert answers is not None  # noqa: S101 - likewise
        yield Store(questions, answers)


def git(*arguments: str) -> str:
    """What git prints; its complaint ends the run."""
    with _started(*arguments) as process:
        told, complaint = process.communicate()
    if process.returncode:
        raise _failed(os.fsdecode(complaint).strip().removeprefix("fatal: ") or "it says no more")
    return os.fsdecode(told)


def _started(*arguments: str, stderr: int = subprocess.PIPE) -> subprocess.Popen[bytes]:
    command, safely, pipe = ["git", *arguments], {**os.environ, **_SAFE}, subprocess.PIPE
    try:
        return subprocess.Popen(command, env=safely, stdin=pipe, stdout=pipe, stderr=stderr)  # noqa: S603 - no shell
    except FileNotFoundError:
        raise click.ClickException("git must be installed to tell what stood at a revision") from None
    except OSError as error:
        raise _failed(because(error)) from None
    except ValueError as error:
        raise _failed(str(error)) from None


def _failed(reason: str) -> click.ClickException:
    return click.ClickException(visible(f"git cannot tell: {reason}"))
