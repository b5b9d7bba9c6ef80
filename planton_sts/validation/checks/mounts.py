# SPDX-License-Identifier: Apache-2.0
"""Where volumes appear in the containers of a pod.

The rules of the protos judge the application's mounts by what these say themselves. Here all containers are held to
what else is known of the volumes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from planton_sts.messages import (
    Container,
    KubernetesStatefulSetContainer,
    KubernetesStatefulSetContainerApp,
    KubernetesStatefulSetSpec,
    VolumeDevice,
    VolumeMount,
)
from planton_sts.paths import Path
from planton_sts.problems import Complaint, Finding
from planton_sts.validation.checks.volumes import Known, Parts, known_volumes, parts, says_itself
from planton_sts.wording import Nearest, did_you_mean

NOTHING = Known(is_block=None)

# How many names are compared in search of one that is near, for one container.
COMPARISONS = 1_000

AnyContainer: TypeAlias = KubernetesStatefulSetContainerApp | Container
Volumes: TypeAlias = Mapping[str, Known]

UNKNOWN = Complaint(
    "volume_mount.name.unknown",
    "must be the name of a claim template in `spec.volumeClaimTemplates`, of a volume in `spec.pod.volumes`, or of one "
    "that a mount of the application says itself",
)
UNKNOWN_DEVICE = UNKNOWN._replace(rule="volume_device.name.unknown")
BLOCK = Complaint(
    "volume_mount.name.block", "must not be a volume of `volumeMode: Block`, which belongs into `volumeDevices`"
)
NO_BLOCK = Complaint(
    "volume_device.name.no_block",
    "must be a claim of `volumeMode: Block`; what holds files belongs into `volumeMounts`",
)
UNPRIVILEGED = Complaint(
    "volume_mount.mount_propagation.unprivileged",
    "must not be `Bidirectional`, unless the container is privileged: `securityContext.privileged`",
)
MOUNTED = Complaint("volume_device.name.mounted", "must not be the name of a volume that is mounted too")
MOUNTED_THERE = Complaint("volume_device.device_path.mounted", "must not be a path where a volume is mounted")
NO_FILE = Complaint(
    "volume_mount.sub_path.unknown",
    "must be the path of a file that the volume holds, or of a folder above it; else an empty folder is mounted",
)
BELOW_FILE = Complaint(
    "volume_mount.mount_path.below_file",
    "must not be below the mount of a single file, or above another mount where it is one",
)
BELOW_READ_ONLY = Complaint(
    "volume_mount.mount_path.below_read_only",
    "must not be below a claim that is mounted read-only, unless the claim holds the folder: none can be made there",
)


def mounts(spec: KubernetesStatefulSetSpec, path: Path) -> Iterator[Finding]:
    """What is wrong with the mounts and devices of each container."""
    volumes = known_volumes(spec)
    for place, container in _containers(spec.container):
        for judge in JUDGES:
            for found in judge(container, volumes):
                yield found._replace(path=(*path, "container", *place, *found.path))


def _containers(pod: KubernetesStatefulSetContainer) -> Iterator[tuple[Path, AnyContainer]]:
    yield ("app",), pod.app
    yield from ((("sidecars", index), container) for index, container in enumerate(pod.sidecars))
    yield from ((("initContainers", index), container) for index, container in enumerate(pod.init_containers))


def _unknown_mounts(container: AnyContainer, volumes: Volumes) -> Iterator[Finding]:
    """Mounts of volumes that are not there; a rule of the protos tells those of the application."""
    if isinstance(container, Container):
        yield from _unknown("volumeMounts", container.volume_mounts, UNKNOWN, volumes)


def _unknown(
    field: str, named: Iterable[VolumeMount | VolumeDevice], complaint: Complaint, volumes: Volumes
) -> Iterator[Finding]:
    nearest = Nearest(COMPARISONS)
    for index, one in enumerate(named):
        if one.name and one.name not in volumes:
            meant = did_you_mean(nearest.name(one.name, volumes))
            yield Finding((field, index, "name"), complaint._replace(hint=meant))


def _unprivileged(container: AnyContainer, _: Volumes) -> Iterator[Finding]:
    """Mounts that the node is to see, of a container that may not show it any."""
    for index, mount in enumerate(container.volume_mounts):
        if mount.mount_propagation == "Bidirectional" and not container.security_context.privileged:
            yield Finding(("volumeMounts", index, "mountPropagation"), UNPRIVILEGED)


def _mounted_devices(container: AnyContainer, volumes: Volumes) -> Iterator[Finding]:
    """Mounts of volumes that have no files."""
    for index, mount in enumerate(container.volume_mounts):
        if _known(volumes, mount.name).is_block:
            yield Finding(("volumeMounts", index, "name"), BLOCK)


def _devices(container: AnyContainer, volumes: Volumes) -> Iterator[Finding]:
    """Devices that are none, or that are mounted too."""
    if not container.volume_devices:
        return
    yield from _unknown("volumeDevices", container.volume_devices, UNKNOWN_DEVICE, volumes)
    names = {mount.name for mount in container.volume_mounts}
    places = {parts(mount.mount_path) for mount in container.volume_mounts}
    for index, device in enumerate(container.volume_devices):
        place = ("volumeDevices", index)
        if _known(volumes, device.name).is_block is False:
            yield Finding((*place, "name"), NO_BLOCK)
        elif device.name in names:
            yield Finding((*place, "name"), MOUNTED)
        if parts(device.device_path) in places:
            yield Finding((*place, "devicePath"), MOUNTED_THERE)


def _missing_files(container: AnyContainer, volumes: Volumes) -> Iterator[Finding]:
    """Parts of volumes that these do not have; a rule of the protos tells those of volumes that mounts say."""
    asked = [(index, mount) for index, mount in enumerate(container.volume_mounts) if mount.sub_path]
    said = _said(container) if asked else set()
    for index, mount in asked:
        files = _known(volumes, mount.name).files
        if files is not None and mount.name not in said and not files.hold(parts(mount.sub_path)):
            yield Finding(("volumeMounts", index, "subPath"), NO_FILE._replace(hint=did_you_mean(files.only)))


def _below_files(container: AnyContainer, volumes: Volumes) -> Iterator[Finding]:
    """Mounts of single files above others; a rule of the protos tells those of volumes that mounts say."""
    asked = sorted({outer for _, outer in _nested(container)})
    said = _said(container) if asked else set()
    for outer in asked:
        mount = container.volume_mounts[outer]
        volume = _known(volumes, mount.name)
        is_file = volume.has_file(parts(mount.sub_path)) if mount.sub_path else volume.is_file
        if is_file and mount.name not in said:
            yield Finding(("volumeMounts", outer, "mountPath"), BELOW_FILE)


def _below_read_only_claims(container: AnyContainer, volumes: Volumes) -> Iterator[Finding]:
    """Mounts whose folder would have to be made in a claim that cannot be written.

    In other volumes that are read-only for the container, the kubelet makes it beforehand.
    """
    for inner, outer in _nested(container):
        mount = container.volume_mounts[outer]
        volume = _known(volumes, mount.name)
        if volume.is_claim and (mount.read_only or volume.is_read_only):
            yield Finding(("volumeMounts", inner, "mountPath"), BELOW_READ_ONLY, "warning")


def _known(volumes: Volumes, name: str) -> Known:
    """What is known of the volume; of one that is not there, nothing."""
    return volumes.get(name, NOTHING)


def _said(container: AnyContainer) -> set[str]:
    """The names of the volumes that the mounts of the container say."""
    return {mount.name for mount in container.volume_mounts if says_itself(mount)}


def _nested(container: AnyContainer) -> Iterator[tuple[int, int]]:
    """The mounts that stand in others, each with the nearest of these, by their indexes."""
    if len(container.volume_mounts) == 1:
        return
    # From above to below: what a mount stands in is what comes before it and leads on to it.
    above: list[tuple[Parts, int]] = []
    for place, index in sorted((parts(mount.mount_path), index) for index, mount in enumerate(container.volume_mounts)):
        while above and place[: len(above[-1][0])] != above[-1][0]:
            above.pop()
        if above and place != above[-1][0]:
            yield index, above[-1][1]
        above.append((place, index))


JUDGES: tuple[Callable[[AnyContainer, Volumes], Iterator[Finding]], ...] = (
    _unknown_mounts,
    _unprivileged,
    _mounted_devices,
    _devices,
    _missing_files,
    _below_files,
    _below_read_only_claims,
)
