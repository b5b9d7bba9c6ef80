# SPDX-License-Identifier: Apache-2.0
"""The options of the test run."""

import os
import signal

import pytest
from hypothesis import HealthCheck, settings

# Every run tries the same examples, and none fails because a machine is slow; `make fuzz` looks further.
settings.register_profile(
    "steady",
    deadline=None,
    derandomize="FUZZ" not in os.environ,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("steady")

# A shell has what it runs in the background ignore Ctrl-C, and so would every command that is tried.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch that rewrites what tests/golden expects."""
    parser.addoption("--update-golden", action="store_true", help="write what is rendered now into tests/golden")
