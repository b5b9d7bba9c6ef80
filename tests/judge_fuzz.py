# SPDX-License-Identifier: Apache-2.0
"""Random manifests held to the judge for as long as there is patience for: `make judge-fuzz N=1000000`."""

import re
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
    """Print each kind of escape, the rules that are ours alone, and the cost; 1 when not all is as it should be."""
    begun, alone, escapes = perf_counter(), Counter[str](), Counter[str]()
    parts = [range(first, min(first + PART, count)) for first in range(0, count, PART)]
    with get_context("spawn").Pool() as pool:
        for rules, escaped in pool.imap(judged, parts):
            alone.update(rules)
            for number, fault in escaped:
                if kind(fault) not in escapes:
                    say(f"draw {number} escapes: {fault}")
                escapes[kind(fault)] += 1
    say(f"{count} draws, {escapes.total()} escapes, {(perf_counter() - begun) / count * 1000:.1f} s a thousand")
    for rule, times in alone.most_common():
        say(f"{times:8} {rule}: {reasons().get(rule, 'NO REASON GIVEN')}")
    return int(bool(escapes) or not alone.keys() <= reasons().keys())


def kind(fault: str) -> str:
    """The fault without what differs from manifest to manifest."""
    return re.sub(r'"[^"]*"|[0-9]+', "", fault)


def judged(numbers: range) -> tuple[list[str], list[tuple[int, str]]]:
    """The rules that refused alone, each as often as it did, and what escaped, each with its first fault."""
    found = list(zip(numbers, verdicts(map(draw, numbers)), strict=True))
    escaped = [(number, verdict.unknown[0]) for number, verdict in found if verdict.unknown]
    return [verdict.ours_alone for _, verdict in found if verdict.ours_alone], escaped


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])) if judging.PROGRAM.exists() else "there is no build/judge: `make judge` builds it")
