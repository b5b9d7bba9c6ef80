# SPDX-License-Identifier: Apache-2.0
"""The Secrets: credentials for registries, and secret variables."""

from base64 import b64encode
from collections.abc import Mapping

from planton_sts.messages import KubernetesSensitiveValue
from planton_sts.names import Names
from planton_sts.rendering.kube_object import KubeObject, metadata


def pull_secret(docker_config_json: str, names: Names) -> KubeObject:
    """The Secret with which the pods' images are pulled."""
    data = {".dockerconfigjson": docker_config_json}
    return _secret(names.pull_secret, "kubernetes.io/dockerconfigjson", data, names)


def env_secret(secrets: Mapping[str, KubernetesSensitiveValue], names: Names) -> KubeObject:
    """The Secret that holds the secret variables whose values are written down."""
    data = {name: secret.value for name, secret in sorted(secrets.items()) if is_literal(secret)}
    return _secret(names.env_secret, "Opaque", data, names)


def is_literal(secret: KubernetesSensitiveValue) -> bool:
    """Whether the value is written down, rather than kept in an existing Secret."""
    return secret.HasField("value")


def _secret(name: str, kind: str, data: Mapping[str, str], names: Names) -> KubeObject:
    # Not `stringData`: the server keeps `data`, so only that compares equal later.
    return {
        "apiVersion": "v1",
        "kind": "Secret",
        "metadata": metadata(name, names),
        "type": kind,
        "data": {key: b64encode(text.encode()).decode() for key, text in data.items()},
    }
