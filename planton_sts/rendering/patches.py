# SPDX-License-Identifier: Apache-2.0
"""The patches of a manifest, applied to its objects after they are rendered."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from planton_sts.application import Application
from planton_sts.counterparts import HEADLESS
from planton_sts.json_objects import at, json_object
from planton_sts.messages import KubernetesStatefulSetPatchTarget
from planton_sts.paths import Key
from planton_sts.problems import Complaint, Finding
from planton_sts.rendering.kube_object import KubeObject
from planton_sts.rendering.strategic_merge import OTHER_SHAPE, Merge
from planton_sts.wording import closest, did_you_mean, or_list

PATCHES = ("target", "spec", "patches")
# What makes an object the one that it is, and finds the pods.
IDENTITY: tuple[tuple[str, ...], ...] = (
    ("apiVersion",),
    ("kind",),
    ("metadata", "name"),
    ("metadata", "namespace"),
    ("spec", "selector"),
    ("spec", "podSelector"),
)
KEEP = Complaint("render.patch.identity", "must leave kind, name, namespace and selector of the object as they are")
LABELS = Complaint("render.patch.identity", "must leave the pods the labels by which the selector finds them")
TEXT = Complaint("render.patch.shape", "must be text, in quotes if it looks like something else")
NOTHING = Complaint("render.patch.nothing", "must change something; the object is so without it")


class Patch(NamedTuple):
    """A patch that could be applied.

    Attributes:
        number: Its own in the manifest.
        changes: What it says.
        object: The number of the object that it changes.

    """

    number: int
    changes: dict[str, Any]
    object: int


class Patched(NamedTuple):
    """What the patches make of the objects.

    Attributes:
        objects: The objects; as they were, where a patch is at fault.
        applied: The patches that are in them.
        findings: What is wrong with the others.

    """

    objects: list[KubeObject]
    applied: list[Patch]
    findings: list[Finding]


def patched(application: Application, rendered: list[KubeObject]) -> Patched:
    """The rendered objects with the patches in them, one after another."""
    result = Patched(list(rendered), [], [])
    for number, patch in enumerate(application.input.target.spec.patches):
        found = _target(patch.target, result.objects)
        changes = json_object(patch.patch)
        if isinstance(found, Complaint):
            result.findings.append(Finding((*PATCHES, number, "target"), found))
        elif changes is not None:
            _apply(application, Patch(number, changes, found), result)
    return result


def changed(application: Application, rendered: list[KubeObject]) -> list[int]:
    """The numbers of the rendered objects that patches change."""
    return sorted({patch.object for patch in patched(application, rendered).applied})


def _apply(application: Application, patch: Patch, result: Patched) -> None:
    before = result.objects[patch.object]
    app = application.input.target.spec.container.app.name or "app"
    merge = Merge(before["kind"], role_of(application, before), app)
    after = merge.merged(before, patch.changes)
    faults = merge.findings or _faults(before, after)
    if faults:
        start = (*PATCHES, patch.number, "patch")
        result.findings.extend(fault._replace(path=(*start, *fault.path)) for fault in faults)
    else:
        result.objects[patch.object] = after
        result.applied.append(patch)


def _target(target: KubernetesStatefulSetPatchTarget, objects: Sequence[KubeObject]) -> int | Complaint:
    """The number of the object that is meant."""
    of_kind = [number for number, each in enumerate(objects) if each["kind"] == target.kind]
    if not of_kind:
        kinds = dict.fromkeys(each["kind"] for each in objects)
        hint = did_you_mean(closest(target.kind, kinds))
        return Complaint("render.patch.target", f"must be of a kind that is rendered: {or_list(kinds)}", hint)
    meant = [number for number in of_kind if target.name in ("", objects[number]["metadata"]["name"])]
    if len(meant) != 1:
        names = or_list(objects[number]["metadata"]["name"] for number in of_kind)
        return Complaint("render.patch.target", f"must have for its `name` that of one object: {names}")
    return meant[0]


def role_of(application: Application, kube_object: KubeObject) -> str:
    """What the object goes by in the table of counterparts."""
    is_headless = (
        kube_object["kind"] == "Service" and kube_object["metadata"]["name"] == application.names.headless_service
    )
    return HEADLESS if is_headless else str(kube_object["kind"])


def _faults(before: KubeObject, after: KubeObject) -> list[Finding]:
    """What a patch may not do, however it is written."""
    if after == before:
        return [Finding((), NOTHING)]
    changed = [Finding(path, KEEP) for path in IDENTITY if at(before, *path) != at(after, *path)]
    return changed or [*_unfound(after), *_no_texts(after["metadata"])]


def _unfound(stateful_set: KubeObject) -> Iterator[Finding]:
    """Labels of the pods that the selector misses."""
    path = ("spec", "template", "metadata", "labels")
    labels = at(stateful_set, *path) or {}
    selected = at(stateful_set, "spec", "selector", "matchLabels") or {}
    if stateful_set["kind"] == "StatefulSet" and not selected.items() <= labels.items():
        yield Finding(path, LABELS)


def _no_texts(metadata: dict[str, Any]) -> Iterator[Finding]:
    """Labels and annotations that are no texts, with which nothing could be done."""
    for name in ("labels", "annotations"):
        held = metadata.get(name, {})
        if not isinstance(held, dict):
            yield Finding(("metadata", name), OTHER_SHAPE)
            continue
        for key, value in held.items():
            if not isinstance(value, str):
                yield Finding(("metadata", name, Key(key)), TEXT)
