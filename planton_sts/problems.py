# SPDX-License-Identifier: Apache-2.0
"""What can be wrong with an input, as data; the sentences around it are made by whoever shows it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from planton_sts.paths import Path

Severity = Literal["error", "advice"]


class Finding(NamedTuple):
    """A problem before anybody knows which source, line and column its path stands in."""

    path: Path
    rule: str
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with the input: where it is, which rule it breaks, what to write instead.

    Attributes:
        path: The field, as the user writes it: `spec.volumeClaimTemplates[0].size`; empty for the whole document.
        rule: Identifier of the rule, stable across releases.
        message: What the value must be: a predicate in lower case, without the field's name and without a full stop.
        severity: `error` for what a cluster would refuse or could not run, `advice` for what merely looks unwise.
        hint: What to write instead, where more can be said than the message says; else empty.
        file: Name of the source; empty where there is none.
        line: Line of the value, from 1; None where unknown.
        column: Column of the value, from 1; None where unknown.

    """

    path: str
    rule: str
    message: str
    severity: Severity = "error"
    hint: str = ""
    file: str = ""
    line: int | None = None
    column: int | None = None

    @property
    def place(self) -> tuple[str, int, int]:
        """File, line and column, to sort by."""
        return (self.file, self.line or 0, self.column or 0)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """The problems by file, line and column, and those of one place by path and rule."""
    return sorted(problems, key=lambda problem: (problem.place, problem.path, problem.rule))


class PlantonStsError(Exception):
    """What this package raises, and nothing else, when its input is at fault."""


class InvalidManifestError(PlantonStsError):
    """The message breaks rules, so there is nothing to render.

    Attributes:
        problems: What is wrong with it.

    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("; ".join(f"{problem.path or 'document'}: {problem.message}" for problem in self.problems))

    def __reduce__(self) -> tuple[type["InvalidManifestError"], tuple[list[Problem]]]:
        """What makes it anew in another process."""
        return type(self), (self.problems,)
