# SPDX-License-Identifier: Apache-2.0
"""Rendered objects as text, which passes between processes at less cost than the objects."""

from typing import NamedTuple

from planton_sts.rendering import KubeObject
from planton_sts.write import Form, document


class Piece(NamedTuple):
    """One object as text.

    Attributes:
        kind: Its kind.
        namespace: Its namespace; empty for one that is in none.
        name: Its name.
        text: All of it.

    """

    kind: str
    namespace: str
    name: str
    text: str

    @classmethod
    def of(cls, kube_object: KubeObject, form: Form) -> "Piece":
        """The object in that form."""
        metadata = kube_object["metadata"]
        return cls(kube_object["kind"], metadata.get("namespace", ""), metadata["name"], document(kube_object, form))

    @property
    def file_name(self) -> str:
        """A name that no other object of the run has."""
        return "_".join(part for part in (self.namespace, self.kind.lower(), self.name) if part) + ".yaml"
