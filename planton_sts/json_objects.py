# SPDX-License-Identifier: Apache-2.0
"""JSON objects: texts that must be some, from whoever sent them, and what stands in those of whatever shape."""

import json
import math
from typing import Any

# Far more than any Kubernetes object nests.
MAX_DEPTH = 50


def json_object(text: str) -> dict[str, Any] | None:
    """The object that the text is; None where it is none that a server would read, or nests too deep."""
    try:
        found = json.loads(text, parse_constant=_refuse, parse_float=_finite)
        # Escapes can write halves of surrogate pairs, which no text in UTF-8 can hold.
        json.dumps(found, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) and _is_shallow(found) else None


def _refuse(constant: str) -> None:
    """Python reads NaN and Infinity; the server does not."""
    raise ValueError(constant)


def _finite(number: str) -> float:
    value = float(number)
    if math.isinf(value):
        raise ValueError(number)
    return value


def _is_shallow(value: Any) -> bool:
    level = [value]
    for _ in range(MAX_DEPTH):
        level = [child for held in level for child in _children(held)]
        if not level:
            return True
    return False


def _children(value: Any) -> list[Any]:
    return list(value.values()) if isinstance(value, dict) else elements(value)


def at(value: Any, *path: str) -> Any:
    """What stands at the path; None where nothing does."""
    for step in path:
        value = value.get(step) if isinstance(value, dict) else None
    return value


def elements(value: Any) -> list[Any]:
    """The elements of a list; none where it is no list."""
    return value if isinstance(value, list) else []


def whole(value: Any, otherwise: int) -> int:
    """The number; another where it is none."""
    return value if isinstance(value, int) else otherwise
