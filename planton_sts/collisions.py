# SPDX-License-Identifier: Apache-2.0
"""What several applications would fight over if their objects were applied together.

Two that both render one Namespace share it, and its first rendering stands for all.
Every other object, claim or host name belongs to one application alone.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planton_sts.messages import KubernetesStatefulSetStackInput
from planton_sts.names import names
from planton_sts.problems import Finding
from planton_sts.rendering import KubeObject

NAME = ("target", "metadata", "name")


class Held(NamedTuple):
    """Something that one application holds: what it is, and where in the manifest it gets its name."""

    kind: str
    namespace: str
    name: str
    path: tuple[str, ...] = NAME

    def __str__(self) -> str:
        where = f" of namespace `{self.namespace}`" if self.namespace else ""
        return f"{self.kind} `{self.name}`{where}"


def collisions(
    inputs: Sequence[KubernetesStatefulSetStackInput], rendered: Sequence[Sequence[KubeObject]]
) -> Iterator[tuple[int, Finding]]:
    """For each application that wants what an earlier one has: its number, and what that is."""
    owners: dict[tuple[str, str, str], int] = {}
    for number, (stack_input, objects) in enumerate(zip(inputs, rendered, strict=True)):
        for held in _held(stack_input, objects):
            owner = owners.setdefault(held[:3], number)
            if owner != number:
                other = inputs[owner].target.metadata.name
                yield number, Finding(held.path, "render.collision", f"must not share {held} with `{other}`")
                break


def _held(stack_input: KubernetesStatefulSetStackInput, objects: Sequence[KubeObject]) -> Iterator[Held]:
    """Everything that the application must have for itself."""
    for kube_object in objects:
        if kube_object["kind"] != "Namespace":
            metadata = kube_object["metadata"]
            yield Held(kube_object["kind"], metadata["namespace"], metadata["name"])
    known, spec = names(stack_input), stack_input.target.spec
    for template in spec.volume_claim_templates:
        yield Held("PersistentVolumeClaim", known.namespace, known.claim(template.name, 0))
    if known.ingress:
        for entrance in (known.ingress.external, known.ingress.internal):
            yield Held("host name", "", entrance.hostname, ("target", "spec", "ingress", "hostname"))
