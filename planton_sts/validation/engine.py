# SPDX-License-Identifier: Apache-2.0
"""The engine's verdict of a message, also where some of the rules cannot be asked.

The engine gives up at the first rule that it can neither compile nor run, such as one of a service's own messages that
divides by zero. So the rules are tried part by part, and what remains gives the verdict.

It compiles the rules of all that a message could hold before it judges the first, and reads all of that in each. A
manifest sets a tenth of it, and those of one process the same, more or less: so it learns from them what they set.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from threading import Lock
from typing import Any, NamedTuple

import protovalidate
from google.protobuf.descriptor import Descriptor
from protovalidate import Violation

from planton_sts.descent import everything
from planton_sts.messages import KubernetesStatefulSet, KubernetesStatefulSetStackInput, Message
from planton_sts.paths import Path
from planton_sts.problems import Complaint, Finding
from planton_sts.validation.parts import Part, spoken, whole
from planton_sts.validation.variants import Variant
from planton_sts.validation.vocabulary import Vocabulary

GIVES_UP = (protovalidate.CompilationError, protovalidate.EvaluationError)

TOO_MANY = Complaint("message.size", "must have fewer elements; not all rules can judge so many")
UNASKED = "message.unasked"

# What is judged again and again.
OFTEN = (KubernetesStatefulSet, KubernetesStatefulSetStackInput)

# How often what is new is learnt at once: a run seldom meets with more.
AT_ONCE = 4
# To learn costs as much as to ask so many messages all the rules.
WORTH = 250


class Answer(NamedTuple):
    """What is wrong with a message, by the rules in its protos.

    Attributes:
        violations: What it breaks.
        unasked: Where it could not be judged by some of the rules.
        parts: The fields that it sets, and others that messages before it set; None where that is not known.
        is_plain: Whether it is known to have no fields that this version does not know.

    """

    violations: list[Violation]
    unasked: Sequence[Finding] = ()
    parts: frozenset[Part] | None = None
    is_plain: bool = False


def judge_each(messages: Sequence[Message]) -> list[Answer]:
    """What is wrong with each of the messages."""
    ENGINE.expect(messages)
    return [_judge(message) for message in messages]


def _judge(message: Message) -> Answer:
    try:
        return ENGINE.ask(message)
    except GIVES_UP as error:
        return _judge_in_parts(message, error)


def _judge_in_parts(message: Message, error: Exception) -> Answer:
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
        return Answer(_without(message.DESCRIPTOR, unasked).judge(message), findings)
    except GIVES_UP:
        complaint = Complaint(UNASKED, f"cannot be judged by the rules of its proto: {error}")
        return Answer([], [*findings, Finding((), complaint)])


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
    """What judges messages, manifests by the fields that those before them set."""

    def __init__(self) -> None:
        self._learners = {kind.DESCRIPTOR.full_name: Learner(kind.DESCRIPTOR) for kind in OFTEN}

    def ask(self, message: Message) -> Answer:
        """What the message breaks."""
        if isinstance(message, OFTEN):
            return self._learners[message.DESCRIPTOR.full_name].judge(message)
        return Answer(protovalidate.collect_violations(message))

    def expect(self, messages: Iterable[Message]) -> None:
        """Learn what the manifests set that come first, all at once."""
        for learner in self._learners.values():
            if learner.is_new:
                learner.begin_with(messages)


class Learner:
    """Judges messages of a type, and learns the fields that they set."""

    def __init__(self, descriptor: Any) -> None:
        self._descriptor = descriptor
        self._known: Vocabulary | None = None
        self._heard: frozenset[Part] = frozenset()
        self._learnt = self._waiting = 0
        # Of threads that meet with something new, one learns it, and the others wait for that.
        self._learning = Lock()

    @property
    def is_new(self) -> bool:
        """Whether it has learnt nothing yet."""
        return self._known is None

    def begin_with(self, messages: Iterable[Message]) -> None:
        """Learn what those of the messages set that are of the type."""
        said = [spoken(one) for one in messages if one.DESCRIPTOR.full_name == self._descriptor.full_name]
        with self._learning:
            if said and self.is_new:
                self._learn(frozenset().union(*said))

    def judge(self, message: Message) -> Answer:
        """What the message breaks."""
        known = self._known or self._knowing(spoken(message))
        said, is_all = known.read(message)
        if not is_all:
            known = self._knowing(spoken(message))
            said, is_all = known.read(message)
        return Answer(known.judge(said), parts=known.parts, is_plain=is_all)

    def _knowing(self, parts: frozenset[Part]) -> Vocabulary:
        """A vocabulary with these parts."""
        with self._learning:
            if self._known and parts <= self._known.parts:
                return self._known
            self._waiting += 1
            if self._learnt < AT_ONCE or self._waiting >= WORTH:
                return self._learn(parts)
            # All there is, for these parts are to be learnt later.
            self._heard |= parts
            return _all(self._descriptor)

    def _learn(self, parts: frozenset[Part]) -> Vocabulary:
        """A vocabulary with these parts, and with all that were heard before."""
        self._heard |= parts
        self._learnt, self._waiting = self._learnt + 1, 0
        self._known = known = Vocabulary(self._descriptor, self._heard)
        return known


ENGINE = Engine()


@cache
def _all(descriptor: Descriptor) -> Vocabulary:
    return Vocabulary(descriptor, whole(descriptor))


# Each has a pool of its own, so that only a few are kept.
@lru_cache(maxsize=16)
def _without(descriptor: Descriptor, parts: frozenset[Part]) -> Variant:
    return Variant(descriptor, lambda part: part not in parts)


@lru_cache(maxsize=64)
def _only(descriptor: Descriptor, part: Part) -> Variant:
    return Variant(descriptor, lambda other: other == part)
