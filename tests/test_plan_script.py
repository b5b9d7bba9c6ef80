# SPDX-License-Identifier: Apache-2.0
"""The script of a plan, run against a cluster that is played, wherever it may be broken off."""

import itertools
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest
import yaml

import fake_kubectl
from planton_sts import loads, render
from planton_sts.cli import main
from planton_sts.quantity import amount
from tables import HERE

Cluster = dict[str, Any]

MANIFEST = """
apiVersion: kubernetes.project-planton.org/v1
kind: KubernetesStatefulSet
metadata: {name: NAME}
spec:
  namespace: SPACE
  createNamespace: true
  availability: {replicas: 2}
  container:
    app:
      image: postgres:17
      ports: [{name: sql, containerPort: 5432, servicePort: 5432, networkProtocol: TCP, appProtocol: tcp}]
      env: {secrets: {PASSWORD: hunter2}}
      volumeMounts: [{name: data, mountPath: /data}, {name: logs, mountPath: /logs}]
  volumeClaimTemplates: [{name: data, size: 1Gi}, {name: logs, size: 1Gi, storageClass: fast}]
"""


def manifest(name: str = "db", space: str = "data", **changes: Any) -> str:
    """The manifest with other values below its spec."""
    whole = yaml.safe_load(MANIFEST.replace("NAME", name).replace("SPACE", space))
    return json.dumps({**whole, "spec": {**whole["spec"], **changes}})


def sized(data: str, logs: str = "1Gi", **data_has: Any) -> dict[str, Any]:
    """The changes to the sizes of the claims."""
    templates = [{"name": "data", "size": data, **data_has}, {"name": "logs", "size": logs, "storageClass": "fast"}]
    return {"volumeClaimTemplates": templates}


def replicas(count: int) -> dict[str, Any]:
    return {"availability": {"replicas": count}}


def deleting() -> dict[str, Any]:
    """The changes to a retention policy, by which data are at risk from then on."""
    return {"persistentVolumeClaimRetentionPolicy": {"whenDeleted": "Delete"}}


# Where tools stand that were installed beside Python.
TOOLS = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
OLD = manifest()
GROWN = manifest(**sized("2Gi"))
# What was, what shall be, and changes of the cluster's claims.
UPDATES: dict[str, tuple[str, str, dict[str, Any]]] = {
    "one template": (OLD, GROWN, {}),
    "two templates": (OLD, manifest(**sized("2Gi", "3Gi")), {}),
    "an amount in other words": (OLD, manifest(**sized("2048Mi", "1024Mi")), {}),
    "a claim that is not there": (OLD, GROWN, {"pvc/data/data-db-0": None}),
    "a claim that is larger": (OLD, GROWN, {"pvc/data/data-db-0": "5Gi"}),
    "a claim that is as large": (OLD, GROWN, {"pvc/data/data-db-1": "2048Mi"}),
    "more pods": (OLD, manifest(**sized("2Gi"), **replicas(3)), {}),
    "more pods, of which one has a claim": (
        OLD,
        manifest(**sized("2Gi"), **replicas(3)),
        {"pvc/data/data-db-2": "1Gi"},
    ),
    "fewer pods": (OLD, manifest(**sized("2Gi"), **replicas(1)), {}),
    "no pods": (manifest(**replicas(0)), manifest(**sized("2Gi"), **replicas(0)), {}),
    "other numbers": (manifest(ordinals={"start": 3}), manifest(ordinals={"start": 3}, **sized("2Gi")), {}),
    "two StatefulSets in two namespaces": (
        f"{OLD}\n---\n{manifest('db', 'other')}\n---\n{manifest('web')}",
        f"{GROWN}\n---\n{manifest('db', 'other', **sized('1Gi', '4Gi'))}\n---\n{manifest('web')}",
        {},
    ),
    "what is not about claims": (OLD, manifest(podManagementPolicy="Parallel"), {}),
    "a template more": (
        manifest(
            volumeClaimTemplates=[{"name": "data", "size": "1Gi"}], container=yaml.safe_load(OLD)["spec"]["container"]
        ).replace('{"name": "logs", "mountPath": "/logs"}', '{"name": "logs", "mountPath": "/logs", "emptyDir": {}}'),
        OLD,
        {},
    ),
    "the selector of a template": (
        manifest(**sized("1Gi", selector={"matchLabels": {"a": "b"}})),
        manifest(**sized("1Gi", selector={"matchLabels": {"a": "c"}})),
        {},
    ),
    "a Service without address": (OLD, manifest(service={"clusterIP": "None"}), {}),
    "what is only applied": (OLD, manifest(**replicas(3)), {}),
    "nothing": (OLD, OLD, {}),
}


@dataclass(frozen=True)
class Play:
    """A cluster that is played, and the script to run against it.

    Attributes:
        folder: Where both are, with what stands first on the path.
        new: The objects that shall be.

    """

    folder: Path
    new: list[dict[str, Any]]

    @classmethod
    def of(cls, folder: Path, old: str, new: str, claims: dict[str, Any]) -> "Play":
        """The script from one manifest to the other, and a cluster to which the old one was applied."""
        objects = [each for document in loads(new) for each in render(document)]
        play = cls(folder, objects)
        (folder / "old.yaml").write_text(old, encoding="utf-8")
        (folder / "new.yaml").write_text(new, encoding="utf-8")
        (folder / "objects.json").write_text(json.dumps(objects), encoding="utf-8")
        play.program("kubectl", f'exec "{sys.executable}" -IS "{HERE / "fake_kubectl.py"}" "$@"')
        play.program("planton-sts", '[ "$*" = "render new.yaml" ] && exec cat objects.json')
        cluster: Cluster = {"objects": {}, "calls": [], "states": [], "deleted": [], "fails_at": 0}
        for each in (each for document in loads(old) for each in render(document)):
            fake_kubectl.apply(cluster["objects"], each)
        for name, size in claims.items():
            put(cluster["objects"], name, size)
        for name in ("default", "fast"):
            cluster["objects"][f"storageclass//{name}"] = {"allowVolumeExpansion": True}
        play.keep(cluster)
        return play

    def program(self, name: str, text: str) -> None:
        """Put a program first on the path."""
        file = self.folder / "bin" / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        file.chmod(0o755)

    @property
    def cluster(self) -> Cluster:
        """What has become of the cluster."""
        found: Cluster = json.loads((self.folder / "cluster.json").read_text(encoding="utf-8"))
        return found

    def keep(self, cluster: Cluster) -> None:
        """Have the cluster be this."""
        (self.folder / "cluster.json").write_text(json.dumps(cluster), encoding="utf-8")

    def run(self, script: str, *arguments: str, by: Sequence[str] = ("sh",)) -> subprocess.CompletedProcess[str]:
        """Run the script."""
        (self.folder / "way.sh").write_text(script, encoding="utf-8")
        path = f"{self.folder / 'bin'}:{os.environ['PATH']}"
        return subprocess.run(
            [*by, "way.sh", *arguments],
            cwd=self.folder,
            env={**os.environ, "PATH": path, "CLUSTER": "cluster.json"},
            capture_output=True,
            text=True,
            check=False,
        )


def put(objects: Cluster, name: str, size: str | None) -> None:
    """Have the claim be of that size; none is not there."""
    if size is None:
        del objects[name]
        return
    spec = {"storageClassName": "default", "resources": {"requests": {"storage": size}}}
    objects[name] = {"spec": spec, "status": {"phase": "Bound", "capacity": {"storage": "1Gi"}}}


def planned(folder: Path, capsys: pytest.CaptureFixture[str], *options: str) -> str:
    """The script of the plan from the old manifest to the new one, which are in the folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert main(["plan", "--script", "old.yaml", "new.yaml", *options]) == 0
    return capsys.readouterr().out


def sizes(objects: Cluster) -> dict[str, Any]:
    """How large each claim is."""
    return {
        name: amount(each["spec"]["resources"]["requests"]["storage"])
        for name, each in objects.items()
        if name.startswith("pvc/")
    }


def wanted(play: Play) -> dict[str, dict[str, Any]]:
    """For each StatefulSet, how large its claims shall be, by their names without the number."""
    return {
        key_of(each): {
            f"pvc/{each['metadata']['namespace']}/{template['metadata']['name']}-{each['metadata']['name']}": amount(
                template["spec"]["resources"]["requests"]["storage"]
            )
            for template in each["spec"]["volumeClaimTemplates"]
        }
        for each in play.new
        if each["kind"] == "StatefulSet"
    }


def key_of(kube_object: dict[str, Any]) -> str:
    metadata = kube_object["metadata"]
    return f"{kube_object['kind'].lower()}/{metadata.get('namespace', '')}/{metadata['name']}"


def hold_unharmed(play: Play, before: Cluster) -> None:
    """See that no pod went, no claim shrank, and no StatefulSet was deleted before its claims had grown."""
    after, least = play.cluster, wanted(play)
    assert [key for key, _ in after["deleted"] if key.startswith("pod/")] == []
    assert all(size <= sizes(after["objects"])[name] for name, size in sizes(before["objects"]).items())
    for key, objects in after["deleted"]:
        for stem, size in least.get(key, {}).items():
            assert all(has >= size for name, has in sizes(objects).items() if name.rpartition("-")[0] == stem)


def hold_done(play: Play, before: Cluster) -> None:
    """See that all is as it shall be, and that nothing was harmed on the way."""
    hold_unharmed(play, before)
    objects, had = play.cluster["objects"], sizes(before["objects"])
    # Of a Namespace that several manifests render, the first one's stands.
    assert [each for each in play.new if each["kind"] != "Namespace" and objects[key_of(each)] != each] == []
    least = {stem: size for claims in wanted(play).values() for stem, size in claims.items()}
    assert sizes(objects) == {name: max(had.get(name, 0), least[name.rpartition("-")[0]]) for name in sizes(objects)}


@pytest.mark.parametrize("update", UPDATES)
def test_goes_all_the_way(tmp_path: Path, capsys: pytest.CaptureFixture[str], update: str) -> None:
    """The script brings about what shall be, and run again, it changes nothing."""
    play = Play.of(tmp_path, *UPDATES[update])
    script, before = planned(tmp_path, capsys), play.cluster
    done = play.run(script)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("The context of kubectl: test\n")
    hold_done(play, before)
    after = play.cluster
    assert play.run(script).returncode == 0
    again = play.cluster
    assert (again["objects"], again["deleted"]) == (after["objects"], after["deleted"])


@pytest.mark.parametrize("update", ["one template", "what is not about claims", "a Service without address"])
def test_broken_off(tmp_path: Path, capsys: pytest.CaptureFixture[str], update: str) -> None:
    """Whichever call fails, the script does nothing more; and from wherever it was broken off, it goes all the way."""
    play = Play.of(tmp_path, *UPDATES[update])
    script, before = planned(tmp_path, capsys), play.cluster
    assert play.run(script).returncode == 0
    states = [*play.cluster["states"], play.cluster["objects"]]
    for call, state in enumerate(play.cluster["states"], 1):
        play.keep({**before, "fails_at": call})
        # Without a context, kubectl may still have a cluster.
        assert bool(play.run(script).returncode) == (call > 1)
        assert play.cluster["objects"] == (state if call > 1 else states[-1])
    for number, state in enumerate(states):
        if state not in states[:number]:
            play.keep({**before, "objects": state})
            assert play.run(script).returncode == 0
            hold_done(play, before)


BOUND = {"phase": "Bound", "capacity": {"storage": "1Gi"}}
# What is the matter with a claim, and what the script then says beside its name.
STOPPED: dict[str, tuple[dict[str, Any], str]] = {
    "class forbids": ({"spec": {"storageClassName": "slow"}, "status": BOUND}, "of StorageClass 'slow'"),
    "class is gone": ({"spec": {"storageClassName": "gone"}, "status": BOUND}, "of StorageClass 'gone'"),
    "no class": ({"spec": {}, "status": BOUND}, "of StorageClass ''"),
    "not bound": ({"spec": {"storageClassName": "default"}, "status": {"phase": "Pending"}}, "for bound"),
    "odd amount": ({"spec": {"storageClassName": "default"}, "status": BOUND}, "cannot compare"),
}


@pytest.mark.parametrize("matter", STOPPED)
def test_stops_before_anything_changes(tmp_path: Path, capsys: pytest.CaptureFixture[str], matter: str) -> None:
    """Where one claim cannot grow, none does, and the StatefulSet stays."""
    play = Play.of(tmp_path, OLD, GROWN, {})
    claim, words = STOPPED[matter]
    before = play.cluster
    size = {"resources": {"requests": {"storage": "1Gi" if matter != "odd amount" else ""}}}
    before["objects"]["pvc/data/data-db-1"] = {**claim, "spec": {**claim["spec"], **size}}
    before["objects"]["storageclass//slow"] = {"allowVolumeExpansion": False}
    play.keep(before)
    if matter == "odd amount":
        play.program("awk", "exit 2")
    done = play.run(planned(tmp_path, capsys))
    assert done.returncode == 1
    assert words in done.stderr
    assert play.cluster["objects"] == before["objects"]


@pytest.mark.parametrize("lacking", ["planton-sts", "kubectl"])
def test_stops_without_a_program(tmp_path: Path, capsys: pytest.CaptureFixture[str], lacking: str) -> None:
    """Where a program is not there, or finds the manifests unsound, nothing changes."""
    play = Play.of(tmp_path, OLD, GROWN, {})
    play.program(lacking, "exit 127")
    assert play.run(planned(tmp_path, capsys)).returncode == 127
    assert [call[0] for call in play.cluster["calls"]] == ["config"] * (lacking == "planton-sts")


@pytest.mark.parametrize("shell", ["dash", "bash --posix", "busybox sh"])
def test_shells(tmp_path: Path, capsys: pytest.CaptureFixture[str], shell: str) -> None:
    """The script is for any shell of POSIX."""
    if not shutil.which(shell.split(maxsplit=1)[0]):
        pytest.skip(f"{shell} is not there")
    play = Play.of(tmp_path, OLD, GROWN, {})
    script, before = planned(tmp_path, capsys), play.cluster
    assert play.run(script, by=shell.split()).returncode == 0
    hold_done(play, before)


@pytest.mark.skipif(not shutil.which("shellcheck", path=TOOLS), reason="shellcheck is not there")
def test_shellcheck(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A reader of shell scripts finds nothing to say of it."""
    Play.of(tmp_path, OLD, manifest(**sized("2Gi"), **deleting()), {})
    (tmp_path / "way.sh").write_text(planned(tmp_path, capsys), encoding="utf-8")
    checked = subprocess.run(
        ["shellcheck", "way.sh"], cwd=tmp_path, env={"PATH": TOOLS}, capture_output=True, text=True, check=False
    )
    assert (checked.returncode, checked.stdout) == (0, "")


AMOUNTS = (
    "0 7 900n 999u 1m 1500m 1k 1Ki 1e3 12E6 1M 1Mi 1024Ki 999M 1G +1Gi 1.5Gi 1536Mi 2147483648 2147483648000m 2Gi "
    "2049Mi 1T 1Ti 1P 1Pi 1E 1Ei 7E 7Ei"
)


def test_amounts() -> None:
    """The shell holds amounts against each other as Python does, each against those next to it."""
    pairs = [
        pair
        for one, other in itertools.pairwise(sorted(AMOUNTS.split(), key=amount))
        for pair in ((one, other), (other, one))
    ]
    functions = resources.files("planton_sts.planning").joinpath("grow.sh").read_text(encoding="utf-8")
    asked = "".join(f"is_less {one} {other}\n" for one, other in pairs)
    done = subprocess.run(["sh"], input=functions + asked, capture_output=True, text=True, check=True)
    expected = ["yes" if amount(one) < amount(other) else "no" for one, other in pairs]
    assert list(zip(pairs, done.stdout.split(), strict=True)) == list(zip(pairs, expected, strict=True))


def test_hostile(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing in a path or an object ends a word of the shell, or a comment."""
    hostile = 'it\'s; $(touch harm) `touch harm`\n"touch harm" &'
    folder = tmp_path / hostile
    folder.mkdir()
    play = Play.of(tmp_path, OLD, GROWN, {})
    (folder / "new.yaml").write_text(manifest(**sized("2Gi", annotations={"note": hostile})), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)
        assert main(["plan", "--script", "old.yaml", f"{hostile}/new.yaml", "--exclude", "it's $(touch harm)"]) == 0
    script = capsys.readouterr().out
    play.program("planton-sts", 'printf "%s|" "$@" >told; cat objects.json')
    assert play.run(script).returncode == 0
    assert (tmp_path / "told").read_text(encoding="utf-8") == f"render|--exclude|it's $(touch harm)|{hostile}/new.yaml|"
    assert not (tmp_path / "harm").exists()


def test_risk_must_be_accepted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where data are at risk, the script says which, and goes on only where that is accepted."""
    play = Play.of(tmp_path, OLD, manifest(**sized("2Gi"), **deleting()), {})
    script, before = planned(tmp_path, capsys), play.cluster
    done = play.run(script)
    assert done.returncode == 1
    assert "data are at risk" in done.stderr
    assert "from now on data-db-0 … data-db-1 and logs-db-0 … logs-db-1 are deleted" in done.stderr
    assert play.cluster["objects"] == before["objects"]
    assert play.run(script, "--accept-risk").returncode == 0
    hold_done(play, before)


@pytest.mark.parametrize(
    ("arguments", "code"), [([], 1), (["nowhere"], 1), (["manifest.json"], 1), (["objects.json"], 0)], ids=str
)
def test_objects_from_a_file(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    code: int,
) -> None:
    """Where the new manifests came from standard input, the script asks for their objects, and looks at them first."""
    play = Play.of(tmp_path, OLD, GROWN, {})
    before = play.cluster
    (tmp_path / "manifest.json").write_text(f"[{GROWN}]", encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(GROWN.encode())))
    assert main(["plan", "--script", str(tmp_path / "old.yaml"), "-"]) == 0
    done = play.run(capsys.readouterr().out, *arguments)
    assert done.returncode == code, done.stderr
    if code:
        assert play.cluster["objects"] == before["objects"]
    else:
        hold_done(play, before)


def test_only_applies(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing is refused, the script says that it only applies."""
    play = Play.of(tmp_path, OLD, manifest(**replicas(3)), {})
    script = planned(tmp_path, capsys)
    assert "# The API server refuses none of it" in script
    assert play.run(script).returncode == 0
    assert [call[0] for call in play.cluster["calls"]] == ["config", "create", "apply"]


UNSCRIPTED: dict[str, tuple[str, str]] = {
    "a claim that shrinks": (manifest(**sized("512Mi")), "a claim never shrinks"),
    "one that shrinks beside one that grows": (manifest(**sized("512Mi", "2Gi")), "a claim never shrinks"),
    "the selector": (manifest(selector={"matchLabels": {"a": "b"}}), "the selector never changes"),
}


@pytest.mark.parametrize("update", UNSCRIPTED)
def test_no_script(tmp_path: Path, capsys: pytest.CaptureFixture[str], update: str) -> None:
    """Where there is no way out, or one on which pods go, there is no script, and it is said why."""
    new, words = UNSCRIPTED[update]
    Play.of(tmp_path, OLD, new, {})
    paths = [str(tmp_path / name) for name in ("old.yaml", "new.yaml")]
    assert main(["plan", "--script", *paths]) == 4
    told = capsys.readouterr()
    assert told.out == ""
    assert words in told.err


def test_tells_no_secrets(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No value of a Secret stands in the script; that it changed does."""
    Play.of(tmp_path, OLD, GROWN.replace("hunter2", "correcthorse"), {})
    script = planned(tmp_path, capsys)
    assert "[data[PASSWORD]]" in script
    assert not any(value in script for value in ("hunter2", "aHVudGVyMg", "correcthorse", "Y29ycmVjdGhvcnNl"))


def test_is_a_form_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A script in JSON is nothing that there could be."""
    Play.of(tmp_path, OLD, GROWN, {})
    paths = [str(tmp_path / name) for name in ("old.yaml", "new.yaml")]
    assert main(["plan", "--script", *paths, "--output", "json"]) == 2
    assert "takes no --output" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "options", "render"),
    [
        ("new.yaml", [], "planton-sts render new.yaml"),
        ("a 'b'.yaml", [], "planton-sts render 'a '\"'\"'b'\"'\"'.yaml'"),
        ("-b.yaml", ["--exclude", "c*"], "planton-sts render --exclude 'c*' -- -b.yaml"),
    ],
    ids=str,
)
def test_path_in_the_plan(  # noqa: PLR0913, PLR0917 - three of them are fixtures
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    options: list[str],
    render: str,
) -> None:
    """The commands of the plan name the manifests as they were named."""
    monkeypatch.chdir(tmp_path)
    for file, text in (("old.yaml", OLD), (name, GROWN)):
        Path(file).write_text(text, encoding="utf-8")
    assert main(["plan", *options, "--", "old.yaml", name]) == 4
    assert f"$ {render} | kubectl apply --server-side -f -\n" in capsys.readouterr().out
