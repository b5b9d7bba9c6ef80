# SPDX-License-Identifier: Apache-2.0
"""A StatefulSet as far as updates of it are concerned."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, NamedTuple

from planton_sts.comparison import filled
from planton_sts.comparison.fields import KubeObject
from planton_sts.description.collect import retention_of
from planton_sts.description.facts import Object, Retention
from planton_sts.description.phrases import joined
from planton_sts.json_objects import at, whole
from planton_sts.names import PodNames
from planton_sts.planning.consequences import identity


class Workload(NamedTuple):
    """One StatefulSet, with its defaults.

    Attributes:
        object: Which one it is.
        names: What its pods and their claims are called.
        ordinals: The numbers of its pods.
        templates: Its claim templates, by name.
        policy: `OrderedReady` or `Parallel`.
        retention: What becomes of its claims.
        spec: All that it says.

    """

    object: Object
    names: PodNames
    ordinals: range
    templates: Mapping[str, KubeObject]
    policy: str
    retention: Retention
    spec: KubeObject

    @classmethod
    def of(cls, kube_object: KubeObject) -> "Workload":
        """The StatefulSet as an object of Kubernetes."""
        spec, which = filled(kube_object).get("spec") or {}, identity(kube_object)
        first = whole(at(spec, "ordinals", "start"), 0)
        return cls(
            object=which,
            names=PodNames(which.name),
            ordinals=range(first, first + whole(spec.get("replicas"), 1)),
            templates={at(each, "metadata", "name"): each for each in spec.get("volumeClaimTemplates", ())},
            policy=str(spec.get("podManagementPolicy")),
            retention=retention_of(spec),
            spec=spec,
        )

    @property
    def pod(self) -> KubeObject:
        """What its pods are."""
        found: Any = at(self.spec, "template", "spec")
        return found or {}

    def stem(self, template: str) -> str:
        """What stands before the number in the names of the claims by the template."""
        return self.names.claim(template, 0).removesuffix("0")

    def pods(self, *ordinals: range) -> str:
        """The names of the pods of these numbers: `db-0 … db-2`."""
        return joined([_span(self.names.name, numbers) for numbers in ordinals])

    def claims(self, templates: Iterable[str], *ordinals: range) -> str:
        """The names of the claims that these pods have by these templates: `data-db-0 … data-db-2`."""
        return joined(
            [_span(partial(self.names.claim, template), numbers) for template in templates for numbers in ordinals]
        )


def _span(name: Callable[[int], str], numbers: range) -> str:
    return name(numbers[0]) if len(numbers) == 1 else f"{name(numbers[0])} … {name(numbers[-1])}"


def added(old: Workload, new: Workload) -> list[str]:
    """The names of the claim templates that come."""
    return [name for name in new.templates if name not in old.templates]


def without(ordinals: range, others: range) -> list[range]:
    """The numbers that are not among the others: some below, some above, or none."""
    below = range(ordinals.start, min(ordinals.stop, others.start))
    above = range(max(ordinals.start, others.stop), ordinals.stop)
    return [ordinals] if ordinals and not others else [some for some in (below, above) if some]


def both(ordinals: range, others: range) -> range:
    """The numbers that are among both."""
    return range(max(ordinals.start, others.start), min(ordinals.stop, others.stop))
