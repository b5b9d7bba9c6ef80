# SPDX-License-Identifier: Apache-2.0
"""What the command costs beside the programs that others check and render objects with, as ratios within one run.

Run with `make peers`, which builds them; those that are not there are skipped.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import kubernetes_validate
from command import EXAMPLE, Cost

from planton_sts import dumps, loads, render

ROUNDS = 5
MANIFESTS = 1_000
# kustomize takes more for each object the more there are.
FEW = 200
PEERS = Path(__file__).parent.parent / "build" / "peers"
SCHEMAS = Path(kubernetes_validate.__file__).parent / "kubernetes-json-schema" / "v1.36.0-local-strict"
# Where Kubernetes' schemas have their definitions.
AWAY = "/api/_definitions.json"
KINDS = ("namespace-v1", "secret-v1", "service-v1", "serviceaccount-v1", "statefulset-apps-v1")

Command = Sequence[str | Path]


class Inputs:
    """The same applications in the form that each program reads.

    Attributes:
        manifests: A folder with a manifest a file.
        objects: A folder with the objects of one manifest a file.
        schemas: What kubeconform is told about schemas.
        chart: A chart that renders the objects of each application.
        kustomization: A folder that brings the objects together.

    """

    def __init__(self, folder: Path, count: int) -> None:
        self.manifests, self.objects, self.chart, self.kustomization = (
            _folder(folder / name) for name in ("manifests", "objects", "chart", "kustomization")
        )
        self.schemas = f"{_folder(folder / 'schemas')}/{{{{.ResourceKind}}}}{{{{.KindSuffix}}}}.json"
        names = [f"postgres-{number}" for number in range(count)]
        text = EXAMPLE.read_text(encoding="utf-8")
        for name in names:
            manifest = _named(text, name)
            (self.manifests / f"{name}.yaml").write_text(manifest, encoding="utf-8")
            (self.objects / f"{name}.yaml").write_text(dumps(render(loads(manifest)[0])), encoding="utf-8")
        _write_schemas(folder / "schemas")
        _write_chart(self.chart, names, (self.objects / "postgres-0.yaml").read_text(encoding="utf-8"))
        kustomization = {"resources": [f"../objects/{name}.yaml" for name in names]}
        (self.kustomization / "kustomization.yaml").write_text(json.dumps(kustomization), encoding="utf-8")


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


def _named(text: str, name: str) -> str:
    """The example under that name, in a namespace of its own."""
    return text.replace("name: postgres\nspec", f"name: {name}\nspec").replace("namespace: ", f"namespace: {name}-")


def _write_schemas(folder: Path) -> None:
    """Kubernetes' schemas, each with the definitions that it needs, and no others to read."""
    definitions = json.loads((SCHEMAS / "_definitions.json").read_text(encoding="utf-8"))["$defs"]
    for kind in KINDS:
        schema = json.loads((SCHEMAS / f"{kind}.json").read_text(encoding="utf-8").replace(AWAY, ""))
        needed: dict[str, Any] = {}
        pending = list(_references(schema))
        while pending:
            name = pending.pop()
            if name not in needed:
                needed[name] = definitions[name]
                pending += _references(definitions[name])
        (folder / f"{kind}.json").write_text(json.dumps(schema | {"$defs": needed}), encoding="utf-8")


def _references(schema: Any) -> Iterator[str]:
    """The definitions that a schema refers to."""
    if isinstance(schema, dict):
        if isinstance(reference := schema.get("$ref"), str):
            yield reference.removeprefix("#/$defs/")
        schema = list(schema.values())
    if isinstance(schema, list):
        for held in schema:
            yield from _references(held)


def _write_chart(folder: Path, names: list[str], objects: str) -> None:
    """A chart of the objects of the first application, once for each name."""
    (folder / "Chart.yaml").write_text("{apiVersion: v2, name: postgres, version: 1.0.0}", encoding="utf-8")
    (folder / "values.yaml").write_text(json.dumps({"names": names}), encoding="utf-8")
    template = f"{{{{ range .Values.names }}}}---\n{objects.replace('postgres-0', '{{ . }}')}{{{{ end }}}}"
    (_folder(folder / "templates") / "objects.yaml").write_text(template, encoding="utf-8")


def cost(command: Command, *, finds: bool) -> Cost:
    """What one run takes; a program that finds something to say of the objects may end with 1."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0 or (finds and process.returncode == 1), command
    return Cost(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def compare(ours: Command, theirs: Command, called: str, *, finds: bool = False) -> None:
    """Run both in turn, so that whatever else the machine does slows both alike, and print the ratios' medians."""
    rounds = [(cost(ours, finds=False), cost(theirs, finds=finds)) for _ in range(ROUNDS)]
    mine, peer = (Cost(*map(statistics.median, zip(*runs, strict=True))) for runs in zip(*rounds, strict=True))
    wall, processor = (statistics.median(one[at] / other[at] for one, other in rounds) for at in (0, 1))
    print(
        f"{called}: {wall:.2f} x its wall time, {processor:.2f} x its processor time "
        f"({mine.wall:.2f} s and {mine.processor:.2f} s, {peer.wall:.2f} s and {peer.processor:.2f} s)"
    )


def against(name: str, ours: Command, arguments: Command, called: str, *, finds: bool = False) -> None:
    """Compare with a peer, if it is there."""
    if (PEERS / name).exists():
        compare(ours, [PEERS / name, *arguments], called, finds=finds)
    else:
        print(f"{called}: skipped, there is no {name} in build/peers")


def within(count: int, work: Callable[[Inputs], None]) -> None:
    """Have the work done on that many applications."""
    with tempfile.TemporaryDirectory() as name:
        work(Inputs(Path(name), count))


def many(inputs: Inputs) -> None:
    """Print how checking compares, and rendering with what renders as many."""
    validate = [sys.executable, "-m", "planton_sts", "validate", inputs.manifests]
    rendered = [sys.executable, "-m", "planton_sts", "render", inputs.manifests]
    objects = f"{MANIFESTS:,} manifests' objects"
    conform = ["-strict", "-schema-location", inputs.schemas, inputs.objects]
    against("kubeconform", validate, conform, f"validate, kubeconform on {objects}")
    against("kube-linter", validate, ["lint", inputs.objects], f"validate, kube-linter on {objects}", finds=True)
    files = sorted(inputs.objects.iterdir())
    against("kube-score", validate, ["score", *files], f"validate, kube-score on {objects}", finds=True)
    against("helm", rendered, ["template", "release", inputs.chart], f"render, helm template of {objects}")


def few(inputs: Inputs) -> None:
    """Print how rendering compares with what is slow with many objects."""
    rendered = [sys.executable, "-m", "planton_sts", "render", inputs.manifests]
    bring = ["build", "--load-restrictor", "LoadRestrictionsNone", inputs.kustomization]
    against("kustomize", rendered, bring, f"render, kustomize build of {FEW:,} manifests' objects")


def main() -> None:
    """Print the ratios."""
    if not PEERS.is_dir():
        print("peers: skipped, `make peers` builds them")
        return
    within(MANIFESTS, many)
    within(FEW, few)


if __name__ == "__main__":
    main()
