# SPDX-License-Identifier: Apache-2.0
"""Who reaches the pods: ranges of addresses within others, which CEL cannot compare, and ways in that lead nowhere."""

from collections.abc import Iterator
from ipaddress import IPv4Network, IPv6Network, ip_network

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
    whole = _range(block.cidr)
    for index, text in enumerate(block.excluded):
        part = _range(text)
        if whole and part and not _is_within(part, whole):
            yield Finding((*path, "except", index), OUTSIDE)


def _range(text: str) -> IPv4Network | IPv6Network | None:
    """The range; None for a text that is none, which another rule tells."""
    try:
        return ip_network(text)
    except ValueError:
        return None


def _is_within(part: IPv4Network | IPv6Network, whole: IPv4Network | IPv6Network) -> bool:
    return part.version == whole.version and part.prefixlen > whole.prefixlen and part.network_address in whole
