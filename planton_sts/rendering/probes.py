# SPDX-License-Identifier: Apache-2.0
"""The probes of a container, and what is done when it starts and stops."""

from typing import Any

from planton_sts.messages import HTTPGetAction, Lifecycle, Probe, TCPSocketAction
from planton_sts.rendering.kube_object import KubeObject, given
from planton_sts.rendering.own_form import beyond, own_form


def probe_of(probe: Probe) -> KubeObject:
    """The probe; nothing for one that is unset."""
    return {
        **_handler(probe),
        **given(
            initialDelaySeconds=probe.initial_delay_seconds,
            periodSeconds=probe.period_seconds,
            timeoutSeconds=probe.timeout_seconds,
            successThreshold=probe.success_threshold,
            failureThreshold=probe.failure_threshold,
        ),
        **beyond(probe),
    }


def lifecycle_of(lifecycle: Lifecycle) -> KubeObject:
    """What is done when the container starts and stops; nothing for one that is unset."""
    return given(postStart=_handler(lifecycle.post_start), preStop=_handler(lifecycle.pre_stop))


def _handler(asked: Any) -> KubeObject:
    """What a probe or a hook does."""
    match asked.WhichOneof("handler"):
        case "http_get":
            return {"httpGet": _http_get(asked.http_get)}
        case "tcp_socket":
            return {"tcpSocket": {"port": _port(asked.tcp_socket), **given(host=asked.tcp_socket.host)}}
        case "sleep":
            return {"sleep": {"seconds": asked.sleep.seconds}}
        case "exec" | "grpc" as other:
            return {other: own_form(getattr(asked, other))}
        case _:
            return {}


def _http_get(action: HTTPGetAction) -> KubeObject:
    headers = [{"name": header.name, "value": header.value} for header in action.http_headers]
    return {
        **given(path=action.path),
        "port": _port(action),
        **given(host=action.host, scheme=action.scheme, httpHeaders=headers),
    }


def _port(action: HTTPGetAction | TCPSocketAction) -> int | str:
    return action.port_name or action.port_number
