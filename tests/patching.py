# SPDX-License-Identifier: Apache-2.0
"""Manifests with patches, for the tests of them."""

import pytest

from planton_sts import InvalidManifestError, Problem, load_one, render

MANIFEST = """
apiVersion: kubernetes.project-planton.org/v1
kind: KubernetesStatefulSet
metadata: {name: web}
spec:
  namespace: database
  createNamespace: true
  container:
    app:
      image: {repo: nginx, tag: "1.27"}
      env: {secrets: {PASSWORD: hunter2}}
      ports: [{name: http, containerPort: 80, servicePort: 80, networkProtocol: TCP, appProtocol: http}]
  networkPolicy: {}
  patches:
"""


def patching(*patches: tuple[str, str]) -> str:
    """A manifest with patches, each as a target and what it says, in YAML's short form."""
    return MANIFEST + "".join(f"    - target: {target}\n      patch: {patch}\n" for target, patch in patches)


def problems(*patches: tuple[str, str], manifest: str = MANIFEST) -> list[Problem]:
    """What rendering the manifest says is wrong."""
    with pytest.raises(InvalidManifestError) as caught:
        render(load_one(patching(*patches).replace(MANIFEST, manifest)))
    return caught.value.problems


def of_pod(patch: str) -> tuple[str, str]:
    return "{kind: StatefulSet}", f"{{spec: {{template: {{spec: {patch}}}}}}}"


QUALIFIED = of_pod("{setHostnameAsFQDN: true}")
