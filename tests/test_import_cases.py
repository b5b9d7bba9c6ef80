# SPDX-License-Identifier: Apache-2.0
"""What stands around StatefulSets in the clusters of others: what the import makes of it, case by case."""

from typing import Any

import pytest
from importing import one, spec

from planton_sts import import_objects
from planton_sts.adoption import Fate, Imported, imports
from planton_sts.problems import errors_of
from planton_sts.quantity import stored
from planton_sts.rendering import KubeObject, objects
from valid import CASES, application, case

LABELS = {"app": "db", "tier": "data"}
REPLICATION: KubeObject = {"name": "db", "image": "postgres:16", "ports": [{"name": "sql", "containerPort": 5432}]}


def stateful_set(container: KubeObject = REPLICATION, **pod: Any) -> KubeObject:
    """A StatefulSet with one container, and more said of its pods."""
    return made(
        "StatefulSet",
        "db",
        serviceName="db-pods",
        selector={"matchLabels": LABELS},
        template={"metadata": {"labels": LABELS}, "spec": {"containers": [container], **pod}},
    )


def made(kind: str, name: str, **spec: Any) -> KubeObject:
    """An object with the spec."""
    versions = {"StatefulSet": "apps/v1", "PodDisruptionBudget": "policy/v1", "Deployment": "apps/v1"}
    versions |= dict.fromkeys(("Ingress", "NetworkPolicy"), "networking.k8s.io/v1")
    versions |= dict.fromkeys(("Gateway", "HTTPRoute"), "gateway.networking.k8s.io/v1")
    metadata = {"name": name, "namespace": "data"}
    return {
        "apiVersion": versions.get(kind, "v1"),
        "kind": kind,
        "metadata": metadata,
        **({"spec": spec} if spec else {}),
    }


def budget(name: str, **selector: Any) -> KubeObject:
    """A budget for what the selector selects."""
    return made("PodDisruptionBudget", name, maxUnavailable=1, selector=selector)


def ingress(*hosts: str, annotations: dict[str, str] | None = None, **more: Any) -> KubeObject:
    """An Ingress to the Service for clients, for each of the hosts."""
    backend = {"service": {"name": "db", "port": {"number": 5432}}}
    paths = [{"path": "/", "pathType": "Prefix", "backend": backend}]
    found = made("Ingress", "db", rules=[{"host": host, "http": {"paths": paths}} for host in hosts], **more)
    found["metadata"]["annotations"] = annotations or {}
    return found


def fate(imported: Imported, kind: str) -> Fate:
    """What becomes of the one object of the kind."""
    [found] = [each for each in imported.fates if each.kind == kind]
    return found


CLIENTS = made("Service", "db", selector=LABELS, ports=[{"name": "sql", "port": 5432, "targetPort": "sql"}])
UNNAMED = {**REPLICATION, "ports": [{"containerPort": 5432}]}
OF_NUMBERS = made("Service", "db", selector=LABELS, ports=[{"port": 5432}])
MORE = "it is more than `spec.ingress` says"


@pytest.mark.parametrize(
    "given",
    [
        pytest.param([stateful_set(), CLIENTS, ingress("a.example.com", "b.example.com")], id="several hosts"),
        pytest.param(
            [
                stateful_set(),
                CLIENTS,
                ingress("a.example.com", annotations={"kubernetes.io/ingress.class": "nginx"}),
            ],
            id="a class by annotation",
        ),
        pytest.param(
            [stateful_set(UNNAMED), OF_NUMBERS, ingress("a.example.com", ingressClassName="nginx")],
            id="ports without names",
        ),
    ],
)
@pytest.mark.parametrize("conventional", [False, True])
def test_a_way_in_that_no_field_says_stays(given: list[KubeObject], conventional: bool) -> None:  # noqa: FBT001
    """No Gateways are made up for it, and no rule is broken for its sake."""
    imported = one(*given, conventional=conventional)
    assert fate(imported, "Ingress").left == MORE
    assert not [each for each in imported.fates if each.kind in {"Gateway", "HTTPRoute"}]
    assert imported.is_equal is not conventional
    assert errors_of(imported.problems) == []


def test_a_route_to_the_gateway_of_others() -> None:
    """The route is said, and the Gateway stays, be it given or not."""
    parent = {"name": "shared", "namespace": "infra"}
    route = made(
        "HTTPRoute",
        "db",
        parentRefs=[parent],
        hostnames=["db.example.com"],
        rules=[{"backendRefs": [{"name": "db", "port": 5432}]}],
    )
    imported = one(stateful_set(), CLIENTS, route, {**made("Gateway", "shared"), "metadata": parent})
    assert spec(imported)["ingress"]["parentRefs"] == [parent]
    assert fate(imported, "Gateway").left == "no field says what it is"
    assert imported.is_equal


def test_of_two_ingresses_one_is_rendered() -> None:
    """The one of the application's name."""
    second = ingress("b.example.com", ingressClassName="nginx")
    second["metadata"] = {"name": "admin", "namespace": "data"}
    imported = one(stateful_set(), CLIENTS, second, ingress("a.example.com", ingressClassName="nginx"))
    reasons = {each.name: each.left for each in imported.fates if each.kind == "Ingress"}
    assert reasons == {"db": "", "admin": "`spec.ingress` renders one called `db`"}
    assert spec(imported)["ingress"]["hostname"] == "a.example.com"
    assert imported.is_equal


def test_the_service_for_clients_leads_to_all_pods() -> None:
    """Whatever it is called, and wherever it stands."""
    narrower = {**LABELS, "role": "primary"}
    first = made("Service", "writes", selector=narrower, ports=[{"port": 5432}])
    imported = one(stateful_set(), first, made("Service", "any", selector=LABELS, ports=[{"port": 5432}]))
    assert spec(imported)["service"]["name"] == "any"
    assert [each["name"] for each in spec(imported)["services"]] == ["writes"]


@pytest.mark.parametrize(
    ("expression", "is_his"),
    [
        ({"key": "app", "operator": "In", "values": ["db", "web"]}, True),
        ({"key": "app", "operator": "In", "values": ["web"]}, False),
        ({"key": "app", "operator": "NotIn", "values": ["web"]}, True),
        ({"key": "app", "operator": "NotIn", "values": ["db"]}, False),
        ({"key": "app", "operator": "Exists"}, True),
        ({"key": "app", "operator": "DoesNotExist"}, False),
        ({"key": "other", "operator": "Exists"}, False),
    ],
)
def test_a_budget_by_expressions(expression: dict[str, Any], is_his: bool) -> None:  # noqa: FBT001
    found = imports([stateful_set(), budget("all", matchExpressions=[expression])])
    reasons = [each.left for each in (*found.manifests[0].fates, *found.others) if each.kind == "PodDisruptionBudget"]
    assert reasons == ["it selects other pods than the StatefulSet does" if is_his else "it belongs to no StatefulSet"]


def test_of_two_budgets_one_is_rendered() -> None:
    imported = one(stateful_set(), budget("first", matchLabels=LABELS), budget("second", matchLabels=LABELS))
    budgets = [(each.name, each.left) for each in imported.fates if each.kind == "PodDisruptionBudget"]
    assert budgets == [("first", ""), ("second", "the manifest renders another")]


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [({}, "left"), ({"minAvailable": "a"}, "left"), ({"maxUnavailable": 0}, ""), ({"minAvailable": "50%"}, "")],
)
def test_budgets_without_a_bound_stay_beside(bounds: dict[str, Any], expected: str) -> None:
    """The server takes a budget without any, which a manifest cannot have."""
    imported = one(stateful_set(), made("PodDisruptionBudget", "db", selector={"matchLabels": LABELS}, **bounds))
    left = fate(imported, "PodDisruptionBudget").left
    assert ("has a bound" in left) == bool(left) == bool(expected)


def test_the_account_of_every_namespace_stays() -> None:
    """Kubernetes makes it, and what is no longer wanted must not take it along."""
    imported = one(stateful_set(serviceAccountName="default"), made("ServiceAccount", "default"))
    assert spec(imported)["serviceAccount"] == {"name": "default", "create": False}
    assert fate(imported, "ServiceAccount").left == "every namespace has one"
    assert imported.is_equal


@pytest.mark.parametrize(
    ("beside", "reason"),
    [
        (made("Deployment", "web"), "no manifest renders a Deployment of `apps/v1`"),
        (made("Service", "web", selector={"app": "web"}), "it belongs to no StatefulSet"),
        (made("ConfigMap", "web"), "it belongs to no StatefulSet"),
    ],
)
def test_what_belongs_to_none_is_told(beside: KubeObject, reason: str) -> None:
    [told] = imports([stateful_set(), beside]).others
    assert (told.kind, told.name, told.left) == (beside["kind"], beside["metadata"]["name"], reason)


SIZE = {"resources": {"requests": {"storage": "1Gi"}}}
CLAIMS = [
    {"metadata": {"name": name}, "spec": {"accessModes": ["ReadWriteOnce"], **SIZE, **more}}
    for name, more in (("data", {}), ("audit", {"storageClassName": ""}))
]


def test_a_claim_that_asks_for_no_class() -> None:
    """An empty name is another wish than none."""
    given = stateful_set()
    given["spec"]["volumeClaimTemplates"] = CLAIMS
    imported = one(given)
    assert imported.is_equal
    assert errors_of(imported.problems) == []
    assert "storageClassName: ''" in imported.text


@pytest.mark.parametrize(
    ("written", "as_stored"),
    [
        ("1000m", "1"),
        ("0.5", "500m"),
        ("0m", "0"),
        ("1.5Ti", "1536Gi"),
        ("1024Ki", "1Mi"),
        ("0.5Ki", "512"),
        ("1.1Ki", "1126400m"),
        ("134217728", "134217728"),
        ("1500000", "1500k"),
        ("1e3", "1e3"),
        ("+5", "+5"),
        ("1", "1"),
    ],
)
def test_amounts_as_the_server_has_them(written: str, as_stored: str) -> None:
    """What was written and what `kubectl get` prints give one manifest."""
    assert stored(written) == as_stored
    texts = {
        one(stateful_set({**REPLICATION, "resources": {"limits": {"memory": text}}})).text
        for text in (written, as_stored)
    }
    assert len(texts) == 1


def test_patches_are_in_one_order() -> None:
    """However the keys of an object stand, its manifest is the same."""
    more = {"setHostnameAsFQDN": True, "overhead": {"cpu": "1"}}
    backwards = dict(reversed(more.items()))
    assert one(stateful_set(**more)).text == one(stateful_set(**backwards)).text


@pytest.mark.parametrize("options", [{"conventional": True}, {"secrets": "include"}])
def test_what_no_field_says_is_kept_whatever_is_asked_for(options: dict[str, Any]) -> None:
    """A patch says it of the container by the name that it then has."""
    secret = {**made("Secret", "auth"), "data": {"PASSWORD": "aHVudGVyMg=="}}
    variable = {"name": "PASSWORD", "valueFrom": {"secretKeyRef": {"name": "auth", "key": "PASSWORD"}}}
    policies = [{"resourceName": "cpu", "restartPolicy": "NotRequired"}]
    container = {**REPLICATION, "name": "main", "env": [variable], "resizePolicy": policies}
    imported = one(stateful_set(container, setHostnameAsFQDN=True), secret, **options)
    assert errors_of(imported.problems) == []
    assert imported.is_announced
    assert "setHostnameAsFQDN: true" in imported.text
    assert "$patch" not in imported.text
    assert "resizePolicy" in imported.text


@pytest.mark.parametrize("options", [{"conventional": True}, {"conventional": True, "secrets": "include"}])
@pytest.mark.parametrize("name", CASES)
def test_conventions_break_no_rule(name: str, options: dict[str, Any]) -> None:
    """What our own conventions rendered reads as well without saying them; nothing reserved is left in it."""
    settled = application(case(name))
    imported = one(*objects(settled), platform=settled.input.platform, **options)
    assert errors_of(imported.problems) == []


def test_what_names_the_container_goes_along_with_it() -> None:
    amount = {"resourceFieldRef": {"containerName": "main", "resource": "limits.memory"}}
    container = {**REPLICATION, "name": "main", "env": [{"name": "MEMORY", "valueFrom": amount}]}
    imported = one(stateful_set(container), conventional=True)
    assert errors_of(imported.problems) == []
    assert "containerName: app" in imported.text


def test_included_secrets_may_change_the_order_of_variables() -> None:
    """It is told, and no patch tries to say what the fields do."""
    secret = {**made("Secret", "db-env-secrets"), "data": {"PASSWORD": "aHVudGVyMg=="}}
    variable = {"name": "PASSWORD", "valueFrom": {"secretKeyRef": {"name": "db-env-secrets", "key": "PASSWORD"}}}
    container = {**REPLICATION, "env": [{"name": "A", "value": "1"}, variable]}
    imported = one(stateful_set(container), secret, secrets="include")
    assert (imported.is_equal, imported.is_announced) == (False, True)
    assert [each.kind for each in fate(imported, "StatefulSet").differences] == ["order"]
    assert errors_of(imported.problems) == []


@pytest.mark.parametrize("name", [None, True, ""])
def test_a_variable_without_a_name_is_not_included(name: Any) -> None:
    """There is nothing that its value could stand under."""
    secret = {**made("Secret", "auth"), "data": {"key": "aHVudGVyMg=="}}
    variable = {"name": name, "valueFrom": {"secretKeyRef": {"name": "auth", "key": "key"}}}
    imported = one(stateful_set({**REPLICATION, "env": [variable]}), secret, secrets="include")
    assert "hunter2" not in imported.text


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ([stateful_set(), stateful_set()], "StatefulSet data/db must be given once"),
        ([stateful_set(), CLIENTS, CLIENTS], "Service data/db must be given once"),
        ([{**stateful_set(), 1: 2}], "object 1, a StatefulSet, must hold what JSON has, and not a key that is no text"),
        ([stateful_set(hostname=b"a")], "must hold what JSON has, and not a bytes"),
        ([stateful_set(priority=float("inf"))], "must hold what JSON has, and not a number without end"),
        ([stateful_set(hostname="\ud800")], "StatefulSet db cannot be written as a manifest"),
    ],
)
def test_what_is_refused(given: list[Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        import_objects(given)


@pytest.mark.parametrize("odd", [["a"], {"a": "b"}, "a"])
def test_a_hardened_pod_of_odd_shape(odd: Any) -> None:
    """It is a difference, or a patch that Kubernetes' own schemas refuse."""
    namespace = {
        "apiVersion": "v1",
        "kind": "Namespace",
        "metadata": {"name": "data", "labels": {"pod-security.kubernetes.io/enforce": "restricted"}},
    }
    container = {**REPLICATION, "securityContext": {"allowPrivilegeEscalation": odd, "capabilities": {"drop": ["ALL"]}}}
    imported = one(stateful_set(container), namespace)
    assert errors_of(imported.problems) or not imported.is_equal


@pytest.mark.parametrize("name", ["annotations", "name", "create", "labels"])
def test_an_unknown_field_by_the_name_of_ours(name: str) -> None:
    """What the object has beside what Kubernetes knows is a difference, and no part of the manifest."""
    beside = {**CLIENTS, "spec": {**CLIENTS["spec"], name: 5}}
    assert not one(stateful_set(), {**beside, "metadata": {**beside["metadata"], "annotations": {"a": "b"}}}).is_equal


def test_ports_without_a_number() -> None:
    """What no server takes is written as it is, and told."""
    set_of = stateful_set({**REPLICATION, "ports": [{"name": "sql"}]})
    imported = one(set_of, CLIENTS, ingress("a.example.com"))
    assert "required" in {problem.rule for problem in imported.problems}


def test_an_ingress_to_no_port() -> None:
    """A container may listen without a word; what leads there stays beside the manifest."""
    imported = one(stateful_set({"name": "db", "image": "postgres:16"}), OF_NUMBERS, ingress("a.example.com"))
    assert imported.problems == ()
    assert fate(imported, "Ingress").left


def test_namespaces_are_text() -> None:
    """Nothing can be in a namespace that has no name."""
    odd = made("ConfigMap", "db")
    odd["metadata"]["namespace"] = 5
    with pytest.raises(ValueError, match=r"`metadata\.namespace` must be text"):
        imports([stateful_set(), odd])
