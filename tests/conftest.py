# SPDX-License-Identifier: Apache-2.0
"""The options of the test run."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch that rewrites what tests/golden expects."""
    parser.addoption("--update-golden", action="store_true", help="write what is rendered now into tests/golden")
