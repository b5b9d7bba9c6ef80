# SPDX-License-Identifier: Apache-2.0
"""A message's problems, by the rules that stand in its protos."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, NamedTuple

import protovalidate
from google.protobuf.descriptor import FieldDescriptor
from protovalidate import Violation

from planton_sts.loading import Document
from planton_sts.messages import Message
from planton_sts.paths import Key, Path, spell
from planton_sts.problems import Finding, Problem
from planton_sts.validation.advice import said
from planton_sts.validation.blame import FINDERS
from planton_sts.validation.checks import checks
from planton_sts.validation.meant import meant


class Spot(NamedTuple):
    """A place in a message: its path, what stands there, and the field it stands in, which the root has not."""

    path: Path
    value: Any
    field: FieldDescriptor | None


def validate(subject: Document | Message) -> list[Problem]:
    """Everything that a cluster would refuse or could not run; a document's problems know their lines."""
    if not isinstance(subject, Document):
        return [located(subject, finding) for finding in findings(subject)]
    if subject.message is None:
        return []
    unread = [problem.path for problem in subject.problems if problem.rule in UNREAD]
    problems = (located(subject, finding) for finding in findings(subject.message))
    return [problem for problem in problems if not any(_follows(problem, path) for path in unread)]


# What keeps a value from being read. It is unset in the message then; that it is missing is no second problem.
UNREAD = {"load.encoding", "load.enum", "load.range", "load.type"}

# What a rule looks at beside the field that it blames, by the end of its id.
LOOKS_AT = {
    "volume_mounts.name.unknown": "spec.volumeClaimTemplates",
    "port_name.unknown": "spec.container.app.ports",
    "is_ingress_port.required": "spec.container.app.ports",
}


def _follows(problem: Problem, unread: str) -> bool:
    """Whether the problem may come from the value that could not be read, and not from what is written."""
    if _is_within(problem.path, unread):
        return True
    looked_at = [path for end, path in LOOKS_AT.items() if problem.rule.endswith(end)]
    if problem.rule == "required":
        looked_at = [problem.path]
    return any(_is_within(unread, path) or _is_within(path, unread) for path in looked_at)


def _is_within(path: str, other: str) -> bool:
    """Whether the path is the other, or leads on from it."""
    return path == other or path.startswith((f"{other}.", f"{other}["))


def findings(message: Message) -> list[Finding]:
    """What the message breaks, of the rules in the protos and of the checks in Python."""
    try:
        violations = protovalidate.collect_violations(message)
    except protovalidate.EvaluationError:
        # A rule may look at 10,000 elements, which is more than the limits of any server leave room for.
        return [Finding((), "message.size", "must have fewer elements in its lists and maps; some cannot be judged")]
    return [*(finding for violation in violations for finding in _findings(message, violation)), *checks(message)]


def located(subject: Document | Message, finding: Finding) -> Problem:
    """The finding as a problem, with its place in the document if there is one."""
    problem = Problem(spell(finding.path), finding.rule, finding.message, hint=finding.hint)
    if not isinstance(subject, Document):
        return problem
    place = subject.place(finding.path)
    return replace(problem, file=place.file, line=place.line, column=place.column)


def _findings(root: Message, violation: Violation) -> Iterator[Finding]:
    """What one violation stands for: a finding for each place at fault."""
    rule = violation.proto.rule_id
    spot = follow(root, violation)
    message, hint = said(violation, spot.value, spot.field)
    blamed = spot.path + _named_by(rule, spot.value)
    find = FINDERS.get(rule)
    for place in (find and list(find(spot.value))) or [()]:
        yield Finding(blamed + place, rule, message, hint or meant(rule, spot.value, place))


def follow(message: Message, violation: Violation) -> Spot:
    """Where the violation stands; one of a oneof stands at the message, for nobody writes the oneof's name."""
    spot = Spot((), message, None)
    for element in violation.proto.field.elements if violation.proto.field else ():
        field = spot.value.DESCRIPTOR.fields_by_name.get(element.field_name)
        if field is None:
            break
        path, value = (*spot.path, field.json_name), getattr(spot.value, field.name)
        if element.subscript is not None:
            step = element.subscript.value
            path, value = (*path, step if isinstance(step, int) else Key(step)), value[step]
        spot = Spot(path, value, field)
    return spot


def _named_by(rule: str, value: object) -> Path:
    """The field below the value that a rule of its message is about: the one that the rule's id goes on to name."""
    return tuple(_steps(rule.split("."), value))


def _steps(names: Iterable[str], value: Any) -> Iterator[str]:
    for name in names:
        field = value.DESCRIPTOR.fields_by_name.get(name) if isinstance(value, Message) else None
        if field is not None:
            value = getattr(value, name)
            yield field.json_name
