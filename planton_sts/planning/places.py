# SPDX-License-Identifier: Apache-2.0
"""Where in the new manifests stands what a consequence is about."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from google.protobuf.json_format import MessageToDict

from planton_sts.application import Application
from planton_sts.comparison.fields import KubeObject
from planton_sts.counterparts import APP, ELEMENT, Steps, counterpart, spelled
from planton_sts.json_objects import at, json_object
from planton_sts.loading import Document
from planton_sts.messages import KubernetesStatefulSetStackInput
from planton_sts.paths import Key, Path, Step, parse
from planton_sts.planning.consequences import Consequence, identity
from planton_sts.planning.lookup import below, followed, index
from planton_sts.problems import Place
from planton_sts.rendering.patches import role_of
from planton_sts.rendering.strategic_merge import CONTAINERS

NAME = ("metadata", "name")
PATCHES = ("spec", "patches")
# Fields that say the same as the counterpart does.
_ALSO: dict[str, tuple[Steps, ...]] = {
    "spec.template.spec.containers[app].env[]": (
        ("spec", "container", "app", "env", "variables", ELEMENT),
        ("spec", "container", "app", "env", "secrets", ELEMENT),
    ),
    "spec.template.spec.containers[app].ports[]": (("spec", "container", "app", "ports", ELEMENT),),
    "spec.template.spec.volumes[]": (("spec", "container", "app", "volumeMounts", ELEMENT),),
    "spec.ports[]": (("spec", "container", "app", "ports", ELEMENT),),
}
# What has objects rendered that no field says one by one.
_WHOLE: dict[str, Path] = {
    **dict.fromkeys(("Certificate", "Gateway", "GRPCRoute", "HTTPRoute"), ("spec", "ingress")),
    "PodDisruptionBudget": ("spec", "availability", "podDisruptionBudget"),
}


class Manifest(NamedTuple):
    """A manifest, and what becomes of it.

    Attributes:
        document: Where it is written.
        application: What it describes.
        objects: What it renders.

    """

    document: Document
    application: Application
    objects: Sequence[KubeObject]

    def rendered(self, consequence: Consequence) -> KubeObject | None:
        """The object that the consequence is about, if it is one of these."""
        return next((each for each in self.objects if identity(each) == consequence.object), None)


def place(consequence: Consequence, old: Sequence[Manifest], new: Sequence[Manifest]) -> Place:
    """The field that says so, or what stands nearest; the manifest's name for an object that comes or goes as a whole.

    Nowhere, where the new manifests do not speak of the object at all.
    """
    for manifest in new:
        if kube_object := manifest.rendered(consequence):
            return _place(manifest.document, _field(manifest, kube_object, consequence.fields))
    former = next((manifest for manifest in old if manifest.rendered(consequence)), None)
    left = _successor(former, new) if former else None
    return _place(left.document, NAME) if left else Place()


def _successor(former: Manifest, new: Sequence[Manifest]) -> Manifest | None:
    """The manifest of the same name, of the same namespace if there is one."""
    names = former.application.names
    named = [manifest for manifest in new if manifest.application.names.name == names.name]
    at_home = (manifest for manifest in named if manifest.application.names.namespace == names.namespace)
    return next(at_home, None) or next(iter(named), None)


def _place(document: Document, path: Path) -> Place:
    whole = ("target", *path) if isinstance(document.message, KubernetesStatefulSetStackInput) else path
    return document.place(document.spelled(whole))


def _field(manifest: Manifest, kube_object: KubeObject, fields: Sequence[str]) -> Path:
    """The path, in the manifest, of the first of the object's fields."""
    instead = _WHOLE.get(str(kube_object["kind"]), NAME)
    if not fields:
        return instead
    said = _said(manifest.document)
    app = manifest.application.input.target.spec.container.app.name or "app"
    steps = list(_steps(kube_object, parse(fields[0])[0], app))
    patches = [followed(said, way) for way in _patches(said, kube_object, [step for _, step in steps])]
    ways = [followed(said, way) for way in _ways(role_of(manifest.application, kube_object), steps)]
    # A patch has the last word, where it has one.
    found = [each for each in patches if each.is_said] or ways
    return max((each.path for each in found), key=len, default=instead)


def _said(document: Document) -> dict[str, Any]:
    """The manifest as it is written, with its patches as what they say."""
    message = document.message
    target = message.target if isinstance(message, KubernetesStatefulSetStackInput) else message
    said: dict[str, Any] = MessageToDict(target) if target is not None else {}
    for patch in at(said, *PATCHES) or ():
        patch["patch"] = json_object(patch.get("patch", ""))
    return said


def _steps(held: Any, path: Path, app: str) -> Iterator[tuple[str, Step]]:
    """Each step within the object as the table of counterparts has it, and as it is."""
    passed: Steps = ()
    for step in path:
        is_element = isinstance(held, list) or (held is None and isinstance(step, Key | int))
        name = (APP if passed == CONTAINERS and step == app else ELEMENT) if is_element else str(step)
        yield name, step
        passed, held = (*passed, name), below(held, index(held, step))


def _ways(role: str, steps: Sequence[tuple[str, Step]]) -> Iterator[Path]:
    """The paths of the fields that say what stands there, or else in what holds it."""
    for length in range(len(steps), 0, -1):
        names = tuple(name for name, _ in steps[:length])
        found = [counterpart(role, names), *_ALSO.get(spelled(names), ())]
        yield from (_labelled(way, steps[:length]) for way in found if way)


def _labelled(way: Steps, steps: Sequence[tuple[str, Step]]) -> Path:
    """The path with the names of the elements that it leads through."""
    labels = iter([step for name, step in steps if name == ELEMENT])
    return tuple(next(labels, 0) if step == ELEMENT else step for step in way)


def _patches(said: dict[str, Any], kube_object: KubeObject, path: Sequence[Step]) -> Iterator[Path]:
    """The paths that lead to the same in the patches of the object."""
    for number, patch in enumerate(at(said, *PATCHES) or ()):
        kind, name = (at(patch, "target", key) for key in ("kind", "name"))
        if kind == kube_object["kind"] and name in {None, kube_object["metadata"]["name"]}:
            yield *PATCHES, number, "patch", *path
