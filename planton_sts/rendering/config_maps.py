# SPDX-License-Identifier: Apache-2.0
"""The ConfigMaps."""

import json
from collections.abc import Mapping
from hashlib import sha256

from planton_sts.names import Names
from planton_sts.rendering.kube_object import KubeObject, metadata

CHECKSUM = "planton.ai/config-checksum"


def config_map(name: str, content: str, names: Names) -> KubeObject:
    """The ConfigMap of that name, with the content under a key of the same name."""
    return {
        "apiVersion": "v1",
        "kind": "ConfigMap",
        "metadata": metadata(name, names),
        "data": {name: content},
    }


def checksum(contents: Mapping[str, str]) -> dict[str, str]:
    """The annotation that makes a changed ConfigMap roll the pods; none without ConfigMaps.

    It covers no Secret: a short password can be guessed from its hash.
    """
    if not contents:
        return {}
    canonical = json.dumps(dict(contents), sort_keys=True, separators=(",", ":"))
    return {CHECKSUM: sha256(canonical.encode()).hexdigest()}
