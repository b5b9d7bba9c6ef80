# SPDX-License-Identifier: Apache-2.0
"""Verdicts on sources, in this process or spread over several."""

import multiprocessing
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from planton_sts.loading import Document, read
from planton_sts.loading.spelling import parse
from planton_sts.messages import KubernetesStatefulSet, KubernetesStatefulSetStackInput
from planton_sts.problems import Problem, in_order
from planton_sts.report import Excerpt, Report, Verdict
from planton_sts.validation.violations import validate

# Input that could not be read at all; every other problem is a broken rule.
UNREADABLE = {"load.file", "load.encoding", "load.yaml", "load.empty", "load.limit", "load.mapping", "load.override"}
# Starting a process costs as much as checking this many manifests.
WORTH_A_PROCESS = 250
CHUNK = 32


@dataclass(frozen=True, slots=True)
class Options:
    """What every document of a run is checked with.

    Attributes:
        assignments: What `--set` says, as `PATH=VALUE`.
        strict_kinds: Whether a document of another kind is a problem.

    """

    assignments: tuple[str, ...] = ()
    strict_kinds: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """One source: verdicts on its manifests, and how many documents of other kinds it held."""

    verdicts: tuple[Verdict, ...]
    skipped: int


def check_all(sources: Sequence[str], options: Options, jobs: int | None) -> Iterator[Checked]:
    """Each source's verdicts, in the order given; as many processes as help, unless told how many."""
    check = partial(check_source, options=options)
    jobs = jobs or min(os.cpu_count() or 1, 1 + len(sources) // WORTH_A_PROCESS)
    # Standard input belongs to this process.
    if jobs == 1 or len(sources) == 1 or "-" in sources:
        yield from map(check, sources)
        return
    # The first is checked before the processes start: where they are forked, they find the rules compiled.
    yield check(sources[0])
    with multiprocessing.Pool(jobs) as pool:
        yield from pool.imap(check, sources[1:], CHUNK)


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
    return Verdict(document.source, document.index, _name(document), found, _excerpts(document, found))


def exit_code(report: Report) -> int:
    """2 when something could not be read, 1 when a rule is broken, 0 when all is well."""
    rules = {problem.rule for problem in report.problems() if problem.severity == "error"}
    return 2 if rules & UNREADABLE else int(bool(rules))


def _problems(document: Document) -> Iterator[Problem]:
    yield from document.problems
    if document.foreign:
        message = "must be `KubernetesStatefulSet`; `--strict-kinds` takes no other kind"
        yield document.located(Problem("kind", "load.kind", message))
    else:
        yield from validate(document)


def _name(document: Document) -> str:
    message = document.message
    target = message.target if isinstance(message, KubernetesStatefulSetStackInput) else message
    return target.metadata.name if isinstance(target, KubernetesStatefulSet) else ""


def _excerpts(document: Document, problems: Sequence[Problem]) -> dict[Problem, Excerpt]:
    """The line of each problem, but for lines that may hold a secret; where nothing could be read, any may."""
    if document.message is None:
        return {}
    here = [problem for problem in problems if problem.line and problem.file == document.source]
    hidden = document.redacted_lines() if here else set()
    return {problem: _excerpt(document, problem) for problem in here if problem.line not in hidden}


def _excerpt(document: Document, problem: Problem) -> Excerpt:
    """The line that the problem stands in, and where on it the value ends."""
    line = document.line(problem.line or 0)
    place = document.place(parse(problem.path))
    is_value = (place.line, place.column, place.end_line) == (problem.line, problem.column, problem.line)
    return Excerpt(line, place.end_column if is_value and place.end_column else _word_end(line, problem.column or 1))


def _word_end(line: str, column: int) -> int:
    """The column after the word that begins at the column."""
    word = re.match(r"[^\s:,]*", line[column - 1 :])
    return column + max(1, len(word[0]) if word else 1)
