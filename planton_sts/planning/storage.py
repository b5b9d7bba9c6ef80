# SPDX-License-Identifier: Apache-2.0
"""Which data an update puts at risk: claims that are left behind, deleted, or no longer mounted."""

from collections.abc import Iterator, Sequence
from itertools import chain

from planton_sts.comparison import Difference
from planton_sts.description.facts import Object
from planton_sts.description.phrases import LOST, joined
from planton_sts.json_objects import at
from planton_sts.planning.consequences import Consequence, called
from planton_sts.planning.workload import Workload, added
from planton_sts.quantity import amount

_TEMPLATES = "spec.volumeClaimTemplates"
_SIZE = ("spec", "resources", "requests", "storage")
_RETENTION = ("spec", "persistentVolumeClaimRetentionPolicy")


def at_risk(old: Workload, new: Workload, found: Sequence[Difference]) -> Iterator[Consequence]:
    """What becomes of claims that are there."""
    yield from _left(old, new)
    yield from _covered(old, new)
    yield from _doomed(old, new, found)


def _left(old: Workload, new: Workload) -> Iterator[Consequence]:
    """Claims whose template goes, or goes by another name."""
    others = joined(added(old, new))
    for name in old.templates:
        if name in new.templates or not old.ordinals:
            continue
        claims = old.claims([name], old.ordinals)
        if source := _source(new, name):
            instead = f"; the pods get {source} in its place, which starts empty"
        elif others:
            instead = f"; the pods get claims of {others} in its place, which start empty"
        else:
            instead = ""
        words = f"{claims} would be left behind with their data, for their template goes{instead}"
        yield Consequence("data at risk", new.object, words, (f"{_TEMPLATES}[{name}]",))


def _source(workload: Workload, volume: str) -> str:
    """What the volume of the pods is, such as `emptyDir`; nothing where there is none."""
    volumes = (each for each in workload.pod.get("volumes", ()) if each.get("name") == volume)
    return next((name for each in volumes for name in each if name != "name"), "")


def _covered(old: Workload, new: Workload) -> Iterator[Consequence]:
    """Claims that stay, and where something else is mounted in their place."""
    after = _mounts(new)
    for (container, path), volume in _mounts(old).items():
        instead = after.get((container, path), volume)
        claim = _claim(old, volume)
        if claim and claim != _claim(new, instead) and not (volume in old.templates and volume not in new.templates):
            shown = _claim(new, instead) or f"{_source(new, instead) or 'the volume'} {instead}"
            words = f"{path} of container {container} would no longer show what {claim} holds, but {shown}"
            field = f"spec.template.spec.containers[{container}].volumeMounts[{path}]"
            yield Consequence("data at risk", new.object, words, (field,))


def _mounts(workload: Workload) -> dict[tuple[str, str], str]:
    """The volume at each path of each container."""
    containers = chain(workload.pod.get("containers", ()), workload.pod.get("initContainers", ()))
    return {
        (str(container.get("name")), str(mount.get("mountPath"))): str(mount.get("name"))
        for container in containers
        for mount in container.get("volumeMounts", ())
    }


def _claim(workload: Workload, volume: str) -> str:
    """The claim that the volume is, or the template of each pod's own; nothing for a volume that keeps nothing."""
    if volume in workload.templates:
        return f"the claim of template {volume}"
    volumes = (each for each in workload.pod.get("volumes", ()) if each.get("name") == volume)
    claims = (at(each, "persistentVolumeClaim", "claimName") for each in volumes)
    return next((f"the claim {claim}" for claim in claims if claim), "")


def _doomed(old: Workload, new: Workload, found: Sequence[Difference]) -> Iterator[Consequence]:
    """Claims that a later step would delete, by the retention policy that is new."""
    fields = tuple(str(each) for each in found if each.path[:2] == _RETENTION and each.theirs == "Delete")
    if not fields or not new.templates or not new.ordinals:
        return
    claims, later = new.claims(new.templates, new.ordinals), []
    if old.retention.when_deleted != new.retention.when_deleted == "Delete":
        later.append("when the StatefulSet is deleted, all of them")
    if old.retention.when_scaled != new.retention.when_scaled == "Delete":
        later.append("when it is scaled down, those of the pods that go")
    if later:
        words = f"from now on {claims} {LOST}: {'; '.join(later)}"
        yield Consequence("data at risk", new.object, words, fields)


def growing(old: Workload, new: Workload) -> dict[str, str]:
    """The templates by which claims shall be larger, with the size that they shall have."""
    sizes = ({name: at(each, *_SIZE) for name, each in workload.templates.items()} for workload in (old, new))
    before, after = sizes
    return {
        name: str(size)
        for name, size in after.items()
        if None not in {size, before.get(name)} and amount(str(size)) > amount(str(before[name]))
    }


def gone(old: Workload, others: Sequence[Object]) -> Consequence:
    """What becomes of the pods and claims of a StatefulSet that is no longer rendered, beside others that are new."""
    words = "is no longer rendered: it runs on until somebody deletes it, or what applies prunes it; then its pods stop"
    claims = old.claims(old.templates, old.ordinals) if old.ordinals else ""
    if not claims:
        return Consequence("restarts", old.object, words)
    if old.retention.when_deleted == "Delete":
        words += f", and {claims} {LOST}"
    else:
        words += f", and {claims} are left behind with their data"
    if others:
        words += f"; {joined([called(one) for one in others])} is another, and starts with claims of its own"
    return Consequence("data at risk", old.object, words)
