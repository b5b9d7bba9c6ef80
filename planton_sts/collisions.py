# SPDX-License-Identifier: Apache-2.0
"""What several applications would fight over if their objects were applied together.

Two that both render one Namespace share it, and its first rendering stands for all.
Every other object, claim or host name, and every set of pods, belongs to one application alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from planton_sts.application import Application
from planton_sts.loading import Document
from planton_sts.names import Names
from planton_sts.problems import Complaint, Finding
from planton_sts.rendering import KubeObject

NAME = ("target", "metadata", "name")


class Held(NamedTuple):
    """Something that one application must have for itself: what it is, and where the manifest gives it its name."""

    kind: str
    namespace: str
    name: str
    path: tuple[str, ...] = NAME

    def __str__(self) -> str:
        where = f" of namespace `{self.namespace}`" if self.namespace else ""
        return f"{self.kind} `{self.name}`{where}"


def called(document: Document, application: Application) -> str:
    """How others call the application of the document."""
    return f"`{application.names.name}`" + (f" in {document.source}" if document.source else "")


def claims(application: Application) -> Iterator[tuple[str, str]]:
    """Every namespace and name at which the application may hold something; only those who share one can collide."""
    spec, names = application.input.target.spec, application.names
    config_maps = (*spec.config_maps, *spec.config_files)
    for name in (names.name, names.headless_service, names.env_secret, names.pull_secret, *config_maps):
        yield names.namespace, name
    yield names.namespace, _selector(names)
    yield from ((names.namespace, claim) for claim in _claims(application))
    if names.ingress:
        yield names.ingress.namespace, names.name
        yield from ((entrance.namespace, entrance.hostname) for entrance in names.ingress.entrances)


def holdings(application: Application, rendered: Sequence[KubeObject]) -> Iterator[Held]:
    """Everything that the application, rendered as these objects, must have for itself."""
    for kube_object in rendered:
        if kube_object["kind"] != "Namespace":
            metadata = kube_object["metadata"]
            yield Held(kube_object["kind"], metadata["namespace"], metadata["name"])
    names = application.names
    yield from (Held("PersistentVolumeClaim", names.namespace, claim) for claim in _claims(application))
    yield Held("pods with the labels", names.namespace, _selector(names), ("target", "spec", "selector"))
    if names.ingress:
        for entrance in names.ingress.entrances:
            yield Held("host name", "", entrance.hostname, ("target", "spec", "ingress", "hostname"))


def _selector(names: Names) -> str:
    """The labels of the pods, which nobody else's may have."""
    return ",".join(f"{key}={value}" for key, value in names.selector)


def _claims(application: Application) -> Iterator[str]:
    """The claims of the first pod, which stand for those of all."""
    spec, names = application.input.target.spec, application.names
    yield from (names.claim(template.name, 0) for template in spec.volume_claim_templates)
    yield from (names.ephemeral_claim(volume.name, 0) for volume in spec.pod.volumes if volume.HasField("ephemeral"))


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
