# SPDX-License-Identifier: Apache-2.0
"""The NetworkPolicy."""

from planton_sts.messages import KubernetesStatefulSetNetworkPolicy
from planton_sts.names import Names
from planton_sts.rendering.kube_object import KubeObject, given, metadata
from planton_sts.rendering.own_form import own_form


def network_policy(policy: KubernetesStatefulSetNetworkPolicy, names: Names) -> KubeObject:
    """Who may reach the pods, and whom they may reach."""
    types = list(policy.policy_types) or ["Ingress", *(["Egress"] if policy.egress else [])]
    return {
        "apiVersion": "networking.k8s.io/v1",
        "kind": "NetworkPolicy",
        "metadata": metadata(names.network_policy, names),
        "spec": {
            "podSelector": _own_pods(names),
            "policyTypes": types,
            **(given(ingress=_ingress(policy, names)) if "Ingress" in types else {}),
            **(given(egress=_egress(policy, names)) if "Egress" in types else {}),
        },
    }


def _ingress(policy: KubernetesStatefulSetNetworkPolicy, names: Names) -> list[KubeObject]:
    own = [{"from": [{"podSelector": _own_pods(names)}]}] if policy.allow_same_application else []
    return [*own, *(own_form(rule) for rule in policy.ingress)]


def _egress(policy: KubernetesStatefulSetNetworkPolicy, names: Names) -> list[KubeObject]:
    own = [{"to": [{"podSelector": _own_pods(names)}]}] if policy.allow_same_application else []
    # Anywhere, for clusters have their name servers at different places.
    dns = [{"ports": [{"protocol": protocol, "port": 53} for protocol in ("UDP", "TCP")]}] if policy.allow_dns else []
    return [*own, *dns, *(own_form(rule) for rule in policy.egress)]


def _own_pods(names: Names) -> KubeObject:
    return {"matchLabels": dict(names.selector)}
