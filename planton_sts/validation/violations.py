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
from planton_sts.validation.advice import complaint
from planton_sts.validation.blame import Room, blamed, follow
from planton_sts.validation.checks import checks
from planton_sts.validation.consequences import Slips, is_value, unset_by
from planton_sts.validation.engine import judge
from planton_sts.validation.lengths import shortened
from planton_sts.validation.strangers import Unknown, strangers
from planton_sts.wording import Nearest

# How many names are compared in search of those that were meant, for one message.
COMPARISONS = 30_000


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
    unread = [path for problem in document.problems for path in unset_by(problem, document)]
    found = [located(document, finding) for finding in findings(document.message, unread)]
    return in_order([*document.problems, *found])


def findings(message: Message, unread: Iterable[Path] = (), *, unknown: Unknown = "allow") -> list[Finding]:
    """What the message breaks, of the rules in the protos and of the checks in Python.

    What may come of values that could not be read, which are unset in the message, is no second finding.
    """
    judged, long = shortened(message)
    answer = judge(judged)
    room, nearest = Room(), Nearest(COMPARISONS)
    asked = [(violation, follow(judged, violation)) for violation in answer.violations]
    unset = [*unread, *(finding.path for finding in long)]
    slips = Slips(unset, (bearer.path for _, bearer in asked if is_value(bearer)))
    found = (
        Finding(spot.path, complaint(violation, bearer.value, spot, nearest))
        for violation, bearer in asked
        for spot in blamed(judged, violation, room)
        if not slips.explain(spot, bearer, violation)
    )
    told = (finding for finding in checks(judged, answer.parts) if not slips.hold(finding.path))
    strange = () if answer.is_plain else strangers(message, unknown)
    return [*long, *found, *answer.unasked, *told, *strange]


def located(subject: Document | Message, finding: Finding) -> Problem:
    """The finding as a problem, with its place in the document if there is one."""
    if not isinstance(subject, Document):
        return problem(finding.path, finding.complaint, Place(), finding.severity)
    path = subject.spelled(finding.path)
    return problem(path, finding.complaint, subject.place(path), finding.severity)
