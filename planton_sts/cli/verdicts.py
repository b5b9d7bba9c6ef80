# SPDX-License-Identifier: Apache-2.0
"""Verdicts on sources, in this process or spread over several."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from planton_sts.cli.workers import spread
from planton_sts.loading import Document, read
from planton_sts.messages import KubernetesStatefulSet, KubernetesStatefulSetStackInput
from planton_sts.problems import Complaint, Finding, Problem, in_order
from planton_sts.report import Report, Verdict
from planton_sts.validation import located, validate
from planton_sts.validation.catalogue import is_unreadable

FOREIGN = Finding(
    ("kind",), Complaint("load.kind", "must be `KubernetesStatefulSet`; `--strict-kinds` takes no other kind")
)


class Options(NamedTuple):
    """What every document of a run is checked with.

    Attributes:
        assignments: What `--set` says, as `PATH=VALUE`.
        strict_kinds: Whether a document of another kind is a problem.

    """

    assignments: tuple[str, ...] = ()
    strict_kinds: bool = False


class Checked(NamedTuple):
    """One source: verdicts on its manifests, and how many documents of other kinds it held."""

    verdicts: tuple[Verdict, ...]
    skipped: int


def check_all(sources: Sequence[str], options: Options, jobs: int | None) -> Iterator[Checked]:
    """Each source's verdicts, in the order given; as many processes as help, unless told how many."""
    # Standard input belongs to this process.
    return spread(partial(check_source, options=options), sources, 1 if "-" in sources else jobs)


def check_source(source: str, options: Options) -> Checked:
    """The verdicts on one file, or on standard input."""
    verdicts, skipped = [], 0
    for document in read(source):
        if document.foreign and not options.strict_kinds:
            skipped += 1
        else:
            set_all(document, options.assignments)
            verdicts.append(verdict(document, _problems(document)))
    return Checked(tuple(verdicts), skipped)


def set_all(document: Document, assignments: Iterable[str]) -> None:
    """Override the fields that the assignments name."""
    for assignment in assignments:
        document.override(assignment)


def verdict(document: Document, problems: Iterable[Problem]) -> Verdict:
    """What is wrong with the document, with the lines that show it."""
    found = tuple(in_order(problems))
    return Verdict(document.source, document.index, _name(document), found, _lines(document, found))


def exit_code(report: Report) -> int:
    """2 when something could not be read, 1 when a rule is broken, 0 when all is well."""
    errors = [problem for problem in report.problems() if problem.severity == "error"]
    return 2 if any(map(is_unreadable, errors)) else int(bool(errors))


def _problems(document: Document) -> Iterator[Problem]:
    yield from document.problems
    if document.foreign:
        yield located(document, FOREIGN)
    else:
        yield from validate(document)


def _name(document: Document) -> str:
    message = document.message
    target = message.target if isinstance(message, KubernetesStatefulSetStackInput) else message
    return target.metadata.name if isinstance(target, KubernetesStatefulSet) else ""


def _lines(document: Document, problems: Sequence[Problem]) -> dict[Problem, str]:
    """The line of each problem, but for lines that may hold a secret; where nothing could be read, any may."""
    if document.message is None:
        return {}
    here = {problem: problem.line for problem in problems if problem.line and problem.file == document.source}
    hidden = document.redacted_lines() if here else set()
    return {problem: document.line(number) for problem, number in here.items() if number not in hidden}
