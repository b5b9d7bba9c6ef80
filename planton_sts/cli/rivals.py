# SPDX-License-Identifier: Apache-2.0
"""Manifests of one run that want the same: which may, by numbers that take little room, and which do."""

from binascii import crc32
from collections.abc import Iterable, Iterator

from planton_sts.application import Application, told
from planton_sts.collisions import Held, claims, collisions
from planton_sts.loading import Document
from planton_sts.problems import Problem

# The bytes of the number of one claim.
SIZE = 4


def numbers(application: Application | None) -> bytes:
    """What an application may want for itself: each claim as a number that few others share by chance."""
    named = claims(application) if application else ()
    return b"".join({crc32("/".join(claim).encode()).to_bytes(SIZE, "big") for claim in named})


def contested(of_all: Iterable[bytes]) -> set[bytes]:
    """The numbers that stand for claims of several."""
    seen: set[bytes] = set()
    several: set[bytes] = set()
    for each in map(apart, of_all):
        several |= seen & each
        seen |= each
    return several


def apart(together: bytes) -> set[bytes]:
    """The numbers, each by itself."""
    return {together[start : start + SIZE] for start in range(0, len(together), SIZE)}


def clashes(documents: list[Document], wanted: Iterable[tuple[str, Iterable[Held]]]) -> Iterator[tuple[int, Problem]]:
    """For each document that wants what an earlier one has: its number, and the problem."""
    for number, finding in collisions(wanted):
        yield number, told(documents[number], finding)
