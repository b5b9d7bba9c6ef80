# SPDX-License-Identifier: Apache-2.0
"""The protos as text, and what a rule must not forget when a message grows."""

import pytest
from google.protobuf.descriptor import FieldDescriptor

from planton_sts.messages import KubernetesStatefulSetContainerApp, VolumeMount, field_rules
from tables import ROOT

PROTOS = sorted((ROOT / "proto").rglob("*.proto"))


@pytest.mark.parametrize("proto", PROTOS, ids=lambda proto: proto.name)
def test_lines_fit_a_screen(proto: object) -> None:
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
