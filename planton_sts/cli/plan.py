# SPDX-License-Identifier: Apache-2.0
"""`planton-sts plan`: what an update does, before anybody applies it."""

import sys
from collections.abc import Iterable

import click

from planton_sts.cli.annotations import github
from planton_sts.cli.given import sources_of
from planton_sts.cli.options import exclude, output, platform, values
from planton_sts.cli.settle import run_of, settled
from planton_sts.loading.sources import DASH
from planton_sts.planning import FORMS, LEVELS, Level, consequences, worst
from planton_sts.planning.places import Manifest
from planton_sts.rendering import KubeObject, objects
from planton_sts.wording import visible

# What is safe ends with 0.
CODES: dict[Level, int] = {"restarts": 3, "refused": 4, "data at risk": 5}
THRESHOLDS: dict[str, Level] = {level.replace(" ", "-"): level for level in CODES}


@click.command("plan")
@click.argument("old")
@click.argument("new")
@exclude
@output([*FORMS, "github"], "text")
@click.option(
    "--fail-on",
    type=click.Choice(list(THRESHOLDS)),
    default="restarts",
    show_default=True,
    help="The least that does not end with exit code 0.",
)
@platform
@values
def command(  # noqa: PLR0913, PLR0917 - an argument for each option
    old: str,
    new: str,
    exclude: tuple[str, ...],
    form: str,
    fail_on: str,
    platform: str | None,
    values: str | None,
) -> int:
    """Tell what an update from OLD to NEW does, before anybody applies it.

    Each is a file, a folder, or `-` for standard input; what they render is matched by kind, namespace and name. Exit
    code: 0 when nothing happens or all of it is safe, 3 when pods restart or go, 4 when an API server refuses it, 5
    when data are at risk. Values are never printed.

    \b
    Examples:
      planton-sts plan before/ after/
      git show main:postgres.yaml | planton-sts plan - postgres.yaml --fail-on refused
    """
    if old == new == DASH:
        raise click.UsageError("OLD and NEW cannot both be read from standard input")
    before, after = (_manifests(path, exclude, platform, values) for path in (old, new))
    try:
        found = consequences(_objects(before), _objects(after))
    except ValueError as error:
        raise click.ClickException(visible(str(error))) from None
    sys.stdout.write(github(found, before, after) if form == "github" else FORMS[form](found))
    return exit_code(worst(found), THRESHOLDS[fail_on])


def _manifests(path: str, exclude: tuple[str, ...], platform: str | None, values: str | None) -> list[Manifest]:
    given = settled(run_of(sources_of([path], exclude), (), platform, values))
    return [Manifest(document, application, objects(application)) for document, application in given]


def _objects(manifests: Iterable[Manifest]) -> list[KubeObject]:
    return [kube_object for manifest in manifests for kube_object in manifest.objects]


def exit_code(level: Level, threshold: Level) -> int:
    """What says how bad it is; 0 for what is not as bad as the threshold."""
    return CODES.get(level, 0) if LEVELS.index(level) >= LEVELS.index(threshold) else 0
