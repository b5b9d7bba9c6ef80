# SPDX-License-Identifier: Apache-2.0
"""The documents tell the truth: every command in them prints what they say, every example in them works."""

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
