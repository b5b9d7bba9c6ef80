# SPDX-License-Identifier: Apache-2.0
"""Values that nobody read, which are unset in the message, and what merely follows from that."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from protovalidate import Violation

from planton_sts.messages import Message
from planton_sts.paths import Key, Path, camel_case
from planton_sts.validation.blame import Spot, is_of_message
from planton_sts.validation.isolation import expression_of


class Unread:
    """The paths of values that were not read; there may be as many of them as there are problems to explain."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._paths = frozenset(paths)
        # The ways to them, and the same by the name of the field that each of them is, or is an element of.
        self._ways: set[Path] = set()
        self._ways_by_name: defaultdict[str, set[Path]] = defaultdict(set)
        for path in self._paths:
            ways = set(_ways(path))
            self._ways |= ways
            self._ways_by_name[_name(path)] |= ways

    def has(self, path: Path) -> bool:
        """Whether what stands at the path, or what holds it, was not read."""
        return any(way in self._paths for way in _ways(path))

    def explains(self, spot: Spot, bearer: Spot, violation: Violation) -> bool:
        """Whether what is wrong at the spot may come of what was not read; the bearer is what has the rule."""
        if not self._paths:
            return False
        if self.has(spot.path) or (violation.proto.rule_id == "required" and spot.path in self._ways):
            return True
        is_of_this = is_of_message(violation) and isinstance(bearer.value, Message)
        return is_of_this and self._is_looked_at(spot, bearer, violation)

    def _is_looked_at(self, spot: Spot, bearer: Spot, violation: Violation) -> bool:
        """Whether a rule of a message names a value that was not read, beside the place that it blames."""
        expression = expression_of(bearer.value.DESCRIPTOR, None, violation.proto.rule_id)
        words = set(map(camel_case, re.findall(r"\w+", expression)))
        ways = [self._ways_by_name[name] for name in self._ways_by_name.keys() & words]
        if not ways:
            return False
        paths = {_path_in(bearer, names.split(".")) for names in re.findall(r"\bthis\.([\w.]+)", expression)}
        return any(
            path in some for path in paths if path == spot.path or spot.path[: len(path)] != path for some in ways
        )


def _ways(path: Path) -> Iterator[Path]:
    """The path, and all that lead to it."""
    return (path[:length] for length in range(len(path) + 1))


def _name(path: Path) -> str:
    """The last field on the path."""
    return next((step for step in reversed(path) if isinstance(step, str) and not isinstance(step, Key)), "")


def _path_in(spot: Spot, names: Iterable[str]) -> Path:
    """The place that the names lead to, as far as they are those of fields."""
    for name in names:
        if not isinstance(spot.value, Message) or name not in spot.value.DESCRIPTOR.fields_by_name:
            break
        spot = spot.below(name)
    return spot.path
