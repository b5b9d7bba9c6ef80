# SPDX-License-Identifier: Apache-2.0
"""A description for people, section by section."""

from collections.abc import Iterator

from planton_sts.describe import phrases
from planton_sts.describe.facts import Claims, Description, Object, Port
from planton_sts.describe.layout import aligned, filled, fits, hanging, sentence, table

MARGIN = "  "
LABEL = 13


def text(description: Description, width: int = 80) -> str:
    """The application in a line and what it becomes below, in so many columns where names allow it."""
    sections = [f"{MARGIN}{line}" for line in _sections(description, width - len(MARGIN) - LABEL)]
    return "\n".join([*sentence(phrases.heading(description), width), "", *sections]) + "\n"


def _sections(description: Description, room: int) -> Iterator[str]:
    """Each section's label beside its first line."""
    for label, lines in _contents(description, room):
        if lines:
            yield from hanging([f"{label:{LABEL}}{lines[0]}", *lines[1:]], " " * LABEL)


def _contents(told: Description, room: int) -> Iterator[tuple[str, list[str]]]:
    yield "Objects", filled((_object(kube_object, told) for kube_object in told.objects), " · ", room)
    yield "Sidecars", table([(sidecar.name, sidecar.image) for sidecar in told.containers[1:]], room)
    yield "Pods", _pods(told, room)
    yield "Storage", _storage(told, room)
    yield "Claims", filled(filter(None, map(phrases.claims, told.storage.templates)), " · ", room)
    yield "Start", sentence(phrases.start(told.start), room)
    yield "Ready", sentence(phrases.ready(told.gates), room)
    yield "Update", sentence(phrases.update(told.update), room)
    yield "Scale down", sentence(phrases.scale_down(told.scale_down), room)
    yield "Left behind", sentence(phrases.left_behind(told), room)
    yield "Evictions", sentence(phrases.evictions(told.evictions, told.replicas), room)
    yield "Reach it", list(_ways(told, room))


def _object(kube_object: Object, told: Description) -> str:
    elsewhere = kube_object.namespace not in (None, told.namespace)
    return f"{kube_object.kind} {kube_object.name}" + (f" in {kube_object.namespace}" if elsewhere else "")


def _pods(told: Description, room: int) -> list[str]:
    """The pods beside their hosts; where that is too wide the hosts alone, whose names begin with the pods'."""
    lines = aligned([(pod.name, pod.host) for pod in told.pods])
    if not fits(lines, room):
        lines = [pod.host for pod in told.pods]
    if told.replicas > len(lines):
        lines.insert(-1, f"… {told.replicas - len(lines):,} more")
    return lines or ["none"]


def _storage(told: Description, room: int) -> list[str]:
    storage = told.storage
    rows = table([_template(template, told.replicas) for template in storage.templates], room)
    if told.replicas and len(storage.templates) > 1:
        rows.append(f"{phrases.sized(storage.total)} in {phrases.counted(storage.claims, 'claim')}")
    return rows or ["none of the pods' own"]


def _template(template: Claims, replicas: int) -> tuple[str, ...]:
    size = f"{replicas:,} x {template.size} = {phrases.sized(template.total)}" if replicas != 1 else template.size
    storage_class = f"class {template.storage_class}" if template.storage_class else "default class"
    return template.template, size, storage_class, ", ".join(template.access_modes)


def _ways(told: Description, room: int) -> Iterator[str]:
    """How clients reach the pods; without a port there is no Service for them."""
    if not told.ports:
        yield from sentence("no port is declared, so there are only the host names of the pods", room)
        return
    yield told.outputs["kubeEndpoint"]
    if len(told.ports) > 1:
        yield from sentence(f"ports {phrases.joined([_port(port) for port in told.ports])}", room)
    if "externalHostname" in told.outputs:
        yield told.outputs["externalHostname"]
        yield from sentence(f"{told.outputs['internalHostname']} from the private network", room)
    if "portForwardCommand" in told.outputs:
        yield told.outputs["portForwardCommand"]


def _port(port: Port) -> str:
    return f"{port.number} ({port.name})" if port.protocol == "TCP" else f"{port.number}/{port.protocol} ({port.name})"
