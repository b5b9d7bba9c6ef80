# SPDX-License-Identifier: Apache-2.0
"""Problems in SARIF 2.1.0, the format in which code scanners take results from each other."""

from json import dumps
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from planton_sts.problems import Problem
from planton_sts.report.verdict import Report
from planton_sts.report.wording import sentence
from planton_sts.validation.catalogue import catalogue
from planton_sts.version import __version__

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

LEVELS = {"error": "error", "warning": "warning", "info": "note"}

Json = dict[str, Any]


def sarif(report: Report) -> str:
    """One run with every problem as a result, and the rules that these break."""
    found = report.problems()
    # The first problem of each rule, by the rule's id.
    broken = {problem.rule: problem for problem in reversed(found)}
    indexes = {rule: index for index, rule in enumerate(sorted(broken))}
    driver = {"name": "planton-sts", "version": __version__, "rules": _rules(broken)}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, indexes[problem.rule]) for problem in found],
    }
    return dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rules(broken: dict[str, Problem]) -> list[Json]:
    """Each rule with what the catalogue says of it; a user's own rules stand in no catalogue."""
    known = catalogue()
    return [_rule(one, known[rule].asks if rule in known else one.message) for rule, one in sorted(broken.items())]


def _rule(problem: Problem, description: str) -> Json:
    return {
        "id": problem.rule,
        "shortDescription": {"text": description},
        "help": {"text": description},
        "defaultConfiguration": {"level": LEVELS[problem.severity]},
    }


def _result(problem: Problem, index: int) -> Json:
    location = _location(problem)
    return {
        "ruleId": problem.rule,
        "ruleIndex": index,
        "level": LEVELS[problem.severity],
        "message": {"text": "\n".join(line for line in (sentence(problem), problem.hint) if line)},
        "locations": [location] if location else [],
    }


def _location(problem: Problem) -> Json:
    """The problem's place in its file and its field, as far as known."""
    location: Json = {}
    if problem.file:
        location["physicalLocation"] = {"artifactLocation": {"uri": _uri(problem.file)}, **_region(problem)}
    if problem.path:
        location["logicalLocations"] = [{"fullyQualifiedName": problem.path}]
    return location


def _region(problem: Problem) -> Json:
    if not problem.line:
        return {}
    region = {
        "startLine": problem.line,
        "startColumn": problem.column,
        "endLine": problem.end_line if problem.end_line != problem.line else None,
        "endColumn": problem.end_column,
    }
    return {"region": {key: value for key, value in region.items() if value}}


def _uri(file: str) -> str:
    path = PurePath(file)
    if path.is_absolute():
        return f"file:///{quote(path.as_posix().removeprefix('/'), safe='/:', errors='surrogatepass')}"
    return quote(path.as_posix(), errors="surrogatepass")
