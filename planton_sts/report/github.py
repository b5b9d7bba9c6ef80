# SPDX-License-Identifier: Apache-2.0
"""Problems as GitHub's workflow commands, which mark the lines of a pull request."""

from planton_sts.problems import Problem
from planton_sts.report.verdict import Report
from planton_sts.report.wording import sentence, summary
from planton_sts.wording import visible

COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def github(report: Report) -> str:
    """Each problem as an annotation, and the summary for the log."""
    commands = [_command(problem) for problem in report.problems()]
    return "".join(f"{line}\n" for line in [*commands, summary(report)])


def _command(problem: Problem) -> str:
    properties = {
        "file": problem.file,
        "line": problem.line,
        "col": problem.column,
        "endColumn": problem.end_column if problem.end_line == problem.line else None,
        "title": f"planton-sts ({problem.rule})",
    }
    given = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items() if value)
    message = "\n".join(visible(line) for line in (sentence(problem), problem.hint) if line)
    return f"::{COMMANDS[problem.severity]} {given}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")
