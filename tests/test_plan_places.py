# SPDX-License-Identifier: Apache-2.0
"""Where GitHub shows what follows from an update, and that no form of a plan shows a secret."""

import json
import re
from base64 import b64encode
from pathlib import Path

import pytest
from google.protobuf.json_format import MessageToJson
from hypothesis import given, settings

from planton_sts import KubernetesStatefulSetStackInput, load_one, render, settle
from planton_sts.cli import main
from planton_sts.cli.annotations import github
from planton_sts.planning import FORMS, consequences
from planton_sts.planning.places import Manifest
from planton_sts.rendering import objects
from valid import stack_inputs

MANIFEST = """\
apiVersion: kubernetes.project-planton.org/v1
kind: KubernetesStatefulSet
metadata:
  name: db
spec:
  namespace: data
  container:
    app:
      image: postgres:17
      ports:
        - {name: sql, containerPort: 5432, servicePort: 5432, networkProtocol: TCP, appProtocol: tcp}
      env:
        variables:
          PGDATA: /data/pg
        secrets:
          PASSWORD: hunter2
      volumeMounts:
        - {name: data, mountPath: /data, pvc: {claimName: data}}
    sidecars:
      - name: exporter
        image: exporter:1
      - name: backup
        image: backup:1
  availability:
    replicas: 3
    podDisruptionBudget:
      enabled: true
      minAvailable: "2"
  volumeClaimTemplates:
    - name: logs
      size: 1Gi
    - name: data
      size: 1Gi
"""
PATCHED = """\
  patches:
    - target: {kind: StatefulSet}
      patch:
        spec:
          template:
            spec:
              setHostnameAsFQDN: false
              containers:
                - name: backup
                  resizePolicy: [{resourceName: cpu, restartPolicy: NotRequired}]
"""

# What is replaced by what, words of a consequence, its annotation, and the line at which it stands.
PLACED = [
    ("postgres:17", "postgres:18", "rolling restart", "warning", "image: postgres:18"),
    ("/data/pg", "/data/other", "rolling restart", "warning", "PGDATA: /data/other"),
    ("hunter2", "other", "Secret data/db-env-secrets", "notice", "PASSWORD: other"),
    ("backup:1", "backup:2", "rolling restart", "warning", "image: backup:2"),
    ("    replicas: 3", "    replicas: 4", "pods come", "notice", "replicas: 4"),
    ("    - name: data\n      size: 1Gi", "    - name: data\n      size: 2Gi", "is refused", "error", "size: 2Gi"),
    ('"2"', '"3"', "lets no pod be evicted", "notice", "enabled: true"),
    ('"2"', '"3"', "changes at once", "notice", 'minAvailable: "3"'),
    ("    - name: logs\n      size: 1Gi\n", "", "left behind", "error", "volumeClaimTemplates:"),
    ("servicePort: 5432", "servicePort: 5433", "Service data/db: changes at once", "notice", "ports:"),
    ("          PGDATA: /data/pg\n", "          OTHER: a\n", "rolling restart", "warning", "variables:"),
    ("namespace: data", "namespace: other", "StatefulSet data/db: is no longer rendered", "error", "name: db"),
    ("namespace: data", "namespace: other", "Service other/db: is made", "notice", "name: db"),
    ("AsFQDN: false", "AsFQDN: true", "rolling restart", "warning", "setHostnameAsFQDN: true"),
    (
        "cpu, r",
        "memory, r",
        "rolling restart",
        "warning",
        "resizePolicy: [{resourceName: memory, restartPolicy: NotRequired}]",
    ),
]
ANNOTATION = re.compile(r"::(error|warning|notice) file=([^,]*),line=(\d+),col=\d+[^:]*::(.*)")


@pytest.mark.parametrize(("was", "becomes", "words", "kind", "line"), PLACED, ids=[f"{e[2]} {e[4]}" for e in PLACED])
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["unix", "windows"])
def test_placed(  # noqa: PLR0913, PLR0917 - a column of the table each
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    was: str,
    becomes: str,
    words: str,
    kind: str,
    line: str,
    ends: str,
) -> None:
    """A consequence stands at the field that says so, in the right file of a folder."""
    old = MANIFEST + PATCHED
    assert was in old
    new = old.replace(was, becomes)
    for folder, text in (("old", old), ("new", new)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "db.yaml").write_text(text.replace("\n", ends), encoding="utf-8", newline="")
        (tmp_path / folder / "other.yaml").write_text(old.replace("name: db", "name: db-other"), encoding="utf-8")
    main(["plan", str(tmp_path / "old"), str(tmp_path / "new"), "--output", "github"])
    *told, summary = capsys.readouterr().out.splitlines()
    found = [match for each in told if (match := ANNOTATION.fullmatch(each)) and words in match[4]]
    assert summary.startswith("Plan: ")
    assert found, told
    assert {(match[1], match[2]) for match in found} == {(kind, str(tmp_path / "new" / "db.yaml"))}
    assert line in {new.splitlines()[int(match[3]) - 1].strip() for match in found}


def test_nowhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What no new manifest speaks of stands in no file."""
    for name, text in (("old", MANIFEST), ("new", MANIFEST.replace("name: db", "name: other"))):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    main(["plan", str(tmp_path / "old.yaml"), str(tmp_path / "new.yaml"), "--output", "github"])
    told = capsys.readouterr().out.splitlines()
    assert any(
        each.startswith("::error title=planton-sts (plan%3A data at risk)::StatefulSet data/db") for each in told
    )


def test_in_an_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A manifest that is the target of a stack input has its places there."""
    paths = [tmp_path / "old.yaml", tmp_path / "new.yaml"]
    for path, image in zip(paths, ("postgres:17", "postgres:18"), strict=True):
        text = MANIFEST.replace("postgres:17", image).replace("\n", "\n  ")
        path.write_text(f"target:\n  {text.rstrip()}\n", encoding="utf-8")
    main(["plan", *map(str, paths), "--output", "github"])
    told = ANNOTATION.match(capsys.readouterr().out)
    assert told
    assert paths[1].read_text(encoding="utf-8").splitlines()[int(told[3]) - 1].strip() == "image: postgres:18"


MARK = "MaRkEr7q"


@settings(max_examples=25)
@given(stack_inputs(), stack_inputs())
def test_any(one: KubernetesStatefulSetStackInput, other: KubernetesStatefulSetStackInput) -> None:
    """Whatever changes, every annotation is well formed and stands in a line of the file; no form shows a secret."""
    other.target.metadata.name = one.target.metadata.name
    other.target.spec.namespace.CopyFrom(one.target.spec.namespace)
    sides = [_marked(one, f"{MARK}1"), _marked(other, f"{MARK}2")]
    old, new = (_manifest(side) for side in sides)
    found = consequences(old.objects, new.objects)
    told = github(found, [old], [new])
    length = len(_text(sides[1]).splitlines())
    for line in told.splitlines()[:-1]:
        match = re.fullmatch(r"::(?:error|warning|notice) file=new.yaml,line=(\d+),col=\d+(?:,[^:]*)?::.*", line)
        assert match, line
        assert int(match[1]) <= length
    shown = told + "".join(form(found) for form in FORMS.values())
    assert not any(text in shown for text in (MARK, b64encode(MARK.encode()).decode()[:8]))
    # That they changed is told.
    assert "data[MARKED_AS_SECRET]" in shown


def _text(stack_input: KubernetesStatefulSetStackInput) -> str:
    """The input as a document."""
    return MessageToJson(stack_input)


def _manifest(stack_input: KubernetesStatefulSetStackInput) -> Manifest:
    """The input as the command reads it."""
    document = load_one(_text(stack_input), "new.yaml")
    application = settle(document)
    return Manifest(document, application, objects(application))


def _marked(stack_input: KubernetesStatefulSetStackInput, mark: str) -> KubernetesStatefulSetStackInput:
    """The same with the mark for every secret, and wherever else the name says that there may be one."""
    marked = KubernetesStatefulSetStackInput()
    marked.CopyFrom(stack_input)
    # With the Secrets that follow, one that a patch does not name is no longer the only one.
    patches = [patch for patch in stack_input.target.spec.patches if patch.target.kind != "Secret"]
    del marked.target.spec.patches[:]
    marked.target.spec.patches.extend(patches)
    marked.docker_config_json = json.dumps({"auths": {"example.com": {"auth": mark}}})
    app = marked.target.spec.container.app
    app.env.secrets["MARKED_AS_SECRET"].value = mark
    for held in app.env.secrets.values():
        if held.value:
            held.value = mark
    app.env.variables["MARKED_PASSWORD"].value = mark
    app.args.append(f"--token={mark}")
    (secret,) = (
        each["metadata"]["name"]
        for each in render(marked)
        if each["kind"] == "Secret" and each["metadata"]["name"].endswith("env-secrets")
    )
    patch = {"metadata": {"annotations": {"api-token": mark}}}
    marked.target.spec.patches.add(target={"kind": "Secret", "name": secret}, patch=json.dumps(patch))
    return marked
