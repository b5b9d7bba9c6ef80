# SPDX-License-Identifier: Apache-2.0
"""Kubernetes objects to manifests, one for each StatefulSet among them."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Literal, NamedTuple, get_args

from planton_sts.adoption.access import KINDS
from planton_sts.adoption.belongings import Running, belongings
from planton_sts.adoption.conventions import by_convention, follow_conventions
from planton_sts.adoption.drafting import RENDERS_NONE, draft, leave_the_rest
from planton_sts.adoption.literals import include_secrets
from planton_sts.adoption.proof import Fate, Imported, identity, patches_of, proven
from planton_sts.comparison import is_known, misshapen, terse, version_of
from planton_sts.messages import KubernetesStatefulSetPlatform
from planton_sts.paths import spell
from planton_sts.rendering import KubeObject

SecretsAre = Literal["reference", "include"]

# Where objects are that say no namespace, as for kubectl.
DEFAULT = "default"


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
    known = [_settled(each, namespace) for each in given if is_known(each)]
    unknown = [each for each in given if not is_known(each)]
    _refuse_twins(known)
    found, others = belongings([terse(each) for each in known])
    manifests = [_imported(running, secrets, platform, conventional=conventional) for running in found]
    return Imports(manifests, [*(_alone(each) for each in others), *(_unknown(each) for each in unknown)])


def _alone(each: KubeObject) -> Fate:
    return Fate(*identity(each), left="it belongs to no StatefulSet")


def _unknown(each: KubeObject) -> Fate:
    return Fate(*identity(each), left=f"no manifest renders a {each['kind']} of `{each.get('apiVersion')}`")


def _refuse_twins(objects: list[KubeObject]) -> None:
    """ValueError for an object that is given twice, of which one alone can run."""
    for (kind, namespace, name), count in Counter(map(identity, objects)).items():
        if count > 1:
            raise ValueError(f"{kind} {'/'.join(filter(None, (namespace, name)))} must be given once")


def each_of(objects: Iterable[Any]) -> Iterator[KubeObject]:
    """The objects, and those of the lists among them; ValueError for what is none."""
    for number, each in enumerate(objects, start=1):
        if not isinstance(each, dict) or not isinstance(each.get("kind"), str):
            raise ValueError(f"object {number} must be a mapping with `kind`")  # noqa: TRY004 - it is read, not called
        if each["kind"].endswith("List") and isinstance(each.get("items"), list):
            yield from each_of(_with_kind(item, each) for item in each["items"])
            continue
        if (odd := _unwritable(each)) is not None:
            raise ValueError(f"object {number}, a {each['kind']}, must hold what JSON has, and not a {odd}")
        metadata = each.get("metadata")
        if not isinstance(metadata, dict) or not isinstance(metadata.get("name"), str) or not metadata["name"]:
            raise ValueError(f"object {number}, a {each['kind']}, must have `metadata.name`")
        if (fault := misshapen(each)) is not None:
            raise ValueError(f"{each['kind']} {metadata['name']}: `{spell(fault)}` has another shape than its field")
        yield each


def _unwritable(value: Any) -> str | None:
    """What in the value no JSON has, by the name of its type; None where there is nothing."""
    if isinstance(value, dict):
        if not all(isinstance(key, str) for key in value):
            return "key that is no text"
        return next(filter(None, map(_unwritable, value.values())), None)
    if isinstance(value, list):
        return next(filter(None, map(_unwritable, value)), None)
    if isinstance(value, float) and not math.isfinite(value):
        return "number without end"
    return None if value is None or isinstance(value, str | int | float) else type(value).__name__


def _with_kind(item: Any, of: dict[str, Any]) -> Any:
    """The item of a list of one kind, which may leave the kind to the list."""
    kind = of["kind"].removesuffix("List")
    return {"apiVersion": of.get("apiVersion"), "kind": kind, **item} if kind and isinstance(item, dict) else item


def _settled(kube_object: KubeObject, namespace: str) -> KubeObject:
    """The object in a version that is served today, and in a namespace."""
    metadata, version = kube_object["metadata"], version_of(kube_object)
    if kube_object["kind"] == "Namespace":
        metadata = {key: value for key, value in metadata.items() if key != "namespace"}
    else:
        metadata = {**metadata, "namespace": metadata.get("namespace") or namespace}
    return {**kube_object, "apiVersion": version, "metadata": metadata}


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
