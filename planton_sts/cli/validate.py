# SPDX-License-Identifier: Apache-2.0
"""`planton-sts validate`: check manifests, and point at what a cluster would refuse."""

import sys
import time
from collections.abc import Iterable, Sequence
from functools import partial

import click

from planton_sts.cli.given import given, lacking
from planton_sts.cli.options import assignments, exclude, jobs, output, platform, values
from planton_sts.cli.options import paths as path_arguments
from planton_sts.cli.reader import Reader
from planton_sts.cli.settle import platform_of, values_of
from planton_sts.cli.show import colours
from planton_sts.cli.verdicts import Checked, Options, check_all, exit_code
from planton_sts.report import FORMATS, Report
from planton_sts.report.text import text

# A run over fewer sources is over before a progress bar can be read.
LONG = 500


@click.command("validate")
@path_arguments
@exclude
@output(sorted(FORMATS), "text", "How to report: for people, for programs, or for CI servers.")
@jobs
@assignments
@platform
@values
@click.option("--strict", is_flag=True, help="Refuse references to resources that are not in this run or in --values.")
@click.option("--strict-kinds", is_flag=True, help="Refuse documents of other kinds instead of skipping them.")
@click.option("--require", is_flag=True, help="Refuse files among which there is no manifest.")
def command(  # noqa: PLR0913, PLR0917 - an argument for each option
    paths: tuple[str, ...],
    exclude: tuple[str, ...],
    form: str,
    jobs: int | None,
    assignments: tuple[str, ...],
    platform: str | None,
    values: str | None,
    strict: bool,
    strict_kinds: bool,
    require: bool,
) -> int:
    """Check manifests, and point at what a cluster would refuse.

    A PATH is a file, a folder, which is searched for .yaml, .yml and .json, or - for standard input, the default.
    What is not meant for this command is counted and skipped: other kinds, lists, empty files, templates and whatever
    else cannot be read and does not mention a KubernetesStatefulSet. A folder must hold a manifest; a file need not.
    References between manifests are settled from the documents given and from --values, as render does; one that
    leads elsewhere is a warning.

    \b
    Examples:
      planton-sts validate postgres.yaml
      planton-sts validate manifests/ --output sarif > problems.sarif
      kustomize build . | planton-sts validate
      planton-sts validate postgres.yaml --set spec.availability.replicas=5
    """
    start = time.monotonic()
    of_paths = given(paths, exclude)
    sources = [source for one in of_paths for source in one.sources]
    options = Options(Reader(assignments), platform_of(platform) if platform else None, strict, strict_kinds)
    known = values_of(values) if values else None
    checked = check_all(sources, options, known, jobs, partial(_watched, count=len(sources)))
    verdicts = [verdict for source in checked for verdict in source.verdicts]
    report = Report(
        (*verdicts, *lacking(of_paths, checked, require=require)),
        sum(source.skipped for source in checked),
        time.monotonic() - start,
    )
    sys.stdout.write(_shown(report, form))
    return exit_code(report)


def _shown(report: Report, form: str) -> str:
    if form == "text":
        return text(report, colour=colours(sys.stdout))
    return FORMATS[form](report)


def _watched(checked: Iterable[Checked], count: int) -> Sequence[Checked]:
    """What was checked, with a progress bar beside it where somebody waits and watches."""
    if count < LONG or not sys.stderr.isatty():
        return list(checked)
    with click.progressbar(checked, length=count, label="Checking", file=sys.stderr) as watched:
        return list(watched)
