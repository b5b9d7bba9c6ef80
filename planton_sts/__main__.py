# SPDX-License-Identifier: Apache-2.0
"""`planton-sts` and `python -m planton_sts`: from here on, Ctrl-C ends the program at any moment, with one line."""

import atexit
import gc
import os
import signal
import sys
from contextlib import suppress
from typing import Any

# What a shell expects of a program that was interrupted.
INTERRUPTED = 130

# How many objects may pile up before Python looks for circles among them. A run makes few, and lets go of each source
# once it is judged; at Python's own 700, the looking takes a third of the time.
MANY_OBJECTS = 100_000

# What may have been hidden from a terminal beside a progress bar; and the line that the bar stands in ends.
CURSOR = b"\x1b[?25h\n"


def start() -> int:
    """Run the command and give its exit code."""
    # Where whoever started it ignores Ctrl-C, as a shell does for what runs in its background, so does this.
    hears = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if hears:
        signal.signal(signal.SIGINT, _interrupt)
    if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, _terminate)
    gc.set_threshold(MANY_OBJECTS)
    # What is left at the end goes with the process; Python would look for circles in all of it, twice.
    atexit.register(gc.freeze)
    from planton_sts.cli import main  # noqa: PLC0415 - importing takes long enough to be interrupted

    code = main()
    if hears:
        # All is said and done; Python puts its own handlers away first when it ends.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    return code


def _interrupt(*_: object) -> None:
    """End at once: an exception may come where Python takes it for no more than a warning, or leave others waiting."""
    with suppress(OSError):
        os.write(2, (CURSOR if os.isatty(2) else b"") + b"Interrupted\n")
    _end_workers()
    os._exit(INTERRUPTED)


def _terminate(number: int, _: object) -> None:
    """End as a process does that has no say in it, with the workers, who would complain that nobody listens."""
    _end_workers()
    signal.signal(number, signal.SIG_DFL)
    signal.raise_signal(number)


def _end_workers() -> None:
    workers: list[Any] = getattr(sys.modules.get("multiprocessing"), "active_children", list)()
    for worker in workers:
        worker.kill()


if __name__ == "__main__":
    raise SystemExit(start())
