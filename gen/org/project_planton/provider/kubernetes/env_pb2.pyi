from buf.validate import validate_pb2 as _validate_pb2
from org.project_planton.shared import rules_pb2 as _rules_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class EnvVarSource(_message.Message):
    """Where the value of an environment variable stands."""
    __slots__ = ("field_ref", "resource_field_ref", "config_map_key_ref", "secret_key_ref", "file_key_ref")
    FIELD_REF_FIELD_NUMBER: _ClassVar[int]
    RESOURCE_FIELD_REF_FIELD_NUMBER: _ClassVar[int]
    CONFIG_MAP_KEY_REF_FIELD_NUMBER: _ClassVar[int]
    SECRET_KEY_REF_FIELD_NUMBER: _ClassVar[int]
    FILE_KEY_REF_FIELD_NUMBER: _ClassVar[int]
    field_ref: EnvFieldSelector
    """A field of the pod, such as its address."""
    resource_field_ref: EnvResourceSelector
    """What a container of the pod may use, or is promised."""
    config_map_key_ref: ConfigMapKeySelector
    """A key of a ConfigMap."""
    secret_key_ref: SecretKeySelector
    """A key of an existing Secret."""
    file_key_ref: FileKeySelector
    """A variable of a file that an init container has written. Needs Kubernetes 1.34, and there a feature gate."""
    def __init__(self, field_ref: _Optional[_Union[EnvFieldSelector, _Mapping]] = ..., resource_field_ref: _Optional[_Union[EnvResourceSelector, _Mapping]] = ..., config_map_key_ref: _Optional[_Union[ConfigMapKeySelector, _Mapping]] = ..., secret_key_ref: _Optional[_Union[SecretKeySelector, _Mapping]] = ..., file_key_ref: _Optional[_Union[FileKeySelector, _Mapping]] = ...) -> None:
        """Where the value of an environment variable stands.

        :param field_ref: A field of the pod, such as its address.
        :param resource_field_ref: What a container of the pod may use, or is promised.
        :param config_map_key_ref: A key of a ConfigMap.
        :param secret_key_ref: A key of an existing Secret.
        :param file_key_ref: A variable of a file that an init container has written. Needs Kubernetes 1.34, and there a feature gate.
        """

class EnvFieldSelector(_message.Message):
    """A field of the pod."""
    __slots__ = ("api_version", "field_path")
    API_VERSION_FIELD_NUMBER: _ClassVar[int]
    FIELD_PATH_FIELD_NUMBER: _ClassVar[int]
    api_version: str
    """Optional. Version of the pod that the path is of; `v1` when unset, and there is no other."""
    field_path: str
    """Required. Path of the field: `metadata.name`, `metadata.namespace`, `metadata.uid`, `metadata.labels['<KEY>']`,
    `metadata.annotations['<KEY>']`, `spec.nodeName`, `spec.serviceAccountName`, `status.hostIP`, `status.hostIPs`,
    `status.podIP` or `status.podIPs`.
    """
    def __init__(self, api_version: _Optional[str] = ..., field_path: _Optional[str] = ...) -> None:
        """A field of the pod.

        :param api_version: Optional. Version of the pod that the path is of; `v1` when unset, and there is no other.
        :param field_path: Required. Path of the field: `metadata.name`, `metadata.namespace`, `metadata.uid`, `metadata.labels['<KEY>']`, `metadata.annotations['<KEY>']`, `spec.nodeName`, `spec.serviceAccountName`, `status.hostIP`, `status.hostIPs`, `status.podIP` or `status.podIPs`.
        """

class EnvResourceSelector(_message.Message):
    """What a container of the pod may use (`limits`), or is promised (`requests`)."""
    __slots__ = ("container_name", "resource", "divisor")
    CONTAINER_NAME_FIELD_NUMBER: _ClassVar[int]
    RESOURCE_FIELD_NUMBER: _ClassVar[int]
    DIVISOR_FIELD_NUMBER: _ClassVar[int]
    container_name: str
    """Optional. Name of the container; the one that has the variable when unset."""
    resource: str
    """Required. The amount: `limits.` or `requests.` and `cpu`, `memory`, `ephemeral-storage`, or huge pages of a size such as
    `hugepages-2Mi`.
    """
    divisor: str
    """Optional. What the amount is counted in, rounded up: `1m` gives thousandths of a core, `1Mi` mebibytes.
    Whole cores and bytes when unset.
    """
    def __init__(self, container_name: _Optional[str] = ..., resource: _Optional[str] = ..., divisor: _Optional[str] = ...) -> None:
        """What a container of the pod may use (`limits`), or is promised (`requests`).

        :param container_name: Optional. Name of the container; the one that has the variable when unset.
        :param resource: Required. The amount: `limits.` or `requests.` and `cpu`, `memory`, `ephemeral-storage`, or huge pages of a size such as `hugepages-2Mi`.
        :param divisor: Optional. What the amount is counted in, rounded up: `1m` gives thousandths of a core, `1Mi` mebibytes. Whole cores and bytes when unset.
        """

class ConfigMapKeySelector(_message.Message):
    """One key of a ConfigMap."""
    __slots__ = ("name", "key", "optional")
    NAME_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    OPTIONAL_FIELD_NUMBER: _ClassVar[int]
    name: str
    """Required. Name of the ConfigMap: a key of `spec.configMaps`, or one that exists in the namespace."""
    key: str
    """Required. Key within the ConfigMap's data."""
    optional: bool
    """Optional. Whether the container also starts without it, and then without the variable; it waits when unset."""
    def __init__(self, name: _Optional[str] = ..., key: _Optional[str] = ..., optional: bool = ...) -> None:
        """One key of a ConfigMap.

        :param name: Required. Name of the ConfigMap: a key of `spec.configMaps`, or one that exists in the namespace.
        :param key: Required. Key within the ConfigMap's data.
        :param optional: Optional. Whether the container also starts without it, and then without the variable; it waits when unset.
        """

class SecretKeySelector(_message.Message):
    """One key of an existing Secret."""
    __slots__ = ("name", "key", "optional")
    NAME_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    OPTIONAL_FIELD_NUMBER: _ClassVar[int]
    name: str
    """Required. Name of the Secret in the namespace."""
    key: str
    """Required. Key within the Secret's data."""
    optional: bool
    """Optional. Whether the container also starts without it, and then without the variable; it waits when unset."""
    def __init__(self, name: _Optional[str] = ..., key: _Optional[str] = ..., optional: bool = ...) -> None:
        """One key of an existing Secret.

        :param name: Required. Name of the Secret in the namespace.
        :param key: Required. Key within the Secret's data.
        :param optional: Optional. Whether the container also starts without it, and then without the variable; it waits when unset.
        """

class FileKeySelector(_message.Message):
    """One variable of a file in a volume, which has lines such as `LEVEL='debug'`."""
    __slots__ = ("volume_name", "path", "key", "optional")
    VOLUME_NAME_FIELD_NUMBER: _ClassVar[int]
    PATH_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    OPTIONAL_FIELD_NUMBER: _ClassVar[int]
    volume_name: str
    """Required. Name of the volume, a directory that starts empty; the container need not mount it."""
    path: str
    """Required. Path of the file within the volume, relative and without `..`."""
    key: str
    """Required. Name of the variable within the file."""
    optional: bool
    """Optional. Whether the container also starts without it, and then without the variable; it fails when unset."""
    def __init__(self, volume_name: _Optional[str] = ..., path: _Optional[str] = ..., key: _Optional[str] = ..., optional: bool = ...) -> None:
        """One variable of a file in a volume, which has lines such as `LEVEL='debug'`.

        :param volume_name: Required. Name of the volume, a directory that starts empty; the container need not mount it.
        :param path: Required. Path of the file within the volume, relative and without `..`.
        :param key: Required. Name of the variable within the file.
        :param optional: Optional. Whether the container also starts without it, and then without the variable; it fails when unset.
        """

class EnvFromSource(_message.Message):
    """Keys that become environment variables, all of one ConfigMap or Secret. A variable of the container's own wins over one
    of the same name from here, and the later of two sources over the earlier.
    """
    __slots__ = ("prefix", "config_map_ref", "secret_ref")
    PREFIX_FIELD_NUMBER: _ClassVar[int]
    CONFIG_MAP_REF_FIELD_NUMBER: _ClassVar[int]
    SECRET_REF_FIELD_NUMBER: _ClassVar[int]
    prefix: str
    """Optional. What the variables' names begin with, before each key."""
    config_map_ref: ConfigMapEnvSource
    """A ConfigMap."""
    secret_ref: SecretEnvSource
    """An existing Secret."""
    def __init__(self, prefix: _Optional[str] = ..., config_map_ref: _Optional[_Union[ConfigMapEnvSource, _Mapping]] = ..., secret_ref: _Optional[_Union[SecretEnvSource, _Mapping]] = ...) -> None:
        """Keys that become environment variables, all of one ConfigMap or Secret. A variable of the container's own wins over one
        of the same name from here, and the later of two sources over the earlier.

        :param prefix: Optional. What the variables' names begin with, before each key.
        :param config_map_ref: A ConfigMap.
        :param secret_ref: An existing Secret.
        """

class ConfigMapEnvSource(_message.Message):
    """The keys of a ConfigMap."""
    __slots__ = ("name", "optional")
    NAME_FIELD_NUMBER: _ClassVar[int]
    OPTIONAL_FIELD_NUMBER: _ClassVar[int]
    name: str
    """Required. Name of the ConfigMap: a key of `spec.configMaps`, or one that exists in the namespace."""
    optional: bool
    """Optional. Whether the container also starts without it; it waits when unset."""
    def __init__(self, name: _Optional[str] = ..., optional: bool = ...) -> None:
        """The keys of a ConfigMap.

        :param name: Required. Name of the ConfigMap: a key of `spec.configMaps`, or one that exists in the namespace.
        :param optional: Optional. Whether the container also starts without it; it waits when unset.
        """

class SecretEnvSource(_message.Message):
    """The keys of an existing Secret."""
    __slots__ = ("name", "optional")
    NAME_FIELD_NUMBER: _ClassVar[int]
    OPTIONAL_FIELD_NUMBER: _ClassVar[int]
    name: str
    """Required. Name of the Secret in the namespace."""
    optional: bool
    """Optional. Whether the container also starts without it; it waits when unset."""
    def __init__(self, name: _Optional[str] = ..., optional: bool = ...) -> None:
        """The keys of an existing Secret.

        :param name: Required. Name of the Secret in the namespace.
        :param optional: Optional. Whether the container also starts without it; it waits when unset.
        """
