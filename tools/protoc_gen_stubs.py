# SPDX-License-Identifier: Apache-2.0
"""A plugin of protoc: its own stubs, with the protos' comments as docstrings, where editors find them."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent, indent

from google.protobuf.compiler.plugin_pb2 import CodeGeneratorRequest, CodeGeneratorResponse
from google.protobuf.descriptor_pb2 import FileDescriptorProto, FileDescriptorSet
from google.protobuf.message import Message

# What source info knows a declaration by.
Place = tuple[int, ...]
# The name of a declaration, after the names of those that it stands in.
Name = tuple[str, ...]

# Where descriptors hold what is declared inside them and has a name in the stub.
DECLARED = {"message_type", "nested_type", "enum_type", "value", "field", "extension"}


def declarations(within: Message, place: Place = (), scope: Name = ()) -> Iterator[tuple[Place, Name]]:
    """The place and the name of each declaration, at any depth."""
    for field, declared in within.ListFields():
        if field.name in DECLARED:
            for index, each in enumerate(declared):
                here = (*place, field.number, index)
                yield here, (*scope, each.name)
                if field.name == "value":  # It stands beside its enum as well.
                    yield here, (*scope[:-1], each.name)
                yield from declarations(each, here, (*scope, each.name))


def comments_in(file: FileDescriptorProto) -> dict[Name, str]:
    """The comment before each declaration that has one."""
    found = {tuple(at.path): dedent(at.leading_comments).strip() for at in file.source_code_info.location}
    return {name: found[place] for place, name in declarations(file) if found.get(place)}


def docstrings(
    within: ast.Module | ast.ClassDef, comments: dict[Name, str], scope: Name = ()
) -> Iterator[tuple[int, int, str]]:
    """The line after which each docstring belongs, downwards, its column, and what it says; nothing, for some."""
    for node in within.body:
        match node:
            case ast.ClassDef(name=name, body=[first, *_]):
                yield first.lineno - 1, first.col_offset, comments.get((*scope, name), "")
                yield from docstrings(node, comments, (*scope, name))
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield node.lineno, node.col_offset, comments.get((*scope, name), "")
            case ast.FunctionDef(name="__init__"):
                yield node.lineno, node.col_offset + 4, of_constructor(node, comments, scope)


def of_constructor(node: ast.FunctionDef, comments: dict[Name, str], message: Name) -> str:
    """The message's comment and the fields', each in one line, as editors look for it when they show a keyword."""
    named = [(each.arg, comments.get((*message, each.arg))) for each in node.args.args]
    fields = [f":param {name}: {' '.join(comment.split())}" for name, comment in named if comment]
    return "\n".join([comments.get(message, ""), "", *fields]).strip()


def literal(text: str) -> str:
    """The text as Python writes it, with marks of its own where it has several lines."""
    escaped = re.sub(r'\\|"(?=""|\Z)', r"\\\g<0>", text)
    return f'"""{escaped}\n"""' if "\n" in text else f'"""{escaped}"""'


def with_docstrings(stub: str, comments: dict[Name, str]) -> str:
    """The stub with the comments in it."""
    lines = stub.splitlines()
    for line, column, text in reversed([*docstrings(ast.parse(stub), comments)]):
        if text:
            lines[line - 1] = lines[line - 1].removesuffix(" ...")  # A constructor gets its docstring for a body.
            lines.insert(line, indent(literal(text), " " * column))
    return "\n".join(lines) + "\n"


def stubs(request: CodeGeneratorRequest) -> Iterator[tuple[str, str]]:
    """Each file that is asked for, and its stub as protoc generates it."""
    with TemporaryDirectory() as folder:
        image = Path(folder, "image.binpb")
        image.write_bytes(FileDescriptorSet(file=request.proto_file).SerializeToString())
        options = [f"--descriptor_set_in={image}", f"--pyi_out={folder}"]
        protoc = [sys.executable, "-m", "grpc_tools.protoc", *options, *request.file_to_generate]
        subprocess.run(protoc, check=True)  # noqa: S603 - our own
        for file in request.file_to_generate:
            yield file, Path(folder, stub_of(file)).read_text(encoding="utf-8")


def stub_of(file: str) -> str:
    """The name of the file's stub."""
    return f"{file.removesuffix('.proto')}_pb2.pyi"


def answer(request: CodeGeneratorRequest) -> CodeGeneratorResponse:
    """The stubs with docstrings."""
    found = CodeGeneratorResponse(supported_features=CodeGeneratorResponse.FEATURE_PROTO3_OPTIONAL)
    comments = {file.name: comments_in(file) for file in request.proto_file}
    for file, stub in stubs(request):
        found.file.add(name=stub_of(file), content=with_docstrings(stub, comments[file]))
    return found


if __name__ == "__main__":
    sys.stdout.buffer.write(answer(CodeGeneratorRequest.FromString(sys.stdin.buffer.read())).SerializeToString())
