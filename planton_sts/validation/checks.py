# SPDX-License-Identifier: Apache-2.0
"""What CEL cannot express, and what is only to be warned of, for a rule in a proto is an error in every language."""

import json
import math
from collections.abc import Callable, Iterator
from typing import Any

from google.protobuf.descriptor import Descriptor

from planton_sts.descent import within
from planton_sts.messages import (
    KubernetesStatefulSetContainer,
    KubernetesStatefulSetContainerAppEnv,
    KubernetesStatefulSetStackInput,
    Message,
)
from planton_sts.paths import Key, Path
from planton_sts.problems import Complaint, Finding

# The server takes a Secret of 1 MiB at most.
SECRET_BYTES = 1_048_576

TOO_LARGE = Complaint("docker_config_json.size", "must have at most 1 MiB")
NO_OBJECT = Complaint("docker_config_json.object", 'must be a JSON object such as `{"auths": {...}}`')
NO_KIND = Complaint(
    "spec.container.app.env.variables.value_from.kind", "must be set, such as `kind: KubernetesStatefulSet`"
)
NO_FIELD_PATH = Complaint(
    "spec.container.app.env.variables.value_from.field_path",
    "must be set, such as `fieldPath: status.outputs.kube_endpoint`",
)
TAKEN_NAME = Complaint(
    "spec.container.sidecars.ports.name.taken",
    "must not be the name of another container's port: a Service or a probe that names it finds the first alone",
)


def checks(message: Message) -> Iterator[Finding]:
    """What the message, and every message in it, breaks of what stands here."""
    for path, held in within(message, _is_checked):
        yield from CHECKS[held.DESCRIPTOR.full_name](held, path)


def _docker_config(stack_input: KubernetesStatefulSetStackInput, path: Path) -> Iterator[Finding]:
    """The text must be a JSON object, and CEL has no JSON parser. The text is a secret and is shown to nobody."""
    text, place = stack_input.docker_config_json, (*path, "dockerConfigJson")
    if len(text.encode()) > SECRET_BYTES:
        yield Finding(place, TOO_LARGE)
    elif text and not _is_json_object(text):
        yield Finding(place, NO_OBJECT)


def _is_json_object(text: str) -> bool:
    try:
        return isinstance(json.loads(text, parse_constant=_refuse, parse_float=_finite), dict)
    except (ValueError, RecursionError):
        return False


def _refuse(constant: str) -> None:
    """Python reads NaN and Infinity; the server does not."""
    raise ValueError(constant)


def _finite(number: str) -> float:
    value = float(number)
    if math.isinf(value):
        raise ValueError(number)
    return value


def _references(env: KubernetesStatefulSetContainerAppEnv, path: Path) -> Iterator[Finding]:
    """A reference that says too little: Project Planton takes it, and nothing here can settle it."""
    for name in sorted(name for name, value in env.variables.items() if value.HasField("value_from")):
        reference, place = env.variables[name].value_from, (*path, "variables", Key(name), "valueFrom")
        if not reference.kind:
            yield Finding((*place, "kind"), NO_KIND, "warning")
        if not reference.field_path:
            yield Finding((*place, "fieldPath"), NO_FIELD_PATH, "warning")


def _port_names(container: KubernetesStatefulSetContainer, path: Path) -> Iterator[Finding]:
    """A port's name that another container of the pod has already; the server takes it, and warns."""
    taken = {port.name for port in container.app.ports}
    for index, sidecar in enumerate(container.sidecars):
        for number, port in enumerate(sidecar.ports):
            if port.name and port.name in taken:
                yield Finding((*path, "sidecars", index, "ports", number, "name"), TAKEN_NAME, "warning")
        taken.update(port.name for port in sidecar.ports)


CHECKS: dict[str, Callable[[Any, Path], Iterator[Finding]]] = {
    KubernetesStatefulSetStackInput.DESCRIPTOR.full_name: _docker_config,
    KubernetesStatefulSetContainer.DESCRIPTOR.full_name: _port_names,
    KubernetesStatefulSetContainerAppEnv.DESCRIPTOR.full_name: _references,
}


def _is_checked(descriptor: Descriptor) -> bool:
    return descriptor.full_name in CHECKS
