# SPDX-License-Identifier: Apache-2.0
"""Objects with what the server takes for said when it is not."""

import re
from base64 import b64encode
from typing import Any

from planton_sts.comparison.fields import PLAIN, UNKNOWN, Field, KubeObject, Type, kind_of, types

_NAME = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*"
_HOST = "[A-Za-z0-9-]+(?:[.][A-Za-z0-9-]+)*(?::[0-9]+)?"
# An image that may be another one tomorrow, which is pulled each time.
_LATEST = re.compile(f"(?:{_HOST}/)?{_NAME}(?:/{_NAME})*(?::latest(?:@.+)?)?")
# Where the image stands whose tag decides.
_IMAGES = {"imagePullPolicy": "image", "pullPolicy": "reference"}


def filled(kube_object: KubeObject) -> KubeObject:
    """The object with Kubernetes' defaults, and without nulls and what is empty where that is the same as nothing.

    What is not changed is shared with the given object.
    """
    found = filled_type(kube_object, kind_of(kube_object))
    if kube_object.get("kind") == "Secret":
        _encode(found)
    return found


def filled_type(given: dict[str, Any], of: Type) -> dict[str, Any]:
    """The same for an object of the type, or a part of one."""
    found = {}
    for name, value in given.items():
        field = of.fields.get(name, PLAIN)
        held = filled_field(value, field)
        if held is not None and (held or not field.is_empty_absent):
            found[name] = held
    for name, field in of.defaulted:
        if name not in found and (value := default(name, field, found)) is not None:
            found[name] = filled_field(value, field)
    return found


def filled_field(value: Any, field: Field) -> Any:
    """The same for what stands in the field."""
    of = types().get(field.holds, UNKNOWN)
    if field.is_list and isinstance(value, list):
        return [filled_type(element, of) if isinstance(element, dict) else element for element in value]
    if field.is_map and isinstance(value, dict):
        return {key: filled_type(entry, of) if isinstance(entry, dict) else entry for key, entry in value.items()}
    return filled_type(value, of) if of is not UNKNOWN and isinstance(value, dict) else value


def default(name: str, field: Field, beside: dict[str, Any]) -> Any:
    """What stands in the field when nothing is said, given the fields beside it; None for nothing."""
    image = beside.get(_IMAGES.get(name, ""))
    if isinstance(image, str) and _LATEST.fullmatch(image):
        return "Always"
    return field.default(beside)


def _encode(secret: KubeObject) -> None:
    """Put the Secret's texts among its data, where the server keeps them."""
    texts = secret.pop("stringData", {})
    if texts:
        encoded = {key: b64encode(str(text).encode()).decode() for key, text in texts.items()}
        secret["data"] = {**secret.get("data", {}), **encoded}
