# SPDX-License-Identifier: Apache-2.0
"""The Gateways of an ingress that has its own, and the certificate that they serve."""

from collections.abc import Iterator

from planton_sts.names import Entrance, GatewayNames, Names
from planton_sts.rendering.kube_object import KubeObject, metadata


def gateways(own: GatewayNames, names: Names) -> Iterator[KubeObject]:
    """The certificate, unless it exists already, and the Gateway of each way in."""
    if own.certificate:
        yield _certificate(own, names)
    for entrance in own.entrances:
        yield _gateway(entrance, own, names)


def _certificate(own: GatewayNames, names: Names) -> KubeObject:
    """The certificate of both host names."""
    return {
        "apiVersion": "cert-manager.io/v1",
        "kind": "Certificate",
        "metadata": metadata(own.certificate, names, own.namespace),
        "spec": {
            "secretName": own.tls_secret,
            "dnsNames": [own.external.hostname, own.internal.hostname],
            "issuerRef": {"kind": "ClusterIssuer", "name": own.issuer},
        },
    }


def _gateway(entrance: Entrance, own: GatewayNames, names: Names) -> KubeObject:
    """The Gateway of one way in."""
    return {
        "apiVersion": "gateway.networking.k8s.io/v1",
        "kind": "Gateway",
        "metadata": metadata(entrance.gateway, names, entrance.namespace),
        "spec": {
            "gatewayClassName": own.gateway_class,
            "addresses": [{"type": "Hostname", "value": entrance.address}],
            "listeners": [
                {
                    **_listener(entrance.https_listener, entrance.hostname, 443, "HTTPS"),
                    "tls": {"mode": "Terminate", "certificateRefs": [{"name": own.tls_secret}]},
                },
                _listener(entrance.http_listener, entrance.hostname, 80, "HTTP"),
            ],
        },
    }


def _listener(name: str, hostname: str, port: int, protocol: str) -> KubeObject:
    # The routes live in the application's namespace, not in the Gateway's.
    return {
        "name": name,
        "hostname": hostname,
        "port": port,
        "protocol": protocol,
        "allowedRoutes": {"namespaces": {"from": "All"}},
    }
