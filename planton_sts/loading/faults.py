# SPDX-License-Identifier: Apache-2.0
"""What stops the reading of a text, and the bounds that untrusted text is held to."""

from yaml import Mark, Node

# A Kubernetes object has 1.5 MiB at most, so these bounds refuse no honest manifest.
MAX_SIZE = 64 * 1024 * 1024
MAX_DEPTH = 100
MAX_NODES = 200_000
# What is shorter is counted by the number of values alone.
LONG_TEXT = 256
MAX_PROBLEMS = 1_000
MAX_TAGS = 1_000


class Fault(Exception):  # noqa: N818 - it never leaves this package, where it becomes a problem
    """The text cannot be read on.

    Attributes:
        rule: Identifier of the rule.
        message: What must be, as a problem says it.
        hint: What to write instead, where more can be said; else empty.
        line: Line, from 1; None where unknown.
        column: Column, from 1; None where unknown.

    """

    def __init__(
        self, rule: str, message: str, hint: str = "", *, line: int | None = None, column: int | None = None
    ) -> None:
        self.rule, self.message, self.hint, self.line, self.column = rule, message, hint, line, column
        super().__init__(rule, message)


def too_deep(mark: Mark) -> Fault:
    """The text nests deeper than any manifest does."""
    return _limit(f"must not nest more than {MAX_DEPTH} levels deep", mark)


def too_many(mark: Mark) -> Fault:
    """The document is larger than any manifest is, as written or with its aliases expanded."""
    return _limit(f"must not hold more than {MAX_NODES:,} values, each alias and merge counted", mark)


def _limit(message: str, mark: Mark) -> Fault:
    return Fault("load.limit", message, line=mark.line + 1, column=mark.column + 1)


class Visits:
    """How many values may still be seen of a document; aliases can make few of them many."""

    def __init__(self) -> None:
        self.left = MAX_NODES
        self.text_left = MAX_SIZE

    def add(self, node: Node, values: int) -> None:
        """Count values of the node."""
        self.left -= values
        if self.left < 0:
            raise too_many(node.start_mark)

    def add_text(self, node: Node, length: int) -> None:
        """Count the characters of a long text, which aliases can repeat."""
        self.text_left -= length
        if self.text_left < 0:
            raise _limit(f"must not hold more than {MAX_SIZE // 2**20} MiB, each alias counted", node.start_mark)
