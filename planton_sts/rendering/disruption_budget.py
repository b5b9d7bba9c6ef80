# SPDX-License-Identifier: Apache-2.0
"""The PodDisruptionBudget."""

from planton_sts.messages import KubernetesStatefulSetPodDisruptionBudget
from planton_sts.names import Names
from planton_sts.rendering.kube_object import KubeObject, metadata


def disruption_budget(budget: KubernetesStatefulSetPodDisruptionBudget, names: Names) -> KubeObject:
    """How many pods an eviction leaves alone; it selects them as the StatefulSet does."""
    return {
        "apiVersion": "policy/v1",
        "kind": "PodDisruptionBudget",
        "metadata": metadata(names.budget, names),
        "spec": {**_bound(budget), "selector": {"matchLabels": dict(names.selector)}},
    }


def _bound(budget: KubernetesStatefulSetPodDisruptionBudget) -> dict[str, int | str]:
    if budget.max_unavailable:
        return {"maxUnavailable": _pods(budget.max_unavailable)}
    return {"minAvailable": _pods(budget.min_available)}


def _pods(count: str) -> int | str:
    """A number of pods as a number; a percentage stays text."""
    return count if count.endswith("%") else int(count)
