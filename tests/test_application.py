# SPDX-License-Identifier: Apache-2.0
"""A manifest settled once, and all that a service asks of it then."""

import json
from collections.abc import Callable
from unittest import mock

import pytest
from google.protobuf.json_format import MessageToDict
from google.protobuf.struct_pb2 import Struct

from own_protos import request
from planton_sts import (
    Application,
    InvalidManifestError,
    KubernetesStatefulSet,
    KubernetesStatefulSetPlatform,
    KubernetesStatefulSetStackInput,
    describe,
    dumps,
    load_one,
    loads,
    outputs,
    reads,
    redacted,
    render,
    settle,
    validate,
)
from planton_sts.validation.engine import ENGINE
from tables import ROOT

TEXT = (ROOT / "examples/postgres.yaml").read_text()
DOCUMENT = load_one(TEXT)
# Where a document after it begins.
TWO = TEXT.count("\n") + 2


def test_an_application_is_validated_once() -> None:
    """Objects, outputs and description of a settled manifest ask the engine nothing more."""
    with mock.patch.object(ENGINE, "ask", wraps=ENGINE.ask) as asked:
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
        ("a: [", "load.yaml", None, 1),
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


OTHER = TEXT.replace("name: postgres\nspec", "name: postgres-headless\nspec")
PROMETHEUS = "apiVersion: v1\nkind: Service\nmetadata: {name: a}\n"


def test_validating_a_document_tells_what_loading_found() -> None:
    """One list, in the order of the text, and no problem twice."""
    document = load_one((ROOT / "docs/five-mistakes.yaml").read_text())
    assert [problem.line for problem in document.problems] == [9]
    assert [problem.line for problem in validate(document)] == [6, 9, 14, 16, 20]
    assert [problem.rule for problem in validate(load_one("a: ["))] == ["load.yaml"]


@pytest.mark.parametrize("call", [validate, render, outputs, settle, describe], ids=lambda call: call.__name__)
@pytest.mark.parametrize("subject", [None, "text", Struct(), *reads(PROMETHEUS)], ids=lambda one: type(one).__name__)
def test_what_is_no_manifest_is_a_wrong_call(call: Callable[[object], object], subject: object) -> None:
    """Whoever hands over something else learns it in one sentence."""
    with pytest.raises(TypeError, match=r"^[^\n]+, and not \w+|no manifest") as raised:
        call(subject)
    assert "\n" not in str(raised.value)


def test_rendering_sees_collisions_among_the_documents() -> None:
    """What another document of the run has is not rendered a second time."""
    documents = loads(f"{TEXT}---\n{OTHER}", "both.yaml")
    for document, other in (documents, reversed(documents)):
        with pytest.raises(InvalidManifestError, match=f"with `{other.identity()[1]}` in both.yaml") as raised:
            render(document, among=documents)
        assert [problem.rule for problem in raised.value.problems] == ["render.collision"]
    assert documents[0].message is not None
    with pytest.raises(InvalidManifestError):
        outputs(documents[0].message, among=documents)


def test_a_manifest_is_no_rival_of_itself() -> None:
    """The subject may stand among the documents, be it as a document, as its message, or as a copy of it."""
    documents = loads(TEXT)
    for subject in (documents[0], documents[0].message, loads(TEXT)[0].message):
        assert subject is not None
        assert render(subject, among=documents) == render(DOCUMENT)
    twice = loads(f"{TEXT}---\n{TEXT}")
    with pytest.raises(InvalidManifestError):
        render(twice[0], among=twice)


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ("text", TypeError),
        ({"KubernetesNamespace/a": "b"}, TypeError),
        ({"KubernetesNamespace/a": {"spec.name": 5}}, TypeError),
        ({"Nonsense/a": {"spec.name": "b"}}, ValueError),
        ({"KubernetesNamespace": {"spec.name": "b"}}, ValueError),
    ],
)
def test_values_are_checked(values: object, kind: type[Exception]) -> None:
    """Values of another shape would settle nothing, and say nothing of it."""
    with pytest.raises(kind, match="such as `KubernetesNamespace/db"):
        render(DOCUMENT, values=values)  # type: ignore[arg-type]


def test_form_is_checked() -> None:
    """There are two forms."""
    with pytest.raises(ValueError, match=r"^the form is `yaml` or `json`, and not 'xml'$"):
        dumps([], "xml")  # type: ignore[arg-type]


def test_rivals_stand_on_the_same_platform() -> None:
    """Two applications of one name, each in a namespace of its own, share the namespace of the Gateways."""
    ingress = "spec:\n  ingress: {enabled: true, hostname: HOST.example.com}\n"
    one = TEXT.replace("spec:\n", ingress.replace("HOST", "one"), 1)
    two = TEXT.replace("spec:\n", ingress.replace("HOST", "two"), 1).replace("namespace: database", "namespace: other")
    documents = loads(f"{one}---\n{two}")
    with pytest.raises(InvalidManifestError, match="Certificate `postgres-ingress-cert` of namespace `entrance`"):
        render(documents[0], among=documents, platform=KubernetesStatefulSetPlatform(ingress_namespace="entrance"))
