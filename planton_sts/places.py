# SPDX-License-Identifier: Apache-2.0
"""Where exactly a rule about several fields is broken.

A rule in CEL that compares the elements of a list can only say that the list breaks it.
Each function here takes what the rule was about and gives the paths, from there, of the elements at fault.
It decides nothing: a rule whose elements it cannot find is reported where protovalidate reports it.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Any

from planton_sts.paths import Key, Path

Find = Callable[[Any], Iterable[Path]]

LABEL_VALUE = re.compile(r"([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?")
INSTRUCTION = "kubernetes.project-planton.org/"
POD_SECURITY = "pod-security.kubernetes.io/"
LEVELS = {"privileged", "baseline", "restricted"}
VERSION = re.compile(r"latest|v1\.(0|[1-9][0-9]{0,2})")
# What a runtime can hand over in one variable, its name included.
VARIABLE_BYTES = 131_070
DELETION_COST = Key("controller.kubernetes.io/pod-deletion-cost")


def _repeats(of: Callable[[Any], Hashable], *below: str) -> Find:
    """Every element of a list that repeats an earlier one, unless there is nothing to repeat."""

    def find(elements: Iterable[Any]) -> Iterator[Path]:
        seen: set[Hashable] = set()
        for index, element in enumerate(elements):
            value = of(element)
            if value and value in seen:
                yield (index, *below)
            seen.add(value)

    return find


def _elements(is_wrong: Callable[[Any], bool], *below: str) -> Find:
    """Every element of a list that is wrong by itself."""
    return lambda elements: ((index, *below) for index, element in enumerate(elements) if is_wrong(element))


def _mounts(rule: Callable[[Any], Callable[[Any], bool]], *below: str) -> Find:
    """Every volume mount that is wrong by the rule, which looks at the spec once."""
    return lambda spec: _elements(rule(spec), *below)(spec.container.app.volume_mounts)


SOURCES = ("config_map", "secret", "host_path", "empty_dir", "pvc")


def source(mount: Any) -> Any:
    """What a mount says it mounts; None when it names a claim template."""
    return next((getattr(mount, name) for name in SOURCES if mount.HasField(name)), None)


def _is_unknown(spec: Any) -> Callable[[Any], bool]:
    declared = {mount.name for mount in spec.container.app.volume_mounts if source(mount) is not None}
    known = _templates(spec) | declared
    return lambda mount: source(mount) is None and mount.name not in known


def _hides_template(spec: Any) -> Callable[[Any], bool]:
    templates = _templates(spec)
    return lambda mount: mount.name in templates and source(mount) is not None and mount.pvc.claim_name != mount.name


def _key_is_unknown(spec: Any) -> Callable[[Any], bool]:
    rendered = set(spec.config_maps)
    return lambda mount: mount.config_map.name in rendered and mount.config_map.key not in {"", mount.config_map.name}


def _templates(spec: Any) -> set[str]:
    return {template.name for template in spec.volume_claim_templates}


def _second_sources(mounts: Any) -> Iterator[Path]:
    first: dict[str, Any] = {}
    for index, mount in enumerate(mounts):
        given = source(mount)
        if given is not None and first.setdefault(mount.name, given) != given:
            yield (index, "name")


def _foreign_secrets(spec: Any) -> Iterator[Path]:
    for name, secret in sorted(spec.container.app.env.secrets.items()):
        if secret.secret_ref.namespace not in {"", spec.namespace.value}:
            yield (Key(name), "secretRef", "namespace")


def _ports(container: Any) -> Iterator[tuple[int, str]]:
    """Number and protocol of each port of a sidecar."""
    return ((port.container_port, port.protocol or "TCP") for port in container.ports)


def _taken_ports(container: Any) -> Iterator[Path]:
    taken = {(port.container_port, port.network_protocol) for port in container.app.ports}
    for index, sidecar in enumerate(container.sidecars):
        for number, port in enumerate(_ports(sidecar)):
            if port[0] and port in taken:
                yield (index, "ports", number, "containerPort")
        taken.update(_ports(sidecar))


def _bad_label_values(labels: Any) -> Iterator[Path]:
    for key, value in sorted(labels.items()):
        if not key.startswith(INSTRUCTION) and not LABEL_VALUE.fullmatch(value):
            yield (Key(key),)


def _bad_levels(manifest: Any) -> Iterator[Path]:
    for key, value in sorted(manifest.metadata.labels.items()):
        is_good = VERSION.fullmatch(value) if key.endswith("-version") else value in LEVELS
        if key.startswith(POD_SECURITY) and not is_good:
            yield (Key(key),)


def _long_values(values: Any) -> Iterator[Path]:
    for name in sorted(values):
        value = values[name].value
        if len(f"{name}{value}".encode()) > VARIABLE_BYTES or "\0" in value:
            yield (Key(name),)


def _shared_names(env: Any) -> Iterator[Path]:
    return ((Key(name),) for name in sorted(set(env.secrets) & set(env.variables)))


FINDERS: dict[str, Find] = {
    "sidecar.env.name.unique": _repeats(lambda variable: variable.name, "name"),
    "sidecar.ports.container_port.unique": _repeats(
        lambda port: port.container_port and (port.container_port, port.protocol or "TCP"), "containerPort"
    ),
    "sidecar.ports.name.unique": _repeats(lambda port: port.name, "name"),
    "metadata.annotations.pod_deletion_cost": lambda _: [(DELETION_COST,)],
    "metadata.labels.pod_security": _bad_levels,
    "metadata.labels.pod_security.too_strict": lambda _: [(Key(f"{POD_SECURITY}enforce"),)],
    "metadata.labels.value": _bad_label_values,
    "spec.container.app.env.secrets.secret_ref.namespace.foreign": _foreign_secrets,
    "spec.container.app.env.secrets.unique": _shared_names,
    "spec.container.app.env.secrets.value.size": _long_values,
    "spec.container.app.env.variables.value.size": _long_values,
    "spec.container.app.ports.container_port.unique": _repeats(
        lambda port: port.container_port and (port.container_port, port.network_protocol), "containerPort"
    ),
    "spec.container.app.ports.is_ingress_port.unique": _repeats(lambda port: port.is_ingress_port, "isIngressPort"),
    "spec.container.app.ports.name.unique": _repeats(lambda port: port.name, "name"),
    "spec.container.app.ports.service_port.unique": _repeats(
        lambda port: port.service_port and (port.service_port, port.network_protocol), "servicePort"
    ),
    "spec.container.app.volume_mounts.config_map.key.unknown": _mounts(_key_is_unknown, "configMap", "key"),
    "spec.container.app.volume_mounts.mount_path.unique": _repeats(
        lambda mount: mount.mount_path and f"{mount.mount_path}/".replace("//", "/"), "mountPath"
    ),
    "spec.container.app.volume_mounts.name.hides_claim_template": _mounts(_hides_template, "name"),
    "spec.container.app.volume_mounts.name.one_source": _second_sources,
    "spec.container.app.volume_mounts.name.unknown": _mounts(_is_unknown, "name"),
    "spec.container.sidecars.name.unique": _repeats(lambda container: container.name, "name"),
    "spec.container.sidecars.ports.container_port.taken": _taken_ports,
    "spec.volume_claim_templates.name.unique": _repeats(lambda template: template.name, "name"),
}
