# SPDX-License-Identifier: Apache-2.0
"""Message types under their own names that bear some of their rules alone."""

from collections.abc import Callable, Iterator
from typing import Any

from google.protobuf.descriptor import FileDescriptor
from google.protobuf.descriptor_pb2 import DescriptorProto, FileDescriptorProto
from google.protobuf.descriptor_pool import DescriptorPool
from google.protobuf.message_factory import GetMessageClass
from protovalidate import Validator, Violation

from planton_sts.messages import Message, field_rules, message_rules
from planton_sts.validation.parts import Part


class Variant:
    """A type, and all that it can hold, with the parts of their rules that are kept, and an engine for these alone."""

    def __init__(self, descriptor: Any, is_kept: Callable[[Part], bool]) -> None:
        pool: Any = DescriptorPool()
        for file in _files(descriptor.file, {}).values():
            for message in file.message_type:
                for part, holder in _parts(message, file.package):
                    if not is_kept(part):
                        holder.options.ClearExtension(field_rules if part.field else message_rules)
            pool.Add(file)
        self._kind: Any = GetMessageClass(pool.FindMessageTypeByName(descriptor.full_name))
        self._validator = Validator()

    def judge(self, message: Message) -> list[Violation]:
        """What the message breaks of these rules."""
        return self._validator.collect_violations(self._kind.FromString(message.SerializeToString()))


def _files(file: FileDescriptor, found: dict[str, Any]) -> dict[str, Any]:
    """The file, after all that it imports."""
    if file.name not in found:
        for imported in file.dependencies:
            _files(imported, found)
        found[file.name] = FileDescriptorProto.FromString(file.serialized_pb)
    return found


def _parts(message: DescriptorProto, scope: str) -> Iterator[tuple[Part, Any]]:
    """The parts of a type and of those within it, each with what bears their rules."""
    name = f"{scope}.{message.name}".removeprefix(".")
    yield Part(name, ""), message
    for field in message.field:
        yield Part(name, field.name), field
    for nested in message.nested_type:
        yield from _parts(nested, name)
