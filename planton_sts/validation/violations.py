# SPDX-License-Identifier: Apache-2.0
"""A message's problems, by the rules that stand in its protos."""

from collections.abc import Iterable
from functools import cache

from google.protobuf.descriptor import Descriptor

from planton_sts.descent import reachable
from planton_sts.loading import Document
from planton_sts.messages import OURS, Message
from planton_sts.paths import Path
from planton_sts.problems import Finding, Place, Problem, in_order, problem
from planton_sts.validation.checks import checks
from planton_sts.validation.engine import judge
from planton_sts.validation.lengths import shortened
from planton_sts.validation.strangers import Unknown, strangers


def validate(subject: Document | Message, *, unknown: Unknown = "warn") -> list[Problem]:
    """Everything that a cluster would refuse or could not run; a document's problems know their lines.

    Those that loading found are among a document's. A message may be of any type, with ours in it or not. It may
    come from a newer client, with fields that this version does not know: `unknown` says what these are.
    """
    if isinstance(subject, Document):
        return _of_document(subject)
    if isinstance(subject, Message) and _has_ours(subject.DESCRIPTOR):
        return [located(subject, finding) for finding in findings(subject, unknown=unknown)]
    raise TypeError(f"validate takes a Document, or a message with ours in it, and not {type(subject).__name__}")


@cache
def _has_ours(descriptor: Descriptor) -> bool:
    """Whether the type is one of the API's, or can hold one."""
    return any(held.full_name.startswith(OURS) for held in reachable(descriptor))


def _of_document(document: Document) -> list[Problem]:
    if document.foreign:
        raise TypeError(f"a document of kind `{document.kind}` is no manifest, and cannot be validated")
    if document.message is None:
        return list(document.problems)
    found = [located(document, finding) for finding in findings(document.message, _unread(document))]
    return in_order([*document.problems, *found])


def _unread(document: Document) -> list[Path]:
    """The values that are unset because of what loading found."""
    if not document.problems:
        return []
    from planton_sts.validation.consequences import unset_by  # noqa: PLC0415 - see below

    return [path for problem in document.problems for path in unset_by(problem, document)]


def findings(message: Message, unread: Iterable[Path] = (), *, unknown: Unknown = "allow") -> list[Finding]:
    """What the message breaks, of the rules in the protos and of the checks in Python.

    What may come of values that could not be read, which are unset in the message, is no second finding.
    """
    judged, long = shortened(message)
    answer = judge(judged)
    unset = [*unread, *(finding.path for finding in long)]
    found: list[Finding] = []
    told = list(checks(judged, answer.parts))
    if answer.violations or unset:
        # Most messages are well, and need nothing of what explains what is wrong.
        from planton_sts.validation.explanation import explained  # noqa: PLC0415

        found, told = explained(judged, answer.violations, told, unset)
    strange = () if answer.is_plain else strangers(message, unknown)
    return [*long, *found, *answer.unasked, *told, *strange]


def located(subject: Document | Message, finding: Finding) -> Problem:
    """The finding as a problem, with its place in the document if there is one."""
    if not isinstance(subject, Document):
        return problem(finding.path, finding.complaint, Place(), finding.severity)
    path = subject.spelled(finding.path)
    return problem(path, finding.complaint, subject.place(path), finding.severity)
