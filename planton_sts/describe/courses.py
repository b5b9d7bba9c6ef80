# SPDX-License-Identifier: Apache-2.0
"""The order in which a StatefulSet's controller starts, replaces and stops pods."""

from typing import Literal

from planton_sts.describe.facts import Course
from planton_sts.names import Names


def start(policy: str, replicas: int, known: Names) -> Course:
    """Upwards; under `Parallel` all at once."""
    return _course(0, replicas - 1, None if policy == "Parallel" else "ready", known)


def update(replicas: int, known: Names) -> Course:
    """Downwards, one at a time: the policy governs scaling alone."""
    return _course(replicas - 1, 0, "ready", known)


def scale_down(policy: str, replicas: int, known: Names) -> Course:
    """Downwards; under `Parallel` all at once."""
    return _course(replicas - 1, 0, None if policy == "Parallel" else "gone", known)


def _course(first: int, last: int, waits_for: Literal["ready", "gone"] | None, known: Names) -> Course:
    """The course between the two pods; no pod has a number below zero."""
    if min(first, last) < 0:
        return Course(None, None, waits_for)
    return Course(known.pod(first), known.pod(last), waits_for)
