# SPDX-License-Identifier: Apache-2.0
"""Where a deployed application can be reached."""

from planton_sts.application import Application
from planton_sts.messages import KubernetesStatefulSetIngress, KubernetesStatefulSetStackOutputs
from planton_sts.names import Names


def stack_outputs(application: Application) -> KubernetesStatefulSetStackOutputs:
    """The stack outputs of the application."""
    names, spec = application.names, application.input.target.spec
    ports = spec.container.app.ports
    outputs = KubernetesStatefulSetStackOutputs(
        namespace=names.namespace,
        headless_service=names.headless_service,
        kube_endpoint=names.service_host,
    )
    if ports:
        outputs.service = names.service
        outputs.kube_endpoint = f"{names.service_host}:{ports[0].service_port}"
    # The API server forwards nothing but TCP.
    forwarded = next((port.service_port for port in ports if port.network_protocol == "TCP"), None)
    if forwarded:
        outputs.port_forward_command = _port_forward(names, forwarded)
    if names.ingress:
        outputs.external_hostname = _url(names.ingress.hostname, spec.ingress)
    if names.ingress and names.ingress.gateways:
        outputs.internal_hostname = _url(names.ingress.gateways.internal.hostname, spec.ingress)
    return outputs


def _url(hostname: str, ingress: KubernetesStatefulSetIngress) -> str:
    """Where the application is at the host; a path that only a controller understands is none to follow."""
    is_plain = ingress.ingress_class_name and not ingress.tls_secret_name
    path = "" if ingress.path_type == "ImplementationSpecific" else ingress.path.rstrip("/")
    return f"{'http' if is_plain else 'https'}://{hostname}{path}"


def _port_forward(names: Names, port: int) -> str:
    return f"kubectl port-forward -n {names.namespace} service/{names.service} {port}:{port}"
