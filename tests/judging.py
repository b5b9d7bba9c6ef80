# SPDX-License-Identifier: Apache-2.0
"""What a Kubernetes API server would say: the program that `make judge` builds, asked from here."""

import json
import subprocess
from collections.abc import Iterable
from functools import cache
from threading import Thread
from typing import Any

import pytest

from tables import ROOT

PROGRAM = ROOT / "build" / "judge" / "judge"
needed = pytest.mark.skipif(not PROGRAM.exists(), reason="there is no build/judge: `make judge` builds it, with Go")


def judge(questions: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The answer to each of the questions."""
    process, lines = _process(), [json.dumps({"brief": True, **question}) for question in questions]
    # Both pipes are bounded, so somebody else writes while the answers are read.
    writer = Thread(target=_write, args=(lines,))
    writer.start()
    answers = [json.loads(process.stdout.readline()) for _ in lines]  # type: ignore[union-attr]
    writer.join()
    return answers


def created(objects: Iterable[Any]) -> list[dict[str, Any]]:
    """What the server says to the creation of each of the objects."""
    return judge({"verb": "create", "object": given} for given in objects)


def filled(objects: Iterable[Any]) -> list[dict[str, Any]]:
    """Each of the objects with the defaults that the server fills in, right or not."""
    return judge({"verb": "fill", "object": given, "brief": False} for given in objects)


def faults(answer: dict[str, Any]) -> list[str]:
    """Everything the server finds wrong with an object, and with what its controller makes of it, as texts."""
    own = [f"{error['field']}: {error['detail']}" for error in answer["errors"]]
    warnings = [f"warning: {warning}" for warning in answer["warnings"]]
    made = [f"{made['kind']} {fault}" for made in answer.get("made", []) for fault in faults(made)]
    return [*own, *warnings, *made]


@cache
def _process() -> subprocess.Popen[str]:
    """The one program of this process; it ends when its input does."""
    return subprocess.Popen([PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")


def _write(lines: list[str]) -> None:
    stdin = _process().stdin
    assert stdin
    stdin.writelines(f"{line}\n" for line in lines)
    stdin.flush()
