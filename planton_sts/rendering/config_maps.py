# SPDX-License-Identifier: Apache-2.0
"""The ConfigMaps."""

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from planton_sts.messages import KubernetesStatefulSetSpec
from planton_sts.names import Names
from planton_sts.rendering.kube_object import KubeObject, given, metadata

CHECKSUM = "planton.ai/config-checksum"


def config_maps(spec: KubernetesStatefulSetSpec, names: Names) -> Iterator[KubeObject]:
    """The ConfigMaps, by name; a text stands under a key of the ConfigMap's own name."""
    contents = {name: {name: text} for name, text in spec.config_maps.items()} | _files(spec)
    for name, files in sorted(contents.items()):
        yield {
            "apiVersion": "v1",
            "kind": "ConfigMap",
            "metadata": metadata(name, names),
            **given(data=dict(sorted(files.items()))),
        }


def checksum(spec: KubernetesStatefulSetSpec) -> dict[str, str]:
    """The annotation that makes a changed ConfigMap roll the pods; none without ConfigMaps, or in a plain rendering.

    It covers no Secret: a short password can be guessed from its hash.
    """
    if spec.plain or not (spec.config_maps or spec.config_files):
        return {}
    contents: dict[str, Any] = {**spec.config_maps, **_files(spec)}
    canonical = json.dumps(contents, sort_keys=True, separators=(",", ":"))
    return {CHECKSUM: sha256(canonical.encode()).hexdigest()}


def _files(spec: KubernetesStatefulSetSpec) -> dict[str, dict[str, str]]:
    """The files of each ConfigMap that has several."""
    return {name: dict(held.files) for name, held in spec.config_files.items()}
