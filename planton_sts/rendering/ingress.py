# SPDX-License-Identifier: Apache-2.0
"""The ingress: a certificate, two Gateways that serve it, and the routes from them to the application."""

from collections.abc import Iterator

from planton_sts.names import Entrance, IngressNames, Names
from planton_sts.rendering.kube_object import KubeObject, metadata


def ingress(own: IngressNames, names: Names) -> Iterator[KubeObject]:
    """The objects of the ingress."""
    yield _certificate(own, names)
    for entrance in own.entrances:
        yield _gateway(entrance, own, names)
    for entrance in own.entrances:
        yield _route(entrance.redirect, entrance.http_listener, _to_https(), entrance, names)
        yield _route(entrance.route, entrance.https_listener, _to_application(own, names), entrance, names)


def _certificate(own: IngressNames, names: Names) -> KubeObject:
    """The certificate of both host names."""
    return {
        "apiVersion": "cert-manager.io/v1",
        "kind": "Certificate",
        "metadata": metadata(own.certificate, names, own.namespace),
        "spec": {
            "secretName": own.certificate,
            "dnsNames": [own.external.hostname, own.internal.hostname],
            "issuerRef": {"kind": "ClusterIssuer", "name": own.issuer},
        },
    }


def _gateway(entrance: Entrance, own: IngressNames, names: Names) -> KubeObject:
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
                    "tls": {"mode": "Terminate", "certificateRefs": [{"name": own.certificate}]},
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


def _route(name: str, listener: str, rule: KubeObject, entrance: Entrance, names: Names) -> KubeObject:
    """The HTTPRoute that applies the rule to what one listener takes."""
    return {
        "apiVersion": "gateway.networking.k8s.io/v1",
        "kind": "HTTPRoute",
        "metadata": metadata(name, names),
        "spec": {
            "parentRefs": [{"name": entrance.gateway, "namespace": entrance.namespace, "sectionName": listener}],
            "hostnames": [entrance.hostname],
            "rules": [rule],
        },
    }


def _to_https() -> KubeObject:
    redirect = {"scheme": "https", "statusCode": 301}
    return {"filters": [{"type": "RequestRedirect", "requestRedirect": redirect}]}


def _to_application(own: IngressNames, names: Names) -> KubeObject:
    return {
        "matches": [{"path": {"type": "PathPrefix", "value": "/"}}],
        "backendRefs": [{"name": names.service, "port": own.port}],
    }
