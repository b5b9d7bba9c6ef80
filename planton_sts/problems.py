# SPDX-License-Identifier: Apache-2.0
"""What can be wrong with an input, as data; the sentences around it are made by whoever shows it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from planton_sts.paths import Path, spell

Severity = Literal["error", "warning", "info"]


class Complaint(NamedTuple):
    """What is wrong with a value: the rule that it breaks, what it must be, and what to write instead."""

    rule: str
    message: str
    hint: str = ""


class Finding(NamedTuple):
    """A complaint about the value at a path, before anybody knows which source and line that is."""

    path: Path
    complaint: Complaint
    severity: Severity = "error"


class Refusal(Exception):  # noqa: N818 - it never leaves the package, where it becomes a problem
    """Something cannot be taken.

    Attributes:
        complaint: Why.

    """

    def __init__(self, rule: str, message: str, hint: str = "") -> None:
        self.complaint = Complaint(rule, message, hint)
        super().__init__(self.complaint)


class Place(NamedTuple):
    """A stretch of a source.

    Attributes:
        file: Name of the source; empty where there is none.
        line: Line on which it begins, from 1; None where the source has no lines.
        column: Column at which it begins, from 1.
        end_line: Line on which it ends; None where that is not known.
        end_column: Column before which it ends.

    """

    file: str = ""
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with the input: where it is, which rule it breaks, what to write instead.

    Attributes:
        path: The field, as the user writes it: `spec.volumeClaimTemplates[0].size`; empty for the whole document.
        rule: Identifier of the rule, stable across releases.
        message: What the value must be: a predicate in lower case, without the field's name and without a full stop.
        severity: `error` for what a cluster would refuse or could not run, `warning` for what is legal but unwise or
            cannot be known from the input alone, `info` for what is good to know.
        hint: What to write instead, where more can be said than the message says; else empty.
        file: Name of the source; empty where there is none.
        line: Line of the value, from 1; None where unknown.
        column: Column of the value, from 1; None where unknown.
        end_line: Line on which the value ends; None where unknown.
        end_column: Column before which it ends; None where unknown.

    """

    path: str
    rule: str
    message: str
    severity: Severity = "error"
    hint: str = ""
    file: str = ""
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None

    @property
    def place(self) -> tuple[str, int, int]:
        """File, line and column, to sort by."""
        return (self.file, self.line or 0, self.column or 0)


def problem(path: Path, complaint: Complaint, place: Place, severity: Severity = "error") -> Problem:
    """The complaint about the value at the path, which stands at the place."""
    rule, message, hint = complaint
    return Problem(spell(path), rule, message, severity, hint, *place)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """The problems by file, line and column, and those of one place by path and rule."""
    return sorted(problems, key=lambda problem: (problem.place, problem.path, problem.rule))


def errors_of(problems: Iterable[Problem]) -> list[Problem]:
    """The errors among the problems."""
    return [problem for problem in problems if problem.severity == "error"]


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
