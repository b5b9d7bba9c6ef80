# SPDX-License-Identifier: Apache-2.0
"""Nothing is dropped: every field of a manifest shows in what is rendered, or stands here with the reason."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest
from google.protobuf.descriptor import Descriptor, FieldDescriptor
from google.protobuf.message import Message

from planton_sts import KubernetesStatefulSetStackInput
from planton_sts.messages import field_rules, option
from planton_sts.rendering import objects
from planton_sts.stack_outputs import stack_outputs
from planton_sts.validation.checks.volumes import SOURCES
from valid import application, case

# What may change without a change in what is rendered: the field, with all below it, and why.
UNSEEN = {
    "target.api_version": "always the same",
    "target.kind": "always the same",
    "target.metadata.slug": "for address bars",
    "target.metadata.tags": "to find the resource by",
    "target.metadata.relationships": "draws pictures and orders roll-outs",
    "target.metadata.group": "for the platform's console",
    "target.spec.target_cluster": "chooses the cluster, not the objects",
    "target.spec.namespace.value_from": "settled before rendering",
    "target.spec.container.app.env.variables[].value_from": "settled before rendering",
    "target.spec.container.app.env.secrets[].value_from": "settled before rendering",
    "target.spec.container.app.env.secrets[].secret_ref.namespace": "must be the pods' own, for they read no other",
    "target.spec.container.order": "no container is called by either value",
    **{
        f"target.spec.container.{kind}[].volume_mounts[].{source}": "the rules let such a mount name its volume alone"
        for kind in ("sidecars", "init_containers")
        for source in SOURCES
    },
    "target.status": "written by the platform",
    "provider_config": "how to reach the cluster",
    "platform.read_label_files": "decides about a file that is read before rendering",
}

# Two values of each type of field; the texts can stand where a number of pods is asked for.
VALUES: dict[int, tuple[Any, Any]] = {
    FieldDescriptor.CPPTYPE_STRING: ("1", "2"),
    FieldDescriptor.CPPTYPE_INT32: (1, 2),
    FieldDescriptor.CPPTYPE_INT64: (1, 2),
    FieldDescriptor.CPPTYPE_BOOL: (False, True),
    FieldDescriptor.CPPTYPE_ENUM: (1, 2),
}

# And two of those that are read: which object is meant, and what becomes of it.
READ: dict[str, tuple[Any, Any]] = {
    "target.spec.patches[].target.kind": ("ServiceAccount", "StatefulSet"),
    "target.spec.patches[].target.name": ("", "nobody"),
    "target.spec.patches[].patch": ('{"automountServiceAccountToken": true}', '{"secrets": [{"name": "a"}]}'),
}


class Leaf(NamedTuple):
    """A field that holds no other fields, or the keys or values of a map.

    Attributes:
        path: Its path from the root, by proto names.
        holders: Gives the messages that have the field, within a root; makes them where they are unset.
        put: Puts a value into the field of such a message.
        values: Two values to put there.

    """

    path: str
    holders: Callable[[Message], Iterator[Any]]
    put: Callable[[Any, Any], object]
    values: tuple[Any, Any]


def leaves(
    descriptor: Descriptor, prefix: str = "", holders: Callable[[Message], Iterator[Any]] = lambda root: iter((root,))
) -> Iterator[Leaf]:
    """Every leaf below messages of the type."""
    for field in descriptor.fields:
        name, path = field.name, prefix + field.name
        if is_map(field):
            yield from map_leaves(field, f"{path}[]", holders)
        elif field.message_type:
            yield from leaves(field.message_type, f"{path}{'[]' * field.is_repeated}.", below(holders, field))
        elif field.is_repeated:
            yield Leaf(path, holders, lambda held, value, n=name: getattr(held, n).append(value), of(field))
        else:
            values = READ.get(path) or of(field)
            yield Leaf(path, holders, lambda held, value, n=name: setattr(held, n, value), values)


def map_leaves(field: FieldDescriptor, path: str, holders: Callable[[Message], Iterator[Any]]) -> Iterator[Leaf]:
    """The keys of the map, and its values or the leaves below them."""
    key, value = (field.message_type.fields_by_name[name] for name in ("key", "value"))
    if value.message_type:
        yield Leaf(f"{path}.key", holders, lambda held, put, n=field.name: getattr(held, n)[put].SetInParent(), of(key))
        yield from leaves(value.message_type, f"{path}.", below(holders, field))
    else:
        yield Leaf(f"{path}.key", holders, lambda held, put, n=field.name: getattr(held, n).update({put: ""}), of(key))
        yield Leaf(path, holders, lambda held, put, n=field.name: getattr(held, n).update(k=put), of(value))


def below(holders: Callable[[Message], Iterator[Any]], field: FieldDescriptor) -> Callable[[Message], Iterator[Any]]:
    """The messages in the field of the holders."""
    return lambda root: (child for held in holders(root) for child in children(held, field))


def children(held: Message, field: FieldDescriptor) -> list[Any]:
    value = getattr(held, field.name)
    if is_map(field):
        return [value[key] for key in sorted(value) or ["k"]]
    if field.is_repeated:
        return list(value) or [value.add()]
    value.SetInParent()
    return [value]


def is_map(field: FieldDescriptor) -> bool:
    return bool(field.message_type and field.message_type.GetOptions().map_entry)


def of(field: FieldDescriptor) -> tuple[Any, Any]:
    """Two values of the field: of those that its rule lists, or any of its type."""
    listed = getattr(option(field, field_rules).string, "in")
    return (listed[0], listed[-1]) if len(listed) > 1 else VALUES[field.cpp_type]


FULL = case("everything")
FULL.target.spec.patches.add(target={"kind": "ServiceAccount"}, patch='{"automountServiceAccountToken": true}')
FULL.target.spec.service_account.rules.add(verbs=["get"])
LEAVES = {leaf.path: leaf for leaf in leaves(FULL.DESCRIPTOR)}


@pytest.mark.parametrize("path", LEAVES)
def test_nothing_is_dropped(path: str) -> None:
    """Each field shows in the objects or the outputs, unless it is said why it does not; and only then."""
    excused = any(f"{path}.".startswith((f"{unseen}.", f"{unseen}[]")) for unseen in UNSEEN)
    assert shows(LEAVES[path]) != excused


@pytest.mark.parametrize("unseen", UNSEEN)
def test_excuses_are_needed(unseen: str) -> None:
    """Each excuse is that of a field."""
    assert any(f"{path}.".startswith((f"{unseen}.", f"{unseen}[]")) for path in LEAVES)


def shows(leaf: Leaf) -> bool:
    """Whether two values of the leaf are rendered differently, in one of its places at least."""
    places = len(list(leaf.holders(copy(FULL))))
    return any(
        rendered(leaf, place, leaf.values[0]) != rendered(leaf, place, leaf.values[1]) for place in range(places)
    )


def rendered(leaf: Leaf, place: int, value: Any) -> tuple[object, object]:
    """What the full message becomes with that value in that place."""
    changed = copy(FULL)
    leaf.put(list(leaf.holders(changed))[place], value)
    return objects(application(changed)), stack_outputs(application(changed))


def copy(message: KubernetesStatefulSetStackInput) -> KubernetesStatefulSetStackInput:
    return KubernetesStatefulSetStackInput.FromString(message.SerializeToString())
