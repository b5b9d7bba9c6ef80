# SPDX-License-Identifier: Apache-2.0
"""`planton-sts describe`."""

import json

import pytest

from planton_sts.cli import main
from tables import ROOT

KAFKA, REDIS = (str(ROOT / "examples" / f"{name}.yaml") for name in ("kafka", "redis-cluster"))


def test_text(capsys: pytest.CaptureFixture[str]) -> None:
    """A blank line stands between two manifests."""
    assert main(["describe", KAFKA, REDIS]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("kafka in namespace messaging: 3 pods")
    assert "\n\nredis-cluster in namespace cache: 6 pods" in shown


def test_set(capsys: pytest.CaptureFixture[str]) -> None:
    """What would become of another number of pods."""
    assert main(["describe", KAFKA, "--set", "spec.availability.replicas=5", "--output", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["storage"]["total"] == "550Gi"


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    """One object after another."""
    assert main(["describe", KAFKA, REDIS, "-o", "json"]) == 0
    shown = capsys.readouterr().out
    first, end = json.JSONDecoder().raw_decode(shown)
    assert (first["name"], json.loads(shown[end:])["name"]) == ("kafka", "redis-cluster")


def test_mermaid(capsys: pytest.CaptureFixture[str]) -> None:
    """One picture of all."""
    assert main(["describe", KAFKA, REDIS, "-o", "mermaid"]) == 0
    shown = capsys.readouterr().out
    assert (shown.count("flowchart"), shown.count("subgraph")) == (1, 2)


def test_invalid(capsys: pytest.CaptureFixture[str]) -> None:
    """What breaks a rule is not told, but reported."""
    assert main(["describe", KAFKA, "--set", "spec.availability.replicas=-1"]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "spec.availability.replicas" in shown.err
