# SPDX-License-Identifier: Apache-2.0
"""`planton-sts plan`: what an update does, before anybody applies it."""

import sys
from collections.abc import Sequence

import click

from planton_sts.cli.annotations import github
from planton_sts.cli.options import exclude, output, platform, values
from planton_sts.cli.sides import Side, State
from planton_sts.loading.sources import DASH
from planton_sts.planning import FORMS, LEVELS, Consequence, Level, applying, consequences, script, unscripted, worst
from planton_sts.wording import visible

# What is safe ends with 0.
CODES: dict[Level, int] = {"restarts": 3, "refused": 4, "data at risk": 5}
THRESHOLDS: dict[str, Level] = {level.replace(" ", "-"): level for level in CODES}


@click.command("plan")
@click.argument("paths", nargs=-1, metavar="OLD NEW | --git REVISION PATH...")
@click.option("--git", "revision", metavar="REVISION", help="What stood at the paths at this revision is OLD.")
@exclude
@output([*FORMS, "github"], "text")
@click.option(
    "--fail-on",
    type=click.Choice(list(THRESHOLDS)),
    default="restarts",
    show_default=True,
    help="The least that does not end with exit code 0.",
)
@click.option(
    "--script",
    "scripted",
    is_flag=True,
    help="Print a script of a shell that goes the whole way, with what an API server refuses: it has claims grow, "
    "makes StatefulSets anew around their pods, and applies. It can be run again wherever it was broken off.",
)
@platform
@values
def command(  # noqa: PLR0913, PLR0917 - an argument for each option
    paths: tuple[str, ...],
    revision: str | None,
    exclude: tuple[str, ...],
    form: str,
    fail_on: str,
    scripted: bool,
    platform: str | None,
    values: str | None,
) -> int:
    """Tell what an update from OLD to NEW does, before anybody applies it.

    Each is a file, a folder, or `-` for standard input, with manifests or with the Kubernetes objects that run; with
    --git, the files at the paths as they were at a revision, and as they are. What they render is matched by kind,
    namespace and name. Exit code: 0 when nothing happens or all of it is safe, 3 when pods restart or go, 4 when an
    API server refuses it, 5 when data are at risk. Values are never printed.

    \b
    Examples:
      planton-sts plan before/ after/
      planton-sts plan --git main manifests/ --fail-on refused
      kubectl get statefulset,service,configmap -o yaml | planton-sts plan - postgres.yaml
      planton-sts plan --script before/ after/ >way.sh && sh way.sh
    """
    if scripted and form != "text":
        raise click.UsageError("--script is a form of its own, and takes no --output")
    old, new = _sides(paths, revision, Side(exclude, platform, values))
    try:
        found = consequences(old.objects, new.objects)
    except ValueError as error:
        raise click.ClickException(visible(str(error))) from None
    if scripted:
        return _write_script(found, old, new)
    told = applying(found, new.render) if new.render else found
    sys.stdout.write(github(told, old.manifests, new.manifests) if form == "github" else FORMS[form](told))
    return exit_code(worst(found), THRESHOLDS[fail_on])


def _sides(paths: tuple[str, ...], revision: str | None, side: Side) -> tuple[State, State]:
    if revision is not None:
        if not paths:
            raise click.UsageError("--git needs the paths to look at, such as `.`")
        return side.since(revision, paths)
    if len(paths) != len(("OLD", "NEW")):
        raise click.UsageError("OLD and NEW must both be given, and nothing else")
    if set(paths) == {DASH}:
        raise click.UsageError("OLD and NEW cannot both be read from standard input")
    old, new = map(side.at, paths)
    return old, new


def _write_script(found: Sequence[Consequence], old: State, new: State) -> int:
    if not new.objects:
        raise click.UsageError("--script: nothing is left to apply")
    if stuck := unscripted(found):
        click.echo(FORMS["text"](stuck), nl=False, err=True)
        click.echo("Error: no script goes this way: it has no way out by commands, or one on which pods stop", err=True)
        return CODES["refused"]
    sys.stdout.write(script(found, old.objects, new.objects, new.render))
    return 0


def exit_code(level: Level, threshold: Level) -> int:
    """What says how bad it is; 0 for what is not as bad as the threshold."""
    return CODES.get(level, 0) if LEVELS.index(level) >= LEVELS.index(threshold) else 0
