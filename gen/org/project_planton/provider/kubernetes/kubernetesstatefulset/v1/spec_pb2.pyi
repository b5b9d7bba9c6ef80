from buf.validate import validate_pb2 as _validate_pb2
from org.project_planton.provider.kubernetes import container_security_pb2 as _container_security_pb2
from org.project_planton.provider.kubernetes import env_pb2 as _env_pb2
from org.project_planton.provider.kubernetes import kubernetes_pb2 as _kubernetes_pb2
from org.project_planton.provider.kubernetes import kubernetes_secret_pb2 as _kubernetes_secret_pb2
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1 import config_files_pb2 as _config_files_pb2
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1 import ingress_pb2 as _ingress_pb2
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1 import network_policy_pb2 as _network_policy_pb2
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1 import patches_pb2 as _patches_pb2
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1 import pod_pb2 as _pod_pb2
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1 import references_pb2 as _references_pb2
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1 import rollout_pb2 as _rollout_pb2
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1 import selector_pb2 as _selector_pb2
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1 import selectors_pb2 as _selectors_pb2
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1 import service_pb2 as _service_pb2
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1 import service_account_pb2 as _service_account_pb2
from org.project_planton.provider.kubernetes import lifecycle_pb2 as _lifecycle_pb2
from org.project_planton.provider.kubernetes import options_pb2 as _options_pb2
from org.project_planton.provider.kubernetes import probe_pb2 as _probe_pb2
from org.project_planton.provider.kubernetes import target_cluster_pb2 as _target_cluster_pb2
from org.project_planton.provider.kubernetes import volume_mount_pb2 as _volume_mount_pb2
from org.project_planton.shared.foreignkey.v1 import foreign_key_pb2 as _foreign_key_pb2
from org.project_planton.shared.options import options_pb2 as _options_pb2_1
from org.project_planton.shared import rules_pb2 as _rules_pb2
from org.project_planton.shared import shapes_pb2 as _shapes_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class KubernetesStatefulSetSpec(_message.Message):
    """What is wanted of a stateful application."""
    __slots__ = ("target_cluster", "namespace", "create_namespace", "container", "ingress", "availability", "volume_claim_templates", "pod_management_policy", "config_maps", "update_strategy", "min_ready_seconds", "revision_history_limit", "ordinals", "persistent_volume_claim_retention_policy", "pod", "service_name", "selector", "plain", "service", "headless_service", "services", "pod_services", "network_policy", "service_account", "config_files", "patches")
    class ConfigMapsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    class ConfigFilesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: _config_files_pb2.KubernetesStatefulSetConfigFiles
        def __init__(self, key: _Optional[str] = ..., value: _Optional[_Union[_config_files_pb2.KubernetesStatefulSetConfigFiles, _Mapping]] = ...) -> None: ...
    TARGET_CLUSTER_FIELD_NUMBER: _ClassVar[int]
    NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    CREATE_NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    CONTAINER_FIELD_NUMBER: _ClassVar[int]
    INGRESS_FIELD_NUMBER: _ClassVar[int]
    AVAILABILITY_FIELD_NUMBER: _ClassVar[int]
    VOLUME_CLAIM_TEMPLATES_FIELD_NUMBER: _ClassVar[int]
    POD_MANAGEMENT_POLICY_FIELD_NUMBER: _ClassVar[int]
    CONFIG_MAPS_FIELD_NUMBER: _ClassVar[int]
    UPDATE_STRATEGY_FIELD_NUMBER: _ClassVar[int]
    MIN_READY_SECONDS_FIELD_NUMBER: _ClassVar[int]
    REVISION_HISTORY_LIMIT_FIELD_NUMBER: _ClassVar[int]
    ORDINALS_FIELD_NUMBER: _ClassVar[int]
    PERSISTENT_VOLUME_CLAIM_RETENTION_POLICY_FIELD_NUMBER: _ClassVar[int]
    POD_FIELD_NUMBER: _ClassVar[int]
    SERVICE_NAME_FIELD_NUMBER: _ClassVar[int]
    SELECTOR_FIELD_NUMBER: _ClassVar[int]
    PLAIN_FIELD_NUMBER: _ClassVar[int]
    SERVICE_FIELD_NUMBER: _ClassVar[int]
    HEADLESS_SERVICE_FIELD_NUMBER: _ClassVar[int]
    SERVICES_FIELD_NUMBER: _ClassVar[int]
    POD_SERVICES_FIELD_NUMBER: _ClassVar[int]
    NETWORK_POLICY_FIELD_NUMBER: _ClassVar[int]
    SERVICE_ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    CONFIG_FILES_FIELD_NUMBER: _ClassVar[int]
    PATCHES_FIELD_NUMBER: _ClassVar[int]
    target_cluster: _target_cluster_pb2.KubernetesClusterSelector
    """Optional. The cluster to deploy to; it chooses where the objects go and changes none of them."""
    namespace: _foreign_key_pb2.StringValueOrRef
    """Required. Namespace of every object but the ingress's own; a name, or a reference to a KubernetesNamespace."""
    create_namespace: bool
    """Optional. Whether to render the Namespace too; when false it must exist already."""
    container: KubernetesStatefulSetContainer
    """Required. The containers of each pod."""
    ingress: KubernetesStatefulSetIngress
    """Optional. Access from outside the cluster over HTTPS; none when unset."""
    availability: KubernetesStatefulSetAvailability
    """Optional. How many pods there are, and how many must stay up; one pod when unset."""
    volume_claim_templates: _containers.RepeatedCompositeFieldContainer[KubernetesStatefulSetVolumeClaimTemplate]
    """Optional. Storage of each pod's own. A claim outlives its pod, and outlives scaling down."""
    pod_management_policy: str
    """Optional. `OrderedReady` starts pods one after another and stops them in reverse, each when the one before is
    ready; `Parallel` starts and stops them all at once. Cannot be changed later.
    """
    config_maps: _containers.ScalarMap[str, str]
    """Optional. ConfigMaps to render: name to content. The content stands under a key of the same name,
    and a volume mount names the ConfigMap to get it as a file. For several files, a manifest has a mapping of their names
    to their texts in the place of the content; see `config_files`.
    """
    update_strategy: _rollout_pb2.KubernetesStatefulSetUpdateStrategy
    """Optional. How a change reaches the pods that run; one after another, from the last down, when unset."""
    min_ready_seconds: int
    """Optional. For how many seconds a pod must be ready before it counts as available, and the next one is replaced.
    0 when unset.
    """
    revision_history_limit: int
    """Optional. How many old revisions are kept to go back to; 10 when unset."""
    ordinals: _rollout_pb2.KubernetesStatefulSetOrdinals
    """Optional. How the pods are numbered; from 0 when unset."""
    persistent_volume_claim_retention_policy: _rollout_pb2.KubernetesStatefulSetClaimRetentionPolicy
    """Optional. What becomes of the claims when pods or the StatefulSet go; they stay when unset."""
    pod: _pod_pb2.KubernetesStatefulSetPod
    """Optional. What a pod has, beside its containers."""
    service_name: str
    """Optional. Name of the Service that names the pods, which is what `spec.headlessService` renders; that of the
    application with `-headless` behind it when neither says. Cannot be changed later.
    """
    selector: _selector_pb2.KubernetesStatefulSetSelector
    """Optional. By which labels the StatefulSet, its Services and its disruption budget find the pods, which have them
    then; by `app`, the name of the application, when unset. Cannot be changed later.
    """
    plain: bool
    """Optional. Whether nothing in any object comes from elsewhere than the manifest: no labels, annotations and variables
    of the renderer's, no ServiceAccount but one of `service_account`, and no default, so that Kubernetes' own hold. Thus
    what runs is adopted as it is. The renderer still gives names where the manifest has none.
    """
    service: _service_pb2.KubernetesStatefulSetService
    """Optional. The Service for clients; rendered unless it says otherwise, where there are ports."""
    headless_service: _service_pb2.KubernetesStatefulSetService
    """Optional. The headless Service, which gives each pod a host name of its own; rendered unless it says otherwise."""
    services: _containers.RepeatedCompositeFieldContainer[_service_pb2.KubernetesStatefulSetService]
    """Optional. More Services for clients, such as one for those who write and one for those who read."""
    pod_services: _service_pb2.KubernetesStatefulSetService
    """Optional. A Service for each pod, for clients who must reach a certain one, such as a broker, from outside; none
    when unset.
    """
    network_policy: _network_policy_pb2.KubernetesStatefulSetNetworkPolicy
    """Optional. Who may reach the pods, and whom they may reach; everybody when unset."""
    service_account: _service_account_pb2.KubernetesStatefulSetServiceAccount
    """Optional. The account that the pods run as, and what it may do. When unset, one of their own that may do
    nothing; under `plain`, that of the namespace.
    """
    config_files: _containers.MessageMap[str, _config_files_pb2.KubernetesStatefulSetConfigFiles]
    """Optional. ConfigMaps of several files to render, by name. In a manifest they stand among `config_maps`."""
    patches: _containers.RepeatedCompositeFieldContainer[_patches_pb2.KubernetesStatefulSetPatch]
    """Optional. Changes to the objects after they are rendered, in order, for what no other field of this API says."""
    def __init__(self, target_cluster: _Optional[_Union[_target_cluster_pb2.KubernetesClusterSelector, _Mapping]] = ..., namespace: _Optional[_Union[_foreign_key_pb2.StringValueOrRef, _Mapping]] = ..., create_namespace: bool = ..., container: _Optional[_Union[KubernetesStatefulSetContainer, _Mapping]] = ..., ingress: _Optional[_Union[KubernetesStatefulSetIngress, _Mapping]] = ..., availability: _Optional[_Union[KubernetesStatefulSetAvailability, _Mapping]] = ..., volume_claim_templates: _Optional[_Iterable[_Union[KubernetesStatefulSetVolumeClaimTemplate, _Mapping]]] = ..., pod_management_policy: _Optional[str] = ..., config_maps: _Optional[_Mapping[str, str]] = ..., update_strategy: _Optional[_Union[_rollout_pb2.KubernetesStatefulSetUpdateStrategy, _Mapping]] = ..., min_ready_seconds: _Optional[int] = ..., revision_history_limit: _Optional[int] = ..., ordinals: _Optional[_Union[_rollout_pb2.KubernetesStatefulSetOrdinals, _Mapping]] = ..., persistent_volume_claim_retention_policy: _Optional[_Union[_rollout_pb2.KubernetesStatefulSetClaimRetentionPolicy, _Mapping]] = ..., pod: _Optional[_Union[_pod_pb2.KubernetesStatefulSetPod, _Mapping]] = ..., service_name: _Optional[str] = ..., selector: _Optional[_Union[_selector_pb2.KubernetesStatefulSetSelector, _Mapping]] = ..., plain: bool = ..., service: _Optional[_Union[_service_pb2.KubernetesStatefulSetService, _Mapping]] = ..., headless_service: _Optional[_Union[_service_pb2.KubernetesStatefulSetService, _Mapping]] = ..., services: _Optional[_Iterable[_Union[_service_pb2.KubernetesStatefulSetService, _Mapping]]] = ..., pod_services: _Optional[_Union[_service_pb2.KubernetesStatefulSetService, _Mapping]] = ..., network_policy: _Optional[_Union[_network_policy_pb2.KubernetesStatefulSetNetworkPolicy, _Mapping]] = ..., service_account: _Optional[_Union[_service_account_pb2.KubernetesStatefulSetServiceAccount, _Mapping]] = ..., config_files: _Optional[_Mapping[str, _config_files_pb2.KubernetesStatefulSetConfigFiles]] = ..., patches: _Optional[_Iterable[_Union[_patches_pb2.KubernetesStatefulSetPatch, _Mapping]]] = ...) -> None:
        """What is wanted of a stateful application.

        :param target_cluster: Optional. The cluster to deploy to; it chooses where the objects go and changes none of them.
        :param namespace: Required. Namespace of every object but the ingress's own; a name, or a reference to a KubernetesNamespace.
        :param create_namespace: Optional. Whether to render the Namespace too; when false it must exist already.
        :param container: Required. The containers of each pod.
        :param ingress: Optional. Access from outside the cluster over HTTPS; none when unset.
        :param availability: Optional. How many pods there are, and how many must stay up; one pod when unset.
        :param volume_claim_templates: Optional. Storage of each pod's own. A claim outlives its pod, and outlives scaling down.
        :param pod_management_policy: Optional. `OrderedReady` starts pods one after another and stops them in reverse, each when the one before is ready; `Parallel` starts and stops them all at once. Cannot be changed later.
        :param config_maps: Optional. ConfigMaps to render: name to content. The content stands under a key of the same name, and a volume mount names the ConfigMap to get it as a file. For several files, a manifest has a mapping of their names to their texts in the place of the content; see `config_files`.
        :param update_strategy: Optional. How a change reaches the pods that run; one after another, from the last down, when unset.
        :param min_ready_seconds: Optional. For how many seconds a pod must be ready before it counts as available, and the next one is replaced. 0 when unset.
        :param revision_history_limit: Optional. How many old revisions are kept to go back to; 10 when unset.
        :param ordinals: Optional. How the pods are numbered; from 0 when unset.
        :param persistent_volume_claim_retention_policy: Optional. What becomes of the claims when pods or the StatefulSet go; they stay when unset.
        :param pod: Optional. What a pod has, beside its containers.
        :param service_name: Optional. Name of the Service that names the pods, which is what `spec.headlessService` renders; that of the application with `-headless` behind it when neither says. Cannot be changed later.
        :param selector: Optional. By which labels the StatefulSet, its Services and its disruption budget find the pods, which have them then; by `app`, the name of the application, when unset. Cannot be changed later.
        :param plain: Optional. Whether nothing in any object comes from elsewhere than the manifest: no labels, annotations and variables of the renderer's, no ServiceAccount but one of `service_account`, and no default, so that Kubernetes' own hold. Thus what runs is adopted as it is. The renderer still gives names where the manifest has none.
        :param service: Optional. The Service for clients; rendered unless it says otherwise, where there are ports.
        :param headless_service: Optional. The headless Service, which gives each pod a host name of its own; rendered unless it says otherwise.
        :param services: Optional. More Services for clients, such as one for those who write and one for those who read.
        :param pod_services: Optional. A Service for each pod, for clients who must reach a certain one, such as a broker, from outside; none when unset.
        :param network_policy: Optional. Who may reach the pods, and whom they may reach; everybody when unset.
        :param service_account: Optional. The account that the pods run as, and what it may do. When unset, one of their own that may do nothing; under `plain`, that of the namespace.
        :param config_files: Optional. ConfigMaps of several files to render, by name. In a manifest they stand among `config_maps`.
        :param patches: Optional. Changes to the objects after they are rendered, in order, for what no other field of this API says.
        """

class KubernetesStatefulSetContainer(_message.Message):
    """The containers of each pod."""
    __slots__ = ("app", "sidecars", "init_containers", "order")
    APP_FIELD_NUMBER: _ClassVar[int]
    SIDECARS_FIELD_NUMBER: _ClassVar[int]
    INIT_CONTAINERS_FIELD_NUMBER: _ClassVar[int]
    ORDER_FIELD_NUMBER: _ClassVar[int]
    app: KubernetesStatefulSetContainerApp
    """Required. The application's own container, called `app` unless it has another name."""
    sidecars: _containers.RepeatedCompositeFieldContainer[_kubernetes_pb2.Container]
    """Optional. Containers that run beside it, in order."""
    init_containers: _containers.RepeatedCompositeFieldContainer[_kubernetes_pb2.Container]
    """Optional. Containers that run before all others, one after another in this order, each when the one before has ended,
    or under `restartPolicy: Always` has started.
    """
    order: _containers.RepeatedScalarFieldContainer[str]
    """Optional. The order of the application's container and the sidecars, by their names; the application is the first when
    unset.
    """
    def __init__(self, app: _Optional[_Union[KubernetesStatefulSetContainerApp, _Mapping]] = ..., sidecars: _Optional[_Iterable[_Union[_kubernetes_pb2.Container, _Mapping]]] = ..., init_containers: _Optional[_Iterable[_Union[_kubernetes_pb2.Container, _Mapping]]] = ..., order: _Optional[_Iterable[str]] = ...) -> None:
        """The containers of each pod.

        :param app: Required. The application's own container, called `app` unless it has another name.
        :param sidecars: Optional. Containers that run beside it, in order.
        :param init_containers: Optional. Containers that run before all others, one after another in this order, each when the one before has ended, or under `restartPolicy: Always` has started.
        :param order: Optional. The order of the application's container and the sidecars, by their names; the application is the first when unset.
        """

class KubernetesStatefulSetContainerApp(_message.Message):
    """The application's own container."""
    __slots__ = ("image", "resources", "env", "ports", "volume_mounts", "liveness_probe", "readiness_probe", "startup_probe", "command", "args", "working_dir", "image_pull_policy", "env_from", "volume_devices", "lifecycle", "security_context", "termination_message_path", "termination_message_policy", "stdin", "stdin_once", "tty", "container_ports", "name")
    IMAGE_FIELD_NUMBER: _ClassVar[int]
    RESOURCES_FIELD_NUMBER: _ClassVar[int]
    ENV_FIELD_NUMBER: _ClassVar[int]
    PORTS_FIELD_NUMBER: _ClassVar[int]
    VOLUME_MOUNTS_FIELD_NUMBER: _ClassVar[int]
    LIVENESS_PROBE_FIELD_NUMBER: _ClassVar[int]
    READINESS_PROBE_FIELD_NUMBER: _ClassVar[int]
    STARTUP_PROBE_FIELD_NUMBER: _ClassVar[int]
    COMMAND_FIELD_NUMBER: _ClassVar[int]
    ARGS_FIELD_NUMBER: _ClassVar[int]
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
    CONTAINER_PORTS_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    image: _kubernetes_pb2.ContainerImage
    """Required. The image to run."""
    resources: _kubernetes_pb2.ContainerResources
    """Optional. CPU and memory; limits of 1000m and 1Gi and requests of 50m and 100Mi when unset."""
    env: KubernetesStatefulSetContainerAppEnv
    """Optional. Environment variables, plain and secret."""
    ports: _containers.RepeatedCompositeFieldContainer[KubernetesStatefulSetContainerAppPort]
    """Optional. Ports the application listens on; they also become ports of its Services."""
    volume_mounts: _containers.RepeatedCompositeFieldContainer[_volume_mount_pb2.VolumeMount]
    """Optional. Volumes and where they appear in the container."""
    liveness_probe: _probe_pb2.Probe
    """Optional. When it fails, the container is restarted."""
    readiness_probe: _probe_pb2.Probe
    """Optional. While it fails, the client Service sends the pod no traffic; under `OrderedReady` the next pod waits."""
    startup_probe: _probe_pb2.Probe
    """Optional. Until it has succeeded once, the other two probes wait; when it fails, the container is restarted."""
    command: _containers.RepeatedScalarFieldContainer[str]
    """Optional. Program to run in place of the image's entrypoint, and its first arguments."""
    args: _containers.RepeatedScalarFieldContainer[str]
    """Optional. Arguments in place of the image's own."""
    working_dir: str
    """Optional. Folder in which the program starts; the image's own when unset."""
    image_pull_policy: str
    """Optional. When the node asks the registry for the image: `Always` at every start, `IfNotPresent` only when it has none,
    or `Never`. `Always` for the tag `latest` and for none when unset, else `IfNotPresent`.
    """
    env_from: _containers.RepeatedCompositeFieldContainer[_env_pb2.EnvFromSource]
    """Optional. ConfigMaps and Secrets of which every key becomes an environment variable."""
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
    container_ports: _containers.RepeatedCompositeFieldContainer[_kubernetes_pb2.ContainerPort]
    """Optional. Ports that stand on no Service, some perhaps on the node; they need no name."""
    name: str
    """Optional. Name of the container; `app` when unset."""
    def __init__(self, image: _Optional[_Union[_kubernetes_pb2.ContainerImage, _Mapping]] = ..., resources: _Optional[_Union[_kubernetes_pb2.ContainerResources, _Mapping]] = ..., env: _Optional[_Union[KubernetesStatefulSetContainerAppEnv, _Mapping]] = ..., ports: _Optional[_Iterable[_Union[KubernetesStatefulSetContainerAppPort, _Mapping]]] = ..., volume_mounts: _Optional[_Iterable[_Union[_volume_mount_pb2.VolumeMount, _Mapping]]] = ..., liveness_probe: _Optional[_Union[_probe_pb2.Probe, _Mapping]] = ..., readiness_probe: _Optional[_Union[_probe_pb2.Probe, _Mapping]] = ..., startup_probe: _Optional[_Union[_probe_pb2.Probe, _Mapping]] = ..., command: _Optional[_Iterable[str]] = ..., args: _Optional[_Iterable[str]] = ..., working_dir: _Optional[str] = ..., image_pull_policy: _Optional[str] = ..., env_from: _Optional[_Iterable[_Union[_env_pb2.EnvFromSource, _Mapping]]] = ..., volume_devices: _Optional[_Iterable[_Union[_volume_mount_pb2.VolumeDevice, _Mapping]]] = ..., lifecycle: _Optional[_Union[_lifecycle_pb2.Lifecycle, _Mapping]] = ..., security_context: _Optional[_Union[_container_security_pb2.SecurityContext, _Mapping]] = ..., termination_message_path: _Optional[str] = ..., termination_message_policy: _Optional[str] = ..., stdin: bool = ..., stdin_once: bool = ..., tty: bool = ..., container_ports: _Optional[_Iterable[_Union[_kubernetes_pb2.ContainerPort, _Mapping]]] = ..., name: _Optional[str] = ...) -> None:
        """The application's own container.

        :param image: Required. The image to run.
        :param resources: Optional. CPU and memory; limits of 1000m and 1Gi and requests of 50m and 100Mi when unset.
        :param env: Optional. Environment variables, plain and secret.
        :param ports: Optional. Ports the application listens on; they also become ports of its Services.
        :param volume_mounts: Optional. Volumes and where they appear in the container.
        :param liveness_probe: Optional. When it fails, the container is restarted.
        :param readiness_probe: Optional. While it fails, the client Service sends the pod no traffic; under `OrderedReady` the next pod waits.
        :param startup_probe: Optional. Until it has succeeded once, the other two probes wait; when it fails, the container is restarted.
        :param command: Optional. Program to run in place of the image's entrypoint, and its first arguments.
        :param args: Optional. Arguments in place of the image's own.
        :param working_dir: Optional. Folder in which the program starts; the image's own when unset.
        :param image_pull_policy: Optional. When the node asks the registry for the image: `Always` at every start, `IfNotPresent` only when it has none, or `Never`. `Always` for the tag `latest` and for none when unset, else `IfNotPresent`.
        :param env_from: Optional. ConfigMaps and Secrets of which every key becomes an environment variable.
        :param volume_devices: Optional. Volumes without a file system, and which devices of the container they are.
        :param lifecycle: Optional. What is done when the container has started, and before it is stopped.
        :param security_context: Optional. As whom the processes run, and what they may do; before what the pod says.
        :param termination_message_path: Optional. File in which the program leaves its last words, which the pod's status then tells; `/dev/termination-log` when unset.
        :param termination_message_policy: Optional. Where the last words are looked for: `File` only there, `FallbackToLogsOnError` at the end of the log where a program fails without any. `File` when unset.
        :param stdin: Optional. Whether the program's standard input is kept open, so that somebody can attach to it.
        :param stdin_once: Optional. Whether standard input ends when the first who attached to it leaves; for `stdin` alone.
        :param tty: Optional. Whether the program runs in a terminal; it asks for `stdin`.
        :param container_ports: Optional. Ports that stand on no Service, some perhaps on the node; they need no name.
        :param name: Optional. Name of the container; `app` when unset.
        """

class KubernetesStatefulSetContainerAppEnv(_message.Message):
    """Environment variables of the application's container: two maps, whose order is worked out, and after them a list in
    Kubernetes' own form, which a manifest may also write in the place of all: `env: [{name: LEVEL, value: debug}]`.
    A name stands in one of the three.
    `$(NAME)` in a plain value, the command or the arguments stands for the value of another variable, plain or secret;
    `$$(NAME)` is the text itself. `K8S_POD_ID` and `K8S_POD_NAME` (the pod's name), `K8S_POD_NAMESPACE` and `K8S_POD_IP`
    are there, unless they are set here.
    """
    __slots__ = ("variables", "secrets", "entries")
    class VariablesEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: _foreign_key_pb2.StringValueOrRef
        def __init__(self, key: _Optional[str] = ..., value: _Optional[_Union[_foreign_key_pb2.StringValueOrRef, _Mapping]] = ...) -> None: ...
    class SecretsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: _kubernetes_secret_pb2.KubernetesSensitiveValue
        def __init__(self, key: _Optional[str] = ..., value: _Optional[_Union[_kubernetes_secret_pb2.KubernetesSensitiveValue, _Mapping]] = ...) -> None: ...
    VARIABLES_FIELD_NUMBER: _ClassVar[int]
    SECRETS_FIELD_NUMBER: _ClassVar[int]
    ENTRIES_FIELD_NUMBER: _ClassVar[int]
    variables: _containers.MessageMap[str, _foreign_key_pb2.StringValueOrRef]
    """Optional. Variables by name; a value may be a reference to a field of another resource."""
    secrets: _containers.MessageMap[str, _kubernetes_secret_pb2.KubernetesSensitiveValue]
    """Optional. Secret variables by name; a value may be a reference to a key of an existing Secret."""
    entries: _containers.RepeatedCompositeFieldContainer[_kubernetes_pb2.ContainerEnvVar]
    """Optional. Variables in Kubernetes' own form, in order: one may refer to an earlier one, or to one of the maps."""
    def __init__(self, variables: _Optional[_Mapping[str, _foreign_key_pb2.StringValueOrRef]] = ..., secrets: _Optional[_Mapping[str, _kubernetes_secret_pb2.KubernetesSensitiveValue]] = ..., entries: _Optional[_Iterable[_Union[_kubernetes_pb2.ContainerEnvVar, _Mapping]]] = ...) -> None:
        """Environment variables of the application's container: two maps, whose order is worked out, and after them a list in
        Kubernetes' own form, which a manifest may also write in the place of all: `env: [{name: LEVEL, value: debug}]`.
        A name stands in one of the three.
        `$(NAME)` in a plain value, the command or the arguments stands for the value of another variable, plain or secret;
        `$$(NAME)` is the text itself. `K8S_POD_ID` and `K8S_POD_NAME` (the pod's name), `K8S_POD_NAMESPACE` and `K8S_POD_IP`
        are there, unless they are set here.

        :param variables: Optional. Variables by name; a value may be a reference to a field of another resource.
        :param secrets: Optional. Secret variables by name; a value may be a reference to a key of an existing Secret.
        :param entries: Optional. Variables in Kubernetes' own form, in order: one may refer to an earlier one, or to one of the maps.
        """

class KubernetesStatefulSetContainerAppPort(_message.Message):
    """One port that the application listens on."""
    __slots__ = ("name", "container_port", "network_protocol", "app_protocol", "service_port", "is_ingress_port")
    NAME_FIELD_NUMBER: _ClassVar[int]
    CONTAINER_PORT_FIELD_NUMBER: _ClassVar[int]
    NETWORK_PROTOCOL_FIELD_NUMBER: _ClassVar[int]
    APP_PROTOCOL_FIELD_NUMBER: _ClassVar[int]
    SERVICE_PORT_FIELD_NUMBER: _ClassVar[int]
    IS_INGRESS_PORT_FIELD_NUMBER: _ClassVar[int]
    name: str
    """Required. Name of the port, unique among the pod's; probes refer to it."""
    container_port: int
    """Required. Number the container listens on, 1 to 65535."""
    network_protocol: str
    """Required. Transport protocol: `TCP`, `UDP` or `SCTP`."""
    app_protocol: str
    """Required. What is spoken over the port, for meshes and gateways: `tcp`, `http`, `grpc`, `kubernetes.io/h2c`, ..."""
    service_port: int
    """Required. Number on the Services, 1 to 65535."""
    is_ingress_port: bool
    """Optional. Whether the ingress sends its traffic to this port."""
    def __init__(self, name: _Optional[str] = ..., container_port: _Optional[int] = ..., network_protocol: _Optional[str] = ..., app_protocol: _Optional[str] = ..., service_port: _Optional[int] = ..., is_ingress_port: bool = ...) -> None:
        """One port that the application listens on.

        :param name: Required. Name of the port, unique among the pod's; probes refer to it.
        :param container_port: Required. Number the container listens on, 1 to 65535.
        :param network_protocol: Required. Transport protocol: `TCP`, `UDP` or `SCTP`.
        :param app_protocol: Required. What is spoken over the port, for meshes and gateways: `tcp`, `http`, `grpc`, `kubernetes.io/h2c`, ...
        :param service_port: Required. Number on the Services, 1 to 65535.
        :param is_ingress_port: Optional. Whether the ingress sends its traffic to this port.
        """

class KubernetesStatefulSetIngress(_message.Message):
    """Access from outside the cluster over HTTPS. Where neither `parentRefs` nor `ingressClassName` is set, it gets Gateways
    of its own on the platform, for the host name and for the private network's. Gateways lead to a port whose `appProtocol`
    is `grpc` or `grpcs` by a GRPCRoute, unless there is a `path`.
    """
    __slots__ = ("enabled", "hostname", "parent_refs", "tls_secret_name", "ingress_class_name", "annotations", "path", "path_type")
    class AnnotationsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    ENABLED_FIELD_NUMBER: _ClassVar[int]
    HOSTNAME_FIELD_NUMBER: _ClassVar[int]
    PARENT_REFS_FIELD_NUMBER: _ClassVar[int]
    TLS_SECRET_NAME_FIELD_NUMBER: _ClassVar[int]
    INGRESS_CLASS_NAME_FIELD_NUMBER: _ClassVar[int]
    ANNOTATIONS_FIELD_NUMBER: _ClassVar[int]
    PATH_FIELD_NUMBER: _ClassVar[int]
    PATH_TYPE_FIELD_NUMBER: _ClassVar[int]
    enabled: bool
    """Optional. Whether the ingress is rendered."""
    hostname: str
    """Required when enabled. Host name to serve, such as `search.example.com`; the private network's is the same
    with `internal-` in front.
    """
    parent_refs: _containers.RepeatedCompositeFieldContainer[_ingress_pb2.ParentReference]
    """Optional. Gateways that exist and take the traffic, in place of new ones; they bring certificates and listeners."""
    tls_secret_name: str
    """Optional. Secret with the certificate of the host name, in place of one that the platform's issuer signs: in the
    namespace of the application under `ingressClassName`, else in that of the Gateways, where it must hold for the
    private network's host name too.
    """
    ingress_class_name: str
    """Optional. Class of an Ingress to render in place of Gateways. It serves HTTPS with the certificate of
    `tlsSecretName`, and without one plain HTTP, or whatever its controller does then.
    """
    annotations: _containers.ScalarMap[str, str]
    """Optional. Annotations of the Ingress, or of the routes."""
    path: str
    """Optional. The path that leads to the application; `/` when unset."""
    path_type: str
    """Optional. `Prefix` takes what is below the path too, `Exact` the path alone; `ImplementationSpecific` is up to the
    class of an Ingress. `Prefix` when unset.
    """
    def __init__(self, enabled: bool = ..., hostname: _Optional[str] = ..., parent_refs: _Optional[_Iterable[_Union[_ingress_pb2.ParentReference, _Mapping]]] = ..., tls_secret_name: _Optional[str] = ..., ingress_class_name: _Optional[str] = ..., annotations: _Optional[_Mapping[str, str]] = ..., path: _Optional[str] = ..., path_type: _Optional[str] = ...) -> None:
        """Access from outside the cluster over HTTPS. Where neither `parentRefs` nor `ingressClassName` is set, it gets Gateways
        of its own on the platform, for the host name and for the private network's. Gateways lead to a port whose `appProtocol`
        is `grpc` or `grpcs` by a GRPCRoute, unless there is a `path`.

        :param enabled: Optional. Whether the ingress is rendered.
        :param hostname: Required when enabled. Host name to serve, such as `search.example.com`; the private network's is the same with `internal-` in front.
        :param parent_refs: Optional. Gateways that exist and take the traffic, in place of new ones; they bring certificates and listeners.
        :param tls_secret_name: Optional. Secret with the certificate of the host name, in place of one that the platform's issuer signs: in the namespace of the application under `ingressClassName`, else in that of the Gateways, where it must hold for the private network's host name too.
        :param ingress_class_name: Optional. Class of an Ingress to render in place of Gateways. It serves HTTPS with the certificate of `tlsSecretName`, and without one plain HTTP, or whatever its controller does then.
        :param annotations: Optional. Annotations of the Ingress, or of the routes.
        :param path: Optional. The path that leads to the application; `/` when unset.
        :param path_type: Optional. `Prefix` takes what is below the path too, `Exact` the path alone; `ImplementationSpecific` is up to the class of an Ingress. `Prefix` when unset.
        """

class KubernetesStatefulSetAvailability(_message.Message):
    """How many pods there are, and how many must stay up."""
    __slots__ = ("replicas", "pod_disruption_budget")
    REPLICAS_FIELD_NUMBER: _ClassVar[int]
    POD_DISRUPTION_BUDGET_FIELD_NUMBER: _ClassVar[int]
    replicas: int
    """Optional. Number of pods; 1 when unset. An explicit 0 stops the application and keeps its storage."""
    pod_disruption_budget: KubernetesStatefulSetPodDisruptionBudget
    """Optional. How many pods an eviction may take away at a time; no bound when unset."""
    def __init__(self, replicas: _Optional[int] = ..., pod_disruption_budget: _Optional[_Union[KubernetesStatefulSetPodDisruptionBudget, _Mapping]] = ...) -> None:
        """How many pods there are, and how many must stay up.

        :param replicas: Optional. Number of pods; 1 when unset. An explicit 0 stops the application and keeps its storage.
        :param pod_disruption_budget: Optional. How many pods an eviction may take away at a time; no bound when unset.
        """

class KubernetesStatefulSetPodDisruptionBudget(_message.Message):
    """Bounds the evictions that drain nodes; it bounds neither failures nor roll-outs."""
    __slots__ = ("enabled", "min_available", "max_unavailable", "name")
    ENABLED_FIELD_NUMBER: _ClassVar[int]
    MIN_AVAILABLE_FIELD_NUMBER: _ClassVar[int]
    MAX_UNAVAILABLE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    enabled: bool
    """Optional. Whether the budget is rendered."""
    min_available: str
    """Optional. Pods that must stay up: a number such as `2` or a percentage such as `50%`.
    1 when neither this nor `max_unavailable` is set.
    """
    max_unavailable: str
    """Optional. Pods that may be down: a number such as `1` or a percentage such as `50%`. Not beside `min_available`."""
    name: str
    """Optional. Name of the budget; that of the application when unset."""
    def __init__(self, enabled: bool = ..., min_available: _Optional[str] = ..., max_unavailable: _Optional[str] = ..., name: _Optional[str] = ...) -> None:
        """Bounds the evictions that drain nodes; it bounds neither failures nor roll-outs.

        :param enabled: Optional. Whether the budget is rendered.
        :param min_available: Optional. Pods that must stay up: a number such as `2` or a percentage such as `50%`. 1 when neither this nor `max_unavailable` is set.
        :param max_unavailable: Optional. Pods that may be down: a number such as `1` or a percentage such as `50%`. Not beside `min_available`.
        :param name: Optional. Name of the budget; that of the application when unset.
        """

class KubernetesStatefulSetVolumeClaimTemplate(_message.Message):
    """Storage that each pod gets for itself. No part of it can be changed once the StatefulSet exists."""
    __slots__ = ("name", "storage_class", "size", "access_modes", "labels", "annotations", "volume_mode", "data_source", "data_source_ref", "volume_attributes_class_name", "selector", "namespace")
    class LabelsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    class AnnotationsEntry(_message.Message):
        __slots__ = ("key", "value")
        KEY_FIELD_NUMBER: _ClassVar[int]
        VALUE_FIELD_NUMBER: _ClassVar[int]
        key: str
        value: str
        def __init__(self, key: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...
    NAME_FIELD_NUMBER: _ClassVar[int]
    STORAGE_CLASS_FIELD_NUMBER: _ClassVar[int]
    SIZE_FIELD_NUMBER: _ClassVar[int]
    ACCESS_MODES_FIELD_NUMBER: _ClassVar[int]
    LABELS_FIELD_NUMBER: _ClassVar[int]
    ANNOTATIONS_FIELD_NUMBER: _ClassVar[int]
    VOLUME_MODE_FIELD_NUMBER: _ClassVar[int]
    DATA_SOURCE_FIELD_NUMBER: _ClassVar[int]
    DATA_SOURCE_REF_FIELD_NUMBER: _ClassVar[int]
    VOLUME_ATTRIBUTES_CLASS_NAME_FIELD_NUMBER: _ClassVar[int]
    SELECTOR_FIELD_NUMBER: _ClassVar[int]
    NAMESPACE_FIELD_NUMBER: _ClassVar[int]
    name: str
    """Required. Name of the volume; pods mount it by this name, and each claim is called `<name>-<pod>`."""
    storage_class: str
    """Optional. StorageClass of the claims; the cluster's default class when unset."""
    size: str
    """Required. Size of each claim, a Kubernetes quantity such as `10Gi`, `1.5Ti` or `500Mi`."""
    access_modes: _containers.RepeatedScalarFieldContainer[str]
    """Optional. How nodes and pods may mount the volume: `ReadWriteOnce`, `ReadOnlyMany`, `ReadWriteMany`, or
    `ReadWriteOncePod` alone; `ReadWriteOnce` when empty.
    """
    labels: _containers.ScalarMap[str, str]
    """Optional. Labels of the claims, which can never be changed; the controller adds those that select the pods."""
    annotations: _containers.ScalarMap[str, str]
    """Optional. Annotations of the claims."""
    volume_mode: str
    """Optional. `Filesystem` is mounted, `Block` is a device for `volumeDevices`; `Filesystem` when unset."""
    data_source: _references_pb2.TypedLocalObjectReference
    """Optional. What the volumes are filled with at first: a VolumeSnapshot, or another claim to copy."""
    data_source_ref: _references_pb2.TypedObjectReference
    """Optional. The same of any kind that a populator of the cluster knows, and of any namespace."""
    volume_attributes_class_name: str
    """Optional. VolumeAttributesClass of the volumes, such as one of faster disks."""
    selector: _selectors_pb2.LabelSelector
    """Optional. Which existing volumes will do, by their labels; any when unset."""
    namespace: str
    """Optional. Namespace in the template, in the place of which the controller gives each claim the pod's. It says nothing,
    but cannot be changed, so it can be kept where what runs has one.
    """
    def __init__(self, name: _Optional[str] = ..., storage_class: _Optional[str] = ..., size: _Optional[str] = ..., access_modes: _Optional[_Iterable[str]] = ..., labels: _Optional[_Mapping[str, str]] = ..., annotations: _Optional[_Mapping[str, str]] = ..., volume_mode: _Optional[str] = ..., data_source: _Optional[_Union[_references_pb2.TypedLocalObjectReference, _Mapping]] = ..., data_source_ref: _Optional[_Union[_references_pb2.TypedObjectReference, _Mapping]] = ..., volume_attributes_class_name: _Optional[str] = ..., selector: _Optional[_Union[_selectors_pb2.LabelSelector, _Mapping]] = ..., namespace: _Optional[str] = ...) -> None:
        """Storage that each pod gets for itself. No part of it can be changed once the StatefulSet exists.

        :param name: Required. Name of the volume; pods mount it by this name, and each claim is called `<name>-<pod>`.
        :param storage_class: Optional. StorageClass of the claims; the cluster's default class when unset.
        :param size: Required. Size of each claim, a Kubernetes quantity such as `10Gi`, `1.5Ti` or `500Mi`.
        :param access_modes: Optional. How nodes and pods may mount the volume: `ReadWriteOnce`, `ReadOnlyMany`, `ReadWriteMany`, or `ReadWriteOncePod` alone; `ReadWriteOnce` when empty.
        :param labels: Optional. Labels of the claims, which can never be changed; the controller adds those that select the pods.
        :param annotations: Optional. Annotations of the claims.
        :param volume_mode: Optional. `Filesystem` is mounted, `Block` is a device for `volumeDevices`; `Filesystem` when unset.
        :param data_source: Optional. What the volumes are filled with at first: a VolumeSnapshot, or another claim to copy.
        :param data_source_ref: Optional. The same of any kind that a populator of the cluster knows, and of any namespace.
        :param volume_attributes_class_name: Optional. VolumeAttributesClass of the volumes, such as one of faster disks.
        :param selector: Optional. Which existing volumes will do, by their labels; any when unset.
        :param namespace: Optional. Namespace in the template, in the place of which the controller gives each claim the pod's. It says nothing, but cannot be changed, so it can be kept where what runs has one.
        """
