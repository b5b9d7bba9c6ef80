# SPDX-License-Identifier: Apache-2.0
"""A real API server's verdicts on fields in Kubernetes' own form, each put where it stands in a manifest."""

import json
import re
from collections.abc import Iterator
from copy import deepcopy
from itertools import pairwise
from typing import Any, TypeAlias

import pytest

from planton_sts import KubernetesStatefulSet, Problem, load_one, validate
from planton_sts.loading import kubernetes
from planton_sts.messages import is_map
from planton_sts.rendering.own_form import FIRST
from tables import HERE, facts

Way: TypeAlias = tuple[str | int, ...]

BASES = json.loads((HERE / "facts" / "beyond.bases.json").read_text())
FIELDS = json.loads((HERE / "facts" / "beyond.fields.json").read_text())
SPEC = KubernetesStatefulSet.DESCRIPTOR.fields_by_name["spec"].message_type
POD: Way = ("template", "spec")
APP: Way = (*POD, "containers", 0)
CLAIM: Way = ("volumeClaimTemplates", "*")
# It is on the pods in any case.
LABEL: Way = ("template", "metadata", "labels", "app")
# Where in a manifest's spec stands what stands elsewhere in that of a StatefulSet; `*` is the index of any element.
# The longer beginnings come first.
MOVED: dict[Way, Way] = {
    ("replicas",): ("availability", "replicas"),
    LABEL: ("pod", "labels", "app"),
    ("template", "metadata"): ("pod",),
    (*APP, "env"): ("container", "app", "env", "entries"),
    (*APP, "image"): ("container", "app", "image", "reference"),
    (*APP, "ports"): ("container", "app", "containerPorts"),
    APP: ("container", "app"),
    (*POD, "containers", "*"): ("container", "sidecars", "*"),
    (*POD, "initContainers"): ("container", "initContainers"),
    POD: ("pod",),
    (*CLAIM, "metadata"): CLAIM,
    (*CLAIM, "spec", "resources", "requests", "storage"): (*CLAIM, "size"),
    (*CLAIM, "spec", "storageClassName"): (*CLAIM, "storageClass"),
    (*CLAIM, "spec"): CLAIM,
}
# What of Project Planton's stands there as Kubernetes has it.
THEIRS = {"availability", "container", "podManagementPolicy", "volumeClaimTemplates"}

# What was refused for want of something that the server's cluster had not, and others have.
ABSENT = re.compile("no PriorityClass with name|RuntimeClass .* not found")

# Values that say nothing, where the server tells them from those that are not there.
SAYS_NOTHING = {"", None}


def placed(field: str, value: Any) -> dict[str, Any] | None:
    """The manifest with the value in the field's place; None where the API has not all of it."""
    known = FIELDS.get(field, {"path": []})
    if known["path"][:1] != ["spec"] or not known["base"].startswith("ss"):
        return None
    base = BASES[known["base"]]
    stateful_set = deepcopy(base)
    for key, part in value.items() if known["mode"] == "merge" and isinstance(value, dict) else [(None, value)]:
        put(stateful_set, (*known["path"], *([key] if key else [])), part)
    return manifest_of(stateful_set["spec"], dict(parts((), base["spec"])))


def manifest_of(stateful_set: dict[str, Any], base: dict[Way, Any]) -> dict[str, Any] | None:
    """The manifest that says the same; None where something has no place that the base does not have."""
    spec: dict[str, Any] = {"namespace": "database"}
    for way, value in parts((), stateful_set):
        place, is_of_base = moved(way), way in base and base[way] == value
        if is_known(place, value) and not (is_of_base and way == LABEL):
            put(spec, place, value)
        elif not is_of_base:
            return None
    # A volume of the base's that says nothing starts empty, as the server has it.
    for volume in spec.get("pod", {}).get("volumes", ()):
        if volume == {"name": "v"}:
            volume["emptyDir"] = {}
    return {
        "apiVersion": "kubernetes.project-planton.org/v1",
        "kind": "KubernetesStatefulSet",
        "metadata": {"name": "web"},
        "spec": spec,
    }


def parts(way: Way, value: Any) -> Iterator[tuple[Way, Any]]:
    """What of a StatefulSet's spec is moved as one, with its place there."""
    lengths = [len(start) for start in MOVED if begins(start, way)]
    if lengths and value is None:
        return
    if isinstance(value, dict) and lengths:
        for key, part in value.items():
            yield from parts((*way, key), part)
    elif isinstance(value, list) and max(lengths, default=0) > len(way):
        for index, part in enumerate(value):
            yield from parts((*way, index), part)
    else:
        yield way, value


def begins(way: Way, start: Way) -> bool:
    """Whether the way begins so."""
    return len(way) >= len(start) and all(
        step == asked or ("*" in {step, asked} and isinstance(step, int) != isinstance(asked, int))
        for step, asked in zip(way, start, strict=False)
    )


def moved(way: Way) -> Way:
    """The way within a manifest's spec to what stands there within that of a StatefulSet."""
    start = next((start for start in MOVED if begins(way, start)), ())
    # The first container is the application's, so the others count from the next one.
    first = 1 if "sidecars" in MOVED.get(start, ()) else 0
    index = [int(step) - first for step, asked in zip(way, start, strict=False) if asked == "*"]
    place = [index[0] if step == "*" else step for step in MOVED.get(start, ())]
    return (*place, *way[len(start) :])


def is_known(place: Way, value: Any) -> bool:
    """Whether the API has the field in Kubernetes' form, and all of Kubernetes' that the value has."""
    held = SPEC
    for step in place:
        if isinstance(step, int):
            continue
        field = next((field for field in held.fields if field.json_name == step), None) if held else None
        if field is None or (held is SPEC and field.number < FIRST and step not in THEIRS):
            return False
        if is_map(field):
            return True
        held = field.message_type
    return all(has(held, part) for part in (value if isinstance(value, list) else [value]))


def has(message: Any, value: Any) -> bool:
    """Whether the message has the fields that the value has, but for those that Kubernetes does not have either."""
    if message is None or not isinstance(value, dict):
        return True
    fields = {field.json_name: field for field in message.fields}
    return all(
        is_map(field) or all(has(field.message_type, one) for one in (part if isinstance(part, list) else [part]))
        if (field := fields.get(key))
        else not kubernetes.is_known(key)
        for key, part in value.items()
    )


def put(tree: Any, place: Way, value: Any) -> None:
    """Set what stands at the place, and whatever is on the way there."""
    for step, after in pairwise(place):
        below: Any = [] if isinstance(after, int) else {}
        if isinstance(tree, list) and len(tree) == step:
            tree.append(below)
        tree = tree[step] if isinstance(tree, list) else tree.setdefault(step, below)
    if isinstance(tree, list) and len(tree) == place[-1]:
        tree.append(value)
    else:
        tree[place[-1]] = value


def problems_of(manifest: dict[str, Any]) -> list[Problem]:
    return [problem for problem in validate(load_one(json.dumps(manifest))) if problem.severity == "error"]


ROWS = [row for row in facts("beyond") if placed(row["field"], json.loads(row["value"])) is not None]
STRICTER = {(row["field"], row["value"]): row["reason"] for row in facts("beyond_stricter")}
LAXER = {(row["field"], row["value"]): row["reason"] for row in facts("beyond_unset")}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['field']} {row['value'][:40]}")
def test_verdict_is_the_servers(row: dict[str, str]) -> None:
    """Refused there is refused here; accepted there is accepted, but for the choices with reasons."""
    manifest = placed(row["field"], json.loads(row["value"]))
    assert manifest
    found = problems_of(manifest)
    key = (row["field"], row["value"])
    is_refused = row["verdict"] == "reject" or ("refused:" in row["message"] and not ABSENT.search(row["message"]))
    if (is_refused and key not in LAXER) or key in STRICTER:
        assert found
    else:
        assert not found


def test_every_choice_is_about_a_row() -> None:
    """The lists of stricter choices and of what says nothing name rows that exist, with the other verdict."""
    verdicts = {(row["field"], row["value"]): row["verdict"] for row in ROWS}
    assert all(verdicts[key] == "accept" for key in STRICTER)
    assert all(verdicts[key] == "reject" for key in LAXER)
    assert all([*STRICTER.values(), *LAXER.values()])
