# SPDX-License-Identifier: Apache-2.0
"""`planton-sts plan`: what an update does, before anybody applies it."""

import shlex
import sys
from collections.abc import Sequence

import click

from planton_sts.cli.given import sources_of
from planton_sts.cli.options import exclude, output, platform, values
from planton_sts.cli.settle import applications
from planton_sts.loading.sources import DASH
from planton_sts.planning import FORMS, LEVELS, Consequence, Level, applying, consequences, script, unscripted, worst
from planton_sts.rendering import KubeObject, objects
from planton_sts.wording import visible

# What is safe ends with 0.
CODES: dict[Level, int] = {"restarts": 3, "refused": 4, "data at risk": 5}
THRESHOLDS: dict[str, Level] = {level.replace(" ", "-"): level for level in CODES}


@click.command("plan")
@click.argument("old")
@click.argument("new")
@exclude
@output(FORMS, "text")
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
    old: str,
    new: str,
    exclude: tuple[str, ...],
    form: str,
    fail_on: str,
    scripted: bool,
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
      planton-sts plan --script before/ after/ >way.sh && sh way.sh
    """
    if scripted and form != "text":
        raise click.UsageError("--script is a form of its own, and takes no --output")
    if old == new == DASH:
        raise click.UsageError("OLD and NEW cannot both be read from standard input")
    before, after = (_rendered(path, exclude, platform, values) for path in (old, new))
    try:
        found = consequences(before, after)
    except ValueError as error:
        raise click.ClickException(visible(str(error))) from None
    render = _rendering(new, exclude, platform, values)
    if scripted:
        return _write_script(found, before, after, render)
    sys.stdout.write(FORMS[form](applying(found, render) if render else found))
    return exit_code(worst(found), THRESHOLDS[fail_on])


def _rendered(path: str, exclude: tuple[str, ...], platform: str | None, values: str | None) -> list[KubeObject]:
    settled = applications(sources_of([path], exclude), (), platform, values)
    return [kube_object for application in settled for kube_object in objects(application)]


def _rendering(path: str, exclude: tuple[str, ...], platform: str | None, values: str | None) -> str | None:
    """The command of a shell that renders the same; None for standard input, which can be read but once."""
    options = [("--exclude", pattern) for pattern in exclude]
    options += [(name, file) for name, file in (("--platform", platform), ("--values", values)) if file]
    words = [word for option in options for word in option] + ["--"] * path.startswith("-")
    return None if path == DASH else shlex.join(["planton-sts", "render", *words, path])


def _write_script(
    found: Sequence[Consequence], old: Sequence[KubeObject], new: Sequence[KubeObject], render: str | None
) -> int:
    if stuck := unscripted(found):
        click.echo(FORMS["text"](stuck), nl=False, err=True)
        click.echo("Error: no script goes this way: it has no way out by commands, or one on which pods stop", err=True)
        return CODES["refused"]
    sys.stdout.write(script(found, old, new, render))
    return 0


def exit_code(level: Level, threshold: Level) -> int:
    """What says how bad it is; 0 for what is not as bad as the threshold."""
    return CODES.get(level, 0) if LEVELS.index(level) >= LEVELS.index(threshold) else 0
