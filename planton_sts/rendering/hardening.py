# SPDX-License-Identifier: Apache-2.0
"""What the restricted Pod Security Standard asks of a pod and of each of its containers."""

from typing import Any

from planton_sts.rendering.kube_object import KubeObject, extended


def harden(pod: KubeObject) -> KubeObject:
    """The pod with what the standard asks for where it says nothing itself."""
    containers = {
        kind: [_secured(one, allowPrivilegeEscalation=False, capabilities={"drop": ["ALL"]}) for one in pod[kind]]
        for kind in ("initContainers", "containers")
        if kind in pod
    }
    return _secured(pod, runAsNonRoot=True, seccompProfile={"type": "RuntimeDefault"}) | containers


def _secured(holder: KubeObject, **asked: Any) -> KubeObject:
    return extended(holder, {"securityContext": asked})
