# SPDX-License-Identifier: Apache-2.0
"""What a disruption budget leaves to evictions."""

from planton_sts.describe.facts import Evictions
from planton_sts.rendering import KubeObject


def evictions(budget: KubeObject, replicas: int) -> Evictions:
    """How many of so many healthy pods the budget's spec lets go at a time; an empty spec is no budget."""
    for bound in ("minAvailable", "maxUnavailable"):
        if bound in budget:
            pods = scaled(budget[bound], replicas)
            spare = replicas - pods if bound == "minAvailable" else min(pods, replicas)
            at_once = max(spare, 0)
            return Evictions(f"{bound} {budget[bound]}", at_once, blocked=replicas > 0 and at_once == 0)
    return Evictions(None, None, blocked=False)


def scaled(bound: int | str, replicas: int) -> int:
    """The bound in pods; the disruption controller rounds either bound's percentage up."""
    if isinstance(bound, int):
        return bound
    return -(-int(bound.removesuffix("%")) * replicas // 100)
