# SPDX-License-Identifier: Apache-2.0
"""The way in from outside, read back from routes, Ingress or Gateways to `spec.ingress`."""

from typing import Any

from planton_sts.json_objects import at
from planton_sts.recognition.belongings import Running
from planton_sts.recognition.inverse import Sketch
from planton_sts.rendering.kube_object import KubeObject, given

ROUTES = ("HTTPRoute", "GRPCRoute")
KINDS = ("Ingress", *ROUTES, "Gateway", "Certificate")
PATH_TYPES = {"PathPrefix": "Prefix", "Exact": "Exact"}

APP = ("spec", "container", "app")


def access(running: Running) -> tuple[dict[str, Any], list[KubeObject]]:
    """What `spec.ingress` says, and of which objects; empty where none of them is what the renderer makes."""
    for each in running.of_kind("Ingress", *ROUTES):
        kind, name = each["kind"], each["metadata"]["name"]
        # Without a class the manifest would have Gateways.
        if kind == "Ingress" and name == running.name and at(each, "spec", "ingressClassName"):
            return _of_ingress(each), [each]
        if kind in ROUTES and name == running.name:
            return {**_of_route(each), "parentRefs": at(each, "spec", "parentRefs") or []}, [each]
        if kind in ROUTES and name == f"{running.name}-https-external":
            own = running.of_kind(*ROUTES, "Gateway", "Certificate")
            return {**_of_route(each), **_tls(running)}, own
    return {}, []


def _of_ingress(ingress: KubeObject) -> dict[str, Any]:
    spec = ingress["spec"]
    rule = _first(spec.get("rules"))
    path, tls = _first(at(rule, "http", "paths")), _first(spec.get("tls"))
    return given(
        enabled=True,
        hostname=rule.get("host"),
        ingressClassName=spec.get("ingressClassName"),
        path=_unless_root(path.get("path")),
        pathType=path.get("pathType"),
        tlsSecretName=tls.get("secretName"),
        annotations=ingress["metadata"].get("annotations"),
    )


def _of_route(route: KubeObject) -> dict[str, Any]:
    spec = route["spec"]
    path = at(_first(_first(spec.get("rules")).get("matches")), "path")
    hosts = spec.get("hostnames") or [""]
    return given(
        enabled=True,
        hostname=hosts[0],
        path=_unless_root(at(path, "value")),
        pathType=PATH_TYPES.get(str(at(path, "type")), ""),
        annotations=route["metadata"].get("annotations"),
    )


def _tls(running: Running) -> dict[str, Any]:
    """The Secret of the certificate, where it is not of the application's own."""
    if running.of_kind("Certificate"):
        return {}
    called = f"{running.name}-external"
    gateway = next((each for each in running.of_kind("Gateway") if each["metadata"]["name"] == called), {})
    certificates = at(_first(at(gateway, "spec", "listeners")), "tls", "certificateRefs")
    return given(tlsSecretName=_first(certificates).get("name"))


def expose(sketch: Sketch, entrances: list[KubeObject], service: KubeObject) -> bool:
    """Say which port takes the traffic, in the form that an ingress asks for; False where it cannot be said.

    Those before it are said in the same form, so that all stay in their order.
    """
    ports, offered = sketch.take((*APP, "containerPorts")) or {}, at(service, "spec", "ports") or []
    taken = _backend_port(entrances, offered)
    targets = [_target(port, offered) for port in ports.values()]
    if taken is None or taken not in targets or not all(port.get("name") for port in ports.values()):
        if ports:
            sketch.put((*APP, "containerPorts"), ports)
        return False
    spoken = "grpc" if any(each["kind"] == "GRPCRoute" for each in entrances) else "http"
    last = targets.index(taken)
    for number, (port, target) in enumerate(zip(ports.values(), targets, strict=True)):
        if number > last:
            sketch.put((*APP, "containerPorts", number - last - 1), port)
        else:
            sketch.put((*APP, "ports", number), _offered(port, target or {}))
    sketch.put((*APP, "ports", last, "appProtocol"), spoken)
    sketch.affirm((*APP, "ports", last, "isIngressPort"))
    return True


def offer_all(sketch: Sketch) -> bool:
    """Say the ports of the container as those of the Services too; False where these have others."""
    ports = [*(sketch.get((*APP, "containerPorts")) or {}).values()]
    offered = [*(sketch.get(("spec", "service", "ports")) or {}).values()]
    targets = [_target(port, offered) for port in ports]
    if len(ports) != len(offered) or any(target not in targets for target in offered):
        return False
    if not all(port.get("name") for port in ports):
        return False
    sketch.take((*APP, "containerPorts"))
    for number, (port, target) in enumerate(zip(ports, targets, strict=True)):
        sketch.put((*APP, "ports", number), _offered(port, target or {}))
    return True


def _offered(port: dict[str, Any], offer: dict[str, Any]) -> dict[str, Any]:
    """The container's port with what the Service makes of it."""
    return {
        "name": port.get("name", ""),
        "containerPort": port.get("containerPort"),
        "networkProtocol": port.get("protocol", "TCP"),
        "appProtocol": offer.get("appProtocol", "tcp"),
        "servicePort": offer.get("port", port.get("containerPort")),
    }


def _backend_port(entrances: list[KubeObject], offered: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The port of the Service that the traffic goes to."""
    for each in entrances:
        rule = _first(at(each, "spec", "rules"))
        backend = at(_first(at(rule, "http", "paths")), "backend", "service", "port") or {}
        number = backend.get("number") or _first(rule.get("backendRefs")).get("port")
        for port in offered:
            if port.get("port") == number or (backend.get("name") and port.get("name") == backend["name"]):
                return port
    return None


def _target(port: dict[str, Any], offered: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The port of the Service that leads to the container's."""
    names = {port.get("containerPort"), port.get("name")} - {None}
    return next((each for each in offered if each.get("targetPort", each.get("port")) in names), None)


def _first(values: Any) -> dict[str, Any]:
    """The first of the mappings; an empty one where there is none."""
    return values[0] if isinstance(values, list) and values and isinstance(values[0], dict) else {}


def _unless_root(path: Any) -> str:
    return "" if path is None or path == "/" else str(path)
