# SPDX-License-Identifier: Apache-2.0
"""The comments of the protos are docstrings in the generated stubs, where editors find them."""

import ast
from collections.abc import Iterator
from itertools import pairwise

import pytest
from google.protobuf.descriptor import Descriptor, EnumDescriptor
from google.protobuf.descriptor_pool import Default

import planton_sts.messages  # noqa: F401 - brings every file into the pool
from tables import ROOT

FILES = sorted(path.relative_to(ROOT / "proto").as_posix() for path in (ROOT / "proto").rglob("*.proto"))


def docstrings(within: ast.Module | ast.ClassDef, prefix: str = "") -> Iterator[tuple[str, str]]:
    """The dotted name of each class and attribute, and its docstring."""
    for node, following in pairwise([*within.body, ast.Pass()]):
        match node, following:
            case ast.ClassDef(name=name), _:
                yield prefix + name, ast.get_docstring(node) or ""
                yield from docstrings(node, f"{prefix}{name}.")
            case ast.FunctionDef(name=name), _:
                yield prefix + name, ast.get_docstring(node) or ""
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                yield prefix + name, text


def documented(file: str) -> Iterator[str]:
    """The dotted names in the file's stub of all that has a comment in the proto."""
    described = Default().FindFileByName(file)
    yield from described.extensions_by_name
    for enum in described.enum_types_by_name.values():
        yield from of_enum(enum)
    for message in described.message_types_by_name.values():
        yield from of_message(message)


def of_enum(enum: EnumDescriptor, within: str = "") -> Iterator[str]:
    """The names of the enum and of its values, which stand beside it."""
    yield within + enum.name
    yield from (within + value for value in enum.values_by_name)


def of_message(message: Descriptor, within: str = "") -> Iterator[str]:
    """The names of the message, of its fields, and of what is declared inside it."""
    name = within + message.name
    yield name
    yield from (f"{name}.{field}" for field in message.fields_by_name)
    for enum in message.enum_types:
        yield from of_enum(enum, f"{name}.")
    for nested in message.nested_types:
        if not nested.GetOptions().map_entry:
            yield from of_message(nested, f"{name}.")


def words(text: str) -> str:
    """The text with single spaces, without the marks of comments."""
    return " ".join(word for word in text.split() if word != "//")


@pytest.mark.parametrize("file", FILES)
def test_comments_are_docstrings(file: str) -> None:
    """Each message, field, enum value and option has its comment in the stub."""
    stub = ast.parse((ROOT / "gen" / file.replace(".proto", "_pb2.pyi")).read_text(encoding="utf-8"))
    found = {name: words(text) for name, text in docstrings(stub)}
    proto = words((ROOT / "proto" / file).read_text(encoding="utf-8"))
    assert [name for name in documented(file) if not found.get(name) or found[name] not in proto] == []
