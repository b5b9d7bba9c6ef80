# SPDX-License-Identifier: Apache-2.0
"""How far a path leads within what somebody said, where a list's elements go by number or by name."""

from typing import Any, NamedTuple

from planton_sts.json_objects import at
from planton_sts.paths import Path, Step


class Followed(NamedTuple):
    """A path as far as it is said, and one step more; and whether all of it is."""

    path: Path
    is_said: bool


def followed(said: Any, way: Path) -> Followed:
    """The way with numbers in place of the names of elements, as far as it leads."""
    path: Path = ()
    for step in way:
        number = index(said, step)
        path, said = (*path, number), below(said, number)
        if said is None:
            return Followed(path, is_said=False)
    return Followed(path, is_said=True)


def index(held: Any, step: Step) -> Step:
    """The step, with its number for the name of a list's element; one that no list has where there is none."""
    if not isinstance(held, list) or isinstance(step, int):
        return step
    names = {step, step.rpartition("/")[0] or step}
    return next((number for number, each in enumerate(held) if names & _names(each)), len(held))


def _names(element: Any) -> set[str]:
    """What an element of a list may be told from others by."""
    held = element.values() if isinstance(element, dict) else (element,)
    return {str(each) for each in (*held, at(element, "metadata", "name")) if isinstance(each, str | int)}


def below(held: Any, step: Step) -> Any:
    """What stands there; None where nothing does."""
    if isinstance(held, list):
        return held[step] if isinstance(step, int) and step < len(held) else None
    return held.get(step) if isinstance(held, dict) else None
