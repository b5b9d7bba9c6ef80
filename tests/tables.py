# SPDX-License-Identifier: Apache-2.0
"""The fact tables, as rows of column to text."""

import csv
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent


def facts(name: str) -> list[dict[str, str]]:
    """The rows of one table of tests/facts."""
    with (HERE / "facts" / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
