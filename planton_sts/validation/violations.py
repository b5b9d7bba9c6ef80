# SPDX-License-Identifier: Apache-2.0
"""A message's problems, by the rules that stand in its protos."""

import re
from collections.abc import Iterable, Iterator

from protovalidate import Violation

from planton_sts.loading import Document
from planton_sts.messages import Message
from planton_sts.paths import Key, Path, camel_case, parse
from planton_sts.problems import Finding, Place, Problem, in_order, problem
from planton_sts.validation.advice import complaint
from planton_sts.validation.blame import Room, Spot, blamed, follow, is_of_message
from planton_sts.validation.catalogue import is_unread
from planton_sts.validation.checks import checks
from planton_sts.validation.engine import judge
from planton_sts.validation.isolation import expression_of
from planton_sts.validation.strangers import Unknown, strangers


def validate(subject: Document | Message, *, unknown: Unknown = "warn") -> list[Problem]:
    """Everything that a cluster would refuse or could not run; a document's problems know their lines.

    Those that loading found are among a document's. A message may be of any type, with ours in it or not. It may
    come from a newer client, with fields that this version does not know: `unknown` says what these are.
    """
    if isinstance(subject, Document):
        return _of_document(subject)
    if isinstance(subject, Message):
        return [located(subject, finding) for finding in [*findings(subject), *strangers(subject, unknown)]]
    raise TypeError(f"validate takes a Document, or a message, and not {type(subject).__name__}")


def _of_document(document: Document) -> list[Problem]:
    if document.foreign:
        raise TypeError(f"a document of kind `{document.kind}` is no manifest, and cannot be validated")
    if document.message is None:
        return list(document.problems)
    unread = [parse(problem.path)[0] for problem in document.problems if is_unread(problem)]
    found = [located(document, finding) for finding in findings(document.message, unread)]
    return in_order([*document.problems, *found])


def findings(message: Message, unread: Iterable[Path] = ()) -> list[Finding]:
    """What the message breaks, of the rules in the protos and of the checks in Python.

    What may come of values that could not be read, which are unset in the message, is no second finding.
    """
    violations, unasked = judge(message)
    room, unread = Room(), list(unread)
    found = (finding for violation in violations for finding in _findings(message, violation, room, unread))
    told = (finding for finding in checks(message) if not any(_is_within(finding.path, path) for path in unread))
    return [*found, *unasked, *told]


def located(subject: Document | Message, finding: Finding) -> Problem:
    """The finding as a problem, with its place in the document if there is one."""
    place = subject.place(finding.path) if isinstance(subject, Document) else Place()
    return problem(finding.path, finding.complaint, place, finding.severity)


def _findings(message: Message, violation: Violation, room: Room, unread: list[Path]) -> Iterator[Finding]:
    """What one violation stands for: a finding for each place at fault, unless it follows from what was not read."""
    bearer = follow(message, violation)
    for spot in blamed(message, violation, room):
        if not any(_follows(spot, bearer, violation, path) for path in unread):
            yield Finding(spot.path, complaint(violation, bearer.value, spot))


def _follows(spot: Spot, bearer: Spot, violation: Violation, unread: Path) -> bool:
    """Whether what is wrong at the spot may come of the value that could not be read, which is unset in the message."""
    if _is_within(spot.path, unread):
        return True
    if violation.proto.rule_id == "required":
        return _is_within(unread, spot.path)
    return any(_is_within(unread, path) for path in _looked_at(spot, bearer, violation, unread))


def _looked_at(spot: Spot, bearer: Spot, violation: Violation, unread: Path) -> Iterator[Path]:
    """What a rule of a message names beside the place that it blames, if it names what was not read too."""
    if not is_of_message(violation) or not isinstance(bearer.value, Message):
        return
    expression = expression_of(bearer.value.DESCRIPTOR, None, violation.proto.rule_id)
    last = next((step for step in reversed(unread) if isinstance(step, str) and not isinstance(step, Key)), "")
    if last not in map(camel_case, re.findall(r"\w+", expression)):
        return
    for names in re.findall(r"\bthis\.([\w.]+)", expression):
        path = _path_in(bearer, names.split("."))
        if spot.path == path or not _is_within(spot.path, path):
            yield path


def _path_in(spot: Spot, names: Iterable[str]) -> Path:
    """The place that the names lead to, as far as they are those of fields."""
    for name in names:
        if not isinstance(spot.value, Message) or name not in spot.value.DESCRIPTOR.fields_by_name:
            break
        spot = spot.below(name)
    return spot.path


def _is_within(path: Path, other: Path) -> bool:
    """Whether the path is the other, or leads on from it."""
    return path[: len(other)] == other
