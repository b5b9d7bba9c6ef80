# SPDX-License-Identifier: Apache-2.0
"""Updates of objects, drawn: any of many values in every field, and one field or another changed to what else it has.

Beside what is rendered, these are what patches make of it, and what people apply by hand.
"""

import copy
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from random import Random
from typing import Any

from planton_sts import render
from planton_sts.comparison import misshapen
from updated import CHANGED, changed_again
from valid import CASES, case

Object = dict[str, Any]
Pair = tuple[Object, Object]
Path = tuple[str | int, ...]

SNAPSHOT = {"apiGroup": "snapshot.storage.k8s.io", "kind": "VolumeSnapshot", "name": "s"}
CLONE = {"kind": "PersistentVolumeClaim", "name": "x"}
PORTS = [
    {"name": "a", "port": 80},
    {"name": "a", "port": 80, "nodePort": 30080},
    {"name": "a", "port": 81, "protocol": "UDP"},
    {"name": "a", "port": 80, "targetPort": "http"},
    {"name": "a", "port": 80, "nodePort": 80},
    {"name": "a", "port": 443, "targetPort": 8443, "appProtocol": "https"},
]
PEERS = [
    {},
    {"from": [{"podSelector": {}}]},
    {"from": [{"ipBlock": {"cidr": "10.0.0.0/8", "except": ["10.1.0.0/16"]}}], "ports": [{"port": 80}]},
    {"ports": [{"port": 80, "endPort": 90}, {"port": "http", "protocol": "UDP"}]},
]
BOUNDS = [0, 1, 2, "50%", "100%", "101%", "a", -1]
DATA = [{"k": "YQ=="}, {"k": "Yg=="}, {"tls.crt": "YQ==", "tls.key": "Yg=="}, {".dockerconfigjson": "e30="}]
ROLE = {"apiGroup": "rbac.authorization.k8s.io", "kind": "Role", "name": "a"}
ACCOUNT = {"kind": "ServiceAccount", "name": "a"}

# What may stand in the fields of each kind; a field that is drawn rarely is left out as often as it is not.
FIELDS: dict[str, dict[str, list[Any]]] = {
    "v1 Service": {
        "spec.type": ["ClusterIP", "NodePort", "LoadBalancer", "ExternalName"],
        "spec.clusterIP": ["None", "10.96.0.20", "10.96.0.21", ""],
        "spec.clusterIPs": [["None"], ["10.96.0.20"], []],
        "spec.ipFamilies": [["IPv4"], ["IPv6"], ["IPv4", "IPv6"], []],
        "spec.ipFamilyPolicy": ["SingleStack", "PreferDualStack", "RequireDualStack"],
        "spec.sessionAffinity": ["None", "ClientIP"],
        "spec.sessionAffinityConfig": [{"clientIP": {"timeoutSeconds": seconds}} for seconds in (1, 10800)],
        "spec.externalTrafficPolicy": ["Local", "Cluster"],
        "spec.internalTrafficPolicy": ["Local", "Cluster"],
        "spec.healthCheckNodePort": [30001, 32767, 0],
        "spec.loadBalancerClass": ["example.com/a", "example.com/b"],
        "spec.allocateLoadBalancerNodePorts": [True, False],
        "spec.loadBalancerSourceRanges": [["10.0.0.0/8"], []],
        "spec.externalIPs": [["192.0.2.1"], []],
        "spec.externalName": ["a.example.com", "b.example.com"],
        "spec.publishNotReadyAddresses": [True, False],
        "spec.trafficDistribution": ["PreferClose", "PreferSameNode"],
        "spec.selector": [{"a": "b"}, {"a": "c"}, {}],
        "spec.ports": [*([port] for port in PORTS), [PORTS[0], {"name": "b", "port": 82}], []],
    },
    "v1 PersistentVolumeClaim": {
        "spec.accessModes": [["ReadWriteOnce"], ["ReadWriteMany"], ["ReadWriteOnce", "ReadOnlyMany"]],
        "spec.resources.requests.storage": ["1Gi", "1024Mi", "2Gi", "512Mi", "1G", "1000M"],
        "spec.resources.limits.storage": ["10Gi", "20Gi"],
        "spec.storageClassName": ["fast", "slow", ""],
        "spec.volumeMode": ["Filesystem", "Block"],
        "spec.volumeName": ["v", "w", ""],
        "spec.volumeAttributesClassName": ["gold", "silver", ""],
        "spec.selector": [{"matchLabels": {"a": "b"}}, {}],
        "spec.dataSource": [CLONE, SNAPSHOT],
        "spec.dataSourceRef": [CLONE, SNAPSHOT],
    },
    "policy/v1 PodDisruptionBudget": {
        "spec.selector": [{"matchLabels": {"a": "b"}}, {"matchLabels": {"a": "c"}}, {}],
        "spec.minAvailable": BOUNDS,
        "spec.maxUnavailable": BOUNDS,
        "spec.unhealthyPodEvictionPolicy": ["IfHealthyBudget", "AlwaysAllow", "Bad"],
    },
    "networking.k8s.io/v1 NetworkPolicy": {
        "spec.podSelector": [{}, {"matchLabels": {"a": "b"}}],
        "spec.policyTypes": [["Ingress"], ["Egress"], ["Ingress", "Egress"], [], ["Bad"]],
        "spec.ingress": [*([peer] for peer in PEERS), []],
        "spec.egress": [[{}], [{"to": [{"namespaceSelector": {}}]}], []],
    },
    "v1 Secret": {
        "type": ["Opaque", "", "kubernetes.io/tls", "kubernetes.io/dockerconfigjson", "example.com/a"],
        "data": DATA,
        "stringData": [{}, {"k": "a"}, {"k": "b"}],
        "immutable": [True, False],
    },
    "v1 ConfigMap": {
        "data": [{"k": "a"}, {"k": "b"}, {"k": "a", "l": "b"}],
        "binaryData": [{"b": "YQ=="}, {"b": "Yg=="}],
        "immutable": [True, False],
    },
    "rbac.authorization.k8s.io/v1 RoleBinding": {
        "roleRef": [ROLE, {**ROLE, "name": "b"}, {**ROLE, "kind": "ClusterRole"}, {"kind": "Role", "name": "a"}],
        "subjects": [[ACCOUNT], [{**ACCOUNT, "namespace": "data"}], []],
    },
}
# Without these an object is none.
NEEDED = {
    *("spec.type", "spec.ports", "spec.accessModes", "spec.resources.requests.storage"),
    *("spec.podSelector", "data", "roleRef"),
}


def drawn_update(random: Random) -> Pair:
    """An object, and what is to become of it."""
    if random.random() < 0.6:
        kind = random.choice([*FIELDS, *["v1 Service"] * 6])
        old, new = drawn(kind, random), drawn(kind, random)
        return old, crossed(old, new, random)
    old = random.choice(standing())
    return old, mutated(old, random)


def drawn(kind: str, random: Random) -> Object:
    """An object of the kind."""
    version, _, name = kind.partition(" ")
    found: Object = {"apiVersion": version, "kind": name, "metadata": {"name": "a", "namespace": "data"}}
    for path, values in FIELDS[kind].items():
        if path in NEEDED or random.random() < 0.25:
            put(found, path.split("."), random.choice(values))
    return found


def crossed(old: Object, new: Object, random: Random) -> Object:
    """The old object with some of the fields of the new one."""
    paths = [path.split(".") for path in FIELDS[f"{old['apiVersion']} {old['kind']}"]]
    result = copy.deepcopy(old)
    for steps in random.sample(paths, min(random.choice([1, 1, 2, 3]), len(paths))):
        value = new
        for step in steps:
            value = value.get(step, {}) if isinstance(value, dict) else {}
        put(result, steps, value or None)
    return result


def put(held: Any, steps: list[str], value: Any) -> None:
    """Let the value stand at the path; take away what does where it is None."""
    for step in steps[:-1]:
        held = held.setdefault(step, {})
    held[steps[-1]] = copy.deepcopy(value)
    if value is None:
        del held[steps[-1]]


def mutated(old: Object, random: Random) -> Object:
    """The object with one to three of its parts taken away, or replaced by what stands there in others of its kind."""
    result = copy.deepcopy(old)
    for _ in range(random.randint(1, 3)):
        paths = [path for path, _ in parts(result) if path[0] not in {"apiVersion", "kind", "metadata"}]
        if not paths:
            break
        *steps, last = random.choice(paths)
        held: Any = result
        for step in steps:
            held = held[step]
        others = known()[old["kind"]][general((*steps, last))]
        if others and random.random() < 0.7:
            held[last] = copy.deepcopy(random.choice(others))
        else:
            del held[last]
    return old if misshapen(result) else result


def parts(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value within the value, by its path."""
    items: Iterable[tuple[Any, Any]] = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for step, held in items:
        yield (*path, step), held
        yield from parts(held, (*path, step))


def general(path: Path) -> Path:
    """The path of every element alike."""
    return tuple("[]" if isinstance(step, int) else step for step in path)


@cache
def standing() -> list[Object]:
    """What is rendered and what the tables of updates hold, without what only a server says."""
    found = [made for name in CASES for made in render(case(name))]
    found += [each for pair in [*CHANGED.values(), *changed_again().values()] for each in pair]
    return [_unserved(each) for each in found]


def _unserved(kube_object: Object) -> Object:
    metadata = {name: held for name, held in kube_object["metadata"].items() if name not in {"uid", "resourceVersion"}}
    return {**{name: held for name, held in kube_object.items() if name != "status"}, "metadata": metadata}


@cache
def known() -> dict[str, dict[Path, list[Any]]]:
    """What stands at each path of objects of each kind."""
    found: dict[str, dict[Path, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for each in standing():
        for path, value in parts(each):
            if value not in (held := found[each["kind"]][general(path)]):
                held.append(value)
    return found
