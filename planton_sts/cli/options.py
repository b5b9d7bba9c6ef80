# SPDX-License-Identifier: Apache-2.0
"""The arguments that several commands share."""

import click

from planton_sts.loading.sources import DASH

paths = click.argument("paths", nargs=-1, metavar="[PATH]...")

assignments = click.option(
    "--set",
    "assignments",
    metavar="PATH=VALUE",
    multiple=True,
    help="Set a field in every manifest, such as spec.availability.replicas=5 or metadata.labels[team]=a; null unsets.",
)

exclude = click.option(
    "--exclude",
    metavar="PATTERN",
    multiple=True,
    help="Leave out files and folders, by a pattern as in .gitignore, such as charts/ or *.tmpl.yaml; may be repeated.",
)

platform = click.option(
    "--platform",
    type=click.Path(exists=True, dir_okay=False),
    help="File with what the platform owns: gateway class and addresses, ingress namespace, issuer, cluster domain.",
)

values = click.option(
    "--values",
    type=click.Path(exists=True, dir_okay=False),
    help="File with fields of resources that are not in this run, as `Kind/name: {field.path: value}`.",
)


jobs = click.option("-j", "--jobs", type=click.IntRange(1), help="Worker processes; by default as many as help.")


def or_stdin(paths: tuple[str, ...]) -> tuple[str, ...]:
    """The paths given; standard input when none is."""
    return paths or (DASH,)
