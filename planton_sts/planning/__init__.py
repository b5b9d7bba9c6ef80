# SPDX-License-Identifier: Apache-2.0
"""What an update does before anybody applies it: which of it is refused, what it restarts, which data it risks."""

from planton_sts.planning.commands import applying
from planton_sts.planning.consequences import LEVELS, Consequence, Level, worst
from planton_sts.planning.forms import FORMS, sentence, summary
from planton_sts.planning.script import script, unscripted
from planton_sts.planning.updates import consequences

__all__ = [
    "FORMS",
    "LEVELS",
    "Consequence",
    "Level",
    "applying",
    "consequences",
    "script",
    "sentence",
    "summary",
    "unscripted",
    "worst",
]
