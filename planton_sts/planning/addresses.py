# SPDX-License-Identifier: Apache-2.0
"""What cannot change in Services, of which the server fills in much and keeps what is left out."""

from collections.abc import Callable
from typing import Any

from planton_sts.comparison.fields import KubeObject

_ON_NODES = {"NodePort", "LoadBalancer"}


def _spec(service: KubeObject) -> dict[str, Any]:
    return service.get("spec") or {}


def _type(service: KubeObject) -> str:
    return str(_spec(service).get("type") or "ClusterIP")


def _has_address(service: KubeObject) -> bool:
    """Whether Services of the type have an address, or say that they want none."""
    return _type(service) != "ExternalName"


def _address(service: KubeObject) -> str | None:
    """The address, or `None` in its place; None where the server gave one that nobody wrote down."""
    spec = _spec(service)
    return spec.get("clusterIP") or next(iter(spec.get("clusterIPs") or ()), None)


def _kept_address(old: KubeObject, new: KubeObject) -> str | None:
    """The new address; the old one stays where none is asked for."""
    return _address(new) or (_address(old) if _has_address(old) else None)


def changes_address(old: KubeObject, new: KubeObject) -> bool:
    """Whether a Service that has an address shall get another one."""
    both = _has_address(old) and _has_address(new)
    return both and _kept_address(old, new) != _address(old)


def is_headless_on_nodes(old: KubeObject, new: KubeObject) -> bool:
    """Whether a Service with ports on nodes would be without address."""
    return _type(new) in _ON_NODES and _kept_address(old, new) == "None"


def changes_family(old: KubeObject, new: KubeObject) -> bool:
    """Whether the first family of addresses becomes another; IPv4 is taken for the cluster's where none is said."""
    if not (_has_address(old) and _has_address(new)) or "None" in {_address(old), _kept_address(old, new)}:
        return False
    before, after = (_spec(service).get("ipFamilies") or ["IPv4"] for service in (old, new))
    return bool(_spec(new).get("ipFamilies")) and before[0] != after[0]


def needs_two_families(old: KubeObject, new: KubeObject) -> bool:
    """Whether two families are asked for, which nothing says the cluster has."""
    has_two = bool((_spec(old).get("ipFamilies") or ())[1:])
    return _spec(new).get("ipFamilyPolicy") == "RequireDualStack" and not has_two


def changes_class(old: KubeObject, new: KubeObject) -> bool:
    """Whether a load balancer shall get another class."""
    both = _type(old) == _type(new) == "LoadBalancer"
    return both and _spec(old).get("loadBalancerClass") != _spec(new).get("loadBalancerClass")


def has_class_alone(old: KubeObject, new: KubeObject) -> bool:
    """Whether what is no load balancer has a class."""
    return _is_stray("loadBalancerClass", old, new, _is_balancer)


def allocates_ports_alone(old: KubeObject, new: KubeObject) -> bool:
    """Whether what is no load balancer says whether it allocates ports."""
    return _is_stray("allocateLoadBalancerNodePorts", old, new, _is_balancer)


def has_policy_alone(old: KubeObject, new: KubeObject) -> bool:
    """Whether what nobody reaches from outside says how."""
    return _is_stray("externalTrafficPolicy", old, new, _is_outside)


def _is_stray(name: str, old: KubeObject, new: KubeObject, fits: Callable[[KubeObject], bool]) -> bool:
    """Whether the field stands in a Service that it does not fit; what is left from when it did is dropped."""
    before, after = _spec(old).get(name), _spec(new).get(name)
    return after is not None and not fits(new) and not (fits(old) and before == after)


def _is_balancer(service: KubeObject) -> bool:
    return _type(service) == "LoadBalancer"


def _is_outside(service: KubeObject) -> bool:
    return _type(service) in _ON_NODES or (_type(service) == "ClusterIP" and bool(_spec(service).get("externalIPs")))


def changes_health_port(old: KubeObject, new: KubeObject) -> bool:
    """Whether the port by which load balancers ask for health becomes another."""
    before, after = (_health_port(service) for service in (old, new))
    return None not in (before, after) and before != after


def _health_port(service: KubeObject) -> int | None:
    is_asked = _is_balancer(service) and _spec(service).get("externalTrafficPolicy") == "Local"
    return _spec(service).get("healthCheckNodePort") if is_asked else None
