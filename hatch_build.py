# SPDX-License-Identifier: Apache-2.0
"""What is made of the protos before they leave the project: validate.proto as a text, and one compiled image of all.

The text of validate.proto is protovalidate's, and is not kept here. It is written from its descriptor, so that protoc
and buf find the file that our protos import, without a registry.
"""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import groupby
from pathlib import Path
from typing import Any

from google.protobuf import (
    descriptor_pb2,
    descriptor_pool,
    duration_pb2,
    field_mask_pb2,
    message_factory,
    text_format,
    timestamp_pb2,
)
from google.protobuf.descriptor_pb2 import FieldDescriptorProto
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# A module of buf.yaml, a folder of the wheel, and an include path of protoc.
VALIDATE = Path("build/validate")
IMAGE = Path("planton_sts/image.binpb")

# Other distributions bring buf/validate too, and take it away, ours with it, when they are uninstalled. So the wheel
# has a spare copy where nobody else writes, which the .pth puts at the end of the path. A checkout has gen/ to itself.
SPARE = {"gen/buf": "planton_sts/spare/buf", "planton_sts.pth": "planton_sts.pth"}

HEAD = """\
// {name} of protovalidate, copyright Buf Technologies, Inc., under the Apache License, Version 2.0;
// written from its descriptor, and therefore without its comments.
syntax = "proto2";

package {package};
"""
# The highest number of a field, which a range calls `max`.
LAST = 2**29 - 1


class ProtosHook(BuildHookInterface):
    """Writes both for the wheel, and for a checkout that is installed as editable."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write both from the descriptor in gen/, so that the wheel's .proto says what its _pb2.py says."""
        root = Path(self.root)
        sys.path.insert(0, str(root / "gen"))
        from buf.validate import validate_pb2  # noqa: PLC0415, TID251 - only now is it found

        write(root, validate_pb2.DESCRIPTOR.serialized_pb)
        if version == "standard":
            build_data["force_include"] |= SPARE


def write(root: Path, descriptor: bytes) -> None:
    """Write validate.proto, then the image, below the root of a checkout."""
    file = _parsed(descriptor)
    text = root / VALIDATE / file.name
    text.parent.mkdir(parents=True, exist_ok=True)
    text.write_text("".join(f"{line}\n" for line in _file(file)), encoding="utf-8")
    _compile(root)


def _compile(root: Path) -> None:
    """Compile all protos into one image, with all that they import."""
    # By protoc and not from the descriptors in gen/: those have no comments, and other languages' code shows them.
    files = sorted(path.relative_to(root / "proto").as_posix() for path in (root / "proto").rglob("*.proto"))
    options = ["-I", "proto", "-I", str(VALIDATE), "--include_imports", "--include_source_info", "-o", str(IMAGE)]
    protoc = [sys.executable, "-m", "grpc_tools.protoc", *options, *files]
    compiled = subprocess.run(protoc, cwd=root, stderr=subprocess.PIPE, text=True, check=False)  # noqa: S603 - our own
    # protoc calls an import unused where only options need it; what it says is shown when it fails.
    if compiled.returncode:
        raise SystemExit(compiled.stderr)


def _parsed(descriptor: bytes) -> Any:
    """The file's descriptor, read by one that knows the options which the file itself defines."""
    pool = descriptor_pool.DescriptorPool()
    for imported in (descriptor_pb2, duration_pb2, field_mask_pb2, timestamp_pb2):
        pool.AddSerializedFile(imported.DESCRIPTOR.serialized_pb)
    pool.AddSerializedFile(descriptor)
    kind = pool.FindMessageTypeByName("google.protobuf.FileDescriptorProto")
    return message_factory.GetMessageClass(kind).FromString(descriptor)


# The lines of a proto2 file, as far as validate.proto goes: no service, no nested type, no default. No library does
# this; what a later validate.proto may need beside is noticed by the test that compiles what is written.


def _file(file: Any) -> Iterator[str]:
    yield HEAD.format(name=file.name, package=file.package)
    yield from (f'import "{name}";' for name in file.dependency)
    yield ""
    yield from (f"option {option};" for option in _options(file.options))
    for extended, fields in groupby(file.extension, lambda field: field.extendee):
        yield from _block(f"extend {extended}", map(_field, fields))
    for message in file.message_type:
        yield from _block(f"message {message.name}", _message(message))
    for enum in file.enum_type:
        yield from _block(f"enum {enum.name}", _enum(enum))


def _block(head: str, lines: Iterable[str]) -> Iterator[str]:
    yield ""
    yield f"{head} {{"
    yield from (f"  {line}" for line in lines)
    yield "}"


def _message(message: Any) -> Iterator[str]:
    for oneof, fields in groupby(message.field, lambda field: field.oneof_index if _in_oneof(field) else None):
        if oneof is None:
            yield from map(_field, fields)
        else:
            yield from _block(f"oneof {message.oneof_decl[oneof].name}", map(_field, fields))
    yield from (f"extensions {_range(span.start, span.end - 1)};" for span in message.extension_range)
    yield from _reserved(message, last=-1)


def _enum(enum: Any) -> Iterator[str]:
    yield from (f"{value.name} = {value.number};" for value in enum.value)
    yield from _reserved(enum, last=0)


def _field(field: Any) -> str:
    label = "" if _in_oneof(field) else _word(FieldDescriptorProto.Label.Name(field.label))
    kind = field.type_name or _word(FieldDescriptorProto.Type.Name(field.type))
    options = ", ".join(_options(field.options))
    return f"{label} {kind} {field.name} = {field.number}{options and f' [{options}]'};".lstrip()


def _in_oneof(field: Any) -> bool:
    return bool(field.HasField("oneof_index"))


def _word(name: str) -> str:
    """The word of the language for an enum value such as `TYPE_STRING`."""
    return name.partition("_")[2].lower()


def _reserved(declaration: Any, last: int) -> Iterator[str]:
    """What is reserved; a message counts the end of a range out, and an enum counts it in."""
    yield from (f"reserved {_range(span.start, span.end + last)};" for span in declaration.reserved_range)
    yield from (f'reserved "{name}";' for name in declaration.reserved_name)


def _range(first: int, last: int) -> str:
    return f"{first} to {'max' if last == LAST else last}"


def _options(options: Any) -> Iterator[str]:
    """What is set, as `name = value`, or as `(extension) = { fields }`."""
    for field, value in options.ListFields():
        written = StringIO()
        text_format.PrintFieldValue(field, value, written, as_one_line=True)
        yield f"{f'({field.full_name})' if field.is_extension else field.name} = {written.getvalue().strip()}"


if __name__ == "__main__":
    # What `make` runs; gen/ is made of what this writes, so here the descriptor is the one that protovalidate carries.
    import protovalidate

    carried = descriptor_pb2.FileDescriptorProto.FromString(protovalidate.ViolationPb.desc().file.proto.to_binary())
    # That copy was generated with another Java package than the proto and protovalidate's jar have.
    carried.options.java_package = "build.buf.validate"
    write(Path(), carried.SerializeToString())
