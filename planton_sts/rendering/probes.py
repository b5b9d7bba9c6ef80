# SPDX-License-Identifier: Apache-2.0
"""The probes of a container."""

from planton_sts.messages import HTTPGetAction, Probe, TCPSocketAction
from planton_sts.rendering.objects import KubeObject, given


def probe(asked: Probe) -> KubeObject:
    """The probe; nothing for one that is unset."""
    return {
        **_handler(asked),
        **given(
            initialDelaySeconds=asked.initial_delay_seconds,
            periodSeconds=asked.period_seconds,
            timeoutSeconds=asked.timeout_seconds,
            successThreshold=asked.success_threshold,
            failureThreshold=asked.failure_threshold,
        ),
    }


def _handler(asked: Probe) -> KubeObject:
    match asked.WhichOneof("handler"):
        case "http_get":
            return {"httpGet": _http_get(asked.http_get)}
        case "grpc":
            return {"grpc": {"port": asked.grpc.port, **given(service=asked.grpc.service)}}
        case "tcp_socket":
            return {"tcpSocket": {"port": _port(asked.tcp_socket), **given(host=asked.tcp_socket.host)}}
        case "exec":
            return {"exec": {"command": list(asked.exec.command)}}
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
