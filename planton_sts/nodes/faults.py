# SPDX-License-Identifier: Apache-2.0
"""What stops the reading of a text, and the bounds that untrusted text is held to."""

from yaml import Mark, Node

from planton_sts.problems import Refusal

# A Kubernetes object has 1.5 MiB at most, so these bounds refuse no honest manifest.
MAX_SIZE = 64 * 1024 * 1024
MAX_DEPTH = 100
MAX_NODES = 100_000
MAX_DOCUMENTS = 10_000
# What aliases repeat of long texts, beside what is written.
MAX_REPEATED = 16 * 1024 * 1024
# What is shorter is counted by the number of values alone.
LONG_TEXT = 256
MAX_PROBLEMS = 1_000
MAX_TAGS = 1_000


class Fault(Refusal):
    """The text cannot be read on.

    Attributes:
        line: Line, from 1; None where unknown.
        column: Column, from 1; None where unknown.

    """

    def __init__(self, rule: str, message: str, hint: str = "", *, mark: Mark | None = None) -> None:
        super().__init__(rule, message, hint)
        self.line: int | None = mark.line + 1 if mark else None
        self.column: int | None = mark.column + 1 if mark else None


def too_deep(mark: Mark) -> Fault:
    """The text nests deeper than any manifest does."""
    return Fault("load.limit", f"must not nest more than {MAX_DEPTH} levels deep", mark=mark)


def too_many(mark: Mark) -> Fault:
    """The document is larger than any manifest is, as written or with its aliases expanded."""
    return Fault("load.limit", f"must not hold more than {MAX_NODES:,} values, each alias and merge counted", mark=mark)


def too_many_documents(mark: Mark) -> Fault:
    """The source holds more manifests than anybody keeps in one."""
    return Fault("load.limit", f"must not hold more than {MAX_DOCUMENTS:,} manifests", mark=mark)


class Visits:
    """How much may still be seen of a document, whose text has that length; aliases can make little of it much."""

    def __init__(self, length: int = 0) -> None:
        self.left = MAX_NODES
        self.text_left = length + MAX_REPEATED

    def add(self, node: Node, values: int) -> None:
        """Count values of the node."""
        self.left -= values
        if self.left < 0:
            raise too_many(node.start_mark)

    def add_text(self, node: Node, length: int) -> None:
        """Count the characters of a long text, which aliases can repeat."""
        self.text_left -= length
        if self.text_left < 0:
            message = f"must not repeat more than {MAX_REPEATED // 2**20} MiB by aliases"
            raise Fault("load.limit", message, mark=node.start_mark)
