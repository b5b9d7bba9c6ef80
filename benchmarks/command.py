# SPDX-License-Identifier: Apache-2.0
"""What the command costs as a whole process: its start, a thousand files, ten thousand.

Run with `make bench`.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

RUNS = 5
EXAMPLE = Path(__file__).parent.parent / "examples" / "postgres.yaml"
BARE = "import sys, yaml; [list(yaml.load_all(open(p, 'rb'), yaml.CSafeLoader)) for p in sys.argv[1:]]"


class Cost(NamedTuple):
    """What one run took: seconds by the clock, seconds of processor, and the largest process's memory in MiB."""

    wall: float
    processor: float
    memory: float


def cost(command: Sequence[str | Path]) -> Cost:
    """The medians over several runs."""
    runs = [_run(command) for _ in range(RUNS)]
    return Cost(*(statistics.median(values) for values in zip(*runs, strict=True)))


def _run(command: Sequence[str | Path]) -> Cost:
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    # What worker processes took counts too: whoever waits for them is charged.
    return Cost(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def planton_sts(*arguments: str | Path) -> Cost:
    """What a call of the command costs."""
    return cost([sys.executable, "-m", "planton_sts", *arguments])


def show(name: str, taken: Cost, peer: Cost, called: str) -> None:
    """Print a cost, and its ratio to a peer's."""
    print(
        f"{name}: {taken.wall:.2f} s, {taken.processor:.2f} s of processor, {taken.memory:.0f} MiB; "
        f"{taken.wall / peer.wall:.2f} x {called}"
    )


def copies(folder: Path, count: int) -> list[Path]:
    """The example under that many names."""
    text = EXAMPLE.read_text(encoding="utf-8")
    paths = [folder / f"{number:05}.yaml" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(text.replace("name: postgres\nspec", f"name: postgres-{number}\nspec"), encoding="utf-8")
    return paths


def main() -> None:
    """Print the costs."""
    python = cost([sys.executable, "-c", "import protovalidate"])
    show("command, --version", planton_sts("--version"), python, "`import protovalidate`")
    show("command, validate one file", planton_sts("validate", EXAMPLE), python, "`import protovalidate`")
    show("command, render one file", planton_sts("render", EXAMPLE), python, "`import protovalidate`")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bare = cost([sys.executable, "-c", BARE, *copies(folder, 1_000)])
        for jobs in ("1", "2"):
            taken = planton_sts("validate", "--jobs", jobs, folder)
            show(f"command, validate 1,000 files, jobs {jobs}", taken, bare, "reading them with yaml.CSafeLoader")
        show("command, render 1,000 files", planton_sts("render", folder), bare, "reading them with yaml.CSafeLoader")
        thousand = planton_sts("validate", "--jobs", "1", folder)
        copies(folder, 10_000)
        ten = planton_sts("validate", "--jobs", "1", folder)
        show("command, validate 10,000 files, jobs 1", ten, thousand, "1,000 files")
        print(f"command, memory for 10,000 files: {ten.memory / thousand.memory:.2f} x for 1,000")


if __name__ == "__main__":
    main()
