# SPDX-License-Identifier: Apache-2.0
"""Which objects belong to which StatefulSet, as Kubernetes tells: by selectors and by names."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from planton_sts.rendering.kube_object import KubeObject
from planton_sts.rendering.services import POD_NAME

# The kind and the name of an object.
Name = tuple[Any, Any]


class Running(NamedTuple):
    """A StatefulSet, and what belongs to it.

    Attributes:
        stateful_set: The StatefulSet.
        own: What belongs to it alone.
        shared: What belongs to others too.

    """

    stateful_set: KubeObject
    own: list[KubeObject]
    shared: list[KubeObject]

    @property
    def name(self) -> str:
        """What the StatefulSet is called."""
        return str(self.stateful_set["metadata"]["name"])

    @property
    def selector(self) -> dict[str, str]:
        """The labels that select its pods."""
        return dict(at(self.stateful_set, "spec", "selector", "matchLabels") or {})

    def of_kind(self, *kinds: str) -> list[KubeObject]:
        """What belongs to it alone and is of one of the kinds."""
        return [each for each in self.own if each["kind"] in kinds]


def at(value: Any, *path: str) -> Any:
    """What stands at the path; None where nothing does."""
    for step in path:
        value = value.get(step) if isinstance(value, dict) else None
    return value


def belongings(objects: Sequence[KubeObject]) -> tuple[list[Running], list[KubeObject]]:
    """Each StatefulSet with what belongs to it, and what belongs to none."""
    sets = [each for each in objects if each["kind"] == "StatefulSet"]
    others = [each for each in objects if each["kind"] != "StatefulSet"]
    held = [_held(stateful_set, others) for stateful_set in sets]
    often = Counter(number for numbers in held for number in numbers)
    found = [
        Running(
            stateful_set,
            own=[others[number] for number in numbers if often[number] == 1],
            shared=[others[number] for number in numbers if often[number] > 1],
        )
        for stateful_set, numbers in zip(sets, held, strict=True)
    ]
    return found, [each for number, each in enumerate(others) if number not in often]


def _held(stateful_set: KubeObject, others: Sequence[KubeObject]) -> list[int]:
    """The numbers of the objects that belong to the StatefulSet."""
    needs = _Needs.of(stateful_set)
    held = {number for number, each in enumerate(others) if needs.meets(each)}
    held |= _naming(_leads_to, held, others)
    # A binding has its Role, a route its Gateway, and that a certificate.
    for _ in range(2):
        brought = {name for number in held for name in _brings(others[number])}
        held |= {number for number, each in enumerate(others) if _name(each) in brought}
    # What leads from HTTP to HTTPS goes to no Service, and is known by its Gateway.
    return sorted(held | _naming(lambda each: [] if [*_leads_to(each)] else _brings(each), held, others))


def _naming(
    names: Callable[[KubeObject], Iterable[Name]], held: Iterable[int], others: Sequence[KubeObject]
) -> set[int]:
    """The numbers of the objects that name one of those held."""
    known = {_name(others[number]) for number in held}
    return {number for number, each in enumerate(others) if not known.isdisjoint(names(each))}


def _name(each: KubeObject) -> Name:
    # A certificate goes by the Secret that it is kept in.
    name = at(each, "spec", "secretName") if each["kind"] == "Certificate" else each["metadata"]["name"]
    return each["kind"], name


class _Needs(NamedTuple):
    """What a StatefulSet says of the objects around it."""

    namespace: str
    labels: dict[str, str]
    names: set[tuple[str, str]]

    @classmethod
    def of(cls, stateful_set: KubeObject) -> "_Needs":
        spec = stateful_set["spec"]
        pod = at(spec, "template", "spec") or {}
        names = {
            ("Service", spec.get("serviceName")),
            ("ServiceAccount", pod.get("serviceAccountName") or pod.get("serviceAccount")),
            *_references(pod),
        }
        namespace = at(stateful_set, "metadata", "namespace") or ""
        return cls(
            namespace, at(spec, "template", "metadata", "labels") or {}, {(kind, name) for kind, name in names if name}
        )

    def meets(self, other: KubeObject) -> bool:
        """Whether the object is named, or selects the pods."""
        kind, name = other["kind"], other["metadata"]["name"]
        if kind == "Namespace":
            return bool(name == self.namespace)
        if (other["metadata"].get("namespace") or "") != self.namespace:
            return False
        return (kind, name) in self.names or (kind in SELECTORS and self._selects(SELECTORS[kind](other)))

    def _selects(self, selector: Mapping[str, str] | None) -> bool:
        """Whether the pods are selected; labels that are put on them as they run, such as a role, may be missing."""
        known = {key: value for key, value in (selector or {}).items() if key in self.labels}
        is_one_pods = selector is not None and POD_NAME in selector
        return (bool(known) or is_one_pods) and all(self.labels[key] == value for key, value in known.items())


SELECTORS: dict[str, Callable[[KubeObject], Any]] = {
    "Service": lambda each: at(each, "spec", "selector"),
    "PodDisruptionBudget": lambda each: at(each, "spec", "selector", "matchLabels"),
    "NetworkPolicy": lambda each: at(each, "spec", "podSelector", "matchLabels"),
}

# Where a pod names a ConfigMap or a Secret: the key of the mapping that does, and the key of the name in it.
REFERENCES = {
    ("ConfigMap", "configMap"): "name",
    ("ConfigMap", "configMapRef"): "name",
    ("ConfigMap", "configMapKeyRef"): "name",
    ("Secret", "secret"): "secretName",
    ("Secret", "secretRef"): "name",
    ("Secret", "secretKeyRef"): "name",
}


def _references(value: Any) -> Iterator[Name]:
    """Kind and name of each ConfigMap and Secret that is named in the value."""
    if isinstance(value, list):
        for held in value:
            yield from _references(held)
    if not isinstance(value, dict):
        return
    for (kind, key), name in REFERENCES.items():
        holder = value.get(key)
        # A projected volume names its Secrets as it does its ConfigMaps.
        yield kind, at(holder, name) or at(holder, "name")
    yield from (("Secret", at(secret, "name")) for secret in value.get("imagePullSecrets") or ())
    for held in value.values():
        yield from _references(held)


def _leads_to(each: KubeObject) -> Iterator[Name]:
    """Whom the object gives rights, or what it takes traffic to."""
    match each["kind"]:
        case "RoleBinding":
            yield from ((subject.get("kind"), subject.get("name")) for subject in each.get("subjects") or ())
        case "Ingress":
            yield from (("Service", at(service, "name")) for service in _values(each.get("spec"), "service"))
        case "HTTPRoute" | "GRPCRoute":
            backends = _values(each.get("spec"), "backendRefs")
            yield from (("Service", at(backend, "name")) for listed in backends for backend in listed)
        case _:
            return


def _brings(each: KubeObject) -> Iterator[Name]:
    """What the object refers to that is there for its sake."""
    match each["kind"]:
        case "RoleBinding":
            yield at(each, "roleRef", "kind"), at(each, "roleRef", "name")
        case "HTTPRoute" | "GRPCRoute":
            yield from (("Gateway", at(parent, "name")) for parent in at(each, "spec", "parentRefs") or ())
        case "Gateway":
            certificates = _values(each.get("spec"), "certificateRefs")
            yield from (("Certificate", at(secret, "name")) for listed in certificates for secret in listed)
        case _:
            return


def _values(value: Any, name: str) -> Iterator[Any]:
    """What stands under the name, wherever in the value."""
    if isinstance(value, list):
        for held in value:
            yield from _values(held, name)
    elif isinstance(value, dict):
        if name in value:
            yield value[name]
        for held in value.values():
            yield from _values(held, name)
