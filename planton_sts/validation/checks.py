# SPDX-License-Identifier: Apache-2.0
"""The rules that CEL cannot express, in the same shape: a rule id, a path, a message."""

import json
import math
from collections.abc import Iterator

from planton_sts.messages import KubernetesStatefulSetStackInput, Message
from planton_sts.problems import Complaint, Finding

# The server takes a Secret of 1 MiB at most.
SECRET_BYTES = 1_048_576

FIELD = ("dockerConfigJson",)
TOO_LARGE = Complaint("docker_config_json.size", "must have at most 1 MiB")
NO_OBJECT = Complaint("docker_config_json.object", 'must be a JSON object such as `{"auths": {...}}`')


def checks(message: Message) -> Iterator[Finding]:
    """What the message breaks of the rules that stand here."""
    if isinstance(message, KubernetesStatefulSetStackInput) and message.docker_config_json:
        yield from _docker_config(message.docker_config_json)


def _docker_config(text: str) -> Iterator[Finding]:
    """The text must be a JSON object, and CEL has no JSON parser. The text is a secret and is shown to nobody."""
    if len(text.encode()) > SECRET_BYTES:
        yield Finding(FIELD, TOO_LARGE)
    elif not _is_json_object(text):
        yield Finding(FIELD, NO_OBJECT)


def _is_json_object(text: str) -> bool:
    try:
        return isinstance(json.loads(text, parse_constant=_refuse, parse_float=_finite), dict)
    except (ValueError, RecursionError):
        return False


def _refuse(constant: str) -> None:
    """Python reads NaN and Infinity; the server does not."""
    raise ValueError(constant)


def _finite(number: str) -> float:
    value = float(number)
    if math.isinf(value):
        raise ValueError(number)
    return value
