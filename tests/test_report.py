# SPDX-License-Identifier: Apache-2.0
"""What programs read: every format is well-formed whatever the input holds, and says what was found."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from planton_sts.problems import Problem
from planton_sts.report import FORMATS, Report, Verdict
from planton_sts.report.github import COMMANDS
from planton_sts.validation.catalogue import catalogue
from planton_sts.version import __version__
from tables import HERE

SIZE = Problem(
    "spec.volumeClaimTemplates[0].size",
    "spec.volume_claim_templates.size",
    "must be an amount such as `10Gi`",
    hint="did you mean `10k`?",
    file="shop/database.yaml",
    line=12,
    column=11,
    end_line=12,
    end_column=14,
)
NAME = Problem("metadata.name", "required", "must be set", "error", "", "shop/database.yaml", 4)
SYNTAX = Problem("", "yaml.syntax", "must be YAML: 100%, a:b", file="a b,#1:2.yaml", line=1, column=1)
WARNING = Problem("spec", "spec.replicas.quorum", "is better odd", "warning", "", "shop/queue.yaml", 7, 3)

REPORT = Report(
    (
        Verdict("shop/database.yaml", 0, "database", (SIZE, NAME), {SIZE: "    size: 10K"}),
        Verdict("shop/queue.yaml", 0, "queue", (WARNING,)),
        Verdict("shop/queue.yaml", 1, ""),
        Verdict("a b,#1:2.yaml", 0, "", (SYNTAX,)),
    ),
    skipped=2,
    seconds=0.4,
)
SUMMARY = "4 manifests, 2 invalid, 1 warning, 2 other documents skipped, 0.4 s"

# Anything that a name, a key or a value may hold, lone surrogates as in undecodable file names included; a pair of them
# is one character.
ANY = st.text(st.characters(), max_size=12).map(
    lambda text: text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
)
NUMBER = st.none() | st.integers(1, 120)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Any report, with lines for some of its problems."""
    severity = st.sampled_from(["error", "warning", "info"])
    problem = st.builds(Problem, ANY, ANY, ANY, severity, ANY, ANY, NUMBER, NUMBER, NUMBER, NUMBER)
    line = ANY.map(lambda text: text * 20)
    verdicts = st.builds(
        lambda file, index, name, pairs: Verdict(
            file,
            index,
            name,
            tuple(found for found, _ in pairs),
            {found: shown for found, shown in pairs if shown is not None},
        ),
        ANY,
        st.integers(0, 9),
        ANY,
        st.lists(st.tuples(problem, st.none() | line), max_size=3),
    )
    return Report(tuple(draw(st.lists(verdicts, max_size=3))), draw(st.integers(0, 2)), draw(st.floats(0, 1e6)))


def without_end(problem: Problem) -> Problem:
    """The problem as formats show it that have no room for where it ends."""
    return replace(problem, end_line=None, end_column=None)


# The first use of a format imports it, which may take longer than an example should.
unhurried = settings(deadline=None)


@pytest.mark.parametrize("name", FORMATS)
@given(report=reports())
@unhurried
def test_every_format_can_be_written(name: str, report: Report) -> None:
    """The text is UTF-8 and ends with one line break; no control character but line breaks reaches a terminal."""
    text = FORMATS[name](report)
    assert text.encode().endswith(b"\n")
    assert name == "junit" or all(character == "\n" or character.isprintable() for character in text)


@given(reports())
@unhurried
def test_json_round_trip(report: Report) -> None:
    """The list says what the problems say."""
    found = json.loads(FORMATS["json"](report))
    assert [Problem(**each) for each in found] == [without_end(problem) for problem in report.problems()]


def test_json() -> None:
    """A problem's keys stand in a fixed order, and what is unknown is null."""
    text = FORMATS["json"](Report((Verdict("", 0, "", (NAME,)),), 0, 0))
    assert text == (
        '[\n  {\n    "file": "shop/database.yaml",\n    "line": 4,\n    "column": null,\n    "path": "metadata.name",\n'
        '    "rule": "required",\n    "severity": "error",\n    "message": "must be set",\n    "hint": ""\n  }\n]\n'
    )


def test_json_of_nothing() -> None:
    """No problems are an empty list."""
    assert FORMATS["json"](Report((), 0, 0)) == "[]\n"


@given(reports())
@unhurried
def test_junit_is_well_formed(report: Report) -> None:
    """Every manifest is a case, the invalid ones fail, and the figures count them."""
    root = ET.fromstring(FORMATS["junit"](report))  # noqa: S314
    assert [root.tag, *{suite.tag for suite in root}] == ["testsuites", "testsuite"][: 1 + bool(report.verdicts)]
    for element in (root, *root):
        assert int(element.attrib["tests"]) == len(list(element.iter("testcase")))
        assert int(element.attrib["failures"]) == len(list(element.iter("failure")))
    assert int(root.attrib["tests"]) == len(report.verdicts)
    assert int(root.attrib["failures"]) == report.invalid


JUNIT = """\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="planton-sts" tests="4" failures="2" errors="0" skipped="0" time="0.400">
  <testsuite name="shop/database.yaml" tests="1" failures="1" errors="0" skipped="0" time="0.100">
    <testcase name="database" classname="shop/database.yaml" time="0.100">
      <failure message="metadata.name: must be set (and 1 more)" type="required">\
shop/database.yaml:4: error: metadata.name: must be set [required]
shop/database.yaml:12:11: error: spec.volumeClaimTemplates[0].size: must be an amount such as `10Gi` \
[spec.volume_claim_templates.size]
  did you mean `10k`?</failure>
    </testcase>
  </testsuite>
  <testsuite name="shop/queue.yaml" tests="2" failures="0" errors="0" skipped="0" time="0.200">
    <testcase name="queue" classname="shop/queue.yaml" time="0.100">
      <system-out>shop/queue.yaml:7:3: warning: spec: is better odd [spec.replicas.quorum]</system-out>
    </testcase>
    <testcase name="document 2" classname="shop/queue.yaml" time="0.100" />
  </testsuite>
  <testsuite name="a b,#1:2.yaml" tests="1" failures="1" errors="0" skipped="0" time="0.100">
    <testcase name="document 1" classname="a b,#1:2.yaml" time="0.100">
      <failure message="must be YAML: 100%, a:b" type="yaml.syntax">\
a b,#1:2.yaml:1:1: error: must be YAML: 100%, a:b [yaml.syntax]</failure>
    </testcase>
  </testsuite>
</testsuites>
"""


def test_junit() -> None:
    """A file is a suite; one failure holds every error of a manifest, and its output the warnings."""
    assert FORMATS["junit"](REPORT) == JUNIT


def test_junit_replaces_what_xml_cannot_hold() -> None:
    """Characters that no XML document can hold, escaped or not, leave a mark."""
    text = FORMATS["junit"](Report((Verdict("a\x00\udc80\uffff.yaml", 0, "b\x1b\n"),), 0, 0))
    case = ET.fromstring(text)[0][0]  # noqa: S314
    assert case.attrib == {"name": "b\ufffd\n", "classname": "a\ufffd\ufffd\ufffd.yaml", "time": "0.000"}


def points(text: str) -> Iterator[tuple[bool, int, str, Any]]:
    """Outcome, number, description and diagnostics of each test point, by the grammar of TAP 14."""
    version, plan, *lines = text.removesuffix("\n").split("\n")
    assert version == "TAP version 14"
    while not lines[0].startswith("# "):
        point = re.fullmatch(r"(not )?ok ([0-9]+) - ((?:[^\\#]|\\[\\#])*)", lines.pop(0))
        assert point, text
        block = []
        if lines[0] == "  ---":
            end = lines.index("  ...")
            block, lines = lines[1:end], lines[end + 1 :]
            assert all(line.startswith("  ") or not line for line in block)
        found = yaml.safe_load("\n".join(block))
        yield not point[1], int(point[2]), re.sub(r"\\([\\#])", r"\1", point[3]), found
    assert len(lines) == 1
    assert plan == f"1..{text.count(chr(10) + 'ok ') + text.count(chr(10) + 'not ok ')}"


@given(reports())
@unhurried
def test_tap_is_well_formed(report: Report) -> None:
    """Every manifest is a test point, with its problems as a block of YAML."""
    found = list(points(FORMATS["tap"](report)))
    assert [(is_ok, number) for is_ok, number, _, _ in found] == [
        (verdict.is_valid, number) for number, verdict in enumerate(report.verdicts, 1)
    ]
    for verdict, (_, _, _, block) in zip(report.verdicts, found, strict=True):
        problems = {Problem(**each) for each in block["problems"]} if block else set()
        assert problems == {without_end(problem) for problem in verdict.problems}


TAP = f"""\
TAP version 14
1..4
not ok 1 - shop/database.yaml: database
  ---
  problems:
  - file: shop/database.yaml
    line: 4
    column: null
    path: metadata.name
    rule: required
    severity: error
    message: must be set
    hint: ''
  - file: shop/database.yaml
    line: 12
    column: 11
    path: 'spec.volumeClaimTemplates[0].size'
    rule: spec.volume_claim_templates.size
    severity: error
    message: 'must be an amount such as `10Gi`'
    hint: 'did you mean `10k`?'
  ...
ok 2 - shop/queue.yaml: queue
  ---
  problems:
  - file: shop/queue.yaml
    line: 7
    column: 3
    path: spec
    rule: spec.replicas.quorum
    severity: warning
    message: is better odd
    hint: ''
  ...
ok 3 - shop/queue.yaml: document 2
not ok 4 - a b,\\#1:2.yaml: document 1
  ---
  problems:
  - file: 'a b,#1:2.yaml'
    line: 1
    column: 1
    path: ''
    rule: yaml.syntax
    severity: error
    message: 'must be YAML: 100%, a:b'
    hint: ''
  ...
# {SUMMARY}
"""


def test_tap() -> None:
    """A manifest with nothing but warnings is ok; the problems of each stand below it."""
    assert FORMATS["tap"](REPORT) == TAP


def test_tap_escapes_descriptions() -> None:
    """A name can neither end the line nor be taken for a directive."""
    text = FORMATS["tap"](Report((Verdict("", 0, "a\\ # TODO\nok 2"),), 0, 0))
    assert text.splitlines()[2] == r"ok 1 - a\\ \# TODO\\nok 2"


GITHUB = f"""\
::error file=a b%2C#1%3A2.yaml,line=1,col=1,title=planton-sts (yaml.syntax)::must be YAML: 100%25, a:b
::error file=shop/database.yaml,line=4,title=planton-sts (required)::metadata.name: must be set
::error file=shop/database.yaml,line=12,col=11,endColumn=14,title=planton-sts (spec.volume_claim_templates.size)\
::spec.volumeClaimTemplates[0].size: must be an amount such as `10Gi`%0Adid you mean `10k`?
::warning file=shop/queue.yaml,line=7,col=3,title=planton-sts (spec.replicas.quorum)::spec: is better odd
{SUMMARY}
"""


def test_github() -> None:
    """Errors are errors, warnings are warnings, and each shows at its place."""
    assert FORMATS["github"](REPORT) == GITHUB


@given(reports())
@unhurried
def test_github_is_well_formed(report: Report) -> None:
    """Each problem is one command, whose properties nothing in them can end; the summary is the last line."""
    *commands, last = FORMATS["github"](report).removesuffix("\n").split("\n")
    assert not last.startswith("::")
    for command, problem in zip(commands, report.problems(), strict=True):
        parts = re.fullmatch(r"::(error|warning|notice) (\w+=[^:,]+(?:,\w+=[^:,]+)*)::(.*)", command)
        assert parts, command
        assert parts[1] == COMMANDS[problem.severity]
        given = dict(each.split("=", 1) for each in parts[2].split(","))
        assert given.get("line") == (str(problem.line) if problem.line else None)


@cache
def schema() -> Draft4Validator:
    """The official schema of SARIF."""
    return Draft4Validator(json.loads((HERE / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8")))


def only_run(report: Report) -> dict[str, Any]:
    """The one run of the log, which fits the schema."""
    log = json.loads(FORMATS["sarif"](report))
    schema().validate(log)
    (run,) = log["runs"]
    return run


@given(reports())
@unhurried
def test_sarif_fits_its_schema(report: Report) -> None:
    """Every problem is a result that points to its rule, and every address is a URI."""
    run = only_run(report)
    rules = run["tool"]["driver"]["rules"]
    for result, problem in zip(run["results"], report.problems(), strict=True):
        assert result["ruleId"] == rules[result["ruleIndex"]]["id"] == problem.rule
    assert {rule["id"] for rule in rules} == {problem.rule for problem in report.problems()}
    assert all(re.fullmatch(r"[\w.~%/:-]+", uri, re.ASCII) for uri in uris(run))


def uris(run: dict[str, Any]) -> list[str]:
    """The address of each result that has one."""
    locations = [location for result in run["results"] for location in result["locations"]]
    return [each["physicalLocation"]["artifactLocation"]["uri"] for each in locations if "physicalLocation" in each]


def test_sarif_result() -> None:
    """A result says where and what in the words that the text uses."""
    assert only_run(REPORT)["results"][2] == {
        "ruleId": "spec.volume_claim_templates.size",
        "ruleIndex": 2,
        "level": "error",
        "message": {
            "text": "spec.volumeClaimTemplates[0].size: must be an amount such as `10Gi`\ndid you mean `10k`?",
        },
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "shop/database.yaml"},
                    "region": {"startLine": 12, "startColumn": 11, "endColumn": 14},
                },
                "logicalLocations": [{"fullyQualifiedName": "spec.volumeClaimTemplates[0].size"}],
            }
        ],
    }


def test_sarif_rules() -> None:
    """The tool lists the rules that were broken: in the catalogue's words, or in the problem's where it has none."""
    driver = only_run(REPORT)["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("planton-sts", __version__)
    assert [
        (rule["id"], rule["shortDescription"]["text"], rule["defaultConfiguration"]["level"])
        for rule in driver["rules"]
    ] == [
        ("required", "must be set", "error"),
        ("spec.replicas.quorum", "is better odd", "warning"),
        ("spec.volume_claim_templates.size", catalogue()["spec.volume_claim_templates.size"].asks, "error"),
        ("yaml.syntax", "must be YAML: 100%, a:b", "error"),
    ]


@pytest.mark.parametrize(
    ("problem", "location"),
    [
        (Problem("", "r", "m"), None),
        (Problem("spec", "r", "m"), {"logicalLocations": [{"fullyQualifiedName": "spec"}]}),
        (Problem("", "r", "m", file="a.yaml"), {"physicalLocation": {"artifactLocation": {"uri": "a.yaml"}}}),
        (
            Problem("", "r", "m", file="<stdin>", line=3),
            {"physicalLocation": {"artifactLocation": {"uri": "%3Cstdin%3E"}, "region": {"startLine": 3}}},
        ),
    ],
    ids=["nothing known", "field", "file", "line of standard input"],
)
def test_sarif_location(problem: Problem, location: dict[str, Any] | None) -> None:
    """A location holds what is known, and nothing is made up."""
    (result,) = only_run(Report((Verdict("", 0, "", (problem,)),), 0, 0))["results"]
    assert result["locations"] == ([location] if location else [])


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("shop/a b#1:2%.yaml", "shop/a%20b%231%3A2%25.yaml"),
        ("./shop//ä.yaml", "shop/%C3%A4.yaml"),
        ("../a.yaml", "../a.yaml"),
        ("/srv/a b.yaml", "file:///srv/a%20b.yaml"),
    ],
)
def test_sarif_uri(file: str, uri: str) -> None:
    """A file's name is an address: relative where the name is, else of the scheme `file`."""
    run = only_run(Report((Verdict(file, 0, "", (Problem("", "r", "m", file=file),)),), 0, 0))
    assert uris(run) == [uri]


TEXT_ALONE = """
import sys
from planton_sts.report import FORMATS, Report
FORMATS["text"](Report((), 0, 0))
lazy = {"planton_sts.report.junit", "planton_sts.report.sarif", "planton_sts.validation.catalogue"}
print(*sorted(lazy & set(sys.modules)))
"""


def test_formats_are_imported_when_used() -> None:
    """Who wants text waits neither for XML nor for the catalogue of rules."""
    done = subprocess.run([sys.executable, "-c", TEXT_ALONE], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"
