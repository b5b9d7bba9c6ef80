# SPDX-License-Identifier: Apache-2.0
"""`planton-sts render`: the Kubernetes objects that manifests stand for."""

import sys
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import click

from planton_sts.application import Settled
from planton_sts.cli.folder import write_folder
from planton_sts.cli.given import sources_of
from planton_sts.cli.options import assignments, exclude, jobs, output, paths, platform, values
from planton_sts.cli.pieces import Piece
from planton_sts.cli.rivals import clashes
from planton_sts.cli.settle import Run, run_of
from planton_sts.cli.show import stop_on
from planton_sts.cli.workers import INHERITS, spread, unwound
from planton_sts.collisions import Held, called, holdings
from planton_sts.loading import Document
from planton_sts.masking import Secrecy, with_secrets
from planton_sts.problems import Problem, errors_of
from planton_sts.rendering import objects
from planton_sts.write import Form, joined


@click.command("render")
@paths
@exclude
@output(["yaml", "json"], "yaml")
@click.option("--out-dir", type=click.Path(file_okay=False), help="Write a file for each object, and a kustomization.")
@click.option(
    "--secrets",
    type=click.Choice(["include", "mask", "omit"]),
    default="include",
    show_default=True,
    help="What to do with the Secrets that hold values: mask these, or leave the objects out, as for GitOps.",
)
@assignments
@platform
@values
@jobs
def command(  # noqa: PLR0913, PLR0917 - an argument for each option
    paths: tuple[str, ...],
    exclude: tuple[str, ...],
    form: Form,
    out_dir: str | None,
    secrets: Secrecy,
    assignments: tuple[str, ...],
    platform: str | None,
    values: str | None,
    jobs: int | None,
) -> int:
    """Print the Kubernetes objects that manifests stand for, in the order to apply them.

    References between manifests are settled from the documents given, of whatever kind, and from --values.

    \b
    Examples:
      planton-sts render postgres.yaml | kubectl apply --server-side -f -
      planton-sts render manifests/ --out-dir deploy/ --secrets omit
    """
    if out_dir is not None and (not out_dir or form == "json"):
        raise click.UsageError("--out-dir takes the path of a folder, and writes YAML, which is what kustomize reads")
    run = run_of(sources_of(paths, exclude), assignments, platform, values)
    pieces = _once(_render(run, Look(form, secrets), jobs))
    if out_dir is not None:
        with unwound():
            changes = write_folder(out_dir, pieces)
        for path in changes.written:
            click.echo(path)
        for path in changes.removed:
            click.echo(f"Removed {path}", err=True)
    else:
        sys.stdout.write(joined([piece.text for piece in pieces], form))
    return 0


class Look(NamedTuple):
    """How objects are shown: in which form, and with which secrets."""

    form: Form
    secrets: Secrecy


class Rendered(NamedTuple):
    """What one manifest becomes, or what keeps it from that."""

    called: str
    pieces: list[Piece]
    held: tuple[Held, ...]
    problems: list[Problem]


def _render(run: Run, look: Look, jobs: int | None) -> list[Rendered]:
    """What the manifests of the run become; problems are reported and end the run."""

    def render(numbers: Sequence[int]) -> list[Rendered]:
        documents = [run.documents[number] for number in numbers]
        return [_rendered(*one, look) for one in zip(documents, run.settled(documents), strict=True)]

    # Documents stay where they are; only numbers and what becomes of them pass between processes.
    rendered = list(spread(render, range(len(run.documents)), jobs if INHERITS else 1))
    for number, problem in clashes(run.documents, ((one.called, one.held) for one in rendered)):
        rendered[number].problems.append(problem)
    stop_on((document, one.problems) for document, one in zip(run.documents, rendered, strict=True))
    return rendered


def _rendered(document: Document, settled: Settled, look: Look) -> Rendered:
    application, errors = settled.application, errors_of(settled.problems)
    if application is None:
        return Rendered("", [], (), errors)
    made = objects(application)
    shown = [] if errors else with_secrets(made, look.secrets)
    pieces = [Piece.of(kube_object, look.form) for kube_object in shown]
    return Rendered(called(document, application), pieces, tuple(holdings(application, made)), errors)


def _once(rendered: Iterable[Rendered]) -> list[Piece]:
    """The objects of all manifests; a Namespace that several render stands once, as the first of them has it."""
    pieces: list[Piece] = []
    namespaces: set[str] = set()
    for piece in (piece for one in rendered for piece in one.pieces):
        if piece.kind == "Namespace":
            if piece.name in namespaces:
                continue
            namespaces.add(piece.name)
        pieces.append(piece)
    return pieces
