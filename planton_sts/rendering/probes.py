# SPDX-License-Identifier: Apache-2.0
"""The probes of a container."""

from planton_sts.messages import HTTPGetAction, Probe, TCPSocketAction
from planton_sts.rendering.kube_object import KubeObject, given


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
    }


def _handler(probe: Probe) -> KubeObject:
    match probe.WhichOneof("handler"):
        case "http_get":
            return {"httpGet": _http_get(probe.http_get)}
        case "grpc":
            return {"grpc": {"port": probe.grpc.port, **given(service=probe.grpc.service)}}
        case "tcp_socket":
            return {"tcpSocket": {"port": _port(probe.tcp_socket), **given(host=probe.tcp_socket.host)}}
        case "exec":
            return {"exec": {"command": list(probe.exec.command)}}
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
