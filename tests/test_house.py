# SPDX-License-Identifier: Apache-2.0
"""The house: imports run one way, and the picture in CONTRIBUTING is true to them."""

import ast
import itertools
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tables import ROOT

PACKAGE = "planton_sts"
MODULES = sorted((ROOT / PACKAGE).rglob("*.py"))

# Each room imports from those before it alone; those of one line know nothing of each other.
ORDER = [
    {"secrecy"},
    {"version", "wording", "paths", "quantity", "write", "messages", "protos", "json_objects"},
    {"problems", "descent", "variables", "counterparts", "comparison"},
    {"services"},
    {"names"},
    {"defaults", "bounds", "nodes"},
    {"loading"},
    {"validation", "references", "conversion"},
    {"resolution"},
    {"application"},
    {"rendering", "stack_outputs"},
    {"recognition"},
    {"collisions", "masking", "sizes", "schemas", "rereading", "description"},
    {"outcome", "planning"},
    {"report", "api", "answers"},
    {"adoption"},
    {"cli"},
]
PLACE = {room: number for number, rooms in enumerate(ORDER) for room in rooms}


def name_of(path: Path) -> str:
    """The module's name, a package's own without `__init__`."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports_of(path: Path) -> Iterator[str]:
    """The modules of the package that the module imports, wherever in it."""
    names = {name_of(module) for module in MODULES}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith(PACKAGE):
            below = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in names else node.module for name in below)


def room(module: str) -> str:
    """The room of the package that the module stands in."""
    return module.split(".")[1]


# The package itself and its start know every room.
GRAPH = {
    name_of(path): set(imports_of(path)) for path in MODULES if path.parent.name != PACKAGE or path.stem[:2] != "__"
}


@pytest.mark.parametrize("module", GRAPH)
def test_imports_run_one_way(module: str) -> None:
    """A module imports from its own room, and from rooms before it."""
    rooms = {room(name) for name in GRAPH[module] if name != PACKAGE} - {room(module)}
    assert all(PLACE[other] < PLACE[room(module)] for other in rooms), rooms


def test_no_circle() -> None:
    """No module imports, through whatever others, itself."""
    assert list(TopologicalSorter(GRAPH).static_order())


def test_picture() -> None:
    """Every arrow leads from a room to one that imports it."""
    (picture,) = re.findall(r"```mermaid\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.DOTALL)
    used = {(room(name), room(module)) for module, names in GRAPH.items() for name in names if name != PACKAGE}
    ways = [line.strip().split(" --> ") for line in picture.splitlines()[1:]]
    arrows = {arrow for way in ways for arrow in itertools.pairwise(way)}
    assert arrows <= used
    assert {room for arrow in arrows for room in arrow} <= set(PLACE)


def test_every_room_is_explained() -> None:
    """CONTRIBUTING says of every room what it is for."""
    told = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert [name for name in PLACE if not re.search(rf"`(planton_sts/)?{name}(\.py|/)`", told)] == ["version"]
