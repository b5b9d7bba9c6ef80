# SPDX-License-Identifier: Apache-2.0
"""The probes between a pod's containers running and the pod being ready."""

import shlex
from collections.abc import Iterator
from typing import Any, Literal

from planton_sts.description.facts import Gate
from planton_sts.rendering import KubeObject
from planton_sts.wording import visible

# The longest part of a manifest's own text that a phrase quotes.
QUOTED = 48

GATES: tuple[Literal["startup", "readiness"], ...] = ("startup", "readiness")


def gates(container: KubeObject) -> Iterator[Gate]:
    """The container's gates: startup has succeeded before readiness is asked."""
    for role in GATES:
        probe = container.get(f"{role}Probe")
        if probe:
            yield _gate(role, probe)


def _gate(role: Literal["startup", "readiness"], probe: KubeObject) -> Gate:
    """The gate, with Kubernetes' defaults for what the probe leaves out."""
    return Gate(
        probe=role,
        passes_when=passes_when(probe),
        initial_delay_seconds=probe.get("initialDelaySeconds", 0),
        period_seconds=probe.get("periodSeconds", 10),
        failure_threshold=probe.get("failureThreshold", 3),
        success_threshold=probe.get("successThreshold", 1),
    )


def passes_when(probe: KubeObject) -> str:
    """What makes the probe succeed, in a phrase of one line."""
    match probe:
        case {"httpGet": get}:
            scheme = "HTTPS " if get.get("scheme") == "HTTPS" else ""
            return f"{scheme}GET {_quoted(get.get('path', '/'))} on {_port(get)} answers 200 to 399"
        case {"tcpSocket": socket}:
            return f"{_port(socket)} accepts a connection"
        case {"grpc": call}:
            service = f" for `{_quoted(call['service'])}`" if "service" in call else ""
            return f"gRPC on {_port(call)} answers SERVING{service}"
        case _:
            return f"`{_quoted(shlex.join(probe['exec']['command']))}` succeeds"


def _port(action: dict[str, Any]) -> str:
    host = f" of {_quoted(action['host'])}" if "host" in action else ""
    return f"port {action['port']}{host}"


def _quoted(text: str) -> str:
    """The manifest's text on one line, cut where it is long."""
    shown = visible(text)
    return shown if len(shown) <= QUOTED else f"{shown[: QUOTED - 1]}…"
