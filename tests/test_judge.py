# SPDX-License-Identifier: Apache-2.0
"""What we accept, Kubernetes accepts without a warning; what we alone refuse has its reason."""

import re
from collections.abc import Iterable
from typing import Any

import pytest
from google.protobuf.json_format import MessageToDict, ParseDict
from hypothesis import given, settings

import judging
from judged import ESCAPES, Verdicts, reasons, verdicts
from mutations import draw, placed
from planton_sts import KubernetesStatefulSetStackInput, render
from rules_table import cases, patched
from tables import ROOT
from valid import CASES, case, stack_inputs

pytestmark = judging.needed

# 2,000 draws, in parts that run beside each other; `make judge-fuzz` looks further.
PARTS, DRAWS = 4, 500

# Amounts are stored in a spelling of the server's own: `1000m` is `1`.
AMOUNT = re.compile(r"[.](limits|requests)[.]\w+$|[.]sizeLimit$")


def hold(found: Iterable[Verdicts], names: Iterable[object]) -> None:
    """Nothing that the server refuses or warns of is accepted, and no rule is ours alone without a reason."""
    for name, verdict in zip(names, found, strict=True):
        assert not verdict.unknown, name
        assert verdict.ours_alone in {None, *reasons()}, name


@pytest.mark.parametrize("part", range(PARTS))
def test_draws(part: int) -> None:
    """It holds of any manifests that are nearly right."""
    numbers = range(part * DRAWS, (part + 1) * DRAWS)
    hold(verdicts(map(draw, numbers)), numbers)


@settings(max_examples=200)
@given(stack_inputs())
def test_valid(manifest: KubernetesStatefulSetStackInput) -> None:
    """It holds of any manifest that is right in every part."""
    hold(verdicts([manifest]), ["this"])


def test_rules() -> None:
    """It holds of every case of the rule tables, put where such a message can stand."""
    tables = cases()
    hold(verdicts(placed(one.message) for one in tables), [one.id for one in tables])


def test_examples() -> None:
    """It holds of the examples and golden inputs, which break no rule."""
    found = list(verdicts(map(case, CASES)))
    assert not any(verdict.rules for verdict in found)
    hold(found, CASES)


def test_stored() -> None:
    """What is rendered is stored as it is: the server adds to it, and drops nothing but empty text and `false`."""
    objects = [rendered for name in CASES for rendered in render(case(name))]
    answers = judging.judge({"verb": "create", "object": rendered, "brief": False} for rendered in objects)
    for rendered, answer in zip(objects, answers, strict=True):
        assert lost(rendered, answer["object"], rendered["kind"]) == []


def lost(wanted: Any, stored: Any, path: str) -> list[str]:
    """Where what was wanted is not what is stored."""
    if isinstance(wanted, dict) and isinstance(stored, dict):
        return [gone for key in wanted for gone in lost(wanted[key], stored.get(key), f"{path}.{key}")]
    if isinstance(wanted, list) and isinstance(stored, list) and len(wanted) == len(stored):
        return [gone for index, item in enumerate(wanted) for gone in lost(item, stored[index], f"{path}[{index}]")]
    is_same = wanted == stored or AMOUNT.search(path) or (wanted in ("", False) and stored is None)
    return [] if is_same else [f"{path}: {wanted!r} became {stored!r}"]


@pytest.mark.parametrize("words", ESCAPES)
def test_escapes(words: str) -> None:
    """A defect that is listed is one still: once it is mended, its line goes."""
    changed = patched(MessageToDict(case("postgres")), {"target": {"spec": ESCAPES[words]}})
    (verdict,) = verdicts([ParseDict(changed, KubernetesStatefulSetStackInput())])
    assert any(re.search(words, fault) for fault in verdict.escaped), verdict.rules


def test_reasons() -> None:
    """Each reason is of a rule that there is."""
    known = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert [rule for rule in reasons() if f"`{rule}`" not in known] == []
    assert all(reasons().values())
