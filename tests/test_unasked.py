# SPDX-License-Identifier: Apache-2.0
"""Rules that the engine cannot ask: said as what they are, and nothing else is lost for them."""

import pytest

from own_protos import request
from planton_sts import validate

WORKS = request("Works", rule="this.team != 'ops'")
COMPILES_NOT = request("CompilesNot", of_team="this.nonsense()")
RUNS_NOT = request("RunsNot", rule="1 / size(this.team) > 0")
NO_PATTERN = request("NoPattern", pattern="(")
LOOKS_AT_ALL = request("LooksAtAll", rule="this.many.all(one, one.team != this.team)")

OURS = {
    ("input.target.apiVersion", "string.const"),
    ("input.target.kind", "string.const"),
    ("input.target.metadata.name", "string.workload_name"),
    ("input.target.spec", "required"),
    ("input.dockerConfigJson", "docker_config_json.object"),
}


def found(message: object) -> set[tuple[str, str]]:
    """Path and rule of each problem."""
    return {(problem.path, problem.rule) for problem in validate(message)}  # type: ignore[arg-type]


def filled(kind: object, team: str) -> object:
    """A request of the kind with a wrong input."""
    message = kind(team=team)  # type: ignore[operator]
    message.input.docker_config_json = "[]"
    message.input.target.metadata.name = "Postgres_DB"
    return message


def test_rules_that_can_be_asked_are() -> None:
    """A service's own rules are judged with ours."""
    assert found(filled(WORKS, "ops")) == {("", "acme.Works"), *OURS}


@pytest.mark.parametrize(
    ("kind", "team", "path", "what", "why"),
    [
        (COMPILES_NOT, "ab", "team", "`acme.CompilesNot.team`", "failed to compile"),
        (RUNS_NOT, "", "", "`acme.RunsNot`", "divide by zero"),
        (NO_PATTERN, "ab", "team", "`acme.NoPattern.team`", "missing )"),
    ],
)
def test_a_rule_that_cannot_be_asked_is_named(kind: object, team: str, path: str, what: str, why: str) -> None:
    """The problem says whose rules they are and what the engine says; all others stand beside it."""
    message = filled(kind, team)
    (unasked,) = [problem for problem in validate(message) if problem.rule == "message.unasked"]  # type: ignore[arg-type]
    assert unasked.path == path
    assert what in unasked.message
    assert why in unasked.message
    assert unasked.severity == "error"
    own = {("team", "string.min_len")} if kind is RUNS_NOT else set()
    assert found(message) == {(path, "message.unasked"), *own, *OURS}


def test_a_rule_that_cannot_be_asked_is_found_where_it_fails() -> None:
    """Of many messages, only those are named at which the rule fails."""
    message = RUNS_NOT(team="abc")
    for team in ("abc", "", "a"):
        message.many.add(team=team)
    assert found(message) == {
        ("many[1]", "message.unasked"),
        ("many[1].team", "string.min_len"),
        ("many[2].team", "string.min_len"),
    }


def test_more_than_a_rule_can_look_at() -> None:
    """Too many elements for one rule leave the others in force."""
    message = LOOKS_AT_ALL(team="ops")
    message.input.docker_config_json = "[]"
    for number in range(12_000):
        message.many.add(team=f"team-{number}")
    assert found(message) >= {("", "message.size"), ("input.dockerConfigJson", "docker_config_json.object")}
