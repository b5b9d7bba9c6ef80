# SPDX-License-Identifier: Apache-2.0
"""The storage that claim templates give the pods."""

from collections.abc import Sequence
from fractions import Fraction

from planton_sts.describe.facts import Claims, Storage
from planton_sts.names import Names
from planton_sts.quantity import amount
from planton_sts.rendering import KubeObject


def storage(templates: Sequence[KubeObject], replicas: int, known: Names) -> Storage:
    """The claims of so many pods, and what they amount to."""
    claims = tuple(_claims(template, replicas, known) for template in templates)
    return Storage(claims, replicas * len(claims), sum((claim.total for claim in claims), Fraction(0)))


def _claims(template: KubeObject, replicas: int, known: Names) -> Claims:
    name, spec = template["metadata"]["name"], template["spec"]
    size = spec["resources"]["requests"]["storage"]
    return Claims(
        template=name,
        size=size,
        total=replicas * amount(size),
        storage_class=spec.get("storageClassName"),
        access_modes=tuple(spec["accessModes"]),
        first=known.claim(name, 0) if replicas else None,
        last=known.claim(name, replicas - 1) if replicas else None,
    )
