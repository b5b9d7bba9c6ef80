from buf.validate import validate_pb2 as _validate_pb2
from org.project_planton.provider.kubernetes import container_security_pb2 as _container_security_pb2
from org.project_planton.provider.kubernetes import env_pb2 as _env_pb2
from org.project_planton.provider.kubernetes import lifecycle_pb2 as _lifecycle_pb2
from org.project_planton.provider.kubernetes import probe_pb2 as _probe_pb2
from org.project_planton.provider.kubernetes import volume_mount_pb2 as _volume_mount_pb2
from org.project_planton.shared.options import options_pb2 as _options_pb2
from org.project_planton.shared import rules_pb2 as _rules_pb2
from org.project_planton.shared import shapes_pb2 as _shapes_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Container(_message.Message):
    """A container beside the application's own, in the same pod: a sidecar or an init container."""
    __slots__ = ("name", "image", "ports", "resources", "env", "working_dir", "image_pull_policy", "env_from", "volume_devices", "lifecycle", "security_context", "termination_message_path", "termination_message_policy", "stdin", "stdin_once", "tty", "restart_policy", "command", "args", "volume_mounts", "liveness_probe", "readiness_probe", "startup_probe")
    NAME_FIELD_NUMBER: _ClassVar[int]
    IMAGE_FIELD_NUMBER: _ClassVar[int]
    PORTS_FIELD_NUMBER: _ClassVar[int]
    RESOURCES_FIELD_NUMBER: _ClassVar[int]
    ENV_FIELD_NUMBER: _ClassVar[int]
    WORKING_DIR_FIELD_NUMBER: _ClassVar[int]
    IMAGE_PULL_POLICY_FIELD_NUMBER: _ClassVar[int]
    ENV_FROM_FIELD_NUMBER: _ClassVar[int]
    VOLUME_DEVICES_FIELD_NUMBER: _ClassVar[int]
    LIFECYCLE_FIELD_NUMBER: _ClassVar[int]
    SECURITY_CONTEXT_FIELD_NUMBER: _ClassVar[int]
    TERMINATION_MESSAGE_PATH_FIELD_NUMBER: _ClassVar[int]
    TERMINATION_MESSAGE_POLICY_FIELD_NUMBER: _ClassVar[int]
    STDIN_FIELD_NUMBER: _ClassVar[int]
    STDIN_ONCE_FIELD_NUMBER: _ClassVar[int]
    TTY_FIELD_NUMBER: _ClassVar[int]
    RESTART_POLICY_FIELD_NUMBER: _ClassVar[int]
    COMMAND_FIELD_NUMBER: _ClassVar[int]
    ARGS_FIELD_NUMBER: _ClassVar[int]
    VOLUME_MOUNTS_FIELD_NUMBER: _ClassVar[int]
    LIVENESS_PROBE_FIELD_NUMBER: _ClassVar[int]
    READINESS_PROBE_FIELD_NUMBER: _ClassVar[int]
    STARTUP_PROBE_FIELD_NUMBER: _ClassVar[int]
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
    working_dir: str
    """Optional. Folder in which the program starts; the image's own when unset."""
    image_pull_policy: str
    """Optional. When the node asks the registry for the image: `Always` at every start, `IfNotPresent` only when it has none,
    or `Never`. `Always` for the tag `latest` and for none when unset, else `IfNotPresent`.
    """
    env_from: _containers.RepeatedCompositeFieldContainer[_env_pb2.EnvFromSource]
    """Optional. ConfigMaps and Secrets of which every key becomes a variable."""
    volume_devices: _containers.RepeatedCompositeFieldContainer[_volume_mount_pb2.VolumeDevice]
    """Optional. Volumes without a file system, and which devices of the container they are."""
    lifecycle: _lifecycle_pb2.Lifecycle
    """Optional. What is done when the container has started, and before it is stopped."""
    security_context: _container_security_pb2.SecurityContext
    """Optional. As whom the processes run, and what they may do; before what the pod says."""
    termination_message_path: str
    """Optional. File in which the program leaves its last words, which the pod's status then tells; `/dev/termination-log`
    when unset.
    """
    termination_message_policy: str
    """Optional. Where the last words are looked for: `File` only there, `FallbackToLogsOnError` at the end of the log where a
    program fails without any. `File` when unset.
    """
    stdin: bool
    """Optional. Whether the program's standard input is kept open, so that somebody can attach to it."""
    stdin_once: bool
    """Optional. Whether standard input ends when the first who attached to it leaves; for `stdin` alone."""
    tty: bool
    """Optional. Whether the program runs in a terminal; it asks for `stdin`."""
    restart_policy: str
    """Optional. In an init container, `Always` lets it run beside the others from its turn on: then it may have probes and
    `lifecycle`, and what comes next waits until it has started. When unset it must end before what comes next starts.
    """
    command: _containers.RepeatedScalarFieldContainer[str]
    """Optional. Program to run in place of the image's entrypoint, and its first arguments."""
    args: _containers.RepeatedScalarFieldContainer[str]
    """Optional. Arguments in place of the image's own."""
    volume_mounts: _containers.RepeatedCompositeFieldContainer[_volume_mount_pb2.VolumeMount]
    """Optional. Where volumes appear in the container: those of `spec.pod.volumes`, those of `spec.volumeClaimTemplates`,
    and those that a mount of the application says itself. They are named here, without a source.
    """
    liveness_probe: _probe_pb2.Probe
    """Optional. When it fails, the container is restarted."""
    readiness_probe: _probe_pb2.Probe
    """Optional. While it fails, the pod is not ready."""
    startup_probe: _probe_pb2.Probe
    """Optional. Until it has succeeded once, the other two probes wait; when it fails, the container is restarted."""
    def __init__(self, name: _Optional[str] = ..., image: _Optional[str] = ..., ports: _Optional[_Iterable[_Union[ContainerPort, _Mapping]]] = ..., resources: _Optional[_Union[ContainerResources, _Mapping]] = ..., env: _Optional[_Iterable[_Union[ContainerEnvVar, _Mapping]]] = ..., working_dir: _Optional[str] = ..., image_pull_policy: _Optional[str] = ..., env_from: _Optional[_Iterable[_Union[_env_pb2.EnvFromSource, _Mapping]]] = ..., volume_devices: _Optional[_Iterable[_Union[_volume_mount_pb2.VolumeDevice, _Mapping]]] = ..., lifecycle: _Optional[_Union[_lifecycle_pb2.Lifecycle, _Mapping]] = ..., security_context: _Optional[_Union[_container_security_pb2.SecurityContext, _Mapping]] = ..., termination_message_path: _Optional[str] = ..., termination_message_policy: _Optional[str] = ..., stdin: bool = ..., stdin_once: bool = ..., tty: bool = ..., restart_policy: _Optional[str] = ..., command: _Optional[_Iterable[str]] = ..., args: _Optional[_Iterable[str]] = ..., volume_mounts: _Optional[_Iterable[_Union[_volume_mount_pb2.VolumeMount, _Mapping]]] = ..., liveness_probe: _Optional[_Union[_probe_pb2.Probe, _Mapping]] = ..., readiness_probe: _Optional[_Union[_probe_pb2.Probe, _Mapping]] = ..., startup_probe: _Optional[_Union[_probe_pb2.Probe, _Mapping]] = ...) -> None:
        """A container beside the application's own, in the same pod: a sidecar or an init container.

        :param name: Required. Name of the container, unique within the pod; `app` is the application's own.
        :param image: Required. Image reference such as `fluent/fluent-bit:3.1`.
        :param ports: Optional. Ports the container listens on; reachable at the pod's address, on no Service.
        :param resources: Optional. CPU and memory; the cluster's own defaults when unset.
        :param env: Optional. Environment variables, in order: a later one may refer to an earlier one as `$(NAME)`. `K8S_POD_ID` and `K8S_POD_NAME` (the pod's name), `K8S_POD_NAMESPACE` and `K8S_POD_IP` come before them, unless they are set here.
        :param working_dir: Optional. Folder in which the program starts; the image's own when unset.
        :param image_pull_policy: Optional. When the node asks the registry for the image: `Always` at every start, `IfNotPresent` only when it has none, or `Never`. `Always` for the tag `latest` and for none when unset, else `IfNotPresent`.
        :param env_from: Optional. ConfigMaps and Secrets of which every key becomes a variable.
        :param volume_devices: Optional. Volumes without a file system, and which devices of the container they are.
        :param lifecycle: Optional. What is done when the container has started, and before it is stopped.
        :param security_context: Optional. As whom the processes run, and what they may do; before what the pod says.
        :param termination_message_path: Optional. File in which the program leaves its last words, which the pod's status then tells; `/dev/termination-log` when unset.
        :param termination_message_policy: Optional. Where the last words are looked for: `File` only there, `FallbackToLogsOnError` at the end of the log where a program fails without any. `File` when unset.
        :param stdin: Optional. Whether the program's standard input is kept open, so that somebody can attach to it.
        :param stdin_once: Optional. Whether standard input ends when the first who attached to it leaves; for `stdin` alone.
        :param tty: Optional. Whether the program runs in a terminal; it asks for `stdin`.
        :param restart_policy: Optional. In an init container, `Always` lets it run beside the others from its turn on: then it may have probes and `lifecycle`, and what comes next waits until it has started. When unset it must end before what comes next starts.
        :param command: Optional. Program to run in place of the image's entrypoint, and its first arguments.
        :param args: Optional. Arguments in place of the image's own.
        :param volume_mounts: Optional. Where volumes appear in the container: those of `spec.pod.volumes`, those of `spec.volumeClaimTemplates`, and those that a mount of the application says itself. They are named here, without a source.
        :param liveness_probe: Optional. When it fails, the container is restarted.
        :param readiness_probe: Optional. While it fails, the pod is not ready.
        :param startup_probe: Optional. Until it has succeeded once, the other two probes wait; when it fails, the container is restarted.
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
    """One environment variable, with its value or with the place where it stands."""
    __slots__ = ("name", "value", "value_from")
    NAME_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    VALUE_FROM_FIELD_NUMBER: _ClassVar[int]
    name: str
    """Required. Name of the variable."""
    value: str
    """Optional. Value of the variable; empty when neither this nor `value_from` is set."""
    value_from: _env_pb2.EnvVarSource
    """Optional. Where the value stands. Not beside `value`."""
    def __init__(self, name: _Optional[str] = ..., value: _Optional[str] = ..., value_from: _Optional[_Union[_env_pb2.EnvVarSource, _Mapping]] = ...) -> None:
        """One environment variable, with its value or with the place where it stands.

        :param name: Required. Name of the variable.
        :param value: Optional. Value of the variable; empty when neither this nor `value_from` is set.
        :param value_from: Optional. Where the value stands. Not beside `value`.
        """

class ContainerPort(_message.Message):
    """One port that a container listens on."""
    __slots__ = ("name", "container_port", "protocol", "host_port", "host_ip")
    NAME_FIELD_NUMBER: _ClassVar[int]
    CONTAINER_PORT_FIELD_NUMBER: _ClassVar[int]
    PROTOCOL_FIELD_NUMBER: _ClassVar[int]
    HOST_PORT_FIELD_NUMBER: _ClassVar[int]
    HOST_IP_FIELD_NUMBER: _ClassVar[int]
    name: str
    """Optional. Name of the port, unique within the container."""
    container_port: int
    """Required. Number of the port, 1 to 65535."""
    protocol: str
    """Optional. Transport protocol, `TCP`, `UDP` or `SCTP`; `TCP` when unset."""
    host_port: int
    """Optional. Number of the node's port that leads to this one, 1 to 65535; none when unset."""
    host_ip: str
    """Optional. Address of the node at which that port is; every one of its addresses when unset."""
    def __init__(self, name: _Optional[str] = ..., container_port: _Optional[int] = ..., protocol: _Optional[str] = ..., host_port: _Optional[int] = ..., host_ip: _Optional[str] = ...) -> None:
        """One port that a container listens on.

        :param name: Optional. Name of the port, unique within the container.
        :param container_port: Required. Number of the port, 1 to 65535.
        :param protocol: Optional. Transport protocol, `TCP`, `UDP` or `SCTP`; `TCP` when unset.
        :param host_port: Optional. Number of the node's port that leads to this one, 1 to 65535; none when unset.
        :param host_ip: Optional. Address of the node at which that port is; every one of its addresses when unset.
        """

class CpuMemory(_message.Message):
    """An amount of CPU and an amount of memory."""
    __slots__ = ("cpu", "memory", "others")
    class OthersEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    CPU_FIELD_NUMBER: _ClassVar[int]
    MEMORY_FIELD_NUMBER: _ClassVar[int]
    OTHERS_FIELD_NUMBER: _ClassVar[int]
    cpu: str
    """Optional. CPU as a Kubernetes quantity: `500m` is half a core, `2` is two cores. No amount when unset."""
    memory: str
    """Optional. Memory in bytes as a Kubernetes quantity, such as `512Mi` or `1.5Gi`. No amount when unset."""
    others: _containers.ScalarMap[str, str]
    """Optional. Amounts of other resources by name: of `ephemeral-storage` in bytes, of huge pages such as `hugepages-2Mi` in
    bytes that make whole pages, and of what a device plugin offers, such as `nvidia.com/gpu`, in whole numbers. In a
    manifest they stand beside `cpu` and `memory`.
    """
    def __init__(self, cpu: _Optional[str] = ..., memory: _Optional[str] = ..., others: _Optional[_Mapping[str, str]] = ...) -> None:
        """An amount of CPU and an amount of memory.

        :param cpu: Optional. CPU as a Kubernetes quantity: `500m` is half a core, `2` is two cores. No amount when unset.
        :param memory: Optional. Memory in bytes as a Kubernetes quantity, such as `512Mi` or `1.5Gi`. No amount when unset.
        :param others: Optional. Amounts of other resources by name: of `ephemeral-storage` in bytes, of huge pages such as `hugepages-2Mi` in bytes that make whole pages, and of what a device plugin offers, such as `nvidia.com/gpu`, in whole numbers. In a manifest they stand beside `cpu` and `memory`.
        """

class ContainerImage(_message.Message):
    """Which image a container runs."""
    __slots__ = ("repo", "tag", "pull_secret_name", "reference")
    REPO_FIELD_NUMBER: _ClassVar[int]
    TAG_FIELD_NUMBER: _ClassVar[int]
    PULL_SECRET_NAME_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    repo: str
    """Required without `reference`. Where the image is kept, without tag or digest, such as `postgres` or `ghcr.io/acme/ledger`."""
    tag: str
    """Required without `reference`. Tag such as `16.4`, digest such as `sha256:0123...`, or both as `16.4@sha256:0123...`."""
    pull_secret_name: str
    """Optional. Name of an existing Secret in the namespace, of type `kubernetes.io/dockerconfigjson`, to pull the image with."""
    reference: str
    """Optional. The whole reference, in place of `repo` and `tag`: `vault:1.7.1`, or without a tag, `vault`. In a manifest,
    text in the image's place stands for it.
    """
    def __init__(self, repo: _Optional[str] = ..., tag: _Optional[str] = ..., pull_secret_name: _Optional[str] = ..., reference: _Optional[str] = ...) -> None:
        """Which image a container runs.

        :param repo: Required without `reference`. Where the image is kept, without tag or digest, such as `postgres` or `ghcr.io/acme/ledger`.
        :param tag: Required without `reference`. Tag such as `16.4`, digest such as `sha256:0123...`, or both as `16.4@sha256:0123...`.
        :param pull_secret_name: Optional. Name of an existing Secret in the namespace, of type `kubernetes.io/dockerconfigjson`, to pull the image with.
        :param reference: Optional. The whole reference, in place of `repo` and `tag`: `vault:1.7.1`, or without a tag, `vault`. In a manifest, text in the image's place stands for it.
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
