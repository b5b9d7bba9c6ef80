# SPDX-License-Identifier: Apache-2.0
"""The arguments that several commands share."""

from collections.abc import Callable, Iterable
from typing import Any

import click

from planton_sts.loading.sources import DASH

Command = Callable[..., Any]

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


def output(forms: Iterable[str], default: str, tells: str = "Form of what is printed.") -> Callable[[Command], Command]:
    """The option that says in which form something is printed."""
    choice = click.Choice(list(forms))
    return click.option("-o", "--output", "form", type=choice, default=default, show_default=True, help=tells)


def or_stdin(paths: tuple[str, ...]) -> tuple[str, ...]:
    """The paths given; standard input when none is."""
    return paths or (DASH,)
