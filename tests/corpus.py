# SPDX-License-Identifier: Apache-2.0
"""How much of real StatefulSets the API can say, typed.

`PYTHONPATH=tests python tests/corpus.py` lists, for each file of the corpus, what it cannot.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from planton_sts.counterparts import APP, ELEMENT, Steps, counterpart, spelled
from tables import ROOT

CORPUS = ROOT.parent / "shared" / "corpus"
CONTAINERS = ("spec", "template", "spec", "containers")
# What says nothing: it is always the same, the server writes it, or the controller writes over it.
SAYS_NOTHING = {
    "apiVersion",
    "kind",
    "status",
    "metadata.creationTimestamp",
    "spec.template.metadata.creationTimestamp",
    "spec.template.metadata.name",
    "spec.template.metadata.namespace",
    "spec.template.spec.restartPolicy",
    "spec.volumeClaimTemplates[].apiVersion",
    "spec.volumeClaimTemplates[].kind",
    "spec.volumeClaimTemplates[].metadata.creationTimestamp",
    "spec.volumeClaimTemplates[].metadata.namespace",
    "spec.volumeClaimTemplates[].status",
}


def files() -> list[Path]:
    """The StatefulSets of the corpus, one a file; none where it is not at hand."""
    return sorted(CORPUS.glob("*.yaml"))


def stateful_set(file: Path) -> dict[str, Any]:
    """The StatefulSet in the file."""
    tree: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return tree


def leaves(value: Any, path: Steps = ()) -> Iterator[Steps]:
    """The way to each value that holds no other; what is null is not there."""
    if isinstance(value, dict) and value:
        for key, held in value.items():
            yield from leaves(held, (*path, str(key)))
    elif isinstance(value, list) and value:
        for index, held in enumerate(value):
            # The first container is taken for the application's own.
            yield from leaves(held, (*path, APP if path == CONTAINERS and index == 0 else ELEMENT))
    elif value is not None:
        yield path


def unsaid(tree: dict[str, Any]) -> set[str]:
    """The leaves of the StatefulSet that no field of the API says."""
    return {spelled(path) for path in leaves(tree) if not says_nothing(path) and not counterpart("StatefulSet", path)}


def says_nothing(path: Steps) -> bool:
    return any(spelled(path[:length]) in SAYS_NOTHING for length in range(1, len(path) + 1))


def share() -> float:
    """How many of all leaves the API says, as a part of 1."""
    told = [
        says_nothing(path) or bool(counterpart("StatefulSet", path))
        for file in files()
        for path in leaves(stateful_set(file))
    ]
    return sum(told) / len(told)


def main() -> None:
    """Print what the API cannot say of each file, of how many files each such leaf is, and how many fit wholly."""
    missing = {file: unsaid(stateful_set(file)) for file in files()}
    for file, paths in missing.items():
        print(f"{file.name}: {', '.join(sorted(paths)) or 'fits'}")
    needed = Counter(path for paths in missing.values() for path in paths)
    print(*(f"{count:4}  {path}" for path, count in needed.most_common()), sep="\n")
    fit = sum(not paths for paths in missing.values())
    print(f"{fit} of {len(missing)} fit wholly; of all leaves, {share():.1%} can be said")


if __name__ == "__main__":
    main()
