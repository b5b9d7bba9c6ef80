# SPDX-License-Identifier: Apache-2.0
"""Kubernetes objects to manifests, one for each StatefulSet among them."""

from collections.abc import Iterable, Iterator
from typing import Any, Literal, NamedTuple, get_args

from planton_sts.adoption.access import KINDS
from planton_sts.adoption.belongings import Running, belongings
from planton_sts.adoption.conventions import follow_conventions
from planton_sts.adoption.drafting import draft, leave_the_rest
from planton_sts.adoption.literals import include_secrets
from planton_sts.adoption.proof import Imported, proven
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
        others: The objects that belong to none.

    """

    manifests: list[Imported]
    others: list[KubeObject]


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
    given = [_settled(each, namespace) for each in each_of(objects)]
    known, unknown = ([each for each in given if is_known(each) is told] for told in (True, False))
    found, others = belongings([terse(each) for each in known])
    manifests = [_imported(running, secrets, platform, conventional=conventional) for running in found]
    return Imports(manifests, [*others, *unknown])


def each_of(objects: Iterable[Any]) -> Iterator[KubeObject]:
    """The objects, and those of the lists among them; ValueError for what is none."""
    for number, each in enumerate(objects, start=1):
        if not isinstance(each, dict) or not isinstance(each.get("kind"), str):
            raise ValueError(f"object {number} must be a mapping with `kind`")  # noqa: TRY004 - it is read, not called
        if each["kind"].endswith("List") and isinstance(each.get("items"), list):
            yield from each_of(_with_kind(item, each) for item in each["items"])
            continue
        metadata = each.get("metadata")
        if not isinstance(metadata, dict) or not isinstance(metadata.get("name"), str) or not metadata["name"]:
            raise ValueError(f"object {number}, a {each['kind']}, must have `metadata.name`")
        if (fault := misshapen(each)) is not None:
            raise ValueError(f"{each['kind']} {metadata['name']}: `{spell(fault)}` has another shape than its field")
        yield each


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
    """The manifest of what runs; without the way in from outside, where no field says all that it does."""

    def attempt(*, with_access: bool) -> Imported:
        made = draft(running, with_access=with_access)
        if secrets == "include":
            include_secrets(made)
        if conventional:
            follow_conventions(made)
        leave_the_rest(made)
        return proven(made, platform)

    found = attempt(with_access=True)
    is_said = conventional or not any(fate.differences for fate in found.fates if fate.kind in KINDS)
    return found if is_said else attempt(with_access=False)
