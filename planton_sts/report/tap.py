# SPDX-License-Identifier: Apache-2.0
"""Verdicts in the Test Anything Protocol, version 14: a test point for each manifest."""

from collections.abc import Iterator
from textwrap import indent

from planton_sts.problems import in_order
from planton_sts.report.json import record
from planton_sts.report.verdict import Report, Verdict
from planton_sts.report.wording import label, summary
from planton_sts.wording import visible
from planton_sts.write import dumps


def tap(report: Report) -> str:
    """Each manifest as a test point, its problems as YAML below it."""
    points = "".join(line for number, verdict in enumerate(report.verdicts, 1) for line in _point(number, verdict))
    return f"TAP version 14\n1..{len(report.verdicts)}\n{points}# {summary(report)}\n"


def _point(number: int, verdict: Verdict) -> Iterator[str]:
    outcome = "ok" if verdict.is_valid else "not ok"
    yield f"{outcome} {number} - {_description(verdict)}\n"
    if verdict.problems:
        found = dumps([{"problems": [record(problem) for problem in in_order(verdict.problems)]}])
        yield indent(f"---\n{found}...\n", "  ")


def _description(verdict: Verdict) -> str:
    """File and name on one line, with escapes for the two characters that TAP gives a meaning."""
    text = visible(f"{verdict.file}: {label(verdict)}" if verdict.file else label(verdict))
    return text.replace("\\", "\\\\").replace("#", "\\#")
