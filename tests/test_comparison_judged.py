# SPDX-License-Identifier: Apache-2.0
"""What is filled in is what Kubernetes' own code fills in."""

import subprocess
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings

import judging
from compared import container, table
from corpus import files, stateful_set
from planton_sts import KubernetesStatefulSetStackInput, render
from planton_sts.comparison import authored, differences, filled, terse
from planton_sts.comparison.fields import Type, types
from planton_sts.quantity import amount
from tables import ROOT
from valid import CASES, case, stack_inputs

pytestmark = judging.needed

TABLE = ROOT / "planton_sts" / "comparison" / "fields.tsv"


def unlike(ours: Any, servers: Any, path: str = "") -> list[str]:
    """Where what is filled in is not what the server has."""
    if isinstance(ours, dict) and isinstance(servers, dict):
        return [
            found for key in {**ours, **servers} for found in unlike(ours.get(key), servers.get(key), f"{path}.{key}")
        ]
    if isinstance(ours, list) and isinstance(servers, list) and len(ours) == len(servers):
        return [found for index, one in enumerate(ours) for found in unlike(one, servers[index], f"{path}.{index}")]
    is_same = ours == servers or (ours is None and servers in ("", 0)) or is_same_amount(ours, servers)
    return [] if is_same else [f"{path}: {ours} for {servers}"]


def is_same_amount(ours: Any, servers: Any) -> bool:
    """Whether both are amounts, and the same in what the server counts."""
    try:
        return -(-amount(str(ours)) * 1000 // 1) == -(-amount(str(servers)) * 1000 // 1)
    except ValueError:
        return False


# What the server leaves out where the type is spelt out, and takes for the same.
SPELT_OUT = ".spec.updateStrategy.rollingUpdate: {'partition': 0} for None"


def hold(objects: list[dict[str, Any]]) -> None:
    """What is filled in is what the server fills in, and what it answers needs as little saying as what was given."""
    for before, answer in zip(objects, judging.filled(objects), strict=True):
        stored = answer["object"]
        assert [found for found in unlike(filled(authored(before)), authored(stored)) if found != SPELT_OUT] == []
        assert differences(before, stored) == []
        assert differences(terse(before), terse(stored)) == []
        assert unlike(terse(before), terse(stored)) == []


def without_some(held: Any, random: Random) -> Any:
    """The object less some of its fields, but for those that tell which it is."""
    if isinstance(held, dict):
        kept = {key: value for key, value in held.items() if key in ("apiVersion", "kind") or random.random() < 0.85}
        return {key: without_some(value, random) for key, value in kept.items()}
    return [without_some(value, random) for value in held] if isinstance(held, list) else held


def rendered() -> list[dict[str, Any]]:
    """The objects of all examples and golden cases."""
    return [made for name in CASES for made in render(case(name))]


def corpus() -> list[dict[str, Any]]:
    """The StatefulSets of the corpus whose kind is still served."""
    return [found for found in map(stateful_set, files()) if found["apiVersion"] == "apps/v1"]


def test_table() -> None:
    """The table is what the judge writes."""
    written = subprocess.run([judging.PROGRAM, "-fields"], capture_output=True, check=True, encoding="utf-8").stdout
    assert written == TABLE.read_text(encoding="utf-8"), "run `make fields` and commit what it writes"


def test_server_cases() -> None:
    """The server fills in the same in every case of the table above."""
    hold([row["given"] for row in table("filled") if row["given"]["kind"] != "Stranger"])


@pytest.mark.parametrize(
    "image",
    [
        "",
        "a",
        "a:b",
        "A",
        "A/b",
        "a:latest",
        "a@sha256:" + "0" * 64,
        "a:latest@sha256:" + "0" * 64,
        "a:b@sha256:" + "0" * 64,
        "$(IMAGE)",
        "ghcr.io/a/b",
        "ghcr.io:443/a/b:c",
        "a__b",
        "a--b",
        "a..b",
        "localhost/a",
        ":latest",
        "a:",
        "a/B",
    ],
)
def test_server_images(image: str) -> None:
    """The server pulls an image as often."""
    hold([container({"image": image})])


def test_server_rendered() -> None:
    """The server fills in the same in what is rendered."""
    hold(rendered())


def test_server_corpus() -> None:
    """The server fills in the same in StatefulSets of others."""
    hold(corpus())


@pytest.mark.parametrize("seed", range(5))
def test_server_parts(seed: int) -> None:
    """The server fills in the same in what is left of objects with all their defaults."""
    random = Random(seed)  # noqa: S311 - what is drawn keeps no secret
    whole = [answer["object"] for answer in judging.filled([*rendered(), *corpus()])]
    hold([without_some(stored, random) for stored in whole])


@pytest.mark.parametrize("kind", [name for name in types() if " " in name])
def test_server_grown(kind: str) -> None:
    """The server fills in the same in every part that an object of the kind can have, beside any others."""
    version, name = kind.split()
    grown = [part(types()[kind], Random(seed)) for seed in range(20)]  # noqa: S311 - what is drawn keeps no secret
    hold([{"apiVersion": version, "kind": name, **parts} for parts in grown])


def part(of: Type, random: Random) -> dict[str, Any]:
    """Something of the type that has some of the parts that it can have, and says nothing else."""
    found: dict[str, Any] = {}
    for name, field in of.fields.items():
        if field.holds in types() and not field.is_map and random.random() < 0.4:
            held = part(types()[field.holds], random)
            found[name] = [held] if field.is_list else held
    return found


@settings(max_examples=50)
@given(stack_inputs())
def test_server_drawn(manifest: KubernetesStatefulSetStackInput) -> None:
    """The server fills in the same in what any valid manifest becomes."""
    hold(render(manifest))
