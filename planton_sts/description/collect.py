# SPDX-License-Identifier: Apache-2.0
"""An application to what there is to tell of it, read off the very objects that are rendered."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Literal

from google.protobuf.json_format import MessageToDict

from planton_sts.application import Application
from planton_sts.description.facts import (
    Claims,
    Container,
    Course,
    Description,
    Evictions,
    Object,
    Pod,
    Port,
    Retention,
    Rollout,
    Spread,
    Storage,
)
from planton_sts.description.gates import gates
from planton_sts.description.layout import listed
from planton_sts.names import Names, PodNames
from planton_sts.quantity import amount
from planton_sts.rendering import KubeObject, unpatched
from planton_sts.rendering.patches import changed
from planton_sts.stack_outputs import stack_outputs


def description(application: Application) -> Description:
    """What the application becomes."""
    # A patch may make of them what nothing here knows to read.
    rendered, names = unpatched(application), application.names
    spec = _spec(rendered, "StatefulSet", names.pods.stateful_set)
    replicas, policy = spec.get("replicas", 1), spec.get("podManagementPolicy", "OrderedReady")
    first = spec.get("ordinals", {}).get("start", 0)
    ordinals = range(first, first + replicas)
    retention, held = retention_of(spec), rollout(spec, ordinals)
    pod = spec["template"]["spec"]
    wanted = application.input.target.spec
    app = wanted.container.app.name or "app"
    containers = sorted(pod["containers"], key=lambda container: container["name"] != app)
    templates = spec.get("volumeClaimTemplates", [])
    outputs = stack_outputs(application)
    service = outputs.service or names.headless_service
    return Description(
        name=names.name,
        namespace=names.namespace,
        replicas=replicas,
        pod_management_policy=policy,
        containers=tuple(map(_container, containers)),
        init_containers=tuple(map(_container, pod.get("initContainers", ()))),
        objects=tuple(_object(kube_object["kind"], kube_object["metadata"]) for kube_object in rendered),
        patched=tuple(
            _object(rendered[number]["kind"], rendered[number]["metadata"]) for number in changed(application, rendered)
        ),
        pods=tuple(_pod(ordinals[number], templates, names) for number in listed(replicas)),
        spread=Spread(wanted.spread.across, wanted.spread.mode) if wanted.HasField("spread") else None,
        hardened=wanted.hardened,
        storage=storage(templates, ordinals, names),
        start=start(policy, ordinals, names.pods),
        rollout=held,
        update=update(held, ordinals, names.pods),
        scale_down=scale_down(policy, ordinals, names.pods),
        retention=retention,
        left_behind=_claims(ordinals[-1], templates, names) if ordinals and retention.when_scaled == "Retain" else (),
        gates=tuple(gates(containers[0])),
        evictions=evictions(_spec(rendered, "PodDisruptionBudget", names.budget), replicas),
        ports=tuple(_port(port) for port in _spec(rendered, "Service", service).get("ports", ())),
        others=tuple(_addresses(rendered, names)),
        outputs=MessageToDict(outputs),
    )


def _spec(rendered: Iterable[KubeObject], kind: str, name: str) -> KubeObject:
    """The spec of the object; an empty one when it is not rendered."""
    found = (o["spec"] for o in rendered if o["kind"] == kind and o["metadata"]["name"] == name)
    return next(found, {})


def _object(kind: str, metadata: KubeObject) -> Object:
    return Object(kind, metadata["name"], metadata.get("namespace"))


def _container(container: KubeObject) -> Container:
    resources = container.get("resources", {})
    told = (variable["name"] for variable in container.get("env", ()) if "fieldRef" in variable.get("valueFrom", ()))
    return Container(
        container["name"],
        container["image"],
        requests=resources.get("requests", {}),
        limits=resources.get("limits", {}),
        told=tuple(told),
    )


def _pod(ordinal: int, templates: Iterable[KubeObject], names: Names) -> Pod:
    return Pod(ordinal, names.pods.name(ordinal), names.pod_host(ordinal), _claims(ordinal, templates, names))


def _claims(ordinal: int, templates: Iterable[KubeObject], names: Names) -> tuple[str, ...]:
    return tuple(names.pods.claim(template["metadata"]["name"], ordinal) for template in templates)


def _port(port: KubeObject) -> Port:
    return Port(port.get("name", ""), port["port"], port.get("protocol", "TCP"))


def _addresses(rendered: Iterable[KubeObject], names: Names) -> Iterator[str]:
    """Where the Services can be reached that the manifest adds to the two that every application has."""
    for kube_object in rendered:
        name = kube_object["metadata"]["name"]
        if kube_object["kind"] == "Service" and name not in {names.service, names.headless_service}:
            ports = kube_object["spec"].get("ports", ())
            yield ":".join([names.host(name), *(str(port["port"]) for port in ports[:1])])


def start(policy: str, ordinals: range, names: PodNames) -> Course:
    """Upwards; under `Parallel` all at once."""
    return _course(ordinals, None if policy == "Parallel" else "ready", names)


def update(held: Rollout, ordinals: range, names: PodNames) -> Course:
    """Downwards as far as the partition, one at a time unless more may be down: the policy governs scaling alone."""
    reached = ordinals[held.kept :][::-1]
    return _course(reached, "ready", names)


def rollout(spec: KubeObject, ordinals: range) -> Rollout:
    """What the spec of a StatefulSet holds back from the pods of these numbers."""
    strategy = spec.get("updateStrategy", {})
    rolling = strategy.get("rollingUpdate", {})
    by_hand = strategy.get("type") == "OnDelete"
    kept = len(ordinals) if by_hand else min(max(rolling.get("partition", 0) - ordinals.start, 0), len(ordinals))
    return Rollout(by_hand, kept, max(1, scaled(rolling.get("maxUnavailable", 1), len(ordinals), up=False)))


def scale_down(policy: str, ordinals: range, names: PodNames) -> Course:
    """Downwards; under `Parallel` all at once."""
    return _course(ordinals[::-1], None if policy == "Parallel" else "gone", names)


def _course(ordinals: range, waits_for: Literal["ready", "gone"] | None, names: PodNames) -> Course:
    """The course through the pods of these numbers."""
    if not ordinals:
        return Course(None, None, waits_for)
    return Course(names.name(ordinals[0]), names.name(ordinals[-1]), waits_for)


def retention_of(spec: KubeObject) -> Retention:
    """What the spec of a StatefulSet says becomes of the claims."""
    policy = spec.get("persistentVolumeClaimRetentionPolicy", {})
    return Retention(policy.get("whenDeleted", "Retain"), policy.get("whenScaled", "Retain"))


def storage(templates: Sequence[KubeObject], ordinals: range, names: Names) -> Storage:
    """The claims of the pods of these numbers, and what they amount to."""
    claims = tuple(_claims_of(template, ordinals, names) for template in templates)
    return Storage(claims, len(ordinals) * len(claims), sum((claim.total for claim in claims), Fraction(0)))


def _claims_of(template: KubeObject, ordinals: range, names: Names) -> Claims:
    name, spec = template["metadata"]["name"], template["spec"]
    size = spec["resources"]["requests"]["storage"]
    return Claims(
        template=name,
        size=size,
        total=len(ordinals) * amount(size),
        storage_class=spec.get("storageClassName"),
        access_modes=tuple(spec["accessModes"]),
        first=names.pods.claim(name, ordinals[0]) if ordinals else None,
        last=names.pods.claim(name, ordinals[-1]) if ordinals else None,
    )


def evictions(budget: KubeObject, replicas: int) -> Evictions:
    """How many of so many healthy pods the budget's spec lets go at a time; an empty spec is no budget."""
    for bound in ("minAvailable", "maxUnavailable"):
        if bound in budget:
            pods = scaled(budget[bound], replicas)
            spare = replicas - pods if bound == "minAvailable" else min(pods, replicas)
            at_once = max(spare, 0)
            return Evictions(f"{bound} {budget[bound]}", at_once, blocked=replicas > 0 and at_once == 0)
    return Evictions(None, None, blocked=False)


def scaled(bound: int | str, replicas: int, *, up: bool = True) -> int:
    """The bound in pods; the disruption controller rounds a percentage up, and the StatefulSet's own rounds it down."""
    if isinstance(bound, int):
        return bound
    hundredths = int(bound.removesuffix("%")) * replicas
    return -(-hundredths // 100) if up else hundredths // 100
