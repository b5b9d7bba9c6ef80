# SPDX-License-Identifier: Apache-2.0
"""A manifest of what runs by the conventions of this API: its names, its labels, its selector."""

from typing import Any

from planton_sts.json_objects import at
from planton_sts.names import reserved_labels
from planton_sts.paths import Path
from planton_sts.recognition.access import APP, offer_all
from planton_sts.recognition.belongings import Running
from planton_sts.recognition.drafting import Draft
from planton_sts.recognition.inverse import Sketch
from planton_sts.rendering.config_maps import CHECKSUM
from planton_sts.variables import POD_FACTS

SPEC: Path = ("spec",)
# What a manifest need not say where it follows them.
SAID_BY_CONVENTION: tuple[Path, ...] = (
    (*SPEC, "plain"),
    (*SPEC, "selector"),
    (*SPEC, "serviceName"),
    *((*SPEC, "headlessService", name) for name in ("create", "name", "publishNotReadyAddresses", "selector")),
    (*SPEC, "service", "name"),
    (*SPEC, "service", "selector"),
    (*SPEC, "podServices", "name"),
    (*SPEC, "pod", "annotations", CHECKSUM),
    (*SPEC, "pod", "name"),
    (*SPEC, "pod", "namespace"),
    (*SPEC, "serviceAccount", "roleName"),
    (*SPEC, "availability", "podDisruptionBudget", "name"),
    (*SPEC, "networkPolicy", "name"),
    (*APP, "name"),
)
LABELLED: tuple[Path, ...] = (
    ("metadata", "labels"),
    *((*SPEC, part, "labels") for part in ("pod", "service", "headlessService", "podServices", "serviceAccount")),
)
# What may be left with nothing in it.
EMPTIED: tuple[Path, ...] = (
    (*SPEC, "pod", "annotations"),
    (*SPEC, "service"),
    (*SPEC, "headlessService"),
    (*SPEC, "serviceAccount"),
    (*APP, "env"),
)
# The labels that say what stands in `metadata`.
SAID_OF_RESOURCE = {"planton.ai/environment": "env", "planton.ai/id": "id", "planton.ai/organization": "org"}


def follow_conventions(made: Draft) -> None:
    """Change the draft into one that says nothing which goes without saying; what runs is then made anew in part."""
    made.announces = True
    sketch, running = made.sketch, made.running
    _rename(sketch.get(SPEC), _own_container(running))
    for path in SAID_BY_CONVENTION:
        sketch.take(path)
    if sketch.get((*SPEC, "serviceAccount", "create")) is not False:
        sketch.take((*SPEC, "serviceAccount", "name"))
    for number in sketch.get((*SPEC, "services")) or {}:
        for label in running.selector:
            sketch.take((*SPEC, "services", number, "selector", label))
    _leave_labels(sketch)
    for container in _containers(sketch):
        _leave_facts(sketch, container)
    if offer_all(sketch):
        sketch.take((*SPEC, "service", "ports"))
        sketch.take((*SPEC, "headlessService", "ports"))
    for emptied in EMPTIED:
        sketch.drop(emptied, {})


def _leave_labels(sketch: Sketch) -> None:
    """Say none of the labels that the renderer sets, but what they say of the resource."""
    for label, field in SAID_OF_RESOURCE.items():
        if value := sketch.take(("metadata", "labels", label)):
            sketch.put(("metadata", field), value)
    services = sketch.get((*SPEC, "services")) or {}
    for path in (*LABELLED, *((*SPEC, "services", number, "labels") for number in services)):
        for label in reserved_labels():
            sketch.take((*path, label))
        sketch.drop(path, {})


def _containers(sketch: Sketch) -> list[Path]:
    """Where the variables of each container stand."""
    kinds = [(*SPEC, "container", kind) for kind in ("sidecars", "initContainers")]
    return [(*APP, "env", "entries"), *((*kind, number, "env") for kind in kinds for number in sketch.get(kind) or {})]


def _leave_facts(sketch: Sketch, variables: Path) -> None:
    """Say nothing of what each container is told of its pod."""
    entries = sketch.take(variables) or {}
    facts = [{"name": name, "valueFrom": {"fieldRef": {"fieldPath": path}}} for name, path in POD_FACTS.items()]
    for number, entry in enumerate(entry for entry in entries.values() if entry not in facts):
        sketch.put((*variables, number), entry)


def by_convention(patch: dict[str, Any], running: Running) -> dict[str, Any]:
    """The patch, with our name of the application's container, and without labels, which are ours."""
    changes = dict(patch["patch"])
    metadata = {name: value for name, value in (changes.pop("metadata", None) or {}).items() if name != "labels"}
    renamed = _renamed(changes, _own_container(running))
    return {**patch, "patch": {**({"metadata": metadata} if metadata else {}), **renamed}}


def _own_container(running: Running) -> Any:
    """What the application's container is called."""
    return (at(running.stateful_set, "spec", "template", "spec", "containers") or [{}])[0].get("name")


def _rename(said: Any, own: Any) -> None:
    """Let what refers to the application's container call it by our name."""
    if isinstance(said, dict):
        if own and said.get("containerName") == own:
            said["containerName"] = "app"
        for held in said.values():
            _rename(held, own)


def _renamed(changes: Any, own: Any) -> Any:
    """The changes to a StatefulSet, with the application's container by our name."""
    containers = at(changes, "spec", "template", "spec", "containers")
    if not containers:
        return changes
    pod = changes["spec"]["template"]["spec"]
    named = [{**each, "name": "app"} if each.get("name") == own else each for each in containers]
    template = {**changes["spec"]["template"], "spec": {**pod, "containers": named}}
    return {**changes, "spec": {**changes["spec"], "template": template}}
