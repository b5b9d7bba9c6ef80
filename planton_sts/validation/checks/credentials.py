# SPDX-License-Identifier: Apache-2.0
"""The credentials to pull images with."""

from collections.abc import Iterator

from planton_sts.json_objects import json_object
from planton_sts.messages import KubernetesStatefulSetStackInput
from planton_sts.paths import Path
from planton_sts.problems import Complaint, Finding

# The server takes a Secret of 1 MiB at most.
SECRET_BYTES = 1_048_576

TOO_LARGE = Complaint("docker_config_json.size", "must have at most 1 MiB")
NO_OBJECT = Complaint("docker_config_json.object", 'must be a JSON object such as `{"auths": {...}}`')


def docker_config(stack_input: KubernetesStatefulSetStackInput, path: Path) -> Iterator[Finding]:
    """The text must be a JSON object, and CEL has no JSON parser. The text is a secret and is shown to nobody."""
    text, place = stack_input.docker_config_json, (*path, "dockerConfigJson")
    if len(text.encode()) > SECRET_BYTES:
        yield Finding(place, TOO_LARGE)
    elif text and json_object(text) is None:
        yield Finding(place, NO_OBJECT)
