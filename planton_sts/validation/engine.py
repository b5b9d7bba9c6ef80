# SPDX-License-Identifier: Apache-2.0
"""The engine's verdict of a message, also where some of the rules cannot be asked.

The engine gives up at the first rule that it can neither compile nor run, such as one of a service's own messages that
divides by zero. So the rules are tried part by part, and what remains gives the verdict.

It compiles the rules of all that a message could hold before it judges the first. That is most of what judging a single
manifest costs, so who judges no more than one has the rules compiled of what stands there alone. And most manifests set
none of the fields that most rules are about, so what is judged again and again is asked only the rest of the rules.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

import protovalidate
from google.protobuf.descriptor import Descriptor
from protovalidate import Violation

from planton_sts.descent import everything, reachable
from planton_sts.messages import (
    IGNORE_IF_ZERO_VALUE,
    KubernetesStatefulSet,
    KubernetesStatefulSetStackInput,
    Message,
    field_rules,
    message_rules,
    option,
)
from planton_sts.paths import Path
from planton_sts.problems import Complaint, Finding
from planton_sts.validation.guards import guards
from planton_sts.validation.variants import Part, Variant, bearing, hiding

GIVES_UP = (protovalidate.CompilationError, protovalidate.EvaluationError)

TOO_MANY = Complaint("message.size", "must have fewer elements; not all rules can judge so many")
UNASKED = "message.unasked"

# What is judged again and again.
OFTEN = (KubernetesStatefulSet, KubernetesStatefulSetStackInput)


def expect_one() -> None:
    """Spare this process the rules of what does not stand in the first manifest, for hardly another will follow."""
    ENGINE.expects_one = True


def judge(message: Message) -> tuple[list[Violation], list[Finding]]:
    """What the message breaks of the rules in its protos, and where it could not be judged by some of them."""
    try:
        return ENGINE.ask(message), []
    except GIVES_UP as error:
        return _judge_in_parts(message, error)


def _judge_in_parts(message: Message, error: Exception) -> tuple[list[Violation], list[Finding]]:
    """The verdict of the rules that can be asked."""
    failing = [(path, held, part, reason) for path, held in everything(message) for part, reason in _failing(held)]
    unasked = frozenset(part for _, _, part, _ in failing)
    # What holds a message of its own type fails where that does.
    above = {(path[:length], part) for path, _, part, _ in failing for length in range(len(path))}
    findings = [
        Finding(_place(path, held, part), _complaint(part, reason))
        for path, held, part, reason in failing
        if (path, part) not in above
    ]
    try:
        return _without(message.DESCRIPTOR, unasked).judge(message), findings
    except GIVES_UP:
        return [], [*findings, Finding((), Complaint(UNASKED, f"cannot be judged by the rules of its proto: {error}"))]


def _failing(message: Message) -> Iterator[tuple[Part, str]]:
    """The parts of the rules, of the message alone, at which the engine gives up, with its reasons."""
    try:
        protovalidate.collect_violations(message)
    except GIVES_UP:
        for field in ["", *message.DESCRIPTOR.fields_by_name]:
            part = Part(message.DESCRIPTOR.full_name, field)
            try:
                _only(message.DESCRIPTOR, part).judge(message)
            except GIVES_UP as error:
                yield part, str(error)


def _place(path: Path, bearer: Message, part: Part) -> Path:
    return (*path, bearer.DESCRIPTOR.fields_by_name[part.field].json_name) if part.field else path


def _complaint(part: Part, reason: str) -> Complaint:
    # A rule may look at 10,000 elements, which is more than the limits of any server leave room for.
    if "budget exceeded" in reason:
        return TOO_MANY
    return Complaint(UNASKED, f"cannot be judged by the rules of `{'.'.join(filter(None, part))}`: {reason}")


class Engine:
    """The engine of a process; where one message is expected, it knows the rules that can matter to the first."""

    def __init__(self, *, expects_one: bool = False) -> None:
        self.expects_one = expects_one
        self._known: frozenset[Part] = frozenset()
        self._brief: Variant | None = None

    def ask(self, message: Message) -> list[Violation]:
        """What the message breaks."""
        if self.expects_one:
            mattering = frozenset(part for _, held in everything(message) for part in _mattering(held))
            if self._brief is None:
                self._known, self._brief = mattering, _brief(message.DESCRIPTOR, mattering)
            if mattering <= self._known:
                return self._brief.judge(message)
            self.expects_one = False
        return _ask_often(message) if isinstance(message, OFTEN) else protovalidate.collect_violations(message)


ENGINE = Engine()


def _brief(descriptor: Any, mattering: frozenset[Part]) -> Variant:
    """The rules that can matter to a message with these parts."""

    def is_asked(bearer: Descriptor, expression: str) -> bool:
        guarding = guards(bearer, expression)
        return not guarding or not guarding.isdisjoint(mattering)

    return bearing(descriptor, mattering.__contains__, is_asked)


def _ask_often(message: Message) -> list[Violation]:
    """What the message breaks; where it sets no field of a guard, the rules without one are all there are."""
    data = message.SerializeToString()
    unguarded, kind = _unguarded(message.DESCRIPTOR)
    rest = kind.FromString(data)
    rest.DiscardUnknownFields()
    rules = unguarded if rest.ByteSize() == len(data) else _all(message.DESCRIPTOR)
    return rules.judge(message)


@cache
def _unguarded(descriptor: Any) -> tuple[Variant, Any]:
    """The rules that have no guard, and the type to which the fields of all guards are strangers."""
    types = reachable(descriptor)
    rules = ((bearer, rule.expression) for bearer in types for rule in option(bearer, message_rules).cel)
    guarding = {part for bearer, expression in rules for part in guards(bearer, expression)}
    return bearing(descriptor, is_asked=lambda *rule: not guards(*rule)), hiding(descriptor, guarding)


@cache
def _all(descriptor: Any) -> Variant:
    return bearing(descriptor)


def _mattering(message: Message) -> Iterator[Part]:
    """The parts of the rules of the message alone that are not about a field which is unset and may be."""
    bearer = message.DESCRIPTOR
    given = {field.name for field, _ in message.ListFields()}
    yield Part(bearer.full_name, "")
    yield from (Part(bearer.full_name, field) for field in [*given, *_asked_anyway(bearer)])


@cache
def _asked_anyway(bearer: Descriptor) -> list[str]:
    """The fields whose rules are asked of a message that does not set them."""
    rules = ((field, option(field, field_rules)) for field in bearer.fields)
    return [
        field.name
        for field, rule in rules
        if rule.required or (not (field.has_presence or rule.ignore == IGNORE_IF_ZERO_VALUE) and rule.ListFields())
    ]


# Each has a pool of its own, so that only a few are kept.
@lru_cache(maxsize=16)
def _without(descriptor: Descriptor, parts: frozenset[Part]) -> Variant:
    return bearing(descriptor, lambda part: part not in parts)


@lru_cache(maxsize=64)
def _only(descriptor: Descriptor, part: Part) -> Variant:
    return bearing(descriptor, lambda other: other == part)
