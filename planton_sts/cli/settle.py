# SPDX-License-Identifier: Apache-2.0
"""Sources to applications, for the commands that go beyond validating."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import click

from planton_sts.api import run
from planton_sts.application import Application, Settled
from planton_sts.cli.reader import set_all
from planton_sts.cli.show import stop_on
from planton_sts.loading import Document, read, read_as
from planton_sts.messages import KubernetesStatefulSetPlatform
from planton_sts.outcome import outcomes, sound_of
from planton_sts.problems import InvalidManifestError
from planton_sts.references import Resources, Values, checked
from planton_sts.validation import validate


class Run(NamedTuple):
    """The manifests of a run, and what they are settled from.

    Attributes:
        documents: The manifests.
        resources: What their references lead to.
        platform: What the platform owns, where a file says so.

    """

    documents: list[Document]
    resources: Resources
    platform: KubernetesStatefulSetPlatform | None

    def settled(self, documents: Sequence[Document]) -> list[Settled]:
        """What some of the manifests become."""
        return outcomes(documents, self.resources, self.platform)

    def applications(self) -> list[Application]:
        """The applications that all of them describe, in their order; problems are reported and end the run."""
        found, refused = [], []
        for document, settled in zip(self.documents, self.settled(self.documents), strict=True):
            try:
                found.append(sound_of(settled))
            except InvalidManifestError as error:
                refused.append((document, error.problems))
        stop_on(refused)
        return found


def run_of(sources: Iterable[str], assignments: Sequence[str], platform: str | None, values: str | None) -> Run:
    """The run over the sources."""
    everything = list(read(*sources))
    if all(document.foreign for document in everything):
        raise click.UsageError("none of the documents given is a KubernetesStatefulSet")
    return run_among(everything, assignments, platform, values)


def run_among(
    everything: Sequence[Document], assignments: Sequence[str], platform: str | None, values: str | None
) -> Run:
    """The run over the documents."""
    documents = [document for document in everything if not document.foreign]
    for document in documents:
        set_all(document, assignments)
    owned = platform_of(platform) if platform else None
    known = run((d for d in everything if d.message or d.foreign), values_of(values) if values else None)
    return Run(documents, known, owned)


def applications(
    sources: Iterable[str], assignments: Sequence[str], platform: str | None, values: str | None
) -> list[Application]:
    """The applications that the manifests of the sources describe; problems are reported and end the run."""
    return run_of(sources, assignments, platform, values).applications()


def platform_of(file: str) -> KubernetesStatefulSetPlatform:
    """What the platform owns, as the file says."""
    document = read_as(KubernetesStatefulSetPlatform, file)
    stop_on([(document, validate(document))])
    platform = document.message
    assert isinstance(platform, KubernetesStatefulSetPlatform)  # noqa: S101 - for the type checker
    return platform


def values_of(file: str) -> Values:
    """What is known of other resources, as the file says."""
    documents = list(read(file))
    data = documents[0].data() if len(documents) == 1 else None
    try:
        return checked(data)
    except (TypeError, ValueError) as error:
        raise click.ClickException(f"{file}: {error}") from None
