# SPDX-License-Identifier: Apache-2.0
"""A stack input to what there is to tell of it, read off the very objects that are rendered."""

from collections.abc import Iterable

from google.protobuf.json_format import MessageToDict

from planton_sts.describe.courses import scale_down, start, update
from planton_sts.describe.evictions import evictions
from planton_sts.describe.facts import Container, Description, Object, Pod, Port
from planton_sts.describe.gates import gates
from planton_sts.describe.selection import listed
from planton_sts.describe.storage import storage
from planton_sts.messages import KubernetesStatefulSetStackInput
from planton_sts.names import Names, names
from planton_sts.rendering import KubeObject, render_resolved
from planton_sts.stack_outputs import outputs_resolved


def description(stack_input: KubernetesStatefulSetStackInput) -> Description:
    """What a valid manifest whose references are settled becomes."""
    objects, known = render_resolved(stack_input), names(stack_input)
    spec = _spec(objects, "StatefulSet", known.stateful_set)
    replicas, policy = spec["replicas"], spec["podManagementPolicy"]
    containers = spec["template"]["spec"]["containers"]
    templates = spec.get("volumeClaimTemplates", [])
    return Description(
        name=known.name,
        namespace=known.namespace,
        replicas=replicas,
        pod_management_policy=policy,
        containers=tuple(Container(container["name"], container["image"]) for container in containers),
        objects=tuple(_object(kube_object["kind"], kube_object["metadata"]) for kube_object in objects),
        pods=tuple(_pod(ordinal, templates, known) for ordinal in listed(replicas)),
        storage=storage(templates, replicas, known),
        start=start(policy, replicas, known),
        update=update(replicas, known),
        scale_down=scale_down(policy, replicas, known),
        left_behind=_claims(replicas - 1, templates, known) if replicas else (),
        gates=tuple(gates(containers[0])),
        evictions=evictions(_spec(objects, "PodDisruptionBudget", known.budget), replicas),
        ports=tuple(_port(port) for port in _spec(objects, "Service", known.service).get("ports", ())),
        outputs=MessageToDict(outputs_resolved(stack_input)),
    )


def _spec(objects: Iterable[KubeObject], kind: str, name: str) -> KubeObject:
    """The spec of the object; an empty one when it is not rendered."""
    found = (o["spec"] for o in objects if o["kind"] == kind and o["metadata"]["name"] == name)
    return next(found, {})


def _object(kind: str, metadata: KubeObject) -> Object:
    return Object(kind, metadata["name"], metadata.get("namespace"))


def _pod(ordinal: int, templates: Iterable[KubeObject], known: Names) -> Pod:
    return Pod(ordinal, known.pod(ordinal), known.pod_host(ordinal), _claims(ordinal, templates, known))


def _claims(ordinal: int, templates: Iterable[KubeObject], known: Names) -> tuple[str, ...]:
    return tuple(known.claim(template["metadata"]["name"], ordinal) for template in templates)


def _port(port: KubeObject) -> Port:
    return Port(port["name"], port["port"], port["protocol"])
