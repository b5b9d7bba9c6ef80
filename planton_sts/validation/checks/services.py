# SPDX-License-Identifier: Apache-2.0
"""Services, and what else of a manifest they lead to."""

from collections.abc import Iterator

from planton_sts.messages import KubernetesStatefulSet, KubernetesStatefulSetService, KubernetesStatefulSetSpec
from planton_sts.names import ingress_port, selector
from planton_sts.paths import Key, Path
from planton_sts.problems import Complaint, Finding
from planton_sts.services import (
    MOST_PODS,
    NO_ADDRESS,
    container_ports,
    every_service,
    is_created,
    pods_with_service,
)
from planton_sts.wording import Nearest, did_you_mean

NO_PORTS = Complaint(
    "service.ports.required",
    "must be set, for `spec.container.app.ports` is empty",
    "only a headless Service (`clusterIP: None`) needs no port",
)
UNKNOWN_PORT = Complaint(
    "service.ports.target_port.unknown",
    "must be the name of a port of one of the containers, or a number; else it leads nowhere",
)
NO_INGRESS = "service.ports.ingress"
NEVER = "service.selector.value.never"
OF_EACH = Complaint(
    "spec.pod_services.of_each", "must not be set here, for the Service of each pod needs one of its own; leave it out"
)
TOO_MANY = Complaint("spec.pod_services.pods", "must be for 1,000 pods at most, with a Service each")
TOO_LONG = Complaint(
    "spec.pod_services.name.size", "must have at most 63 characters together with `-` and the number of the last pod"
)
OLD = Complaint(
    "service.traffic_distribution.deprecated",
    "must be `PreferSameZone` from Kubernetes 1.34 on, whose servers warn of `PreferClose`",
)
NO_AFFINITY = Complaint("service.session_affinity.headless", "must not be set: a headless Service ignores it")

# A Service's name ends here.
LONGEST = 63

# How many names are compared in search of those that are near, for one manifest.
COMPARISONS = 10_000


def service_ports(spec: KubernetesStatefulSetSpec, path: Path) -> Iterator[Finding]:
    """Services without ports, which the server refuses, and ports that lead to none of the containers'."""
    known: dict[str, int] | None = None
    nearest = Nearest(COMPARISONS)
    for place, service in every_service(spec):
        needs_ports = is_created(service) and place != ("headlessService",) and service.cluster_ip != NO_ADDRESS
        if needs_ports and not (service.ports or spec.container.app.ports):
            yield Finding((*path, *place, "ports"), NO_PORTS)
        for index, port in enumerate(service.ports):
            known = container_ports(spec) if known is None else known
            if port.target_port and not port.target_port.isdecimal() and port.target_port not in known:
                complaint = UNKNOWN_PORT._replace(hint=did_you_mean(nearest.name(port.target_port, known)))
                yield Finding((*path, *place, "ports", index, "targetPort"), complaint)


def ingress_service(spec: KubernetesStatefulSetSpec, path: Path) -> Iterator[Finding]:
    """A Service for clients that lacks the port to which the ingress leads, or is not rendered."""
    if not spec.ingress.enabled or not spec.HasField("service"):
        return
    number = ingress_port(spec.container.app.ports).service_port
    numbers = {port.port for port in spec.service.ports if port.protocol in {"", "TCP"}}
    if not is_created(spec.service):
        message = "must not be false beside an ingress, which leads to this Service"
        yield Finding((*path, "service", "create"), Complaint(NO_INGRESS, message))
    elif spec.service.ports and number not in numbers:
        message = f"must have a port {number} that speaks TCP, to which the ingress leads"
        yield Finding((*path, "service", "ports"), Complaint(NO_INGRESS, message))


def pod_services(spec: KubernetesStatefulSetSpec, path: Path) -> Iterator[Finding]:
    """What the Services of all pods cannot share, and more pods than are to have one."""
    if not (ordinals := pods_with_service(spec)):
        return
    service, place = spec.pod_services, (*path, "podServices")
    if spec.availability.replicas > MOST_PODS:
        yield Finding((*path, "availability", "replicas"), TOO_MANY)
    if len(f"{service.name}-{ordinals[-1]}") > LONGEST:
        yield Finding((*place, "name"), TOO_LONG)
    if service.cluster_ip not in {"", NO_ADDRESS}:
        yield Finding((*place, "clusterIP"), OF_EACH)
    if service.health_check_node_port:
        yield Finding((*place, "healthCheckNodePort"), OF_EACH)
    if service.load_balancer_ip:
        yield Finding((*place, "loadBalancerIP"), OF_EACH)
    for index, port in enumerate(service.ports):
        if port.node_port:
            yield Finding((*place, "ports", index, "nodePort"), OF_EACH)


def unwise_services(spec: KubernetesStatefulSetSpec, path: Path) -> Iterator[Finding]:
    """What the server takes with a warning."""
    for place, service in every_service(spec):
        where = (*path, *place)
        is_headless = service.cluster_ip == NO_ADDRESS or place == ("headlessService",)
        if is_headless and service.session_affinity == "ClientIP":
            yield Finding((*where, "sessionAffinity"), NO_AFFINITY, "warning")
        if service.traffic_distribution == "PreferClose":
            yield Finding((*where, "trafficDistribution"), OLD, "warning")
        yield from (_spelling((*where, *step), text, usual) for step, text, usual in _respelt(service))


def _respelt(service: KubernetesStatefulSetService) -> Iterator[tuple[Path, str, str]]:
    """The addresses that are not in their usual spelling: where, as they are, and as usual."""
    texts: list[tuple[Path, str]] = [
        (("clusterIP",), service.cluster_ip),
        (("loadBalancerIP",), service.load_balancer_ip),
    ]
    texts += [
        (("loadBalancerSourceRanges", index), text) for index, text in enumerate(service.load_balancer_source_ranges)
    ]
    texts = [(place, text) for place, text in texts if text]
    if not texts:
        return
    from ipaddress import ip_address, ip_network  # noqa: PLC0415 - few manifests say addresses, and most wait for it

    for place, text in texts:
        try:
            usual = str(ip_network(text) if "/" in text else ip_address(text))
        except ValueError:
            continue
        if usual != text:
            yield place, text, usual


def _spelling(place: Path, text: str, usual: str) -> Finding:
    message = f"must be spelt `{usual}`, not `{text}`, or the server warns"
    return Finding(place, Complaint("service.addresses.spelling", message), "warning")


def service_selectors(target: KubernetesStatefulSet, path: Path) -> Iterator[Finding]:
    """A Service that asks for another value of a label than the one that all pods bear."""
    for place, service in every_service(target.spec):
        own = dict(selector(target))
        for key in sorted(own.keys() & service.selector.keys()):
            if service.selector[key] != own[key]:
                message = f"must be `{own[key]}`, as all pods of the application bear it, or be left out"
                yield Finding((*path, "spec", *place, "selector", Key(key)), Complaint(NEVER, message))
