# SPDX-License-Identifier: Apache-2.0
"""All objects of an application, each where it is asked for."""

from collections.abc import Iterator

from planton_sts.application import Application
from planton_sts.rendering.config_maps import config_maps
from planton_sts.rendering.disruption_budget import disruption_budget
from planton_sts.rendering.ingress import ingress
from planton_sts.rendering.kube_object import KubeObject
from planton_sts.rendering.namespace import namespace
from planton_sts.rendering.network_policy import network_policy
from planton_sts.rendering.secrets import env_secret, is_literal, pull_secret
from planton_sts.rendering.service_account import service_account
from planton_sts.rendering.services import client_services, headless_service
from planton_sts.rendering.stateful_set import stateful_set


def in_order(application: Application) -> Iterator[KubeObject]:
    """The Kubernetes objects of the application, in the order to apply them, without its patches."""
    stack_input, names = application.input, application.names
    spec = stack_input.target.spec
    app, budget = spec.container.app, spec.availability.pod_disruption_budget
    if spec.create_namespace:
        yield namespace(names)
    yield from service_account(spec.service_account, names)
    if stack_input.docker_config_json:
        yield pull_secret(stack_input.docker_config_json, names)
    if any(is_literal(secret) for secret in app.env.secrets.values()):
        yield env_secret(app.env.secrets, names)
    yield from config_maps(spec, names)
    if spec.HasField("network_policy"):
        yield network_policy(spec.network_policy, names)
    yield from headless_service(spec, names)
    yield stateful_set(stack_input, names)
    yield from client_services(spec, names)
    if budget.enabled:
        yield disruption_budget(budget, names)
    if names.ingress:
        yield from ingress(spec.ingress, names.ingress, names)
