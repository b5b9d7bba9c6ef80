# SPDX-License-Identifier: Apache-2.0
"""How PyYAML's composers resolve tags here: not at all. What a scalar means is for the schema to say."""

from typing import Any

from yaml.composer import Composer
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from planton_sts.loading.faults import MAX_DEPTH, MAX_NODES, too_deep, too_many


class Bounded:
    """Gives no tags, and stops at text that is too deep or too large before it fills stack or memory."""

    depth = nodes = 0

    def resolve(self, *_: object) -> str:
        """The tag of a node that is written without one."""
        return ""

    def descend_resolver(self, parent: Any, _: object) -> None:
        """Called where a node begins."""
        self.depth += 1
        self.nodes += 1
        if self.depth > MAX_DEPTH:
            raise too_deep(parent.start_mark)
        if self.nodes > MAX_NODES:
            raise too_many(parent.start_mark)

    def ascend_resolver(self) -> None:
        """Called where a node ends."""
        self.depth -= 1
        if self.depth == 0:
            self.nodes = 0


class Unbounded:
    """Gives no tags, and calls nothing in Python to do so: this takes any arguments and gives an empty text."""

    resolve = descend_resolver = ascend_resolver = "".format


class PythonParser(Bounded, Reader, Scanner, Parser, Composer):
    """For where PyYAML comes without its C extension."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)
