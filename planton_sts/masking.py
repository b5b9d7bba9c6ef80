# SPDX-License-Identifier: Apache-2.0
"""Rendered objects and messages without the values of secrets, for output that others will see."""

from base64 import b64encode
from collections.abc import Iterable
from typing import Any, Literal

from google.protobuf.descriptor import Descriptor

from planton_sts.descent import within
from planton_sts.messages import AnyMessage, is_secret, known_part
from planton_sts.rendering import KubeObject

Secrecy = Literal["include", "mask", "omit"]

# The same for every value: a mask as long as what it hides would tell its length.
MASKED = "********"
MASK = b64encode(MASKED.encode()).decode()
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
    mask = MASKED_CONFIG if secret.get("type") == "kubernetes.io/dockerconfigjson" else MASK
    return {**secret, "data": dict.fromkeys(secret.get("data", {}), mask)}


def redacted(message: AnyMessage) -> AnyMessage:
    """The message as logs may have it: fields that are marked as secret are masked, and what nobody knows is left out.

    A field is marked by protobuf's own option `debug_redact`, in messages of a service's own too.
    """
    # What has no name here may be secret too.
    copy = known_part(message)
    for _, held in within(copy, _has_secrets):
        for field in _secrets(held.DESCRIPTOR):
            if field.type == field.TYPE_STRING and not field.is_repeated and getattr(held, field.name):
                setattr(held, field.name, MASKED)
            else:
                held.ClearField(field.name)
    return copy


def _secrets(descriptor: Descriptor) -> list[Any]:
    return [field for field in descriptor.fields if is_secret(field)]


def _has_secrets(descriptor: Descriptor) -> bool:
    return bool(_secrets(descriptor))
