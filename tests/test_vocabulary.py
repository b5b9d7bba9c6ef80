# SPDX-License-Identifier: Apache-2.0
"""Messages are judged as types that know little more than what they set; the verdict is that of all rules."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import protovalidate
import pytest
from hypothesis import given

from planton_sts import load_one
from planton_sts.messages import KubernetesStatefulSet, KubernetesStatefulSetStackInput, Message
from planton_sts.validation import engine, vocabulary
from planton_sts.validation.checks import checks
from planton_sts.validation.engine import Engine
from planton_sts.validation.parts import spoken
from planton_sts.validation.vocabulary import Vocabulary
from rules_table import Case, cases
from strategies import messages
from tables import ROOT

EXAMPLE = load_one((ROOT / "examples" / "postgres.yaml").read_bytes()).message
assert isinstance(EXAMPLE, KubernetesStatefulSet)

# What to set in the example, and the rule that it breaks.
NEW = [
    ("spec.min_ready_seconds", -1, "int32.gte"),
    ("spec.revision_history_limit", -1, "int32.gte"),
    ("spec.ordinals.start", -1, "int32.gte"),
    ("spec.service_name", "_", "string.service_name"),
    ("spec.pod.runtime_class_name", "_", "string.dns_subdomain"),
    ("spec.container.app.working_dir", "a", "string.absolute_path"),
]


def with_value(path: str, value: Any) -> KubernetesStatefulSet:
    """The example with the field set."""
    message = KubernetesStatefulSet()
    message.CopyFrom(EXAMPLE)
    *above, name = path.split(".")
    holder: Any = message
    for step in above:
        holder = getattr(holder, step)
    if isinstance(value, dict):
        getattr(holder, name).update(value)
    else:
        setattr(holder, name, value)
    return message


def judged(message: Message) -> list[str]:
    """What is wrong with the message by the rules that can matter to what it sets."""
    knowing = Vocabulary(message.DESCRIPTOR, spoken(message))
    said, is_all = knowing.read(message)
    assert is_all
    return _told(knowing.judge(said))


def by_all_rules(message: Message) -> list[str]:
    """The same by all rules, by the engine as it comes."""
    return _told(protovalidate.collect_violations(message))


def _told(violations: list[protovalidate.Violation]) -> list[str]:
    # Protobuf goes through the entries of a map as it pleases.
    protos = (violation.proto for violation in violations)
    return sorted(f"{proto.field} {proto.rule_id} {proto.message} {proto.for_key}" for proto in protos)


# Each is a vocabulary of its own, whose rules are compiled.
@pytest.mark.parametrize("case", cases()[::7], ids=lambda case: case.id)
def test_no_rule_is_spared_that_is_broken(case: Case) -> None:
    """What a message does not set is nothing that its verdict needs."""
    assert judged(case.message) == by_all_rules(case.message)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
def test_no_check_is_spared_that_finds_something(case: Case) -> None:
    """The same of what is checked in Python."""
    assert list(checks(case.message, spoken(case.message))) == list(checks(case.message))


@given(messages(KubernetesStatefulSetStackInput.DESCRIPTOR))
def test_drawn_messages_are_judged_by_all_that_matters(message: Message) -> None:
    """Also where they say nothing sensible."""
    assert judged(message) == by_all_rules(message)
    assert list(checks(message, spoken(message))) == list(checks(message))


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Vocabulary]:
    """The vocabularies that are made, where few messages are enough to have one made anew."""
    vocabularies: list[Vocabulary] = []

    def make(*arguments: Any) -> Vocabulary:
        vocabularies.append(Vocabulary(*arguments))
        return vocabularies[-1]

    monkeypatch.setattr(engine, "Vocabulary", make)
    monkeypatch.setattr(engine, "WORTH", 4)
    monkeypatch.setattr(engine, "AT_ONCE", 2)
    engine._all.cache_clear()  # noqa: SLF001 - so that it is counted
    return vocabularies


def broken(asked: Engine, message: Message) -> list[str]:
    """The rules that the engine finds broken."""
    return [violation.proto.rule_id for violation in asked.ask(message).violations]


def test_what_is_new_is_learnt_and_judged(made: list[Vocabulary]) -> None:
    """At once at first, and then whenever so many came with something new that it is worth the while."""
    asked, counts = Engine(), []
    for path, value, rule in NEW:
        assert broken(asked, with_value(path, value)) == [rule]
        counts.append(len(made))
    # The first two are learnt, all that is known is made for the third, and the sixth has what was heard learnt.
    assert counts == [1, 2, 3, 3, 3, 4]
    assert [broken(asked, with_value(path, value)) for path, value, _ in NEW] == [[rule] for _, _, rule in NEW]
    assert len(made) == 4


def test_what_comes_first_is_learnt_together(made: list[Vocabulary]) -> None:
    """A run over a few files has one vocabulary."""
    asked, messages = Engine(), [with_value(path, value) for path, value, _ in NEW]
    asked.expect(messages)
    assert [broken(asked, message) for message in messages] == [[rule] for _, _, rule in NEW]
    asked.expect([with_value("spec.pod.termination_grace_period_seconds", 1)])
    assert len(made) == 1


def test_threads_learn_together(made: list[Vocabulary]) -> None:
    """Of those that meet with something new at once, one learns it; and each is judged by all that it sets."""
    asked, messages = Engine(), [with_value(path, value) for path, value, _ in NEW[:2]] * 8
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(partial(broken, asked), messages))
    assert found == [[rule] for _, _, rule in NEW[:2]] * 8
    assert len(made) == 2


def test_what_is_unset_may_be_wrong() -> None:
    """A message that lacks something is known by those that have it."""
    asked = Engine()
    assert not asked.ask(EXAMPLE).violations
    nameless = with_value("metadata.name", "")
    answer = asked.ask(nameless)
    assert "required" in {violation.proto.rule_id for violation in answer.violations}
    assert answer.is_plain
    assert answer.parts == asked.ask(EXAMPLE).parts


def test_fields_without_a_name_teach_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A newer client's fields are strange for ever, and what stands beside them is judged."""
    asked = Engine()
    asked.ask(EXAMPLE)
    newer = KubernetesStatefulSet.FromString(with_value("metadata.name", "_").SerializeToString() + b"\xb8\x3e\x01")
    monkeypatch.setattr(vocabulary.Vocabulary, "__init__", None)
    for _ in range(3):
        answer = asked.ask(newer)
        assert not answer.is_plain
        assert answer.parts == asked.ask(EXAMPLE).parts
        assert [violation.proto.rule_id for violation in answer.violations] == ["string.workload_name"]


@pytest.mark.parametrize("field", ["plain", "selector", "service_name"])
def test_nobody_sends_what_is_hidden(field: str) -> None:
    """What somebody sends under the number of a field that is hidden is as strange as any other."""
    reserved = with_value("metadata.labels", {"app": "x"})
    number = reserved.spec.DESCRIPTOR.fields_by_name[field].number + vocabulary.HIDDEN
    wire = b"\x01" if field == "plain" else b"\x00"
    reserved.spec.MergeFromString(_varint(number << 3 | (0 if field == "plain" else 2)) + wire)
    answer = Engine().ask(reserved)
    assert not answer.is_plain
    assert [violation.proto.rule_id for violation in answer.violations] == ["metadata.labels.key.reserved"]


def _varint(number: int) -> bytes:
    """The number as the wire has it."""
    low, rest = number & 0x7F, number >> 7
    return bytes([low | 0x80]) + _varint(rest) if rest else bytes([low])
