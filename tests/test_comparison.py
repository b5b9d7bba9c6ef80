# SPDX-License-Identifier: Apache-2.0
"""Kubernetes objects held against each other: what is filled in, what needs no saying, and what differs."""

import copy
from typing import Any

import pytest
from hypothesis import given, settings

from compared import kube_object, table
from planton_sts import KubernetesStatefulSetStackInput, render
from planton_sts.comparison import authored, differences, filled, terse
from valid import stack_inputs


@pytest.mark.parametrize("row", table("filled"), ids=str)
def test_filled(row: dict[str, Any]) -> None:
    """What is not said stands where the server puts it."""
    assert at(filled(row["given"]), row["at"]) == row["is"]


def at(held: Any, path: str) -> Any:
    """What stands at the path of names and numbers; None where nothing does."""
    for step in path.split("."):
        held = held[int(step)] if isinstance(held, list) else (held or {}).get(step)
    return held


@pytest.mark.parametrize("row", table("terse"), ids=str)
def test_terse(row: dict[str, Any]) -> None:
    """What the server writes and would fill in goes, and all else stays."""
    assert terse(row["given"]) == row["terse"]


@pytest.mark.parametrize("row", table("differences"), ids=str)
def test_differences(row: dict[str, Any]) -> None:
    """What differs is told by its path, with both sides; and the other way round just so."""
    found = differences(row["ours"], row["theirs"])
    assert [(str(each), each.ours, each.theirs, each.kind) for each in found] == row["differ"]
    assert {str(each) for each in differences(row["theirs"], row["ours"])} == {str(each) for each in found}


@settings(max_examples=50)
@given(stack_inputs())
def test_laws(manifest: KubernetesStatefulSetStackInput) -> None:
    """Nothing differs from itself, nor from itself with or without its defaults; and nothing that is given changes."""
    objects = render(manifest)
    before = copy.deepcopy(objects)
    for one in objects:
        assert differences(one, one) == differences(filled(one), one) == differences(one, terse(one)) == []
        assert filled(terse(one)) == filled(authored(one))
        assert filled(filled(one)) == filled(one)
        assert terse(terse(one)) == terse(filled(one)) == terse(one)
    assert objects == before


# Texts where mappings or lists should be, and the other way round.
ODD: list[Any] = ["text", 7, [], {}, [7], [{}], [[]], {"a": "b"}, None]
PLACES = ["metadata", "spec", "status", "data", "stringData"]


@pytest.mark.parametrize("kind", ["StatefulSet", "Service", "Secret", "Namespace", "Gateway"])
@pytest.mark.parametrize("odd", ODD, ids=str)
def test_odd(kind: str, odd: Any) -> None:
    """What is no object that a server would take is compared all the same."""
    one = {**kube_object(kind, {}), **dict.fromkeys(PLACES, odd)}
    below = {
        **one,
        "spec": dict.fromkeys(("template", "volumeClaimTemplates", "ports", "listeners", "finalizers"), odd),
    }
    assert differences(one, one) == differences(below, terse(below)) == []
    differences(one, below)
