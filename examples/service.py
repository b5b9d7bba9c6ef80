# SPDX-License-Identifier: Apache-2.0
"""A small service's view of the API: build a typed message, send it as bytes, read it back, show it."""

import sys

from google.protobuf import json_format

from planton_sts import (
    ContainerImage,
    KubernetesStatefulSet,
    KubernetesStatefulSetContainer,
    KubernetesStatefulSetContainerApp,
    KubernetesStatefulSetSpec,
    KubernetesStatefulSetVolumeClaimTemplate,
    StringValueOrRef,
    VolumeMount,
)


def postgres(name: str, size: str) -> KubernetesStatefulSet:
    """A PostgreSQL server with one data volume."""
    app = KubernetesStatefulSetContainerApp(
        image=ContainerImage(repo="postgres", tag="16"),
        volume_mounts=[VolumeMount(name="data", mount_path="/var/lib/postgresql/data")],
    )
    manifest = KubernetesStatefulSet(
        api_version="kubernetes.project-planton.org/v1",
        kind="KubernetesStatefulSet",
        spec=KubernetesStatefulSetSpec(
            namespace=StringValueOrRef(value="database"),
            container=KubernetesStatefulSetContainer(app=app),
            volume_claim_templates=[KubernetesStatefulSetVolumeClaimTemplate(name="data", size=size)],
        ),
    )
    manifest.metadata.name = name
    return manifest


def main() -> None:
    """Print the message that came out at the other end of the wire."""
    sent = postgres("ledger", "10Gi").SerializeToString()
    received = KubernetesStatefulSet.FromString(sent)
    sys.stdout.write(f"{len(sent)} bytes on the wire:\n{json_format.MessageToJson(received)}\n")


if __name__ == "__main__":
    main()
