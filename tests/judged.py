# SPDX-License-Identifier: Apache-2.0
"""Our verdict on manifests, beside a Kubernetes API server's on what they become."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from judging import faults, judge
from planton_sts import InvalidManifestError, KubernetesStatefulSetStackInput, render, validate
from tables import facts

BATCH = 50

# What the server says of manifests that are right.
ALLOWED = [
    # A bug of the server's, which counts thousandths and overflows, as at `1Ei`: these are whole numbers of bytes.
    re.compile(r'fractional byte value "\d+([KMGTPE]i?)?" is invalid'),
    # The judge's cluster has addresses of version 4 alone.
    re.compile("not configured (on this cluster|for dual-stack services)"),
    # Which numbers and addresses there are to give is the cluster's affair.
    re.compile(r" (?!65536)\d{1,5}: provided port is not in the valid range"),
    re.compile(r"provided IP \(.*\) is not in the valid range|provided network does not match the current range"),
]


# Defects of ours, by what the server says of manifests that we take and should not, each with what shows it in the
# example of PostgreSQL.
ESCAPES: dict[str, dict[str, Any]] = {
    # One byte more than 64 bits hold: a double cannot tell the two apart.
    "limit of 9223372036854775807$": {
        "container": {
            "app": {"resources": {"requests": {"memory": "9223372036854775808"}, "limits": {"memory": "8Ei"}}}
        }
    },
}


@dataclass(frozen=True)
class Verdicts:
    """Ours and the server's on one manifest.

    Attributes:
        manifest: What was judged.
        rules: The rules of ours that it breaks.
        warned: Whether we warn of something in it.
        faults: What the server finds wrong; nothing is known when the manifest could not be rendered.

    """

    manifest: KubernetesStatefulSetStackInput
    rules: frozenset[str]
    warned: bool
    faults: list[str] | None

    @property
    def escaped(self) -> list[str]:
        """What the server finds wrong and we do not, known defects included; where it warns, a warning is enough."""
        faults = () if self.rules else self.faults or ()
        return [fault for fault in faults if not (self.warned and "warning:" in fault)]

    @property
    def unknown(self) -> list[str]:
        """What escaped and is no known defect of ours."""
        return [fault for fault in self.escaped if not any(re.search(words, fault) for words in ESCAPES)]

    @property
    def ours_alone(self) -> str | None:
        """The one rule by which we refuse what the server accepts without a warning.

        Where several are broken, one may hide the other's fault from the server.
        """
        return next(iter(self.rules)) if len(self.rules) == 1 and self.faults == [] else None


# The manifest, the rules that it breaks, whether we warn of something, and its objects.
Ours = tuple[KubernetesStatefulSetStackInput, frozenset[str], bool, list[Any] | None]


def verdicts(manifests: Iterable[KubernetesStatefulSetStackInput]) -> Iterator[Verdicts]:
    """Both verdicts on each of the manifests."""
    waiting: list[Ours] = []
    for manifest in manifests:
        waiting.append(ours(manifest))
        if len(waiting) == BATCH:
            yield from _compared(waiting)
            waiting = []
    yield from _compared(waiting)


@cache
def reasons() -> dict[str, str]:
    """Why we refuse what the server takes, by rule."""
    return {row["rule"]: row["reason"] for row in facts("ours_alone")}


def ours(manifest: KubernetesStatefulSetStackInput) -> Ours:
    """Our verdict: the rules that it breaks, whether we warn, and the objects that it becomes, or would become."""
    try:
        objects = render(manifest)
    except InvalidManifestError as error:
        return manifest, frozenset(problem.rule for problem in error.problems), False, rendered_unvalidated(manifest)
    return manifest, frozenset(), bool(validate(manifest)), objects


def rendered_unvalidated(manifest: KubernetesStatefulSetStackInput) -> list[Any] | None:
    """What the manifest would become if nobody validated it; nothing when rendering cannot do without.

    THE ONE PLACE in these tests that knows the package from within: the public `render` refuses what breaks a rule.
    """
    from planton_sts.api import run  # noqa: PLC0415
    from planton_sts.application import Application  # noqa: PLC0415
    from planton_sts.rendering import objects  # noqa: PLC0415
    from planton_sts.resolution import resolve  # noqa: PLC0415

    try:
        resolved = type(manifest)()
        resolved.CopyFrom(manifest)
        return None if resolve(resolved, run((), None)).left_open else objects(Application.of(resolved))
    except Exception:  # noqa: BLE001 - whatever it stumbles over, it never promised to render this
        return None


def _compared(waiting: list[Ours]) -> Iterator[Verdicts]:
    answers = iter(
        judge(_question(given, _standard(manifest)) for manifest, *_, objects in waiting for given in objects or ())
    )
    for manifest, rules, warned, objects in waiting:
        found = None if objects is None else [fault for given in objects for fault in _faults(given, next(answers))]
        yield Verdicts(manifest, rules, warned, found if found is None else [*found, *_twice(objects)])


def _question(given: Any, standard: str) -> dict[str, Any]:
    return {"verb": "pod" if given["kind"] == "StatefulSet" else "create", "object": given, "standard": standard}


def _standard(manifest: KubernetesStatefulSetStackInput) -> str:
    """The Pod Security Standard that the pods are held to: the namespace's, or the one that they promise."""
    enforced = manifest.target.metadata.labels.get("pod-security.kubernetes.io/enforce", "")
    level = enforced if manifest.target.spec.create_namespace else ""
    return "restricted" if manifest.target.spec.hardened else level


def _faults(given: Any, answer: dict[str, Any]) -> list[str]:
    found = (f"{given['kind']} {fault}" for fault in faults(answer))
    return [fault for fault in found if not any(allowed.search(fault) for allowed in ALLOWED)]


def _twice(objects: list[Any] | None) -> list[str]:
    """The objects that would be written over each other."""
    names = Counter(
        (given["kind"], given["metadata"]["name"], given["metadata"].get("namespace")) for given in objects or ()
    )
    return [f"{kind} {name}: there are {count}" for (kind, name, _), count in names.items() if count > 1]
