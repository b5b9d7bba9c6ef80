# SPDX-License-Identifier: Apache-2.0
"""Documents as kubectl reads them, for the commands that take Kubernetes objects."""

from collections.abc import Iterable
from typing import Any

import click

from planton_sts.cli.show import show
from planton_sts.loading import Document

UNREADABLE = 2


def untyped(documents: Iterable[Document]) -> list[Any]:
    """What the documents hold; what cannot be read is reported and ends the run."""
    given = list(documents)
    told = [document.untyped() for document in given]
    if any(problems for _, problems in told):
        show((document, problems) for document, (_, problems) in zip(given, told, strict=True))
        raise click.exceptions.Exit(UNREADABLE)
    return [value for value, _ in told]
