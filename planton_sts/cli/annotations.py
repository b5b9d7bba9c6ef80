# SPDX-License-Identifier: Apache-2.0
"""Consequences as GitHub's workflow commands, which mark the lines of a pull request."""

from collections.abc import Sequence

from planton_sts.planning import Consequence, Level, sentence, summary
from planton_sts.planning.places import Manifest, place
from planton_sts.problems import Severity
from planton_sts.report.github import annotation

# What happens to nobody is not worth an annotation, of which GitHub shows ten of a severity.
SEVERITIES: dict[Level, Severity] = {
    "data at risk": "error",
    "refused": "error",
    "restarts": "warning",
    "in place": "info",
}


def github(found: Sequence[Consequence], old: Sequence[Manifest], new: Sequence[Manifest]) -> str:
    """Each consequence at the field of the new manifests that says so, with its way out; and what there is in all."""
    told = [
        annotation(SEVERITIES[each.level], place(each, old, new), f"plan: {each.level}", _lines(each))
        for each in found
        if each.level in SEVERITIES
    ]
    return "".join(f"{line}\n" for line in [*told, summary(found)])


def _lines(each: Consequence) -> list[str]:
    return [sentence(each), *(f"$ {command}" for command in each.commands)]
