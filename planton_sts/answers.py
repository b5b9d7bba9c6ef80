# SPDX-License-Identifier: Apache-2.0
"""Problems as a service hands them on: as messages of the API, and within an error of gRPC."""

from collections.abc import Iterable
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from google.protobuf.descriptor import FieldDescriptor

from planton_sts.loading import Document
from planton_sts.messages import FieldPath, KubernetesStatefulSetProblem, Message, fields_of, is_map, type_in
from planton_sts.paths import Key, Path, Step, parse
from planton_sts.problems import Problem

if TYPE_CHECKING:
    from google.rpc.error_details_pb2 import BadRequest  # type: ignore[import-untyped,unused-ignore]

# gRPC sends errors in its metadata, 8 KiB in all unless told otherwise, and in base64, which adds a third.
MAX_BYTES = 4096
# What the last violation takes, which says how many are left out.
TAIL = 64


def problem_message(problem: Problem, about: Document | Message | None = None) -> KubernetesStatefulSetProblem:
    """The problem as a message; its field path leads through the message that the problem is about, if any."""
    found = KubernetesStatefulSetProblem(
        rule=problem.rule, severity=problem.severity, path=problem.path, message=problem.message, hint=problem.hint
    )
    subject = about.message if isinstance(about, Document) else about
    if subject is not None and problem.path:
        found.field_path.CopyFrom(_field_path(parse(problem.path)[0], subject.DESCRIPTOR))
    if problem.file or problem.line:
        place = {name: getattr(problem, name) for name in found.Place.DESCRIPTOR.fields_by_name}
        found.place.CopyFrom(found.Place(**place))
    return found


def bad_request(problems: Iterable[Problem], *, max_bytes: int = MAX_BYTES) -> "BadRequest":
    """The problems as the details of an INVALID_ARGUMENT; as many as have room, and how many have not.

    It needs `googleapis-common-protos`, which `planton-sts[grpc]` brings.
    """
    from google.rpc.error_details_pb2 import BadRequest  # noqa: PLC0415 - who serves no gRPC need not have it

    found, left_out = BadRequest(), 0
    for problem in problems:
        found.field_violations.add(field=problem.path, description=_sentence(problem))
        if found.ByteSize() > max_bytes - TAIL:
            del found.field_violations[-1]
            left_out += 1
    if left_out:
        found.field_violations.add(description=f"and {left_out} more")
    return found


def _sentence(problem: Problem) -> str:
    hint = f" ({problem.hint})" if problem.hint else ""
    return f"{problem.message}{hint} [{problem.rule}]"


def _field_path(path: Path, descriptor: Any) -> FieldPath:
    """The path as protovalidate has it, as far as it leads to fields."""
    found = FieldPath()
    for step, following in zip_longest(path, path[1:]):
        if isinstance(step, int | Key):
            continue
        field = fields_of(descriptor).get(step) if descriptor else None
        if field is None:
            break
        element = found.elements.add(field_number=field.number, field_name=field.name, field_type=field.type)
        _subscribe(element, field, following)
        descriptor = type_in(field)
    return found


def _subscribe(element: Any, field: FieldDescriptor, step: Step | None) -> None:
    """Say which entry of the map, or which element of the list, the path leads to."""
    if is_map(field):
        key, value = (field.message_type.fields_by_name[name] for name in ("key", "value"))
        element.key_type, element.value_type = key.type, value.type
        if isinstance(step, int | Key):
            setattr(element, *_subscript(key, str(step)))
    elif isinstance(step, int):
        element.index = step


def _subscript(key: FieldDescriptor, text: str) -> tuple[str, str | int | bool]:
    """The name of the subscript for keys of the type, and its value."""
    if key.cpp_type == key.CPPTYPE_STRING:
        return "string_key", text
    if key.cpp_type == key.CPPTYPE_BOOL:
        return "bool_key", text == "True"
    is_unsigned = key.cpp_type in {key.CPPTYPE_UINT32, key.CPPTYPE_UINT64}
    return ("uint_key" if is_unsigned else "int_key"), int(text)
