# SPDX-License-Identifier: Apache-2.0
"""The two sides of an update, as the command line gives them: manifests, what runs, a revision and what stands now."""

import os
import shlex
from collections.abc import Sequence
from typing import NamedTuple

import click

from planton_sts.cli.git import store
from planton_sts.cli.given import excluded_by, sources_of
from planton_sts.cli.revisions import Revision
from planton_sts.cli.rivals import clashes
from planton_sts.cli.settle import run_among
from planton_sts.cli.show import stop_on
from planton_sts.cli.untyped import untyped
from planton_sts.collisions import called, holdings
from planton_sts.comparison import each_of, is_known, settled
from planton_sts.loading import Document, read, read_sources
from planton_sts.loading.sources import DASH, STDIN
from planton_sts.planning.places import Manifest
from planton_sts.rendering import KubeObject, objects
from planton_sts.wording import visible


class State(NamedTuple):
    """One side of an update.

    Attributes:
        objects: The Kubernetes objects.
        manifests: The manifests that render them; none where objects are given.
        render: The command of a shell that renders them; None where none does, or could do so again.

    """

    objects: list[KubeObject]
    manifests: Sequence[Manifest] = ()
    render: str | None = None


class Side(NamedTuple):
    """How the paths of a side are read, and its references settled.

    Attributes:
        exclude: The patterns of what is left out.
        platform: The file with what the platform owns, if there is one.
        values: The file with fields of other resources, if there is one.

    """

    exclude: Sequence[str]
    platform: str | None
    values: str | None

    def at(self, path: str) -> State:
        """What the manifests at the path render; where there are none, the Kubernetes objects that stand there."""
        documents = list(read(*sources_of([path], self.exclude)))
        if _any_manifest(documents):
            return self._rendered(documents, [path])
        found = _objects(documents)
        if not found:
            name = STDIN if path == DASH else path
            wanted = "must hold manifests of kind KubernetesStatefulSet, or Kubernetes objects of the kinds they render"
            raise click.UsageError(f"{visible(name)}: {wanted}")
        return State(found)

    def since(self, revision: str, paths: Sequence[str]) -> tuple[State, State]:
        """What the manifests at the paths rendered at the revision, and what they render now."""
        excluded = excluded_by(self.exclude)
        before: list[Document] = []
        with store() as stored:
            then = Revision(revision, stored)
            for path in paths:
                found = then.sources(path, excluded)
                if found is None and not os.path.lexists(path):
                    raise click.UsageError(f"{visible(path)}: must exist, now or at {visible(revision)}")
                before += read_sources(found or ())
        now = [path for path in paths if os.path.lexists(path)]
        after = list(read(*sources_of(now, self.exclude))) if now else []
        if not _any_manifest([*before, *after]):
            raise click.UsageError(f"there is no KubernetesStatefulSet at these paths, now or at {visible(revision)}")
        return self._rendered(before), self._rendered(after, now)

    def _command(self, paths: Sequence[str]) -> str | None:
        """The command of a shell that renders what stands at the paths; standard input can be read but once."""
        options = [("--exclude", pattern) for pattern in self.exclude]
        options += [(name, file) for name, file in (("--platform", self.platform), ("--values", self.values)) if file]
        words = [word for option in options for word in option]
        words += ["--"] if any(path.startswith("-") for path in paths) else []
        return shlex.join(["planton-sts", "render", *words, *paths]) if paths and DASH not in paths else None

    def _rendered(self, documents: Sequence[Document], paths: Sequence[str] = ()) -> State:
        """What the documents render, which stand at the paths, or no longer do."""
        run = run_among(documents, (), self.platform, self.values)
        settled = zip(run.documents, run.applications(), strict=True)
        manifests = [Manifest(document, application, objects(application)) for document, application in settled]
        _stop_on_rivals(manifests)
        return State([each for manifest in manifests for each in manifest.objects], manifests, self._command(paths))


def _stop_on_rivals(manifests: Sequence[Manifest]) -> None:
    """End the run where manifests fight over an object; one to which two paths lead is no rival of its own."""
    documents = [each.document for each in manifests]
    held = ((called(each.document, each.application), holdings(each.application, each.objects)) for each in manifests)
    stop_on(
        (documents[number], [problem])
        for number, problem in clashes(documents, held)
        if manifests[number].objects not in [each.objects for each in manifests[:number]]
    )


def _any_manifest(documents: Sequence[Document]) -> bool:
    return not all(document.foreign for document in documents)


def _objects(documents: Sequence[Document]) -> list[KubeObject]:
    """The objects of kinds that can be compared; among them there may be files of any sort."""
    given = (value for value in untyped(documents) if _is_object(value))
    try:
        return settled(each_of(given))
    except ValueError as error:
        raise click.ClickException(visible(str(error))) from None


def _is_object(value: object) -> bool:
    """Whether it says to be an object of such a kind, or a list of objects."""
    return isinstance(value, dict) and (is_known(value) or str(value.get("kind")).endswith("List"))
