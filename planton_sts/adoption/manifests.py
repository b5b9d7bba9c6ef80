# SPDX-License-Identifier: Apache-2.0
"""Kubernetes objects to manifests, one for each StatefulSet among them."""

from collections.abc import Iterable
from typing import Any, Literal, NamedTuple, get_args

from planton_sts.adoption.conventions import by_convention, follow_conventions
from planton_sts.adoption.literals import include_secrets
from planton_sts.adoption.proof import Fate, Imported, patches_of, proven
from planton_sts.comparison import DEFAULT, each_of, identity, is_known, settled, terse
from planton_sts.messages import KubernetesStatefulSetPlatform
from planton_sts.recognition.access import KINDS
from planton_sts.recognition.belongings import Running, belongings
from planton_sts.recognition.drafting import RENDERS_NONE, draft, leave_the_rest
from planton_sts.rendering import KubeObject

SecretsAre = Literal["reference", "include"]


class Imports(NamedTuple):
    """What becomes of some objects.

    Attributes:
        manifests: A manifest for each StatefulSet, with what belongs to it.
        others: What becomes of the objects that belong to none.

    """

    manifests: list[Imported]
    others: list[Fate]


def import_objects(
    objects: Iterable[Any],
    *,
    namespace: str = DEFAULT,
    secrets: SecretsAre = "reference",
    conventional: bool = False,
    platform: KubernetesStatefulSetPlatform | None = None,
) -> list[Imported]:
    """A manifest for each StatefulSet among the objects, with what belongs to it; lists of objects are taken too.

    Objects that say no namespace are taken to be in the one given. Literal Secrets stay beside the manifest, which
    refers to them, unless they are to be included. Names, selectors and labels are kept, unless it shall be
    conventional. ValueError says which object cannot be read.
    """
    return imports(objects, namespace, secrets, platform, conventional=conventional).manifests


def imports(
    objects: Iterable[Any],
    namespace: str = DEFAULT,
    secrets: SecretsAre = "reference",
    platform: KubernetesStatefulSetPlatform | None = None,
    *,
    conventional: bool = False,
) -> Imports:
    """The same, and what belongs to none of them."""
    if secrets not in get_args(SecretsAre):
        raise ValueError(f"secrets are `reference` or `include`, and not {secrets!r}")
    given = list(each_of(objects))
    known = settled(given, namespace)
    unknown = [each for each in given if not is_known(each)]
    found, others = belongings([terse(each) for each in known])
    manifests = [_imported(running, secrets, platform, conventional=conventional) for running in found]
    return Imports(manifests, [*(_alone(each) for each in others), *(_unknown(each) for each in unknown)])


def _alone(each: KubeObject) -> Fate:
    return Fate(*identity(each), left="it belongs to no StatefulSet")


def _unknown(each: KubeObject) -> Fate:
    return Fate(*identity(each), left=f"no manifest renders a {each['kind']} of `{each.get('apiVersion')}`")


def _imported(
    running: Running, secrets: SecretsAre, platform: KubernetesStatefulSetPlatform | None, *, conventional: bool
) -> Imported:
    """The manifest of what runs."""
    kept, with_access = _kept(running, platform)
    if secrets == "reference" and not conventional:
        return kept
    made, patches = draft(running, with_access=with_access), patches_of(kept)
    if secrets == "include":
        include_secrets(made)
    if conventional:
        follow_conventions(made)
        patches = [by_convention(patch, running) for patch in patches]
    leave_the_rest(made)
    # What no field says is said as before; all else may be otherwise, and is no business of a patch.
    return proven(made, platform, patches if made.announces else None)


def _kept(running: Running, platform: KubernetesStatefulSetPlatform | None) -> tuple[Imported, bool]:
    """The manifest that keeps all as it runs, and whether it has the way in from outside, all of which fields say."""
    for with_access in (True, False):
        made = draft(running, with_access=with_access)
        leave_the_rest(made)
        kept = proven(made, platform)
        if not any(_is_otherwise(fate) for fate in kept.fates if fate.kind in KINDS):
            break
    return kept, with_access


def _is_otherwise(fate: Fate) -> bool:
    """Whether the manifest renders less, more or something else than what runs."""
    return bool(fate.differences) or fate.is_new or fate.left == RENDERS_NONE
