# SPDX-License-Identifier: Apache-2.0
"""The environment variables of containers."""

from collections.abc import Collection, Iterator

from planton_sts.messages import (
    Container,
    ContainerEnvVar,
    KubernetesSensitiveValue,
    KubernetesStatefulSetSpec,
)
from planton_sts.names import Names
from planton_sts.rendering.kube_object import KubeObject
from planton_sts.rendering.own_form import own_form
from planton_sts.rendering.secrets import is_literal
from planton_sts.variables import POD_FACTS, arranged, needs


def app_variables(spec: KubernetesStatefulSetSpec, names: Names) -> Iterator[KubeObject]:
    """The application's variables: those of the maps, each after those that it refers to, and then the entries."""
    env = spec.container.app.env
    order = arranged(needs(env)).order
    yield from _facts(spec, {*order, *(entry.name for entry in env.entries)})
    for name in order:
        if name in env.variables:
            yield {"name": name, "value": env.variables[name].value}
        if name in env.secrets:
            yield {"name": name, "valueFrom": {"secretKeyRef": _secret_key(name, env.secrets[name], names)}}
    yield from map(_variable, env.entries)


def variables(spec: KubernetesStatefulSetSpec, container: Container) -> Iterator[KubeObject]:
    """The variables of another container, in the order written."""
    yield from _facts(spec, {variable.name for variable in container.env})
    yield from map(_variable, container.env)


def _facts(spec: KubernetesStatefulSetSpec, own: Collection[str]) -> Iterator[KubeObject]:
    """What the pod says of itself, unless the container has a variable of that name; nothing in a plain rendering."""
    for name, path in POD_FACTS.items():
        if name not in own and not spec.plain:
            yield {"name": name, "valueFrom": {"fieldRef": {"fieldPath": path}}}


def _variable(variable: ContainerEnvVar) -> KubeObject:
    if variable.HasField("value_from"):
        return {"name": variable.name, "valueFrom": own_form(variable.value_from)}
    return {"name": variable.name, "value": variable.value}


def _secret_key(name: str, secret: KubernetesSensitiveValue, names: Names) -> KubeObject:
    if is_literal(secret):
        return {"name": names.env_secret, "key": name}
    return own_form(secret.secret_ref, without=["namespace"])
