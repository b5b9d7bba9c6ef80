# SPDX-License-Identifier: Apache-2.0
"""What a scalar means in a field of a given type."""

import re
from collections.abc import Callable
from decimal import Decimal, DecimalException
from typing import Any

from google.protobuf.descriptor import EnumDescriptor, FieldDescriptor
from yaml import Node, ScalarNode

from planton_sts.nodes.yaml_nodes import NULLS
from planton_sts.problems import Refusal
from planton_sts.wording import closest, did_you_mean, or_list

# None stands for null.
Read = Callable[[Node], Any]


def refused(hint: str = "") -> Refusal:
    """What to raise for a scalar of another type; the field itself says what it takes."""
    return Refusal("load.type", "", hint)


def reader(field: FieldDescriptor) -> Read:
    """The function that reads the field's scalars."""
    if field.enum_type is not None:
        return _name_reader(field.enum_type)
    return READERS[field.type]


def text(node: Node) -> str | None:
    """What was written, as it was written."""
    if type(node) is ScalarNode and not node.tag and (node.style or node.value not in NULLS):
        value: str | None = node.value  # as nearly always, so at once
    else:
        value, _ = written(node)
    return value


# These say no more than the schema does.
_YAML = "tag:yaml.org,2002:"
_PLAIN = {"", f"{_YAML}int", f"{_YAML}bool", f"{_YAML}float"}


def written(node: Node) -> tuple[str | None, bool]:
    """The text, None for null, and whether it is text only, by its quotes or its tag."""
    if not isinstance(node, ScalarNode):
        raise refused()
    if node.tag in _PLAIN:
        quoted = bool(node.style) and not node.tag
        return (None if not quoted and node.value in NULLS else node.value), quoted
    if node.tag == f"{_YAML}null":
        return None, False
    if node.tag == f"{_YAML}str":
        return node.value, True
    raise Refusal("load.type", "must not have this tag")


TRUE = {"true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON"}
FALSE = {"false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF"}


def truth(node: Node) -> bool | None:
    """Yes or no, in the words of YAML 1.1; in quotes only `true` and `false`."""
    value, quoted = written(node)
    if value is None:
        return None
    if value not in ({"true", "false"} if quoted else TRUE | FALSE):
        raise refused()
    return value in TRUE


_INTEGER = re.compile(
    r"([-+]?)(?:0b_*(?P<binary>[01][01_]*)|0x_*(?P<hexadecimal>[\da-fA-F][\da-fA-F_]*)"
    r"|0o?_*(?P<octal>[0-7][0-7_]*)|(?P<decimal>0|[1-9][\d_]*))",
    re.ASCII,
)
_BASES = {"binary": 2, "octal": 8, "decimal": 10, "hexadecimal": 16}
_FRACTION = re.compile(r"[-+]?(\d[\d_]*\.[\d_]*|\.\d[\d_]*|\d[\d_]*(?=[eE]))([eE][-+]?\d+)?", re.ASCII)
_LONGEST = 64


class TooLarge(Exception):  # noqa: N818 - it never leaves this module
    """The number has more digits than any field holds."""


def whole(bits: int) -> Callable[[Node], int | None]:
    """The function that reads numbers of so many bits.

    They may be in the notations of YAML 1.1, 1.2 and ProtoJSON; in quotes only in decimal digits.
    """
    end = 2 ** (bits - 1)
    out_of_range = f"must be from {-end} to {end - 1}"

    def number(node: Node) -> int | None:
        value, quoted = written(node)
        if value is None:
            return None
        try:
            found = _number(value, quoted=quoted)
        except TooLarge:
            raise Refusal("load.range", out_of_range) from None
        if not -end <= found < end:
            raise Refusal("load.range", out_of_range)
        if found != int(found):
            raise refused()
        return int(found)

    return number


def is_number(node: Node) -> bool:
    """Whether the scalar is written as a number."""
    value, quoted = written(node)
    return not quoted and value is not None and bool(_INTEGER.fullmatch(value) or _FRACTION.fullmatch(value))


def _number(value: str, *, quoted: bool) -> int | Decimal:
    if len(value) > _LONGEST:
        # Python takes quadratic time for long numbers.
        raise TooLarge if value.lstrip("-+").isdecimal() else refused()
    found = _INTEGER.fullmatch(value)
    if found and found.lastgroup and not (quoted and found.lastgroup != "decimal"):
        return int(found[1] + found[found.lastgroup].replace("_", ""), _BASES[found.lastgroup])
    if quoted or not _FRACTION.fullmatch(value) or found:
        raise refused()
    try:
        return Decimal(value.replace("_", ""))
    except DecimalException:
        raise TooLarge from None


whole_32, whole_64 = whole(32), whole(64)


# So many names can be listed in a sentence.
_FEW = 8


def _name_reader(enum: EnumDescriptor) -> Read:
    """The function that reads the enum's names; like protobuf, it takes numbers that have no name."""
    numbers = {value.name: value.number for value in enum.values}
    names = [value.name for value in enum.values if value.number]
    expected = f"must be {or_list(names)}" if len(names) <= _FEW else f"must be a value of {enum.name}"

    def number(node: Node) -> int | None:
        value, _ = written(node)
        if value is None or value in numbers:
            return numbers.get(value or "")
        if value[:1].isdigit() or value.startswith(("-", "+")):
            return whole_32(node)
        raise Refusal("load.enum", expected, did_you_mean(closest(value, names)))

    return number


READERS: dict[int, Read] = {
    FieldDescriptor.TYPE_STRING: text,
    FieldDescriptor.TYPE_BOOL: truth,
    FieldDescriptor.TYPE_INT32: whole_32,
    FieldDescriptor.TYPE_INT64: whole_64,
}
