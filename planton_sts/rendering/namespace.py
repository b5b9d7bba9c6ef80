# SPDX-License-Identifier: Apache-2.0
"""The Namespace."""

from planton_sts.names import Names
from planton_sts.rendering.kube_object import KubeObject, given


def namespace(names: Names) -> KubeObject:
    """The Namespace of every object but the ingress's own."""
    return {
        "apiVersion": "v1",
        "kind": "Namespace",
        "metadata": {"name": names.namespace, **given(labels=dict(names.labels))},
    }
