# SPDX-License-Identifier: Apache-2.0
"""Kubernetes quantities, as the API server reads them."""

import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planton_sts.quantity import amount, shortest
from tables import facts

MOST = 2**63 - 1
NANO = Fraction(1, 10**9)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", 0),
        ("10", 10),
        ("+10", 10),
        ("10.", 10),
        (".5", Fraction(1, 2)),
        ("250m", Fraction(1, 4)),
        ("1u", Fraction(1, 10**6)),
        ("1n", NANO),
        ("0.1", Fraction(1, 10)),
        ("10k", 10_000),
        ("1M", 10**6),
        ("1G", 10**9),
        ("1T", 10**12),
        ("1P", 10**15),
        ("1E", 10**18),
        ("1Ki", 1024),
        ("1.5Ki", 1536),
        ("1Ei", 2**60),
        ("1e3", 1000),
        ("1E3", 1000),
        ("1e+3", 1000),
        ("1500e-3", Fraction(3, 2)),
    ],
)
def test_amount(text: str, expected: Fraction) -> None:
    """Each suffix, and each way to write a number."""
    assert amount(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0.1n", NANO),
        ("1e-99", NANO),
        ("1.0000000001", 1 + NANO),
        ("0." + "0" * 9_999 + "1", NANO),
        ("1." + "0" * 9_999 + "1", 1 + NANO),
        ("1e99", MOST),
        ("8Ei", MOST),
        ("9" * 10_000, MOST),
        ("9" * 10_000 + "n", MOST),
        ("0" * 10_000 + "1", 1),
    ],
)
def test_bounds(text: str, expected: Fraction) -> None:
    """What is finer than Kubernetes counts is rounded up, and what is more than it counts is cut; with little work."""
    assert amount(text) == expected


@pytest.mark.parametrize(
    "text", ["", "Gi", "10GB", "10K", "1 Gi", " 1", "1\n", "-1", "1e", "1e999", "1_000", "0x1F", "\u0661", "1.5.5", "."]
)
def test_no_quantity(text: str) -> None:
    """Texts that are no quantity."""
    with pytest.raises(ValueError, match="must be a quantity"):
        amount(text)


@pytest.mark.parametrize("row", [row for row in facts("apiserver") if row["field"] == "resources requests vs limits"])
def test_as_the_server_compares(row: dict[str, str]) -> None:
    """A request is within its limit exactly when a real API server says so."""
    _, request, limit = json.loads(row["value"])
    fractions_of_bytes = "less than or equal" not in row["message"] and row["verdict"] == "reject"
    assert fractions_of_bytes or (amount(request) <= amount(limit)) == (row["verdict"] == "accept")


@pytest.mark.parametrize(
    ("total", "text"),
    [
        (0, "0"),
        (3 * amount("10Gi"), "30Gi"),
        (3 * amount("1.5Ti"), "4.5Ti"),
        (2 * amount("512Mi"), "1Gi"),
        (3 * amount("100G"), "300G"),
        (amount("10Gi") + amount("1"), "10737418241"),
        (2 * amount("250m"), "500m"),
        (6 * amount("250m"), "1.5"),
        (Fraction(1, 3), "333333334n"),
    ],
)
def test_spell(total: Fraction, text: str) -> None:
    """The shortest spelling with at most three decimals."""
    assert shortest(Fraction(total)) == text


@given(st.integers(0, MOST * 10**9))
def test_spelt_and_read_back(nanos: int) -> None:
    """Nothing is lost between an amount and its spelling."""
    assert amount(shortest(nanos * NANO)) == nanos * NANO


@given(
    st.from_regex(
        r"\+?([0-9]{1,30}\.?[0-9]{0,30}|\.[0-9]{1,30})([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]{1,2})?", fullmatch=True
    )
)
def test_every_quantity_has_an_amount(text: str) -> None:
    """Whatever is spelt as one lies within what Kubernetes counts."""
    assert 0 <= amount(text) <= MOST
