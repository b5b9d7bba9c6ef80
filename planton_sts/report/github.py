# SPDX-License-Identifier: Apache-2.0
"""Problems as GitHub's workflow commands, which mark the lines of a pull request."""

from collections.abc import Iterable

from planton_sts.problems import Place, Problem, Severity
from planton_sts.report.verdict import Report
from planton_sts.report.wording import sentence, summary
from planton_sts.wording import visible

COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def github(report: Report) -> str:
    """Each problem as an annotation, and the summary for the log."""
    commands = [_command(problem) for problem in report.problems()]
    return "".join(f"{line}\n" for line in [*commands, summary(report)])


def _command(problem: Problem) -> str:
    place = Place(problem.file, problem.line, problem.column, problem.end_line, problem.end_column)
    return annotation(problem.severity, place, problem.rule, (sentence(problem), problem.hint))


def annotation(severity: Severity, place: Place, topic: str, lines: Iterable[str]) -> str:
    """The command that shows the lines at the place, as far as it is known."""
    properties = {
        "file": place.file,
        "line": place.line,
        "col": place.column,
        "endColumn": place.end_column if place.end_line == place.line else None,
        "title": f"planton-sts ({topic})",
    }
    given = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items() if value)
    message = "\n".join(visible(line) for line in lines if line)
    return f"::{COMMANDS[severity]} {given}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")
