# SPDX-License-Identifier: Apache-2.0
"""The ingress: Gateways and routes from them to the application, or an Ingress of some class."""

from collections.abc import Iterator

from planton_sts.messages import KubernetesStatefulSetIngress
from planton_sts.names import IngressNames, Names
from planton_sts.rendering.gateways import gateways
from planton_sts.rendering.kube_object import KubeObject, given, metadata
from planton_sts.rendering.routes import routes


def ingress(wanted: KubernetesStatefulSetIngress, own: IngressNames, names: Names) -> Iterator[KubeObject]:
    """The objects of the ingress."""
    if own.gateways:
        yield from gateways(own.gateways, names)
    if wanted.ingress_class_name:
        yield _of_class(wanted, own, names)
    else:
        yield from routes(wanted, own, names)


def _of_class(wanted: KubernetesStatefulSetIngress, own: IngressNames, names: Names) -> KubeObject:
    """The Ingress that a controller of its class serves."""
    backend = {"service": {"name": names.service, "port": {"number": own.port}}}
    path = {"path": wanted.path or "/", "pathType": wanted.path_type, "backend": backend}
    tls = [{"hosts": [own.hostname], "secretName": wanted.tls_secret_name}] if wanted.tls_secret_name else []
    return {
        "apiVersion": "networking.k8s.io/v1",
        "kind": "Ingress",
        "metadata": metadata(own.name, names, annotations=dict(sorted(wanted.annotations.items()))),
        "spec": {
            "ingressClassName": wanted.ingress_class_name,
            **given(tls=tls),
            "rules": [{"host": own.hostname, "http": {"paths": [path]}}],
        },
    }
