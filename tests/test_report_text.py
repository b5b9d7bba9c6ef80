# SPDX-License-Identifier: Apache-2.0
"""What people read: the words, the source lines and the carets under them."""

import re

import pytest

from planton_sts.problems import Problem
from planton_sts.report import Report, Verdict
from planton_sts.report.source_line import source_line
from planton_sts.report.text import text

LONG = "args: [" + ", ".join(f"--flag-{number}" for number in range(20)) + "]"
FLAG = LONG.index("--flag-13") + 1

SYNTAX = Problem("", "yaml.syntax", "must be YAML", hint="close the bracket", file="a.yaml")
SECRET = Problem("spec.container.app.env.secrets[pw].value", "required", "must be set", "error", "", "a.yaml", 7, 3)
ARGUMENT = Problem(
    "spec.container.app.args[13]", "string.max_len", "must be shorter", "error", "", "a.yaml", 9, FLAG, 9, FLAG + 9
)
LABEL = Problem("metadata.labels[team]", "metadata.labels.value", "must be short", "warning", "", "b.yaml", 3, 8, 3, 13)
NAME = Problem(
    "spec.container.app.ports[0].name",
    "string.port_name",
    "must be a DNS label",
    hint="did you mean `pg-data`?",
    file="b.yaml",
    line=12,
    column=9,
    end_line=12,
    end_column=16,
)

REPORT = Report(
    (
        Verdict(
            "b.yaml",
            0,
            "database",
            (NAME, LABEL),
            {
                NAME: "- name: PG_Data # the port",
                LABEL: "\tteam: 数据库e\N{COMBINING ACUTE ACCENT} # wide",
            },
        ),
        Verdict("a.yaml", 0, "queue", (ARGUMENT, SECRET, SYNTAX), {ARGUMENT: LONG}),
        Verdict("c.yaml", 0, "cache"),
    ),
    skipped=12,
    seconds=0.44,
)

EXPECTED = """\
a.yaml: error: must be YAML [yaml.syntax]
      = close the bracket
a.yaml:7:3: error: spec.container.app.env.secrets[pw].value: must be set [required]
a.yaml:9:141: error: spec.container.app.args[13]: must be shorter [string.max_len]
    9 | …lag-9, --flag-10, --flag-11, --flag-12, --flag-13, --flag-14, --flag-15, --flag-16, --flag-17, --fla…
      |                                          ^^^^^^^^^

b.yaml:3:8: warning: metadata.labels[team]: must be short [metadata.labels.value]
    3 |     team: 数据库e\N{COMBINING ACUTE ACCENT} # wide
      |           ^^^^^^^
b.yaml:12:9: error: spec.container.app.ports[0].name: must be a DNS label [string.port_name]
   12 | - name: PG_Data # the port
      |         ^^^^^^^
      = did you mean `pg-data`?

3 manifests, 2 invalid, 1 warning, 12 other documents skipped, 0.4 s
"""


def test_text() -> None:
    """Problems stand file by file, each with its line and a caret under its value, and the summary ends it."""
    assert text(REPORT) == EXPECTED


def test_colour_adds_nothing_but_colour() -> None:
    """Without its colours, the coloured text is the plain one."""
    coloured = text(REPORT, colour=True)
    assert "\x1b[1;31m^^^^^^^\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == EXPECTED


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        pytest.param(Report((), 0, 0.04), "0 manifests, 0 invalid, 40 ms", id="nothing"),
        pytest.param(
            Report((Verdict("a", 0, ""),), 1, 2), "1 manifest, 0 invalid, 1 other document skipped, 2.0 s", id="one"
        ),
        pytest.param(
            Report((Verdict("a", 0, ""), Verdict("a", 1, "", (LABEL, LABEL))) * 600, 0, 1),
            "1,200 manifests, 0 invalid, 1,200 warnings, 1.0 s",
            id="many",
        ),
    ],
)
def test_summary(report: Report, expected: str) -> None:
    """The last line counts in English."""
    assert text(report).splitlines()[-1] == expected


@pytest.mark.parametrize(
    ("problem", "expected"),
    [
        (Problem("", "r", "must be"), "error: must be [r]"),
        (Problem("spec", "r", "must be", line=4, column=2), "4:2: error: spec: must be [r]"),
        (Problem("[\x1b[31m]", "r", "must be"), r"error: [\x1b[31m]: must be [r]"),
        (Problem("", "r", "not `a\u202eb\u2066c`"), r"error: not `a\u202eb\u2066c` [r]"),
        (Problem("", "r", "must be", file="a\nb\udc80\t.yaml"), r"a\nb\udc80\t.yaml: error: must be [r]"),
        (Problem("", "r", "must be", hint="\x00\x7f\x9b\xa0"), "error: must be [r]\n      = \\x00\\x7f\\x9b\\xa0"),
    ],
    ids=["no place", "no file", "escape sequence", "bidi override", "file name", "hint"],
)
def test_words(problem: Problem, expected: str) -> None:
    """What is unknown is left out, and what would steer a terminal is shown as an escape."""
    assert text(Report((Verdict("", 0, "", (problem,)),), 0, 1)).startswith(f"{expected}\n\n1 manifest,")


def test_wide_line_number() -> None:
    """A number that needs more room moves both bars."""
    problem = Problem("spec", "r", "must be", line=1_234_567, column=1, end_line=1_234_567, end_column=5)
    report = Report((Verdict("", 0, "", (problem,), {problem: "spec:"}),), 0, 1)
    assert text(report).splitlines()[1:3] == ["1234567 | spec:", "        | ^^^^"]


@pytest.mark.parametrize(
    ("line", "column", "end", "expected"),
    [
        ("size: 10K", 7, 10, ("size: 10K", "      ", "^^^")),
        ("size:", 6, 6, ("size:", "     ", "^")),
        ("size:", 40, 50, ("size:", "     ", "^")),
        ("a: b\tc # d", 4, 7, ("a: b    c # d", "   ", "^^^^^^")),
        ("a: \x1b[31m", 4, 9, ("a: \\x1b[31m", "   ", "^^^^^^^^")),
        ("数: ＡＢ", 4, 6, ("数: ＡＢ", "    ", "^^^^")),  # noqa: RUF001
        ("e\u0301: x", 5, 6, ("e\u0301: x", "   ", "^")),
        ("x" * 100, 60, 61, ("x" * 100, " " * 59, "^")),
        ("a: " + "x" * 200, 4, 204, ("a: " + "x" * 97 + "…", "   ", "^" * 97)),
        ("x" * 200 + "yz", 201, 203, ("…" + "x" * 40 + "yz", " " * 41, "^^")),
        ("数" * 101, 100, 101, ("…" + "数" * 22, " " * 41, "^^")),
    ],
    ids=[
        "value",
        "nothing",
        "beyond the end",
        "tab",
        "escape sequence",
        "wide",
        "combining",
        "as long as may be",
        "long value",
        "end of a long line",
        "long and wide",
    ],
)
def test_source_line(line: str, column: int, end: int, expected: tuple[str, str, str]) -> None:
    """The carets stand under the value, whatever stands before it."""
    assert source_line(line, column, end) == expected
