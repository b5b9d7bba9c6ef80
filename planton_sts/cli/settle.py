# SPDX-License-Identifier: Apache-2.0
"""Paths to what rendering starts from, for the commands that go beyond validating."""

from collections.abc import Sequence

import click

from planton_sts.api import run, settled
from planton_sts.cli.options import given
from planton_sts.cli.show import stop_on
from planton_sts.cli.verdicts import set_all
from planton_sts.loading import Document, read, read_as
from planton_sts.messages import CloudResourceKind, KubernetesStatefulSetPlatform, KubernetesStatefulSetStackInput
from planton_sts.problems import InvalidManifestError, Problem
from planton_sts.references import Resources, Values
from planton_sts.validation.violations import validate

EXAMPLE = "`KubernetesNamespace/db: {spec.name: database}`"

Inputs = list[KubernetesStatefulSetStackInput]


def settled_all(
    paths: Sequence[str], assignments: Sequence[str], platform: str | None, values: str | None
) -> tuple[list[Document], Inputs]:
    """The manifests of the paths, and what rendering each starts from; problems are reported and end the run."""
    everything = list(read(*given(tuple(paths))))
    documents = [document for document in everything if not document.foreign]
    if not documents:
        raise click.UsageError("none of the documents given is a KubernetesStatefulSet")
    for document in documents:
        set_all(document, assignments)
    owned = platform_of(platform) if platform else None
    resources = run((d for d in everything if d.message or d.foreign), values_of(values) if values else None)
    inputs: Inputs = []
    stop_on((document, _settle(document, resources, owned, inputs)) for document in documents)
    return documents, inputs


def _settle(
    document: Document, resources: Resources, platform: KubernetesStatefulSetPlatform | None, inputs: Inputs
) -> Sequence[Problem]:
    """Add what the document settles to, or give what keeps it from that."""
    try:
        inputs.append(settled(document, resources, platform))
    except InvalidManifestError as error:
        return error.problems
    return ()


def platform_of(file: str) -> KubernetesStatefulSetPlatform:
    """What the platform owns, as the file says."""
    document = read_as(KubernetesStatefulSetPlatform, file)
    stop_on([(document, [*document.problems, *validate(document)])])
    platform = document.message
    assert isinstance(platform, KubernetesStatefulSetPlatform)  # noqa: S101 - for the type checker
    return platform


def values_of(file: str) -> Values:
    """What is known of other resources, as the file says."""
    documents = list(read(file))
    data = documents[0].data() if len(documents) == 1 else None
    if not isinstance(data, dict) or not all(_is_known(key, fields) for key, fields in data.items()):
        raise click.ClickException(
            f"{file}: must be one mapping of `Kind/name` to fields with values, such as {EXAMPLE}"
        )
    return data


def _is_known(key: str, fields: object) -> bool:
    """Whether the entry names a kind there is, and fields with one value each."""
    kind, slash, _ = key.partition("/")
    is_mapping = isinstance(fields, dict) and all(isinstance(value, str) for value in fields.values())
    return bool(slash) and kind in CloudResourceKind.keys() and is_mapping  # noqa: SIM118 - an enum is no mapping
