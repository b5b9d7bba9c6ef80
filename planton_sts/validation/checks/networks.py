# SPDX-License-Identifier: Apache-2.0
"""Who reaches the pods: ranges of addresses within others, which CEL cannot compare, and ways in that lead nowhere."""

from collections.abc import Iterator

from planton_sts.messages import IPBlock, KubernetesStatefulSetSpec
from planton_sts.paths import Path
from planton_sts.problems import Complaint, Finding

OUTSIDE = Complaint("ip_block.except.within", "must be a part of the range in `cidr`, and not all of it")

# A warning, for another policy of the namespace may let them in.
SHUT = Complaint(
    "spec.network_policy.ingress.shut",
    "must let in the pods of the Gateway or the ingress controller, or `spec.ingress` leads nowhere",
)


def shut(spec: KubernetesStatefulSetSpec, path: Path) -> Iterator[Finding]:
    """A policy that lets nobody in but the pods themselves, where there is an ingress."""
    policy = spec.network_policy
    is_held = not policy.policy_types or "Ingress" in policy.policy_types
    if spec.HasField("network_policy") and spec.ingress.enabled and is_held and not policy.ingress:
        yield Finding((*path, "networkPolicy"), SHUT, "warning")


def outside(block: IPBlock, path: Path) -> Iterator[Finding]:
    """A range that is left out of one that it is no part of."""
    for index, text in enumerate(block.excluded):
        if _is_outside(text, block.cidr):
            yield Finding((*path, "except", index), OUTSIDE)


def _is_outside(part: str, whole: str) -> bool:
    """Whether the range is no part of the whole, or all of it; what is no range, another rule tells."""
    from ipaddress import ip_network  # noqa: PLC0415 - few manifests say ranges, and most wait for it

    try:
        inner, outer = ip_network(part), ip_network(whole)
    except ValueError:
        return False
    is_within = inner.version == outer.version and inner.network_address in outer
    return not (is_within and inner.prefixlen > outer.prefixlen)
