# SPDX-License-Identifier: Apache-2.0
"""Ranges of addresses within others, which CEL cannot compare."""

from collections.abc import Iterator
from ipaddress import IPv4Network, IPv6Network, ip_network

from planton_sts.messages import IPBlock
from planton_sts.paths import Path
from planton_sts.problems import Complaint, Finding

OUTSIDE = Complaint("ip_block.except.within", "must be a part of the range in `cidr`, and not all of it")


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
