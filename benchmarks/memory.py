# SPDX-License-Identifier: Apache-2.0
"""What 1 MiB of hostile input costs to load and validate, in memory beside that of an idle process.

Run with `make bench`. Each input is made in one process and judged in another, both copies of one that has compiled the
rules and done nothing else.
"""

import json
import multiprocessing
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from planton_sts import KubernetesStatefulSet, loads, validate

MIB = 2**20
# No copies but by fork; where there is none, there is nothing to measure.
FORK = multiprocessing.get_context("fork")
EXAMPLE = Path(__file__).parent.parent / "examples" / "postgres.yaml"

Input = str | bytes

LONG_MOUNT = f"{{name: d, mountPath: /{'d' * 1_000}}}"


def text(spec: str, metadata: str = "name: a") -> str:
    """A manifest of which one list or map is long."""
    head = "apiVersion: kubernetes.project-planton.org/v1\nkind: KubernetesStatefulSet\n"
    return f"{head}metadata: {{{metadata}}}\nspec: {{namespace: db, {spec}}}\n"


def app(fields: str, sidecars: str = "") -> str:
    """The spec's containers."""
    return f"container: {{app: {{image: {{repo: a, tag: a}}, {fields}}}, sidecars: [{sidecars}]}}"


def many(element: str, *, size: int = MIB - 300) -> str:
    """As many elements as fit, `#` in each replaced by its number."""
    found, left, number = [], size, 0
    while left > 0:
        found.append(element.replace("#", str(number)))
        left -= len(found[-1]) + 1
        number += 1
    return ",".join(found)


def wire(fill: Callable[[KubernetesStatefulSet], object]) -> bytes:
    """The bytes of a manifest, as a service takes them."""
    message = KubernetesStatefulSet()
    fill(message)
    return message.SerializeToString()


def filled(elements: Any, number: int, **fields: Any) -> None:
    """Add so many elements to the list, numbers given as functions."""
    for index in range(number):
        elements.add(**{name: value(index) if callable(value) else value for name, value in fields.items()})


def keyed(entries: Any, number: int) -> None:
    """Add so many entries to the map of messages."""
    for index in range(number):
        entries[f"A{index}"].value = ""


def with_sidecars(message: KubernetesStatefulSet, sidecars: int, ports: int) -> None:
    """Sidecars that all declare the same ports."""
    for index in range(sidecars):
        sidecar = message.spec.container.sidecars.add(name=f"c{index}", image="a")
        filled(sidecar.ports, ports, name="p", container_port=lambda number: number + 1)


def all_within_bounds(message: KubernetesStatefulSet) -> None:
    """Everything as long as it may be, and all of it wrong."""
    container, metadata = message.spec.container, message.metadata
    for index in range(1_000):
        metadata.labels[f"-{index}"] = metadata.annotations[f"-{index}"] = "-"
        container.app.env.variables[f"0{index}"].SetInParent()
        container.app.env.secrets[f"0{index}"].SetInParent()
        message.spec.config_maps[f"-{index}"] = ""
    filled(message.spec.volume_claim_templates, 1_000, name="a")
    filled(container.app.ports, 1_000, name="a", container_port=1, service_port=1)
    filled(container.app.volume_mounts, 1_000, name="a", mount_path="/a", config_map={"name": "a"})
    filled(container.app.liveness_probe.http_get.http_headers, 1_000)
    container.app.args.extend(["\0"] * 1_000)
    with_sidecars(message, 100, 48)


SHAPES: dict[str, Callable[[], Input]] = {
    "3,000 claim templates": lambda: text(f"volumeClaimTemplates: [{'{name: a, size: 1},' * 3_000}]"),
    "claim templates": lambda: text(f"volumeClaimTemplates: [{many('{name: a#, size: 1}')}]"),
    "ports": lambda: text(app(f"ports: [{many('{name: p#, containerPort: #, networkProtocol: TCP}')}]")),
    "mounts": lambda: text(app(f"volumeMounts: [{many('{name: d, mountPath: /d#, configMap: {name: a#}}')}]")),
    "1,000 mounts with long paths": lambda: text(app(f"volumeMounts: [{','.join([LONG_MOUNT] * 1_000)}]")),
    "999 mounts with values of the wrong type": lambda: text(app(f"volumeMounts: [{'{readOnly: 1},' * 999}]")),
    "variables": lambda: text(app(f"env: {{variables: {{{many('0#: {}')}}}}}")),
    "secrets": lambda: text(app(f"env: {{secrets: {{{many('A#: a')}}}}}")),
    "labels": lambda: text("", f"labels: {{{many('-#: -')}}}"),
    "relationships": lambda: text("", f"relationships: [{many('{}')}]"),
    "arguments of a probe": lambda: text(app(f"livenessProbe: {{exec: {{command: [{many('a')}]}}}}")),
    "sidecars with ports": lambda: text(app("", many(f"{{name: c#, ports: [{'{containerPort: 1},' * 30}]}}"))),
    "aliases of a list": lambda: f"e: &e [{'{},' * 900}]\n" + text(app("", "{env: *e}," * 200)),
    "aliases of a text": lambda: f"e: &e {'a' * (MIB - 9_000)}\n" + text(app(f"args: [{'*e ,' * 900}]")),
    "JSON": lambda: json.dumps({"kind": "KubernetesStatefulSet", "spec": {"volumeClaimTemplates": [{}] * (MIB // 4)}}),
    "bytes: claim templates": lambda: wire(lambda m: filled(m.spec.volume_claim_templates, MIB // 2)),
    "bytes: mounts": lambda: wire(lambda m: filled(m.spec.container.app.volume_mounts, MIB // 2)),
    "bytes: arguments": lambda: wire(lambda m: m.spec.container.app.args.extend([""] * (MIB // 2))),
    "bytes: secrets": lambda: wire(lambda m: keyed(m.spec.container.app.env.secrets, MIB // 14)),
    "bytes: sidecars with ports": lambda: wire(lambda m: with_sidecars(m, 1_000, 150)),
    "bytes: 4,900 equal ports of sidecars": lambda: wire(lambda m: with_sidecars(m, 100, 48)),
    "bytes: all as long as it may be, and wrong": lambda: wire(all_within_bounds),
    "bytes: unknown fields": lambda: b"\xf8\x07\x01" * (MIB // 3),
}


def judged(content: Input) -> tuple[int, float, int]:
    """How many problems the input has, and the seconds of the processor and the MiB that it takes to tell."""
    seconds, memory = time.process_time(), peak()
    if isinstance(content, bytes):
        problems = validate(KubernetesStatefulSet.FromString(content))
    else:
        problems = [problem for document in loads(content) for problem in (*document.problems, *validate(document))]
    return len(problems), time.process_time() - seconds, (peak() - memory) // 1024


def peak() -> int:
    """The most memory that the process had so far, in KiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def elsewhere(function: Callable[..., Any], *arguments: Any) -> Any:
    """What the function gives, asked in a copy of this process, which stays as it is."""
    receiver, sender = FORK.Pipe(duplex=False)
    process = FORK.Process(target=lambda: sender.send(function(*arguments)))
    process.start()
    given = receiver.recv()
    process.join()
    return given


def costs() -> Iterator[tuple[str, int, float, int]]:
    """Each shape's name, problems, seconds and MiB."""
    for document in loads(EXAMPLE.read_text(encoding="utf-8")):
        assert not validate(document)
    for name, shape in SHAPES.items():
        yield (name, *elsewhere(judged, elsewhere(shape)))


def main() -> None:
    """Print the figures; as JSON where `--json` is given."""
    if "--json" in sys.argv:
        print(json.dumps(list(costs())))
        return
    for name, problems, seconds, mebibytes in costs():
        print(f"1 MiB of {name}: {mebibytes} MiB and {seconds:.2f} s, to tell {problems:,} problems")


if __name__ == "__main__":
    main()
