# SPDX-License-Identifier: Apache-2.0
"""Which updates an API server refuses: tables of the fields that cannot change, and of what no object may say."""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from planton_sts.comparison import differences, filled
from planton_sts.comparison.fields import KubeObject
from planton_sts.json_objects import at
from planton_sts.planning.addresses import (
    allocates_ports_alone,
    asks_for_a_second_family,
    changes_address,
    changes_class,
    changes_family,
    changes_health_port,
    has_class_alone,
    has_policy_alone,
    is_beyond_node_ports,
    is_headless_on_nodes,
    needs_two_families,
    releases_family,
)
from planton_sts.planning.claims import claim_changes
from planton_sts.quantity import amount

# What of a StatefulSet's spec may change.
MAY_CHANGE = {
    "minReadySeconds",
    "ordinals",
    "persistentVolumeClaimRetentionPolicy",
    "replicas",
    "revisionHistoryLimit",
    "template",
    "updateStrategy",
}
# The keys without which a Secret of the type is refused.
KEYS = {
    "kubernetes.io/dockercfg": {".dockercfg"},
    "kubernetes.io/dockerconfigjson": {".dockerconfigjson"},
    "kubernetes.io/ssh-auth": {"ssh-privatekey"},
    "kubernetes.io/tls": {"tls.crt", "tls.key"},
}
# What a claim template says of itself, which the server does not keep.
_OF_TEMPLATES = {("apiVersion",), ("kind",)}

Breaks = Callable[[KubeObject, KubeObject], bool]


class Refusal(NamedTuple):
    """An update that the server refuses.

    Attributes:
        fields: The paths of the fields that it refuses to change, or to take.
        reason: Why, in words.
        cost: What it costs to make the object anew instead; empty where another value is the way out.

    """

    fields: tuple[str, ...]
    reason: str
    cost: str = ""


class Rule(NamedTuple):
    """When an update is refused.

    Attributes:
        kind: The kind of object; empty for every kind.
        field: The path of the field that is told.
        breaks: Whether the old object cannot become the new one; both have their defaults.
        reason: Why.
        cost: What it costs to make the object anew instead; empty where another value is the way out.

    """

    kind: str
    field: str
    breaks: Breaks
    reason: str
    cost: str = ""


def refusals(old: KubeObject, new: KubeObject) -> list[Refusal]:
    """Why the server refuses to make the new object of the old one; nothing where it does not."""
    before, after = filled(old), filled(new)
    found = list(_fixed_spec(old, new)) if new.get("kind") == "StatefulSet" else []
    for rule in RULES:
        # What is told already of the old object is not refused now.
        if rule.kind in ("", new.get("kind")) and rule.breaks(before, after) and not rule.breaks(before, before):
            found.append(Refusal((rule.field,), rule.reason, rule.cost))
    return found


def is_sound(kube_object: KubeObject) -> bool:
    """Whether the server would take the object, as far as the tables tell."""
    whole = filled(kube_object)
    return not any(rule.breaks(whole, whole) for rule in RULES if rule.kind == whole.get("kind"))


def _fixed_spec(old: KubeObject, new: KubeObject) -> Iterator[Refusal]:
    """What of a StatefulSet's spec can never change."""
    below = [each for each in differences(old, new) if each.path[0] == "spec" and each.path[3:] not in _OF_TEMPLATES]
    if fields := tuple(str(each) for each in below if each.path[1] not in MAY_CHANGE):
        yield Refusal(fields, "this can never be changed in a StatefulSet", "the pods run on meanwhile")


def _reader(path: str) -> Callable[[KubeObject], Any]:
    """What tells what stands at the path, whose steps are parted by dots."""
    steps = path.split(".")
    return lambda held: at(held, *steps)


def _changes(path: str, *, given: bool = False) -> Breaks:
    """Whether the field changes, or does so where both sides have it."""
    read = _reader(path)

    def breaks(old: KubeObject, new: KubeObject) -> bool:
        before, after = read(old), read(new)
        return before != after and not (given and None in (before, after))

    return breaks


def _changes_sealed(path: str) -> Breaks:
    """Whether the field changes in an object that is `immutable`."""
    read = _reader(path)

    def breaks(old: KubeObject, new: KubeObject) -> bool:
        return old.get("immutable") is True and (read(old) or None) != (read(new) or None)

    return breaks


def _is(test: Callable[[Any], bool], path: str) -> Breaks:
    """Whether something stands in the new object's field of which the test holds."""
    read = _reader(path)
    return lambda _, new: (value := read(new)) is not None and test(value)


def _lacks(path: str) -> Breaks:
    """Whether nothing stands in the new object's field."""
    read = _reader(path)
    return lambda _, new: read(new) in (None, "", [], {})


def _is_other_than(*allowed: str) -> Callable[[Any], bool]:
    return lambda value: value not in allowed


def _is_no_count(value: Any) -> bool:
    return not isinstance(value, int) or value < 0


def _type_changes(old: KubeObject, new: KubeObject) -> bool:
    return (old.get("type") or "Opaque") != (new.get("type") or "Opaque")


def _lacks_keys(_: KubeObject, new: KubeObject) -> bool:
    return not KEYS.get(str(new.get("type")), set()) <= (new.get("data") or {}).keys()


def _is_not_selected(_: KubeObject, new: KubeObject) -> bool:
    wanted = at(new, "spec", "selector", "matchLabels") or {}
    labels = at(new, "spec", "template", "metadata", "labels") or {}
    return any(labels.get(key) != value for key, value in wanted.items())


def _has_both_bounds(_: KubeObject, new: KubeObject) -> bool:
    return None not in (at(new, "spec", "minAvailable"), at(new, "spec", "maxUnavailable"))


def _is_no_bound(value: Any) -> bool:
    return not (isinstance(value, int) and value >= 0) and not re.fullmatch(r"[0-9]+%", str(value))


def _rolls_by_hand(_: KubeObject, new: KubeObject) -> bool:
    strategy = at(new, "spec", "updateStrategy") or {}
    return strategy.get("type") == "OnDelete" and strategy.get("rollingUpdate") is not None


def _repeats(*names: str) -> Callable[[Any], bool]:
    """Whether two of the elements have the same in all of the fields."""

    def test(elements: Any) -> bool:
        keys = [tuple(str(each.get(name)) for name in names) for each in elements]
        return len(set(keys)) < len(keys)

    return test


def _has_relative_path(rules: Any) -> bool:
    paths = [match.get("path") or {} for rule in rules for match in rule.get("matches") or ()]
    texts = (str(path.get("value", "/")) for path in paths if path.get("type") != "RegularExpression")
    return any(not text.startswith("/") for text in texts)


def _has_no_issuer(_: KubeObject, new: KubeObject) -> bool:
    return "spec" in new and at(new, "spec", "issuerRef", "name") is None


def _is_no_amount(value: Any) -> bool:
    try:
        return amount(str(value)) <= 0
    except ValueError:
        return True


_ANEW = "it is away for a moment"
_UNREACHABLE = "clients cannot reach it for a moment, and it gets another address"
_WAITING = "pods that start meanwhile wait for it"
_COUNT = "must be a number from 0 up"
_SEALED = "an object that is `immutable` stays as it is"

# What can never change.
_FIXED = [
    Rule("", "metadata.name", _changes("metadata.name"), "an object of another name is another object"),
    Rule("", "metadata.namespace", _changes("metadata.namespace"), "an object of another namespace is another object"),
    Rule("", "metadata.uid", _changes("metadata.uid", given=True), "an object of another uid is another object"),
    Rule("RoleBinding", "roleRef", _changes("roleRef"), "can never be changed", "the account has no rights meanwhile"),
    Rule("Secret", "type", _type_changes, "can never be changed", _WAITING),
    *(
        Rule(kind, field, _changes_sealed(field), _SEALED, _WAITING)
        for kind in ("ConfigMap", "Secret")
        for field in ("binaryData", "data", "immutable")
    ),
    Rule("Service", "spec.clusterIP", changes_address, "an address can never be changed", _UNREACHABLE),
    Rule("Service", "spec.ipFamilies", changes_family, "the first family of addresses can never be changed", _ANEW),
    Rule("Service", "spec.loadBalancerClass", changes_class, "can never be changed in a load balancer", _UNREACHABLE),
    Rule("Service", "spec.healthCheckNodePort", changes_health_port, "can never be changed", _UNREACHABLE),
    Rule("PersistentVolumeClaim", "spec", claim_changes, "of a claim nothing changes but the size, which only grows"),
]

# What no object may say, as far as an update is likely to come to say it; what a manifest says is validated before.
_HELD = [
    *(
        Rule("StatefulSet", field, _is(_is_no_count, field), _COUNT)
        for field in (
            *("spec.replicas", "spec.ordinals.start", "spec.minReadySeconds"),
            "spec.updateStrategy.rollingUpdate.partition",
        )
    ),
    *(
        Rule("StatefulSet", field, _is(_is_other_than("Retain", "Delete"), field), "must be `Retain` or `Delete`")
        for field in (f"spec.persistentVolumeClaimRetentionPolicy.{when}" for when in ("whenDeleted", "whenScaled"))
    ),
    Rule("StatefulSet", "spec.updateStrategy.rollingUpdate", _rolls_by_hand, "must not stand beside `OnDelete`"),
    Rule("StatefulSet", "spec.template.metadata.labels", _is_not_selected, "must be those that the selector asks for"),
    Rule("StatefulSet", "spec.template.spec.containers", _lacks("spec.template.spec.containers"), "must not be empty"),
    Rule(
        "StatefulSet",
        "spec.template.spec.activeDeadlineSeconds",
        lambda _, new: at(new, "spec", "template", "spec", "activeDeadlineSeconds") is not None,
        "must not be set in a StatefulSet",
    ),
    Rule("Service", "spec.clusterIP", is_headless_on_nodes, "must not be `None` for a Service with ports on nodes"),
    Rule("Service", "spec.externalTrafficPolicy", has_policy_alone, "is for Services that can be reached from outside"),
    Rule("Service", "spec.loadBalancerClass", has_class_alone, "is for Services of type LoadBalancer"),
    Rule("Service", "spec.allocateLoadBalancerNodePorts", allocates_ports_alone, "is for type LoadBalancer"),
    Rule("Service", "spec.ipFamilyPolicy", needs_two_families, "needs a cluster with two families of addresses"),
    Rule("Service", "spec.ipFamilies", asks_for_a_second_family, "two families need another ipFamilyPolicy"),
    Rule("Service", "spec.ipFamilies", releases_family, "one family is left only with ipFamilyPolicy `SingleStack`"),
    Rule("Service", "spec.ports", is_beyond_node_ports, "a nodePort is from 30000 to 32767"),
    Rule("PodDisruptionBudget", "spec", _has_both_bounds, "must not have both minAvailable and maxUnavailable"),
    *(
        Rule("PodDisruptionBudget", field, _is(_is_no_bound, field), "must be a number or a percentage")
        for field in ("spec.minAvailable", "spec.maxUnavailable")
    ),
    Rule(
        "PodDisruptionBudget",
        "spec.unhealthyPodEvictionPolicy",
        _is(_is_other_than("IfHealthyBudget", "AlwaysAllow"), "spec.unhealthyPodEvictionPolicy"),
        "must be `IfHealthyBudget` or `AlwaysAllow`",
    ),
    Rule("Secret", "data", _lacks_keys, "lacks a key that its type asks for"),
    Rule(
        "PersistentVolumeClaim",
        "spec.resources",
        _is(_is_no_amount, "spec.resources.requests.storage"),
        "must be more than nothing",
    ),
    Rule("Gateway", "spec.gatewayClassName", _lacks("spec.gatewayClassName"), "must not be empty"),
    Rule("Gateway", "spec.listeners", _lacks("spec.listeners"), "must not be empty"),
    Rule("Gateway", "spec.listeners", _is(_repeats("name"), "spec.listeners"), "have names of their own"),
    Rule(
        "Gateway",
        "spec.listeners",
        _is(_repeats("port", "protocol", "hostname"), "spec.listeners"),
        "differ in port, protocol or hostname",
    ),
    Rule("HTTPRoute", "spec.rules", _is(lambda rules: rules == [], "spec.rules"), "must not be empty"),
    Rule("HTTPRoute", "spec.rules", _is(_has_relative_path, "spec.rules"), "a path begins with `/`"),
    Rule("Certificate", "spec.issuerRef.name", _has_no_issuer, "must be there"),
    Rule(
        "Certificate",
        "spec.privateKey.algorithm",
        _is(_is_other_than("RSA", "ECDSA", "Ed25519"), "spec.privateKey.algorithm"),
        "must be `RSA`, `ECDSA` or `Ed25519`",
    ),
]

RULES = (*_FIXED, *_HELD)
