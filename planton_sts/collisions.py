# SPDX-License-Identifier: Apache-2.0
"""What several applications would fight over if their objects were applied together, and what one has twice.

Two that both render one Namespace share it, and its first rendering stands for all.
Every other object, claim or host name, and every set of pods, belongs to one application alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from planton_sts.application import Application
from planton_sts.loading import Document
from planton_sts.names import Names
from planton_sts.paths import Path
from planton_sts.problems import Complaint, Finding
from planton_sts.rendering import KubeObject
from planton_sts.services import NO_ADDRESS, every_service, is_created, pods_with_service, serves_clients

NAME: Path = ("target", "metadata", "name")
SPEC: Path = ("target", "spec")
ACCOUNT_NAME: Path = (*SPEC, "serviceAccount", "name")
HOSTNAME: Path = (*SPEC, "ingress", "hostname")

TWO_OF_ONE_NAME = (
    "one Service names the pods, another serves clients: call one otherwise, or have `create: false` in it"
)


class Held(NamedTuple):
    """Something that one application must have for itself: what it is, and where the manifest gives it its name."""

    kind: str
    namespace: str
    name: str
    path: Path = NAME

    def __str__(self) -> str:
        where = f" of namespace `{self.namespace}`" if self.namespace else ""
        return f"{self.kind} `{self.name}`{where}"


def called(document: Document, application: Application) -> str:
    """How others call the application of the document."""
    return f"`{application.names.name}`" + (f" in {document.source}" if document.source else "")


def claims(application: Application) -> Iterator[tuple[str, str]]:
    """Every namespace and name at which the application may hold something; only those who share one can collide."""
    spec, names = application.input.target.spec, application.names
    derived = (names.name, names.service_account, names.env_secret, names.pull_secret)
    for name in filter(None, (*derived, *spec.config_maps, *spec.config_files)):
        yield names.namespace, name
    yield from ((names.namespace, name) for name, _ in _services(application))
    yield from ((held.namespace, held.name) for held in numbers(application))
    yield names.namespace, _selector(names)
    yield from ((names.namespace, claim) for claim in _claims(application))
    if names.ingress:
        yield from (("", hostname) for hostname in names.ingress.hostnames)
    if names.ingress and names.ingress.gateways:
        yield names.ingress.gateways.namespace, names.name


def services(application: Application) -> list[Held]:
    """The Services, each with where its name comes from; first those that are called after the application."""
    held = (Held("Service", application.names.namespace, *each) for each in _services(application))
    return sorted(held, key=lambda one: one.path != NAME)


def _services(application: Application) -> Iterator[tuple[str, Path]]:
    """The name of each Service, and where it comes from."""
    spec, names = application.input.target.spec, application.names
    if is_created(spec.headless_service):
        place = (*SPEC, "headlessService", "name") if spec.headless_service.name else (*SPEC, "serviceName")
        is_given = spec.headless_service.name or spec.service_name
        yield names.headless_service, place if is_given else NAME
    if serves_clients(spec):
        yield names.service, (*SPEC, "service", "name") if spec.service.name else NAME
    for index, service in enumerate(spec.services):
        if is_created(service):
            yield service.name, (*SPEC, "services", index, "name")
    if ordinals := pods_with_service(spec):
        place = (*SPEC, "podServices", "name") if spec.pod_services.name else NAME
        yield from ((names.service_of_pod(ordinal), place) for ordinal in ordinals)


def numbers(application: Application) -> Iterator[Held]:
    """The node ports and addresses that the Services ask for: each is given to one Service of the whole cluster."""
    spec = application.input.target.spec
    for place, service in every_service(spec):
        if is_created(service):
            ports: dict[int, Path] = {
                service.health_check_node_port: ("healthCheckNodePort",),
                **{port.node_port: ("ports", index, "nodePort") for index, port in enumerate(service.ports)},
            }
            yield from (
                Held("node port", "", str(port), (*SPEC, *place, *step)) for port, step in ports.items() if port
            )
            if service.cluster_ip not in {"", NO_ADDRESS}:
                yield Held("cluster IP", "", service.cluster_ip, (*SPEC, *place, "clusterIP"))


def clashes_within(application: Application) -> Iterator[Finding]:
    """What two Services of the application would fight over: their names, node ports and addresses."""
    spec = application.input.target.spec
    if not (spec.service_name or any(every_service(spec))):
        return
    taken: set[str] = set()
    for held in services(application):
        if held.name in taken:
            message = f"must be another name; there is a Service `{held.name}` in this manifest already"
            hint = TWO_OF_ONE_NAME if held.name == application.names.headless_service else ""
            yield Finding(held.path, Complaint("render.collision", message, hint))
        taken.add(held.name)
    given: set[tuple[str, str, str]] = set()
    for held in numbers(application):
        if held[:3] in given:
            yield Finding(held.path, Complaint("render.collision", f"must not share {held} with another Service"))
        given.add(held[:3])


def holdings(application: Application, rendered: Sequence[KubeObject]) -> Iterator[Held]:
    """Everything that the application, rendered as these objects, must have for itself."""
    names, spec = application.names, application.input.target.spec
    places = {("Service", service.name): service.path for service in services(application)}
    if spec.service_account.name:
        places["ServiceAccount", names.service_account] = ACCOUNT_NAME
    for kube_object in rendered:
        kind, metadata = kube_object["kind"], kube_object["metadata"]
        if kind != "Namespace":
            yield Held(kind, metadata["namespace"], metadata["name"], places.get((kind, metadata["name"]), NAME))
    yield from numbers(application)
    yield from (Held("PersistentVolumeClaim", names.namespace, claim) for claim in _claims(application))
    yield Held("pods with the labels", names.namespace, _selector(names), ("target", "spec", "selector"))
    if names.ingress:
        # Gateways of its own take the host whole; others' lead each path to where it belongs.
        path_there = "" if names.ingress.gateways else spec.ingress.path.rstrip("/")
        for hostname in names.ingress.hostnames:
            yield Held("host name", "", f"{hostname}{path_there}", HOSTNAME)


def _selector(names: Names) -> str:
    """The labels of the pods, which nobody else's may have."""
    return ",".join(f"{key}={value}" for key, value in names.selector)


def _claims(application: Application) -> Iterator[str]:
    """The claims of the first pod, which stand for those of all."""
    spec, names = application.input.target.spec, application.names
    yield from (names.pods.claim(template.name, 0) for template in spec.volume_claim_templates)
    ephemeral = (volume.name for volume in spec.pod.volumes if volume.HasField("ephemeral"))
    yield from (names.pods.ephemeral_claim(volume, 0) for volume in ephemeral)


def collisions(applications: Iterable[tuple[str, Iterable[Held]]]) -> Iterator[tuple[int, Finding]]:
    """For each that wants what an earlier one has: its number. Given is what others call it, and its holdings."""
    owners: dict[tuple[str, str, str], tuple[int, str]] = {}
    for number, (name, held_here) in enumerate(applications):
        for held in held_here:
            owner, owner_name = owners.setdefault(held[:3], (number, name))
            if owner != number:
                complaint = Complaint("render.collision", f"must not share {held} with {owner_name}")
                yield number, Finding(held.path, complaint)
                break
