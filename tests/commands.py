# SPDX-License-Identifier: Apache-2.0
"""Programs, run as a person would run them."""

import os
import subprocess
from pathlib import Path


def run(*command: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    """Run a command, its output kept as text."""
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300, **options)


def output(*command: str | Path, **options: object) -> str:
    """What the command prints; it must succeed."""
    done = run(*command, **options)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def make(target: str, checkout: Path, *variables: str) -> subprocess.CompletedProcess[str]:
    """Run make in the checkout, without what this process was started with."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return run("make", target, *variables, cwd=checkout, env=environment)
