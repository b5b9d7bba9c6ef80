# SPDX-License-Identifier: Apache-2.0
"""Who is at fault where a rule looks at many values, and what merely follows from a value that could not be read."""

from typing import Any

import pytest
from google.protobuf.descriptor_pb2 import FileDescriptorProto
from google.protobuf.descriptor_pool import DescriptorPool

from planton_sts import KubernetesStatefulSet, loads, validate
from planton_sts.validation import blame
from planton_sts.validation.copies import copied
from tables import ROOT

GOOD = (ROOT / "examples" / "postgres.yaml").read_text(encoding="utf-8")
PORT = {"name": "p", "container_port": 80, "service_port": 80, "network_protocol": "TCP", "app_protocol": "tcp"}
SIDECAR_PORT = {"name": "p", "container_port": 80}


def manifest(labels: dict[str, str] | None = None, **container: Any) -> KubernetesStatefulSet:
    """A manifest with those labels and containers."""
    app = {"image": {"repo": "a", "tag": "1"}, **container.pop("app", {})}
    return KubernetesStatefulSet(
        api_version="kubernetes.project-planton.org/v1",
        kind="KubernetesStatefulSet",
        metadata={"name": "db", "labels": labels or {}},
        spec={"namespace": {"value": "data"}, "container": {"app": app, **container}},
    )


def sidecars(count: int, **fields: Any) -> list[dict[str, Any]]:
    return [{"name": f"s{number}", "image": "a", **fields} for number in range(count)]


MANY = {
    "ports that are one": (manifest(app={"ports": [PORT] * 100}), 297),
    "labels": (manifest({f"k{number}": "a b" for number in range(100)}), 100),
    "unknown mounts": (
        manifest(app={"volume_mounts": [{"name": f"m{n}", "mount_path": f"/{n}"} for n in range(100)]}),
        100,
    ),
    "lists within lists": (manifest(sidecars=sidecars(20, ports=[SIDECAR_PORT] * 30, env=[{"name": "A"}] * 30)), 2880),
    "a port that all want": (
        manifest(app={"ports": [PORT]}, sidecars=sidecars(200, ports=[{"container_port": 80}])),
        200,
    ),
}


@pytest.mark.parametrize(("message", "count"), MANY.values(), ids=MANY)
def test_each_element_at_fault_is_named(message: KubernetesStatefulSet, count: int) -> None:
    """However many are at fault, each has a problem of its own place."""
    problems = validate(message)
    assert len(problems) == len({(problem.path, problem.rule) for problem in problems}) == count


def test_fields_that_a_rule_names_are_told_each_in_its_words() -> None:
    """A line for each field that contradicts `hardened`, to elements of lists by their names."""
    message = manifest(
        sidecars=[{"name": "5", "image": "a"}, {"name": "a", "image": "b", "security_context": {"run_as_user": 0}}],
        app={"volume_mounts": [{"name": "a", "mount_path": "/a"}, {"name": "a", "mount_path": "/b", "host_path": {}}]},
    )
    message.spec.hardened = message.spec.pod.host_pid = True
    message.spec.container.sidecars[0].security_context.privileged = True
    told = {problem.path: problem.message for problem in validate(message) if problem.rule == "spec.hardened"}
    assert told == {
        "spec.pod.hostPID": "must not be true under `spec.hardened`",
        "spec.container.app.volumeMounts[1].hostPath": "must not be set under `spec.hardened`",
        "spec.container.sidecars[0].securityContext.privileged": "must not be true under `spec.hardened`",
        "spec.container.sidecars[1].securityContext.runAsUser": "must not be 0, root, under `spec.hardened`",
    }


@pytest.mark.parametrize("name", ["", "a].b", "a].image[b", "a].env[b", "a`\n`spec.b[c]` d", "~", '"', "\n"])
def test_names_that_are_none_do_no_harm(name: str) -> None:
    """What no name can be is told, wherever the rule that speaks of it finds it."""
    sidecar = {"name": name, "image": "b", "security_context": {"privileged": True}, "env": [{"name": "A"}]}
    message = manifest(sidecars=[{**sidecar, "name": "a"}, sidecar])
    message.spec.hardened = True
    assert {"spec.container.sidecars[0].securityContext.privileged"} < {problem.path for problem in validate(message)}


def test_a_search_that_takes_too_long_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the room for it, what was found until then is told, or else the list."""
    monkeypatch.setattr(blame, "ROOM", 20_000)
    found = {problem.path for problem in validate(manifest(app={"ports": [PORT] * 100}))}
    assert 0 < len(found) < 297
    monkeypatch.setattr(blame, "ROOM", 0)
    assert {problem.path for problem in validate(manifest(app={"ports": [PORT] * 100}))} == {"spec.container.app.ports"}


TWO_PORTS = "[{name: a, containerPort: x, servicePort: 1, networkProtocol: TCP, appProtocol: tcp},"
TWO_PORTS += " {name: a, containerPort: 2, servicePort: 1, networkProtocol: TCP, appProtocol: tcp}]"
PORTS = GOOD[GOOD.index("      ports:\n") : GOOD.index("      resources:\n")]
UNREAD = {
    "another field of an element": (
        PORTS,
        f"      ports: {TWO_PORTS}\n",
        ["ports[1].name", "ports[1].servicePort"],
    ),
    "another entry of a map": ("  name: postgres\nspec", "  name: postgres\n  labels: {x: [1], y: 'b!'}\nspec", ["y"]),
    "what stands under a wrong key": (
        "POSTGRES_DB: ledger",
        "'a b': {valueFrom: {kind: Nope, name: n, fieldPath: f}}",
        ['"a b"'],
    ),
    "a template that a mount may have meant": ("    - name: data\n      size", "    - name: [x]\n      size", []),
    "all templates": ("    - name: data\n      size: 10Gi", "    - [x]", []),
    "a reference's parts": ("POSTGRES_DB: ledger", "DB: {valueFrom: {kind: Nope, name: n, fieldPath: [y]}}", []),
}


@pytest.mark.parametrize(("before", "after", "told"), UNREAD.values(), ids=UNREAD)
def test_what_could_not_be_read_hides_what_follows_from_it_alone(before: str, after: str, told: list[str]) -> None:
    """A problem elsewhere in the same list or map is told all the same."""
    assert before in GOOD
    (document,) = loads(GOOD.replace(before, after))
    assert document.problems
    found = [problem.path for problem in validate(document) if problem not in document.problems]
    assert len(found) == len(told)
    assert all(part in path for part, path in zip(told, sorted(found), strict=True))


def test_name_of_a_config_map_has_a_hint() -> None:
    """A key that is nearly a name is told the name, as a value is."""
    (document,) = loads(GOOD.replace("  createNamespace: true", "  configMaps: {App_Conf: x}"))
    assert [problem.hint for problem in validate(document)] == ["did you mean `app-conf`?"]


def test_optional_fields_before_a_choice() -> None:
    """A service's own message may declare them in any order, and its rules are asked by themselves all the same."""
    file = FileDescriptorProto(name="acme/choice.proto", package="acme", syntax="proto3")
    item = file.message_type.add(name="Choice")
    item.field.add(name="tag", number=1, type=9, label=1, proto3_optional=True, oneof_index=1)
    for number, name in enumerate("ab", start=2):
        item.field.add(name=name, number=number, type=9, label=1, oneof_index=0)
    for name in ("kind", "_tag"):
        item.oneof_decl.add(name=name)
    pool: Any = DescriptorPool()
    pool.Add(file)
    copy = copied(pool.FindMessageTypeByName("acme.Choice"), "copy", lambda _: True, lambda *_: None)
    assert [oneof.name for oneof in copy.DESCRIPTOR.oneofs] == ["kind", "_tag"]
    assert copy.FromString(b"\x0a\x01x\x12\x01y").WhichOneof("kind") == "a"
