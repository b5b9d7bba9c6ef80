# SPDX-License-Identifier: Apache-2.0
"""A description for people, section by section."""

from collections.abc import Iterator

from planton_sts.description import phrases
from planton_sts.description.facts import Claims, Description, Object, Port
from planton_sts.description.layout import aligned, cut, filled, fits, hanging, table, wrapped

MARGIN = "  "
LABEL = 13


def text(description: Description, width: int = 80) -> str:
    """The application in a line and what it becomes below, in so many columns where names allow it."""
    sections = [f"{MARGIN}{line}" for line in _sections(description, width - len(MARGIN) - LABEL)]
    return "\n".join([*wrapped(phrases.heading(description), width), "", *sections]) + "\n"


def _sections(description: Description, room: int) -> Iterator[str]:
    """Each section's label beside its first line."""
    for label, lines in _contents(description, room):
        if lines:
            yield from hanging([f"{label:{LABEL}}{lines[0]}", *lines[1:]], " " * LABEL)


def _contents(description: Description, room: int) -> Iterator[tuple[str, list[str]]]:
    yield "Objects", filled((_object(kube_object, description) for kube_object in description.objects), " · ", room)
    yield "Patched", wrapped(phrases.patched(description.patched), room)
    yield "Init", table([(init.name, init.image) for init in description.init_containers], room)
    yield "Sidecars", table([(sidecar.name, sidecar.image) for sidecar in description.containers[1:]], room)
    yield "Pods", _pods(description, room)
    yield "Resources", wrapped(phrases.resources(description.containers[0]), room)
    yield "Variables", wrapped(phrases.told(description.containers[0]), room)
    yield "Storage", _storage(description, room)
    yield "Claims", filled(filter(None, map(phrases.claims, description.storage.templates)), " · ", room)
    yield "Start", wrapped(phrases.start(description.start), room)
    yield "Ready", wrapped(phrases.ready(description.gates), room)
    yield "Update", wrapped(phrases.update(description.update, description.rollout, description.replicas), room)
    yield "Scale down", wrapped(phrases.scale_down(description.scale_down), room)
    yield "Left behind", wrapped(phrases.left_behind(description), room)
    yield "Evictions", wrapped(phrases.evictions(description.evictions, description.replicas), room)
    yield "Reach it", list(_ways(description, room))


def _object(kube_object: Object, description: Description) -> str:
    elsewhere = kube_object.namespace not in (None, description.namespace)
    return f"{kube_object.kind} {kube_object.name}" + (f" in {kube_object.namespace}" if elsewhere else "")


def _pods(description: Description, room: int) -> list[str]:
    """The pods beside their hosts, if they have any; where that is too wide the hosts alone, which begin alike."""
    lines = aligned([(pod.name, pod.host) for pod in description.pods])
    if not fits(lines, room):
        lines = [pod.host or pod.name for pod in description.pods]
    if description.replicas > len(lines):
        lines.insert(-1, f"… {description.replicas - len(lines):,} more")
    return lines or ["none"]


def _storage(description: Description, room: int) -> list[str]:
    storage = description.storage
    rows = table([_template(template, description.replicas) for template in storage.templates], room)
    if description.replicas and len(storage.templates) > 1:
        rows.append(f"{phrases.sized(storage.total)} in {phrases.counted(storage.claims, 'claim')}")
    return rows or ["none of the pods' own"]


def _template(template: Claims, replicas: int) -> tuple[str, ...]:
    size = f"{replicas:,} x {template.size} = {phrases.sized(template.total)}" if replicas != 1 else template.size
    storage_class = f"class {template.storage_class}" if template.storage_class else "default class"
    return template.template, size, storage_class, ", ".join(template.access_modes)


def _ways(description: Description, room: int) -> Iterator[str]:
    """How clients reach the pods; without a port there is no Service for them."""
    endpoint = description.outputs.get("kubeEndpoint", "")
    if ":" not in endpoint and not description.others:
        hosts = "no port is declared, so there are only the host names of the pods"
        yield from wrapped(hosts if endpoint else "no Service leads to the pods", room)
        return
    yield from [endpoint] if endpoint else []
    if len(description.ports) > 1:
        yield from wrapped(f"ports {phrases.joined([_port(port) for port in description.ports])}", room)
    yield from cut(description.others)
    if "externalHostname" in description.outputs:
        yield description.outputs["externalHostname"]
    if "internalHostname" in description.outputs:
        yield from wrapped(f"{description.outputs['internalHostname']} from the private network", room)
    if "portForwardCommand" in description.outputs:
        yield description.outputs["portForwardCommand"]


def _port(port: Port) -> str:
    number = f"{port.number}" if port.protocol == "TCP" else f"{port.number}/{port.protocol}"
    return f"{number} ({port.name})" if port.name else number
