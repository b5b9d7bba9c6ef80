# SPDX-License-Identifier: Apache-2.0
"""Random manifests held to the judge for as long as there is patience for: `make judge-fuzz N=1000000`."""

import sys
from collections import Counter
from functools import partial
from multiprocessing import get_context
from time import perf_counter

import judging
from judged import reasons, verdicts
from mutations import draw

PART = 500
say = partial(print, flush=True)


def main(count: int) -> int:
    """Print each escape, the rules that are ours alone, and what it cost; 1 when there was an escape, or no reason."""
    begun, alone, escapes = perf_counter(), Counter[str](), 0
    parts = [range(first, min(first + PART, count)) for first in range(0, count, PART)]
    with get_context("spawn").Pool() as pool:
        for rules, escaped in pool.imap(judged, parts):
            alone.update(rules)
            escapes += len(escaped)
            say(*escaped, sep="\n", end="\n" * bool(escaped))
    say(f"{count} draws, {escapes} escapes, {(perf_counter() - begun) / count * 1000:.1f} s a thousand")
    for rule, times in alone.most_common():
        say(f"{times:8} {rule}: {reasons().get(rule, 'NO REASON GIVEN')}")
    return int(escapes > 0 or not alone.keys() <= reasons().keys())


def judged(numbers: range) -> tuple[list[str], list[str]]:
    """The rules that refused alone, each as often as it did, and what escaped."""
    found = list(zip(numbers, verdicts(map(draw, numbers)), strict=True))
    escaped = [f"draw {number} escapes: {verdict.faults}" for number, verdict in found if verdict.is_escape]
    return [verdict.ours_alone for _, verdict in found if verdict.ours_alone], escaped


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])) if judging.PROGRAM.exists() else "there is no build/judge: `make judge` builds it")
