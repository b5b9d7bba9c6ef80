# SPDX-License-Identifier: Apache-2.0
"""Where a deployed application can be reached."""

from planton_sts.application import Application
from planton_sts.messages import KubernetesStatefulSetIngress, KubernetesStatefulSetStackOutputs
from planton_sts.services import exposed, is_created, serves_clients


def stack_outputs(application: Application) -> KubernetesStatefulSetStackOutputs:
    """The stack outputs of the application."""
    names, spec = application.names, application.input.target.spec
    # Where the manifest wants no Service for clients, they reach the pods through the headless one, if there is one.
    service, host = (names.service, names.service_host)
    if not is_created(spec.service) or not (names.headless_service or serves_clients(spec)):
        service, host = (names.headless_service, names.headless_host)
    outputs = KubernetesStatefulSetStackOutputs(
        namespace=names.namespace,
        headless_service=names.headless_service,
        kube_endpoint=host,
    )
    ports = exposed(spec)
    if host and ports:
        outputs.kube_endpoint = f"{host}:{ports[0].number}"
    if serves_clients(spec):
        outputs.service = names.service
    # The API server forwards nothing but TCP.
    forwarded = next((port.number for port in ports if port.protocol == "TCP"), None)
    if service and forwarded:
        target = f"service/{service} {forwarded}:{forwarded}"
        outputs.port_forward_command = f"kubectl port-forward -n {names.namespace} {target}"
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
