# SPDX-License-Identifier: Apache-2.0
"""Documents: what a source holds, as messages that know where each field stands."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any, BinaryIO, cast

from yaml import MappingNode, Node

from planton_sts.loading.dialects import in_ours
from planton_sts.loading.kinds import KIND, STACK_INPUT, Root, foreign_kinds, kind_of, mentions_ours
from planton_sts.loading.plain import as_written, plain
from planton_sts.loading.shapes import shape_of
from planton_sts.loading.source_map import SourceMap, place_of
from planton_sts.loading.sources import STDIN, FilePath, Source, decode, sources
from planton_sts.loading.standing import in_manifest
from planton_sts.loading.untyped import untyped
from planton_sts.loading.walk import Walk
from planton_sts.messages import KubernetesStatefulSet, Message
from planton_sts.nodes.faults import MAX_DOCUMENTS, Fault, too_many_documents
from planton_sts.nodes.lines import Lines
from planton_sts.nodes.yaml_nodes import compose, is_null
from planton_sts.paths import Path, rerouted
from planton_sts.problems import Complaint, Place, Problem, in_order, problem


class Text(Lines):
    """The text of a source, shared by its documents."""

    @cached_property
    def roots(self) -> list[Node]:
        """The node trees of its documents, as many as can be read."""
        found: list[Node] = []
        with suppress(Fault):
            found.extend(compose(self.text))
        return found


@dataclass(slots=True)
class Document:
    """One document of a source.

    Attributes:
        source: Name of the source: a file's path, `<stdin>`, or what the caller says.
        index: Number of the document within its source, from 0.
        kind: Its kind; empty where it says none that can be read.
        message: What it says; None where it is foreign or cannot be read.
        problems: What is wrong with it, as far as reading it tells.
        foreign: Whether it is of a kind that is not ours, or cannot be read in a file that is not meant for us.

    """

    source: str
    index: int
    kind: str = ""
    # Protobuf shows every field of a message, those that nobody may see included.
    message: Root | None = field(default=None, repr=False)
    problems: list[Problem] = field(default_factory=list)
    foreign: bool = False
    _text: Text | None = field(default=None, repr=False, compare=False)
    _root: Node | None = field(default=None, repr=False, compare=False)
    # The tree as one of ours, where it is in a dialect; which of our paths lead another way there, and what was lost.
    _ours: Node | None = field(default=None, repr=False, compare=False)
    _ways: Mapping[Path, Path] = field(default_factory=dict, repr=False, compare=False)
    _held: Mapping[Path, Path] = field(init=False, repr=False, compare=False)
    _lost: Sequence[Node] = field(default=(), repr=False, compare=False)
    _map: SourceMap | None = field(default=None, init=False, repr=False, compare=False)
    _overridden: list[Path] = field(default_factory=list, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Have the ways back, too."""
        self._held = {theirs: ours for ours, theirs in self._ways.items()}

    @property
    def size(self) -> int:
        """How many characters the text has that it stands in, with others perhaps."""
        return len(self._text.text) if self._text else 0

    def data(self) -> Any:
        """The document as dicts, lists and strings, each scalar as it is written; the message, once overridden."""
        if self._overridden and self.message is not None:
            return as_written(self.message)
        root = self._ours or self._tree()
        return None if root is None else plain(root)

    def untyped(self) -> tuple[Any, list[Problem]]:
        """The document as kubectl reads it, whatever its kind, and what of it cannot be read."""
        root = self._tree()
        if root is None:
            return None, self.problems
        walk = Walk(
            shape_of(KubernetesStatefulSet.DESCRIPTOR).descriptor,
            self.source,
            root.end_mark.index - root.start_mark.index,
        )
        try:
            value = untyped(walk, root, None)
        except Fault as fault:
            return None, [*in_order(walk.problems), problem((), fault.complaint, place_of(self.source, root))]
        return value, in_order(walk.problems)

    def identity(self) -> tuple[str, str]:
        """The environment and the name by which others refer to it; empty where it says none."""
        if self.message is not None:
            metadata = (
                self.message if isinstance(self.message, KubernetesStatefulSet) else self.message.target
            ).metadata
            return metadata.env, metadata.name
        data = self.data()
        for name in ("target", "metadata") if self.kind == STACK_INPUT else ("metadata",):
            data = data.get(name) if isinstance(data, dict) else None
        named = data if isinstance(data, dict) else {}
        env, name = (value if isinstance(value := named.get(key), str) else "" for key in ("env", "name"))
        return env, name

    def _tree(self) -> Node | None:
        """The document's nodes; those of one that was told to be foreign by its bytes are read when asked for."""
        if self._root is None and self.foreign and self._text and self.index < len(self._text.roots):
            self._root = self._text.roots[self.index]
        return self._root

    def place(self, path: Path) -> Place:
        """Where the value at the path stands; where there is none, what stands nearest above it."""
        held = self.held(path)
        for overridden in reversed(self._overridden):
            if held[: len(overridden)] == overridden:
                from planton_sts.loading.overrides import source_of  # noqa: PLC0415 - it is there already

                return Place(source_of(overridden))
        known = self._places()
        return known.place(path) if known else Place(self.source)

    def spelled(self, path: Path) -> Path:
        """The path of what the message has there as it leads through the document."""
        spelled = in_manifest(path, self.message.DESCRIPTOR) if self.message is not None else path
        known = self._places() if spelled != path else None
        # ProtoJSON has each field under a key of its own.
        spelled = path if known and known.has(path) else spelled
        return rerouted(spelled, self._ways)

    def held(self, path: Path) -> Path:
        """The path in the message of what is written at the path, where that is another one in a dialect."""
        return rerouted(path, self._held)

    def _places(self) -> SourceMap | None:
        """Where everything stands; None where there is no text."""
        root = self._tree()
        if self._map is None and root is not None:
            self._map = SourceMap(self.source, root)
        return self._map

    def line(self, number: int) -> str:
        """The source's line of that number, from 1; see `redacted_lines` before showing it to anybody."""
        return self._text.line(number) if self._text else ""

    def redacted_lines(self) -> set[int]:
        """The lines that nobody may quote, for they may hold a secret; without a message, no line may be quoted."""
        if self.message is None or self._ours is None:
            return set()
        from planton_sts.loading.redaction import redacted_lines  # noqa: PLC0415 - lines are shown of what is wrong alone

        try:
            return redacted_lines(self._ours, shape_of(self.message.DESCRIPTOR), self._lost)
        except Fault:
            # Nobody can tell where the secrets of such a document are.
            return set(self._text.numbers) if self._text else set()

    def override(self, assignment: str) -> None:
        """Set one field by `PATH=VALUE`; what is wrong with that joins the problems, and changes nothing else."""
        if self.message is not None:
            from planton_sts.loading.overrides import override  # noqa: PLC0415 - it is rarely asked for

            path, problems = override(self.message, assignment)
            self.problems += problems
            if path:
                self._overridden.append(path)


def read(*paths: FilePath, stdin: BinaryIO | None = None) -> Iterator[Document]:
    """Every document of the files, folders and, as `-`, of standard input, those of other kinds included."""
    return read_sources(sources(paths, stdin))


def read_sources(given: Iterable[Source]) -> Iterator[Document]:
    """The same of what somebody has read already, each under its name."""
    for name, content in given:
        # Somebody pipes what is meant to be read; among files there may be anything.
        yield from _documents(content, name, stray=name != STDIN)


def load(*paths: FilePath, stdin: BinaryIO | None = None) -> Iterator[Document]:
    """The documents of the files, folders and, as `-`, of standard input that are ours or cannot be read."""
    return (document for document in read(*paths, stdin=stdin) if not document.foreign)


def reads(text: str | bytes, source: str = "") -> list[Document]:
    """Every document of the text, those of other kinds included."""
    return list(_documents(text, source))


def loads(text: str | bytes, source: str = "") -> list[Document]:
    """The documents of the text that are ours or cannot be read."""
    return [document for document in reads(text, source) if not document.foreign]


def load_one(text: str | bytes, source: str = "") -> Document:
    """The one manifest that the text holds; where it holds another number of documents, one that says so."""
    documents = reads(text, source)
    wrong = next((document for document in documents if document.foreign), None)
    if len(documents) == 1 and wrong is None:
        return documents[0]
    wrong = wrong or documents[1]
    found = f"it is a {wrong.kind}" if wrong.kind else "it is of another kind"
    complaint = Complaint(
        "load.one", f"must be one {KIND}; {found if len(documents) == 1 else f'there are {len(documents)} documents'}"
    )
    return Document(source, wrong.index, wrong.kind, problems=[problem((), complaint, wrong.place(()))])


def read_as(kind: type[Message], path: FilePath) -> Document:
    """The one document of the file, as a message of the kind, whatever it says of its kind itself."""
    return next(document for name, content in sources((path,), None) for document in _documents(content, name, kind))


# What tells a document's kind, and the message it stands for; None where it is not ours.
Tell = Callable[[Node], tuple[str, type[Message] | None]]


def _documents(
    content: str | bytes | Fault, source: str, wanted: type[Message] | None = None, *, stray: bool = False
) -> Iterator[Document]:
    """The documents that can be read, and one that says why the rest cannot."""
    tell: Tell = (lambda _: (wanted.DESCRIPTOR.name, wanted)) if wanted else partial(kind_of, stray=stray)
    index, ours = -1, 0
    try:
        if isinstance(content, Fault):
            raise content
        kinds = None if wanted else foreign_kinds(content)
        text = Text(decode(content))
        if kinds is not None:
            yield from (Document(source, at, kind, foreign=True, _text=text) for at, kind in kinds.items())
            return
        for index, root in _roots(text.text):
            document = _document(text, root, source, index, tell)
            ours += not document.foreign
            if ours > MAX_DOCUMENTS:
                raise too_many_documents(root.start_mark)
            yield document
    except Fault as fault:
        foreign = stray and not (ours or isinstance(content, Fault) or _is_meant(content, fault))
        found = [problem((), fault.complaint, Place(source, fault.line, fault.column))]
        yield Document(source, index + 1, problems=found, foreign=foreign)


def _is_meant(content: str | bytes, fault: Fault) -> bool:
    """Whether a file that cannot be read may be a manifest; an empty one is none, whatever its comments say."""
    return fault.complaint != EMPTY and mentions_ours(content)


def _roots(text: str) -> Iterator[tuple[int, Node]]:
    """The node trees of the documents that are not null, with their numbers."""
    empty = True
    for index, root in enumerate(compose(text)):
        if not is_null(root):
            empty = False
            yield index, root
    if empty:
        raise Fault(*EMPTY)


EMPTY = Complaint("load.empty", "must hold a manifest")
NO_MAPPING = Complaint("load.mapping", "must be a mapping with keys such as `apiVersion`, `kind` and `spec`")


def _document(text: Text, root: Node, source: str, index: int, tell: Tell) -> Document:
    kind, root_type = tell(root)
    if root_type is None:
        return Document(source, index, kind, foreign=True, _text=text, _root=root)
    if not isinstance(root, MappingNode):
        return Document(
            source, index, problems=[problem((), NO_MAPPING, place_of(source, root))], _text=text, _root=root
        )
    shape = shape_of(root_type.DESCRIPTOR)
    walk = Walk(shape.descriptor, source, root.end_mark.index - root.start_mark.index)
    message = root_type()
    try:
        ours = in_ours(root, walk)
        shape.fill(walk, message, ours, None)
    except Fault as fault:
        problems = [*in_order(walk.problems), problem((), fault.complaint, place_of(source, root))]
        return Document(source, index, kind, None, problems, _text=text, _root=root)
    # Whoever asks for another type of message knows so.
    read = (kind, cast("Root", message), in_order(walk.problems))
    return Document(source, index, *read, _text=text, _root=root, _ours=ours, _ways=walk.ways, _lost=walk.lost)
