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

RUNS = 9
EXAMPLE = Path(__file__).parent.parent / "examples" / "postgres.yaml"
BARE = "import sys, yaml; [list(yaml.load_all(open(p, 'rb'), yaml.CSafeLoader)) for p in sys.argv[1:]]"

Command = Sequence[str | Path]


class Cost(NamedTuple):
    """What one run took: seconds by the clock, seconds of processor, and the largest process's memory in MiB."""

    wall: float
    processor: float
    memory: float


def costs(*commands: Command) -> list[list[Cost]]:
    """What each command took, run by run, in turn, so that whatever else the machine does slows all alike."""
    rounds = [[_run(command) for command in commands] for _ in range(RUNS)]
    return [list(runs) for runs in zip(*rounds, strict=True)]


def _run(command: Command) -> Cost:
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    # What worker processes took counts too: whoever waits for them is charged.
    return Cost(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def planton_sts(*arguments: str | Path) -> Command:
    """A call of the command."""
    return [sys.executable, "-m", "planton_sts", *arguments]


def python(program: str, *arguments: str | Path) -> Command:
    """A program of Python's."""
    return [sys.executable, "-c", program, *arguments]


def show(name: str, taken: Sequence[Cost], peer: Sequence[Cost], called: str) -> None:
    """Print the medians of a cost, and that of its ratio to a peer's in the same round."""
    wall, processor, memory = (statistics.median(values) for values in zip(*taken, strict=True))
    ratio = statistics.median(one.wall / other.wall for one, other in zip(taken, peer, strict=True))
    print(f"{name}: {wall:.2f} s, {processor:.2f} s of processor, {memory:.0f} MiB; {ratio:.2f} x {called}")


def copies(folder: Path, count: int) -> list[Path]:
    """The example under that many names."""
    text = EXAMPLE.read_text(encoding="utf-8")
    paths = [folder / f"{number:05}.yaml" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(text.replace("name: postgres\nspec", f"name: postgres-{number}\nspec"), encoding="utf-8")
    return paths


def main() -> None:
    """Print the costs."""
    small = {
        "command, --version": planton_sts("--version"),
        "command, validate one file": planton_sts("validate", EXAMPLE),
        "command, render one file": planton_sts("render", EXAMPLE),
    }
    bare, *taken = costs(python("import protovalidate"), *small.values())
    for name, runs in zip(small, taken, strict=True):
        show(name, runs, bare, "`import protovalidate`")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        large = {
            "command, validate 1,000 files, jobs 1": planton_sts("validate", "--jobs", "1", folder),
            "command, validate 1,000 files, jobs 2": planton_sts("validate", "--jobs", "2", folder),
            "command, render 1,000 files": planton_sts("render", folder),
        }
        bare, *taken = costs(python(BARE, *copies(folder, 1_000)), *large.values())
        for name, runs in zip(large, taken, strict=True):
            show(name, runs, bare, "reading them with yaml.CSafeLoader")
    with tempfile.TemporaryDirectory() as few, tempfile.TemporaryDirectory() as many:
        copies(Path(few), 1_000)
        copies(Path(many), 10_000)
        thousand, ten = costs(*(planton_sts("validate", "--jobs", "1", folder) for folder in (few, many)))
        show("command, validate 10,000 files, jobs 1", ten, thousand, "1,000 files")
        memory = statistics.median(one.memory / other.memory for one, other in zip(ten, thousand, strict=True))
        print(f"command, memory for 10,000 files: {memory:.2f} x for 1,000")


if __name__ == "__main__":
    main()
