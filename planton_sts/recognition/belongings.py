# SPDX-License-Identifier: Apache-2.0
"""Which objects belong to which StatefulSet, as Kubernetes tells: by selectors and by names."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from planton_sts.json_objects import at, elements
from planton_sts.rendering.kube_object import KubeObject
from planton_sts.rendering.services import POD_NAME

# The kind and the name of an object; and what stands where these should.
Name = tuple[str, str]
Pair = tuple[Any, Any]

# What serves applications from namespaces of its own.
ANYWHERE = {"Gateway", "Certificate"}


class Running(NamedTuple):
    """A StatefulSet, and what belongs to it.

    Attributes:
        stateful_set: The StatefulSet.
        own: What belongs to it alone.
        shared: What belongs to others too.
        lacks_selector: Whether the StatefulSet itself does not say how its pods are found, which no server takes.

    """

    stateful_set: KubeObject
    own: list[KubeObject]
    shared: list[KubeObject]
    lacks_selector: bool

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


def belongings(objects: Sequence[KubeObject]) -> tuple[list[Running], list[KubeObject]]:
    """Each StatefulSet with what belongs to it, and what belongs to none."""
    sets = [each for each in objects if each["kind"] == "StatefulSet"]
    others = [each for each in objects if each["kind"] != "StatefulSet"]
    near = _by_namespace(others)
    held = [_held(stateful_set, {**near[""], **near[_namespace(stateful_set)]}) for stateful_set in sets]
    often = Counter(number for numbers in held for number in numbers)
    found = [
        Running(
            _selected(stateful_set),
            own=[others[number] for number in numbers if often[number] == 1],
            shared=[others[number] for number in numbers if often[number] > 1],
            lacks_selector=not at(stateful_set, "spec", "selector"),
        )
        for stateful_set, numbers in zip(sets, held, strict=True)
    ]
    return found, [each for number, each in enumerate(others) if number not in often]


def _by_namespace(others: Sequence[KubeObject]) -> dict[str, dict[int, KubeObject]]:
    """The objects with their numbers, by the namespace that they serve; those that may serve any under no name."""
    found: dict[str, dict[int, KubeObject]] = defaultdict(dict)
    for number, each in enumerate(others):
        kind, name = each["kind"], each["metadata"]["name"]
        where = "" if kind in ANYWHERE else name if kind == "Namespace" else _namespace(each)
        found[where][number] = each
    return found


def _namespace(each: KubeObject) -> str:
    return str(each["metadata"].get("namespace", ""))


def _selected(stateful_set: KubeObject) -> KubeObject:
    """The StatefulSet; one that does not say how its pods are found, by the labels that they have."""
    spec = stateful_set.get("spec") or {}
    if spec.get("selector"):
        return stateful_set
    template = spec.get("template") or {}
    metadata = template.get("metadata") or {}
    labels = metadata.get("labels") or {"app": stateful_set["metadata"]["name"]}
    selected = {**template, "metadata": {**metadata, "labels": labels}}
    return {**stateful_set, "spec": {**spec, "selector": {"matchLabels": labels}, "template": selected}}


def _held(stateful_set: KubeObject, others: Mapping[int, KubeObject]) -> list[int]:
    """The numbers of the objects that belong to the StatefulSet."""
    needs = _Needs.of(stateful_set)
    held = {number for number, each in others.items() if needs.meets(each)}
    held |= _naming(_leads_to, held, others)
    # A binding has its Role, a route its Gateway, and that a certificate.
    for _ in range(2):
        brought = {name for number in held for name in _names(_brings(others[number]))}
        held |= {number for number, each in others.items() if _name(each) in brought}
    # What leads from HTTP to HTTPS goes to no Service, and is known by its Gateway.
    return sorted(held | _naming(lambda each: [] if [*_leads_to(each)] else _brings(each), held, others))


def _naming(
    names: Callable[[KubeObject], Iterable[Pair]], held: Iterable[int], others: Mapping[int, KubeObject]
) -> set[int]:
    """The numbers of the objects that name one of those held."""
    known = {_name(others[number]) for number in held}
    return {number for number, each in others.items() if not known.isdisjoint(_names(names(each)))}


def _names(found: Iterable[Pair]) -> Iterator[Name]:
    """Those that are names; anything may stand in an object."""
    return ((kind, name) for kind, name in found if isinstance(kind, str) and isinstance(name, str) and name)


def _name(each: KubeObject) -> Name:
    # A certificate goes by the Secret that it is kept in.
    name = at(each, "spec", "secretName") if each["kind"] == "Certificate" else each["metadata"]["name"]
    return each["kind"], str(name)


class _Needs(NamedTuple):
    """What a StatefulSet says of the objects around it."""

    name: str
    labels: dict[str, str]
    names: set[Name]

    @classmethod
    def of(cls, stateful_set: KubeObject) -> "_Needs":
        name, spec = stateful_set["metadata"]["name"], stateful_set.get("spec") or {}
        pod = at(spec, "template", "spec") or {}
        named = [
            ("Namespace", _namespace(stateful_set)),
            ("Service", spec.get("serviceName")),
            ("ServiceAccount", pod.get("serviceAccountName") or pod.get("serviceAccount")),
            *_references(pod),
        ]
        return cls(name, at(spec, "template", "metadata", "labels") or {}, set(_names(named)))

    def meets(self, other: KubeObject) -> bool:
        """Whether the object is named, or selects the pods."""
        kind = other["kind"]
        if _name(other) in self.names:
            return True
        selector = at(other, *SELECTORS[kind]) if kind in SELECTORS else None
        # A Service's selector has labels alone.
        asked = {"matchLabels": selector} if kind == "Service" else selector
        return self._selects(at(asked, "matchLabels") or {}, elements(at(asked, "matchExpressions")))

    def _selects(self, selector: Mapping[str, Any], expressions: Sequence[Mapping[str, Any]]) -> bool:
        """Whether the pods are selected; labels that are put on them as they run, such as a role, may be missing."""
        if POD_NAME in selector:
            return str(selector[POD_NAME]).rpartition("-")[0] == self.name
        known = {key: value for key, value in selector.items() if key in self.labels}
        asked = [each for each in expressions if each.get("key") in self.labels]
        is_met = all(self.labels[key] == value for key, value in known.items()) and all(map(self._meets, asked))
        return bool(known or asked) and is_met

    def _meets(self, expression: Mapping[str, Any]) -> bool:
        """Whether the pods have the label as the expression asks for it."""
        is_among = self.labels[expression["key"]] in (expression.get("values") or ())
        operator = expression.get("operator")
        return is_among if operator == "In" else operator == "Exists" or (operator == "NotIn" and not is_among)


# Where an object says which pods it is for.
SELECTORS = {
    "Service": ("spec", "selector"),
    "PodDisruptionBudget": ("spec", "selector"),
    "NetworkPolicy": ("spec", "podSelector"),
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


def _references(value: Any) -> Iterator[Pair]:
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
    yield from (("Secret", at(secret, "name")) for secret in elements(value.get("imagePullSecrets")))
    for held in value.values():
        yield from _references(held)


def _leads_to(each: KubeObject) -> Iterator[Pair]:
    """Whom the object gives rights, or what it takes traffic to."""
    match each["kind"]:
        case "RoleBinding":
            subjects = elements(each.get("subjects"))
            yield from ((at(subject, "kind"), at(subject, "name")) for subject in subjects)
        case "Ingress":
            yield from (("Service", at(service, "name")) for service in _values(each.get("spec"), "service"))
        case "HTTPRoute" | "GRPCRoute":
            backends = _values(each.get("spec"), "backendRefs")
            yield from (("Service", at(backend, "name")) for listed in backends for backend in elements(listed))
        case _:
            return


def _brings(each: KubeObject) -> Iterator[Pair]:
    """What the object refers to that is there for its sake."""
    match each["kind"]:
        case "RoleBinding":
            yield at(each, "roleRef", "kind"), at(each, "roleRef", "name")
        case "HTTPRoute" | "GRPCRoute":
            yield from (("Gateway", at(parent, "name")) for parent in elements(at(each, "spec", "parentRefs")))
        case "Gateway":
            certificates = _values(each.get("spec"), "certificateRefs")
            yield from (("Certificate", at(secret, "name")) for listed in certificates for secret in elements(listed))
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
