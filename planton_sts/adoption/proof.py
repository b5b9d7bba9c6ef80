# SPDX-License-Identifier: Apache-2.0
"""A manifest of what runs, rendered and held against what it was made of."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from planton_sts.adoption.patching import patch_between
from planton_sts.api import run
from planton_sts.application import Application, stack_input_of
from planton_sts.comparison import Difference, differences, identity, terse
from planton_sts.conversion.short_form import in_short
from planton_sts.loading import Document, loads
from planton_sts.messages import KubernetesStatefulSet, KubernetesStatefulSetPlatform
from planton_sts.outcome import outcome
from planton_sts.problems import Problem
from planton_sts.recognition.drafting import RENDERS_NONE, Draft
from planton_sts.rendering import rendered, unpatched
from planton_sts.rendering.patches import Patched
from planton_sts.resolution import clear_defaults, fill_defaults
from planton_sts.write import document as written

# What can never be changed of a StatefulSet that runs, or not so that its claims are kept.
FIXED = ("podManagementPolicy", "selector", "serviceName", "volumeClaimTemplates")


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of one object.

    Attributes:
        kind: Its kind.
        namespace: Its namespace; empty for one that is in none.
        name: Its name.
        differences: In what the manifest renders it otherwise.
        left: Why it stays as it is beside the manifest; empty for one that the manifest renders.
        is_new: Whether the manifest renders it and nothing like it runs.

    """

    kind: str
    namespace: str
    name: str
    differences: tuple[Difference, ...] = ()
    left: str = ""
    is_new: bool = False

    @property
    def is_made_anew(self) -> bool:
        """Whether the object cannot be changed into what the manifest renders."""
        changed = (difference.path[:2] for difference in self.differences)
        return self.kind == "StatefulSet" and any(path in {("spec", name) for name in FIXED} for path in changed)


@dataclass(frozen=True, slots=True)
class Imported:
    """A manifest of what runs.

    Attributes:
        text: The manifest as YAML.
        document: The same, loaded.
        fates: What becomes of each object.
        problems: What our rules say of the manifest, which is the place to mend it.
        is_announced: Whether it was asked for that something is rendered otherwise than it runs.

    """

    text: str
    document: Document
    fates: tuple[Fate, ...]
    problems: tuple[Problem, ...]
    is_announced: bool

    @property
    def is_equal(self) -> bool:
        """Whether the manifest renders what it was made of, but for what stays beside it."""
        return not any(fate.differences or fate.is_new for fate in self.fates)


def proven(
    made: Draft, platform: KubernetesStatefulSetPlatform | None, patches: list[dict[str, Any]] | None = None
) -> Imported:
    """The draft as a manifest, held against what it was made of.

    It has patches for whatever its fields do not say, or of those given the ones that can be applied.
    """
    manifest = made.manifest()
    drafted = _loaded(manifest)
    if patches is None:
        patches = list(_patches(made, _application(drafted, platform)))
    else:
        patches = _applicable(patches, manifest, platform)
    if patches:
        manifest["spec"]["patches"] = patches
        drafted = _loaded(manifest)
    message = drafted.message
    if not isinstance(message, KubernetesStatefulSet):
        raise ValueError(f"StatefulSet {made.running.name} cannot be written as a manifest")  # noqa: TRY004 - it is read
    clear_defaults(message.spec)
    text = written(in_short(message), comments=made.comments)
    document = loads(text)[0]
    result = rendered(_application(document, platform))
    problems = outcome(document, run([], None), platform).problems
    return Imported(text, document, tuple(_fates(made, result)), tuple(problems), made.announces)


def _loaded(manifest: dict[str, Any]) -> Document:
    return loads(written(manifest))[0]


def _application(document: Document, platform: KubernetesStatefulSetPlatform | None) -> Application:
    """The application of the manifest, whatever rules it breaks."""
    stack_input = stack_input_of(document.message, platform)
    fill_defaults(stack_input)
    return Application.of(stack_input)


def patches_of(imported: Imported) -> list[dict[str, Any]]:
    """The patches of the manifest, as it says them."""
    message = imported.document.message
    patches: list[dict[str, Any]] = in_short(message)["spec"].get("patches", []) if message else []
    return patches


def _applicable(
    patches: list[dict[str, Any]], manifest: dict[str, Any], platform: KubernetesStatefulSetPlatform | None
) -> list[dict[str, Any]]:
    """The patches that find what they change."""
    found: list[dict[str, Any]] = []
    for patch in patches:
        tried = {**manifest, "spec": {**manifest["spec"], "patches": [*found, patch]}}
        if not rendered(_application(_loaded(tried), platform)).findings:
            found.append(patch)
    return found


def _patches(made: Draft, application: Application) -> Iterator[dict[str, Any]]:
    """The patches that say what no field does."""
    objects = {identity(each): each for each in unpatched(application)}
    kinds = [kind for kind, _, _ in objects]
    for each in made.carried:
        before = objects.get(identity(each))
        patch = patch_between(terse(before), each) if before and differences(before, each) else {}
        if patch:
            kind, _, name = identity(each)
            yield {"target": {"kind": kind, **({"name": name} if kinds.count(kind) > 1 else {})}, "patch": patch}


def _fates(made: Draft, result: Patched) -> Iterator[Fate]:
    """What becomes of each object that runs, and what would be new."""
    objects = {identity(each): each for each in result.objects}
    for each in made.carried:
        ours = objects.pop(identity(each), None)
        if ours is None:
            yield Fate(*identity(each), left=RENDERS_NONE)
        else:
            yield Fate(*identity(each), differences=tuple(differences(ours, each)))
    for left in made.left:
        yield Fate(*identity(left.object), left=left.reason)
    for called in objects:
        yield Fate(*called, is_new=True)
