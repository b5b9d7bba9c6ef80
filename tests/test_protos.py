# SPDX-License-Identifier: Apache-2.0
"""The protos as text, and what a rule must not forget when a message grows."""

from pathlib import Path

import pytest
from google.protobuf.descriptor import FieldDescriptor
from google.protobuf.descriptor_pool import Default

from planton_sts.messages import KubernetesStatefulSetContainerApp, VolumeMount, field_rules
from tables import ROOT

PROTOS = sorted((ROOT / "proto").rglob("*.proto"))


@pytest.mark.parametrize("proto", PROTOS, ids=lambda proto: proto.name)
def test_lines_fit_a_screen(proto: Path) -> None:
    """No line of a proto is longer than 140 characters."""
    lines = proto.read_text(encoding="utf-8").splitlines()
    assert [number for number, line in enumerate(lines, 1) if len(line) > 140] == []


def expression(rule: str) -> str:
    """What the rule about all mounts of an application says."""
    mounts = KubernetesStatefulSetContainerApp.DESCRIPTOR.fields_by_name["volume_mounts"]
    return next(one.expression for one in mounts.GetOptions().Extensions[field_rules].cel if one.id == rule)


SOURCES = [field for field in VolumeMount.DESCRIPTOR.fields if field.message_type is not None]


@pytest.mark.parametrize(
    "field", [(s, field) for s in SOURCES for field in s.message_type.fields], ids=lambda f: f"{f[0].name}.{f[1].name}"
)
def test_mounts_of_one_name_are_compared_by_every_field(field: tuple[FieldDescriptor, FieldDescriptor]) -> None:
    """The rule that mounts of one name have one source looks at all that a source says."""
    source, of_source = field
    assert f"m.{source.name}.{of_source.name}" in expression("spec.container.app.volume_mounts.name.one_source")


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
def test_every_source_counts_as_one(source: FieldDescriptor) -> None:
    """That rule knows each way to say what to mount."""
    assert f"has(m.{source.name})" in expression("spec.container.app.volume_mounts.name.one_source")


@pytest.mark.parametrize("proto", PROTOS, ids=lambda proto: proto.name)
def test_code_of_every_language_has_its_place(proto: Path) -> None:
    """A file says its packages in Go and Java, which follow its own, and a Java class that is no message's."""
    file = Default().FindFileByName(proto.relative_to(ROOT / "proto").as_posix())
    options = file.GetOptions()
    assert options.go_package.partition(";")[0] == f"planton-sts/{file.package.replace('.', '/')}"
    assert (options.java_package, options.java_multiple_files) == (file.package, True)
    assert options.java_outer_classname == f"{proto.stem.title().replace('_', '')}Proto"
    assert options.java_outer_classname not in {*file.message_types_by_name, *file.enum_types_by_name}
