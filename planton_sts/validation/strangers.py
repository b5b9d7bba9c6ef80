# SPDX-License-Identifier: Apache-2.0
"""Fields that a newer client sent and that this version of the API does not know: kept in the bytes, read by nobody."""

from collections.abc import Iterator
from typing import Literal

# What protobuf publishes of its own types leaves this module out.
from google.protobuf.unknown_fields import UnknownFieldSet  # type: ignore[import-not-found,unused-ignore]

from planton_sts.descent import everything
from planton_sts.messages import Message, known_part
from planton_sts.problems import Complaint, Finding, Severity

# What to do about them.
Unknown = Literal["warn", "error", "allow"]
SEVERITY: dict[Unknown, Severity] = {"warn": "warning", "error": "error"}

STRANGE = Complaint("message.unknown_field", "must have no field that this version of the API does not know")


def strangers(message: Message, unknown: Unknown) -> Iterator[Finding]:
    """The messages in this one that have fields without a name here, with the numbers of these."""
    if unknown == "allow" or not _has_some(message):
        return
    for path, held in everything(message):
        if numbers := sorted({field.field_number for field in UnknownFieldSet(held)}):
            yield Finding(path, STRANGE._replace(message=_sentence(numbers)), SEVERITY[unknown])


def _has_some(message: Message) -> bool:
    """Whether there is any, without a look at each message: this runs for every request of a service."""
    return known_part(message).ByteSize() != message.ByteSize()


# A client may make up millions.
TOLD = 10


def _sentence(numbers: list[int]) -> str:
    told = ", ".join(map(str, numbers[:TOLD])) + (", ..." if len(numbers) > TOLD else "")
    what = "the number" if len(numbers) == 1 else "the numbers"
    return f"{STRANGE.message}: nothing is rendered from {what} {told}"
