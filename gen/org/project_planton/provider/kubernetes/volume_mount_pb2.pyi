from buf.validate import validate_pb2 as _validate_pb2
from org.project_planton.shared import rules_pb2 as _rules_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class VolumeMount(_message.Message):
    """Puts a volume, or a part of one, at a path of the container.
    The volume is a claim template of the same name when no source is given, else the one source that is.
    """
    __slots__ = ("name", "mount_path", "read_only", "sub_path", "config_map", "secret", "host_path", "empty_dir", "pvc", "sub_path_expr", "mount_propagation", "recursive_read_only")
    NAME_FIELD_NUMBER: _ClassVar[int]
    MOUNT_PATH_FIELD_NUMBER: _ClassVar[int]
    READ_ONLY_FIELD_NUMBER: _ClassVar[int]
    SUB_PATH_FIELD_NUMBER: _ClassVar[int]
    CONFIG_MAP_FIELD_NUMBER: _ClassVar[int]
    SECRET_FIELD_NUMBER: _ClassVar[int]
    HOST_PATH_FIELD_NUMBER: _ClassVar[int]
    EMPTY_DIR_FIELD_NUMBER: _ClassVar[int]
    PVC_FIELD_NUMBER: _ClassVar[int]
    SUB_PATH_EXPR_FIELD_NUMBER: _ClassVar[int]
    MOUNT_PROPAGATION_FIELD_NUMBER: _ClassVar[int]
    RECURSIVE_READ_ONLY_FIELD_NUMBER: _ClassVar[int]
    name: str
    """Required. Name of the volume within the pod. Mounts that share a name share the volume."""
    mount_path: str
    """Required. Absolute path in the container, such as `/var/lib/postgresql/data`."""
    read_only: bool
    """Optional. Whether the container may only read the volume."""
    sub_path: str
    """Optional. Path within the volume to mount in place of its root; relative, without `..`."""
    config_map: ConfigMapVolumeSource
    """Optional source: the keys of a ConfigMap as files."""
    secret: SecretVolumeSource
    """Optional source: the keys of an existing Secret as files."""
    host_path: HostPathVolumeSource
    """Optional source: a file or directory of the node that the pod runs on."""
    empty_dir: EmptyDirVolumeSource
    """Optional source: a directory that starts empty and goes with the pod."""
    pvc: PvcVolumeSource
    """Optional source: a claim template by name, or an existing PersistentVolumeClaim."""
    sub_path_expr: str
    """Optional. The same as `subPath`, in which `$(NAME)` stands for the value of a variable of the container, such as
    `$(K8S_POD_NAME)/data`.
    """
    mount_propagation: str
    """Optional. Whether what is mounted within the volume later on is seen on the other side: `HostToContainer` for what
    the node mounts, `Bidirectional` also for what the container does, which must be privileged; `None` when unset.
    """
    recursive_read_only: str
    """Optional. Whether `readOnly` holds for what is mounted within the volume too: `Enabled`, `IfPossible` where the
    node can, or `Disabled`. `Disabled` when unset.
    """
    def __init__(self, name: _Optional[str] = ..., mount_path: _Optional[str] = ..., read_only: bool = ..., sub_path: _Optional[str] = ..., config_map: _Optional[_Union[ConfigMapVolumeSource, _Mapping]] = ..., secret: _Optional[_Union[SecretVolumeSource, _Mapping]] = ..., host_path: _Optional[_Union[HostPathVolumeSource, _Mapping]] = ..., empty_dir: _Optional[_Union[EmptyDirVolumeSource, _Mapping]] = ..., pvc: _Optional[_Union[PvcVolumeSource, _Mapping]] = ..., sub_path_expr: _Optional[str] = ..., mount_propagation: _Optional[str] = ..., recursive_read_only: _Optional[str] = ...) -> None:
        """Puts a volume, or a part of one, at a path of the container.
        The volume is a claim template of the same name when no source is given, else the one source that is.

        :param name: Required. Name of the volume within the pod. Mounts that share a name share the volume.
        :param mount_path: Required. Absolute path in the container, such as `/var/lib/postgresql/data`.
        :param read_only: Optional. Whether the container may only read the volume.
        :param sub_path: Optional. Path within the volume to mount in place of its root; relative, without `..`.
        :param config_map: Optional source: the keys of a ConfigMap as files.
        :param secret: Optional source: the keys of an existing Secret as files.
        :param host_path: Optional source: a file or directory of the node that the pod runs on.
        :param empty_dir: Optional source: a directory that starts empty and goes with the pod.
        :param pvc: Optional source: a claim template by name, or an existing PersistentVolumeClaim.
        :param sub_path_expr: Optional. The same as `subPath`, in which `$(NAME)` stands for the value of a variable of the container, such as `$(K8S_POD_NAME)/data`.
        :param mount_propagation: Optional. Whether what is mounted within the volume later on is seen on the other side: `HostToContainer` for what the node mounts, `Bidirectional` also for what the container does, which must be privileged; `None` when unset.
        :param recursive_read_only: Optional. Whether `readOnly` holds for what is mounted within the volume too: `Enabled`, `IfPossible` where the node can, or `Disabled`. `Disabled` when unset.
        """

class VolumeDevice(_message.Message):
    """Shows a volume without a file system as a device of the container."""
    __slots__ = ("name", "device_path")
    NAME_FIELD_NUMBER: _ClassVar[int]
    DEVICE_PATH_FIELD_NUMBER: _ClassVar[int]
    name: str
    """Required. Name of the volume: one whose `volumeMode` is `Block`."""
    device_path: str
    """Required. Absolute path of the device in the container, such as `/dev/xvda`."""
    def __init__(self, name: _Optional[str] = ..., device_path: _Optional[str] = ...) -> None:
        """Shows a volume without a file system as a device of the container.

        :param name: Required. Name of the volume: one whose `volumeMode` is `Block`.
        :param device_path: Required. Absolute path of the device in the container, such as `/dev/xvda`.
        """

class ConfigMapVolumeSource(_message.Message):
    """The keys of a ConfigMap as files."""
    __slots__ = ("name", "key", "path", "default_mode")
    NAME_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    PATH_FIELD_NUMBER: _ClassVar[int]
    DEFAULT_MODE_FIELD_NUMBER: _ClassVar[int]
    name: str
    """Required. Name of the ConfigMap: a key of `spec.configMaps`, or one that exists in the namespace."""
    key: str
    """Optional. The one key to take; every key when unset."""
    path: str
    """Optional. Relative path of that key's file within the volume; the key itself when unset."""
    default_mode: int
    """Optional. Permission bits of the files, 0 to 511 (0777 in octal); 420 (0644) when unset or 0."""
    def __init__(self, name: _Optional[str] = ..., key: _Optional[str] = ..., path: _Optional[str] = ..., default_mode: _Optional[int] = ...) -> None:
        """The keys of a ConfigMap as files.

        :param name: Required. Name of the ConfigMap: a key of `spec.configMaps`, or one that exists in the namespace.
        :param key: Optional. The one key to take; every key when unset.
        :param path: Optional. Relative path of that key's file within the volume; the key itself when unset.
        :param default_mode: Optional. Permission bits of the files, 0 to 511 (0777 in octal); 420 (0644) when unset or 0.
        """

class SecretVolumeSource(_message.Message):
    """The keys of an existing Secret as files."""
    __slots__ = ("name", "key", "path", "default_mode")
    NAME_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    PATH_FIELD_NUMBER: _ClassVar[int]
    DEFAULT_MODE_FIELD_NUMBER: _ClassVar[int]
    name: str
    """Required. Name of the Secret in the namespace."""
    key: str
    """Optional. The one key to take; every key when unset."""
    path: str
    """Optional. Relative path of that key's file within the volume; the key itself when unset."""
    default_mode: int
    """Optional. Permission bits of the files, 0 to 511 (0777 in octal); 420 (0644) when unset or 0."""
    def __init__(self, name: _Optional[str] = ..., key: _Optional[str] = ..., path: _Optional[str] = ..., default_mode: _Optional[int] = ...) -> None:
        """The keys of an existing Secret as files.

        :param name: Required. Name of the Secret in the namespace.
        :param key: Optional. The one key to take; every key when unset.
        :param path: Optional. Relative path of that key's file within the volume; the key itself when unset.
        :param default_mode: Optional. Permission bits of the files, 0 to 511 (0777 in octal); 420 (0644) when unset or 0.
        """

class HostPathVolumeSource(_message.Message):
    """A file or directory of the node. What it holds differs from node to node and outlives the pod."""
    __slots__ = ("path", "type")
    PATH_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    path: str
    """Required. Absolute path on the node, without `..`."""
    type: str
    """Optional. What must be there: `DirectoryOrCreate`, `Directory`, `FileOrCreate`, `File`, `Socket`,
    `CharDevice` or `BlockDevice`; unchecked when unset.
    """
    def __init__(self, path: _Optional[str] = ..., type: _Optional[str] = ...) -> None:
        """A file or directory of the node. What it holds differs from node to node and outlives the pod.

        :param path: Required. Absolute path on the node, without `..`.
        :param type: Optional. What must be there: `DirectoryOrCreate`, `Directory`, `FileOrCreate`, `File`, `Socket`, `CharDevice` or `BlockDevice`; unchecked when unset.
        """

class EmptyDirVolumeSource(_message.Message):
    """A directory that starts empty and goes with the pod."""
    __slots__ = ("medium", "size_limit")
    MEDIUM_FIELD_NUMBER: _ClassVar[int]
    SIZE_LIMIT_FIELD_NUMBER: _ClassVar[int]
    medium: str
    """Optional. What holds the files: the node's disk when unset, its memory for `Memory`.
    The server takes any text; the kubelet knows huge pages besides, but only beside a request that this API cannot make.
    """
    size_limit: str
    """Optional. The most the directory may hold, as a Kubernetes quantity such as `500Mi`; unbounded when unset."""
    def __init__(self, medium: _Optional[str] = ..., size_limit: _Optional[str] = ...) -> None:
        """A directory that starts empty and goes with the pod.

        :param medium: Optional. What holds the files: the node's disk when unset, its memory for `Memory`. The server takes any text; the kubelet knows huge pages besides, but only beside a request that this API cannot make.
        :param size_limit: Optional. The most the directory may hold, as a Kubernetes quantity such as `500Mi`; unbounded when unset.
        """

class PvcVolumeSource(_message.Message):
    """A claim template by name, or an existing PersistentVolumeClaim."""
    __slots__ = ("claim_name", "read_only")
    CLAIM_NAME_FIELD_NUMBER: _ClassVar[int]
    READ_ONLY_FIELD_NUMBER: _ClassVar[int]
    claim_name: str
    """Required. Name of one of `spec.volumeClaimTemplates`, or of a PersistentVolumeClaim in the namespace,
    which all pods then share.
    """
    read_only: bool
    """Optional. Whether every mount of the volume is read-only."""
    def __init__(self, claim_name: _Optional[str] = ..., read_only: bool = ...) -> None:
        """A claim template by name, or an existing PersistentVolumeClaim.

        :param claim_name: Required. Name of one of `spec.volumeClaimTemplates`, or of a PersistentVolumeClaim in the namespace, which all pods then share.
        :param read_only: Optional. Whether every mount of the volume is read-only.
        """
