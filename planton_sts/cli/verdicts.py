# SPDX-License-Identifier: Apache-2.0
"""Verdicts on sources, in this process or spread over several; what manifests of one run mean to each other included.

Every manifest is judged by itself first. Those that refer to others are judged again with these at hand, and those that
want what another has are then compared. Of each document a run keeps little more than a name.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import NamedTuple

from planton_sts.api import run
from planton_sts.application import Application
from planton_sts.cli.reader import Filed, FromFile, Reader
from planton_sts.cli.rivals import apart, clashes, contested, numbers
from planton_sts.cli.workers import spread
from planton_sts.collisions import Held, called, holdings
from planton_sts.loading import Document
from planton_sts.loading.sources import DASH
from planton_sts.messages import KubernetesStatefulSet, KubernetesStatefulSetPlatform, KubernetesStatefulSetStackInput
from planton_sts.outcome import outcomes
from planton_sts.problems import Complaint, Finding, Problem, in_order
from planton_sts.references import Resources, Values
from planton_sts.rendering import objects
from planton_sts.report import Report, Verdict
from planton_sts.validation import located
from planton_sts.validation.catalogue import is_unreadable

FOREIGN = Finding(
    ("kind",), Complaint("load.kind", "must be `KubernetesStatefulSet`; `--strict-kinds` takes no other kind")
)


# So many characters of text are judged together, step by step.
CHARACTERS = 65_536


class Options(NamedTuple):
    """What every document of a run is checked with.

    Attributes:
        reader: What reads the run's sources.
        platform: What the platform owns, where a file says so.
        strict: Whether a reference that leads out of the run is an error rather than a warning.
        strict_kinds: Whether a document of another kind is a problem.

    """

    reader: Reader
    platform: KubernetesStatefulSetPlatform | None = None
    strict: bool = False
    strict_kinds: bool = False


class Checked(NamedTuple):
    """What a source holds.

    Attributes:
        verdicts: One for each of its manifests.
        skipped: How many documents of other kinds it holds.
        filed: Every document that others may refer to.
        claims: What each manifest must have for itself, each as a number of four bytes.
        refers: Whether a reference is not settled.

    """

    verdicts: tuple[Verdict, ...]
    skipped: int
    filed: tuple[Filed, ...]
    claims: tuple[bytes, ...]
    refers: bool


# A document that is ours, what it becomes, and what is wrong with it.
Judged = tuple[Document, Application | None, list[Problem]]

# What stands between the work and whoever waits for it.
Watch = Callable[[Iterator[Checked]], Sequence[Checked]]


def check_all(
    sources: Sequence[str], options: Options, values: Values | None, jobs: int | None, watch: Watch
) -> list[Checked]:
    """What each source holds, in the order given; as many processes as help, unless told how many."""
    # Standard input belongs to this process.
    jobs = 1 if DASH in sources else jobs
    check = partial(check_sources, options=options)
    checked = watch(spread(partial(check, resources=Resources()), sources, jobs))
    referring = [source for source, found in zip(sources, checked, strict=True) if found.refers]
    filed = (filed for found in checked for filed in found.filed) if referring else ()
    resources = run((FromFile(one, options.reader) for one in filed), values)
    again = spread(partial(check, resources=resources), referring, jobs)
    settled = [next(again) if found.refers else found for found in checked]
    return list(_compared(sources, settled, options, resources))


def check_sources(sources: Iterable[str], options: Options, resources: Resources) -> Iterator[Checked]:
    """What each file, or standard input, holds, with references settled from the resources."""
    waiting: list[tuple[str, list[Document]]] = []
    size = 0
    for source in sources:
        documents = options.reader.documents(source)
        waiting.append((source, documents))
        size += max((document.size for document in documents), default=0)
        if size > CHARACTERS:
            yield from _checked(waiting, options, resources)
            waiting.clear()
            size = 0
    yield from _checked(waiting, options, resources)


def _checked(
    of_sources: Sequence[tuple[str, list[Document]]], options: Options, resources: Resources
) -> Iterator[Checked]:
    """What sources hold that are small enough to be judged together."""
    judged = _judged([documents for _, documents in of_sources], options, resources)
    yield from (_found(source, documents, of) for (source, documents), of in zip(of_sources, judged, strict=True))


def _found(source: str, documents: Sequence[Document], judged: Sequence[Judged]) -> Checked:
    return Checked(
        tuple(verdict(document, problems) for document, _, problems in judged),
        len(documents) - len(judged),
        tuple(Filed.of(source, document) for document in documents),
        tuple(numbers(application) for _, application, _ in judged),
        any(problem.rule.startswith("resolve.") for _, _, problems in judged for problem in problems),
    )


def _judged(of_sources: Sequence[Iterable[Document]], options: Options, resources: Resources) -> Iterator[list[Judged]]:
    """What each of the documents that are ours becomes, and what is wrong with it; a list for each source."""
    ours = [document for documents in of_sources for document in documents if not document.foreign]
    settled = iter(outcomes(ours, resources, options.platform))
    for documents in of_sources:
        judged: list[Judged] = []
        for document in documents:
            if not document.foreign:
                application, problems = next(settled)
                judged.append((document, application, problems if options.strict else _lenient(problems)))
            elif options.strict_kinds:
                judged.append((document, None, document.problems or [located(document, FOREIGN)]))
        yield judged


def _lenient(problems: Iterable[Problem]) -> list[Problem]:
    """The problems, with a warning for each reference that leads out of the run, where it may lead somewhere."""
    problems = list(problems)
    warned = {problem.path.rpartition(".")[0] for problem in problems if problem.severity == "warning"}
    return [
        replace(problem, severity="warning") if problem.rule == "resolve.open" else problem
        for problem in problems
        # A reference that says too little was warned of.
        if not (problem.rule.startswith("resolve.") and problem.path in warned)
    ]


def _compared(
    sources: Sequence[str], checked: Sequence[Checked], options: Options, resources: Resources
) -> Iterator[Checked]:
    """The same, with what several manifests want for themselves: those that may are looked at once more."""
    several = contested(claims for found in checked for claims in found.claims)
    looked = [
        next(_judged([options.reader.documents(source)], options, resources))
        if any(several & apart(claims) for claims in found.claims)
        else []
        for source, found in zip(sources, checked, strict=True)
    ]
    rivals = [one for judged in looked for one in judged]
    clashing = dict(clashes([document for document, _, _ in rivals], map(_wanted, rivals)))
    numbered = enumerate(rivals)
    for found, judged in zip(checked, looked, strict=True):
        told = [_verdict(one, clashing.get(number)) for number, one in islice(numbered, len(judged))]
        yield found._replace(verdicts=tuple(told)) if told else found


def _wanted(judged: Judged) -> tuple[str, list[Held]]:
    """How others call the manifest, and what its application must have for itself."""
    document, application, _ = judged
    if application is None:
        return "", []
    return called(document, application), list(holdings(application, objects(application)))


def _verdict(judged: Judged, clash: Problem | None) -> Verdict:
    document, _, problems = judged
    return verdict(document, [*problems, clash] if clash else problems)


def verdict(document: Document, problems: Iterable[Problem]) -> Verdict:
    """What is wrong with the document, with the lines that show it."""
    found = tuple(in_order(problems))
    return Verdict(document.source, document.index, _name(document), found, _lines(document, found))


def exit_code(report: Report) -> int:
    """2 when something could not be read, 1 when a rule is broken, 0 when all is well."""
    errors = [problem for problem in report.problems() if problem.severity == "error"]
    return 2 if any(map(is_unreadable, errors)) else int(bool(errors))


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
