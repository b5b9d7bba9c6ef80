# SPDX-License-Identifier: Apache-2.0
"""Rendered objects without the values of their Secrets, for output that others will see."""

from base64 import b64encode
from collections.abc import Iterable
from typing import Literal

from planton_sts.rendering import KubeObject

Secrecy = Literal["include", "mask", "omit"]

# The same for every value: a mask as long as what it hides would tell its length.
MASK = b64encode(b"********").decode()
MASKED_CONFIG = b64encode(b"{}").decode()


def with_secrets(objects: Iterable[KubeObject], secrecy: Secrecy) -> list[KubeObject]:
    """The objects, with the Secrets' values as they are, masked, or left out with the objects."""
    if secrecy == "omit":
        return [kube_object for kube_object in objects if kube_object["kind"] != "Secret"]
    if secrecy == "mask":
        return [_masked(kube_object) if kube_object["kind"] == "Secret" else kube_object for kube_object in objects]
    return list(objects)


def _masked(secret: KubeObject) -> KubeObject:
    """The Secret with masks for its values; that of a registry stays valid JSON, which the server asks for."""
    mask = MASKED_CONFIG if secret["type"] == "kubernetes.io/dockerconfigjson" else MASK
    return {**secret, "data": dict.fromkeys(secret["data"], mask)}
