# SPDX-License-Identifier: Apache-2.0
"""The facts in words."""

from collections.abc import Sequence
from fractions import Fraction

from planton_sts.description.facts import (
    Claims,
    Container,
    Course,
    Description,
    Evictions,
    Gate,
    Object,
    Rollout,
    Spread,
)
from planton_sts.quantity import shortest

# An exact amount longer than this tells people less than a rounded one.
READABLE = 8
NOTHING = "nothing: there are no pods"
# What becomes of claims under a retention policy of `Delete`.
LOST = "are deleted, and all data in them"

UNITS = ("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei")


def heading(description: Description) -> str:
    """The application in a line."""
    pods, image = counted(description.replicas, "pod"), description.containers[0].image
    return f"{description.name} in namespace {description.namespace}: {pods} of {image}"


def patched(objects: Sequence[Object]) -> str:
    """The objects that patches change; nothing where there are none."""
    names = joined([f"{each.kind} {each.name}" for each in objects])
    return names and f"{names}, in ways that nothing here tells of"


def spread(kept: Spread | None) -> str:
    """Over which places the pods are spread; nothing where the scheduler does as it likes."""
    if kept is None:
        return ""
    place = "on nodes of their own" if kept.across == "kubernetes.io/hostname" else f"evenly across {kept.across}"
    return f"{place}; a pod waits for its place" if kept.mode == "required" else f"{place}, as far as there is room"


def hardened(description: Description) -> str:
    """What the pods are held to; nothing without `spec.hardened`."""
    return "to the restricted Pod Security Standard" if description.hardened else ""


def resources(container: Container) -> str:
    """What each pod's application asks for and may use: `cpu 100m and memory 256Mi, at most cpu 1 and memory 2Gi`."""
    asked, most = (
        joined([f"{name} {size}" for name, size in amounts.items()])
        for amounts in (container.requests, container.limits)
    )
    return ", ".join(filter(None, (asked, most and f"at most {most}"))) or "as much as the node has"


def told(container: Container) -> str:
    """Which variables tell the application of its pod."""
    return f"{joined(container.told) or 'none'} tell each pod of itself"


def start(course: Course) -> str:
    """How the pods start."""
    return _in_order(course, "up to", "all at once")


def update(course: Course, rollout: Rollout, replicas: int) -> str:
    """How a change replaces the pods; a single one is missed meanwhile."""
    if replicas and rollout.by_hand:
        return "each pod when somebody deletes it"
    if replicas and rollout.kept == replicas:
        return "no pod: the partition is above the last one"
    if rollout.kept:
        reached = f"{course.first} alone" if course.first == course.last else _in_order(course, "down to")
        return f"{reached}; what is below the partition stays as it is"
    if replicas == 1:
        return f"{course.first} stops, then starts anew; nothing answers meanwhile"
    at_once = f", {rollout.at_once:,} at a time where the cluster allows it" if rollout.at_once > 1 else ""
    return _in_order(course, "down to") + at_once


def scale_down(course: Course) -> str:
    """How pods stop."""
    return _in_order(course, "down to", f"from {course.first} down, all at once")


def _in_order(course: Course, direction: str, at_once: str = "") -> str:
    if course.first is None:
        return NOTHING
    if course.first == course.last:
        return f"{course.first}, the only pod"
    if course.waits_for is None:
        return at_once
    return f"{course.first} {direction} {course.last}, each when the one before is {course.waits_for}"


def left_behind(description: Description) -> str:
    """Which claims outlive what; a Namespace takes them with it."""
    if not description.storage.templates:
        return "nothing: the pods have no storage of their own"
    owner = f"Namespace {description.namespace}"
    namespace = f", but not {owner}" if any(o.kind == "Namespace" for o in description.objects) else ""
    stay = f"every claim outlives the StatefulSet{namespace}"
    if description.retention.when_deleted == "Delete":
        stay = f"when the StatefulSet is deleted, all claims {LOST}"
    if not description.replicas:
        return f"the claims of former pods; {stay}"
    if description.retention.when_scaled == "Delete":
        return f"nothing when {description.scale_down.first} goes: its claims {LOST}; {stay}"
    verb = "stays" if len(description.left_behind) == 1 else "stay"
    return f"{joined(description.left_behind)} {verb} when {description.scale_down.first} goes; {stay}"


def ready(gates: Sequence[Gate]) -> str:
    """What makes a pod ready."""
    if not gates:
        return "once the containers run: there is no startup or readiness probe"
    return ", then ".join(_gate(gate) for gate in gates)


def _gate(gate: Gate) -> str:
    """`when port http accepts a connection (asked every 10s)`."""
    asked = [f"asked every {gate.period_seconds:,}s"]
    if gate.initial_delay_seconds:
        asked.append(f"first after {gate.initial_delay_seconds:,}s")
    if gate.success_threshold > 1:
        asked.append(f"{gate.success_threshold:,} times in a row")
    if gate.probe == "startup":
        limit = gate.initial_delay_seconds + gate.period_seconds * gate.failure_threshold
        asked.append(f"restarted after {limit:,}s")
    return f"when {gate.passes_when} ({', '.join(asked)})"


def evictions(allowed: Evictions, replicas: int) -> str:
    """What draining nodes may do to the pods."""
    pods = counted(replicas, "pod")
    if not replicas:
        return NOTHING
    if allowed.at_once is None:
        return "not bounded: there is no disruption budget"
    if allowed.blocked:
        return f"none, ever: {allowed.budget} of {pods}, so that draining their nodes never ends"
    return f"{allowed.at_once:,} of {pods} at a time ({allowed.budget})"


def claims(template: Claims) -> str:
    """The names of the claims: `data-db-0 … data-db-2`."""
    if template.first is None or template.first == template.last:
        return template.first or ""
    return f"{template.first} … {template.last}"


def sized(total: Fraction) -> str:
    """The amount as people say it: exact where that is short, else in the largest fitting unit."""
    exact = shortest(total)
    if len(exact) <= READABLE:
        return exact
    power = min((int(total).bit_length() - 1) // 10, len(UNITS) - 1)
    rounded = f"{float(total / 1024**power):,.1f}".removesuffix(".0")
    return f"about {rounded}{UNITS[power]}"


def counted(count: int, noun: str) -> str:
    """`no pods`, `1 pod`, `3 pods`."""
    number = f"{count:,}" if count else "no"
    return f"{number} {noun}" if count == 1 else f"{number} {noun}s"


def joined(names: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`; nothing of nothing."""
    *most, last = names or [""]
    return f"{', '.join(most)} and {last}" if most else last
