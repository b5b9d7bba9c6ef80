# SPDX-License-Identifier: Apache-2.0
"""Ctrl-C at any moment, and output that nobody takes: a line that says so, the right exit code, and no traceback."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from planton_sts.cli.workers import spread
from tables import ROOT

if sys.platform == "win32":
    pytest.skip("signals and pseudo-terminals are those of Unix", allow_module_level=True)

import pty  # isort: skip - Unix has it

GOOD = (ROOT / "examples" / "postgres.yaml").read_text(encoding="utf-8")
START = "from planton_sts.__main__ import start; sys.exit(start())"

# Presses Ctrl-C at the COUNT-th EVENT that Python tells its auditors of, in the process that was started.
AT_EVENT = f"""
import os, signal, sys
event, count = sys.argv.pop(1), int(sys.argv.pop(1))
process, left = os.getpid(), count
def press(name, _):
    global left
    if name == event and os.getpid() == process and left:
        left -= 1
        if not left:
            os.kill(process, signal.SIGINT)
from planton_sts import __main__
sys.addaudithook(press)
{START}
"""

# Sends a signal so long after the worker processes are thought of; to them too, as a terminal does, or not.
AFTER = f"""
import os, subprocess, sys
number, seconds, to_all = sys.argv.pop(1), sys.argv.pop(1), sys.argv.pop(1) == "all"
def send(name, arguments):
    if name == "import" and arguments[0] == "concurrent.futures.process":
        line = f"sleep {{seconds}}; kill -{{number}} {{-os.getpgid(0) if to_all else os.getpid()}}"
        subprocess.Popen(["sh", "-c", line], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
from planton_sts import __main__
sys.addaudithook(send)
{START}
"""


def run(program: str, *arguments: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    """The program in a session of its own; what it prints ends when the last of its processes does."""
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        start_new_session=True, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=120,
        **options,
    )  # fmt: skip


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A folder of more manifests than one worker takes at once."""
    for number in range(100):
        (tmp_path / f"{number:03}.yaml").write_text(GOOD.replace("name: postgres\nspec", f"name: a-{number}\nspec"))
    return tmp_path


MOMENTS = [("import", number) for number in (1, 10, 50, 100, 150)] + [("open", number) for number in (1, 30, 100)]


@pytest.mark.parametrize(("event", "count"), MOMENTS, ids=str)
def test_interrupt_while_it_starts(event: str, count: int) -> None:
    """Most of a short run is spent importing."""
    done = run(AT_EVENT, event, str(count), "validate", ROOT / "examples" / "postgres.yaml")
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "Interrupted\n")


@pytest.mark.parametrize("command", ["validate", "render"])
@pytest.mark.parametrize("count", [1, 2])
def test_interrupt_while_workers_start(command: str, count: int, many: Path) -> None:
    """A worker that has just begun is ended too."""
    done = run(AT_EVENT, "os.fork", str(count), command, "--jobs", "2", many)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "Interrupted\n")


@pytest.mark.parametrize("command", ["validate", "render"])
@pytest.mark.parametrize("seconds", ["0", "0.02", "0.05", "0.1", "0.2", "0.5"])
def test_interrupt_while_workers_work(command: str, seconds: str, many: Path) -> None:
    """Workers say nothing, and neither wait nor let anybody wait; a run that is over is over."""
    done = run(AFTER, "INT", seconds, "all", command, "--jobs", "2", many)
    assert done.returncode in {0, 130}
    assert done.stderr == ("Interrupted\n" if done.returncode else "")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL], ids=str)
@pytest.mark.parametrize("seconds", ["0", "0.05", "0.1", "0.3"])
def test_terminate_while_workers_work(seconds: str, number: signal.Signals, many: Path) -> None:
    """Workers whose run was ended by somebody else end as quietly, also when it had no time to end them."""
    done = run(AFTER, str(int(number)), seconds, "one", "validate", "--jobs", "2", many)
    assert done.returncode in {0, -number}
    assert done.stderr == ""


def test_interrupt_beside_the_progress_bar(tmp_path: Path) -> None:
    """The bar's line ends, and the terminal gets its cursor back."""
    for number in range(600):
        (tmp_path / f"{number}.yaml").write_text("a: b\n")
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-c", AT_EVENT, "open", "600", "validate", "--jobs", "1", tmp_path],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=theirs, check=False, timeout=120,
    )  # fmt: skip
    os.close(theirs)
    shown = b"".join(read_all(ours)).decode()
    assert done.returncode == 130
    assert "Checking" in shown
    assert shown.endswith("\x1b[?25h\r\nInterrupted\r\n")


def read_all(descriptor: int) -> Iterator[bytes]:
    """What a terminal was sent, whose other end is closed."""
    try:
        while read := os.read(descriptor, 65536):
            yield read
    except OSError:
        pass  # Linux says so that nothing follows.
    finally:
        os.close(descriptor)


def test_interrupt_while_a_folder_is_written(tmp_path: Path) -> None:
    """What was written aside is cleared away: a Secret is among it."""
    done = run(AT_EVENT, "os.rename", "1", "render", "--out-dir", tmp_path, ROOT / "examples" / "postgres.yaml")
    assert done.returncode == 130
    assert done.stderr.split() == ["Interrupted"]
    hidden = [path for path in tmp_path.rglob("*") if path.is_file() and path.name.startswith(".")]
    assert [path for path in hidden if "change-me" in path.read_text() or "Secret" in path.read_text()] == []


def test_interrupt_while_standard_input_is_awaited() -> None:
    """Who forgot the path gets out."""
    process = subprocess.Popen(
        [sys.executable, "-m", "planton_sts", "validate"], stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdin is not None
    # More than a pipe holds: once it is written, the program is past its imports and reads.
    process.stdin.write("a: b\n" * 200_000)
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (130, "Interrupted\n")


def test_interrupts_are_ignored_where_they_are_for_others() -> None:
    """A shell starts what runs in its background so, and Ctrl-C is meant for what runs before it."""
    deaf = f"import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\n{AT_EVENT}"
    done = run(deaf, "import", "50", "validate", ROOT / "examples" / "postgres.yaml")
    assert (done.returncode, done.stderr) == (0, "")


FULL = Path("/dev/full")
CALLS: list[tuple[str, ...]] = [
    ("render", "examples/postgres.yaml"),
    ("validate", "examples/postgres.yaml"),
    ("convert", "examples/postgres.yaml", "--to", "binary"),
    ("image",),
    ("--version",),
    ("render", "--help"),
]


HANDLERS = """
import signal
from planton_sts.cli.workers import TOGETHER, spread
signal.signal(signal.SIGTERM, lambda *_: None)
work = lambda items: [signal.getsignal(signal.SIGTERM) is signal.SIG_DFL for _ in items]
print(*list(spread(work, range(3 * TOGETHER), 2))[::TOGETHER])
"""


def test_workers_end_when_they_are_told_to() -> None:
    """At once, for a handler of Python's may wait for what the main thread waits for, and the run with it."""
    done = subprocess.run([sys.executable, "-c", HANDLERS], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == ["False", "True", "True"]


KILLED = """
import os, signal
from planton_sts.cli.workers import spread
run = os.getpid()
work = lambda items: items if os.getpid() == run else os.kill(os.getpid(), signal.SIGKILL)
print(list(spread(work, range(100), 2)))
"""


def test_a_worker_that_is_killed_ends_the_run() -> None:
    """As the system does where memory runs out; nobody waits for what it was to do."""
    done = subprocess.run([sys.executable, "-c", KILLED], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert done.stderr.endswith(
        "a worker process was killed, perhaps because memory ran out; --jobs 1 does without them\n"
    )


@pytest.mark.parametrize(("count", "jobs", "most"), [(0, 1, 0), (100, 1, 32), (2, 4, 1), (31, 4, 2), (64, 4, 5)])
def test_processes_share_the_work(count: int, jobs: int, most: int) -> None:
    """Each gets several turns, also where there is little to do, and everything is done in order."""
    found = list(spread(lambda items: [(item, len(items)) for item in items], range(count), jobs))
    assert [item for item, _ in found] == list(range(count))
    assert max((size for _, size in found), default=0) == most


def shell(line: str, arguments: Iterable[str]) -> subprocess.CompletedProcess[str]:
    """A shell's line, in which "$@" is the command."""
    command = [sys.executable, "-m", "planton_sts", *arguments]
    return subprocess.run(
        ["sh", "-c", line, "sh", *command], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120
    )


@pytest.mark.parametrize("arguments", CALLS, ids=" ".join)
def test_closed_output(arguments: tuple[str, ...]) -> None:
    """Output that goes nowhere is an error."""
    done = shell('"$@" >&-', arguments)
    assert (done.returncode, done.stderr) == (2, "Error: standard output is closed\n")


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("arguments", CALLS, ids=" ".join)
def test_full_disk(arguments: tuple[str, ...]) -> None:
    """What the disk does not take is an error, and nothing else is said."""
    done = shell('"$@" >/dev/full', arguments)
    assert (done.returncode, done.stderr) == (2, "Error: the output cannot be written: no space left on device\n")


@pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("errors", ["2>/dev/full", "2>&-"])
@pytest.mark.parametrize("arguments", [("render", "missing.yaml"), ("render", "--no-such")], ids=" ".join)
def test_nobody_to_complain_to(errors: str, arguments: tuple[str, ...]) -> None:
    """The exit code tells all the same."""
    assert shell(f'"$@" {errors}', arguments).returncode == 2
