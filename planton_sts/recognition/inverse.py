# SPDX-License-Identifier: Apache-2.0
"""The way back from Kubernetes objects to a manifest: every value goes to the field that says it."""

from collections.abc import Iterator, Mapping
from typing import Any

from planton_sts.counterparts import APP, ELEMENT, Steps, counterpart
from planton_sts.paths import Path, rerouted
from planton_sts.rendering.kube_object import KubeObject
from planton_sts.rendering.strategic_merge import CONTAINERS

# Part of a path, and what takes its place.
Moves = Mapping[Path, Path]


class Sketch:
    """A manifest in the making: values by their paths.

    Attributes:
        lacking: The paths of what holds values that no field says.

    """

    def __init__(self) -> None:
        self._tree: dict[Any, Any] = {}
        self.lacking: set[Path] = set()

    def put(self, path: Path, value: Any) -> None:
        """Let the value stand at the path."""
        node = self._tree
        for step in path[:-1]:
            node = node.setdefault(step, {})
            if not isinstance(node, dict):
                # Two values claim the place, and the first has it; the proof tells what is lost.
                return
        node[path[-1]] = value

    def affirm(self, path: Path) -> None:
        """Let it be true."""
        self.put(path, value=True)

    def deny(self, path: Path) -> None:
        """Let it be false."""
        self.put(path, value=False)

    def take(self, path: Path) -> Any:
        """Take away what stands at the path; None where nothing does."""
        node: Any = self._tree
        for step in path[:-1]:
            node = node.get(step) if isinstance(node, dict) else None
        return node.pop(path[-1], None) if isinstance(node, dict) else None

    def get(self, path: Path) -> Any:
        """What stands at the path; None where nothing does."""
        node: Any = self._tree
        for step in path:
            node = node.get(step) if isinstance(node, dict) else None
        return node

    def drop(self, path: Path, value: Any) -> None:
        """Take away what stands at the path if it is the value, which goes without saying there."""
        held = self.take(path)
        if held is not None and held != value:
            self.put(path, held)

    def say(self, role: str, kube_object: KubeObject, moves: Moves | None = None) -> None:
        """Put every value of the object that a field says where that field is, or is moved to."""
        for path, value in _leaves(kube_object):
            found, is_whole = _nearest(role, path)
            place = rerouted(found, moves or {})
            if is_whole:
                self.put(place, value)
            else:
                self.lacking.add(place)

    def manifest(self) -> dict[str, Any]:
        """The manifest, as far as it is said."""
        manifest = _listed(self._tree)
        assert isinstance(manifest, dict)  # noqa: S101 - for the type checker
        return manifest


def _leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """The path to each value that holds no other; what is null is not there."""
    if isinstance(value, dict) and value:
        for key, held in value.items():
            yield from _leaves(held, (*path, str(key)))
    elif isinstance(value, list) and value:
        for index, held in enumerate(value):
            yield from _leaves(held, (*path, index))
    elif value is not None:
        yield path, value


def _nearest(role: str, path: Path) -> tuple[Path, bool]:
    """Where a field says what stands at the path, or else the nearest that holds it; and which of the two it is."""
    for length in range(len(path), 0, -1):
        found = _concrete(counterpart(role, _steps(path[:length])), path[:length])
        if found is not None:
            return found, length == len(path)
    return (), False


def _steps(path: Path) -> Steps:
    """The path as the table of counterparts has it; the first container is taken for the application's own."""
    steps = [ELEMENT if isinstance(step, int) else step for step in path]
    if path[: len(CONTAINERS) + 1] == (*CONTAINERS, 0):
        steps[len(CONTAINERS)] = APP
    return tuple(steps)


def _concrete(found: Steps | None, path: Path) -> Path | None:
    """The path of the field, with the numbers of the elements that the value stands in."""
    if found is None:
        return None
    numbers = [step for step in path if isinstance(step, int)]
    if numbers and path[: len(CONTAINERS)] == CONTAINERS:
        # The application's own container stands by itself, and the others are counted without it.
        numbers = numbers[1:] if numbers[0] == 0 else [numbers[0] - 1, *numbers[1:]]
    left = iter(numbers)
    return tuple(next(left) if step == ELEMENT else step for step in found)


def _listed(value: Any) -> Any:
    """The value with mappings by number as lists."""
    if not isinstance(value, dict):
        return value
    if value and all(isinstance(step, int) for step in value):
        return [_listed(value.get(number, {})) for number in range(max(value) + 1)]
    return {step: _listed(held) for step, held in value.items()}
