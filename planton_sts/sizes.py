# SPDX-License-Identifier: Apache-2.0
"""Objects that are too large: for etcd, which refuses them, and for the annotation of plain `kubectl apply`."""

import json
from collections.abc import Iterator
from typing import Any

from planton_sts.application import Application
from planton_sts.problems import Complaint, Finding
from planton_sts.rendering import KubeObject, objects

# What etcd takes of one request unless told otherwise, which no managed cluster is.
STORED = 1_572_864
# What the server takes of all annotations of one object; plain `kubectl apply` keeps the whole object in one of them.
ANNOTATIONS = 262_144
APPLIED = "kubectl.kubernetes.io/last-applied-configuration"

# Manifests of so few bytes become no large objects: they are not measured.
SMALL = 8_192

SPEC = ("target", "spec")


def too_large(application: Application) -> Iterator[Finding]:
    """The objects of the application that are too large."""
    if application.input.ByteSize() < SMALL:
        return
    for kube_object in objects(application):
        name = f"{kube_object['kind']} `{kube_object['metadata']['name']}`"
        text = json.dumps(kube_object, ensure_ascii=False, separators=(",", ":"))
        size = len(text.encode())
        if (stored := size + _managed(kube_object)) > STORED:
            message = f"must become objects of at most 1.5 MiB each; {name} takes {stored / 2**20:.1f} MiB"
            yield Finding(SPEC, Complaint("render.size", message, "move texts to files of the image, or to a volume"))
        elif size + _escaped(text) + _annotated(kube_object) > ANNOTATIONS:
            message = f"must be applied with `kubectl apply --server-side`: plain `kubectl apply` cannot keep {name}"
            yield Finding(SPEC, Complaint("render.apply", message), "warning")


def _managed(value: Any) -> int:
    """The bytes in which the server keeps who owns each field of the value."""
    if isinstance(value, dict):
        return sum(len(key) + len('"f:":{},') + _managed(child) for key, child in value.items())
    if isinstance(value, list):
        # An element is owned by its key, such as its name, and as itself.
        return sum(len('"k:{}":{".":{}},') + len(str(_key(child))) + _managed(child) for child in value)
    return 0


def _key(element: Any) -> Any:
    return next(iter(element.items()), "") if isinstance(element, dict) else ""


def _escaped(text: str) -> int:
    """What kubectl adds to the text by escapes for what HTML would read."""
    return sum(text.count(character) for character in "<>&") * len("u003c")


def _annotated(kube_object: KubeObject) -> int:
    annotations = kube_object["metadata"].get("annotations", {})
    return len(APPLIED) + sum(len((key + value).encode()) for key, value in annotations.items())
