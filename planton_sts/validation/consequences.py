# SPDX-License-Identifier: Apache-2.0
"""What follows from another problem and is none of its own: one slip, one problem."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from protovalidate import Violation

from planton_sts.loading.hints import stood_for
from planton_sts.messages import Message, fields_of
from planton_sts.paths import Key, Path, parse
from planton_sts.problems import Problem
from planton_sts.validation.blame import Spot, is_of_message
from planton_sts.validation.catalogue import is_unread
from planton_sts.validation.isolation import expression_of


def unset_by(problem: Problem, message: Any) -> Iterable[Path]:
    """The values that are unset because of what loading found: one not read, or what an unknown key stood for."""
    path, _ = parse(problem.path)
    if is_unread(problem):
        return [path]
    meant = stood_for(path, message.DESCRIPTOR) if problem.rule == "load.unknown_key" else []
    return [place for place in meant if not _is_set(message, place)]


def _is_set(holder: Any, path: Path) -> bool:
    """Whether the message says something at the path, which names what it has on the way."""
    for step in path:
        if isinstance(step, Key) or not isinstance(step, str):
            # To look up what is not in a map puts it there.
            if hasattr(holder, "keys") and str(step) not in holder:
                return False
            holder = holder[str(step) if hasattr(holder, "keys") else step]
            continue
        field = fields_of(holder.DESCRIPTOR)[step]
        if all(field != known for known, _ in holder.ListFields()):
            return False
        holder = getattr(holder, field.name)
    return True


def is_value(spot: Spot) -> bool:
    """Whether one value stands at the spot, rather than several."""
    return isinstance(spot.value, (str, int)) and isinstance(spot.path[-1], str) and not isinstance(spot.path[-1], Key)


class Slips:
    """The values that are unset or wrong by themselves; what a rule says only because of one of them is nothing new."""

    def __init__(self, unread: Iterable[Path], wrong: Iterable[Path]) -> None:
        self._unread = set(unread)
        self._above_unread = {path[:length] for path in self._unread for length in range(len(path) + 1)}
        # The names of the fields at fault, by the message that has them, and by all that stands above.
        self._in: dict[Path, set[str]] = defaultdict(set)
        self._below: dict[Path, set[str]] = defaultdict(set)
        for *above, name in filter(None, [*self._unread, *wrong]):
            self._in[tuple(above)].add(_bare(str(name)))
            for length in range(len(above) + 1):
                self._below[tuple(above[:length])].add(_bare(str(name)))

    def hold(self, path: Path) -> bool:
        """Whether the path is that of a value that is unset, or leads on from one."""
        return bool(self._unread) and any(path[:length] in self._unread for length in range(len(path) + 1))

    def explain(self, spot: Spot, bearer: Spot, violation: Violation) -> bool:
        """Whether what is wrong at the spot may come of such a value."""
        if self.hold(spot.path) or self._names_one(spot, bearer, violation):
            return True
        if violation.proto.rule_id == "required":
            return spot.path in self._above_unread
        return any(
            _is_within(path, looked_at)
            for path in self._unread
            for looked_at in _looked_at(spot, bearer, violation, path)
        )

    def _names_one(self, spot: Spot, bearer: Spot, violation: Violation) -> bool:
        """Whether a rule of several values names one of these, of those that it blames or that stand beside it."""
        near = self._in.get(spot.path[:-1], set()) | self._below.get(spot.path, set())
        return bool(near) and not is_value(bearer) and not near.isdisjoint(_named(_expression(bearer, violation)))


def _expression(bearer: Spot, violation: Violation) -> str:
    """What the rule says in CEL."""
    if not is_of_message(violation):
        return expression_of(bearer.holder.DESCRIPTOR, bearer.field, violation.proto.rule_id)
    return expression_of(bearer.value.DESCRIPTOR, None, violation.proto.rule_id)


@cache
def _named(expression: str) -> set[str]:
    """The words of the expression."""
    return set(map(_bare, re.findall(r"\w+", expression)))


def _bare(name: str) -> str:
    """The name of a field, the same in either spelling."""
    return name.replace("_", "").lower()


def _looked_at(spot: Spot, bearer: Spot, violation: Violation, unread: Path) -> Iterator[Path]:
    """What a rule of a message names beside the place that it blames, if it names what was not read too."""
    if not is_of_message(violation) or not isinstance(bearer.value, Message):
        return
    expression = _expression(bearer, violation)
    last = next((step for step in reversed(unread) if isinstance(step, str) and not isinstance(step, Key)), "")
    if _bare(last) not in _named(expression):
        return
    for names in re.findall(r"\bthis\.([\w.]+)", expression):
        path = _path_in(bearer, names.split("."))
        if spot.path == path or not _is_within(spot.path, path):
            yield path


def _path_in(spot: Spot, names: Iterable[str]) -> Path:
    """The place that the names lead to, as far as they are those of fields."""
    for name in names:
        if not isinstance(spot.value, Message) or name not in spot.value.DESCRIPTOR.fields_by_name:
            break
        spot = spot.below(name)
    return spot.path


def _is_within(path: Path, other: Path) -> bool:
    """Whether the path is the other, or leads on from it."""
    return path[: len(other)] == other
