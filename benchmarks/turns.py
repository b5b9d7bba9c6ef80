# SPDX-License-Identifier: Apache-2.0
"""Several calls timed in turn, so that whatever else the machine does slows all alike."""

import statistics
import time
from collections.abc import Callable

ROUNDS = 300


def microseconds(*calls: Callable[[], object]) -> list[float]:
    """The median time of each call."""
    taken: list[list[float]] = [[] for _ in calls]
    for _ in range(ROUNDS):
        for call, times in zip(calls, taken, strict=True):
            # Once untimed: else the first of a round pays for what the last, a heavy one, drove from the caches.
            call()
            start = time.perf_counter()
            call()
            times.append((time.perf_counter() - start) * 1e6)
    return [statistics.median(times) for times in taken]
