# SPDX-License-Identifier: Apache-2.0
"""Fields whose values stand in manifests among those of another one: mappings, in the place of texts."""

from functools import cache
from typing import Any, NamedTuple

from google.protobuf.descriptor import Descriptor, FieldDescriptor

from planton_sts.messages import fields_of, json_name, option, stands_among, type_in
from planton_sts.paths import Key, Path


class Guest(NamedTuple):
    """A map of messages whose values stand among those of a map of texts.

    Attributes:
        field: The map.
        host: The map of texts.
        held: The one map of each message, which a mapping in the place of a text fills.

    """

    field: FieldDescriptor
    host: FieldDescriptor
    held: FieldDescriptor


@cache
def guests(descriptor: Descriptor) -> list[Guest]:
    """Those of the message type."""
    return [
        Guest(field, descriptor.fields_by_name[host], held.fields[0])
        for field in descriptor.fields
        if (host := option(field, stands_among)) and (held := type_in(field))
    ]


def in_manifest(path: Path, root: Any) -> Path:
    """The path as it leads through a manifest: `spec.configMaps[a][b]` for `spec.configFiles[a].files[b]`."""
    holder = root
    for index, step in enumerate(path):
        if isinstance(step, Key | int):
            continue
        field = fields_of(holder).get(step) if holder else None
        if field is None:
            break
        guest = next((guest for guest in guests(field.containing_type) if guest.field == field), None)
        if guest:
            return (*path[:index], json_name(guest.host), *path[index + 1 : index + 2], *path[index + 3 :])
        holder = type_in(field)
    return path
