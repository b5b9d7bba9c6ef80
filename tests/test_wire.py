# SPDX-License-Identifier: Apache-2.0
"""The API on the wire is Project Planton's: names, numbers, types, options and bytes."""

from collections.abc import Iterator

import pytest
from google.protobuf.descriptor import Descriptor, FieldDescriptor, FileDescriptor
from google.protobuf.descriptor_pb2 import FieldDescriptorProto, FileDescriptorProto
from google.protobuf.descriptor_pool import DescriptorPool
from google.protobuf.message import Message
from google.protobuf.message_factory import GetMessageClass
from hypothesis import given

from planton_sts import messages
from strategies import messages as any_message
from tables import facts

Row = tuple[str, ...]

STACK_INPUT = messages.KubernetesStatefulSetStackInput.DESCRIPTOR
SPEC_PACKAGE = STACK_INPUT.file.package
SCALARS = {
    FieldDescriptor.TYPE_STRING: "string",
    FieldDescriptor.TYPE_BOOL: "bool",
    FieldDescriptor.TYPE_INT32: "int32",
    FieldDescriptor.TYPE_INT64: "int64",
}


def files(file: FileDescriptor) -> dict[str, FileDescriptor]:
    """The file and every file of the API that it imports, by path."""
    found = {file.name: file}
    for imported in file.dependencies:
        if imported.name.startswith("org/"):
            found |= files(imported)
    return found


ROOTS = (STACK_INPUT, messages.KubernetesStatefulSetProblem.DESCRIPTOR, messages.default_container_resources)
API = {name: file for root in ROOTS for name, file in files(root.file).items()}


def with_nested(message: Descriptor) -> Iterator[Descriptor]:
    """The message and those declared inside it, map entries included."""
    yield message
    for nested in message.nested_types:
        yield from with_nested(nested)


ALL_MESSAGES = [m for file in API.values() for top in file.message_types_by_name.values() for m in with_nested(top)]


def type_name(field: FieldDescriptor) -> str:
    """The field's type as the tables spell it."""
    named = field.message_type or field.enum_type
    return named.full_name if named else SCALARS[field.type]


def oneof_name(field: FieldDescriptor) -> str:
    """The field's oneof, unless that only records presence."""
    oneof = field.containing_oneof
    return "" if oneof is None or oneof.name == f"_{field.name}" else oneof.name


def field_row(field: FieldDescriptor) -> Row:
    """The field as a row of wire.tsv."""
    message = field.containing_type
    label = "repeated" if field.is_repeated else "optional"
    return (
        message.file.name, message.full_name, str(field.number), field.name, label, type_name(field), oneof_name(field)
    )  # fmt: skip


def table(name: str) -> set[Row]:
    """A fact table as a set of its rows."""
    return {tuple(row.values()) for row in facts(name)}


def test_fields_are_those_of_the_table_and_the_listed_additions() -> None:
    """Not one field, number, type or oneof differs; what is added is listed apart."""
    compiled = {field_row(field) for message in ALL_MESSAGES for field in message.fields}
    assert compiled == table("wire") | table("additions")


# Fields that have a number of Project Planton's, which has them in messages of its own.
LIKE_THEIRS = {"org.project_planton.provider.kubernetes.KubernetesSecretKeyRef.optional"}


@pytest.mark.parametrize("row", facts("additions"), ids=lambda row: row["field"])
def test_additions_keep_out_of_the_way(row: dict[str, str]) -> None:
    """A field added to a message of Project Planton's has a number from 100 up."""
    theirs = {fact["message"] for fact in facts("wire")}
    is_like_theirs = f"{row['message']}.{row['field']}" in LIKE_THEIRS
    assert row["message"] not in theirs or int(row["number"]) >= 100 or is_like_theirs


def test_enum_values_are_those_of_the_table() -> None:
    """Not one enum value differs; a file of this project's own may have its own."""
    theirs = {row["file"] for row in facts("wire") + facts("enums")}
    enums = [
        enum
        for name, file in API.items()
        if name in theirs
        for enum in [
            *file.enum_types_by_name.values(),
            *(e for top in file.message_types_by_name.values() for m in with_nested(top) for e in m.enum_types),
        ]
    ]
    compiled = {(enum.file.name, enum.full_name, str(v.number), v.name) for enum in enums for v in enum.values}
    assert compiled == table("enums")


def test_extensions_are_those_of_the_table() -> None:
    """Not one option differs; what files of this project's own add, and rules, which extend buf.validate, aside."""
    theirs = {row["file"] for row in facts("extensions") + facts("wire")}
    extensions = [
        extension
        for name, file in API.items()
        if name in theirs
        for extension in file.extensions_by_name.values()
        if not extension.containing_type.full_name.startswith("buf.validate.")
    ]
    compiled = {
        (
            extension.file.name,
            extension.containing_type.full_name,
            str(extension.number),
            extension.full_name,
            type_name(extension),
            "repeated" if extension.is_repeated else "optional",
        )
        for extension in extensions
    }
    assert compiled == table("extensions")


def test_every_kind_carries_the_metadata_of_the_table() -> None:
    """All 139 kinds say provider, version, prefix and whether they are services, as the table does."""
    compiled = []
    for value in messages.CloudResourceKind.DESCRIPTOR.values:
        meta = value.GetOptions().Extensions[messages.kind_meta]
        row = {"number": str(value.number), "kind": value.name}
        if value.number:
            provider = messages.CloudResourceProvider.Name(meta.provider)
            service = str(meta.is_service_kind).lower()
            row |= {"provider": provider, "version": str(meta.version), "id_prefix": meta.id_prefix}
            row |= {"is_service_kind": service}
        compiled.append(row)
    expected = [{key: text for key, text in row.items() if text} for row in facts("kinds")]
    assert len(compiled) == 139
    assert compiled == expected


def test_a_reader_without_presence_loses_an_explicit_zero() -> None:
    """Project Planton's own reader takes 0 replicas for unset: the one thing that its services cannot hand on."""
    stopped = messages.KubernetesStatefulSetAvailability(replicas=0).SerializeToString()
    theirs = rebuilt_pool().FindMessageTypeByName(f"{SPEC_PACKAGE}.KubernetesStatefulSetAvailability")
    assert stopped
    assert not GetMessageClass(theirs).FromString(stopped).SerializeToString()


def test_replicas_know_unset_from_zero() -> None:
    """An explicit 0 is not the same as nothing."""
    availability = messages.KubernetesStatefulSetAvailability
    assert not availability().HasField("replicas")
    assert availability(replicas=0).HasField("replicas")


SECRETS = {
    "KubernetesSensitiveValue.value",
    "KubernetesStatefulSetStackInput.docker_config_json",
    "KubernetesProviderConfigGcpGke.service_account_key_base64",
    "KubernetesProviderConfigDigitalOceanDoks.kube_config",
}


def test_fields_that_hold_secrets_say_so() -> None:
    """Exactly the fields that hold secrets carry debug_redact."""
    marked = {f"{m.name}.{f.name}" for m in ALL_MESSAGES for f in m.fields if f.GetOptions().debug_redact}
    assert marked == SECRETS


def test_every_message_has_a_door() -> None:
    """Each message of the API can be imported from planton_sts.messages by its own name."""
    of_options = {"CloudResourceKindMeta", "CloudResourceProviderMeta", "KeyValuePair"}
    tops = {m.name for file in API.values() for m in file.message_types_by_name.values()} - of_options
    assert tops <= set(messages.__all__)


def rebuilt_pool() -> DescriptorPool:
    """Descriptors made from the table alone, as somebody else's service would have them."""
    pool = DescriptorPool()
    file = FileDescriptorProto(name="rebuilt.proto", package="org.project_planton", syntax="proto3")
    nodes = {"": file}
    enums = {row["enum"]: row for row in facts("enums")}
    for name in sorted({row["message"] for row in facts("wire")} | set(enums) | EMPTY_MESSAGES):
        _declare(nodes, name.removeprefix("org.project_planton."), name in enums)
    for row in facts("enums"):
        node = nodes[row["enum"].removeprefix("org.project_planton.")]
        node.value.add(name=_unique(row), number=int(row["number"]))
    for row in facts("wire"):
        _add_field(nodes[row["message"].removeprefix("org.project_planton.")], row, enums)
    pool.Add(file)
    return pool


# Messages without fields have no row of their own in the table.
EMPTY_MESSAGES = {
    row["type"] for row in facts("wire") if row["type"].endswith(("ProviderConfigAwsEks", "ProviderConfigAzureAks"))
}


def _unique(row: dict[str, str]) -> str:
    """The value's name, made unique: in one file without packages the enums would share a scope."""
    return f"{row['enum'].replace('.', '_')}_{row['value']}"


def _declare(nodes: dict, name: str, is_enum: bool) -> None:  # noqa: FBT001 - a table decides
    """Declare a type under the name, and a message for each part of its package."""
    parent, _, short = name.rpartition(".")
    if parent not in nodes:
        _declare(nodes, parent, is_enum=False)
    holder = nodes[parent]
    if is_enum:
        nodes[name] = holder.enum_type.add(name=short)
    else:
        nested = holder.message_type if isinstance(holder, FileDescriptorProto) else holder.nested_type
        nodes[name] = nested.add(name=short)
        nodes[name].options.map_entry = short.endswith("Entry")


def _add_field(message: object, row: dict[str, str], enums: dict) -> None:
    """Add the field of one row."""
    field = message.field.add(name=row["field"], number=int(row["number"]))
    field.label = FieldDescriptorProto.LABEL_REPEATED if row["label"] == "repeated" else field.LABEL_OPTIONAL
    if row["type"] in SCALARS.values():
        field.type = next(number for number, name in SCALARS.items() if name == row["type"])
    else:
        field.type = field.TYPE_ENUM if row["type"] in enums else field.TYPE_MESSAGE
        field.type_name = f".{row['type']}"
    if row["oneof"]:
        names = [oneof.name for oneof in message.oneof_decl]
        if row["oneof"] not in names:
            message.oneof_decl.add(name=row["oneof"])
            names.append(row["oneof"])
        field.oneof_index = names.index(row["oneof"])


REBUILT = GetMessageClass(rebuilt_pool().FindMessageTypeByName(STACK_INPUT.full_name))


@given(any_message(STACK_INPUT, leave_out={f"{row['message']}.{row['field']}" for row in facts("additions")}))
def test_bytes_survive_a_reader_that_knows_only_the_table(message: Message) -> None:
    """What we write, somebody else reads in full and writes again, byte for byte."""
    availability = message.target.spec.availability
    if not availability.replicas:
        availability.ClearField("replicas")  # the test above shows why
    sent = message.SerializeToString(deterministic=True)
    received = REBUILT.FromString(sent)
    assert not list(_unknown_fields(received))
    assert received.SerializeToString(deterministic=True) == sent
    assert type(message).FromString(sent) == message


def _unknown_fields(message: Message) -> Iterator[object]:
    """Every unknown field, at any depth."""
    from google.protobuf.unknown_fields import UnknownFieldSet  # noqa: PLC0415 - the compiled runtime only

    yield from UnknownFieldSet(message)
    for field, value in message.ListFields():
        if field.message_type is None or field.message_type.GetOptions().map_entry:
            continue
        for child in value if field.is_repeated else [value]:
            yield from _unknown_fields(child)
