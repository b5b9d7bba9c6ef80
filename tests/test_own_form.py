# SPDX-License-Identifier: Apache-2.0
"""Fields in Kubernetes' own form, rendered as their descriptors say."""

import pytest

from planton_sts import KubernetesStatefulSetSpec, load_one, render
from planton_sts.rendering.own_form import beyond, own_form
from tables import ROOT

TEXT = (ROOT / "examples/kafka.yaml").read_text()


@pytest.mark.parametrize(("written", "rendered"), [("2", 2), ("50%", "50%"), ("1", 1)])
def test_a_number_or_a_text_is_what_it_is(written: str, rendered: object) -> None:
    """Kubernetes tells the number 2 from the text "2", which is no percentage."""
    document = load_one(TEXT)
    document.override(f"spec.updateStrategy.rollingUpdate.maxUnavailable={written}")
    (stateful_set,) = [one for one in render(document) if one["kind"] == "StatefulSet"]
    assert stateful_set["spec"]["updateStrategy"] == {"rollingUpdate": {"maxUnavailable": rendered}}


@pytest.mark.parametrize(("written", "rendered"), [("80", 80), ("'80'", 80), ("http", "http")])
def test_a_port_or_its_name(written: str, rendered: object) -> None:
    """As pasted from Kubernetes, a number needs no quotes."""
    policy = f"spec:\n  networkPolicy: {{ingress: [{{from: [{{podSelector: {{}}}}], ports: [{{port: {written}}}]}}]}}\n"
    objects = render(load_one(TEXT.replace("spec:\n", policy, 1)))
    (found,) = [one["spec"]["ingress"] for one in objects if one["kind"] == "NetworkPolicy"]
    assert found[1] == {"from": [{"podSelector": {}}], "ports": [{"port": rendered}]}


def test_what_is_set_to_nothing_is_there() -> None:
    """An explicit zero, and a message with nothing in it, are not the same as nothing."""
    spec = KubernetesStatefulSetSpec(min_ready_seconds=0, ordinals={})
    assert beyond(spec) == {"minReadySeconds": 0, "ordinals": {}}


def test_fields_of_project_planton_have_renderings_of_their_own() -> None:
    """Only what is in Kubernetes' form is rendered by its form."""
    spec = KubernetesStatefulSetSpec(create_namespace=True, revision_history_limit=3)
    assert beyond(spec) == {"revisionHistoryLimit": 3}
    assert beyond(spec, without=["revision_history_limit"]) == {}
    assert own_form(spec) == {"createNamespace": True, "revisionHistoryLimit": 3}
