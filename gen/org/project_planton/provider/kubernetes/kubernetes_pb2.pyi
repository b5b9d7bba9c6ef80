from buf.validate import validate_pb2 as _validate_pb2
from org.project_planton.provider.kubernetes import volume_mount_pb2 as _volume_mount_pb2
from org.project_planton.shared.options import options_pb2 as _options_pb2
from org.project_planton.shared import rules_pb2 as _rules_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Container(_message.Message):
    """A container that runs beside the application's own, in the same pod."""
    __slots__ = ("name", "image", "ports", "resources", "env", "volume_devices", "volume_mounts")
    NAME_FIELD_NUMBER: _ClassVar[int]
    IMAGE_FIELD_NUMBER: _ClassVar[int]
    PORTS_FIELD_NUMBER: _ClassVar[int]
    RESOURCES_FIELD_NUMBER: _ClassVar[int]
    ENV_FIELD_NUMBER: _ClassVar[int]
    VOLUME_DEVICES_FIELD_NUMBER: _ClassVar[int]
    VOLUME_MOUNTS_FIELD_NUMBER: _ClassVar[int]
    name: str
    """Required. Name of the container, unique within the pod; `app` is the application's own."""
    image: str
    """Required. Image reference such as `fluent/fluent-bit:3.1`."""
    ports: _containers.RepeatedCompositeFieldContainer[ContainerPort]
    """Optional. Ports the container listens on; reachable at the pod's address, on no Service."""
    resources: ContainerResources
    """Optional. CPU and memory; the cluster's own defaults when unset."""
    env: _containers.RepeatedCompositeFieldContainer[ContainerEnvVar]
    """Optional. Environment variables, in order: a later one may refer to an earlier one as `$(NAME)`. `K8S_POD_ID` and
    `K8S_POD_NAME` (the pod's name), `K8S_POD_NAMESPACE` and `K8S_POD_IP` come before them, unless they are set here.
    """
    volume_devices: _containers.RepeatedCompositeFieldContainer[_volume_mount_pb2.VolumeDevice]
    """Optional. Volumes without a file system, and which devices of the container they are."""
    volume_mounts: _containers.RepeatedCompositeFieldContainer[_volume_mount_pb2.VolumeMount]
    """Optional. Where volumes appear in the container: those of `spec.pod.volumes`, those of `spec.volumeClaimTemplates`,
    and those that a mount of the application says itself. They are named here, without a source.
    """
    def __init__(self, name: _Optional[str] = ..., image: _Optional[str] = ..., ports: _Optional[_Iterable[_Union[ContainerPort, _Mapping]]] = ..., resources: _Optional[_Union[ContainerResources, _Mapping]] = ..., env: _Optional[_Iterable[_Union[ContainerEnvVar, _Mapping]]] = ..., volume_devices: _Optional[_Iterable[_Union[_volume_mount_pb2.VolumeDevice, _Mapping]]] = ..., volume_mounts: _Optional[_Iterable[_Union[_volume_mount_pb2.VolumeMount, _Mapping]]] = ...) -> None:
        """A container that runs beside the application's own, in the same pod.

        :param name: Required. Name of the container, unique within the pod; `app` is the application's own.
        :param image: Required. Image reference such as `fluent/fluent-bit:3.1`.
        :param ports: Optional. Ports the container listens on; reachable at the pod's address, on no Service.
        :param resources: Optional. CPU and memory; the cluster's own defaults when unset.
        :param env: Optional. Environment variables, in order: a later one may refer to an earlier one as `$(NAME)`. `K8S_POD_ID` and `K8S_POD_NAME` (the pod's name), `K8S_POD_NAMESPACE` and `K8S_POD_IP` come before them, unless they are set here.
        :param volume_devices: Optional. Volumes without a file system, and which devices of the container they are.
        :param volume_mounts: Optional. Where volumes appear in the container: those of `spec.pod.volumes`, those of `spec.volumeClaimTemplates`, and those that a mount of the application says itself. They are named here, without a source.
        """

class ContainerResources(_message.Message):
    """How much CPU and memory a container may use and is promised."""
    __slots__ = ("limits", "requests")
    LIMITS_FIELD_NUMBER: _ClassVar[int]
    REQUESTS_FIELD_NUMBER: _ClassVar[int]
    limits: CpuMemory
    """Optional. The most the container may use: beyond its memory it is killed, beyond its CPU it is slowed down."""
    requests: CpuMemory
    """Optional. What the scheduler sets aside for the container; never more than the limit of the same resource."""
    def __init__(self, limits: _Optional[_Union[CpuMemory, _Mapping]] = ..., requests: _Optional[_Union[CpuMemory, _Mapping]] = ...) -> None:
        """How much CPU and memory a container may use and is promised.

        :param limits: Optional. The most the container may use: beyond its memory it is killed, beyond its CPU it is slowed down.
        :param requests: Optional. What the scheduler sets aside for the container; never more than the limit of the same resource.
        """

class ContainerEnvVar(_message.Message):
    """One environment variable with its value written down."""
    __slots__ = ("name", "value")
    NAME_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    name: str
    """Required. Name of the variable."""
    value: str
    """Optional. Value of the variable; empty when unset."""
    def __init__(self, name: _Optional[str] = ..., value: _Optional[str] = ...) -> None:
        """One environment variable with its value written down.

        :param name: Required. Name of the variable.
        :param value: Optional. Value of the variable; empty when unset.
        """

class ContainerPort(_message.Message):
    """One port that a container listens on."""
    __slots__ = ("name", "container_port", "protocol")
    NAME_FIELD_NUMBER: _ClassVar[int]
    CONTAINER_PORT_FIELD_NUMBER: _ClassVar[int]
    PROTOCOL_FIELD_NUMBER: _ClassVar[int]
    name: str
    """Optional. Name of the port, unique within the container."""
    container_port: int
    """Required. Number of the port, 1 to 65535."""
    protocol: str
    """Optional. Transport protocol, `TCP`, `UDP` or `SCTP`; `TCP` when unset."""
    def __init__(self, name: _Optional[str] = ..., container_port: _Optional[int] = ..., protocol: _Optional[str] = ...) -> None:
        """One port that a container listens on.

        :param name: Optional. Name of the port, unique within the container.
        :param container_port: Required. Number of the port, 1 to 65535.
        :param protocol: Optional. Transport protocol, `TCP`, `UDP` or `SCTP`; `TCP` when unset.
        """

class CpuMemory(_message.Message):
    """An amount of CPU and an amount of memory."""
    __slots__ = ("cpu", "memory")
    CPU_FIELD_NUMBER: _ClassVar[int]
    MEMORY_FIELD_NUMBER: _ClassVar[int]
    cpu: str
    """Optional. CPU as a Kubernetes quantity: `500m` is half a core, `2` is two cores. No amount when unset."""
    memory: str
    """Optional. Memory in bytes as a Kubernetes quantity, such as `512Mi` or `1.5Gi`. No amount when unset."""
    def __init__(self, cpu: _Optional[str] = ..., memory: _Optional[str] = ...) -> None:
        """An amount of CPU and an amount of memory.

        :param cpu: Optional. CPU as a Kubernetes quantity: `500m` is half a core, `2` is two cores. No amount when unset.
        :param memory: Optional. Memory in bytes as a Kubernetes quantity, such as `512Mi` or `1.5Gi`. No amount when unset.
        """

class ContainerImage(_message.Message):
    """Which image a container runs."""
    __slots__ = ("repo", "tag", "pull_secret_name")
    REPO_FIELD_NUMBER: _ClassVar[int]
    TAG_FIELD_NUMBER: _ClassVar[int]
    PULL_SECRET_NAME_FIELD_NUMBER: _ClassVar[int]
    repo: str
    """Required. Where the image is kept, without tag or digest, such as `postgres` or `ghcr.io/acme/ledger`."""
    tag: str
    """Required. Tag such as `16.4`, digest such as `sha256:0123...`, or both as `16.4@sha256:0123...`."""
    pull_secret_name: str
    """Optional. Name of an existing Secret in the namespace, of type `kubernetes.io/dockerconfigjson`, to pull the image with."""
    def __init__(self, repo: _Optional[str] = ..., tag: _Optional[str] = ..., pull_secret_name: _Optional[str] = ...) -> None:
        """Which image a container runs.

        :param repo: Required. Where the image is kept, without tag or digest, such as `postgres` or `ghcr.io/acme/ledger`.
        :param tag: Required. Tag such as `16.4`, digest such as `sha256:0123...`, or both as `16.4@sha256:0123...`.
        :param pull_secret_name: Optional. Name of an existing Secret in the namespace, of type `kubernetes.io/dockerconfigjson`, to pull the image with.
        """

class KubernetesSecretKey(_message.Message):
    """One key of an existing Secret."""
    __slots__ = ("name", "key")
    NAME_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    name: str
    """Required. Name of the Secret."""
    key: str
    """Required. Key within the Secret's data."""
    def __init__(self, name: _Optional[str] = ..., key: _Optional[str] = ...) -> None:
        """One key of an existing Secret.

        :param name: Required. Name of the Secret.
        :param key: Required. Key within the Secret's data.
        """
