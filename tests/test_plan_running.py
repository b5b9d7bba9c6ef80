# SPDX-License-Identifier: Apache-2.0
"""What runs in a cluster as a side of an update, as `kubectl get` gives it."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings

import judging
from planton_sts import KubernetesStatefulSetStackInput, dumps, import_objects, load_one, loads, plan, render
from planton_sts.cli import main
from planton_sts.comparison import filled, terse
from planton_sts.planning import FORMS
from tables import ROOT
from valid import CASES, case, stack_inputs

EXAMPLE = ROOT / "examples" / "postgres.yaml"
MANIFEST = EXAMPLE.read_text(encoding="utf-8")
OURS = {"app.kubernetes.io/managed-by": "planton-sts", "planton.ai/name": "postgres"}

Object = dict[str, Any]


def stored(kube_object: Object) -> Object:
    """The object as a server gives it back, with what it and its controllers write into it."""
    found: Object = json.loads(json.dumps(filled(kube_object)))
    found["metadata"] |= {
        "uid": "3c0f9ae5-7f0e-4b9b-8f5c-0d9c0a1b2c3d",
        "resourceVersion": "4711",
        "generation": 3,
        "creationTimestamp": "2026-01-01T00:00:00Z",
        "managedFields": [{"manager": "kubectl", "operation": "Apply"}],
        "finalizers": ["example.org/keep"],
    }
    note = {"kubectl.kubernetes.io/last-applied-configuration": json.dumps(kube_object)}
    found["metadata"]["annotations"] = {**(found["metadata"].get("annotations") or {}), **note}
    found["status"] = {"observedGeneration": 3, "replicas": 1}
    if found["kind"] == "StatefulSet":
        template = found["spec"]["template"]["metadata"]
        template["creationTimestamp"] = None
        restarted = {"kubectl.kubernetes.io/restartedAt": "2026-01-02T00:00:00Z"}
        template["annotations"] = {**(template.get("annotations") or {}), **restarted}
        for claim in found["spec"].get("volumeClaimTemplates", ()):
            claim |= {"apiVersion": "v1", "kind": "PersistentVolumeClaim", "status": {"phase": "Pending"}}
    elif found["kind"] == "Service" and found["spec"].get("type") != "ExternalName":
        given = {"clusterIP": "10.0.0.1", "ipFamilies": ["IPv4"], "ipFamilyPolicy": "SingleStack"}
        found["spec"] = {**given, **found["spec"]}
        found["spec"].setdefault("clusterIPs", [found["spec"]["clusterIP"]])
    elif found["kind"] == "ServiceAccount":
        found = {"secrets": [{"name": "token"}], "imagePullSecrets": [{"name": "registry"}], **found}
    elif found["kind"] == "Namespace":
        found["metadata"].setdefault("labels", {})["kubernetes.io/metadata.name"] = found["metadata"]["name"]
        found["spec"] = {"finalizers": ["kubernetes"]}
    return found


def another(kind: str, name: str, namespace: str | None = "database", **metadata: Any) -> Object:
    """An object of somebody's that runs."""
    version = {"StatefulSet": "apps/v1", "Pod": "v1"}.get(kind, "v1")
    where = {"namespace": namespace} if namespace else {}
    return {"apiVersion": version, "kind": kind, "metadata": {"name": name, "uid": "1", **where, **metadata}}


def running() -> list[Object]:
    """The example as it runs."""
    return [stored(each) for each in render(load_one(MANIFEST))]


def a_list(objects: list[Object]) -> Object:
    """The objects as `kubectl get` prints several."""
    return {"apiVersion": "v1", "kind": "List", "metadata": {"resourceVersion": ""}, "items": objects}


@pytest.mark.parametrize("name", CASES)
def test_nothing_changes(name: str) -> None:
    """Nothing follows from applying again what runs, or what was written out with its defaults, or by import."""
    manifest = case(name)
    objects = render(manifest)
    for same in (
        [stored(each) for each in objects],
        [filled(each) for each in objects],
        [terse(each) for each in objects],
        [a_list([stored(each) for each in objects])],
    ):
        assert plan(same, manifest) == plan(same, same) == []


@settings(max_examples=30)
@given(stack_inputs())
def test_nothing_changes_in_any(manifest: KubernetesStatefulSetStackInput) -> None:
    """The same, whatever the manifest says."""
    runs = [stored(each) for each in render(manifest)]
    assert plan(runs, manifest) == plan(runs, runs) == []


@judging.needed
@pytest.mark.parametrize("name", CASES)
def test_server_nothing_changes(name: str) -> None:
    """Nothing follows either from what Kubernetes' own code stores."""
    manifest = case(name)
    runs = [answer["object"] for answer in judging.filled(render(manifest))]
    assert plan(runs, manifest) == plan([stored(each) for each in runs], manifest) == []


@judging.needed
@settings(max_examples=30)
@given(stack_inputs())
def test_server_nothing_changes_in_any(manifest: KubernetesStatefulSetStackInput) -> None:
    """The same, whatever the manifest says."""
    runs = [answer["object"] for answer in judging.filled(render(manifest))]
    assert plan(runs, manifest) == plan(manifest, runs) == []


@pytest.mark.parametrize("name", CASES)
def test_import_changes_nothing(name: str) -> None:
    """To apply what import makes of what runs is no update."""
    runs = [stored(each) for each in render(case(name))]
    [imported] = import_objects(runs)
    carried = {(fate.kind, fate.name) for fate in imported.fates if not fate.left}
    assert plan([each for each in runs if (each["kind"], each["metadata"]["name"]) in carried], imported.document) == []


@pytest.mark.parametrize(
    "beside",
    [
        another("StatefulSet", "other"),
        another("StatefulSet", "postgres", "elsewhere"),
        another("ConfigMap", "kube-root-ca.crt"),
        another("Pod", "postgres-0", labels=OURS),
        another("ConfigMap", "other", labels={**OURS, "planton.ai/name": "other"}),
        another("ConfigMap", "other", "elsewhere", labels=OURS),
        another("ConfigMap", "other", labels={**OURS, "app.kubernetes.io/managed-by": "Helm"}),
        another("ConfigMap", "other", labels=OURS, ownerReferences=[{"kind": "StatefulSet", "name": "postgres"}]),
        another("Namespace", "elsewhere", None, labels=OURS),
        {"apiVersion": "example.org/v1", "kind": "StatefulSet", "metadata": {"name": "postgres", "uid": "1"}},
    ],
    ids=lambda one: f"{one['kind']} {one['metadata']}",
)
def test_what_others_run(beside: Object) -> None:
    """What is not ours to render is nobody's business."""
    assert plan([*running(), beside], load_one(MANIFEST)) == []


def test_what_is_no_longer_rendered() -> None:
    """What runs and was rendered for the same manifest is told when it no longer is."""
    files = another("ConfigMap", "files", labels=OURS)
    space = {**another("Namespace", "database", None, labels=OURS), "spec": {"finalizers": ["kubernetes"]}}
    runs = [each for each in running() if each["kind"] != "Namespace"]
    manifest = load_one(MANIFEST.replace("createNamespace: true", "createNamespace: false"))
    found = plan([*runs, files, space], manifest)
    assert [(each.level, each.object.kind, each.object.name) for each in found] == [
        ("data at risk", "Namespace", "database"),
        ("in place", "ConfigMap", "files"),
    ]
    assert all("is no longer rendered" in each.words for each in found)


def test_what_does_not_run() -> None:
    """What is rendered and does not run is made; of a kind that nobody asked for, nobody can tell."""
    of_kind = {each["kind"]: each for each in running()}
    told = {each.object.kind: each.words for each in plan([of_kind["StatefulSet"]], load_one(MANIFEST))}
    assert "is made unless it is there: no Secret is among what runs" in told.values()
    assert "StatefulSet" not in told
    told = {each.object.kind: each.words for each in plan([of_kind["Secret"]], load_one(MANIFEST))}
    assert told["StatefulSet"].startswith("is made, and its pods start")
    runs = [another("Secret", "other"), another("Service", "other"), another("StatefulSet", "other")]
    told = {each.object.kind: each.words for each in plan(runs, load_one(MANIFEST))}
    assert {told["Secret"], told["Service"]} == {"is made"}


def test_files_are_meant_as_a_whole() -> None:
    """What somebody wrote down, and no server gave back, is told when it goes."""
    beside = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "other", "namespace": "database"}}
    [found] = plan([*render(load_one(MANIFEST)), beside], load_one(MANIFEST))
    assert found.words.startswith("is no longer rendered")


def test_what_changed_since() -> None:
    """What a client changed in what runs is told, and no secret is."""
    runs = running()
    for each in runs:
        if each["kind"] == "StatefulSet":
            each["spec"]["template"]["spec"]["containers"][0]["image"] = "postgres:1"
            each["spec"]["replicas"] = 3
        if each["kind"] == "Secret":
            each["data"] |= dict.fromkeys(each["data"], "c3dvcmRmaXNo")
    found = plan(runs, load_one(MANIFEST))
    fields = {field for each in found for field in each.fields}
    assert {"spec.replicas", "data[POSTGRES_PASSWORD]"} < fields
    assert any(field.endswith(".image") for field in fields)
    assert not any("c3dvcmRmaXNo" in form(found) or "swordfish" in form(found) for form in FORMS.values())


def test_what_was_edited() -> None:
    """What a server gave back may be edited and applied again."""
    edited = running()
    for each in edited:
        if each["kind"] == "StatefulSet":
            each["spec"]["template"]["spec"]["containers"][0]["image"] = "postgres:1"
    found = plan(running(), edited)
    assert {field for each in found for field in each.fields} == {"spec.template.spec.containers[app].image"}
    # The address that a Service was given is nobody's wish.
    assert "refused" not in {each.level for each in plan(load_one(MANIFEST), edited)}


def test_a_restart_that_the_manifest_asks_for() -> None:
    """Where the manifest says itself when pods were restarted, another time is a change."""
    asked = {"spec": {"pod": {"annotations": {"kubectl.kubernetes.io/restartedAt": "2026-01-03T00:00:00Z"}}}}
    whole = yaml.safe_load(MANIFEST)
    whole["spec"] |= asked["spec"]
    found = plan(running(), load_one(json.dumps(whole)))
    assert [each.level for each in found] == ["restarts"] * len(found)
    assert found


Plan = Callable[..., tuple[int, str, str]]


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Plan:
    """Runs the command with a text on standard input: its exit code, what it prints, and what it complains of."""

    def planned(text: str, *arguments: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        code = main(["plan", *map(str, arguments)])
        told = capsys.readouterr()
        return code, told.out, told.err

    return planned


NOTHING = "Plan: nothing changes\n"


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_command(command: Plan, ends: str) -> None:
    """The command takes a list, several documents, JSON, and a single object."""
    for text in (dumps([a_list(running())]), dumps(running()), json.dumps(a_list(running()))):
        assert command(text.replace("\n", ends), "-", EXAMPLE) == (0, NOTHING, "")
    [stateful_set] = [each for each in running() if each["kind"] == "StatefulSet"]
    code, told, _ = command(dumps([stateful_set]), "-", EXAMPLE)
    assert code == 0
    assert told.count("is made unless it is there") == len(running()) - 1


def test_command_folders(command: Plan, tmp_path: Path) -> None:
    """A folder with objects may hold other files; where a manifest of ours is among them, that is rendered."""
    (tmp_path / "running.yaml").write_text(dumps([a_list(running())]), encoding="utf-8")
    (tmp_path / "values.yaml").write_text("a: 1\n", encoding="utf-8")
    (tmp_path / "kustomization.yaml").write_text("kind: Kustomization\nresources: []\n", encoding="utf-8")
    assert command("", tmp_path, EXAMPLE) == (0, NOTHING, "")
    (tmp_path / "db.yaml").write_text(MANIFEST, encoding="utf-8")
    assert command("", tmp_path, EXAMPLE) == (0, NOTHING, "")


WANTED = "must hold manifests of kind KubernetesStatefulSet, or Kubernetes objects"
REFUSED = [
    ("", "must hold a manifest"),
    ("kind: List\nitems: []\n", f"<stdin>: {WANTED}"),
    ("apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n", f"<stdin>: {WANTED}"),
    ("apiVersion: v1\nkind: Service\nmetadata: {}\n", "must have `metadata.name`"),
    ("apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: []\n", "`spec` has another shape than its field"),
    ("apiVersion: v1\nkind: List\nitems: [1]\n", "must be a mapping with `kind`"),
    ("apiVersion: v1\nkind: Service\nmetadata: {name: a}\n---\n" * 2, "Service default/a must be given once"),
    ("apiVersion: v1\nkind: Service\nmetadata: {name: a, name: b}\n", "must be written once"),
    ("{", "<stdin>"),
]


@pytest.mark.parametrize(("text", "complaint"), REFUSED, ids=repr)
def test_command_refused(command: Plan, text: str, complaint: str) -> None:
    """What is neither manifests nor objects is told, with nothing else."""
    code, told, complaints = command(text, "-", EXAMPLE)
    assert (code, told) == (2, "")
    assert complaint in complaints


@pytest.mark.parametrize("paths", [(), (EXAMPLE,), (EXAMPLE, EXAMPLE, EXAMPLE)], ids=len)
def test_command_wants_two(command: Plan, paths: tuple[Path, ...]) -> None:
    """There are two sides, not fewer and not more."""
    code, _, complaint = command("", *paths)
    assert code == 2
    assert "OLD and NEW must both be given" in complaint


def test_python_refused() -> None:
    """What is no object is told in Python too."""
    with pytest.raises(ValueError, match=r"must have `metadata[.]name`"):
        plan({"kind": "Service"}, loads(MANIFEST))
