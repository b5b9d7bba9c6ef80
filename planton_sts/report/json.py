# SPDX-License-Identifier: Apache-2.0
"""Problems as a JSON list, for programs."""

from json import dumps

from planton_sts.problems import Problem
from planton_sts.report.verdict import Report

KEYS = ("file", "line", "column", "path", "rule", "severity", "message", "hint")


def json(report: Report) -> str:
    """Every problem as an object of a list, and nothing else."""
    # Only escapes can hold the lone surrogates that a file's name may have.
    return dumps([record(problem) for problem in report.problems()], indent=2, ensure_ascii=True) + "\n"


def record(problem: Problem) -> dict[str, str | int | None]:
    """The problem as programs read it."""
    return {key: getattr(problem, key) for key in KEYS}
