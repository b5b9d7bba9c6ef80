# SPDX-License-Identifier: Apache-2.0
"""Problems on standard error, for the commands whose standard output is something else."""

import os
import sys
from collections.abc import Iterable

import click

from planton_sts.cli.verdicts import exit_code, verdict
from planton_sts.loading import Document
from planton_sts.problems import Problem
from planton_sts.report import Report
from planton_sts.report.text import text


def stop_on(found: Iterable[tuple[Document, Iterable[Problem]]]) -> None:
    """Report the errors found in documents, and end the run if there are any."""
    report = _report(found)
    if code := exit_code(report):
        _write(report)
        raise click.exceptions.Exit(code)


def show(found: Iterable[tuple[Document, Iterable[Problem]]]) -> None:
    """Report what is wrong with documents, if anything is."""
    report = _report(found)
    if report.problems():
        _write(report)


def _report(found: Iterable[tuple[Document, Iterable[Problem]]]) -> Report:
    return Report(tuple(verdict(document, problems) for document, problems in found), skipped=0, seconds=None)


def _write(report: Report) -> None:
    sys.stderr.write(text(report, colour=colours(sys.stderr)))


def colours(stream: object) -> bool:
    """Whether the stream shows colours and nobody asked it not to."""
    is_terminal = getattr(stream, "isatty", bool)()
    return bool(is_terminal) and not os.environ.get("NO_COLOR")
