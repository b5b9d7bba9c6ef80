# SPDX-License-Identifier: Apache-2.0
"""A manifest settled once, and all that a service asks of it then."""

import json
from unittest import mock

import protovalidate
import pytest
from google.protobuf.json_format import MessageToDict
from google.protobuf.struct_pb2 import Struct

from own_protos import request
from planton_sts import (
    Application,
    InvalidManifestError,
    KubernetesStatefulSet,
    KubernetesStatefulSetStackInput,
    describe,
    dumps,
    load_one,
    outputs,
    redacted,
    render,
    settle,
    validate,
)
from tables import ROOT

TEXT = (ROOT / "examples/postgres.yaml").read_text()
DOCUMENT = load_one(TEXT)
# Where a document after it begins.
TWO = TEXT.count("\n") + 2


def test_an_application_is_validated_once() -> None:
    """Objects, outputs and description of a settled manifest ask the engine nothing more."""
    with mock.patch.object(protovalidate, "collect_violations", wraps=protovalidate.collect_violations) as asked:
        application = settle(DOCUMENT)
        told = (render(application), outputs(application), describe(application), describe(application, form="json"))
    assert asked.call_count == 1
    assert told == (render(DOCUMENT), outputs(DOCUMENT), describe(DOCUMENT), describe(DOCUMENT, form="json"))


def test_an_application_is_not_settled_again() -> None:
    """What would settle it comes too late, and is not ignored."""
    application = settle(DOCUMENT)
    assert isinstance(application, Application)
    with pytest.raises(TypeError, match=r"settle\(\)"):
        render(application, among=[DOCUMENT])


def test_an_application_shows_no_secret() -> None:
    """One that ends up in a log says which it is, and no more."""
    assert repr(settle(DOCUMENT)) == str(settle(DOCUMENT)) == "<Application postgres in namespace database>"


def test_settling_says_what_keeps_from_it() -> None:
    """Nothing invalid becomes an application."""
    with pytest.raises(InvalidManifestError) as raised:
        settle(load_one(TEXT.replace("10Gi", "10K")))
    assert [problem.rule for problem in raised.value.problems] == ["spec.volume_claim_templates.size"]


def test_descriptions_have_the_forms_of_the_command() -> None:
    """People, programs and pictures are told alike."""
    assert describe(DOCUMENT).startswith("postgres in namespace database: 1 pod")
    assert json.loads(describe(DOCUMENT, form="json"))["name"] == "postgres"
    assert describe(DOCUMENT, form="mermaid").startswith("flowchart")


@pytest.mark.parametrize(("secrets", "there"), [("include", True), ("mask", True), ("omit", False)])
def test_rendering_masks_or_omits_secrets(secrets: str, there: bool) -> None:  # noqa: FBT001 - a case's fact
    """What a service shows holds no secret that it was not asked for."""
    objects = render(DOCUMENT, secrets=secrets)  # type: ignore[arg-type]
    assert ("Secret" in [kube_object["kind"] for kube_object in objects]) == there
    assert ("Y2hhbmdlLW1l" in dumps(objects)) == (secrets == "include")


def test_redacted_hides_secrets_wherever_they_stand() -> None:
    """A request may be logged: the manifest is as it was, and the copy's secrets are masked."""
    message = request("Logged")(team="abc")
    message.input.target.CopyFrom(DOCUMENT.message)
    message.input.docker_config_json = '{"auths": {}}'
    message.input.provider_config.gcp_gke.cluster_endpoint = "a"
    message.input.provider_config.gcp_gke.service_account_key_base64 = "hidden"
    shown = str(redacted(message))
    assert "change-me" not in shown
    assert "auths" not in shown
    assert "hidden" not in shown
    assert 'cluster_endpoint: "a"' in shown
    assert 'tag: "16.4"' in shown
    assert "change-me" in str(message)


def test_redacted_keeps_references() -> None:
    """Where a secret is kept is no secret."""
    manifest = KubernetesStatefulSet()
    manifest.spec.container.app.env.secrets["A"].secret_ref.name = "there"
    assert redacted(manifest) == manifest


@pytest.mark.parametrize(
    ("text", "rule", "message", "line"),
    [
        ("", "load.empty", "must hold a manifest", None),
        ("kind: Service\napiVersion: v1\n", "load.one", "must be one KubernetesStatefulSet; it is a Service", 1),
        ("{a: b}", "load.one", "must be one KubernetesStatefulSet; it is of another kind", 1),
        # Two comments stand before it.
        (f"{TEXT}---\n{TEXT}", "load.one", "must be one KubernetesStatefulSet; there are 2 documents", TWO + 2),
        (f"{TEXT}---\nkind: Service\n", "load.one", "must be one KubernetesStatefulSet; there are 2 documents", TWO),
        ("a: [", "load.yaml", None, 2),
    ],
)
def test_load_one_gives_one_manifest_or_a_problem(text: str, rule: str, message: str | None, line: int | None) -> None:
    """Anything else than one manifest is a document that says so."""
    document = load_one(text, "body")
    (problem,) = document.problems
    assert (document.message, problem.rule, problem.file, problem.line) == (None, rule, "body", line)
    assert message in {None, problem.message}


def test_load_one_takes_a_stack_input() -> None:
    """Either message that a manifest can be is given as it is."""
    assert isinstance(DOCUMENT.message, KubernetesStatefulSet)
    document = load_one("target: " + TEXT.partition("\n")[2].replace("\n", "\n  ").join(["\n  ", ""]))
    assert isinstance(document.message, KubernetesStatefulSetStackInput)
    assert validate(document) == []


def test_whole_numbers_stay_whole() -> None:
    """Objects that went through a Struct are written as they were."""
    objects = render(DOCUMENT)
    through = Struct()
    through.update({"objects": objects})
    came_back = MessageToDict(through)["objects"]
    assert "5432.0" in str(came_back)
    for form in ("yaml", "json"):
        text = dumps(came_back, form)  # type: ignore[arg-type]
        assert "5432.0" not in text
        assert "5432" in text
    assert json.loads(dumps(came_back, "json")) == json.loads(dumps(objects, "json"))
