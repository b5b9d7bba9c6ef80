# SPDX-License-Identifier: Apache-2.0
"""The ServiceAccount, and what it may do."""

from collections.abc import Iterator

from planton_sts.messages import KubernetesStatefulSetServiceAccount
from planton_sts.names import Names
from planton_sts.rendering.kube_object import KubeObject, metadata, own_metadata
from planton_sts.rendering.own_form import own_form

RBAC = "rbac.authorization.k8s.io"


def service_account(account: KubernetesStatefulSetServiceAccount, names: Names) -> Iterator[KubeObject]:
    """The account that the pods run as, unless it exists already, and what gives it its rules."""
    if account.create:
        yield _account(account, names)
    if account.rules:
        yield _role(account, names)
        yield _role_binding(names)


def _account(account: KubernetesStatefulSetServiceAccount, names: Names) -> KubeObject:
    return {
        "apiVersion": "v1",
        "kind": "ServiceAccount",
        "metadata": own_metadata(names.service_account, names, account.labels, account.annotations),
    }


def _role(account: KubernetesStatefulSetServiceAccount, names: Names) -> KubeObject:
    return {
        "apiVersion": f"{RBAC}/v1",
        "kind": "Role",
        "metadata": metadata(names.role, names),
        "rules": [own_form(rule) for rule in account.rules],
    }


def _role_binding(names: Names) -> KubeObject:
    return {
        "apiVersion": f"{RBAC}/v1",
        "kind": "RoleBinding",
        "metadata": metadata(names.role, names),
        "roleRef": {"apiGroup": RBAC, "kind": "Role", "name": names.role},
        "subjects": [{"kind": "ServiceAccount", "name": names.service_account, "namespace": names.namespace}],
    }
