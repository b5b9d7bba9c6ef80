# SPDX-License-Identifier: Apache-2.0
"""Every name that is derived from a manifest: of objects, hosts, pods, claims and labels."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from planton_sts.messages import (
    CloudResourceMetadata,
    KubernetesStatefulSet,
    KubernetesStatefulSetContainerAppPort,
    KubernetesStatefulSetStackInput,
)

# What begins the key of a label that is an instruction to the tools.
INSTRUCTION = "kubernetes.project-planton.org/"

# Labels by key, in order.
Labels = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Entrance:
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


@dataclass(frozen=True, slots=True)
class IngressNames:
    """What the ingress's objects are called and refer to.

    Attributes:
        namespace: Namespace of the certificate, which is the Gateways' too.
        gateway_class: GatewayClass of the Gateways.
        certificate: Name of the Certificate, and of the Secret it is kept in.
        issuer: Name of the ClusterIssuer that signs it.
        port: Port of the client Service that takes the traffic.
        external: The way in from outside.
        internal: The way in from the private network.

    """

    namespace: str
    gateway_class: str
    certificate: str
    issuer: str
    port: int
    external: Entrance
    internal: Entrance

    @property
    def entrances(self) -> tuple[Entrance, Entrance]:
        """Both ways in."""
        return self.external, self.internal


@dataclass(frozen=True, slots=True)
class Names:
    """Every derived name of one application.

    Attributes:
        name: Name of the application.
        namespace: Namespace of every object but the ingress's own.
        headless_service: Name of the Service that names the pods.
        service: Name of the client Service.
        service_account: Name of the pods' ServiceAccount; empty where they have none of their own.
        stateful_set: Name of the StatefulSet.
        env_secret: Name of the Secret that holds the literal secret variables.
        pull_secret: Name of the Secret that holds the credentials for registries.
        budget: Name of the PodDisruptionBudget.
        service_host: Host name of the client Service within the cluster.
        headless_host: Host name of the headless Service within the cluster, to which those of the pods belong.
        selector: The labels that select the pods; they can never change.
        labels: The labels of every object.
        ingress: The names of the ingress; None when it is not enabled.

    """

    name: str
    namespace: str
    headless_service: str
    service: str
    service_account: str
    stateful_set: str
    env_secret: str
    pull_secret: str
    budget: str
    service_host: str
    headless_host: str
    selector: Labels
    labels: Labels
    ingress: IngressNames | None

    def pod(self, ordinal: int) -> str:
        """Name of the pod of that number, from 0; it is also the pod's HOSTNAME."""
        return f"{self.stateful_set}-{ordinal}"

    def pod_host(self, ordinal: int) -> str:
        """Host name of the pod within the cluster."""
        return f"{self.pod(ordinal)}.{self.headless_host}"

    def claim(self, template: str, ordinal: int) -> str:
        """Name of the PersistentVolumeClaim that the pod gets from the template."""
        return f"{template}-{self.pod(ordinal)}"

    def ephemeral_claim(self, volume: str, ordinal: int) -> str:
        """Name of the PersistentVolumeClaim that goes with the pod."""
        return f"{self.pod(ordinal)}-{volume}"


def names(stack_input: KubernetesStatefulSetStackInput) -> Names:
    """Every derived name of a manifest with nothing left open."""
    target, namespace = stack_input.target, stack_input.target.spec.namespace.value
    name = target.metadata.name
    domain = f"{namespace}.svc.{stack_input.platform.cluster_domain}"
    return Names(
        name=name,
        namespace=namespace,
        headless_service=f"{name}-headless",
        service=name,
        service_account="" if target.spec.plain else name,
        stateful_set=name,
        env_secret=f"{name}-env-secrets",
        pull_secret=f"{name}-image-pull",
        budget=name,
        service_host=f"{name}.{domain}",
        headless_host=f"{name}-headless.{domain}",
        selector=selector(target),
        labels=labels(target),
        ingress=_ingress(stack_input) if target.spec.ingress.enabled else None,
    )


def selector(target: KubernetesStatefulSet) -> Labels:
    """The labels that select the pods of the application."""
    return tuple(sorted(target.spec.selector.match_labels.items())) or (("app", target.metadata.name),)


def labels(target: KubernetesStatefulSet) -> Labels:
    """The labels of every object; those that find them go before the user's own."""
    given = {key: value for key, value in target.metadata.labels.items() if not key.startswith(INSTRUCTION)}
    own = {} if target.spec.plain else _own_labels(target.metadata)
    return tuple(sorted({**given, **own}.items()))


def _own_labels(metadata: CloudResourceMetadata) -> dict[str, str]:
    """The labels that find the objects of a resource."""
    own = {
        "app": metadata.name,
        "app.kubernetes.io/managed-by": "planton-sts",
        "app.kubernetes.io/name": metadata.name,
        "planton.ai/kind": "KubernetesStatefulSet",
        "planton.ai/name": metadata.name,
        "planton.ai/resource": "true",
    }
    known = {
        "planton.ai/environment": metadata.env,
        "planton.ai/id": metadata.id,
        "planton.ai/organization": metadata.org,
    }
    return {**{key: value for key, value in known.items() if value}, **own}


def _ingress(stack_input: KubernetesStatefulSetStackInput) -> IngressNames:
    name, spec, platform = stack_input.target.metadata.name, stack_input.target.spec, stack_input.platform
    hostname, namespace = spec.ingress.hostname, platform.ingress_namespace
    return IngressNames(
        namespace=namespace,
        gateway_class=platform.gateway_class,
        certificate=f"{name}-ingress-cert",
        issuer=platform.cluster_issuer or hostname.partition(".")[2],
        port=_ingress_port(spec.container.app.ports),
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


def _ingress_port(ports: Sequence[KubernetesStatefulSetContainerAppPort]) -> int:
    """The port that is marked; without a mark, the only one that speaks TCP."""
    marked = (port.service_port for port in ports if port.is_ingress_port)
    tcp = (port.service_port for port in ports if port.network_protocol == "TCP")
    return next(chain(marked, tcp), 0)
