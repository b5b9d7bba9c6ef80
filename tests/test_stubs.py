# SPDX-License-Identifier: Apache-2.0
"""The comments of the protos are docstrings in the generated stubs, where editors find them."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from inspect import cleandoc
from itertools import pairwise

import pytest
from google.protobuf.compiler.plugin_pb2 import CodeGeneratorRequest, CodeGeneratorResponse
from google.protobuf.descriptor import Descriptor, EnumDescriptor
from google.protobuf.descriptor_pb2 import DescriptorProto, FileDescriptorProto
from google.protobuf.descriptor_pool import Default

import planton_sts.messages  # noqa: F401 - brings every file into the pool
from tables import ROOT

FILES = sorted(path.relative_to(ROOT / "proto").as_posix() for path in (ROOT / "proto").rglob("*.proto"))

# A declaration as buf formats it: a block, or a field or value with its number.
DECLARATION = re.compile(r" *(?:(?P<block>message|enum|oneof|extend) |[\w.<>, ]+ )?(?P<name>[\w.]+) (?:\{|= \d+)")


def commented(proto: str) -> Iterator[tuple[str, str]]:
    """The dotted name of each declaration, and the text of the comment above it."""
    scope: list[str] = []
    comment = ""
    for line in proto.splitlines():
        if line.lstrip().startswith("//"):
            comment += line.strip().removeprefix("//").removeprefix(" ") + "\n"
            continue
        if found := DECLARATION.match(line):
            del scope[(len(line) - len(line.lstrip())) // 2 :]
            named = found["block"] not in ("oneof", "extend")
            scope.append(found["name"] if named else "")
            if named:
                yield ".".join(filter(None, scope)), comment.strip()
        comment = ""


def docstrings(within: ast.Module | ast.ClassDef, prefix: str = "") -> Iterator[tuple[str, str]]:
    """The dotted name of each class, constructor and attribute that has a docstring, and what it says."""
    for node, following in pairwise([*within.body, ast.Pass()]):
        match node, following:
            case ast.ClassDef(name=name), _:
                yield prefix + name, ast.get_docstring(node) or ""
                yield from docstrings(node, f"{prefix}{name}.")
            case ast.FunctionDef(name=name), _:
                yield prefix + name, ast.get_docstring(node) or ""
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                yield prefix + name, cleandoc(text)


def declared(file: str) -> Iterator[tuple[str, str]]:
    """The dotted names, in the stub and in the proto, of all that the file declares."""
    described = Default().FindFileByName(file)
    yield from ((name, name) for name in described.extensions_by_name)
    for enum in described.enum_types_by_name.values():
        yield from of_enum(enum)
    for message in described.message_types_by_name.values():
        yield from of_message(message)


def of_enum(enum: EnumDescriptor, within: str = "") -> Iterator[tuple[str, str]]:
    """The names of the enum and of its values, which stand in it and beside it."""
    name = within + enum.name
    yield name, name
    for value in enum.values_by_name:
        yield f"{name}.{value}", f"{name}.{value}"
        yield within + value, f"{name}.{value}"


def of_message(message: Descriptor, within: str = "") -> Iterator[tuple[str, str]]:
    """The names of the message, of its fields, and of what is declared inside it."""
    name = within + message.name
    yield name, name
    yield from ((f"{name}.{field}", f"{name}.{field}") for field in message.fields_by_name)
    for enum in message.enum_types:
        yield from of_enum(enum, f"{name}.")
    for nested in message.nested_types:
        if not nested.GetOptions().map_entry:
            yield from of_message(nested, f"{name}.")


def stub(file: str) -> dict[str, str]:
    """The docstrings of the file's stub."""
    text = (ROOT / "gen" / file.replace(".proto", "_pb2.pyi")).read_text(encoding="utf-8")
    return dict(docstrings(ast.parse(text)))


@pytest.mark.parametrize("file", FILES)
def test_comments_are_docstrings(file: str) -> None:
    """Each message, field, enum, value and option has its comment in the stub, and none has another's."""
    found = stub(file)
    comments = dict(commented((ROOT / "proto" / file).read_text(encoding="utf-8")))
    expected = {name: comments.get(of) for name, of in declared(file)}
    assert all(expected.values())
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize("file", FILES)
def test_constructors_tell_of_each_field(file: str) -> None:
    """Each constructor's docstring has a line for every field, which editors show for its keyword."""
    found = stub(file)
    for message in Default().FindFileByName(file).message_types_by_name.values():
        lines = found[f"{message.name}.__init__"].splitlines()
        for field in message.fields_by_name:
            assert f":param {field}: {' '.join(found[f'{message.name}.{field}'].split())}" in lines


ODD = [
    'Ends with "quotes"', '"""', '""""""" of seven', '"', "\\", r'one \" and two \\" and three \\\"', r"\N{DASH} \x \u",
    "Ends so: ...", "größer ≥ 1", "A list:\n - one\n   goes on\n\nAnd a paragraph.",
]  # fmt: skip


def test_docstrings_say_what_comments_say() -> None:
    """Quotes, backslashes and paragraphs come through; what has no comment gets no docstring."""
    pytest.importorskip("grpc_tools")
    odd = FileDescriptorProto(name="odd.proto", syntax="proto3")
    for index, comment in enumerate([*ODD, ""]):
        odd.message_type.append(DescriptorProto(name=f"Odd{index}"))
        lines = "".join(f" {line}\n" if line else "\n" for line in comment.splitlines())
        odd.source_code_info.location.add(path=[4, index], span=[index, 0, 1], leading_comments=lines)
    request = CodeGeneratorRequest(file_to_generate=[odd.name], proto_file=[odd])
    plugin = [sys.executable, ROOT / "tools/protoc_gen_stubs.py"]
    done = subprocess.run(plugin, input=request.SerializeToString(), capture_output=True, check=True)
    (file,) = CodeGeneratorResponse.FromString(done.stdout).file
    assert file.name == "odd_pb2.pyi"
    found = dict(docstrings(ast.parse(file.content)))
    assert [found[f"Odd{index}"] for index in range(len(ODD) + 1)] == [*ODD, ""]
