# SPDX-License-Identifier: Apache-2.0
"""A message's problems, by the rules that stand in its protos."""

from collections.abc import Iterable, Iterator

from protovalidate import Violation

from planton_sts.loading import Document
from planton_sts.messages import Message
from planton_sts.paths import Path, parse
from planton_sts.problems import Finding, Place, Problem, problem
from planton_sts.validation.advice import complaint
from planton_sts.validation.blame import Room, blamed, follow
from planton_sts.validation.catalogue import is_unread
from planton_sts.validation.checks import checks
from planton_sts.validation.engine import judge
from planton_sts.validation.lengths import shortened
from planton_sts.validation.strangers import Unknown, strangers
from planton_sts.validation.unread import Unread


def validate(subject: Document | Message, *, unknown: Unknown = "warn") -> list[Problem]:
    """Everything that a cluster would refuse or could not run; a document's problems know their lines.

    A message may come from a newer client, with fields that this version does not know: `unknown` says what these are.
    """
    if not isinstance(subject, Document):
        return [located(subject, finding) for finding in [*findings(subject), *strangers(subject, unknown)]]
    if subject.message is None:
        return []
    unread = [parse(problem.path)[0] for problem in subject.problems if is_unread(problem)]
    return [located(subject, finding) for finding in findings(subject.message, unread)]


def findings(message: Message, unread: Iterable[Path] = ()) -> list[Finding]:
    """What the message breaks, of the rules in the protos and of the checks in Python.

    What may come of values that could not be read, which are unset in the message, is no second finding.
    """
    message, long = shortened(message)
    violations, unasked = judge(message)
    room, missing = Room(), Unread([*unread, *(finding.path for finding in long)])
    found = (finding for violation in violations for finding in _findings(message, violation, room, missing))
    told = (finding for finding in checks(message) if not missing.has(finding.path))
    return [*long, *found, *unasked, *told]


def located(subject: Document | Message, finding: Finding) -> Problem:
    """The finding as a problem, with its place in the document if there is one."""
    place = subject.place(finding.path) if isinstance(subject, Document) else Place()
    return problem(finding.path, finding.complaint, place, finding.severity)


def _findings(message: Message, violation: Violation, room: Room, unread: Unread) -> Iterator[Finding]:
    """What one violation stands for: a finding for each place at fault, unless it follows from what was not read."""
    bearer = follow(message, violation)
    for spot in blamed(message, violation, room):
        if not unread.explains(spot, bearer, violation):
            yield Finding(spot.path, complaint(violation, bearer.value, spot))
