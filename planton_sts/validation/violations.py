# SPDX-License-Identifier: Apache-2.0
"""A message's problems, by the rules that stand in its protos."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from google.protobuf.descriptor import Descriptor

from planton_sts.descent import reachable
from planton_sts.loading import Document
from planton_sts.messages import OURS, Message
from planton_sts.paths import Path
from planton_sts.problems import Finding, Place, Problem, in_order, problem
from planton_sts.validation.checks import checks
from planton_sts.validation.engine import Answer, judge_each
from planton_sts.validation.lengths import shortened
from planton_sts.validation.strangers import Unknown, strangers


class Judged(NamedTuple):
    """A message that was judged by the rules in its protos.

    Attributes:
        message: What was judged, without the lists and maps that are too long.
        long: What is to be said of these.
        answer: What the rules say.

    """

    message: Message
    long: list[Finding]
    answer: Answer


def validate(subject: Document | Message, *, unknown: Unknown = "warn") -> list[Problem]:
    """Everything that a cluster would refuse or could not run; a document's problems know their lines.

    Those that loading found are among a document's. A message may be of any type, with ours in it or not. It may
    come from a newer client, with fields that this version does not know: `unknown` says what these are.
    """
    (found,) = validate_each([subject], unknown=unknown)
    return found


def validate_each(subjects: Sequence[Document | Message], *, unknown: Unknown = "warn") -> list[list[Problem]]:
    """The same of several, step by step, for so each step finds what it needs still close to the processor."""
    messages = [_message(subject) for subject in subjects]
    judged = iter(_judged([message for message in messages if message is not None]))
    return [
        _problems(subject, None if message is None else next(judged), unknown)
        for subject, message in zip(subjects, messages, strict=True)
    ]


def _message(subject: Document | Message) -> Message | None:
    """What is to be judged; None where it cannot be read."""
    if isinstance(subject, Document):
        if subject.foreign:
            raise TypeError(f"a document of kind `{subject.kind}` is no manifest, and cannot be validated")
        return subject.message
    if isinstance(subject, Message) and _has_ours(subject.DESCRIPTOR):
        return subject
    raise TypeError(f"validate takes a Document, or a message with ours in it, and not {type(subject).__name__}")


@cache
def _has_ours(descriptor: Descriptor) -> bool:
    """Whether the type is one of the API's, or can hold one."""
    return any(held.full_name.startswith(OURS) for held in reachable(descriptor))


def _judged(messages: Sequence[Message]) -> list[Judged]:
    short = [shortened(message) for message in messages]
    answers = judge_each([message for message, _ in short])
    return [Judged(*judged, answer) for judged, answer in zip(short, answers, strict=True)]


def _problems(subject: Document | Message, judged: Judged | None, unknown: Unknown) -> list[Problem]:
    """What is wrong with the subject; with what of it cannot be judged, its document says."""
    if not isinstance(subject, Document):
        return [located(subject, finding) for finding in _findings(judged, unknown=unknown)] if judged else []
    if judged is None:
        return list(subject.problems)
    found = [located(subject, finding) for finding in _findings(judged, _unread(subject))]
    return in_order([*subject.problems, *found])


def _unread(document: Document) -> list[Path]:
    """The values that are unset because of what loading found."""
    if not document.problems:
        return []
    from planton_sts.validation.consequences import unset_by  # noqa: PLC0415 - see below

    return [path for problem in document.problems for path in unset_by(problem, document)]


def findings(message: Message) -> list[Finding]:
    """What the message breaks, of the rules in the protos and of the checks in Python."""
    (judged,) = _judged([message])
    return _findings(judged)


def _findings(judged: Judged, unread: Iterable[Path] = (), unknown: Unknown = "allow") -> list[Finding]:
    """The same of one that was judged.

    What may come of values that could not be read, which are unset in the message, is no second finding.
    """
    message, long, answer = judged
    unset = [*unread, *(finding.path for finding in long)]
    found: list[Finding] = []
    told = list(checks(message, answer.parts))
    if answer.violations or unset:
        # Most messages are well, and need nothing of what explains what is wrong.
        from planton_sts.validation.explanation import explained  # noqa: PLC0415

        found, told = explained(message, answer.violations, told, unset)
    strange = () if answer.is_plain else strangers(message, unknown)
    return [*long, *found, *answer.unasked, *told, *strange]


def located(subject: Document | Message, finding: Finding) -> Problem:
    """The finding as a problem, with its place in the document if there is one."""
    if not isinstance(subject, Document):
        return problem(finding.path, finding.complaint, Place(), finding.severity)
    path = subject.spelled(finding.path)
    return problem(path, finding.complaint, subject.place(path), finding.severity)
