# SPDX-License-Identifier: Apache-2.0
"""What the examples and the golden cases become, to the byte; `--update-golden` writes it anew."""

from pathlib import Path

import pytest
from google.protobuf.json_format import MessageToDict

from planton_sts.rendering import objects
from planton_sts.stack_outputs import stack_outputs
from planton_sts.validation import findings
from planton_sts.write import dumps
from tables import HERE
from valid import CASES, application, case

GOLDEN = HERE / "golden"


@pytest.mark.parametrize("name", CASES)
def test_valid(name: str) -> None:
    """Every case breaks no rule; one of them shows what is only warned of."""
    assert [finding.severity for finding in findings(case(name))] == ["warning"] * (name == "sidecars")


@pytest.mark.parametrize("name", CASES)
def test_objects(name: str, request: pytest.FixtureRequest) -> None:
    """The objects of each case."""
    agrees(GOLDEN / name / "objects.yaml", dumps(objects(application(case(name)))), request)


@pytest.mark.parametrize("name", CASES)
def test_outputs(name: str, request: pytest.FixtureRequest) -> None:
    """The stack outputs of each case."""
    found = MessageToDict(stack_outputs(application(case(name))), preserving_proto_field_name=True)
    agrees(GOLDEN / name / "outputs.yaml", dumps([found]), request)


def test_no_stale_case() -> None:
    """There is a case for each folder."""
    assert {folder.name for folder in GOLDEN.iterdir()} == set(CASES)


def agrees(file: Path, text: str, request: pytest.FixtureRequest) -> None:
    """Check that the file holds the text; make it so on request."""
    if request.config.getoption("--update-golden"):
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(text.encode())
    assert file.read_bytes().decode() == text
