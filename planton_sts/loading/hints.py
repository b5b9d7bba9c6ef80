# SPDX-License-Identifier: Apache-2.0
"""What to write instead: what a field takes, said by example, and where a key belongs that is not known here."""

from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from google.protobuf.descriptor import Descriptor, FieldDescriptor

from planton_sts.messages import default, field_rules, is_map, option
from planton_sts.paths import Path, spell
from planton_sts.problems import Complaint
from planton_sts.wording import closest, did_you_mean, or_list


def expected(field: FieldDescriptor) -> str:
    """What the field's value must be."""
    message = field.message_type
    if is_map(field):
        return "must be a mapping of names to values, such as `{name: value}`"
    if field.is_repeated:
        return "must be a list of mappings" + _keys(message) if message else "must be a list, such as `[a, b]`"
    return element(field)


def element(field: FieldDescriptor) -> str:
    """What the field's value must be, or one element's where it is a list or a mapping."""
    return expected_message(field.message_type) if field.message_type else _scalar(field)


def expected_message(message: Descriptor) -> str:
    """What a value in the place of such a message must be."""
    if value_member(message):
        names = [f"`{member.json_name}`" for member in message.fields]
        return f"must be text, or a mapping with {' or '.join(names)}"
    return "must be a mapping" + _keys(message) if message.fields else "must be an empty mapping, `{}`"


def value_member(message: Descriptor) -> FieldDescriptor | None:
    """The member that a plain scalar stands for, where the message is a value or a reference to one."""
    member = message.fields_by_name.get("value")
    one_of_two = member is not None and member.containing_oneof is not None and member.message_type is None
    return member if one_of_two else None


def _keys(message: Descriptor) -> str:
    """The keys that most need to be known."""
    fields = sorted(message.fields, key=lambda field: not option(field, field_rules).required)
    return f" with keys such as {' and '.join(f'`{field.json_name}`' for field in fields[:2])}"


def _scalar(field: FieldDescriptor) -> str:
    if field.type == FieldDescriptor.TYPE_BOOL:
        return "must be `true` or `false`"
    rules = option(field, field_rules)
    if field.type == FieldDescriptor.TYPE_INT32:
        example = [*map(str, rules.int32.example), option(field, default), "3"]
        return f"must be a whole number, such as `{next(filter(None, example))}`"
    return f"must be text, such as `{rules.string.example[0]}`" if rules.string.example else "must be text"


# Two places can be told apart in a sentence.
_FEW = 2

# The platform writes it.
REPORTED = "status"


def meant(key: str, message: Descriptor) -> str | None:
    """The field of the message that the key probably means."""
    return closest(key, (field.json_name for field in message.fields))


def homes(key: str, path: Path, root: Descriptor) -> list[Path]:
    """Where the key belongs that was written at the path: the places nearest to it."""
    known = _homes(root).get(key, [])
    nearest = min((_distance(path, home) for home in known), default=None)
    return [home for home in known if _distance(path, home) == nearest]


def _distance(path: Path, home: Path) -> tuple[int, int]:
    """Less for what shares more of the way, and for what is less deep."""
    shared = takewhile(lambda steps: steps[0] == steps[1], zip(path, home, strict=False))
    return -len(list(shared)), len(home)


def unknown(rule: str, key: str, path: Path, message: Descriptor, root: Descriptor) -> Complaint:
    """The complaint about a key below the path, which no field of the message there has."""
    must = f"must be a field of `{spell(path) or message.name}`"
    if near := meant(key, message):
        return Complaint(rule, must, did_you_mean(near))
    places = homes(key, path, root)
    return Complaint(rule, must, f"it belongs at {or_list(map(spell, places))}" if 0 < len(places) <= _FEW else "")


@cache
def _homes(root: Descriptor) -> dict[str, list[Path]]:
    """Every place of every name, in either spelling."""
    found: dict[str, list[Path]] = {}
    for name, path in _places(root, ()):
        places = found.setdefault(name, [])
        if path not in places:
            places.append(path)
    return found


def _places(message: Descriptor, above: Path) -> Iterator[tuple[str, Path]]:
    """The fields that can be reached by names alone; what a scalar stands for needs no longer way."""
    for field in message.fields:
        path = (*above, field.json_name)
        if field.name != REPORTED:
            yield field.name, path
            yield field.json_name, path
            below = field.message_type
            if below is not None and not field.is_repeated and not value_member(below):
                yield from _places(below, path)
