# SPDX-License-Identifier: Apache-2.0
"""The two Services."""

from planton_sts.messages import KubernetesStatefulSetContainerAppPort, KubernetesStatefulSetSpec
from planton_sts.names import Names
from planton_sts.rendering.kube_object import KubeObject, given, metadata


def headless_service(spec: KubernetesStatefulSetSpec, names: Names) -> KubeObject:
    """The Service that gives each pod a DNS name of its own, from before it is ready: peers find each other by it."""
    return {
        "apiVersion": "v1",
        "kind": "Service",
        "metadata": metadata(names.headless_service, names),
        "spec": {
            "clusterIP": "None",
            **given(publishNotReadyAddresses=not spec.plain),
            "selector": dict(names.selector),
            **given(ports=_ports(spec)),
        },
    }


def client_service(spec: KubernetesStatefulSetSpec, names: Names) -> KubeObject:
    """The Service through which clients reach any pod that is ready."""
    return {
        "apiVersion": "v1",
        "kind": "Service",
        "metadata": metadata(names.service, names),
        "spec": {
            **given(type="" if spec.plain else "ClusterIP"),
            "selector": dict(names.selector),
            "ports": _ports(spec),
        },
    }


def _ports(spec: KubernetesStatefulSetSpec) -> list[KubeObject]:
    return [_port(port) for port in spec.container.app.ports]


def _port(port: KubernetesStatefulSetContainerAppPort) -> KubeObject:
    return {
        "name": port.name,
        "port": port.service_port,
        "targetPort": port.name,
        "protocol": port.network_protocol,
        "appProtocol": port.app_protocol,
    }
