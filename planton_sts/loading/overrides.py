# SPDX-License-Identifier: Apache-2.0
"""Fields set from outside a manifest, by `PATH=VALUE`, with the checks that hold in a file."""

from typing import Any, NoReturn

from google.protobuf.descriptor import FieldDescriptor
from yaml import Node, ScalarNode

from planton_sts.loading.hints import Stray, unknown
from planton_sts.loading.shapes import Host, List, Many, Member, Shape, Single, shape_of
from planton_sts.loading.walk import Trail, Walk, path_of
from planton_sts.messages import Message
from planton_sts.nodes.yaml_nodes import compose
from planton_sts.paths import Key, Path, Step, parse, spell
from planton_sts.problems import Complaint, Place, Problem, Refusal, problem

OPTION = "--set"
APPEND = "+"
RULE = "load.override"
# What text says in YAML: nothing, empty text, and the one text that would say nothing.
WORDS = {"null", '""', '"null"'}
MALFORMED = Complaint(RULE, "must be a path, `=` and a value in UTF-8, such as `spec.availability.replicas=3`")


def override(message: Message, assignment: str) -> tuple[Path, list[Problem]]:
    """The path of the field that was set, or what is wrong with the assignment, which then changes nothing."""
    path, rest = parse(assignment)
    if not path or not rest.startswith("=") or not _is_unicode(assignment):
        return (), [problem((), MALFORMED, Place(OPTION))]
    if rest == "=":
        return (), [problem(path, _empty(path), Place(source_of(path)))]
    draft = type(message)()
    draft.CopyFrom(message)
    work = _Assignment(shape_of(draft.DESCRIPTOR), source_of(path), rest[1:])
    try:
        path = path_of(work.to_message(draft, work.shape, path, None))
    except Refusal as refusal:
        return (), [problem(path, refusal.complaint, Place(work.source))]
    if work.problems:
        return (), work.problems
    message.CopyFrom(draft)
    return path, []


def _empty(path: Path) -> Complaint:
    """The complaint about nothing behind the `=`: a variable of the shell that is not set looks the same."""
    name = spell(path)
    return Complaint(
        RULE, "must have a value after `=`", f"write `{name}=null` to unset it, `{name}='\"\"'` for empty text"
    )


def _is_unicode(text: str) -> bool:
    """Whether protobuf can hold the text; arguments that are no UTF-8 come with halves of surrogate pairs."""
    return text == text.encode("utf-8", "replace").decode()


def source_of(path: Path) -> str:
    """The source of a field that was set from outside: never its value, which may be a secret."""
    return f"{OPTION} {spell(path)}"


class _Assignment(Walk):
    """The way to a field, and its value."""

    def __init__(self, shape: Shape, source: str, value: str) -> None:
        super().__init__(shape.descriptor, source)
        self.shape = shape
        self.value = value

    def place(self, node: Node) -> Place:  # noqa: ARG002 - no node stands anywhere
        """Nothing set from outside has lines."""
        return Place(self.source)

    def to_message(self, message: Message, shape: Shape, path: Path, trail: Trail) -> Trail:
        """Set what the path leads to from the message, and give its whole path."""
        step, *rest = path
        member = shape.members.get(step) if isinstance(step, str) and not isinstance(step, Key) else None
        if member is None and shape.inline and isinstance(step, Key):
            return self._to_member(message, shape.inline, path, trail)
        if member is None:
            self._unknown(step, trail)
        if rest:
            return self._to_member(message, member, tuple(rest), trail)
        member.unset(message)
        member.fill(self, message, self._whole(member), trail)
        return trail, member.json_name

    def _to_member(self, message: Message, member: Member, path: Path, trail: Trail) -> Trail:
        below = (trail, member.json_name)
        if isinstance(member, Single):
            return self.to_message(getattr(message, member.name), member.shape, path, below)
        if isinstance(member, Many):
            return self._to_element(member.values(message), member, path, below)
        raise Refusal(RULE, f"must end at `{spell(path_of(below))}`, which has no fields")

    def _to_element(self, values: Any, member: Many, path: Path, trail: Trail) -> Trail:
        step, *rest = path
        key = self._index(values, member, step) if isinstance(member, List) else self._key(step)
        below = (trail, Key(key) if isinstance(key, str) else key)
        if rest and member.shape:
            return self.to_message(values[key], member.shape, tuple(rest), below)
        if rest and isinstance(member, Host) and not member.has_text(values, key):
            return self._to_element(member.mapping(values, key), member.held, tuple(rest), below)
        if rest:
            raise Refusal(RULE, f"must end at `{spell(path_of(below))}`, which has no fields")
        member.clear(values, key)
        member.put(self, values, key, self._one(member.of, member.shape), below)
        return below

    def _index(self, values: Any, member: List, step: Step) -> int:
        """The index of the element, a new one for `[+]`."""
        if step == APPEND and isinstance(step, Key):
            member.grow(values)
            return len(values) - 1
        if not isinstance(step, int):
            raise Refusal(RULE, f"must have an index after `{member.json_name}`, such as `[0]`, or `[+]` to append")
        if step >= len(values):
            last = f"the last index is {len(values) - 1}" if len(values) else "the list is empty"
            raise Refusal(RULE, f"must have an index within `{member.json_name}`, or `[+]` to append", last)
        return step

    def _key(self, step: Step) -> str:
        if isinstance(step, str) and not isinstance(step, Key):
            raise Refusal(RULE, "must have the key in brackets", f"write `[{step}]`")
        return str(step)

    def _whole(self, member: Member) -> Node:
        """The value of a whole field."""
        shape = member.shape if isinstance(member, Single) else None
        return self._yaml() if isinstance(member, Many) else self._one(member.field, shape)

    def _one(self, field: FieldDescriptor, shape: Shape | None) -> Node:
        """One value: text for what takes text, so that little in it needs quotes; else YAML."""
        if shape and shape.shorthand and not self.value.startswith("{"):
            field = shape.shorthand.field
        if field.type == FieldDescriptor.TYPE_STRING and self.value not in WORDS:
            return ScalarNode("tag:yaml.org,2002:str", self.value)
        return self._yaml()

    def _yaml(self) -> Node:
        return next(compose(self.value), ScalarNode("", ""))

    def _unknown(self, step: Step, trail: Trail) -> NoReturn:
        raise Refusal(*unknown(RULE, Stray(str(step), path_of(trail), self.root), self.ways))
