# SPDX-License-Identifier: Apache-2.0
"""A manifest of what runs by the conventions of this API: its names, its labels, its selector."""

from typing import Any

from planton_sts.adoption.access import APP, offer_all
from planton_sts.adoption.belongings import Running, at
from planton_sts.adoption.drafting import Draft
from planton_sts.names import reserved_labels
from planton_sts.paths import Path

SPEC: Path = ("spec",)
# What a manifest need not say where it follows them.
SAID_BY_CONVENTION: tuple[Path, ...] = (
    (*SPEC, "plain"),
    (*SPEC, "selector"),
    (*SPEC, "serviceName"),
    (*SPEC, "headlessService"),
    (*SPEC, "service", "name"),
    (*SPEC, "service", "selector"),
    (*SPEC, "podServices", "name"),
    (*SPEC, "pod", "name"),
    (*SPEC, "pod", "namespace"),
    (*SPEC, "serviceAccount", "roleName"),
    (*SPEC, "availability", "podDisruptionBudget", "name"),
    (*SPEC, "networkPolicy", "name"),
    (*APP, "name"),
)
LABELLED: tuple[Path, ...] = (
    ("metadata", "labels"),
    *((*SPEC, part, "labels") for part in ("pod", "service", "podServices", "serviceAccount")),
)


def follow_conventions(made: Draft) -> None:
    """Change the draft into one that says nothing which goes without saying; what runs is then made anew in part."""
    made.announces = True
    sketch, running = made.sketch, made.running
    for path in SAID_BY_CONVENTION:
        sketch.take(path)
    for path in LABELLED:
        for label in reserved_labels():
            sketch.take((*path, label))
        sketch.drop(path, {})
    if sketch.get((*SPEC, "serviceAccount", "create")) is not False:
        sketch.take((*SPEC, "serviceAccount", "name"))
    for number in sketch.get((*SPEC, "services")) or {}:
        for label in running.selector:
            sketch.take((*SPEC, "services", number, "selector", label))
    if offer_all(sketch):
        sketch.take((*SPEC, "service", "ports"))
        sketch.drop((*SPEC, "service"), {})


def by_convention(patch: dict[str, Any], running: Running) -> dict[str, Any]:
    """The patch, with our name of the application's container, and without labels, which are ours."""
    changes = dict(patch["patch"])
    metadata = {name: value for name, value in (changes.pop("metadata", None) or {}).items() if name != "labels"}
    own = (at(running.stateful_set, "spec", "template", "spec", "containers") or [{}])[0].get("name")
    return {**patch, "patch": {**({"metadata": metadata} if metadata else {}), **_renamed(changes, own)}}


def _renamed(changes: Any, own: Any) -> Any:
    """The changes to a StatefulSet, with the application's container by our name."""
    containers = at(changes, "spec", "template", "spec", "containers")
    if not containers:
        return changes
    pod = changes["spec"]["template"]["spec"]
    named = [{**each, "name": "app"} if each.get("name") == own else each for each in containers]
    template = {**changes["spec"]["template"], "spec": {**pod, "containers": named}}
    return {**changes, "spec": {**changes["spec"], "template": template}}
