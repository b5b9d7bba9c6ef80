# SPDX-License-Identifier: Apache-2.0
"""The reference of fields: every one of the API stands in it, with what it is."""

import re

import pytest
from google.protobuf.descriptor import Descriptor

from planton_sts import KubernetesStatefulSet, KubernetesStatefulSetStackInput, KubernetesStatefulSetStackOutputs
from planton_sts.descent import reachable
from planton_sts.messages import json_name
from tables import ROOT

ROOTS = (KubernetesStatefulSet, KubernetesStatefulSetStackInput, KubernetesStatefulSetStackOutputs)
MESSAGES = {held.full_name: held for root in ROOTS for held in reachable(root.DESCRIPTOR)}
TEXT = "\n".join(page.read_text(encoding="utf-8") for page in (ROOT / "docs" / "reference").glob("*.md"))
ROW = re.compile(r"^\| `(\w+)` \| (.+?) \| (.*?) \| (.+?) \|$", re.MULTILINE)


def section(message: Descriptor) -> str:
    """What the reference says of the message."""
    (found,) = re.findall(rf"^## {message.name}\n(.*?)(?=^## |\Z|^<!--)", TEXT, re.MULTILINE | re.DOTALL)
    return str(found)


@pytest.mark.parametrize("name", sorted(name for name in MESSAGES if not MESSAGES[name].GetOptions().map_entry))
def test_every_field_is_told(name: str) -> None:
    """Each field has its row, in the order of the proto, with what it takes and what it is."""
    rows = ROW.findall(section(MESSAGES[name]))
    assert [row[0] for row in rows] == [json_name(field) for field in MESSAGES[name].fields]


@pytest.mark.parametrize(
    "row",
    [
        "| `namespace` | text, or [StringValueOrRef](foreign_key.md#stringvalueorref) | required; must be lower-case",
        "| `podManagementPolicy` | text | `OrderedReady` when unset",
        "| `maxUnavailable` | number or text |",
        "| `configMaps` | mapping of text to text | at most 1,000 |",
        "| `image` | text, or [ContainerImage](kubernetes.md#containerimage) | required |",
        "| `env` | list of [ContainerEnvVar](kubernetes.md#containerenvvar), or [",
        "| `pullPolicy` | text | `Always`, `IfNotPresent` or `Never` |",
        "| `sidecars` | list of [Container](kubernetes.md#container) | at most 1,000 |",
        "| `partition` | whole number | from 0 |",
        "| `dnsPolicy` | text | must be `ClusterFirst`,",
    ],
)
def test_what_a_field_takes(row: str) -> None:
    """Types, defaults and bounds are those of the descriptors."""
    assert row in TEXT


def test_where_a_message_stands() -> None:
    """Each message says at which places of a manifest it is written."""
    assert "\nAt `spec.pod.dnsConfig`.\n" in TEXT


def test_every_link_leads_to_a_message() -> None:
    """Each link leads to the section of a message, on the page of its proto."""
    for page, anchor in re.findall(r"\]\((\w+\.md)#(\w+)\)", TEXT):
        text = (ROOT / "docs" / "reference" / page).read_text(encoding="utf-8")
        assert anchor in [heading.lower() for heading in re.findall(r"^## (\w+)$", text, re.MULTILINE)]
