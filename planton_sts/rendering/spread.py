# SPDX-License-Identifier: Apache-2.0
"""How the pods are spread over nodes, zones or other places, as Kubernetes has it."""

from planton_sts.messages import KubernetesStatefulSetSpread
from planton_sts.names import Names
from planton_sts.rendering.kube_object import KubeObject

NODE = "kubernetes.io/hostname"


def apart(spread: KubernetesStatefulSetSpread, names: Names) -> KubeObject:
    """What of a pod keeps the application's pods apart."""
    pods = {"labelSelector": {"matchLabels": dict(names.selector)}}
    is_required = spread.mode == "required"
    if spread.across == NODE:
        return {"affinity": {"podAntiAffinity": _anti_affinity({**pods, "topologyKey": NODE}, is_required=is_required)}}
    constraint = {
        "maxSkew": 1,
        "topologyKey": spread.across,
        "whenUnsatisfiable": "DoNotSchedule" if is_required else "ScheduleAnyway",
        **pods,
        # A zone of which no node takes the pods would count as empty, and keep them waiting for ever.
        "nodeTaintsPolicy": "Honor",
    }
    return {"topologySpreadConstraints": [constraint]}


def _anti_affinity(term: KubeObject, *, is_required: bool) -> KubeObject:
    if is_required:
        return {"requiredDuringSchedulingIgnoredDuringExecution": [term]}
    return {"preferredDuringSchedulingIgnoredDuringExecution": [{"weight": 100, "podAffinityTerm": term}]}
