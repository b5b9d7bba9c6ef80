# SPDX-License-Identifier: Apache-2.0
"""Amounts of bytes that are legal, and probably a slip."""

import re
from collections.abc import Iterator

from planton_sts.messages import (
    ContainerResources,
    CpuMemory,
    EmptyDirVolumeSource,
    KubernetesStatefulSetVolumeClaimTemplate,
    VolumeAmount,
)
from planton_sts.paths import Path
from planton_sts.problems import Complaint, Finding
from planton_sts.wording import did_you_mean

ROUNDED = Complaint("string.whole_bytes.rounded", "must be a whole number of bytes; the server warns, and rounds it up")
NO_UNIT = Complaint("string.whole_bytes.unit", "must have a unit such as `Mi`: a number without one counts bytes")

MIB = 1_048_576
# No process starts in less, and no volume is so small.
FEW = 4 * MIB

# What rules of the protos refuse already: thousandths of a byte, and fractions without unit.
_REFUSED = re.compile(r".*([num]|[eE]-[0-9]+)|\+?[0-9]*\.[0-9]*")
# Most amounts are of this kind, and need no arithmetic.
_WHOLE = re.compile(r"([0-9]+([kMGTPE]i?)?)?")
_BARE = re.compile(r"\+?[0-9]{1,7}")


def memory(amounts: CpuMemory, path: Path) -> Iterator[Finding]:
    """A memory that is not counted in whole bytes."""
    yield from _rounded(amounts.memory, (*path, "memory"))


def claim_size(template: KubernetesStatefulSetVolumeClaimTemplate, path: Path) -> Iterator[Finding]:
    """A size of a claim that is not counted in whole bytes, or in bytes by mistake."""
    yield from _storage(template.size, (*path, "size"))


def stored(held: VolumeAmount, path: Path) -> Iterator[Finding]:
    """The same of a claim in Kubernetes' own form."""
    yield from _storage(held.storage, (*path, "storage"))


def _storage(text: str, place: Path) -> Iterator[Finding]:
    yield from _rounded(text, place)
    yield from _bare(text, place, mebi_from=1025)


def requested_memory(resources: ContainerResources, path: Path) -> Iterator[Finding]:
    """A request of a few bytes, which does no harm to the pod but promises it nothing; a limit is refused."""
    yield from _bare(resources.requests.memory, (*path, "requests", "memory"))


def size_limit(source: EmptyDirVolumeSource, path: Path) -> Iterator[Finding]:
    """A limit of a few bytes, beyond which the pod is evicted."""
    yield from _bare(source.size_limit, (*path, "sizeLimit"))


def _rounded(text: str, place: Path) -> Iterator[Finding]:
    if not _WHOLE.fullmatch(text):
        yield from _calculated(text, place)


def _calculated(text: str, place: Path) -> Iterator[Finding]:
    from planton_sts.quantity import amount, shortest  # noqa: PLC0415 - see `_WHOLE`

    try:
        total = amount(text)
    except ValueError:
        return
    if total.denominator != 1 and not _REFUSED.fullmatch(text):
        near = shortest(-(-total // MIB) * MIB) if total > MIB else None
        yield Finding(place, ROUNDED._replace(hint=did_you_mean(near)), "warning")


def _bare(text: str, place: Path, mebi_from: int = 16) -> Iterator[Finding]:
    if _BARE.fullmatch(text) and 0 < int(text) < FEW:
        from planton_sts.quantity import in_likely_unit  # noqa: PLC0415 - few are so small

        yield Finding(place, NO_UNIT._replace(hint=did_you_mean(in_likely_unit(text, mebi_from))), "warning")
