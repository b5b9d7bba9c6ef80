# SPDX-License-Identifier: Apache-2.0
"""What we accept, Kubernetes accepts without a warning; what we alone refuse has its reason."""

from typing import Any

import judging
import pytest
from google.protobuf.json_format import MessageToDict, ParseDict
from judged import reasons, verdicts
from mutations import draw

from planton_sts import KubernetesStatefulSetStackInput
from rules_table import patched
from tables import ROOT
from valid import CASES, case

pytestmark = judging.needed

# 2,000 draws, in parts that run beside each other; `make judge-fuzz` looks further.
PARTS, DRAWS = 4, 500

SIDECAR = {"name": "log", "image": "log", "ports": [{"name": "http", "containerPort": 9000}]}

# What the server says of manifests that we take and should not: defects of ours, each with a manifest that shows it,
# as a change to the example of PostgreSQL.
ESCAPES: dict[str, dict[str, Any]] = {
    'duplicate port name "': {
        "ports": [
            {"name": "http", "containerPort": 80, "servicePort": 80, "networkProtocol": "TCP", "appProtocol": "http"}
        ],
        "sidecars": [SIDECAR],
    },
}


def is_known(fault: str) -> bool:
    return any(words in fault for words in ESCAPES)


@pytest.mark.parametrize("part", range(PARTS))
def test_draws(part: int) -> None:
    """Of any manifests: nothing that the server refuses or warns of is accepted, and no rule is ours without reason."""
    numbers = range(part * DRAWS, (part + 1) * DRAWS)
    alone = set()
    for number, verdict in zip(numbers, verdicts(map(draw, numbers)), strict=True):
        assert not verdict.is_escape or all(map(is_known, verdict.faults or ())), (number, verdict.faults)
        alone.add(verdict.ours_alone)
    assert alone - {None} <= reasons().keys()


def test_cases() -> None:
    """The examples and golden inputs are right, every one."""
    for name, verdict in zip(CASES, verdicts(map(case, CASES)), strict=True):
        assert not verdict.rules
        assert all(map(is_known, verdict.faults or ())), (name, verdict.faults)


@pytest.mark.parametrize("words", ESCAPES)
def test_escapes(words: str) -> None:
    """A defect that is listed is one still: once it is mended, its line goes."""
    base = MessageToDict(case("postgres"))
    patch = ESCAPES[words]
    app = {name: given for name, given in patch.items() if name != "sidecars"}
    container = {"app": app, "sidecars": patch.get("sidecars", [])}
    changed = patched(base, {"target": {"spec": {"container": container}}})
    (verdict,) = verdicts([ParseDict(changed, KubernetesStatefulSetStackInput())])
    assert verdict.is_escape, verdict.rules
    assert any(words in fault for fault in verdict.faults or ())


def test_reasons() -> None:
    """Each reason is of a rule that there is."""
    known = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert [rule for rule in reasons() if f"`{rule}`" not in known] == []
    assert all(reasons().values())
