# SPDX-License-Identifier: Apache-2.0
"""Every name that is derived from a manifest: of objects, hosts, pods, claims and labels."""

from collections.abc import Collection, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from planton_sts.messages import (
    CloudResourceMetadata,
    KubernetesStatefulSet,
    KubernetesStatefulSetContainerAppPort,
    KubernetesStatefulSetStackInput,
)
from planton_sts.services import is_created

# What begins the key of a label that is an instruction to the tools.
INSTRUCTION = "kubernetes.project-planton.org/"

# The labels that tell which objects are ours, and of which resource.
_MANAGED_BY, _MANAGER, _RESOURCE = "app.kubernetes.io/managed-by", "planton-sts", "planton.ai/name"

# Labels by key, in order.
Labels = tuple[tuple[str, str], ...]


class Entrance(NamedTuple):
    """One of the ingress's two ways in.

    Attributes:
        hostname: Host name it serves.
        address: Host name of the Service that takes its traffic.
        namespace: Namespace of the Gateway.
        gateway: Name of the Gateway.
        http_listener: Name of the Gateway's listener for plain HTTP.
        https_listener: Name of its listener for HTTPS.
        redirect: Name of the HTTPRoute from HTTP to HTTPS.
        route: Name of the HTTPRoute to the application.

    """

    hostname: str
    address: str
    namespace: str
    gateway: str
    http_listener: str
    https_listener: str
    redirect: str
    route: str


class GatewayNames(NamedTuple):
    """What the ingress's own Gateways are called and refer to.

    Attributes:
        namespace: Namespace of the Gateways, and of the certificate.
        gateway_class: GatewayClass of the Gateways.
        certificate: Name of the Certificate; empty where its Secret exists already.
        tls_secret: Name of the Secret that the certificate is kept in.
        issuer: Name of the ClusterIssuer that signs it.
        external: The way in from outside.
        internal: The way in from the private network.

    """

    namespace: str
    gateway_class: str
    certificate: str
    tls_secret: str
    issuer: str
    external: Entrance
    internal: Entrance

    @property
    def entrances(self) -> tuple[Entrance, Entrance]:
        """Both ways in."""
        return self.external, self.internal


class IngressNames(NamedTuple):
    """What the ingress's objects are called and refer to.

    Attributes:
        name: Name of the Ingress, or of the route to Gateways that exist.
        hostname: Host name that is served.
        port: Port of the client Service that takes the traffic.
        app_protocol: What is spoken over it.
        gateways: The names of its own Gateways; None where it has none.

    """

    name: str
    hostname: str
    port: int
    app_protocol: str
    gateways: GatewayNames | None

    @property
    def hostnames(self) -> tuple[str, ...]:
        """Every host name that is served."""
        if self.gateways is None:
            return (self.hostname,)
        return tuple(entrance.hostname for entrance in self.gateways.entrances)


class PodNames(NamedTuple):
    """What the controller calls the pods of a StatefulSet, and what they get.

    Attributes:
        stateful_set: Name of the StatefulSet.

    """

    stateful_set: str

    def name(self, ordinal: int) -> str:
        """Name of the pod of that number, from 0; it is also the pod's HOSTNAME."""
        return f"{self.stateful_set}-{ordinal}"

    def claim(self, template: str, ordinal: int) -> str:
        """Name of the PersistentVolumeClaim that the pod gets from the template."""
        return f"{template}-{self.name(ordinal)}"

    def ephemeral_claim(self, volume: str, ordinal: int) -> str:
        """Name of the PersistentVolumeClaim that goes with the pod."""
        return f"{self.name(ordinal)}-{volume}"


class Names(NamedTuple):
    """Every derived name of one application.

    Attributes:
        name: Name of the application.
        namespace: Namespace of every object but the ingress's own.
        pods: What the pods are called, and what belongs to each.
        headless_service: Name of the Service that names the pods; empty where nothing says which.
        service: Name of the client Service.
        pod_service: What the names of the pods' own Services begin with.
        service_account: Name of the pods' ServiceAccount; empty where nothing says which.
        role: Name of the Role that says what the account may do, and of its RoleBinding.
        env_secret: Name of the Secret that holds the literal secret variables.
        pull_secret: Name of the Secret that holds the credentials for registries.
        budget: Name of the PodDisruptionBudget.
        network_policy: Name of the NetworkPolicy.
        domain: What the host names of the namespace's Services end in.
        selector: The labels that select the pods; they can never change.
        labels: The labels of every object.
        inherited: What of them stands beside the labels that pods, Services and the account have of their own.
        ingress: The names of the ingress; None when it is not enabled.

    """

    name: str
    namespace: str
    pods: PodNames
    headless_service: str
    service: str
    pod_service: str
    service_account: str
    role: str
    env_secret: str
    pull_secret: str
    budget: str
    network_policy: str
    domain: str
    selector: Labels
    labels: Labels
    inherited: Labels
    ingress: IngressNames | None

    @property
    def service_host(self) -> str:
        """Host name of the client Service within the cluster."""
        return self.host(self.service)

    @property
    def headless_host(self) -> str:
        """Host name of the headless Service within the cluster, to which those of the pods belong."""
        return self.host(self.headless_service) if self.headless_service else ""

    def host(self, service: str) -> str:
        """Host name of the Service within the cluster."""
        return f"{service}.{self.domain}"

    def service_of_pod(self, ordinal: int) -> str:
        """Name of the pod's own Service."""
        return f"{self.pod_service}-{ordinal}"

    def pod_host(self, ordinal: int) -> str:
        """Host name of the pod within the cluster; empty where no Service gives it one."""
        return f"{self.pods.name(ordinal)}.{self.headless_host}" if self.headless_service else ""


def names(stack_input: KubernetesStatefulSetStackInput) -> Names:
    """Every derived name of a manifest with nothing left open."""
    target, spec = stack_input.target, stack_input.target.spec
    name, namespace, of_all = target.metadata.name, spec.namespace.value, labels(target)
    return Names(
        name=name,
        namespace=namespace,
        pods=PodNames(name),
        headless_service=_headless_service(target),
        service=spec.service.name or name,
        pod_service=spec.pod_services.name or name,
        service_account=_service_account(target),
        role=spec.service_account.role_name or name,
        env_secret=f"{name}-env-secrets",
        pull_secret=f"{name}-image-pull",
        budget=spec.availability.pod_disruption_budget.name or name,
        network_policy=spec.network_policy.name or name,
        domain=f"{namespace}.svc.{stack_input.platform.cluster_domain}",
        selector=selector(target),
        labels=of_all,
        inherited=() if spec.plain else of_all,
        ingress=_ingress(stack_input) if spec.ingress.enabled else None,
    )


def _headless_service(target: KubernetesStatefulSet) -> str:
    """The Service that names the pods; in a plain rendering one that the manifest asks for, or none."""
    spec = target.spec
    asked = is_created(spec.headless_service) or not spec.plain
    return spec.headless_service.name or spec.service_name or (f"{target.metadata.name}-headless" if asked else "")


def _service_account(target: KubernetesStatefulSet) -> str:
    """The account of the pods; in a plain rendering one that the manifest asks for, or none."""
    asked = target.spec.HasField("service_account") or not target.spec.plain
    return (target.spec.service_account.name or target.metadata.name) if asked else ""


def selector(target: KubernetesStatefulSet) -> Labels:
    """The labels that select the pods of the application."""
    return tuple(sorted(target.spec.selector.match_labels.items())) or (("app", target.metadata.name),)


def labels(target: KubernetesStatefulSet) -> Labels:
    """The labels of every object; those that find them go before the user's own."""
    given = {key: value for key, value in target.metadata.labels.items() if not key.startswith(INSTRUCTION)}
    own = {} if target.spec.plain else _own_labels(target.metadata)
    return tuple(sorted({**given, **own}.items()))


def reserved_labels() -> Collection[str]:
    """The keys of the labels that find the objects of a resource."""
    return _own_labels(CloudResourceMetadata(env="any", id="any", org="any")).keys()


def _own_labels(metadata: CloudResourceMetadata) -> dict[str, str]:
    """The labels that find the objects of a resource."""
    own = {
        "app": metadata.name,
        _MANAGED_BY: _MANAGER,
        "app.kubernetes.io/name": metadata.name,
        "planton.ai/kind": "KubernetesStatefulSet",
        _RESOURCE: metadata.name,
        "planton.ai/resource": "true",
    }
    known = {
        "planton.ai/environment": metadata.env,
        "planton.ai/id": metadata.id,
        "planton.ai/organization": metadata.org,
    }
    return {**{key: value for key, value in known.items() if value}, **own}


def resource_of(labels: Mapping[str, str]) -> str:
    """The name of the resource that an object of these labels was rendered for; empty where it is not ours."""
    return labels.get(_RESOURCE, "") if labels.get(_MANAGED_BY) == _MANAGER else ""


def _ingress(stack_input: KubernetesStatefulSetStackInput) -> IngressNames:
    name, spec = stack_input.target.metadata.name, stack_input.target.spec
    is_elsewhere = spec.ingress.parent_refs or spec.ingress.ingress_class_name
    port = ingress_port(spec.container.app.ports)
    return IngressNames(
        name=name,
        hostname=spec.ingress.hostname,
        port=port.service_port,
        app_protocol=port.app_protocol,
        gateways=None if is_elsewhere else _gateways(stack_input),
    )


def _gateways(stack_input: KubernetesStatefulSetStackInput) -> GatewayNames:
    name, ingress, platform = stack_input.target.metadata.name, stack_input.target.spec.ingress, stack_input.platform
    hostname, namespace = ingress.hostname, platform.ingress_namespace
    certificate = "" if ingress.tls_secret_name else f"{name}-ingress-cert"
    return GatewayNames(
        namespace=namespace,
        gateway_class=platform.gateway_class,
        certificate=certificate,
        tls_secret=ingress.tls_secret_name or certificate,
        issuer=platform.cluster_issuer or hostname.partition(".")[2],
        external=_entrance(name, "external", hostname, platform.external_gateway_address, namespace),
        internal=_entrance(name, "internal", f"internal-{hostname}", platform.internal_gateway_address, namespace),
    )


def _entrance(name: str, side: str, hostname: str, address: str, namespace: str) -> Entrance:
    return Entrance(
        hostname=hostname,
        address=address,
        namespace=namespace,
        gateway=f"{name}-{side}",
        http_listener=f"http-{side}",
        https_listener=f"https-{side}",
        redirect=f"{name}-http-{side}-redirect",
        route=f"{name}-https-{side}",
    )


def ingress_port(ports: Sequence[KubernetesStatefulSetContainerAppPort]) -> KubernetesStatefulSetContainerAppPort:
    """The port that is marked; without a mark, the only one that speaks TCP."""
    marked = (port for port in ports if port.is_ingress_port)
    tcp = (port for port in ports if port.network_protocol == "TCP")
    return next(chain(marked, tcp), KubernetesStatefulSetContainerAppPort())
