# SPDX-License-Identifier: Apache-2.0
"""What cannot change in Services, of which the server fills in much and keeps what is left out."""

from collections.abc import Callable
from typing import Any

from planton_sts.comparison.fields import KubeObject

NODE_PORTS = range(30000, 32768)

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
    has_two = len(_families(old)) > 1 and not _is_unrouted(old)
    is_free = _kept_address(old, new) == "None" and not _spec(new).get("selector")
    return _has_address(new) and _kept_policy(old, new) == "RequireDualStack" and not (has_two or is_free)


def asks_for_a_second_family(old: KubeObject, new: KubeObject) -> bool:
    """Whether two families are asked for beside the policy, kept or new, that one is enough."""
    is_asked = len(_spec(new).get("ipFamilies") or ()) > 1
    return _has_address(new) and is_asked and _kept_policy(old, new) == "SingleStack"


def releases_family(old: KubeObject, new: KubeObject) -> bool:
    """Whether the second family of addresses goes without its being said that one is enough."""
    asked = _spec(new).get("ipFamilies") or ()
    is_less = 0 < len(asked) < len(_families(old)) and _has_address(old) and _has_address(new)
    return is_less and _kept_policy(old, new) != "SingleStack"


def _is_unrouted(service: KubeObject) -> bool:
    """Whether nothing is routed to the Service, which then may be of families that the cluster does not have."""
    return _has_address(service) and _address(service) == "None" and not _spec(service).get("selector")


def _policy(service: KubeObject) -> str:
    """How many families the Service is of; what is not said, the server settles."""
    return str(_spec(service).get("ipFamilyPolicy") or ("RequireDualStack" if _is_unrouted(service) else "SingleStack"))


def _kept_policy(old: KubeObject, new: KubeObject) -> str:
    """The new policy; the old one stays where none is asked for."""
    is_kept = _has_address(old) and not _spec(new).get("ipFamilyPolicy")
    return _policy(old if is_kept else new)


def _families(service: KubeObject) -> list[str]:
    """The families of the Service's addresses; the server adds one to what it routes nothing to."""
    asked = _spec(service).get("ipFamilies") or ["IPv4"]
    is_added = _is_unrouted(service) and _policy(service) != "SingleStack"
    return [*asked, *(["the other"] if is_added and len(asked) == 1 else [])]


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
    return _has_address(new) and _is_stray("externalTrafficPolicy", old, new, _is_outside)


def _is_stray(name: str, old: KubeObject, new: KubeObject, fits: Callable[[KubeObject], bool]) -> bool:
    """Whether the field stands in a Service that it does not fit; what is left from when it did is dropped."""
    before, after = _spec(old).get(name), _spec(new).get(name)
    return after is not None and not fits(new) and not (fits(old) and before == after)


def _is_balancer(service: KubeObject) -> bool:
    return _type(service) == "LoadBalancer"


def _is_outside(service: KubeObject) -> bool:
    return _type(service) in _ON_NODES or (_type(service) == "ClusterIP" and bool(_spec(service).get("externalIPs")))


def changes_health_port(old: KubeObject, new: KubeObject) -> bool:
    """Whether the port by which load balancers ask for health becomes another, which the server gave or was told."""
    before, after = (_spec(service).get("healthCheckNodePort") or 0 for service in (old, new))
    return _is_asked_for_health(old) and _is_asked_for_health(new) and after not in {0, before}


def _is_asked_for_health(service: KubeObject) -> bool:
    return _is_balancer(service) and _spec(service).get("externalTrafficPolicy") == "Local"


def is_beyond_node_ports(_: KubeObject, new: KubeObject) -> bool:
    """Whether a port on nodes is none that a node has for Services."""
    ports = (port.get("nodePort") or NODE_PORTS[0] for port in _spec(new).get("ports") or ())
    return _has_address(new) and any(port not in NODE_PORTS for port in ports)
