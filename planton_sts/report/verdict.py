# SPDX-License-Identifier: Apache-2.0
"""What a run found out, as data; each format of this package makes text of it."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from planton_sts.problems import Problem, in_order

# Where no line may be shown.
NO_LINES: Mapping[Problem, str] = {}


class Verdict(NamedTuple):
    """What was found out about one manifest.

    Attributes:
        file: Name of its source.
        number: Its number within the source, from 0.
        name: Its `metadata.name`; empty where it has none or could not be read.
        problems: What is wrong with it; empty when it is valid.
        lines: The line that each problem stands in, where it may be shown: a line that holds a secret may not.

    """

    file: str
    number: int
    name: str
    problems: tuple[Problem, ...] = ()
    lines: Mapping[Problem, str] = NO_LINES

    @property
    def is_valid(self) -> bool:
        """Whether nothing is wrong, warnings aside."""
        return all(problem.severity != "error" for problem in self.problems)


class Report(NamedTuple):
    """What was found out in one run.

    Attributes:
        verdicts: One for each manifest, in the order in which they were read.
        skipped: How many documents of other kinds the sources held.
        seconds: How long the run took; None where nobody asked.

    """

    verdicts: tuple[Verdict, ...]
    skipped: int
    seconds: float | None

    @property
    def invalid(self) -> int:
        """How many manifests are invalid."""
        return sum(not verdict.is_valid for verdict in self.verdicts)

    def problems(self) -> list[Problem]:
        """Every problem by file, line and column; what is set from outside for all manifests is wrong once."""
        return in_order({problem: None for verdict in self.verdicts for problem in verdict.problems})

    def by_file(self) -> Iterator[tuple[str, list[tuple[Problem, str | None]]]]:
        """Each file that has problems, with these in order and the line that each stands in, where it may be shown."""
        lines = {problem: line for verdict in self.verdicts for problem, line in verdict.lines.items()}
        for file, problems in groupby(self.problems(), key=lambda problem: problem.file):
            yield file, [(problem, lines.get(problem)) for problem in problems]
