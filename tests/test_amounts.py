# SPDX-License-Identifier: Apache-2.0
"""What is said of amounts that are slips, and what was probably meant."""

import pytest

from planton_sts import validate
from planton_sts.messages import (
    ContainerResources,
    EmptyDirVolumeSource,
    KubernetesStatefulSetVolumeClaimTemplate,
    Message,
)

MEMORY = "must be 4 MiB or more, for no process starts in less; a number without unit counts bytes"
CORES = "must count cores, at most 10,000: `2` is two of them and `500m` half of one; `M` and `Gi` are for memory"
NO_UNIT = "must have a unit such as `Mi`: a number without one counts bytes"
ROUNDED = "must be a whole number of bytes; the server warns, and rounds it up"


def limits(**amounts: str) -> ContainerResources:
    return ContainerResources(limits=amounts)


def claim(size: str) -> KubernetesStatefulSetVolumeClaimTemplate:
    return KubernetesStatefulSetVolumeClaimTemplate(name="data", size=size)


@pytest.mark.parametrize(
    ("subject", "severity", "message", "meant"),
    [
        (limits(memory="512"), "error", MEMORY, "512Mi"),
        (limits(memory="2"), "error", MEMORY, "2Gi"),
        (limits(memory="1.5Mi"), "error", MEMORY, "1.5Gi"),
        (limits(memory="256Ki"), "error", MEMORY, "256Mi"),
        (limits(memory="1e3"), "error", MEMORY, None),
        (limits(memory="1000000"), "error", MEMORY, None),
        (limits(cpu="500M"), "error", CORES, "500m"),
        (limits(cpu="500Mi"), "error", CORES, "500m"),
        (limits(cpu="20000"), "error", CORES, "20000m"),
        (limits(cpu="64Gi"), "error", CORES, None),
        (limits(memory="1.1Gi"), "warning", ROUNDED, "1127Mi"),
        (limits(memory="16.5e6k"), "error", "must be a quantity such as `10Gi`, `1.5Ti`, `500Mi` or `250m`", None),
        (ContainerResources(requests={"memory": "512"}), "warning", NO_UNIT, "512Mi"),
        (EmptyDirVolumeSource(size_limit="512"), "warning", NO_UNIT, "512Mi"),
        (claim("512"), "warning", NO_UNIT, "512Gi"),
        (claim("1.1Gi"), "warning", ROUNDED, "1127Mi"),
        (
            claim("16.4"),
            "error",
            "must count whole bytes, as a number without unit does; write a unit such as `Gi` behind it",
            None,
        ),
    ],
)
def test_slip(subject: Message, severity: str, message: str, meant: str | None) -> None:
    """One slip is one problem, and what was meant is no slip itself."""
    (problem,) = validate(subject)
    assert (problem.severity, problem.message) == (severity, message)
    assert problem.hint == (f"did you mean `{meant}`?" if meant else "")
