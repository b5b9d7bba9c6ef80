# SPDX-License-Identifier: Apache-2.0
"""What a run found out, as data; each format of this package makes text of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from planton_sts.problems import Problem, in_order


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line of a source that holds a problem, and where in it the value ends.

    Attributes:
        text: The line, without its end.
        end: Column after the value's last character on this line, from 1.

    """

    text: str
    end: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found out about one manifest.

    Attributes:
        file: Name of its source.
        index: Its number within the source, from 0.
        name: Its `metadata.name`; empty where it has none or could not be read.
        problems: What is wrong with it; empty when it is valid.
        excerpts: The line that each problem stands in, where it may be shown: a line that holds a secret may not.

    """

    file: str
    index: int
    name: str
    problems: tuple[Problem, ...] = ()
    excerpts: Mapping[Problem, Excerpt] = field(default_factory=dict)

    @property
    def is_valid(self) -> bool:
        """Whether nothing is wrong, advice aside."""
        return all(problem.severity != "error" for problem in self.problems)


@dataclass(frozen=True, slots=True)
class Report:
    """What was found out in one run.

    Attributes:
        verdicts: One for each manifest, in the order in which they were read.
        skipped: How many documents of other kinds the sources held.
        seconds: How long the run took.

    """

    verdicts: tuple[Verdict, ...]
    skipped: int
    seconds: float

    @property
    def invalid(self) -> int:
        """How many manifests are invalid."""
        return sum(not verdict.is_valid for verdict in self.verdicts)

    def problems(self) -> list[Problem]:
        """Every problem, by file, line and column."""
        return in_order(problem for verdict in self.verdicts for problem in verdict.problems)

    def by_file(self) -> Iterator[tuple[str, list[tuple[Problem, Excerpt | None]]]]:
        """Each file that has problems, with these in order and the line that each stands in, where it may be shown."""
        found: dict[str, list[tuple[Problem, Excerpt | None]]] = {}
        for verdict in self.verdicts:
            for problem in verdict.problems:
                found.setdefault(problem.file, []).append((problem, verdict.excerpts.get(problem)))
        for file in sorted(found):
            yield file, sorted(found[file], key=lambda pair: (pair[0].place, pair[0].path, pair[0].rule))
