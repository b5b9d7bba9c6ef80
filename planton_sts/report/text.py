# SPDX-License-Identifier: Apache-2.0
"""Problems for people: each with its line and a caret, file by file."""

from collections.abc import Callable, Iterator

from planton_sts.problems import Problem
from planton_sts.report.source_line import source_line
from planton_sts.report.verdict import Report
from planton_sts.report.wording import place, sentence, summary
from planton_sts.wording import visible

Paint = Callable[[str, str], str]

BOLD, DIM, RED, GREEN, YELLOW, CYAN = "1", "2", "1;31", "1;32", "1;33", "36"
COLOURS = {"error": RED, "warning": YELLOW, "info": CYAN}

# As many columns as the number of most lines needs.
GUTTER = 5


def text(report: Report, *, colour: bool = False) -> str:
    """Every problem with its place, its line and what to write instead, and the summary below them."""
    paint = _coloured if colour else _plain
    files = [
        "".join(f"{line}\n" for problem, source in found for line in _lines(problem, source, paint))
        for _, found in report.by_file()
    ]
    return "\n".join([*files, paint(summary(report), RED if report.invalid else GREEN) + "\n"])


def _lines(problem: Problem, source: str | None, paint: Paint) -> Iterator[str]:
    yield _heading(problem, paint)
    if source is not None and problem.line and problem.column:
        end = problem.end_column if problem.end_line == problem.line else None
        line, blank, carets = source_line(source, problem.column, end)
        number = f"{problem.line:{GUTTER}} |"
        yield f"{paint(number, DIM)} {line}"
        yield f"{paint('|'.rjust(len(number)), DIM)} {blank}{paint(carets, COLOURS[problem.severity])}"
    if problem.hint:
        yield f"{'':{GUTTER}} {paint('=', DIM)} {paint(visible(problem.hint), CYAN)}"


def _heading(problem: Problem, paint: Paint) -> str:
    """One line in the shape of a compiler's, in which editors and terminals find the place."""
    where = visible(place(problem))
    lead = paint(f"{where}:", BOLD) + " " if where else ""
    severity = paint(f"{problem.severity}:", COLOURS[problem.severity])
    return f"{lead}{severity} {visible(sentence(problem))} {paint(f'[{visible(problem.rule)}]', DIM)}"


def _plain(text: str, _: str) -> str:
    return text


def _coloured(text: str, code: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m"
