# SPDX-License-Identifier: Apache-2.0
"""What a service author writes; mypy --strict and pyright must accept it, and refuse what is marked."""

from planton_sts import (
    CloudResourceKind,
    KubernetesSensitiveValue,
    KubernetesStatefulSet,
    KubernetesStatefulSetStackInput,
    KubernetesStatefulSetVolumeClaimTemplate,
    Probe,
)


def claims(manifest: KubernetesStatefulSet) -> list[tuple[str, str]]:
    """Name and size of each claim template."""
    return [(template.name, template.size) for template in manifest.spec.volume_claim_templates]


def grow(manifest: KubernetesStatefulSet, size: str) -> bytes:
    """The manifest on the wire, with every claim of the size."""
    for template in manifest.spec.volume_claim_templates:
        template.size = size
    return manifest.SerializeToString()


def secret_names(received: bytes) -> list[str]:
    """Which secrets a stack input keeps in existing Secrets."""
    env = KubernetesStatefulSetStackInput.FromString(received).target.spec.container.app.env
    return [name for name, value in env.secrets.items() if value.WhichOneof("sensitive_value") == "secret_ref"]


def probe_port(probe: Probe) -> int | None:
    """The number of the port that an HTTP probe asks."""
    return probe.http_get.port_number if probe.HasField("http_get") else None


KIND: CloudResourceKind = CloudResourceKind.KubernetesStatefulSet
TEMPLATE = KubernetesStatefulSetVolumeClaimTemplate(name="data", size="10Gi", access_modes=["ReadWriteOnce"])
PASSWORD = KubernetesSensitiveValue(value="from a vault")
WRONG = KubernetesStatefulSetVolumeClaimTemplate(sizes="10Gi")  # type: ignore[call-arg]
