# SPDX-License-Identifier: Apache-2.0
"""The patches of a manifest."""

from collections.abc import Iterator

from planton_sts.json_objects import MAX_DEPTH, json_object
from planton_sts.messages import KubernetesStatefulSetPatch
from planton_sts.paths import Path
from planton_sts.problems import Complaint, Finding

NO_PATCH = Complaint(
    "spec.patches.patch.object", f"must be a mapping, or the text of a JSON object, of at most {MAX_DEPTH} levels"
)


def no_object(patch: KubernetesStatefulSetPatch, path: Path) -> Iterator[Finding]:
    """The text must be a JSON object, and CEL has no JSON parser."""
    if patch.patch and json_object(patch.patch) is None:
        yield Finding((*path, "patch"), NO_PATCH)
