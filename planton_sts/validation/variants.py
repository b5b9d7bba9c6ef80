# SPDX-License-Identifier: Apache-2.0
"""Message types under their own names that bear some of their rules alone, or know some of their fields alone."""

from collections.abc import Callable, Collection, Iterator
from graphlib import TopologicalSorter
from typing import Any, NamedTuple

from google.protobuf.descriptor import Descriptor, FileDescriptor
from google.protobuf.descriptor_pb2 import DescriptorProto, FieldDescriptorProto, FileDescriptorProto
from google.protobuf.descriptor_pool import DescriptorPool
from google.protobuf.message_factory import GetMessageClass
from protovalidate import Validator, Violation

from planton_sts.messages import OURS, Message, field_rules, message_rules

# What is added to the number of a field that is hidden; nobody has such numbers.
HIDDEN = 400_000_000


class Part(NamedTuple):
    """A field of a message type, or the type itself where there is none; and the rules that stand on it."""

    bearer: str
    field: str


# Whether a rule of a message type is asked, by the type and by what the rule says in CEL.
Asked = Callable[[Descriptor, str], bool]
# What bears a part's rules.
_Holder = DescriptorProto | FieldDescriptorProto


class Variant:
    """Types that bear some of their rules, and an engine that knows no other."""

    def __init__(self, pool: DescriptorPool) -> None:
        self._pool = pool
        self._validator = Validator()
        # Nobody else holds the types, and to make them anew takes as long as to judge ten messages.
        self._kinds: dict[str, Any] = {}

    def judge(self, message: Message) -> list[Violation]:
        """What the message breaks of these rules."""
        name = message.DESCRIPTOR.full_name
        if name not in self._kinds:
            self._kinds[name] = _kind(self._pool, name)
        return self._validator.collect_violations(self._kinds[name].FromString(message.SerializeToString()))


def bearing(
    descriptor: Any, is_kept: Callable[[Part], bool] = lambda _: True, is_asked: Asked = lambda *_: True
) -> Variant:
    """The type, and all that it can hold, with the parts of their rules that are kept, and what of these is asked."""

    def thin(part: Part, holder: Any) -> None:
        extension = field_rules if part.field else message_rules
        if not is_kept(part):
            holder.options.ClearExtension(extension)
        elif not part.field and holder.options.HasExtension(extension):
            rules, bearer = holder.options.Extensions[extension].cel, _type(descriptor, part)
            for index in reversed(range(len(rules))):
                if not is_asked(bearer, rules[index].expression):
                    del rules[index]

    return Variant(_copy(descriptor, thin))


def _type(descriptor: Any, part: Part) -> Any:
    """The type that bears the part, which the descriptor's can hold."""
    return descriptor.file.pool.FindMessageTypeByName(part.bearer)


def hiding(descriptor: Any, fields: Collection[Part]) -> Any:
    """The type, and all that it can hold, to which these fields are strangers."""

    def hide(part: Part, holder: Any) -> None:
        if part in fields:
            holder.number += HIDDEN

    return _kind(_copy(descriptor, hide), descriptor.full_name)


def _copy(descriptor: Any, change: Callable[[Part, _Holder], None]) -> Any:
    """A pool with the type, and with all that its file and those imported hold, changed part by part."""
    pool: Any = DescriptorPool()
    for file in _packages(_files(descriptor.file, {})):
        for message in file.message_type:
            for part, holder in _parts(message, file.package):
                change(part, holder)
        pool.Add(file)
    return pool


def _kind(pool: Any, name: str) -> Any:
    """The type of that name in the pool."""
    return GetMessageClass(pool.FindMessageTypeByName(name))


def _files(file: FileDescriptor, found: dict[str, Any]) -> dict[str, Any]:
    """The file and all that it imports."""
    if file.name not in found:
        found[file.name] = FileDescriptorProto.FromString(file.serialized_pb)
        for imported in file.dependencies:
            _files(imported, found)
    return found


def _packages(files: dict[str, Any]) -> Iterator[Any]:
    """The files, each after those that it imports; ours, but for those that define options, as one a package.

    To know a type, the engine goes every way on which imports lead from file to file, and there are many.
    """
    ours = {name for name, file in files.items() if file.package.startswith(OURS) and not file.extension}
    homes = {name: file.package if name in ours else name for name, file in files.items()}
    merged: dict[str, Any] = {home: FileDescriptorProto() for home in homes.values()}
    for name, file in files.items():
        merged[homes[name]].MergeFrom(file)
    imports = {home: {homes[name] for name in file.dependency} - {home} for home, file in merged.items()}
    for home in TopologicalSorter(imports).static_order():
        file = merged[home]
        file.ClearField("public_dependency")
        file.name, file.dependency[:] = home, sorted(imports[home])
        yield file


def _parts(message: DescriptorProto, scope: str) -> Iterator[tuple[Part, _Holder]]:
    """The parts of a type and of those within it, each with what bears their rules."""
    name = f"{scope}.{message.name}".removeprefix(".")
    yield Part(name, ""), message
    for field in message.field:
        yield Part(name, field.name), field
    for nested in message.nested_type:
        yield from _parts(nested, name)
