# SPDX-License-Identifier: Apache-2.0
"""Random manifests held to the judge for as long as there is patience for: `make judge-fuzz N=1000000`."""

import sys
from collections import Counter
from functools import partial
from time import perf_counter

import judging
from judged import reasons, verdicts
from mutations import draw

say = partial(print, flush=True)


def main(count: int) -> int:
    """Print each escape, the rules that are ours alone, and what it cost; 1 when there was an escape, or no reason."""
    begun, alone, escapes = perf_counter(), Counter[str](), 0
    for number, verdict in enumerate(verdicts(map(draw, range(count)))):
        alone.update([verdict.ours_alone] if verdict.ours_alone else ())
        escapes += verdict.is_escape
        if verdict.is_escape:
            say(f"draw {number} escapes: {verdict.faults}")
    say(f"{count} draws, {escapes} escapes, {(perf_counter() - begun) / count * 1000:.1f} s a thousand")
    for rule, times in alone.most_common():
        say(f"{times:8} {rule}: {reasons().get(rule, 'NO REASON GIVEN')}")
    return int(escapes > 0 or not alone.keys() <= reasons().keys())


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])) if judging.PROGRAM.exists() else "there is no build/judge: `make judge` builds it")
