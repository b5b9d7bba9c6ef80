# SPDX-License-Identifier: Apache-2.0
"""The words that several formats share."""

from planton_sts.problems import Problem
from planton_sts.report.verdict import Report, Verdict


def place(problem: Problem) -> str:
    """Where the problem is, as editors and terminals link it: `file:line:column`, as far as known."""
    return ":".join(str(part) for part in (problem.file, problem.line, problem.column) if part)


def sentence(problem: Problem) -> str:
    """What must be, after the field it is about."""
    return f"{problem.path}: {problem.message}" if problem.path else problem.message


def label(verdict: Verdict) -> str:
    """The manifest's name, or else its number within its file."""
    return verdict.name or f"document {verdict.number + 1}"


def summary(report: Report) -> str:
    """The run in one line: `1,000 manifests, 3 invalid, 0.4 s`."""
    severities = [problem.severity for verdict in report.verdicts for problem in verdict.problems]
    parts = [_counted(len(report.verdicts), "manifest", "manifests"), f"{report.invalid:,} invalid"]
    for severity, noun in (("warning", "warning"), ("info", "note")):
        if severity in severities:
            parts.append(_counted(severities.count(severity), noun, f"{noun}s"))
    if report.skipped:
        parts.append(f"{_counted(report.skipped, 'other document', 'other documents')} skipped")
    if report.seconds is not None:
        parts.append(_time(report.seconds))
    return ", ".join(parts)


def _counted(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"


def _time(seconds: float) -> str:
    return f"{seconds:,.1f} s" if seconds >= 0.1 else f"{seconds * 1000:.0f} ms"  # noqa: PLR2004
