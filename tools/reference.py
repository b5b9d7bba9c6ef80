# SPDX-License-Identifier: Apache-2.0
"""The reference of fields: a page for each proto, made from the comments in it."""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any, cast

from google.protobuf.descriptor import Descriptor, EnumDescriptor, FieldDescriptor, FileDescriptor
from google.protobuf.descriptor_pb2 import FileDescriptorSet
from google.protobuf.descriptor_pool import DescriptorPool
from google.protobuf.message_factory import GetMessageClass
from protoc_gen_stubs import comments_in

API = "org.project_planton.provider.kubernetes.kubernetesstatefulset.v1"
# What the reference is of: these, and all that they hold.
ROOTS = ("KubernetesStatefulSet", "KubernetesStatefulSetStackInput", "KubernetesStatefulSetStackOutputs")

# Types as one writes them.
WORDS = {
    FieldDescriptor.TYPE_STRING: "text",
    FieldDescriptor.TYPE_BOOL: "`true` or `false`",
    FieldDescriptor.TYPE_INT32: "whole number",
    FieldDescriptor.TYPE_INT64: "whole number",
}
# The bounds of protovalidate's rules, in words.
BOUNDS = {
    "gte": "from {}",
    "lte": "to {}",
    "max_len": "at most {:,} characters",
    "max_bytes": "at most {:,} bytes",
    "min_items": "at least {}",
    "max_items": "at most {:,}",
    "max_pairs": "at most {:,}",
}
# So many places, or names of an enum, are told one by one.
FEW = 8

HEAD = "<!-- Made from the protos by `make gen`. -->\n"
COLUMNS = "| key | type | what is asked | what it is |\n| --- | --- | --- | --- |\n"
INDEX = """\
# Reference

Every field of the API, a page for each proto, made from the protos' comments.
Keys are those of manifests; what is written in Kubernetes' own form has Kubernetes' own names.
[rules.md](../rules.md) says in full what is asked of the values.

"""


class Reference:
    """The pages of the API that the image holds."""

    def __init__(self, image: FileDescriptorSet) -> None:
        self.pool = pool_of(image)
        self.comments = {
            ".".join((file.package, *name)): comment
            for file in image.file
            for name, comment in comments_in(file).items()
        }
        self.places: dict[str, list[str]] = defaultdict(list)
        for root in ROOTS:
            self._visit(self.pool.FindMessageTypeByName(f"{API}.{root}"), "", ())

    def _visit(self, message: Any, place: str, above: tuple[str, ...]) -> None:
        """Note the place at which the message stands, and those of all that it holds."""
        is_told = message.name in ROOTS and message.full_name in self.places
        self.places[message.full_name].append(place)
        for field in () if is_told or message.full_name in above else message.fields:
            many = "[]" if field.is_repeated else ""
            if held := type_in(field):
                self._visit(held, f"{place}.{field.json_name}{many}".removeprefix("."), (*above, message.full_name))

    def pages(self) -> Iterator[tuple[str, str]]:
        """The name and the text of each page."""
        pages: dict[str, dict[str, FileDescriptor]] = defaultdict(dict)
        for name in self.places:
            file = self.pool.FindMessageTypeByName(name).file
            pages[page(file)][file.name] = file
        told = {
            name: [each for file in files.values() for each in self._messages(file)] for name, files in pages.items()
        }
        yield "README.md", HEAD + INDEX + "".join(self._entry(*each) for each in told.items())
        for name, messages in told.items():
            sections = "\n".join(map(self._section, messages))
            yield name, f"{HEAD}# {title(name)}\n\n[All pages](README.md)\n\n{sections}"

    def _messages(self, file: FileDescriptor) -> list[Descriptor]:
        return [message for message in file.message_types_by_name.values() if message.full_name in self.places]

    def _entry(self, name: str, messages: list[Descriptor]) -> str:
        told = (f"  - [{each.name}]({link(each)}): {first_sentence(self._comment(each))}\n" for each in messages)
        return f"- [{title(name)}]({name})\n{''.join(told)}"

    def _section(self, message: Descriptor) -> str:
        rows = "".join(map(self._row, message.fields))
        table = COLUMNS + rows if rows else "No fields.\n"
        return f"## {message.name}\n\n{self._comment(message)}\n{self._standing(message)}\n{table}"

    def _standing(self, message: Descriptor) -> str:
        """Where in a manifest the message stands."""
        places = [f"`{place}`" for place in self.places[message.full_name] if place]
        more = " and more" if len(places) > FEW else ""
        return f"At {', '.join(places[:FEW])}{more}.\n" if places else ""

    def _row(self, field: Any) -> str:
        comment = " ".join(self._comment(field).split())
        required = ["required"] if comment.startswith("Required. ") else []
        told = comment.removeprefix("Required. ").removeprefix("Optional. ")
        cells = (f"`{field.json_name}`", self._type(field), "; ".join([*required, *self._asked(field)]), told)
        return "| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |\n"

    def _comment(self, declared: Any) -> str:
        name: str = declared.full_name
        return self.comments.get(name, "")

    def _type(self, field: FieldDescriptor) -> str:
        if is_map(field):
            return f"mapping of text to {self._single(field.message_type.fields_by_name['value'])}"
        return f"list of {self._single(field)}" if field.is_repeated else self._single(field)

    def _single(self, field: FieldDescriptor) -> str:
        if field.enum_type is not None:
            return enum(field.enum_type)
        if field.message_type is not None:
            return f"{self._instead(field.message_type)}[{field.message_type.name}]({link(field.message_type)})"
        shapes = self._shapes(field)
        if "number_or_text" in shapes:
            return "number or text"
        return "mapping" if "json_object" in shapes else WORDS[field.type]

    def _instead(self, message: Descriptor) -> str:
        """What else may stand in the message's place."""
        marked = (field for field in message.fields if self._shapes(field) & {"shorthand", "list_for_message"})
        if field := next(marked, None):
            return f"{self._type(field)}, or "
        return "text, or " if is_value(message) else ""

    def _shapes(self, field: FieldDescriptor) -> set[str]:
        """How the field is written in manifests, where that is otherwise than protobuf has it."""
        return {option.name for option, value in options_of(self.pool, field) if value is True}

    def _asked(self, field: FieldDescriptor) -> Iterator[str]:
        """What the descriptor says of the field's values: what it is when unset, its bounds, and what it must be."""
        options = {option.full_name: value for option, value in options_of(self.pool, field)}
        if default := options.get("org.project_planton.shared.options.default"):
            yield f"`{default}` when unset"
        if rules := options.get("buf.validate.field"):
            yield from self._bounds(rules)
            # What a rule says of a list, or of a message, is mostly about a field of what it holds.
            if not field.is_repeated and (field.message_type is None or is_value(field.message_type)):
                yield from (rule.message for rule in rules.cel)

    def _bounds(self, rules: Any) -> Iterator[str]:
        """The rules of protovalidate's that bound a value, in words, and the messages of our own of its kind."""
        kind = rules.WhichOneof("type")
        for rule, value in getattr(rules, kind).ListFields() if kind else ():
            if rule.is_extension:
                predefined = options_of(self.pool, rule)
                yield from (one.message for _, held in predefined for one in getattr(held, "cel", ()))
            elif rule.name in BOUNDS:
                yield BOUNDS[rule.name].format(value)
            elif rule.name == "in":
                yield or_list(filter(None, value))
            elif rule.name == "const":
                yield f"`{value}`"


def pool_of(image: FileDescriptorSet) -> Any:
    """The types of the image, a world of their own; the published stubs of protobuf say too little of pools."""
    pool = cast("Any", DescriptorPool())
    for file in image.file:
        pool.AddSerializedFile(file.SerializeToString())
    return pool


def options_of(pool: Any, field: FieldDescriptor) -> list[tuple[FieldDescriptor, Any]]:
    """The field's options, read by the pool that knows them all."""
    kind = GetMessageClass(pool.FindMessageTypeByName("google.protobuf.FieldOptions"))
    return list(kind.FromString(field.GetOptions().SerializeToString()).ListFields())


def or_list(names: Iterable[Any]) -> str:
    """The names as code, with `or` before the last."""
    *most, last = (f"`{name}`" for name in names)
    return f"{', '.join(most)} or {last}" if most else last


def enum(kind: EnumDescriptor) -> str:
    """The names of the enum, or its own where they are many."""
    names = [value.name for value in kind.values if value.number]
    return or_list(names) if len(names) <= FEW else f"name of a {kind.name}"


def is_map(field: FieldDescriptor) -> bool:
    """Whether the field holds values by name."""
    return field.message_type is not None and bool(field.message_type.GetOptions().map_entry)


def type_in(field: FieldDescriptor) -> Descriptor | None:
    """The type of the messages in the field, be they in a list or in a map; None where it holds none."""
    held: Descriptor | None = (field.message_type.fields_by_name["value"] if is_map(field) else field).message_type
    return held


def is_value(message: Descriptor) -> bool:
    """Whether a scalar may stand in the message's place."""
    value = message.fields_by_name.get("value")
    return value is not None and value.containing_oneof is not None


def page(file: FileDescriptor) -> str:
    """The name of the file's page."""
    return f"{PurePosixPath(file.name).stem}.md"


def title(name: str) -> str:
    """What the page is called."""
    stem = name.removesuffix(".md")
    return stem.upper() if stem in {"api", "dns"} else stem.replace("_", " ").capitalize()


def link(message: Descriptor) -> str:
    """Where the message stands in the reference."""
    return f"{page(message.file)}#{message.name.lower()}"


def first_sentence(comment: str) -> str:
    """The first sentence of the comment, on one line."""
    return re.split(r"(?<=\.)\s", " ".join(comment.split()), maxsplit=1)[0]


def main(image: str, folder: str) -> None:
    """Write the pages of the image into the folder, and nothing else."""
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    for stale in target.glob("*.md"):
        stale.unlink()
    for name, text in Reference(FileDescriptorSet.FromString(Path(image).read_bytes())).pages():
        (target / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
