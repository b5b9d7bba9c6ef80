# SPDX-License-Identifier: Apache-2.0
"""What a run found out, as text for people and for machines."""

from collections.abc import Callable
from importlib import import_module

from planton_sts.report.verdict import Report, Verdict

__all__ = ["FORMATS", "Report", "Verdict"]

Format = Callable[[Report], str]


def _format(name: str) -> Format:
    """The format of the module of that name, which is imported when it is first used."""

    def write(report: Report) -> str:
        made: Format = getattr(import_module(f"{__name__}.{name}"), name)
        return made(report)

    return write


FORMATS: dict[str, Format] = {name: _format(name) for name in ("text", "json", "junit", "tap", "github", "sarif")}
