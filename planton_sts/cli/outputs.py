# SPDX-License-Identifier: Apache-2.0
"""`planton-sts outputs`: where the applications can be reached."""

import json
import sys

import click
from google.protobuf.json_format import MessageToDict

from planton_sts.cli.given import sources_of
from planton_sts.cli.options import assignments, exclude, output, paths, platform, values
from planton_sts.cli.settle import applications
from planton_sts.stack_outputs import stack_outputs
from planton_sts.write import dumps


@click.command("outputs")
@paths
@exclude
@output(["yaml", "json"], "yaml")
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
    """Print the stack outputs of manifests: one document for each.

    \b
    Examples:
      planton-sts outputs postgres.yaml
      planton-sts outputs postgres.yaml --output json | jq -r .kubeEndpoint
    """
    settled = applications(sources_of(paths, exclude), assignments, platform, values)
    found = [MessageToDict(stack_outputs(application)) for application in settled]
    if form == "json":
        sys.stdout.write("".join(f"{json.dumps(one, indent=2, ensure_ascii=False)}\n" for one in found))
    else:
        sys.stdout.write(dumps(found))
    return 0
