# SPDX-License-Identifier: Apache-2.0
"""What runs becomes a manifest that renders to the same, and what cannot be the same is told."""

import copy
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from importing import one, spec

import corpus
from judging import judge, needed
from planton_sts import KubernetesStatefulSetStackInput, import_objects, render
from planton_sts.adoption import Imported
from planton_sts.comparison import terse
from planton_sts.planning import consequences
from planton_sts.problems import errors_of
from planton_sts.rendering import KubeObject, objects
from tables import ROOT
from valid import CASES, EXAMPLES, application, case, manifest, stack_inputs

# Of the corpus: a patch says what no field does; the others name images that are still to be filled in.
PATCHED = 1
VALID = 88


def told(imported: Imported) -> dict[str, str]:
    """What becomes of each object, in a word or the reason."""
    return {
        f"{fate.kind} {fate.name}": fate.left
        or ("new" if fate.is_new else ", ".join(map(str, fate.differences)) or "equal")
        for fate in imported.fates
    }


def stateful_set(**more: Any) -> KubeObject:
    """A StatefulSet of one container."""
    labels = {"app": "db", "tier": "data"}
    return {
        "apiVersion": "apps/v1",
        "kind": "StatefulSet",
        "metadata": {"name": "db", "namespace": "data"},
        "spec": {
            "serviceName": "db-pods",
            "selector": {"matchLabels": labels},
            "template": {
                "metadata": {"labels": labels},
                "spec": {
                    "containers": [
                        {"name": "db", "image": "postgres:16", "ports": [{"name": "sql", "containerPort": 5432}]}
                    ]
                },
            },
            **more,
        },
    }


def with_pod(**pod: Any) -> KubeObject:
    """The same with more said of its pods."""
    found = stateful_set()
    found["spec"]["template"]["spec"].update(pod)
    return found


def other(kind: str, name: str, spec: Any = None, **parts: Any) -> KubeObject:
    """An object beside it."""
    versions = {"Ingress": "networking.k8s.io/v1", "NetworkPolicy": "networking.k8s.io/v1"}
    versions |= {"PodDisruptionBudget": "policy/v1", "Role": RBAC, "RoleBinding": RBAC}
    found = {"apiVersion": versions.get(kind, "v1"), "kind": kind, "metadata": {"name": name, "namespace": "data"}}
    return {**found, **({"spec": spec} if spec else {}), **parts}


RBAC = "rbac.authorization.k8s.io/v1"
SELECTOR = {"app": "db", "tier": "data"}
MOTD = {"welcome": "hello\n", "bye": "see you\n"}
BUDGET_SAID = {"enabled": True, "maxUnavailable": "1", "name": "db-budget"}
HEADLESS = other("Service", "db-pods", {"clusterIP": "None", "selector": SELECTOR, "ports": [{"port": 5432}]})
CLIENTS = other("Service", "db", {"selector": {"app": "db"}, "ports": [{"name": "sql", "port": 5432}]})


@pytest.mark.parametrize("file", corpus.files(), ids=lambda file: file.stem)
def test_real_stateful_sets(file: Path) -> None:
    """Each of the corpus is equal."""
    assert one(corpus.stateful_set(file)).is_equal


@pytest.mark.skipif(not corpus.files(), reason="there is no corpus")
def test_few_need_a_patch_or_are_refused() -> None:
    imported = [one(corpus.stateful_set(file)) for file in corpus.files()]
    assert sum("patches" in spec(each) for each in imported) == PATCHED
    assert sum(all(problem.severity != "error" for problem in each.problems) for each in imported) >= VALID


@needed
@pytest.mark.skipif(not corpus.files(), reason="there is no corpus")
def test_what_the_server_fills_in_is_not_said() -> None:
    """A StatefulSet as the server has it gives the manifest that its author's file does."""
    authored = [corpus.stateful_set(file) for file in corpus.files()]
    for each in authored:
        each["apiVersion"] = "apps/v1"
        each["metadata"]["namespace"] = "data"
    for each, stored in zip(authored, stored_by_server(authored), strict=True):
        assert one(stored).text == one(each).text


def stored_by_server(authored: list[KubeObject]) -> list[KubeObject]:
    """The objects as a server stores them."""
    answers = judge({"verb": "create", "object": each, "brief": False} for each in authored)
    return [answer["object"] for answer in answers]


@pytest.mark.parametrize("name", CASES)
def test_rendered_manifests(name: str) -> None:
    """What a manifest renders to is imported as one that renders to the same."""
    assert_same(case(name))


@given(stack_inputs())
@settings(max_examples=100)
def test_any_rendered_manifest(stack_input: KubernetesStatefulSetStackInput) -> None:
    assert_same(stack_input)


def assert_same(stack_input: KubernetesStatefulSetStackInput) -> None:
    """The objects of the input give a manifest that is valid, and renders each of them or tells that it stays."""
    settled = application(stack_input)
    before = objects(settled)
    imported = one(*before, platform=settled.input.platform)
    assert imported.is_equal, told(imported)
    assert errors_of(imported.problems) == []
    again = [terse(each) for each in render(imported.document, platform=settled.input.platform)]
    carried = {(fate.kind, fate.name) for fate in imported.fates if not fate.left}
    assert by_name(again) == by_name([terse(each) for each in before if identity(each) in carried])


def by_name(rendered: list[KubeObject]) -> dict[tuple[str, str], KubeObject]:
    return {identity(each): each for each in rendered}


def identity(each: KubeObject) -> tuple[str, str]:
    return each["kind"], each["metadata"]["name"]


def pod_service(number: int) -> KubeObject:
    """The Service of one pod."""
    selector = {"statefulset.kubernetes.io/pod-name": f"db-{number}"}
    return other("Service", f"broker-{number}", {"selector": selector, "ports": [{"port": 9}]})


SECRET = other("Secret", "db-auth", data={"password": "aHVudGVyMg=="})
FROM_SECRET = {"name": "PGPASSWORD", "valueFrom": {"secretKeyRef": {"name": "db-auth", "key": "password"}}}
APP = {"name": "db", "image": "postgres:16", "env": [FROM_SECRET]}
BUDGET = other("PodDisruptionBudget", "db-budget", {"maxUnavailable": 1, "selector": {"matchLabels": SELECTOR}})
ROLE = other("Role", "db-peers", rules=[{"apiGroups": [""], "resources": ["pods"], "verbs": ["list"]}])
BINDING = other(
    "RoleBinding",
    "db-peers",
    roleRef={"apiGroup": "rbac.authorization.k8s.io", "kind": "Role", "name": "db-peers"},
    subjects=[{"kind": "ServiceAccount", "name": "db-account", "namespace": "data"}],
)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([stateful_set()], {"plain": True, "serviceName": "db-pods", "headlessService": {"create": False}}),
        ([stateful_set(), HEADLESS], {"serviceName": "db-pods", "headlessService": {"ports": [{"port": 5432}]}}),
        (
            [stateful_set(), CLIENTS],
            {"service": {"ports": [{"name": "sql", "port": 5432}], "selector": {"app": "db"}}},
        ),
        (
            [stateful_set(), CLIENTS, other("Service", "db-ro", {"selector": SELECTOR, "ports": [{"port": 1}]})],
            {"services": [{"name": "db-ro", "ports": [{"port": 1}]}]},
        ),
        (
            [stateful_set(replicas=2), *(pod_service(number) for number in (0, 1))],
            {"podServices": {"name": "broker", "ports": [{"port": 9}]}},
        ),
        ([stateful_set(), BUDGET], {"availability": {"podDisruptionBudget": BUDGET_SAID}}),
        ([stateful_set(), other("Namespace", "data")], {"createNamespace": True}),
        (
            [with_pod(serviceAccountName="db-account"), other("ServiceAccount", "db-account"), ROLE, BINDING],
            {"serviceAccount": {"name": "db-account", "rules": ROLE["rules"], "roleName": "db-peers"}},
        ),
        ([with_pod(serviceAccountName="db-account")], {"serviceAccount": {"name": "db-account", "create": False}}),
        (
            [with_pod(volumes=[{"name": "c", "configMap": {"name": "motd"}}]), other("ConfigMap", "motd", data=MOTD)],
            {"configMaps": {"motd": MOTD}},
        ),
        ([with_pod(containers=[APP]), SECRET], {}),
    ],
)
def test_what_belongs_to_it(given: list[KubeObject], said: dict[str, Any]) -> None:
    """Each object that a field renders is said there, and is equal."""
    imported = one(*given)
    assert imported.is_equal, told(imported)
    assert spec(imported).items() >= said.items()
    assert errors_of(imported.problems) == []


@pytest.mark.parametrize(
    ("beside", "name", "reason"),
    [
        (SECRET, "Secret db-auth", "the manifest refers to it"),
        (other("Service", "db-pods", {"ports": [{"port": 1}]}), "Service db-pods", "it has no selector"),
        (
            other("PodDisruptionBudget", "all", {"minAvailable": 1, "selector": {"matchLabels": {"app": "db"}}}),
            "PodDisruptionBudget all",
            "it selects other pods than the StatefulSet does",
        ),
    ],
)
def test_what_stays_beside_it(beside: KubeObject, name: str, reason: str) -> None:
    """What no field renders is told, with the reason, and is no difference."""
    imported = one(with_pod(containers=[APP]), beside)
    assert told(imported) == {"StatefulSet db": "equal", name: reason}
    assert imported.is_equal


def test_what_several_share_stays() -> None:
    second = stateful_set()
    second["metadata"] = {"name": "db2", "namespace": "data"}
    imported = import_objects([stateful_set(), second, HEADLESS])
    assert [told(each)["Service db-pods"] for each in imported] == ["others need it too"] * 2


def test_several_at_once_and_lists() -> None:
    """Each StatefulSet has a manifest of its own, from a list too; objects elsewhere are not theirs."""
    elsewhere = {**HEADLESS, "metadata": {"name": "db-pods", "namespace": "other"}}
    second = stateful_set()
    second["metadata"] = {"name": "db", "namespace": "other"}
    imported = import_objects([{"apiVersion": "v1", "kind": "List", "items": [stateful_set(), second, elsewhere]}])
    assert [[*told(each)] for each in imported] == [["StatefulSet db"], ["StatefulSet db", "Service db-pods"]]


def test_what_has_no_field_becomes_a_patch() -> None:
    imported = one(
        with_pod(setHostnameAsFQDN=True), {**CLIENTS, "spec": {**CLIENTS["spec"], "externalIPs": ["9.9.9.9"]}}
    )
    assert imported.is_equal
    patches = [
        {"target": {"kind": "StatefulSet"}, "patch": {"spec": {"template": {"spec": {"setHostnameAsFQDN": True}}}}},
        {"target": {"kind": "Service"}, "patch": {"spec": {"externalIPs": ["9.9.9.9"]}}},
    ]
    assert spec(imported)["patches"] == patches


def test_what_rules_refuse_is_imported_with_the_problems() -> None:
    """The manifest is the place to mend it."""
    imported = one(with_pod(containers=[{"name": "db", "image": "Postgres:16"}]))
    assert imported.is_equal
    [problem] = imported.problems
    assert (problem.rule, imported.text.splitlines()[(problem.line or 0) - 1]) == (
        "string.image_reference",
        "      image: Postgres:16",
    )


def test_what_cannot_be_said_is_a_difference() -> None:
    """Nothing is lost in silence, not even what is no right value."""
    imported = one(stateful_set(replicas="many"))
    assert told(imported)["StatefulSet db"] == "spec.replicas"
    assert not imported.is_equal


def test_secrets_included() -> None:
    """The values move into the manifest, and with them the Secret; this restarts the pods, as is said."""
    imported = one(with_pod(containers=[APP]), SECRET, secrets="include")
    assert spec(imported)["container"]["app"]["env"] == {"secrets": {"PGPASSWORD": "hunter2"}}
    assert imported.is_announced
    assert told(imported)["Secret db-env-secrets"] == "new"


def test_conventional() -> None:
    """Names, labels and selector are ours, and it is said what that makes anew."""
    imported = one(stateful_set(), HEADLESS, CLIENTS, BUDGET, conventional=True)
    assert errors_of(imported.problems) == []
    assert not {"plain", "selector", "serviceName", "service", "headlessService"} & spec(imported).keys()
    assert imported.is_announced
    fates = {f"{fate.kind} {fate.name}": fate for fate in imported.fates}
    assert fates["StatefulSet db"].is_made_anew
    assert fates["Service db-headless"].is_new
    assert fates["Service db-pods"].left == "the manifest renders none of this name"


def test_a_selector_that_lacks() -> None:
    """Excerpts have none, which no server takes: one is made up, and the manifest says so."""
    given = stateful_set()
    del given["spec"]["selector"], given["spec"]["template"]["metadata"]
    imported = one(given)
    assert imported.is_equal
    assert "  # The StatefulSet says none, and no server takes it so.\n  selector:\n" in imported.text


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("StatefulSet", "object 1 must be a mapping with `kind`"),
        ({"kind": "StatefulSet"}, "object 1, a StatefulSet, must have `metadata.name`"),
        ({**stateful_set(), "spec": [1]}, "StatefulSet db: `spec` has another shape than its field"),
        (with_pod(containers={"a": 1}), "StatefulSet db: `spec.template.spec.containers` has another shape"),
    ],
)
def test_what_is_no_object(given: Any, words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        import_objects([given])


@given(st.data())
def test_any_shape(data: st.DataObject) -> None:
    """Whatever stands in the objects, they are imported or refused."""
    given = [copy.deepcopy(each) for each in (stateful_set(), HEADLESS, CLIENTS, BUDGET, ROLE, BINDING, SECRET)]
    for _ in range(data.draw(st.integers(1, 3))):
        holder, key = data.draw(st.sampled_from(list(places(given))))
        holder[key] = data.draw(st.sampled_from(ODD))
    with suppress(ValueError):
        import_objects(given)


ODD = [None, 0, -1, True, "", "x", 1.5, [], {}, [1], [None], [{}], {"a": 1}, {"name": 5}, "9" * 400, 10**30]


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every holder in the value, with each of its keys."""
    for key, held in list(value.items() if isinstance(value, dict) else enumerate(value)):
        yield value, key
        if isinstance(held, dict | list):
            yield from places(held)


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_conventions_read_back(file: Path) -> None:
    """What one of our manifests renders to is imported by our conventions as a manifest that is valid."""
    before = application(KubernetesStatefulSetStackInput(target=manifest(file)))
    imported = one(*objects(before), conventional=True)
    assert errors_of(imported.problems) == []
    assert not {"plain", "selector"} & spec(imported).keys()
    assert not any(fate.is_made_anew or fate.is_new for fate in imported.fates)


def test_conventions_say_no_defaults() -> None:
    """A manifest of ours comes back without what goes without saying."""
    before = application(KubernetesStatefulSetStackInput(target=manifest(ROOT / "examples" / "visits.yaml")))
    imported = one(*objects(before), conventional=True)
    assert imported.is_equal
    assert "K8S_POD" not in imported.text
    assert "planton.ai" not in imported.text
    assert not {"pod", "service", "serviceAccount"} & spec(imported).keys()


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_nothing_to_plan(file: Path) -> None:
    """To take over what runs is no update."""
    before = objects(application(KubernetesStatefulSetStackInput(target=manifest(file))))
    imported = one(*before)
    carried = {(fate.kind, fate.name) for fate in imported.fates if not fate.left}
    assert consequences([each for each in before if identity(each) in carried], render(imported.document)) == []
