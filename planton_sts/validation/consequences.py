# SPDX-License-Identifier: Apache-2.0
"""What follows from another problem and is none of its own: one slip, one problem."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from protovalidate import Violation

from planton_sts.loading import Document
from planton_sts.loading.hints import stood_for
from planton_sts.messages import Message, fields_of
from planton_sts.paths import Key, Path, parse
from planton_sts.problems import Problem
from planton_sts.validation.blame import Spot, is_of_message
from planton_sts.validation.catalogue import is_unread
from planton_sts.validation.isolation import expression_of


def unset_by(problem: Problem, document: Document) -> Iterable[Path]:
    """The values that are unset because of what loading found: one not read, or what an unknown key stood for."""
    path = document.held(parse(problem.path)[0])
    if is_unread(problem):
        return [path]
    descriptor: Any = document.message.DESCRIPTOR if document.message is not None else None
    if descriptor is None or problem.rule != "load.unknown_key":
        return []
    return [place for place in stood_for(path, descriptor) if not _is_set(document.message, place)]


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
    """The values that are unset or wrong by themselves; what a rule says only because of one of them is nothing new.

    There may be as many of them as there are problems to explain, so that they are looked up and not gone through.
    """

    def __init__(self, unread: Iterable[Path], wrong: Iterable[Path]) -> None:
        self._unread = frozenset(unread)
        # The ways to what was not read, and the same by the name of the field that each is, or is an element of.
        self._ways: set[Path] = set()
        self._ways_by_name: defaultdict[str, set[Path]] = defaultdict(set)
        for path in self._unread:
            ways = set(_ways(path))
            self._ways |= ways
            self._ways_by_name[_bare(_name(path))] |= ways
        # The names of the fields at fault, by the message that has them, and by all that stands above.
        self._in: defaultdict[Path, set[str]] = defaultdict(set)
        self._below: defaultdict[Path, set[str]] = defaultdict(set)
        for *above, name in filter(None, [*self._unread, *wrong]):
            self._in[tuple(above)].add(_bare(str(name)))
            for way in _ways(tuple(above)):
                self._below[way].add(_bare(str(name)))

    def hold(self, path: Path) -> bool:
        """Whether the path is that of a value that is unset, or leads on from one."""
        return bool(self._unread) and any(way in self._unread for way in _ways(path))

    def explain(self, spot: Spot, bearer: Spot, violation: Violation) -> bool:
        """Whether what is wrong at the spot may come of such a value."""
        if self.hold(spot.path) or self._names_one(spot, bearer, violation):
            return True
        if violation.proto.rule_id == "required":
            return spot.path in self._ways
        is_of_this = is_of_message(violation) and isinstance(bearer.value, Message)
        return is_of_this and self._is_looked_at(spot, bearer, violation)

    def _names_one(self, spot: Spot, bearer: Spot, violation: Violation) -> bool:
        """Whether a rule of several values names one of these, of those that it blames or that stand beside it."""
        near = self._in.get(spot.path[:-1], set()) | self._below.get(spot.path, set())
        return bool(near) and not is_value(bearer) and not near.isdisjoint(_named(_expression(bearer, violation)))

    def _is_looked_at(self, spot: Spot, bearer: Spot, violation: Violation) -> bool:
        """Whether a rule of a message names a value that was not read, beside the place that it blames."""
        expression = _expression(bearer, violation)
        ways = [self._ways_by_name[name] for name in self._ways_by_name.keys() & _named(expression)]
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


def _path_in(spot: Spot, names: Iterable[str]) -> Path:
    """The place that the names lead to, as far as they are those of fields."""
    for name in names:
        if not isinstance(spot.value, Message) or name not in spot.value.DESCRIPTOR.fields_by_name:
            break
        spot = spot.below(name)
    return spot.path
