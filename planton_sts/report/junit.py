# SPDX-License-Identifier: Apache-2.0
"""Verdicts as JUnit XML, for CI servers: a suite for each file, a case for each manifest."""

import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from planton_sts.problems import Problem, in_order
from planton_sts.report.verdict import Report, Verdict
from planton_sts.report.wording import label, place, sentence

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(report: Report) -> str:
    """Each manifest as a test case, which fails when the manifest is invalid."""
    seconds = report.seconds or 0
    root = Element("testsuites", {"name": "planton-sts", **_figures(report.verdicts, seconds)})
    # Only the whole run was timed; each manifest gets its share, so that every sum comes out right.
    share = seconds / max(len(report.verdicts), 1)
    for file, verdicts in _by_file(report.verdicts).items():
        suite = SubElement(root, "testsuite", {"name": _clean(file), **_figures(verdicts, share * len(verdicts))})
        for verdict in verdicts:
            _add_case(suite, verdict, share)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, "unicode")}\n'


def _by_file(verdicts: Iterable[Verdict]) -> dict[str, list[Verdict]]:
    found: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        found.setdefault(verdict.file, []).append(verdict)
    return found


def _figures(verdicts: Iterable[Verdict], seconds: float) -> dict[str, str]:
    valid = [verdict.is_valid for verdict in verdicts]
    figures = {"tests": len(valid), "failures": valid.count(False), "errors": 0, "skipped": 0}
    return {**{name: str(count) for name, count in figures.items()}, "time": f"{seconds:.3f}"}


def _add_case(suite: Element, verdict: Verdict, seconds: float) -> None:
    attributes = {"name": _clean(label(verdict)), "classname": _clean(verdict.file), "time": f"{seconds:.3f}"}
    case = SubElement(suite, "testcase", attributes)
    problems = in_order(verdict.problems)
    errors = [problem for problem in problems if problem.severity == "error"]
    others = [problem for problem in problems if problem.severity != "error"]
    # Some servers read only one failure of a case: the first error heads it, the text has them all.
    if errors:
        heading = {"message": _clean(_heading(errors)), "type": _clean(errors[0].rule)}
        SubElement(case, "failure", heading).text = _text(errors)
    if others:
        SubElement(case, "system-out").text = _text(others)


def _heading(errors: list[Problem]) -> str:
    first, *others = errors
    return f"{sentence(first)} (and {len(others)} more)" if others else sentence(first)


def _text(problems: Iterable[Problem]) -> str:
    return _clean("\n".join(line for problem in problems for line in _lines(problem)))


def _lines(problem: Problem) -> Iterator[str]:
    told = (place(problem), problem.severity, f"{sentence(problem)} [{problem.rule}]")
    yield ": ".join(part for part in told if part)
    if problem.hint:
        yield f"  {problem.hint}"


def _clean(text: str) -> str:
    """The text with a mark for each character that XML cannot hold."""
    return _FORBIDDEN.sub("\ufffd", text)
