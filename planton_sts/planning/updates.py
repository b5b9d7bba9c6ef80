# SPDX-License-Identifier: Apache-2.0
"""Objects as they are and as they shall be, to what follows for each of them."""

from collections.abc import Iterable, Iterator, Sequence

from planton_sts.comparison import Difference, authored, differences, misshapen
from planton_sts.comparison.fields import KubeObject
from planton_sts.description import phrases
from planton_sts.description.collect import evictions, start
from planton_sts.description.facts import Object
from planton_sts.json_objects import at
from planton_sts.paths import spell
from planton_sts.planning.commands import adopted, grown, made_anew, restarted
from planton_sts.planning.consequences import LEVELS, Consequence, called, identity, paths
from planton_sts.planning.pods import restarts, scaling
from planton_sts.planning.refusals import Refusal, is_sound, refusals
from planton_sts.planning.running import Objects, as_applied, concerned, kinds_asked_for
from planton_sts.planning.storage import at_risk, gone, growing
from planton_sts.planning.workload import Workload

# How those who use the object come to know of the change.
_NOTICED = {
    "ConfigMap": "changes at once; pods see it in files within minutes, and in variables when they next start",
    "Secret": "changes at once; pods see it in files within minutes, and in variables when they next start",
}


def consequences(old: Iterable[KubeObject], new: Iterable[KubeObject]) -> list[Consequence]:
    """What follows from making the new objects of the old ones, the worst first.

    Objects are matched by kind, namespace and name. Of those that a server gave back, only what the other side holds,
    or what is known to be ours, is looked at. ValueError says which of them has not the shape of one.
    """
    before, after = _by_identity(old), _by_identity(new)
    found = list(_consequences(before, concerned(after, before)))
    return sorted(found, key=lambda each: -LEVELS.index(each.level))


def _by_identity(objects: Iterable[KubeObject]) -> Objects:
    found: dict[Object, KubeObject] = {}
    for each in objects:
        if (path := misshapen(each)) is not None:
            raise ValueError(f"{called(identity(each))}: {spell(path)} has not the shape of that field")
        # A Namespace that several render stands for all of them as the first has it.
        found.setdefault(identity(each), each)
    return found


def _consequences(before: Objects, after: Objects) -> Iterator[Consequence]:
    kinds = kinds_asked_for(before)
    before = concerned(before, after)
    for which, kube_object in after.items():
        if which in before:
            yield from _changed(as_applied(before[which], kube_object), authored(kube_object))
        else:
            yield _created(kube_object, is_asked=kinds is None or which.kind in kinds)
    new = [which for which in after if which not in before and which.kind == "StatefulSet"]
    for which, kube_object in before.items():
        if which not in after:
            yield _removed(kube_object, new)
    yield from _blocked(before, after)


def _created(kube_object: KubeObject, *, is_asked: bool) -> Consequence:
    which = identity(kube_object)
    if not is_asked:
        return Consequence("in place", which, f"is made unless it is there: no {which.kind} is among what runs")
    if which.kind != "StatefulSet":
        return Consequence("in place", which, "is made")
    workload = Workload.of(kube_object)
    pods = phrases.start(start(workload.policy, workload.ordinals, workload.names))
    return Consequence("in place", which, f"is made, and its pods start: {pods}")


def _removed(kube_object: KubeObject, new: Sequence[Object]) -> Consequence:
    which = identity(kube_object)
    if which.kind == "StatefulSet":
        return gone(Workload.of(kube_object), new)
    words = "is no longer rendered: it stays until somebody deletes it, or what applies prunes it"
    if which.kind == "Namespace":
        return Consequence("data at risk", which, f"{words}; then everything in it is deleted, every claim too")
    return Consequence("in place", which, words)


def _changed(old: KubeObject, new: KubeObject) -> Iterator[Consequence]:
    found, refused = differences(old, new), refusals(old, new)
    which = identity(new)
    if which.kind == "StatefulSet" and found:
        follows = list(_changed_workload(Workload.of(old), Workload.of(new), found, refused))
    else:
        follows = [_refused(which, refusal) for refusal in refused]
    yield from follows
    told = {field for each in follows for field in each.fields}
    yield from _in_place(which, [each for each in found if not _is_told(str(each), told)])


def _changed_workload(
    old: Workload, new: Workload, found: Sequence[Difference], refused: Iterable[Refusal]
) -> Iterator[Consequence]:
    """What is told of a StatefulSet in words of its own."""
    yield from at_risk(old, new, found)
    yield from (each for refusal in refused for each in _refused_workload(refusal, old, new, found))
    yield from restarts(old, new, found)
    yield from scaling(old, new, found)


def _is_told(path: str, told: Iterable[str]) -> bool:
    return any(path == field or path.startswith((f"{field}.", f"{field}[")) for field in told)


def _in_place(which: Object, found: Sequence[Difference]) -> Iterator[Consequence]:
    # A Service keeps what it was given, whether or not its manifest still says so.
    kept = [each for each in found if which.kind == "Service" and each.path[-1] == "clusterIP" and each.theirs is None]
    if kept:
        yield Consequence("none", which, "stays as it is: what is left out here is kept", paths(kept))
    if rest := paths(each for each in found if each not in kept):
        yield Consequence("in place", which, _NOTICED.get(which.kind, "changes at once"), rest)


def _refused(which: Object, refusal: Refusal) -> Consequence:
    words = f"is refused: {refusal.reason}"
    if refusal.cost:
        words += f"; the way is to make the {which.kind} anew, and {refusal.cost}"
    return Consequence("refused", which, words, refusal.fields, made_anew(which) if refusal.cost else ())


def _refused_workload(
    refusal: Refusal, old: Workload, new: Workload, found: Sequence[Difference]
) -> Iterator[Consequence]:
    """The same for a StatefulSet, in which what cannot change has ways out of its own."""
    if not refusal.cost:
        yield _refused(old.object, refusal)
        return
    refused = [each for each in found if str(each) in refusal.fields]
    sizes = [
        each for each in refused if each.path[-2:] == ("requests", "storage") and None not in (each.ours, each.theirs)
    ]
    claims = growing(old, new)
    larger = [each for each in sizes if each.path[2] in claims]
    smaller = [each for each in sizes if each not in larger]
    selectors = [each for each in refused if each.path[1] == "selector"]
    rest = [each for each in refused if each not in (*sizes, *selectors)]
    if larger:
        words = (
            "is refused: a claim template never changes; the way is to have each claim grow, where its StorageClass "
            "allows it, then to make the StatefulSet anew around its pods, which run on"
        )
        yield Consequence("refused", old.object, words, paths(larger), grown(old, claims))
    if smaller:
        words = "is refused, and a claim never shrinks: the way is another StatefulSet, to which the data are copied"
        yield Consequence("refused", old.object, words, paths(smaller))
    if selectors:
        words = (
            "is refused: the selector never changes; the way is to make the StatefulSet anew with all its pods, "
            "none of which answers meanwhile; the claims stay"
        )
        yield Consequence("refused", old.object, words, paths(selectors), restarted(old))
    if rest:
        words = (
            "is refused: this never changes in a StatefulSet; the way is to make it anew around its pods, which run "
            "on; claims that are there stay as they are"
        )
        if any(each.path[1] == "serviceName" for each in rest):
            words += ", and a pod keeps its host name until it starts anew"
        yield Consequence("refused", old.object, words, paths(rest), adopted(old))


def _blocked(before: Objects, after: Objects) -> Iterator[Consequence]:
    """Budgets that come to block every drain."""
    was = {budget for budget, _ in _blocking(before)}
    for budget, words in _blocking(after):
        if budget not in was:
            yield Consequence("in place", budget, f"lets no pod be evicted from now on: {words}")


def _blocking(objects: Objects) -> Iterator[tuple[Object, str]]:
    """The budgets that let none of the pods be evicted, and how."""
    workloads = [Workload.of(each) for which, each in objects.items() if which.kind == "StatefulSet"]
    for which, budget in objects.items():
        spec = budget.get("spec") or {}
        # What a server would not take bounds nothing.
        if which.kind != "PodDisruptionBudget" or not is_sound(budget):
            continue
        for workload in workloads:
            allowed = evictions(spec, len(workload.ordinals))
            if workload.object.namespace == which.namespace and _selects(spec, workload) and allowed.blocked:
                yield which, phrases.evictions(allowed, len(workload.ordinals))


def _selects(spec: KubeObject, workload: Workload) -> bool:
    """Whether the budget is for the pods, as far as it names their labels."""
    wanted, labels = at(spec, "selector", "matchLabels"), at(workload.spec, "template", "metadata", "labels") or {}
    return bool(wanted) and all(labels.get(key) == value for key, value in wanted.items())
