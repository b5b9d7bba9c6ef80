# SPDX-License-Identifier: Apache-2.0
"""What a manifest says of the volumes of its pods: which files they hold, and what they are."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, TypeAlias

from planton_sts.messages import KubernetesStatefulSetSpec, Volume, VolumeMount, VolumeProjection
from planton_sts.paths import Path
from planton_sts.problems import Complaint, Finding

# A path by its parts: `/a/./b/` is `("a", "b")`.
Parts: TypeAlias = tuple[str, ...]

NO_KEY = Complaint(
    "spec.pod.volumes.items.key.unknown",
    "must be a file of the ConfigMap; one that holds a single text has that of its own name",
)

SOURCES = ("config_map", "secret", "host_path", "empty_dir", "pvc")
# What a hostPath of these types leads to is no folder.
_FILES = {"File", "FileOrCreate", "Socket", "CharDevice", "BlockDevice"}


class Files:
    """All files of a volume."""

    def __init__(self, paths: Iterable[str]) -> None:
        self.paths = {parts(path) for path in paths}
        self._folders = {path[:length] for path in self.paths for length in range(len(path))}

    @property
    def only(self) -> str | None:
        """The one file; None where there are several."""
        return "/".join(*self.paths) if len(self.paths) == 1 else None

    def hold(self, path: Parts) -> bool:
        """Whether there is a file at the path, or below it."""
        return path in self.paths or path in self._folders


class Known(NamedTuple):
    """What is known of a volume before a pod runs.

    Attributes:
        files: The files in it; None where only the cluster knows.
        is_file: Whether it is itself a file of the node.
        is_block: Whether it is a device, without files; None where only the cluster knows.
        is_claim: Whether it is a claim.
        is_read_only: Whether every mount of it is read-only.

    """

    files: Files | None = None
    is_file: bool = False
    is_block: bool | None = False
    is_claim: bool = False
    is_read_only: bool = False

    def has_file(self, path: Parts) -> bool:
        """Whether the path is known to be that of a file in it."""
        return self.files is not None and path in self.files.paths


def parts(path: str) -> Parts:
    """The path by its parts."""
    return tuple(part for part in path.split("/") if part not in {"", "."})


def says_itself(mount: VolumeMount) -> bool:
    """Whether the mount says what to mount."""
    return any(mount.HasField(source) for source in SOURCES)


def known_volumes(spec: KubernetesStatefulSetSpec) -> dict[str, Known]:
    """The volumes by name: those that mounts of the application say, those of the pod, and those of claim templates."""
    templates = {
        template.name: Known(is_claim=True, is_block=template.volume_mode == "Block")
        for template in spec.volume_claim_templates
    }
    said = {m.name: _of_mount(spec, m, templates) for m in spec.container.app.volume_mounts if says_itself(m)}
    return said | {volume.name: _of_pod(spec, volume) for volume in spec.pod.volumes} | templates


def _of_mount(spec: KubernetesStatefulSetSpec, mount: VolumeMount, templates: dict[str, Known]) -> Known:
    if mount.HasField("pvc"):
        claim = templates.get(mount.pvc.claim_name, Known(is_claim=True, is_block=None))
        return claim._replace(is_read_only=mount.pvc.read_only)
    source = mount.config_map if mount.HasField("config_map") else mount.secret
    if source.key:
        return Known(Files([source.path or source.key]))
    return Known(_files(rendered_files(spec, mount.config_map.name)), is_file=mount.host_path.type in _FILES)


def _of_pod(spec: KubernetesStatefulSetSpec, volume: Volume) -> Known:
    kind = volume.WhichOneof("source")
    if kind == "persistent_volume_claim":
        return Known(is_claim=True, is_block=None, is_read_only=volume.persistent_volume_claim.read_only)
    if kind == "ephemeral":
        return Known(is_claim=True, is_block=volume.ephemeral.volume_claim_template.spec.volume_mode == "Block")
    return Known(_files(_paths(spec, volume)), is_file=volume.host_path.type in _FILES)


def _files(paths: list[str] | None) -> Files | None:
    return None if paths is None else Files(paths)


def _paths(spec: KubernetesStatefulSetSpec, volume: Volume | VolumeProjection) -> list[str] | None:
    """The paths of all files of what has this source; None where the manifest does not tell them."""
    kind = volume.WhichOneof("source")
    source: Any = getattr(volume, kind) if kind else None
    if kind == "projected":
        of_each = [_paths(spec, one) for one in source.sources]
        return None if None in of_each else [path for paths in of_each for path in paths or ()]
    if kind == "service_account_token":
        return [source.path]
    if kind == "downward_api" or (kind in {"config_map", "secret"} and source.items):
        return [item.path for item in source.items]
    return rendered_files(spec, source.name) if kind == "config_map" else None


def rendered_files(spec: KubernetesStatefulSetSpec, config_map: str) -> list[str] | None:
    """The files of a ConfigMap, where it is rendered: those that are told, or the one of its own name."""
    if config_map in spec.config_files:
        return sorted(spec.config_files[config_map].files)
    return [config_map] if config_map in spec.config_maps else None


def unknown_keys(spec: KubernetesStatefulSetSpec, path: Path) -> Iterator[Finding]:
    """Keys of a rendered ConfigMap that it does not have: a pod waits for them for ever."""
    for place, source in _config_maps(spec.pod.volumes):
        files = rendered_files(spec, source.name)
        if files is not None and not source.optional:
            for index, item in enumerate(source.items):
                if item.key not in files:
                    yield Finding((*path, "pod", "volumes", *place, "items", index, "key"), NO_KEY)


def _config_maps(volumes: Iterable[Volume]) -> Iterator[tuple[Path, Any]]:
    """The ConfigMaps in the volumes, each with its place."""
    for index, volume in enumerate(volumes):
        if volume.HasField("config_map"):
            yield (index, "configMap"), volume.config_map
        for number, source in enumerate(volume.projected.sources):
            if source.HasField("config_map"):
                yield (index, "projected", "sources", number, "configMap"), source.config_map
