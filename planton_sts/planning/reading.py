# SPDX-License-Identifier: Apache-2.0
"""What stands in objects of whatever shape."""

from typing import Any


def at(held: Any, path: str) -> Any:
    """What stands at the path, whose steps are parted by dots; None where nothing does."""
    for name in path.split("."):
        held = held.get(name) if isinstance(held, dict) else None
    return held


def whole(value: Any, otherwise: int) -> int:
    """The number; another where it is none."""
    return value if isinstance(value, int) else otherwise
