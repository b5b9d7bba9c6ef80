# SPDX-License-Identifier: Apache-2.0
"""Work spread over processes."""

import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from threading import Thread
from typing import Any, TypeVar

import click

Item = TypeVar("Item")
Result = TypeVar("Result")

# Starting a process costs as much as this many manifests.
WORTH_A_PROCESS = 250
# Windows can wait for no more processes.
MOST = 61

# How many items are worked on together, step by step, so that what a step needs stays close to the processor; fewer
# where so each process gets several turns.
TOGETHER, TURNS = 32, 4

LOST = "a worker process was killed, perhaps because memory ran out; --jobs 1 does without them"

# Whether worker processes find all that this one has in memory; elsewhere it is sent to them, as far as it can be.
INHERITS = sys.platform == "linux"

# Gives a result for each of a few items.
Work = Callable[[Sequence[Item]], Iterable[Result]]


def spread(work: Work[Item, Result], items: Sequence[Item], jobs: int | None) -> Iterator[Result]:
    """The work's result for each item, in their order; as many processes as help, unless told how many."""
    jobs = jobs or min(os.cpu_count() or 1, 1 + len(items) // WORTH_A_PROCESS)
    size = TOGETHER if jobs == 1 else min(TOGETHER, 1 + len(items) // (jobs * TURNS))
    first, *rest = [items[start : start + size] for start in range(0, len(items), size)] or [[]]
    # It is done before any process starts: where they are forked, they find the rules compiled.
    yield from work(first)
    if jobs == 1 or not rest:
        for batch in rest:
            yield from work(batch)
        return
    # They cost as much as a tenth of a short run.
    import multiprocessing  # noqa: PLC0415
    from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor  # noqa: PLC0415

    context = multiprocessing.get_context("fork" if INHERITS else None)
    pool = ProcessPoolExecutor(min(jobs, len(rest), MOST), context, _begin, (work,))
    try:
        with _deaf():
            found = pool.map(_do, rest)
        for results in found:
            yield from results
    except BrokenProcessPool:
        raise click.ClickException(LOST) from None
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _deaf() -> Iterator[None]:
    """Processes and threads that begin within never hear Ctrl-C; this one hears it afterwards, and ends them."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def unwound() -> Iterator[None]:
    """Within, Ctrl-C is raised, so that what is half done is cleared away, where else it ends the process at once."""
    before = signal.getsignal(signal.SIGINT)
    if not callable(before) or before is signal.default_int_handler:
        yield
        return
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


# What this worker process does.
_work: Work[Any, Any]


def _begin(work: Work[Any, Any]) -> None:
    global _work  # noqa: PLW0603 - a process has one work
    _work = work
    if sys.platform != "win32":
        # Who has done its work for a run that is no more has nobody to complain to.
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        # Python's own handlers wait for the main thread, which may be waiting for its turn, while another hears of it.
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
    Thread(target=_leave_with_the_run, daemon=True).start()


def _leave_with_the_run() -> None:
    """A worker whose turn it is to read may be killed with its run: the others would wait for their turn forever."""
    from multiprocessing import parent_process  # noqa: PLC0415 - this process has it

    run = parent_process()
    if run:
        run.join()
        os._exit(1)


def _do(batch: Sequence[Any]) -> list[Any]:
    return list(_work(batch))
