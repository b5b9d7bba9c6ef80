# SPDX-License-Identifier: Apache-2.0
"""Where a deployed application can be reached."""

from planton_sts.messages import KubernetesStatefulSetStackInput, KubernetesStatefulSetStackOutputs
from planton_sts.names import Names, names


def outputs_resolved(stack_input: KubernetesStatefulSetStackInput) -> KubernetesStatefulSetStackOutputs:
    """The stack outputs of a valid manifest whose references are settled."""
    known, ports = names(stack_input), stack_input.target.spec.container.app.ports
    outputs = KubernetesStatefulSetStackOutputs(
        namespace=known.namespace,
        headless_service=known.headless_service,
        kube_endpoint=known.service_host,
    )
    if ports:
        outputs.service = known.service
        outputs.kube_endpoint = f"{known.service_host}:{ports[0].service_port}"
    # The API server forwards nothing but TCP.
    forwarded = next((port.service_port for port in ports if port.network_protocol == "TCP"), None)
    if forwarded:
        outputs.port_forward_command = _port_forward(known, forwarded)
    if known.ingress:
        outputs.external_hostname = f"https://{known.ingress.external.hostname}"
        outputs.internal_hostname = f"https://{known.ingress.internal.hostname}"
    return outputs


def _port_forward(known: Names, port: int) -> str:
    return f"kubectl port-forward -n {known.namespace} service/{known.service} {port}:{port}"
