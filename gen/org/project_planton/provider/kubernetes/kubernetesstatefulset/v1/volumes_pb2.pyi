from buf.validate import validate_pb2 as _validate_pb2
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1 import claims_pb2 as _claims_pb2
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1 import references_pb2 as _references_pb2
from org.project_planton.provider.kubernetes import volume_mount_pb2 as _volume_mount_pb2
from org.project_planton.shared import rules_pb2 as _rules_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Volume(_message.Message):
    """A volume of the pods, which any of their containers mounts by its name."""
    __slots__ = ("name", "config_map", "secret", "empty_dir", "host_path", "persistent_volume_claim", "projected", "downward_api", "nfs", "csi", "ephemeral", "image")
    NAME_FIELD_NUMBER: _ClassVar[int]
    CONFIG_MAP_FIELD_NUMBER: _ClassVar[int]
    SECRET_FIELD_NUMBER: _ClassVar[int]
    EMPTY_DIR_FIELD_NUMBER: _ClassVar[int]
    HOST_PATH_FIELD_NUMBER: _ClassVar[int]
    PERSISTENT_VOLUME_CLAIM_FIELD_NUMBER: _ClassVar[int]
    PROJECTED_FIELD_NUMBER: _ClassVar[int]
    DOWNWARD_API_FIELD_NUMBER: _ClassVar[int]
    NFS_FIELD_NUMBER: _ClassVar[int]
    CSI_FIELD_NUMBER: _ClassVar[int]
    EPHEMERAL_FIELD_NUMBER: _ClassVar[int]
    IMAGE_FIELD_NUMBER: _ClassVar[int]
    name: str
    """Required. Name of the volume, unique among those of the pod and the claim templates."""
    config_map: ConfigMapVolume
    """The keys of a ConfigMap as files."""
    secret: SecretVolume
    """The keys of an existing Secret as files."""
    empty_dir: _volume_mount_pb2.EmptyDirVolumeSource
    """A directory that starts empty and goes with the pod."""
    host_path: _volume_mount_pb2.HostPathVolumeSource
    """A file or directory of the node that the pod runs on."""
    persistent_volume_claim: PersistentVolumeClaimVolume
    """An existing PersistentVolumeClaim, which all pods share; each gets its own from `spec.volumeClaimTemplates`."""
    projected: ProjectedVolume
    """Files of several sources in one directory."""
    downward_api: DownwardAPIVolume
    """What the pod says of itself, as files."""
    nfs: NFSVolume
    """A directory of an NFS server."""
    csi: CSIVolume
    """What a CSI driver provides for each pod, such as secrets of a vault."""
    ephemeral: EphemeralVolume
    """A claim of each pod's own that goes with the pod."""
    image: ImageVolume
    """The files of an image, read-only."""
    def __init__(self, name: _Optional[str] = ..., config_map: _Optional[_Union[ConfigMapVolume, _Mapping]] = ..., secret: _Optional[_Union[SecretVolume, _Mapping]] = ..., empty_dir: _Optional[_Union[_volume_mount_pb2.EmptyDirVolumeSource, _Mapping]] = ..., host_path: _Optional[_Union[_volume_mount_pb2.HostPathVolumeSource, _Mapping]] = ..., persistent_volume_claim: _Optional[_Union[PersistentVolumeClaimVolume, _Mapping]] = ..., projected: _Optional[_Union[ProjectedVolume, _Mapping]] = ..., downward_api: _Optional[_Union[DownwardAPIVolume, _Mapping]] = ..., nfs: _Optional[_Union[NFSVolume, _Mapping]] = ..., csi: _Optional[_Union[CSIVolume, _Mapping]] = ..., ephemeral: _Optional[_Union[EphemeralVolume, _Mapping]] = ..., image: _Optional[_Union[ImageVolume, _Mapping]] = ...) -> None:
        """A volume of the pods, which any of their containers mounts by its name.

        :param name: Required. Name of the volume, unique among those of the pod and the claim templates.
        :param config_map: The keys of a ConfigMap as files.
        :param secret: The keys of an existing Secret as files.
        :param empty_dir: A directory that starts empty and goes with the pod.
        :param host_path: A file or directory of the node that the pod runs on.
        :param persistent_volume_claim: An existing PersistentVolumeClaim, which all pods share; each gets its own from `spec.volumeClaimTemplates`.
        :param projected: Files of several sources in one directory.
        :param downward_api: What the pod says of itself, as files.
        :param nfs: A directory of an NFS server.
        :param csi: What a CSI driver provides for each pod, such as secrets of a vault.
        :param ephemeral: A claim of each pod's own that goes with the pod.
        :param image: The files of an image, read-only.
        """

class ConfigMapVolume(_message.Message):
    """The keys of a ConfigMap as files."""
    __slots__ = ("name", "items", "default_mode", "optional")
    NAME_FIELD_NUMBER: _ClassVar[int]
    ITEMS_FIELD_NUMBER: _ClassVar[int]
    DEFAULT_MODE_FIELD_NUMBER: _ClassVar[int]
    OPTIONAL_FIELD_NUMBER: _ClassVar[int]
    name: str
    """Required. Name of the ConfigMap: a key of `spec.configMaps`, or one that exists in the namespace."""
    items: _containers.RepeatedCompositeFieldContainer[KeyToPath]
    """Optional. The keys to take, each with the path of its file; every key, as a file of its name, when unset."""
    default_mode: int
    """Optional. Permission bits of the files, 0 to 511 (0777 in octal); 420 (0644) when unset."""
    optional: bool
    """Optional. Whether the pods start without the ConfigMap or one of the keys; they wait for it when unset."""
    def __init__(self, name: _Optional[str] = ..., items: _Optional[_Iterable[_Union[KeyToPath, _Mapping]]] = ..., default_mode: _Optional[int] = ..., optional: bool = ...) -> None:
        """The keys of a ConfigMap as files.

        :param name: Required. Name of the ConfigMap: a key of `spec.configMaps`, or one that exists in the namespace.
        :param items: Optional. The keys to take, each with the path of its file; every key, as a file of its name, when unset.
        :param default_mode: Optional. Permission bits of the files, 0 to 511 (0777 in octal); 420 (0644) when unset.
        :param optional: Optional. Whether the pods start without the ConfigMap or one of the keys; they wait for it when unset.
        """

class SecretVolume(_message.Message):
    """The keys of an existing Secret as files."""
    __slots__ = ("secret_name", "items", "default_mode", "optional")
    SECRET_NAME_FIELD_NUMBER: _ClassVar[int]
    ITEMS_FIELD_NUMBER: _ClassVar[int]
    DEFAULT_MODE_FIELD_NUMBER: _ClassVar[int]
    OPTIONAL_FIELD_NUMBER: _ClassVar[int]
    secret_name: str
    """Required. Name of the Secret in the namespace."""
    items: _containers.RepeatedCompositeFieldContainer[KeyToPath]
    """Optional. The keys to take, each with the path of its file; every key, as a file of its name, when unset."""
    default_mode: int
    """Optional. Permission bits of the files, 0 to 511 (0777 in octal); 420 (0644) when unset."""
    optional: bool
    """Optional. Whether the pods start without the Secret or one of the keys; they wait for it when unset."""
    def __init__(self, secret_name: _Optional[str] = ..., items: _Optional[_Iterable[_Union[KeyToPath, _Mapping]]] = ..., default_mode: _Optional[int] = ..., optional: bool = ...) -> None:
        """The keys of an existing Secret as files.

        :param secret_name: Required. Name of the Secret in the namespace.
        :param items: Optional. The keys to take, each with the path of its file; every key, as a file of its name, when unset.
        :param default_mode: Optional. Permission bits of the files, 0 to 511 (0777 in octal); 420 (0644) when unset.
        :param optional: Optional. Whether the pods start without the Secret or one of the keys; they wait for it when unset.
        """

class KeyToPath(_message.Message):
    """One key of a ConfigMap or a Secret, and its file."""
    __slots__ = ("key", "path", "mode")
    KEY_FIELD_NUMBER: _ClassVar[int]
    PATH_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    key: str
    """Required. The key."""
    path: str
    """Required. Relative path of its file within the volume."""
    mode: int
    """Optional. Permission bits of the file, 0 to 511 (0777 in octal); the volume's `defaultMode` when unset."""
    def __init__(self, key: _Optional[str] = ..., path: _Optional[str] = ..., mode: _Optional[int] = ...) -> None:
        """One key of a ConfigMap or a Secret, and its file.

        :param key: Required. The key.
        :param path: Required. Relative path of its file within the volume.
        :param mode: Optional. Permission bits of the file, 0 to 511 (0777 in octal); the volume's `defaultMode` when unset.
        """

class PersistentVolumeClaimVolume(_message.Message):
    """An existing PersistentVolumeClaim."""
    __slots__ = ("claim_name", "read_only")
    CLAIM_NAME_FIELD_NUMBER: _ClassVar[int]
    READ_ONLY_FIELD_NUMBER: _ClassVar[int]
    claim_name: str
    """Required. Name of the PersistentVolumeClaim in the namespace."""
    read_only: bool
    """Optional. Whether every mount of the volume is read-only; false when unset."""
    def __init__(self, claim_name: _Optional[str] = ..., read_only: bool = ...) -> None:
        """An existing PersistentVolumeClaim.

        :param claim_name: Required. Name of the PersistentVolumeClaim in the namespace.
        :param read_only: Optional. Whether every mount of the volume is read-only; false when unset.
        """

class ProjectedVolume(_message.Message):
    """Files of several sources in one directory."""
    __slots__ = ("sources", "default_mode")
    SOURCES_FIELD_NUMBER: _ClassVar[int]
    DEFAULT_MODE_FIELD_NUMBER: _ClassVar[int]
    sources: _containers.RepeatedCompositeFieldContainer[VolumeProjection]
    """Optional. The sources, in order."""
    default_mode: int
    """Optional. Permission bits of the files, 0 to 511 (0777 in octal); 420 (0644) when unset."""
    def __init__(self, sources: _Optional[_Iterable[_Union[VolumeProjection, _Mapping]]] = ..., default_mode: _Optional[int] = ...) -> None:
        """Files of several sources in one directory.

        :param sources: Optional. The sources, in order.
        :param default_mode: Optional. Permission bits of the files, 0 to 511 (0777 in octal); 420 (0644) when unset.
        """

class VolumeProjection(_message.Message):
    """One source of files."""
    __slots__ = ("config_map", "secret", "downward_api", "service_account_token")
    CONFIG_MAP_FIELD_NUMBER: _ClassVar[int]
    SECRET_FIELD_NUMBER: _ClassVar[int]
    DOWNWARD_API_FIELD_NUMBER: _ClassVar[int]
    SERVICE_ACCOUNT_TOKEN_FIELD_NUMBER: _ClassVar[int]
    config_map: ConfigMapProjection
    """The keys of a ConfigMap."""
    secret: SecretProjection
    """The keys of an existing Secret."""
    downward_api: DownwardAPIProjection
    """What the pod says of itself."""
    service_account_token: ServiceAccountTokenProjection
    """A token of the pods' ServiceAccount, which proves to others who they are."""
    def __init__(self, config_map: _Optional[_Union[ConfigMapProjection, _Mapping]] = ..., secret: _Optional[_Union[SecretProjection, _Mapping]] = ..., downward_api: _Optional[_Union[DownwardAPIProjection, _Mapping]] = ..., service_account_token: _Optional[_Union[ServiceAccountTokenProjection, _Mapping]] = ...) -> None:
        """One source of files.

        :param config_map: The keys of a ConfigMap.
        :param secret: The keys of an existing Secret.
        :param downward_api: What the pod says of itself.
        :param service_account_token: A token of the pods' ServiceAccount, which proves to others who they are.
        """

class ConfigMapProjection(_message.Message):
    """The keys of a ConfigMap."""
    __slots__ = ("name", "items", "optional")
    NAME_FIELD_NUMBER: _ClassVar[int]
    ITEMS_FIELD_NUMBER: _ClassVar[int]
    OPTIONAL_FIELD_NUMBER: _ClassVar[int]
    name: str
    """Required. Name of the ConfigMap: a key of `spec.configMaps`, or one that exists in the namespace."""
    items: _containers.RepeatedCompositeFieldContainer[KeyToPath]
    """Optional. The keys to take, each with the path of its file; every key, as a file of its name, when unset."""
    optional: bool
    """Optional. Whether the pods start without the ConfigMap or one of the keys; they wait for it when unset."""
    def __init__(self, name: _Optional[str] = ..., items: _Optional[_Iterable[_Union[KeyToPath, _Mapping]]] = ..., optional: bool = ...) -> None:
        """The keys of a ConfigMap.

        :param name: Required. Name of the ConfigMap: a key of `spec.configMaps`, or one that exists in the namespace.
        :param items: Optional. The keys to take, each with the path of its file; every key, as a file of its name, when unset.
        :param optional: Optional. Whether the pods start without the ConfigMap or one of the keys; they wait for it when unset.
        """

class SecretProjection(_message.Message):
    """The keys of an existing Secret."""
    __slots__ = ("name", "items", "optional")
    NAME_FIELD_NUMBER: _ClassVar[int]
    ITEMS_FIELD_NUMBER: _ClassVar[int]
    OPTIONAL_FIELD_NUMBER: _ClassVar[int]
    name: str
    """Required. Name of the Secret in the namespace."""
    items: _containers.RepeatedCompositeFieldContainer[KeyToPath]
    """Optional. The keys to take, each with the path of its file; every key, as a file of its name, when unset."""
    optional: bool
    """Optional. Whether the pods start without the Secret or one of the keys; they wait for it when unset."""
    def __init__(self, name: _Optional[str] = ..., items: _Optional[_Iterable[_Union[KeyToPath, _Mapping]]] = ..., optional: bool = ...) -> None:
        """The keys of an existing Secret.

        :param name: Required. Name of the Secret in the namespace.
        :param items: Optional. The keys to take, each with the path of its file; every key, as a file of its name, when unset.
        :param optional: Optional. Whether the pods start without the Secret or one of the keys; they wait for it when unset.
        """

class DownwardAPIProjection(_message.Message):
    """What the pod says of itself."""
    __slots__ = ("items",)
    ITEMS_FIELD_NUMBER: _ClassVar[int]
    items: _containers.RepeatedCompositeFieldContainer[DownwardAPIFile]
    """Optional. The files."""
    def __init__(self, items: _Optional[_Iterable[_Union[DownwardAPIFile, _Mapping]]] = ...) -> None:
        """What the pod says of itself.

        :param items: Optional. The files.
        """

class ServiceAccountTokenProjection(_message.Message):
    """A token of the pods' ServiceAccount, renewed before it expires."""
    __slots__ = ("audience", "expiration_seconds", "path")
    AUDIENCE_FIELD_NUMBER: _ClassVar[int]
    EXPIRATION_SECONDS_FIELD_NUMBER: _ClassVar[int]
    PATH_FIELD_NUMBER: _ClassVar[int]
    audience: str
    """Optional. Whom the token is for, such as `sts.amazonaws.com`; the API server when unset."""
    expiration_seconds: int
    """Optional. For how many seconds it is valid, from 600 to 4294967296; 3600 when unset."""
    path: str
    """Required. Relative path of its file within the volume, such as `token`."""
    def __init__(self, audience: _Optional[str] = ..., expiration_seconds: _Optional[int] = ..., path: _Optional[str] = ...) -> None:
        """A token of the pods' ServiceAccount, renewed before it expires.

        :param audience: Optional. Whom the token is for, such as `sts.amazonaws.com`; the API server when unset.
        :param expiration_seconds: Optional. For how many seconds it is valid, from 600 to 4294967296; 3600 when unset.
        :param path: Required. Relative path of its file within the volume, such as `token`.
        """

class DownwardAPIVolume(_message.Message):
    """What the pod says of itself, as files."""
    __slots__ = ("items", "default_mode")
    ITEMS_FIELD_NUMBER: _ClassVar[int]
    DEFAULT_MODE_FIELD_NUMBER: _ClassVar[int]
    items: _containers.RepeatedCompositeFieldContainer[DownwardAPIFile]
    """Optional. The files."""
    default_mode: int
    """Optional. Permission bits of the files, 0 to 511 (0777 in octal); 420 (0644) when unset."""
    def __init__(self, items: _Optional[_Iterable[_Union[DownwardAPIFile, _Mapping]]] = ..., default_mode: _Optional[int] = ...) -> None:
        """What the pod says of itself, as files.

        :param items: Optional. The files.
        :param default_mode: Optional. Permission bits of the files, 0 to 511 (0777 in octal); 420 (0644) when unset.
        """

class DownwardAPIFile(_message.Message):
    """A file that holds a field of the pod, or an amount of a container's."""
    __slots__ = ("path", "field_ref", "resource_field_ref", "mode")
    PATH_FIELD_NUMBER: _ClassVar[int]
    FIELD_REF_FIELD_NUMBER: _ClassVar[int]
    RESOURCE_FIELD_REF_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    path: str
    """Required. Relative path of the file within the volume."""
    field_ref: VolumeFieldSelector
    """A field of the pod."""
    resource_field_ref: VolumeResourceSelector
    """An amount that a container may use or is promised."""
    mode: int
    """Optional. Permission bits of the file, 0 to 511 (0777 in octal); the volume's `defaultMode` when unset."""
    def __init__(self, path: _Optional[str] = ..., field_ref: _Optional[_Union[VolumeFieldSelector, _Mapping]] = ..., resource_field_ref: _Optional[_Union[VolumeResourceSelector, _Mapping]] = ..., mode: _Optional[int] = ...) -> None:
        """A file that holds a field of the pod, or an amount of a container's.

        :param path: Required. Relative path of the file within the volume.
        :param field_ref: A field of the pod.
        :param resource_field_ref: An amount that a container may use or is promised.
        :param mode: Optional. Permission bits of the file, 0 to 511 (0777 in octal); the volume's `defaultMode` when unset.
        """

class VolumeFieldSelector(_message.Message):
    """A field of the pod that a file can hold."""
    __slots__ = ("api_version", "field_path")
    API_VERSION_FIELD_NUMBER: _ClassVar[int]
    FIELD_PATH_FIELD_NUMBER: _ClassVar[int]
    api_version: str
    """Optional. Version of the field's path; `v1` when unset."""
    field_path: str
    """Required. The field: `metadata.name`, `metadata.namespace`, `metadata.uid`, `metadata.labels`,
    `metadata.annotations`, or one of these by its key such as `metadata.labels['app']`.
    """
    def __init__(self, api_version: _Optional[str] = ..., field_path: _Optional[str] = ...) -> None:
        """A field of the pod that a file can hold.

        :param api_version: Optional. Version of the field's path; `v1` when unset.
        :param field_path: Required. The field: `metadata.name`, `metadata.namespace`, `metadata.uid`, `metadata.labels`, `metadata.annotations`, or one of these by its key such as `metadata.labels['app']`.
        """

class VolumeResourceSelector(_message.Message):
    """An amount of a container's that a file can hold."""
    __slots__ = ("container_name", "resource", "divisor")
    CONTAINER_NAME_FIELD_NUMBER: _ClassVar[int]
    RESOURCE_FIELD_NUMBER: _ClassVar[int]
    DIVISOR_FIELD_NUMBER: _ClassVar[int]
    container_name: str
    """Required. Name of the container; the application's own is `app`."""
    resource: str
    """Required. Which amount: `limits.` or `requests.` and a resource, such as `limits.memory`."""
    divisor: str
    """Optional. What one of the number in the file stands for, such as `1Mi`; `1` when unset."""
    def __init__(self, container_name: _Optional[str] = ..., resource: _Optional[str] = ..., divisor: _Optional[str] = ...) -> None:
        """An amount of a container's that a file can hold.

        :param container_name: Required. Name of the container; the application's own is `app`.
        :param resource: Required. Which amount: `limits.` or `requests.` and a resource, such as `limits.memory`.
        :param divisor: Optional. What one of the number in the file stands for, such as `1Mi`; `1` when unset.
        """

class NFSVolume(_message.Message):
    """A directory of an NFS server."""
    __slots__ = ("server", "path", "read_only")
    SERVER_FIELD_NUMBER: _ClassVar[int]
    PATH_FIELD_NUMBER: _ClassVar[int]
    READ_ONLY_FIELD_NUMBER: _ClassVar[int]
    server: str
    """Required. Host name or IP address of the server."""
    path: str
    """Required. Absolute path that the server exports."""
    read_only: bool
    """Optional. Whether every mount of the volume is read-only; false when unset."""
    def __init__(self, server: _Optional[str] = ..., path: _Optional[str] = ..., read_only: bool = ...) -> None:
        """A directory of an NFS server.

        :param server: Required. Host name or IP address of the server.
        :param path: Required. Absolute path that the server exports.
        :param read_only: Optional. Whether every mount of the volume is read-only; false when unset.
        """

class CSIVolume(_message.Message):
    """What a CSI driver provides for each pod."""
    __slots__ = ("driver", "read_only", "fs_type", "volume_attributes", "node_publish_secret_ref")
    class VolumeAttributesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    DRIVER_FIELD_NUMBER: _ClassVar[int]
    READ_ONLY_FIELD_NUMBER: _ClassVar[int]
    FS_TYPE_FIELD_NUMBER: _ClassVar[int]
    VOLUME_ATTRIBUTES_FIELD_NUMBER: _ClassVar[int]
    NODE_PUBLISH_SECRET_REF_FIELD_NUMBER: _ClassVar[int]
    driver: str
    """Required. Name of the driver, such as `secrets-store.csi.k8s.io`."""
    read_only: bool
    """Optional. Whether every mount of the volume is read-only; false when unset."""
    fs_type: str
    """Optional. File system of the volume, such as `ext4`; as the driver chooses when unset."""
    volume_attributes: _containers.ScalarMap[str, str]
    """Optional. What else the driver asks for, such as `secretProviderClass`."""
    node_publish_secret_ref: _references_pb2.LocalObjectReference
    """Optional. Secret that the driver needs to provide the volume."""
    def __init__(self, driver: _Optional[str] = ..., read_only: bool = ..., fs_type: _Optional[str] = ..., volume_attributes: _Optional[_Mapping[str, str]] = ..., node_publish_secret_ref: _Optional[_Union[_references_pb2.LocalObjectReference, _Mapping]] = ...) -> None:
        """What a CSI driver provides for each pod.

        :param driver: Required. Name of the driver, such as `secrets-store.csi.k8s.io`.
        :param read_only: Optional. Whether every mount of the volume is read-only; false when unset.
        :param fs_type: Optional. File system of the volume, such as `ext4`; as the driver chooses when unset.
        :param volume_attributes: Optional. What else the driver asks for, such as `secretProviderClass`.
        :param node_publish_secret_ref: Optional. Secret that the driver needs to provide the volume.
        """

class EphemeralVolume(_message.Message):
    """A claim of each pod's own that goes with the pod."""
    __slots__ = ("volume_claim_template",)
    VOLUME_CLAIM_TEMPLATE_FIELD_NUMBER: _ClassVar[int]
    volume_claim_template: _claims_pb2.PersistentVolumeClaimTemplate
    """Required. What each pod claims; the claim is called `<pod>-<volume>`."""
    def __init__(self, volume_claim_template: _Optional[_Union[_claims_pb2.PersistentVolumeClaimTemplate, _Mapping]] = ...) -> None:
        """A claim of each pod's own that goes with the pod.

        :param volume_claim_template: Required. What each pod claims; the claim is called `<pod>-<volume>`.
        """

class ImageVolume(_message.Message):
    """The files of an image, read-only."""
    __slots__ = ("reference", "pull_policy")
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    PULL_POLICY_FIELD_NUMBER: _ClassVar[int]
    reference: str
    """Required. Image reference such as `ghcr.io/acme/models:1.4`."""
    pull_policy: str
    """Optional. When it is pulled: `Always`, `IfNotPresent` or `Never`; `Always` for the tag `latest` and
    `IfNotPresent` for others when unset.
    """
    def __init__(self, reference: _Optional[str] = ..., pull_policy: _Optional[str] = ...) -> None:
        """The files of an image, read-only.

        :param reference: Required. Image reference such as `ghcr.io/acme/models:1.4`.
        :param pull_policy: Optional. When it is pulled: `Always`, `IfNotPresent` or `Never`; `Always` for the tag `latest` and `IfNotPresent` for others when unset.
        """
