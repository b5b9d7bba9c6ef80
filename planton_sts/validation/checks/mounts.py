# SPDX-License-Identifier: Apache-2.0
"""Mounts below other mounts."""

from collections.abc import Iterator

from planton_sts.messages import KubernetesStatefulSetContainerApp, PvcVolumeSource, VolumeMount
from planton_sts.paths import Path
from planton_sts.problems import Complaint, Finding

BELOW_READ_ONLY = Complaint(
    "spec.container.app.volume_mounts.mount_path.below_read_only",
    "must not be below a claim that is mounted read-only, unless the claim holds the folder: none can be made there",
)


def below_read_only_claims(app: KubernetesStatefulSetContainerApp, path: Path) -> Iterator[Finding]:
    """A mount whose folder would have to be made in a claim that cannot be written.

    In other volumes that are read-only for the container, the kubelet makes it beforehand.
    """
    if len(app.volume_mounts) == 1:
        return
    sources = {mount.name: mount for mount in app.volume_mounts if _has_source(mount)}
    # From above to below: what a mount stands in is what comes before it and leads on to it.
    above: list[tuple[list[str], bool]] = []
    for parts, index in sorted((_parts(mount), index) for index, mount in enumerate(app.volume_mounts)):
        while above and parts[: len(above[-1][0])] != above[-1][0]:
            above.pop()
        if above and above[-1][1]:
            yield Finding((*path, "volumeMounts", index, "mountPath"), BELOW_READ_ONLY, "warning")
        mount = app.volume_mounts[index]
        above.append((parts, _is_read_only_claim(mount, sources.get(mount.name))))


def _has_source(mount: VolumeMount) -> bool:
    return any(mount.HasField(source) for source in ("config_map", "secret", "host_path", "empty_dir", "pvc"))


def _is_read_only_claim(mount: VolumeMount, source: VolumeMount | None) -> bool:
    """Whether the mount is of a claim, a template's if no mount says otherwise, and nothing can be written there."""
    pvc = PvcVolumeSource() if source is None else source.pvc
    return (source is None or source.HasField("pvc")) and (mount.read_only or pvc.read_only)


def _parts(mount: VolumeMount) -> list[str]:
    return [part for part in mount.mount_path.split("/") if part not in {"", "."}]
