# SPDX-License-Identifier: Apache-2.0
"""The fields that a rule is about, told from its first words.

Most rules of messages hold as long as a field is unset, and say so first: `!this.plain || ...`, or
`size(this.pod.volumes) == 0 || ...`; and so do rules of lists of messages: `this.all(p, p.host_port == 0) || ...`. Who
knows that nothing sets the field need not ask the rule.
"""

import re
from functools import cache

from google.protobuf.descriptor import Descriptor, FieldDescriptor

from planton_sts.messages import type_in
from planton_sts.validation.parts import Part

_PATH = r"this((?:\.\w+)+)"
# What holds of a field that is unset.
_UNSET = re.compile(rf"!{_PATH}|!has\({_PATH}\)|size\({_PATH}\) == 0|{_PATH} == (?:''|0)|{_PATH} in \[''.*\]")
# The same of a field of all elements of a list, or of all values of a map.
_OF_ALL = re.compile(r"this(?P<path>(?:\.\w+)*)\.all\((?P<name>\w+), (?P<words>.+)\)")
# How long the lists are stands before what goes through them; then the guard, and what tells that it is one.
_FIRST = re.compile(
    r"(?:size\([\w.]+\)(?: \+ size\([\w.]+\))* (?:> \d+|== 1) \|\| )*(?P<words>.+?) (?P<end>\|\||\? '' :) "
)
_LITERAL = re.compile(r"'(?:[^'\\]|\\.)*'")
_BRACKETS = re.compile(r"[(\[{][^()\[\]{}]*[)\]}]")


@cache
def guards(bearer: Descriptor, expression: str) -> frozenset[Part]:
    """The fields of which one must be set for the rule to be broken; none where it does not say so.

    The rule is one of messages of this type, or of a list of them.
    """
    whole = " ".join(expression.split())
    # There may be nothing else that it asks.
    first = _FIRST.match(f"{whole} || ")
    if first is None or (first["end"] == "||" and _is_choice(whole)):
        return frozenset()
    words = first["words"]
    return _fields(bearer, words[1:-1] if words.startswith("(") else words)


def _is_choice(whole: str) -> bool:
    """Whether what the words begin with only chooses what the rule says."""
    before, rest = "", _LITERAL.sub("", whole)
    while rest != before:
        before, rest = rest, _BRACKETS.sub("", rest)
    return "?" in rest


def _fields(bearer: Descriptor, words: str) -> frozenset[Part]:
    """The fields of which one is set where the words are false; none where they are no guard."""
    if of_all := _OF_ALL.fullmatch(words):
        path, name = of_all["path"], of_all["name"]
        each = of_all["words"].replace(f"this{path}[{name}]", name)
        held = _held(bearer, path) if path else bearer
        if held is None or re.search(r"\bthis\b", each):
            # What is said of the whole there is not said of each.
            return frozenset()
        return _fields(held, re.sub(rf"\b{name}(?=\.)", "this", each))
    found = [_UNSET.fullmatch(each) for each in words.split(" && ")]
    fields = [each and _field(bearer, "".join(filter(None, each.groups()))) for each in found]
    known = frozenset(Part(field.containing_type.full_name, field.name) for field in fields if field)
    return known if all(fields) else frozenset()


def _held(bearer: Descriptor, path: str) -> Descriptor | None:
    """The type of what the field at the path holds."""
    many = _field(bearer, path)
    return type_in(many) if many else None


def _field(bearer: Descriptor | None, path: str) -> FieldDescriptor | None:
    """The field at the path."""
    field = None
    for name in path.split(".")[1:]:
        field = bearer.fields_by_name.get(name) if bearer else None
        bearer = field.message_type if field else None
    return field
