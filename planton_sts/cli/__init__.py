# SPDX-License-Identifier: Apache-2.0
"""The command `planton-sts`: arguments in, exit code out."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from keyword import iskeyword
from typing import TextIO

import click

from planton_sts.version import __version__
from planton_sts.wording import because

# What a shell expects of a program that was interrupted.
INTERRUPTED = 130

COMMANDS = {
    "convert": "Write manifests in another form: YAML, JSON, binary protobuf or protobuf text.",
    "describe": "Tell what manifests become: objects, pods, host names, claims, storage, order.",
    "import": "Print manifests that render to the Kubernetes objects given, proven equal.",
    "image": "Write the compiled protos, for code in other languages.",
    "outputs": "Print where the applications can be reached.",
    "plan": "Tell what an update does: what restarts, what is refused, which data are at risk.",
    "render": "Print the Kubernetes objects that manifests stand for.",
    "validate": "Check manifests, and point at what a cluster would refuse.",
}


class Commands(click.Group):
    """The commands, each imported when it is called: `--version` and `--help` wait for none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands' names, in order."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        # A module of a keyword's name could not be imported by anybody else.
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = import_module(f"planton_sts.cli.{module}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="planton-sts")
def planton_sts() -> None:
    """Check manifests of kind KubernetesStatefulSet and turn them into Kubernetes objects.

    Exit code: 0 when all is well, 1 when a rule is broken, 2 when the input could not be read, the output could not be
    written or the call was wrong, 130 on Ctrl-C.
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and give its exit code."""
    if sys.stdout is None:
        click.echo("Error: standard output is closed", err=True)
        return 2
    _prepare_streams()
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the output has seen enough.
        _drop(sys.stdout)
        return 0
    except OSError as error:
        _drop(sys.stdout)
        _complain(f"Error: the output cannot be written: {because(error)}")
        return 2
    return code


def _run(arguments: Sequence[str] | None) -> int:
    try:
        code: int | None = planton_sts.main(arguments, prog_name="planton-sts", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted", err=True)
        return INTERRUPTED
    return code or 0


def _prepare_streams() -> None:
    """Write UTF-8, as YAML and XML are, whatever the terminal speaks; and complain nowhere where nobody listens."""
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - open until the end
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _complain(sentence: str) -> None:
    """Say it, as far as that is possible: what the output cannot take may stand in the way of errors too."""
    try:
        click.echo(sentence, err=True)
    except OSError:
        _drop(sys.stderr)


def _drop(stream: TextIO) -> None:
    """Let what is still buffered go nowhere, without another complaint."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
