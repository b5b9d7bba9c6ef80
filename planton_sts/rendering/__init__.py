# SPDX-License-Identifier: Apache-2.0
"""Messages to Kubernetes objects."""

from collections.abc import Iterator

from planton_sts.messages import KubernetesStatefulSetStackInput
from planton_sts.names import Names, names
from planton_sts.rendering.config_maps import config_map
from planton_sts.rendering.disruption_budget import disruption_budget
from planton_sts.rendering.ingress import ingress
from planton_sts.rendering.namespace import namespace
from planton_sts.rendering.objects import KubeObject
from planton_sts.rendering.secrets import env_secret, is_literal, pull_secret
from planton_sts.rendering.service_account import service_account
from planton_sts.rendering.services import client_service, headless_service
from planton_sts.rendering.stateful_set import stateful_set

__all__ = ["KubeObject", "render_resolved"]


def render_resolved(stack_input: KubernetesStatefulSetStackInput) -> list[KubeObject]:
    """The Kubernetes objects of a valid manifest whose references are settled, in the order to apply them."""
    return list(_objects(stack_input, names(stack_input)))


def _objects(stack_input: KubernetesStatefulSetStackInput, known: Names) -> Iterator[KubeObject]:
    spec = stack_input.target.spec
    app, budget = spec.container.app, spec.availability.pod_disruption_budget
    if spec.create_namespace:
        yield namespace(known)
    yield service_account(known)
    if stack_input.docker_config_json:
        yield pull_secret(stack_input.docker_config_json, known)
    if any(is_literal(secret) for secret in app.env.secrets.values()):
        yield env_secret(app.env.secrets, known)
    for name, content in sorted(spec.config_maps.items()):
        yield config_map(name, content, known)
    yield headless_service(spec, known)
    yield stateful_set(stack_input, known)
    if app.ports:
        yield client_service(spec, known)
    if budget.enabled:
        yield disruption_budget(budget, known)
    if known.ingress:
        yield from ingress(known.ingress, known)
