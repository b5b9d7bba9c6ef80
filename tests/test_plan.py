# SPDX-License-Identifier: Apache-2.0
"""What follows from an update, in words, as data and as an exit code."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings

from planton_sts import Consequence, KubernetesStatefulSetStackInput, describe, load_one, loads, plan, reads, render
from planton_sts.cli import main
from planton_sts.comparison import filled, terse
from planton_sts.description.facts import Object
from planton_sts.planning import FORMS, LEVELS, consequences
from valid import CASES, application, case, stack_inputs

MANIFEST = """
apiVersion: kubernetes.project-planton.org/v1
kind: KubernetesStatefulSet
metadata: {name: db}
spec:
  namespace: data
  availability: {replicas: 3}
  container:
    app:
      image: postgres:17
      ports: [{name: sql, containerPort: 5432, servicePort: 5432, networkProtocol: TCP, appProtocol: tcp}]
      env: {secrets: {PASSWORD: hunter2}}
      volumeMounts: [{name: data, mountPath: /data, pvc: {claimName: data}}]
  volumeClaimTemplates: [{name: data, size: 1Gi}]
"""
BASE: dict[str, Any] = yaml.safe_load(MANIFEST)


def manifest(**changes: Any) -> str:
    """The manifest with each value at its path below the spec, whose steps are parted by double underscores."""
    whole = json.loads(json.dumps(BASE))
    for path, value in changes.items():
        *steps, last = path.split("__")
        held = whole["spec"]
        for step in steps:
            held = held.setdefault(step, {})
        held[last] = value
    return json.dumps(whole)


def planned(old: dict[str, Any], new: dict[str, Any]) -> list[Consequence]:
    """What follows from one set of changes becoming another."""
    return plan(loads(manifest(**old)), loads(manifest(**new)))


def mounted(volume: dict[str, Any]) -> dict[str, Any]:
    """The changes that mount another volume in the claim's place."""
    return {"container__app__volumeMounts": [{"mountPath": "/data", **volume}], "volumeClaimTemplates": []}


THREE: dict[str, Any] = {}
SCRATCH = mounted({"name": "data", "emptyDir": {}})
IMAGE = {"container__app__image": "postgres:18"}
OTHER_CLAIM = {
    "container__app__volumeMounts": [{"name": "files", "mountPath": "/data", "pvc": {"claimName": "files"}}],
    "volumeClaimTemplates": [{"name": "files", "size": "1Gi"}],
}
SECOND_CLAIM = {
    "container__app__volumeMounts": [
        {"name": name, "mountPath": f"/{name}", "pvc": {"claimName": name}} for name in ("data", "wal")
    ],
    "volumeClaimTemplates": [{"name": name, "size": "1Gi"} for name in ("data", "wal")],
}
# What may keep a pod from ever being ready, beside its image, command, environment and probes.
UNREADY: list[dict[str, Any]] = [
    {"container__app__resources": {"requests": {"cpu": "64"}}},
    {"pod__nodeSelector": {"disk": "fast"}},
    {"pod__volumes": [{"name": "conf", "configMap": {"name": "absent"}}]},
    {"serviceAccount": {"name": "other"}},
]


def sized(size: str) -> dict[str, Any]:
    """The changes to a size of the claims."""
    return {"volumeClaimTemplates": [{"name": "data", "size": size}]}


def deleting(when: str) -> dict[str, Any]:
    """The changes to a retention policy that deletes."""
    return {"persistentVolumeClaimRetentionPolicy": {when: "Delete"}}


def budget(least: str) -> dict[str, Any]:
    """The changes to a budget."""
    return {"availability__podDisruptionBudget": {"enabled": True, "minAvailable": least}}


# What was, what shall be, the level, and words of the consequence; a word of its commands may follow.
TOLD: list[tuple[dict[str, Any], dict[str, Any], str, str, str]] = [
    (THREE, IMAGE, "restarts", "db-2 down to db-0, each when the one before is ready", ""),
    (THREE, IMAGE, "restarts", "if db-2 is never ready again, the restart waits there for ever", "delete pod db-2"),
    (THREE, {**IMAGE, "minReadySeconds": 10}, "restarts", "at least 30s, for each must be ready for 10s", ""),
    (
        THREE,
        {**IMAGE, "minReadySeconds": 10, "updateStrategy": {"rollingUpdate": {"maxUnavailable": 2}}},
        "restarts",
        "2 at a time where the cluster allows it; at least 20s",
        "",
    ),
    (THREE, {**IMAGE, "updateStrategy": {"rollingUpdate": {"partition": 2}}}, "restarts", "db-2 alone", ""),
    (
        THREE,
        {**IMAGE, "updateStrategy": {"rollingUpdate": {"partition": 9}}},
        "in place",
        "no pod: the partition is above the last one",
        "",
    ),
    (THREE, {**IMAGE, "updateStrategy": {"type": "OnDelete"}}, "in place", "each pod when somebody deletes it", ""),
    (
        {"updateStrategy": {"rollingUpdate": {"partition": 2}}},
        THREE,
        "restarts",
        "an earlier change has not reached start anew now, as far as they are among db-0 … db-1",
        "",
    ),
    (THREE, {"availability__replicas": 5}, "in place", "pods come: db-3 up to db-4", ""),
    (THREE, {"availability__replicas": 5}, "in place", "with data-db-3 … data-db-4, made unless they are there", ""),
    (
        THREE,
        {"availability__replicas": 1},
        "restarts",
        "pods go: db-2 down to db-1, each when the one before is gone",
        "",
    ),
    (THREE, {"availability__replicas": 1}, "none", "data-db-1 … data-db-2 are kept", ""),
    (
        THREE,
        {"availability__replicas": 2, **deleting("whenScaled")},
        "data at risk",
        "data-db-2 are deleted, and all data in them",
        "",
    ),
    (THREE, {"ordinals": {"start": 1}}, "data at risk", "data-db-0 stay behind with their data", ""),
    (THREE, {"ordinals": {"start": 5}}, "in place", "pods come: db-5 up to db-7", ""),
    (THREE, deleting("whenDeleted"), "data at risk", "from now on data-db-0 … data-db-2 are deleted", ""),
    (THREE, deleting("whenScaled"), "data at risk", "when it is scaled down, those of the pods that go", ""),
    (THREE, sized("2Gi"), "refused", "have each claim grow", "--cascade=orphan"),
    (THREE, sized("2Gi"), "refused", "have each claim grow", "patch pvc data-db-$ordinal"),
    (THREE, sized("512Mi"), "refused", "a claim never shrinks", ""),
    (THREE, {"podManagementPolicy": "Parallel"}, "refused", "which run on", "--cascade=orphan"),
    (
        THREE,
        {"selector": {"matchLabels": {"a": "b"}}},
        "refused",
        "the selector never changes",
        "delete statefulset db",
    ),
    (
        deleting("whenDeleted"),
        {"selector": {"matchLabels": {"a": "b"}}},
        "refused",
        "the claims stay",
        "--cascade=orphan --namespace data for ordinal in $(seq 0 2); do kubectl delete pod db-$ordinal",
    ),
    (
        THREE,
        SECOND_CLAIM,
        "restarts",
        "db-0 … db-2 run on without claims of wal until somebody deletes them, db-0 first",
        "delete pod db-$ordinal --ignore-not-found --namespace data && kubectl wait --for=create pod db-$ordinal",
    ),
    (THREE, {"headlessService": {"name": "peers"}}, "refused", "keeps its host name until it starts anew", "orphan"),
    ({"availability__replicas": 0}, IMAGE, "in place", "changes at once, for pods that come from now on", ""),
    (THREE, {**IMAGE, "ordinals": {"start": 5}}, "in place", "changes at once, for pods that come from now on", ""),
    *((THREE, change, "restarts", "db-2 is never ready again", "delete pod db-2") for change in UNREADY),
    ({"configMaps": {"conf": "a"}}, {"configMaps": {"conf": "b"}}, "restarts", "never ready again", "delete pod db-2"),
    (
        {"availability__replicas": 0},
        {"availability__replicas": 0, "ordinals": {"start": 5}},
        "in place",
        "changes at once",
        "",
    ),
    (THREE, OTHER_CLAIM, "data at risk", "the pods get claims of files in its place, which start empty", ""),
    (THREE, SCRATCH, "data at risk", "the pods get emptyDir in its place, which starts empty", ""),
    (
        THREE,
        {"container__app__volumeMounts": [{"name": "tmp", "mountPath": "/data", "emptyDir": {}}]},
        "data at risk",
        "/data of container app would no longer show what the claim of template data holds, but emptyDir tmp",
        "",
    ),
    (THREE, {"namespace": "elsewhere"}, "data at risk", "data-db-0 … data-db-2 are left behind with their data", ""),
    (
        deleting("whenDeleted"),
        {**deleting("whenDeleted"), "namespace": "elsewhere"},
        "data at risk",
        "data-db-0 … data-db-2 are deleted, and all data in them",
        "",
    ),
    ({"createNamespace": True}, THREE, "data at risk", "everything in it is deleted, every claim too", ""),
    (THREE, budget("100%"), "in place", "lets no pod be evicted from now on: none, ever: minAvailable 100%", ""),
    (budget("2"), {**budget("2"), "availability__replicas": 2}, "in place", "lets no pod be evicted from now on", ""),
    (THREE, {"headlessService": {"create": False}}, "in place", "is no longer rendered", ""),
]


@pytest.mark.parametrize(("old", "new", "level", "words", "command"), TOLD, ids=[each[3] + each[4] for each in TOLD])
def test_told(old: dict[str, Any], new: dict[str, Any], level: str, words: str, command: str) -> None:
    """The consequence is told, with its way out."""
    found = [each for each in planned(old, new) if words in each.words]
    assert [each.level for each in found] == [level], planned(old, new)
    assert command in " ".join(found[0].commands)
    assert bool(found[0].commands) == bool(command)


# What was, what shall be, and words that nothing may be told in.
UNTOLD: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    (THREE, sized("1024Mi"), ""),
    (THREE, {"podManagementPolicy": "OrderedReady"}, ""),
    (THREE, {**IMAGE, "podManagementPolicy": "Parallel"}, "never ready again"),
    (THREE, {"pod__annotations": {"a": "b"}}, "never ready again"),
    (budget("100%"), {**budget("100%"), **IMAGE}, "evicted"),
    (deleting("whenDeleted"), {**deleting("whenDeleted"), **IMAGE}, "deleted, and all data"),
    ({"availability__replicas": 0}, {**OTHER_CLAIM, "availability__replicas": 0}, "left behind"),
    (THREE, SECOND_CLAIM, "rolling restart"),
    ({"availability__replicas": 0}, SECOND_CLAIM, "run on without"),
    (THREE, {"pod__terminationGracePeriodSeconds": 5}, "never ready again"),
    ({"updateStrategy": {"type": "OnDelete"}}, THREE, "changes at once"),
    (THREE, deleting("whenDeleted"), "changes at once"),
]


@pytest.mark.parametrize(("old", "new", "words"), UNTOLD, ids=str)
def test_untold(old: dict[str, Any], new: dict[str, Any], words: str) -> None:
    """What does not happen is not told."""
    assert [each for each in planned(old, new) if words in each.words] == []


def test_shared_namespace() -> None:
    """A Namespace that two manifests render is that of the first, as `render` has it."""
    one, other = (
        manifest(createNamespace=True).replace('"name": "db"', f'"name": "{name}", "labels": {{"team": "{name}"}}')
        for name in ("one", "other")
    )
    assert [each for each in plan(load_one(one), loads(one) + loads(other)) if each.object.kind == "Namespace"] == []


def test_worst_first() -> None:
    """The worst stands first."""
    found = planned(THREE, {**IMAGE, **sized("2Gi"), **deleting("whenDeleted"), "availability__replicas": 4})
    levels = [LEVELS.index(each.level) for each in found]
    assert levels == sorted(levels, reverse=True)
    assert {each.level for each in found} == {"data at risk", "refused", "restarts", "in place"}


@settings(max_examples=50)
@given(stack_inputs())
def test_laws(given: KubernetesStatefulSetStackInput) -> None:
    """Nothing follows from what is the same, with or without Kubernetes' defaults."""
    objects = render(given)
    for same in (objects, [filled(each) for each in objects], [terse(each) for each in objects], objects[::-1]):
        assert consequences(objects, same) == consequences(same, objects) == []


@settings(max_examples=50)
@given(stack_inputs(), stack_inputs())
def test_any(one: KubernetesStatefulSetStackInput, other: KubernetesStatefulSetStackInput) -> None:
    """Any update can be told, under one name or two."""
    other.target.spec.namespace.value = one.target.spec.namespace.value
    for name in (other.target.metadata.name, one.target.metadata.name):
        other.target.metadata.name = name
        found = plan(application(one), application(other))
        assert all(form(found) for form in FORMS.values())


def test_sides() -> None:
    """A side is a message, a document, an application, or several; references are settled among one side's own."""
    document, message = load_one(MANIFEST), load_one(MANIFEST).message
    changed = load_one(manifest(**IMAGE))
    expected = plan(document, changed)
    assert expected
    for old in (message, [document], application(KubernetesStatefulSetStackInput(target=message))):
        assert plan(old, [changed]) == expected
    assert plan(document, document) == plan([], []) == []
    referring = manifest(
        namespace={"valueFrom": {"kind": "KubernetesNamespace", "name": "home", "fieldPath": "spec.name"}}
    )
    home = "kind: KubernetesNamespace\nmetadata: {name: home}\nspec: {name: data}\n---\n"
    assert plan(document, reads(home + referring)) == []


def test_secrets() -> None:
    """That a secret changed is told, and never what it was or is."""
    found = planned(THREE, {"container__app__env__secrets": {"PASSWORD": "correcthorse"}})
    assert [each.fields for each in found] == [("data[PASSWORD]",)]
    told = "".join(form(found) for form in FORMS.values())
    assert not any(value in told for value in ("hunter2", "correcthorse", "aHVudGVyMg", "Y29ycmVjdGhvcnNl"))


def test_misshapen() -> None:
    """An object that patches put out of shape is named."""
    with pytest.raises(ValueError, match=r"Service data/db: spec[.]ports has not the shape of that field"):
        consequences(
            [],
            [
                {
                    "apiVersion": "v1",
                    "kind": "Service",
                    "metadata": {"name": "db", "namespace": "data"},
                    "spec": {"ports": "a"},
                }
            ],
        )


ODD: list[Any] = [{}, None, {"replicas": "x"}, {"replicas": None, "ordinals": {"start": "a"}}, {"template": None}]


@pytest.mark.parametrize("odd", ODD, ids=str)
def test_odd(odd: dict[str, Any] | None) -> None:
    """What no server would take is told all the same."""
    [one] = [each for each in render(case("postgres")) if each["kind"] == "StatefulSet"]
    other = {**one, "spec": {**one["spec"], **odd} if odd else odd}
    assert consequences([one], [other])
    consequences([other], [one])


def files(folder: Path, *texts: str) -> Sequence[str]:
    """The texts in files of the folder."""
    paths = [folder / f"{number}.yaml" for number, _ in enumerate(texts)]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return list(map(str, paths))


CODES: list[tuple[dict[str, Any], list[str], int]] = [
    (THREE, [], 0),
    ({"availability__replicas": 4}, [], 0),
    (IMAGE, [], 3),
    (IMAGE, ["--fail-on", "refused"], 0),
    (sized("2Gi"), [], 4),
    (sized("2Gi"), ["--fail-on", "refused"], 4),
    (sized("2Gi"), ["--fail-on", "data-at-risk"], 0),
    (deleting("whenDeleted"), ["--fail-on", "data-at-risk"], 5),
]


@pytest.mark.parametrize(("changes", "options", "code"), CODES, ids=str)
def test_exit_codes(tmp_path: Path, changes: dict[str, Any], options: list[str], code: int) -> None:
    """The exit code says how bad it is, from the level on that is asked for."""
    assert main(["plan", *files(tmp_path, MANIFEST, manifest(**changes)), *options]) == code


def test_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line for each consequence, its way out below it, and what there is in all."""
    old, new = files(tmp_path, MANIFEST, manifest(**sized("2Gi")))
    main(["plan", old, new])
    line, *commands, total = capsys.readouterr().out.splitlines()
    assert line.startswith("REFUSED       StatefulSet data/db: is refused: a claim template never changes")
    assert line.endswith("[spec.volumeClaimTemplates[data].spec.resources.requests[storage]]")
    patch = '{"spec":{"resources":{"requests":{"storage":"2Gi"}}}}'
    assert [command.split("$ ", 1)[1] for command in commands] == [
        "kubectl get storageclass  # must allow expansion",
        f"for ordinal in $(seq 0 2); do kubectl patch pvc data-db-$ordinal --patch '{patch}' --namespace data; done",
        "kubectl delete statefulset db --cascade=orphan --namespace data",
        f"planton-sts render {new} | kubectl apply --server-side -f -",
    ]
    assert total == "Plan: 1 refused"


def test_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing changes, that is told."""
    assert main(["plan", *files(tmp_path, MANIFEST, MANIFEST)]) == 0
    assert capsys.readouterr().out == "Plan: nothing changes\n"


def test_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Programs get every consequence with the same keys."""
    main(["plan", *files(tmp_path, MANIFEST, manifest(**IMAGE)), "--output", "json"])
    found = json.loads(capsys.readouterr().out)
    assert found["level"] == "restarts"
    assert [set(each) for each in found["consequences"]] == [{"level", "object", "words", "fields", "commands"}] * 2
    assert found["consequences"][0]["object"] == {"kind": "StatefulSet", "name": "db", "namespace": "data"}
    assert found["consequences"][0]["fields"] == ["spec.template.spec.containers[app].image"]


def test_folders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder is a side with all that is in it."""
    old, new = tmp_path / "old", tmp_path / "new"
    for folder in (old, new):
        folder.mkdir()
    files(old, MANIFEST)
    second = manifest().replace('"name": "db"', '"name": "other"')
    files(new, second, MANIFEST)
    assert main(["plan", str(old), str(new)]) == 0
    told = capsys.readouterr().out
    assert "StatefulSet data/other: is made, and its pods start: other-0 up to other-2" in told
    assert "data/db" not in told


def test_refused_calls(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Standard input is one side at most, and a manifest that is none ends the run."""
    assert main(["plan", "-", "-"]) == 2
    assert "cannot both be read from standard input" in capsys.readouterr().err
    assert main(["plan", *files(tmp_path, MANIFEST, manifest(availability={"replicas": -1}))]) == 1
    assert "replicas" in capsys.readouterr().err


def test_examples() -> None:
    """Every example can become every other."""
    applications = [application(case(name)) for name in CASES]
    for old in applications:
        for new in applications:
            assert (plan(old, new) == []) == (old is new)


def test_markdown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A comment has a row for each consequence, and the commands below, folded away."""
    main(["plan", *files(tmp_path, MANIFEST, manifest(**sized("2Gi"))), "--output", "markdown"])
    told, empty, head, rule, row, *folded = capsys.readouterr().out.splitlines()
    assert (told, empty, head, rule) == (
        "**Plan: 1 refused**",
        "",
        "| level | object | what follows |",
        "| --- | --- | --- |",
    )
    assert row.startswith("| refused | StatefulSet data/db | is refused: a claim template never changes")
    assert row.endswith("<br><code>spec.volumeClaimTemplates[data].spec.resources.requests[storage]</code> |")
    assert folded[1].startswith("<details><summary>The way out: StatefulSet data/db is refused")
    assert folded[3:5] == ["```sh", "kubectl get storageclass  # must allow expansion"]
    assert folded[-3:] == ["```", "", "</details>"]


def test_markdown_is_closed() -> None:
    """Nothing that stands in an object ends a cell or opens a tag."""
    odd = {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "a|b<i>"}}
    assert "| Secret a&#124;b&lt;i&gt; |" in FORMS["markdown"](consequences([], [odd]))


@pytest.mark.parametrize("count", [1, 100, 400, 5000])
def test_markdown_fits_into_a_comment(count: int) -> None:
    """A comment is cut between rows and between blocks, the worst is kept, and it says how much is left out."""
    which = [Object("StatefulSet", f"db-{number}", "data") for number in range(count)]
    found = [Consequence("refused", each, "is refused", ("spec.a",), (f"kubectl get {each.name}",)) for each in which]
    told = FORMS["markdown"](found)
    lines = told.splitlines()
    rows, blocks = ([line for line in lines if line.startswith(start)] for start in ("| refused", "<details>"))
    assert len(told) <= 65_536
    assert rows[0] == "| refused | StatefulSet data/db-0 | is refused<br><code>spec.a</code> |"
    assert all(row.endswith("</code> |") for row in rows)
    assert lines.count("```sh") == lines.count("```") == lines.count("</details>") == len(blocks)
    left = [f"{count - len(rows):,} rows"] * (count > len(rows)) + [f"{count - len(blocks):,} command blocks"] * (
        count > len(blocks)
    )
    assert [line for line in lines if "left out" in line] == (
        [f"A comment holds no more: {' and '.join(left)} left out, which `--output text` tells."] if left else []
    )
    assert bool(left) == (count > 100)


STRATEGIES: list[dict[str, Any]] = [
    {},
    {"type": "OnDelete"},
    *({"rollingUpdate": {"partition": partition}} for partition in (1, 2, 3, 9)),
    {"rollingUpdate": {"maxUnavailable": 2}},
    {"rollingUpdate": {"maxUnavailable": "100%", "partition": 1}},
]


@pytest.mark.parametrize("strategy", STRATEGIES, ids=str)
@pytest.mark.parametrize("policy", ["OrderedReady", "Parallel"])
def test_described_in_the_same_words(strategy: dict[str, Any], policy: str) -> None:
    """How a strategy restarts the pods reads the same in a description and in the plan of an update."""
    same = {"updateStrategy": strategy, "podManagementPolicy": policy}
    told = " ".join(describe(load_one(manifest(**same))).split())
    [restart] = [each.words for each in planned(same, {**same, **IMAGE}) if "never ready again" not in each.words]
    assert f"Update {restart.partition(': ')[2]} Scale down" in told


@pytest.mark.parametrize("when", ["whenDeleted", "whenScaled"])
def test_claims_are_lost_in_the_same_words(when: str) -> None:
    """So does what becomes of claims by the retention policy."""
    told = " ".join(describe(load_one(manifest(**deleting(when)))).split())
    words = "are deleted, and all data in them"
    assert words in told
    assert [each.level for each in planned(THREE, deleting(when)) if words in each.words] == ["data at risk"]
