# SPDX-License-Identifier: Apache-2.0
"""The documents tell the truth: every command in them prints what they say, every example in them works."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from _pytest.mark import ParameterSet

from planton_sts.cli import main
from planton_sts.validation.catalogue import UNREAD, UNREADABLE, catalogue
from tables import HERE, ROOT, facts

DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TIME = re.compile(r"\b[\d.]+ m?s$", re.MULTILINE)


def blocks(language: str) -> list[ParameterSet]:
    """The code blocks of the language in all documents."""
    return [
        pytest.param(text, id=f"{document.name} {number}")
        for document in DOCUMENTS
        for number, (found, text) in enumerate(BLOCK.findall(document.read_text(encoding="utf-8")))
        if found == language
    ]


@pytest.mark.parametrize("block", blocks("console"))
def test_command_prints_what_the_document_shows(block: str) -> None:
    """Run as the document says, the command prints what follows it, the time it took aside."""
    command, _, expected = block.partition("\n")
    program, *arguments = command.removeprefix("$ ").split()
    assert program == "planton-sts"
    done = subprocess.run(
        [sys.executable, "-m", "planton_sts", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert TIME.sub("TIME", done.stdout) == TIME.sub("TIME", expected)


@pytest.mark.parametrize("block", blocks("python"))
def test_python_example_runs(block: str) -> None:
    """Each example in Python is a program that ends well."""
    done = subprocess.run([sys.executable, "-c", block], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("block", blocks("yaml"))
def test_yaml_example_is_yaml(block: str) -> None:
    """Each example in YAML can be read."""
    assert yaml.safe_load(block)


@pytest.mark.parametrize("file", ["examples/postgres.yaml", "docs/five-mistakes.yaml"])
def test_readme_shows_the_file(file: str) -> None:
    """The file that the README talks about is the one that it shows."""
    shown = (ROOT / file).read_text(encoding="utf-8").partition("\n")[2]
    assert shown in (ROOT / "README.md").read_text(encoding="utf-8")


def test_links_lead_somewhere() -> None:
    """Each link to a file of the project leads to one."""
    for document in DOCUMENTS:
        for target in re.findall(r"\]\(([^)#]+)\)", document.read_text(encoding="utf-8")):
            assert "://" in target or (document.parent / target).exists(), f"{document.name}: {target}"


def test_every_rule_is_documented() -> None:
    """The list of rules is that of the protos."""
    listed = dict(re.findall(r"^\| `([\w.]+)` \| (.*) \|$", (ROOT / "docs/rules.md").read_text(), re.MULTILINE))
    assert listed == {rule: known.asks.replace("|", "\\|") for rule, known in catalogue().items()}


@pytest.mark.parametrize(("consequence", "introduced"), [(UNREADABLE, "exit code 2"), (UNREAD, "counts as unset")])
def test_every_consequence_is_documented(consequence: str, introduced: str) -> None:
    """The rules that end more than a value's own judgement are told."""
    (line,) = (line for line in (ROOT / "docs/rules.md").read_text().splitlines() if introduced in line)
    assert re.findall(r"`([\w.]+)`", line) == [
        rule for rule, known in catalogue().items() if known.consequence == consequence
    ]


def test_every_stricter_choice_is_documented() -> None:
    """Each reason for being stricter than the server is told to those who meet it."""
    told = (ROOT / "docs/choices.md").read_text(encoding="utf-8")
    stricter = facts("stricter") + facts("beyond_stricter")
    assert [row["reason"] for row in stricter if row["reason"] not in told] == []


def test_every_rule_of_ours_alone_is_documented() -> None:
    """Each rule by which we alone refuse something is told, with its reason."""
    told = (ROOT / "docs/choices.md").read_text(encoding="utf-8")
    assert [row for row in facts("ours_alone") if f"| `{row['rule']}` | {row['reason']} |" not in told] == []


def test_examples_are_valid() -> None:
    """The examples validate together; published manifests, some of which are versions of one another, by themselves."""
    published = sorted(Path(HERE.parent.parent / "shared" / "published").rglob("*.yaml"))
    assert main(["validate", str(ROOT / "examples")]) == 0
    assert [path.name for path in published if main(["validate", str(path)])] == []


# A program that notes how it is called, for the shell lines of the documents.
FAKE = """#!/bin/sh
echo "{name} $*" >> "$CALLS"
{does}
"""
NOTES = [{"id": 1, "body": "a"}, {"id": 2, "body": "**Plan: 1 refused**\\n\\n<!-- planton-sts plan -->\\n"}]
FAKES = {
    "planton-sts": 'echo "**Plan: 1 refused**"; exit 4',
    "pip": "",
    "gh": "",
    "curl": f"case \"$*\" in *per_page*) echo '{json.dumps(NOTES)}'; esac",
    "python": f'exec "{sys.executable}" "$@"',
}
GITLAB = {
    "CI_API_V4_URL": "v4",
    "CI_PROJECT_ID": "7",
    "CI_MERGE_REQUEST_IID": "3",
    "CI_MERGE_REQUEST_DIFF_BASE_SHA": "b",
}
GITHUB = {"GITHUB_REPOSITORY": "a/b", "BASE": "origin/main", "NUMBER": "3"}


def planning_script(system: str) -> str:
    """The shell lines by which a CI system comments."""
    found = [yaml.safe_load(text) for text in (param.values[0] for param in blocks("yaml")) if "sts plan --git" in text]
    if system == "gitlab":
        return "\n".join(next(each["plan"]["script"] for each in found if "plan" in each))
    steps = next(each["jobs"]["plan"]["steps"] for each in found if "jobs" in each)
    return "\n".join(step["run"] for step in steps if "run" in step)


@pytest.mark.parametrize(
    ("system", "variables", "commented"),
    [
        ("github", {**GITHUB, "HEAD_REPOSITORY": "a/b"}, ["gh pr comment 3 --body-file plan.md --edit-last"]),
        ("github", {**GITHUB, "HEAD_REPOSITORY": "fork/b"}, []),
        (
            "gitlab",
            {**GITLAB, "PLAN_TOKEN": "t"},
            ["--request PUT --data-urlencode body@plan.md v4/projects/7/merge_requests/3/notes/2"],
        ),
        ("gitlab", {**GITLAB, "PLAN_TOKEN": ""}, []),
    ],
    ids=["github", "github fork", "gitlab", "gitlab fork"],
)
def test_ci_comments_and_then_fails(
    tmp_path: Path, system: str, variables: dict[str, str], commented: list[str]
) -> None:
    """The plan is told where it may be, one comment is kept, and the exit code is the plan's."""
    for name, does in FAKES.items():
        program = tmp_path / name
        program.write_text(FAKE.format(name=name, does=does), encoding="utf-8")
        program.chmod(0o755)
    calls, summary = tmp_path / "calls", tmp_path / "summary"
    given = {"PATH": f"{tmp_path}:/usr/bin:/bin", "CALLS": str(calls), "GITHUB_STEP_SUMMARY": str(summary), **variables}
    done = subprocess.run(
        ["sh", "-e", "-c", planning_script(system)],
        cwd=tmp_path,
        env=given,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (4, "")
    told = calls.read_text(encoding="utf-8").splitlines()
    assert told[1].startswith("planton-sts plan --git ")
    found = [call for call in told if call.startswith("gh") or "--request" in call]
    assert len(found) == len(commented)
    assert all(part in call for part, call in zip(commented, found, strict=True))
    assert "**Plan: 1 refused**" in (summary.read_text(encoding="utf-8") if system == "github" else done.stdout)
