# SPDX-License-Identifier: Apache-2.0
"""`planton-sts describe`: tell what manifests become, before anything touches a cluster."""

import sys

import click

from planton_sts.cli.given import sources_of
from planton_sts.cli.options import assignments, exclude, output, platform, values
from planton_sts.cli.options import paths as path_arguments
from planton_sts.cli.settle import applications
from planton_sts.description import FORMS, description


@click.command("describe")
@path_arguments
@exclude
@output(FORMS, "text")
@assignments
@platform
@values
def command(  # noqa: PLR0913, PLR0917 - an argument for each option
    paths: tuple[str, ...],
    exclude: tuple[str, ...],
    form: str,
    assignments: tuple[str, ...],
    platform: str | None,
    values: str | None,
) -> int:
    """Tell what manifests become, before anything touches a cluster.

    The objects; the pods with their host names; the claims with their sizes; the order of start, of update and of
    scale-down, and what the last leaves behind; the evictions that the disruption budget allows; the outputs.

    \b
    Examples:
      planton-sts describe postgres.yaml
      planton-sts describe postgres.yaml --set spec.availability.replicas=5
      planton-sts describe manifests/ --output json | jq .storage.total
      planton-sts describe postgres.yaml --output mermaid > postgres.mmd
    """
    settled = applications(sources_of(paths, exclude), assignments, platform, values)
    sys.stdout.write(FORMS[form]([description(application) for application in settled]))
    return 0
