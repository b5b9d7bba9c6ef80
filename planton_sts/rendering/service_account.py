# SPDX-License-Identifier: Apache-2.0
"""The ServiceAccount."""

from planton_sts.names import Names
from planton_sts.rendering.kube_object import KubeObject, metadata


def service_account(names: Names) -> KubeObject:
    """The account that the pods run as."""
    return {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": metadata(names.service_account, names)}
