# SPDX-License-Identifier: Apache-2.0
"""Objects with what the server takes for said when it is not."""

import re
from base64 import b64encode
from collections.abc import Callable
from typing import Any

from planton_sts.comparison.fields import PLAIN, UNKNOWN, Field, KubeObject, Type, kind_of, types
from planton_sts.json_objects import at
from planton_sts.quantity import stored

_NAME = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*"
_HOST = "[A-Za-z0-9-]+(?:[.][A-Za-z0-9-]+)*(?::[0-9]+)?"
# An image that may be another one tomorrow, which is pulled each time.
_LATEST = re.compile(f"(?:{_HOST}/)?{_NAME}(?:/{_NAME})*(?::latest(?:@.+)?)?")
# Where the image stands whose tag decides.
_IMAGES = {"imagePullPolicy": "image", "pullPolicy": "reference"}


def filled(kube_object: KubeObject) -> KubeObject:
    """The object with Kubernetes' defaults, and without nulls and what is empty where that is the same as nothing.

    With `type: RollingUpdate` spelt out, the server leaves `rollingUpdate` out and means the same; here it is there.
    What is not changed is shared with the given object.
    """
    prepare = _PREPARED.get(str(kube_object.get("kind")))
    return filled_type(prepare(kube_object) if prepare else kube_object, kind_of(kube_object))


def filled_type(given: dict[str, Any], of: Type) -> dict[str, Any]:
    """The same for an object of the type, or a part of one."""
    found = {}
    for name, value in given.items():
        field = of.fields.get(name, PLAIN)
        held = filled_field(value, field)
        if held is not None and (held or not field.is_empty_absent):
            found[name] = held
    if "serviceAccountName" in found:
        found.pop("serviceAccount", None)  # its former name, which says nothing beside it
    for name, field in of.defaulted:
        if name not in found and (value := default(name, field, found)) is not None:
            found[name] = filled_field(value, field)
    return found


def filled_field(value: Any, field: Field) -> Any:
    """The same for what stands in the field."""
    of = types().get(field.holds, UNKNOWN)
    if field.holds == "Quantity":
        return {key: _amount(held) for key, held in value.items()} if isinstance(value, dict) else _amount(value)
    if field.is_list and isinstance(value, list):
        return [filled_type(element, of) if isinstance(element, dict) else element for element in value]
    if field.is_map and isinstance(value, dict):
        return {key: filled_type(entry, of) if isinstance(entry, dict) else entry for key, entry in value.items()}
    return filled_type(value, of) if of is not UNKNOWN and isinstance(value, dict) else value


def _amount(value: Any) -> Any:
    """The amount as the server spells it; what is none stays as it is."""
    is_one = isinstance(value, str | int | float) and not isinstance(value, bool)
    try:
        return stored(str(value)) if is_one else value
    except ValueError:
        return value


def default(name: str, field: Field, beside: dict[str, Any]) -> Any:
    """What stands in the field when nothing is said, given the fields beside it; None for nothing."""
    image = beside.get(_IMAGES.get(name, ""))
    if isinstance(image, str) and _LATEST.fullmatch(image):
        return "Always"
    return field.default(beside)


def _encoded(secret: KubeObject) -> KubeObject:
    """The Secret with its texts among its data, where the server keeps them."""
    texts = secret.get("stringData")
    if not isinstance(texts, dict):
        return secret
    encoded = {key: b64encode(str(text).encode()).decode() for key, text in texts.items()}
    found = {name: value for name, value in secret.items() if name != "stringData"}
    return {**found, "data": {**(secret.get("data") or {}), **encoded}}


def _with_affinity(service: KubeObject) -> KubeObject:
    """The Service without a timeout of sessions where it has none, and without one that is not set."""
    spec = service.get("spec")
    if not isinstance(spec, dict):
        return service
    is_set = at(spec, "sessionAffinityConfig", "clientIP", "timeoutSeconds") is not None
    if spec.get("sessionAffinity") == "ClientIP" and is_set:
        return service
    return {**service, "spec": {name: value for name, value in spec.items() if name != "sessionAffinityConfig"}}


# What depends on more than a table can say.
_PREPARED: dict[str, Callable[[KubeObject], KubeObject]] = {"Secret": _encoded, "Service": _with_affinity}
