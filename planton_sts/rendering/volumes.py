# SPDX-License-Identifier: Apache-2.0
"""The volumes of a pod, and where they appear in its containers."""

from collections.abc import Iterable

from planton_sts.messages import (
    ConfigMapVolumeSource,
    KubernetesStatefulSetSpec,
    SecretVolumeSource,
    VolumeMount,
)
from planton_sts.rendering.kube_object import KubeObject, given
from planton_sts.rendering.own_form import beyond, own_form


def volumes(spec: KubernetesStatefulSetSpec) -> list[KubeObject]:
    """The pod's own volumes, and one for each name that a mount gives a source.

    The controller adds those of the claim templates itself.
    """
    templates = _templates(spec)
    declared = {
        mount.name: {"name": mount.name, **source}
        for mount in spec.container.app.volume_mounts
        if mount.pvc.claim_name not in templates and (source := _source(mount))
    }
    return [*map(own_form, spec.pod.volumes), *declared.values()]


def volume_mounts(spec: KubernetesStatefulSetSpec, mounts: Iterable[VolumeMount]) -> list[KubeObject]:
    """Where the volumes appear; mounts that share a name share the volume, and whether it is read-only."""
    templates = _templates(spec)
    claims = {mount.name: mount.pvc for mount in spec.container.app.volume_mounts if mount.pvc.claim_name in templates}
    return [
        _mount(mount, mount.name, read_only=mount.read_only)
        if (claim := claims.get(mount.name)) is None
        else _mount(mount, claim.claim_name, read_only=mount.read_only or claim.read_only)
        for mount in mounts
    ]


def _templates(spec: KubernetesStatefulSetSpec) -> set[str]:
    return {template.name for template in spec.volume_claim_templates}


def _mount(mount: VolumeMount, volume: str, *, read_only: bool) -> KubeObject:
    return {
        "name": volume,
        "mountPath": mount.mount_path,
        **given(readOnly=read_only, subPath=mount.sub_path),
        **beyond(mount),
    }


def _source(mount: VolumeMount) -> KubeObject:
    """What the mount says it mounts; nothing when it names what stands elsewhere."""
    if mount.HasField("config_map"):
        return {"configMap": {"name": mount.config_map.name, **_files(mount.config_map)}}
    if mount.HasField("secret"):
        return {"secret": {"secretName": mount.secret.name, **_files(mount.secret)}}
    if mount.HasField("host_path"):
        return {"hostPath": {"path": mount.host_path.path, **given(type=mount.host_path.type)}}
    if mount.HasField("empty_dir"):
        return {"emptyDir": given(medium=mount.empty_dir.medium, sizeLimit=mount.empty_dir.size_limit)}
    if mount.HasField("pvc"):
        return {"persistentVolumeClaim": {"claimName": mount.pvc.claim_name, **given(readOnly=mount.pvc.read_only)}}
    return {}


def _files(source: ConfigMapVolumeSource | SecretVolumeSource) -> KubeObject:
    items = [{"key": source.key, "path": source.path or source.key}] if source.key else []
    return given(items=items, defaultMode=source.default_mode)
