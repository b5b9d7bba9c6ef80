# SPDX-License-Identifier: Apache-2.0
"""Where a deployed application can be reached."""

from planton_sts.application import Application
from planton_sts.messages import KubernetesStatefulSetStackOutputs
from planton_sts.names import Names


def stack_outputs(application: Application) -> KubernetesStatefulSetStackOutputs:
    """The stack outputs of the application."""
    names, ports = application.names, application.input.target.spec.container.app.ports
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
        outputs.external_hostname = f"https://{names.ingress.external.hostname}"
        outputs.internal_hostname = f"https://{names.ingress.internal.hostname}"
    return outputs


def _port_forward(names: Names, port: int) -> str:
    return f"kubectl port-forward -n {names.namespace} service/{names.service} {port}:{port}"
