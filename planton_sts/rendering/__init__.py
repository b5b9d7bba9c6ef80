# SPDX-License-Identifier: Apache-2.0
"""Applications to Kubernetes objects; what makes them is imported when somebody asks for them, for most validate."""

from typing import TYPE_CHECKING

from planton_sts.application import Application
from planton_sts.rendering.kube_object import KubeObject

if TYPE_CHECKING:
    from planton_sts.rendering.patches import Patched

__all__ = ["KubeObject", "objects", "rendered", "unpatched"]


def objects(application: Application) -> list[KubeObject]:
    """The Kubernetes objects of the application, in the order to apply them."""
    return rendered(application).objects


def rendered(application: Application) -> "Patched":
    """The same, and what became of the patches of the manifest."""
    from planton_sts.rendering.patches import patched  # noqa: PLC0415 - see above

    return patched(application, unpatched(application))


def unpatched(application: Application) -> list[KubeObject]:
    """The same without the patches of the manifest."""
    from planton_sts.rendering.in_order import in_order  # noqa: PLC0415 - see above

    return list(in_order(application))
