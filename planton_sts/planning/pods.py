# SPDX-License-Identifier: Apache-2.0
"""What an update does to the pods of a StatefulSet: which start anew, which come and which go, and in which order."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from planton_sts.comparison import Difference
from planton_sts.description import phrases
from planton_sts.description.collect import rollout, scale_down, start, update
from planton_sts.description.facts import Rollout
from planton_sts.description.phrases import joined
from planton_sts.planning.commands import kubectl, replaced
from planton_sts.planning.consequences import Consequence, paths
from planton_sts.planning.workload import Workload, added, both, without
from planton_sts.rendering.config_maps import CHECKSUM

_TEMPLATE = ("spec", "template")
_STRATEGY = ("spec", "updateStrategy")
# What of a container may keep its pod from ever being ready, and what of the pod.
_DELICATE = {
    *("args", "command", "env", "envFrom", "image", "livenessProbe", "readinessProbe", "startupProbe"),
    *("resources", "securityContext", "volumeDevices", "volumeMounts"),
}
_DELICATE_OF_POD = {
    *("affinity", "nodeSelector", "tolerations", "topologySpreadConstraints"),
    *("securityContext", "serviceAccountName", "volumes"),
}
_CONTAINERS = {"containers", "initContainers"}


def restarts(old: Workload, new: Workload, found: Sequence[Difference]) -> Iterator[Consequence]:
    """Which pods start anew, and where that may come to a stop."""
    changed = [each for each in found if each.path[:2] == _TEMPLATE]
    strategy = [each for each in found if each.path[:2] == _STRATEGY]
    staying = both(old.ordinals, new.ordinals)
    held = replace(rollout(new.spec, staying), at_once=rollout(new.spec, new.ordinals).at_once)
    reached = staying[held.kept :]
    if staying and (templates := added(old, new)):
        yield _without_claims(new, staying, templates, changed)
    elif changed and not staying:
        yield Consequence("in place", new.object, "changes at once, for pods that come from now on", paths(changed))
    elif changed and reached:
        words = f"rolling restart: {_restarted(new, staying, held)}{_at_least(new, len(reached), held.at_once)}"
        yield Consequence("restarts", new.object, words, paths(changed))
        yield from _stuck(new, changed, reached)
    elif changed:
        yield Consequence("in place", new.object, f"starts anew: {_restarted(new, staying, held)}", paths(changed))
    elif strategy and (freed := _freed(old, new, reached)):
        words = f"pods that an earlier change has not reached start anew now, as far as they are among {freed}"
        yield Consequence("restarts", new.object, words, paths(strategy))


def _without_claims(
    new: Workload, staying: range, templates: Sequence[str], changed: Sequence[Difference]
) -> Consequence:
    """How pods that run come by claims of new templates, which no controller can give to them."""
    words = (
        f"{new.pods(staying)} run on without claims of {joined(templates)} until somebody deletes them, "
        f"{new.names.name(staying[0])} first; while one of these runs, the controller restarts none"
    )
    fields = (*(f"spec.volumeClaimTemplates[{name}]" for name in templates), *paths(changed))
    return Consequence("restarts", new.object, words, fields, replaced(new, staying))


def _restarted(new: Workload, staying: range, held: Rollout) -> str:
    """Which pods start anew, and in which order."""
    if len(staying) == 1 < len(new.ordinals) and not held.kept:
        return f"{new.names.name(staying[-1])} alone"
    return phrases.update(update(held, staying, new.names), held, len(staying))


def _at_least(new: Workload, pods: int, at_once: int) -> str:
    """How long the restart takes, however fast the pods are; nothing where nothing says so."""
    each = new.spec.get("minReadySeconds") or 0
    seconds = -(-pods // at_once) * each
    return f"; at least {seconds:,}s, for each must be ready for {each:,}s" if seconds else ""


def _stuck(new: Workload, changed: Sequence[Difference], reached: range) -> Iterator[Consequence]:
    """Where a pod that is never ready would keep even its own repair from it."""
    delicate = [each for each in changed if _is_delicate(each)]
    if delicate and new.policy == "OrderedReady":
        pod = new.names.name(reached[-1])
        words = (
            f"if {pod} is never ready again, the restart waits there for ever, and so does the change that mends it: "
            "apply that, then delete the pod"
        )
        command = kubectl("delete", "pod", pod, namespace=new.object.namespace)
        yield Consequence("restarts", new.object, words, paths(delicate), (command,))


def _is_delicate(difference: Difference) -> bool:
    """Whether a whole container differs, what of it matters, what of the pod does, or what its containers read."""
    if difference.path[2:] == ("metadata", "annotations", CHECKSUM):
        return True
    of_pod, field = difference.path[3:4], difference.path[5:6]
    if not _CONTAINERS.issuperset(of_pod):
        return _DELICATE_OF_POD.issuperset(of_pod)
    return not field or _DELICATE.issuperset(field)


def _freed(old: Workload, new: Workload, reached: range) -> str:
    """The pods that the old strategy held back, and the new one does not."""
    kept = rollout(old.spec, reached).kept
    return new.pods(reached[:kept]) if kept else ""


def scaling(old: Workload, new: Workload, found: Sequence[Difference]) -> Iterator[Consequence]:
    """Which pods come and which go, with what becomes of their claims."""
    fields = tuple(str(each) for each in found if each.path[1:2] in {("replicas",), ("ordinals",)})
    if coming := without(new.ordinals, old.ordinals):
        order = [_ordered(new, numbers, phrases.start(start(new.policy, numbers, new.names))) for numbers in coming]
        claims = new.claims(new.templates, *coming)
        words = f"pods come: {'; '.join(order)}" + (f"; with {claims}, made unless they are there" if claims else "")
        yield Consequence("in place", new.object, words, fields)
    if going := without(old.ordinals, new.ordinals):
        courses = (scale_down(new.policy, numbers, old.names) for numbers in going)
        order = [_ordered(new, numbers, phrases.scale_down(each)) for numbers, each in zip(going, courses, strict=True)]
        yield Consequence("restarts", new.object, f"pods go: {'; '.join(order)}", fields)
        yield from _claims_of_going(old, new, going, fields)


def _ordered(workload: Workload, numbers: range, told: str) -> str:
    """The pods of these numbers, in the order that is told of them where there is one."""
    if len(numbers) == 1:
        return workload.pods(numbers)
    return told if workload.policy == "OrderedReady" else f"{workload.pods(numbers)}, all at once"


def _claims_of_going(
    old: Workload, new: Workload, going: Sequence[range], fields: tuple[str, ...]
) -> Iterator[Consequence]:
    claims = old.claims(old.templates, *going)
    if claims and new.retention.when_scaled == "Delete":
        words = f"{claims} {phrases.LOST}, for whenScaled is `Delete`"
        yield Consequence("data at risk", new.object, words, fields)
    elif claims and old.ordinals.start != new.ordinals.start:
        words = f"{claims} stay behind with their data, for the pods get other numbers"
        yield Consequence("data at risk", new.object, words, fields)
    elif claims:
        words = f"{claims} are kept, and found again by pods that come back"
        yield Consequence("none", new.object, words, fields)
