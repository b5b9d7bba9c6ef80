# SPDX-License-Identifier: Apache-2.0
"""What the engine found, in words and at the places at fault; one slip is told once."""

from collections.abc import Iterable, Sequence

from protovalidate import Violation

from planton_sts.messages import Message
from planton_sts.paths import Path
from planton_sts.problems import Finding
from planton_sts.validation.advice import complaint
from planton_sts.validation.blame import Room, blamed, follow
from planton_sts.validation.consequences import Slips, is_value
from planton_sts.wording import Nearest

# How many names are compared in search of those that were meant, for one message.
COMPARISONS = 30_000


def explained(
    message: Message, violations: Sequence[Violation], told: Iterable[Finding], unset: Iterable[Path]
) -> tuple[list[Finding], list[Finding]]:
    """What the message breaks, and what is told of it besides, without what only follows from values that are unset."""
    room, nearest = Room(), Nearest(COMPARISONS)
    asked = [(violation, follow(message, violation)) for violation in violations]
    slips = Slips(unset, (bearer.path for _, bearer in asked if is_value(bearer)))
    found = [
        Finding(spot.path, complaint(violation, bearer.value, spot, nearest))
        for violation, bearer in asked
        for spot in blamed(message, violation, room)
        if not slips.explain(spot, bearer, violation)
    ]
    return found, [finding for finding in told if not slips.hold(finding.path)]
