# SPDX-License-Identifier: Apache-2.0
"""What stood at paths at a revision of the repository, by the rules for what stands there now."""

import os
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from posixpath import dirname, isabs, join, normpath, splitext

import click

from planton_sts.cli.git import Store, git
from planton_sts.loading import Excluded
from planton_sts.loading.sources import DASH, SUFFIXES, Source
from planton_sts.nodes.faults import Fault
from planton_sts.wording import visible

# By what `git ls-tree` tells links and submodules from files.
_LINK, _SUBMODULE = "120000", "160000"

_ABSENT = Fault("load.file", "must exist")
_NOT_FETCHED = Fault("load.file", "must be in this clone, which lacks it")


class Revision:
    """A revision of the repository in which the command runs."""

    def __init__(self, name: str, store: Store) -> None:
        self._name, self._store = name, store
        self._root, self._prefix, _ = git("rev-parse", "--show-toplevel", "--show-prefix").split("\n", 2)
        try:
            self._tree = git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{tree}}").strip()
        except click.ClickException:
            raise click.UsageError(
                f"{visible(name)}: must be a revision that this repository has; a shallow clone lacks most of them"
            ) from None

    def sources(self, path: str, excluded: Excluded | None) -> Iterator[Source] | None:
        """The file that stood at the path, or the files of the folder; None where nothing did."""
        within = self._within(path)
        stored = self._store.find(f"{self._tree}:{within}")
        if stored is None or stored.type == "commit":
            self._refuse_submodule(within)
            return None
        if stored.type == "tree":
            return self._files(within, stored.id, excluded)
        if stored.type != "blob":
            raise click.UsageError(f"{self._called(within)}: must not be a link out of the repository, or to nothing")
        is_excluded = excluded is not None and excluded(os.path.relpath(path))
        return iter(() if is_excluded else ((self._called(within), stored.content),))

    def _within(self, path: str) -> str:
        """The path from the root of the repository, as git spells it; empty for the root."""
        if path in {"", DASH}:
            raise click.UsageError("standard input stands at no revision" if path else "a path must not be empty")
        if Path(path).is_absolute():
            within = os.path.relpath(os.path.realpath(path), os.path.realpath(self._root))
        else:
            within = join(self._prefix, path)
        within = _from_root(within.replace(os.sep, "/"))
        if within.split("/")[0] == os.pardir:
            raise click.UsageError(f"{visible(path)}: must stand in the repository {visible(self._root)}")
        return within

    def _refuse_submodule(self, within: str) -> None:
        """Stop where the path belongs to another repository, of whose files this one knows none."""
        above = accumulate(within.split("/"), join)
        if any(os.path.lexists(join(self._root, folder, ".git")) for folder in above):
            raise click.UsageError(f"{visible(within)}: must not be a submodule, or stand in one; ask in it")

    def _files(self, folder: str, tree: str, excluded: Excluded | None) -> Iterator[Source]:
        """The manifests below the folder."""
        for listed in filter(None, git("ls-tree", "-r", "-z", "--full-tree", tree).split("\0")):
            facts, name = listed.split("\t", 1)
            mode, _, identity = facts.split()
            if not _is_looked_at(name, mode, excluded):
                continue
            called = self._called(join(folder, name))
            if mode == _SUBMODULE:
                raise click.UsageError(f"{called}: must not be a submodule; --exclude leaves it out")
            if mode != _LINK:
                stored = self._store.find(identity)
                yield called, stored.content if stored else _NOT_FETCHED
            elif (content := self._linked(folder, name, identity)) is not None:
                yield called, content

    def _linked(self, folder: str, name: str, identity: str) -> bytes | Fault | None:
        """What the file holds to which the link leads; None for one to a folder, or out of the folder searched."""
        link = self._store.find(identity)
        target = os.fsdecode(link.content) if link else ""
        leads_to = normpath(join(dirname(name), target))
        if isabs(target) or leads_to.split("/")[0] == os.pardir:
            return None
        found = self._store.find(f"{self._tree}:{_from_root(join(folder, leads_to))}")
        if found and found.type == "blob":
            return found.content
        return None if found and found.type == "tree" else _ABSENT

    def _called(self, within: str) -> str:
        """The file's name as git spells it."""
        return os.fsencode(f"{self._name}:{within}").decode("utf-8", "replace")


def _from_root(path: str) -> str:
    """The path as git takes it: by the shortest way, and empty for the root."""
    within = normpath(path)
    return "" if within == os.curdir else within


def _is_looked_at(name: str, mode: str, excluded: Excluded | None) -> bool:
    """Whether the file, or the folder that is a submodule, is of those that a search of the folder finds."""
    *folders, last = name.split("/")
    if any(step.startswith(".") for step in (*folders, last)):
        return False
    if mode != _SUBMODULE and splitext(last)[1] not in SUFFIXES:
        return False
    above = [f"{folder}/" for folder in accumulate(folders, join)]
    return not excluded or not any(map(excluded, (*above, f"{name}/" if mode == _SUBMODULE else name)))
