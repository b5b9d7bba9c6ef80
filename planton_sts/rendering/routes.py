# SPDX-License-Identifier: Apache-2.0
"""The routes from Gateways to the application, be the Gateways its own or others'."""

from collections.abc import Iterator

from planton_sts.messages import KubernetesStatefulSetIngress
from planton_sts.names import Entrance, IngressNames, Names
from planton_sts.rendering.kube_object import KubeObject, metadata
from planton_sts.rendering.own_form import own_form

# Application protocols whose calls have a kind of route of their own.
GRPC = {"grpc", "grpcs"}


def routes(ingress: KubernetesStatefulSetIngress, own: IngressNames, names: Names) -> Iterator[KubeObject]:
    """The routes of the ingress."""
    for kind, name, spec in _routes(ingress, own, names):
        yield {
            "apiVersion": "gateway.networking.k8s.io/v1",
            "kind": kind,
            "metadata": metadata(name, names, annotations=dict(sorted(ingress.annotations.items()))),
            "spec": spec,
        }


def _routes(
    ingress: KubernetesStatefulSetIngress, own: IngressNames, names: Names
) -> Iterator[tuple[str, str, KubeObject]]:
    """Kind, name and spec of each route."""
    # A path is no part of what a GRPCRoute matches, and calls of gRPC have one.
    kind = "GRPCRoute" if own.app_protocol.lower() in GRPC and not ingress.path else "HTTPRoute"
    if own.gateways is None:
        parents = [own_form(parent) for parent in ingress.parent_refs]
        rule = _to_application(kind, ingress, own, names)
        yield kind, own.name, {"parentRefs": parents, "hostnames": [own.hostname], "rules": [rule]}
        return
    for entrance in own.gateways.entrances:
        rule = _to_application(kind, ingress, own, names)
        yield "HTTPRoute", entrance.redirect, _from(entrance, entrance.http_listener, _to_https())
        yield kind, entrance.route, _from(entrance, entrance.https_listener, rule)


def _from(entrance: Entrance, listener: str, rule: KubeObject) -> KubeObject:
    """What applies the rule to what one listener takes."""
    return {
        "parentRefs": [{"name": entrance.gateway, "namespace": entrance.namespace, "sectionName": listener}],
        "hostnames": [entrance.hostname],
        "rules": [rule],
    }


def _to_https() -> KubeObject:
    redirect = {"scheme": "https", "statusCode": 301}
    return {"filters": [{"type": "RequestRedirect", "requestRedirect": redirect}]}


def _to_application(kind: str, ingress: KubernetesStatefulSetIngress, own: IngressNames, names: Names) -> KubeObject:
    backend = {"backendRefs": [{"name": names.service, "port": own.port}]}
    if kind == "GRPCRoute":
        return backend
    path_type = "PathPrefix" if ingress.path_type == "Prefix" else ingress.path_type
    return {"matches": [{"path": {"type": path_type, "value": ingress.path or "/"}}], **backend}
