# SPDX-License-Identifier: Apache-2.0
"""A message's problems, by the rules that stand in its protos."""

import re
from collections.abc import Iterable, Iterator

import protovalidate
from protovalidate import Violation

from planton_sts.loading import Document
from planton_sts.messages import Message, message_rules, option
from planton_sts.paths import Path, parse
from planton_sts.problems import Complaint, Finding, Place, Problem, problem
from planton_sts.validation.advice import complaint
from planton_sts.validation.blame import Spot, blamed, follow
from planton_sts.validation.catalogue import is_unread
from planton_sts.validation.checks import checks


def validate(subject: Document | Message) -> list[Problem]:
    """Everything that a cluster would refuse or could not run; a document's problems know their lines."""
    if not isinstance(subject, Document):
        return [located(subject, finding) for finding in findings(subject)]
    if subject.message is None:
        return []
    unread = [parse(problem.path)[0] for problem in subject.problems if is_unread(problem)]
    return [located(subject, finding) for finding in findings(subject.message, unread)]


TOO_MANY = Complaint("message.size", "must have fewer elements in its lists and maps; some cannot be judged")


def findings(message: Message, unread: Iterable[Path] = ()) -> list[Finding]:
    """What the message breaks, of the rules in the protos and of the checks in Python.

    What may come of values that could not be read, which are unset in the message, is no second finding.
    """
    try:
        violations = protovalidate.collect_violations(message)
    except protovalidate.EvaluationError:
        # A rule may look at 10,000 elements, which is more than the limits of any server leave room for.
        return [Finding((), TOO_MANY)]
    found = [violation for violation in violations if not _follows(violation, message, unread)]
    return [*(finding for violation in found for finding in _findings(message, violation)), *checks(message)]


def located(subject: Document | Message, finding: Finding) -> Problem:
    """The finding as a problem, with its place in the document if there is one."""
    place = subject.place(finding.path) if isinstance(subject, Document) else Place()
    return problem(finding.path, finding.complaint, place, finding.severity)


def _findings(message: Message, violation: Violation) -> Iterator[Finding]:
    """What one violation stands for: a finding for each place at fault."""
    bearer = follow(message, violation).value
    for spot in blamed(message, violation):
        yield Finding(spot.path, complaint(violation, bearer, spot))


def _follows(violation: Violation, message: Message, unread: Iterable[Path]) -> bool:
    """Whether the violation may come of a value that could not be read, and not of what is written."""
    if not unread:
        return False
    looked_at = list(_looked_at(follow(message, violation), violation.proto.rule_id))
    return any(_meet(path, place) for path in looked_at for place in unread)


def _meet(path: Path, other: Path) -> bool:
    """Whether one of the places is within the other."""
    return all(step == step_of_other for step, step_of_other in zip(path, other, strict=False))


def _looked_at(spot: Spot, rule: str) -> Iterator[Path]:
    """The places that the rule looks at: what its expression names of the message that bears it, or its own place."""
    paths = [_path_in(spot, names.split(".")) for names in _named_in(spot, rule)]
    return iter(paths or [spot.path])


def _named_in(spot: Spot, rule: str) -> list[str]:
    """The fields of the message that the rule, if it stands on a message, names in its expression."""
    if not isinstance(spot.value, Message):
        return []
    rules = option(spot.value.DESCRIPTOR, message_rules).cel
    return [names for own in rules if own.id == rule for names in re.findall(r"\bthis\.([\w.]+)", own.expression)]


def _path_in(spot: Spot, names: Iterable[str]) -> Path:
    """The place that the names lead to, as far as they are those of fields."""
    for name in names:
        if not isinstance(spot.value, Message) or name not in spot.value.DESCRIPTOR.fields_by_name:
            break
        spot = spot.below(name)
    return spot.path
