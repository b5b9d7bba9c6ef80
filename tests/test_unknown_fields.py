# SPDX-License-Identifier: Apache-2.0
"""What newer clients send and this version has no name for."""

import pytest

from own_protos import request
from planton_sts import KubernetesStatefulSet, KubernetesStatefulSetPlatform, load_one, redacted, render, validate
from tables import ROOT

EXAMPLE = load_one((ROOT / "examples/postgres.yaml").read_bytes()).message
# Field 999, the number 1.
NEWER = b"\xb8\x3e\x01"


def newer() -> KubernetesStatefulSet:
    """A manifest with a field too many at its root, and two in a port."""
    assert isinstance(EXAMPLE, KubernetesStatefulSet)
    manifest = KubernetesStatefulSet.FromString(EXAMPLE.SerializeToString() + NEWER)
    manifest.spec.container.app.ports[0].MergeFromString(NEWER + b"\xc0\x3e\x01")
    return manifest


@pytest.mark.parametrize(("unknown", "severity"), [("warn", "warning"), ("error", "error")])
def test_unknown_fields_are_told(unknown: str, severity: str) -> None:
    """Each message that has some is named, with their numbers."""
    problems = validate(newer(), unknown=unknown)  # type: ignore[arg-type]
    assert {problem.severity for problem in problems} == {severity}
    assert {problem.rule for problem in problems} == {"message.unknown_field"}
    assert [(problem.path, problem.message.partition(" from ")[2]) for problem in problems] == [
        ("", "the number 999"),
        ("spec.container.app.ports[0]", "the numbers 999, 1000"),
    ]


def test_unknown_fields_may_nest_as_deep_as_a_message_can() -> None:
    """What could be read alone can be judged within the input that goes to the renderer, one level deeper."""
    assert isinstance(EXAMPLE, KubernetesStatefulSet)
    deep = EXAMPLE.SerializeToString() + b"\xbb\x3e" * 100 + b"\xbc\x3e" * 100
    manifest = KubernetesStatefulSet.FromString(deep)
    assert render(manifest, platform=KubernetesStatefulSetPlatform()) == render(EXAMPLE)


def test_unknown_fields_may_be_allowed() -> None:
    """Who relays messages between others need not hear of them; a manifest without any never does."""
    assert validate(newer(), unknown="allow") == []
    assert EXAMPLE is not None
    assert validate(EXAMPLE) == []


def test_unknown_fields_are_kept_and_nothing_is_rendered_from_them() -> None:
    """They are no reason not to render, and go on to whoever reads the bytes next."""
    manifest = newer()
    assert EXAMPLE is not None
    assert render(manifest) == render(EXAMPLE)
    assert manifest.SerializeToString().endswith(NEWER)


def test_unknown_fields_are_looked_for_in_messages_of_others() -> None:
    """The manifest within a request is seen too."""
    message = request("Relay")(team="abc")
    message.input.target.CopyFrom(newer())
    assert {problem.path for problem in validate(message)} == {
        "input.target",
        "input.target.spec.container.app.ports[0]",
    }


def test_unknown_fields_do_not_reach_logs() -> None:
    """What nobody knows may be a secret."""
    assert redacted(newer()) == EXAMPLE_REDACTED


EXAMPLE_REDACTED = KubernetesStatefulSet()
EXAMPLE_REDACTED.CopyFrom(EXAMPLE)  # type: ignore[arg-type]
EXAMPLE_REDACTED.spec.container.app.env.secrets["POSTGRES_PASSWORD"].value = "********"
