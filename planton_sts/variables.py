# SPDX-License-Identifier: Apache-2.0
"""What environment variables refer to: Kubernetes replaces `$(NAME)` by the value of one that stands earlier."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from planton_sts.messages import KubernetesStatefulSetContainerAppEnv

# What every container is told of its pod, and by which field of the pod, unless it sets a variable of that name itself.
# HOSTNAME is not among them: a StatefulSet's pods have their own name there already, and start scripts read their
# ordinal from it.
POD_FACTS = {
    "K8S_POD_ID": "metadata.name",
    "K8S_POD_NAME": "metadata.name",
    "K8S_POD_NAMESPACE": "metadata.namespace",
    "K8S_POD_IP": "status.podIP",
}

_REFERENCE = re.compile(r"\$(?:\$|\(([^)]+)\))")


def referred(text: str) -> list[str]:
    """The names that stand in the text as `$(NAME)`; `$$` is a `$` that begins no reference."""
    if "$(" not in text:
        return []  # as nearly always, so at once
    # Behind the last `)` nothing can be found, and looking there for each `$(` would take long.
    found = _REFERENCE.findall(text[: text.rfind(")") + 1])
    return list(dict.fromkeys(name for name in found if name))


def needs(env: KubernetesStatefulSetContainerAppEnv) -> dict[str, list[str]]:
    """The variables, plain ones before secret ones and each by name, with the names that they refer to.

    What a secret holds refers to nothing.
    """
    plain = {name: referred(env.variables[name].value) for name in sorted(env.variables)}
    return plain | {name: [] for name in sorted(env.secrets) if name not in plain}


class Arrangement(NamedTuple):
    """Variables in an order in which Kubernetes can replace what they refer to.

    Attributes:
        order: Their names.
        circular: Those of which none can stand first: a variable, and the one it refers to that leads back to it.

    """

    order: list[str]
    circular: dict[str, str]


def arranged(needed: Mapping[str, Iterable[str]]) -> Arrangement:
    """The names in the order given, but each after those that it needs."""
    if not any(needed.values()):
        return Arrangement(list(needed), {})
    order: dict[str, None] = {}
    circular: dict[str, str] = {}
    for start in needed:
        trail = {} if start in order else {start: iter(needed[start])}
        while trail:
            name, rest = trail.popitem()
            step = next((step for step in rest if step in needed and step not in order), None)
            if step is None:
                order[name] = None
                continue
            trail[name] = rest
            if step in trail:
                circular.setdefault(name, step)
            else:
                trail[step] = iter(needed[step])
    return Arrangement(list(order), circular)
