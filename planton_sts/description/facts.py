# SPDX-License-Identifier: Apache-2.0
"""What there is to tell of an application, as data; each form of this package makes text of it.

In JSON every attribute is a key of the same name in camelCase, an amount of storage is a quantity such as `30Gi`,
and what is None is null.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal


@dataclass(frozen=True, slots=True)
class Object:
    """One Kubernetes object.

    Attributes:
        kind: Its kind.
        name: Its name.
        namespace: Its namespace; None for one that is in none.

    """

    kind: str
    name: str
    namespace: str | None


@dataclass(frozen=True, slots=True)
class Container:
    """One container of each pod.

    Attributes:
        name: Its name.
        image: Its image, with tag or digest.
        requests: What is kept free for it on its node, by resource, those that come from defaults included.
        limits: What it may use at most, by resource, the same way.
        told: The variables by which it learns of its pod.

    """

    name: str
    image: str
    requests: Mapping[str, str]
    limits: Mapping[str, str]
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pod:
    """One pod.

    Attributes:
        ordinal: Its number, from 0.
        name: Its name, which is its HOSTNAME too.
        host: Its host name within the cluster.
        claims: Names of its PersistentVolumeClaims, one for each template.

    """

    ordinal: int
    name: str
    host: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """How the pods are kept apart.

    Attributes:
        across: The label of nodes of which those with one value are one place.
        mode: `required` where a pod waits for such a place, `preferred` where it may run elsewhere meanwhile.

    """

    across: str
    mode: str


@dataclass(frozen=True, slots=True)
class Claims:
    """The PersistentVolumeClaims that one template gives the pods.

    Attributes:
        template: Name of the template.
        size: Size of each claim, as it is written.
        total: Size of all together, in bytes.
        storage_class: StorageClass; None for the cluster's default.
        access_modes: How nodes and pods may mount the volume.
        first: Claim of the first pod; None when there are no pods.
        last: Claim of the last pod; None when there are no pods.

    """

    template: str
    size: str
    total: Fraction
    storage_class: str | None
    access_modes: tuple[str, ...]
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Storage:
    """The storage of all pods.

    Attributes:
        templates: The claims, template by template.
        claims: How many claims there are.
        total: Size of all together, in bytes.

    """

    templates: tuple[Claims, ...]
    claims: int
    total: Fraction


@dataclass(frozen=True, slots=True)
class Course:
    """The order in which something happens to the pods.

    Attributes:
        first: The pod it happens to first; None when there are no pods.
        last: The pod it happens to last.
        waits_for: What the pod before must be for it to go on: `ready` or `gone`; None when it happens to all at once.

    """

    first: str | None
    last: str | None
    waits_for: Literal["ready", "gone"] | None


@dataclass(frozen=True, slots=True)
class Rollout:
    """What holds a change back from the pods.

    Attributes:
        by_hand: Whether a pod changes only when somebody deletes it.
        kept: How many pods keep the old revision.
        at_once: How many pods may be down at a time, where the cluster knows of that.

    """

    by_hand: bool
    kept: int
    at_once: int


@dataclass(frozen=True, slots=True)
class Retention:
    """What becomes of the claims: `Retain` or `Delete`.

    Attributes:
        when_deleted: When the StatefulSet is deleted.
        when_scaled: When pods are scaled away.

    """

    when_deleted: str
    when_scaled: str


@dataclass(frozen=True, slots=True)
class Gate:
    """A probe that must succeed before a pod is ready.

    Attributes:
        probe: `startup` or `readiness`.
        passes_when: What makes it succeed, in a phrase.
        initial_delay_seconds: Seconds before it is asked first.
        period_seconds: Seconds between two questions.
        failure_threshold: Failures in a row after which it has failed; a container whose startup fails is restarted.
        success_threshold: Successes in a row that it takes.

    """

    probe: Literal["startup", "readiness"]
    passes_when: str
    initial_delay_seconds: int
    period_seconds: int
    failure_threshold: int
    success_threshold: int


@dataclass(frozen=True, slots=True)
class Evictions:
    """How many pods may be evicted, as draining a node does, while all are healthy.

    Attributes:
        budget: The bound of the PodDisruptionBudget, such as `minAvailable 2`; None without a budget.
        at_once: How many pods may be gone at a time; None when nothing bounds them.
        blocked: Whether there are pods and none of them may ever be evicted, so that no node of theirs can be drained.

    """

    budget: str | None
    at_once: int | None
    blocked: bool


@dataclass(frozen=True, slots=True)
class Port:
    """One port of the client Service.

    Attributes:
        name: Its name; empty where it has none.
        number: Its number on the Service.
        protocol: `TCP`, `UDP` or `SCTP`.

    """

    name: str
    number: int
    protocol: str


@dataclass(frozen=True, slots=True)
class Description:
    """What a manifest becomes.

    Attributes:
        name: Name of the application.
        namespace: Namespace of the application.
        replicas: How many pods there are.
        pod_management_policy: `OrderedReady` or `Parallel`.
        containers: The containers of each pod, the application's own first.
        init_containers: The containers that each pod starts before them, in order.
        objects: Every object, in the order to apply them.
        patched: Those of them that patches change, in ways that are not told.
        pods: The pods; of more than six, the first three and the last.
        spread: How they are kept apart by `spec.spread`; None where it is unset.
        hardened: Whether they hold to the restricted Pod Security Standard by `spec.hardened`.
        storage: What the pods keep.
        start: The order in which the pods start.
        rollout: What holds a change back from them.
        update: The order in which a change replaces them.
        scale_down: The order in which they stop.
        retention: What becomes of the claims.
        left_behind: Claims that stay, with their data, when the last pod is no more.
        gates: What must succeed before a pod is ready, in order; a pod without gates is ready once its containers run.
        evictions: What the disruption budget allows.
        ports: The ports of the client Service, or of the headless one where the manifest wants none for clients.
        others: Where the Services can be reached that the manifest adds to these two.
        outputs: The stack outputs that are not empty, by their names in JSON.

    """

    name: str
    namespace: str
    replicas: int
    pod_management_policy: str
    containers: tuple[Container, ...]
    init_containers: tuple[Container, ...]
    objects: tuple[Object, ...]
    patched: tuple[Object, ...]
    pods: tuple[Pod, ...]
    spread: Spread | None
    hardened: bool
    storage: Storage
    start: Course
    rollout: Rollout
    update: Course
    scale_down: Course
    retention: Retention
    left_behind: tuple[str, ...]
    gates: tuple[Gate, ...]
    evictions: Evictions
    ports: tuple[Port, ...]
    others: tuple[str, ...]
    outputs: Mapping[str, str]
