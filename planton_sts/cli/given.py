# SPDX-License-Identifier: Apache-2.0
"""The paths of a command line, the sources that they stand for, and those in which there is no manifest."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import click

from planton_sts.cli.options import or_stdin
from planton_sts.cli.verdicts import Checked
from planton_sts.loading import Excluded, is_folder, names_of
from planton_sts.loading.sources import DASH, STDIN
from planton_sts.messages import CloudResourceKind
from planton_sts.problems import Complaint, Place, problem
from planton_sts.report import Verdict

MISSING = Complaint("load.empty", "must hold a manifest of kind KubernetesStatefulSet")
IN_FOLDER = MISSING._replace(hint="files are looked at whose names end in `.yaml`, `.yml` or `.json`")
IN_FILES = MISSING._replace(
    message="must be files of which one at least holds a manifest of kind KubernetesStatefulSet"
)


class Given(NamedTuple):
    """A path of the command line.

    Attributes:
        name: Its name.
        sources: The files that it stands for, or standard input.
        lacks: What is wrong with it where none of these holds a manifest; None for a file, which may be any.

    """

    name: str
    sources: list[str]
    lacks: Complaint | None

    @classmethod
    def at(cls, path: str, excluded: Excluded | None) -> "Given":
        """What the path stands for."""
        if path == DASH:
            return cls(STDIN, [DASH], MISSING)
        return cls(path, list(names_of(path, excluded)), IN_FOLDER if is_folder(path) else None)


def given(paths: Iterable[str], exclude: Sequence[str]) -> list[Given]:
    """What the paths stand for, or standard input where there is none, without what the patterns exclude."""
    excluded = excluded_by(exclude)
    return [Given.at(path, excluded) for path in or_stdin(tuple(paths))]


def sources_of(paths: Iterable[str], exclude: Sequence[str]) -> list[str]:
    """The sources that the paths stand for."""
    return [source for one in given(paths, exclude) for source in one.sources]


def lacking(given: Iterable[Given], checked: Sequence[Checked], *, require: bool) -> Iterator[Verdict]:
    """A verdict on each folder, and on standard input, that holds nothing for this run; under `require`, on any run."""
    holds = any(found.verdicts for found in checked)
    in_order, is_told = iter(checked), False
    for one in given:
        found = list(islice(in_order, len(one.sources)))
        if one.lacks and not any(source.verdicts or (holds and _may_be_meant(source)) for source in found):
            is_told = True
            yield _verdict(one.name, one.lacks)
    if require and not holds and not is_told:
        yield _verdict("", IN_FILES)


def _may_be_meant(found: Checked) -> bool:
    """Whether there is a resource to which the run's manifests could refer."""
    return any(filed.kind in CloudResourceKind.keys() for filed in found.filed)  # noqa: SIM118 - an enum is no mapping


def _verdict(name: str, complaint: Complaint) -> Verdict:
    return Verdict(name, 0, "", (problem((), complaint, Place(name)),))


def excluded_by(patterns: Sequence[str]) -> Excluded | None:
    """What leaves out the paths that one of the patterns, in the form of gitignore, stands for."""
    if not patterns:
        return None
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - it is rarely asked for

    try:
        return GitIgnoreSpec.from_lines(patterns).match_file
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="'--exclude'") from None
