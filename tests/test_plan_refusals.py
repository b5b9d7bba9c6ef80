# SPDX-License-Identifier: Apache-2.0
"""What an API server refuses to change, the planner says beforehand: every recorded update, and thousands of others."""

from collections.abc import Iterable
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import judging
from drawn_updates import drawn_update
from planton_sts import KubernetesStatefulSetStackInput, render
from planton_sts.comparison import differences
from planton_sts.planning.refusals import refusals
from tables import facts
from updated import CHANGED, changed_again
from valid import CASES, application, case, stack_inputs

Pair = tuple[dict[str, Any], dict[str, Any]]

AGAIN = changed_again()
ROWS = [
    *((row, CHANGED[f"{row['kind']} {row['changed field']}"]) for row in facts("updates")),
    *((row, AGAIN.get(f"{row['kind']} {row['changed field']}")) for row in facts("updates2")),
]
# A row about the request alone: an update that is applied has the version that is there.
OF_REQUESTS = {"without metadata.resourceVersion"}


@pytest.mark.parametrize(("row", "change"), ROWS, ids=[f"{row['kind']} {row['changed field']}" for row, _ in ROWS])
def test_recorded(row: dict[str, str], change: Pair | None) -> None:
    """The verdict is the recorded one; an object is never refused what it is."""
    if change is None:
        assert row["changed field"] in OF_REQUESTS
        return
    assert ("forbidden" if refusals(*change) else "allowed") == row["verdict"]
    assert refusals(change[0], change[0]) == refusals(change[1], change[1]) == []


def hold(pairs: Iterable[Pair]) -> int:
    """What is refused, the server refuses, and no more; how many of the updates it was asked about."""
    given = list(pairs)
    # What the server would not even create is no matter of updates.
    created = [judging.created(side) for side in zip(*given, strict=True)]
    sound = [
        pair for pair, *answers in zip(given, *created, strict=True) if not any(each["errors"] for each in answers)
    ]
    answers = judging.judge({"verb": "update", "old": old, "object": new} for old, new in sound)
    for (old, new), answer in zip(sound, answers, strict=True):
        found = refusals(old, new)
        assert bool(found) == bool(answer["errors"]), (found, answer["errors"], differences(old, new))
    return len(sound)


@judging.needed
@pytest.mark.parametrize("seed", range(4))
def test_judged(seed: int) -> None:
    """It holds of thousands of pairs: what is rendered, with some of what else is rendered in its place."""
    random = Random(seed)  # noqa: S311 - what is drawn keeps no secret
    objects = [made for name in CASES for made in render(case(name))]
    pairs = (pair for old in objects for new in objects if (pair := crossed(old, new, random)))
    assert hold(random.sample(list(pairs), 1000)) > 500


@judging.needed
@pytest.mark.parametrize("seed", range(8))
def test_judged_updates(seed: int) -> None:
    """It holds of what is drawn: Services and claims of every shape, and what patches may make of what is rendered."""
    random = Random(seed)  # noqa: S311 - what is drawn keeps no secret
    assert hold(pair for _ in range(1500) if not is_taken_apart(pair := drawn_update(random))) > 500


def is_taken_apart(pair: Pair) -> bool:
    """Whether the server refuses even what stays as it is.

    It gives two families to a Service without address and selector, and then does not take the one that was asked for.
    """
    return any(
        spec.get("clusterIP") == "None" and not spec.get("selector") and len(spec.get("ipFamilies") or ()) == 1
        for spec in (each.get("spec", {}) for each in pair)
    )


@judging.needed
@settings(max_examples=50)
@given(stack_inputs(), stack_inputs(), st.randoms(use_true_random=False))
def test_judged_draws(
    one: KubernetesStatefulSetStackInput, other: KubernetesStatefulSetStackInput, random: Random
) -> None:
    """It holds of whatever valid manifests render."""
    before, after = (render(application(each)) for each in (one, other))
    pairs = (pair for old in before for new in after if (pair := crossed(old, new, random)))
    hold(pair for pair in pairs if not is_taken_apart(pair))


def crossed(old: dict[str, Any], new: dict[str, Any], random: Random) -> Pair | None:
    """The old object, and what becomes of it with one field or two of the new one; None for those of other kinds."""
    if (old["apiVersion"], old["kind"]) != (new["apiVersion"], new["kind"]):
        return None
    result = {**old}
    for part in [part for part in new if part not in {"apiVersion", "kind", "metadata"}]:
        if isinstance(new[part], dict) and isinstance(old.get(part), dict):
            names = sorted({*old[part], *new[part]})
            taken = random.sample(names, min(len(names), random.choice([1, 2])))
            mixed = {**old[part], **{name: new[part].get(name) for name in taken}}
            result[part] = {name: value for name, value in mixed.items() if value is not None}
        else:
            result[part] = new[part]
    return old, result
