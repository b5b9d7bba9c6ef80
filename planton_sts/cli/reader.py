# SPDX-License-Identifier: Apache-2.0
"""The documents of a run, read when they are asked for, so that a run over many keeps little of each."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, NamedTuple

from planton_sts.loading import Document, read
from planton_sts.loading.sources import DASH


class Filed(NamedTuple):
    """What a run keeps of a document: where it stands, and the names by which others refer to it.

    Those of other kinds keep their names to themselves until somebody refers to their kind.
    """

    source: str
    number: int
    kind: str
    identity: tuple[str, str] | None

    @classmethod
    def of(cls, source: str, document: Document) -> "Filed":
        """What is kept of the document that was read from the source."""
        return cls(source, document.index, document.kind, None if document.foreign else document.identity())


class Reader:
    """Reads the sources of a run, with the fields set that the command line sets in every manifest."""

    def __init__(self, assignments: Iterable[str] = ()) -> None:
        self._assignments = tuple(assignments)
        self._last: tuple[str, list[Document]] | None = None

    def documents(self, source: str) -> list[Document]:
        """The documents of a file, or of standard input; those of files that can be read again are not kept."""
        if source == DASH:
            return self._standard_input
        if self._last is None or source != self._last[0]:
            self._last = (source, list(self._read(source)))
        return self._last[1]

    @cached_property
    def _standard_input(self) -> list[Document]:
        return list(self._read(DASH))

    def _read(self, source: str) -> Iterator[Document]:
        for document in read(source):
            set_all(document, self._assignments)
            yield document


class FromFile:
    """A document that is read again where a reference leads to it."""

    def __init__(self, filed: Filed, reader: Reader) -> None:
        self.kind, self.source = filed.kind, filed.source
        self._filed, self._reader = filed, reader

    @property
    def _document(self) -> Document:
        documents = self._reader.documents(self.source)
        return next(document for document in documents if document.index == self._filed.number)

    @property
    def message(self) -> Any:
        """What it says, where it is ours."""
        return self._document.message

    def identity(self) -> tuple[str, str]:
        """The environment and the name by which others refer to it."""
        return self._filed.identity or self._document.identity()

    def data(self) -> Any:
        """What it says, as plain mappings, lists and texts."""
        return self._document.data()


def set_all(document: Document, assignments: Iterable[str]) -> None:
    """Override the fields that the assignments name."""
    for assignment in assignments:
        document.override(assignment)
