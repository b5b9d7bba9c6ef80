# SPDX-License-Identifier: Apache-2.0
"""The engine of a run over one manifest compiles only the rules that can matter to it; the verdict is the same."""

import pytest

from planton_sts import load_one
from planton_sts.messages import KubernetesStatefulSet, KubernetesStatefulSetStackInput, Message
from planton_sts.validation.engine import Engine
from rules_table import Case, cases
from tables import ROOT


def broken(engine: Engine, message: Message) -> list[tuple[str, str]]:
    """The rules that the engine finds broken, and where."""
    return [(str(violation.proto.field), violation.proto.rule_id) for violation in engine.ask(message)]


# Each needs an engine of its own.
@pytest.mark.parametrize("case", cases()[::15], ids=lambda case: case.id)
def test_verdict_is_that_of_all_rules(case: Case) -> None:
    """No rule is spared that has something to say."""
    engine = Engine(expects_one=True)
    assert broken(engine, case.message) == broken(Engine(), case.message)
    assert engine.expects_one


def test_what_was_spared_is_asked_of_who_needs_it() -> None:
    """A message with fields that the first had not is judged by all rules, and so is whatever follows."""
    first = load_one((ROOT / "examples" / "postgres.yaml").read_bytes()).message
    assert isinstance(first, KubernetesStatefulSet)
    engine, nameless, hasty = Engine(expects_one=True), KubernetesStatefulSet(), KubernetesStatefulSet()
    assert broken(engine, first) == []
    nameless.CopyFrom(first)
    nameless.metadata.name = ""
    assert "required" in {rule for _, rule in broken(engine, nameless)}
    assert engine.expects_one
    hasty.CopyFrom(first)
    hasty.spec.pod.termination_grace_period_seconds = -1
    assert [rule for _, rule in broken(engine, hasty)] == ["int64.gte"]
    assert not engine.expects_one


def test_a_part_of_the_first_message_is_judged_as_what_it_is() -> None:
    """Also where the engine that knows the whole message's rules is asked."""
    first = load_one((ROOT / "examples" / "postgres.yaml").read_bytes()).message
    assert isinstance(first, KubernetesStatefulSet)
    engine = Engine(expects_one=True)
    assert broken(engine, KubernetesStatefulSetStackInput(target=first)) == []
    first.spec.container.app.image.tag = ""
    assert broken(engine, first) == broken(Engine(), first) != []
    assert engine.expects_one
