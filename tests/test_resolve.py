# SPDX-License-Identifier: Apache-2.0
"""References: what they settle to, and what is said when they lead nowhere."""

from pathlib import Path

import pytest

from planton_sts import (
    Document,
    InvalidManifestError,
    KubernetesStatefulSet,
    KubernetesStatefulSetPlatform,
    loads,
    outputs,
    render,
    settle,
)

MANIFEST = """
apiVersion: kubernetes.project-planton.org/v1
kind: KubernetesStatefulSet
metadata: {{name: {name}, env: {env}}}
spec:
  namespace: {namespace}
  container:
    app:
      image: {{repo: postgres, tag: "16"}}
      ports: [{{name: db, containerPort: 5432, networkProtocol: TCP, appProtocol: tcp, servicePort: 5432}}]
      env: {{variables: {{HOST: {host}}}}}
"""
NAMESPACE = """
apiVersion: kubernetes.project-planton.org/v1
kind: KubernetesNamespace
metadata: {name: shared, env: prod}
spec: {name: database, labels: {team: a}}
status: {outputs: {uid: 1e3}}
"""


def manifest(name: str = "ledger", namespace: str = "database", host: str = "localhost", env: str = "prod") -> str:
    return MANIFEST.format(name=name, namespace=namespace, host=host, env=env)


def reference(kind: str, name: str, field: str, env: str = '""') -> str:
    return f"{{valueFrom: {{kind: {kind}, name: {name}, fieldPath: {field}, env: {env}}}}}"


def documents(*texts: str) -> list[Document]:
    from planton_sts.loading import reads  # noqa: PLC0415 - documents of other kinds are for this test alone

    return reads("---\n".join(texts), "manifests.yaml")


def host(*texts: str, **values: dict[str, str]) -> str:
    """What HOST of the first manifest settles to, among the others."""
    read = documents(*texts)
    known = {key.replace("__", "/"): fields for key, fields in values.items()}
    return settle(read[0], among=read, values=known).input.target.spec.container.app.env.variables["HOST"].value


OTHER = "KubernetesStatefulSet"

SETTLED = {
    "a field of another kind": (reference("KubernetesNamespace", "shared", "spec.name"), NAMESPACE, "database"),
    "a text that looks like a number": (
        reference("KubernetesNamespace", "shared", "status.outputs.uid"),
        NAMESPACE,
        "1e3",
    ),
    "a map's entry": (reference("KubernetesNamespace", "shared", "'spec.labels[team]'"), NAMESPACE, "a"),
    "an output that is computed": (
        reference(OTHER, "other", "status.outputs.kube_endpoint"),
        manifest("other"),
        "other.database.svc.cluster.local:5432",
    ),
    "an output in the other spelling": (
        reference(OTHER, "other", "status.outputs.headlessService"),
        manifest("other"),
        "other-headless",
    ),
    "a list's element": (
        reference(OTHER, "other", "'spec.container.app.ports[0].service_port'"),
        manifest("other"),
        "5432",
    ),
    "a value in its short form": (reference(OTHER, "other", "spec.namespace.value"), manifest("other"), "database"),
    "a reference to a reference": (
        reference(OTHER, "other", "spec.namespace"),
        manifest("other", "{valueFrom: {name: shared}}") + "---\n" + NAMESPACE,
        "database",
    ),
    "an output that rests on a reference": (
        reference(OTHER, "other", "status.outputs.namespace"),
        manifest("other", "{valueFrom: {name: shared}}") + "---\n" + NAMESPACE,
        "database",
    ),
    "another environment": (
        reference("KubernetesNamespace", "shared", "spec.name", env="test"),
        NAMESPACE.replace("prod", "test"),
        "database",
    ),
}


@pytest.mark.parametrize(("written", "other", "value"), SETTLED.values(), ids=SETTLED)
def test_reference_settles(written: str, other: str, value: str) -> None:
    """A reference becomes what stands in the field that it names."""
    assert host(manifest(host=written), other) == value


def test_two_applications_may_know_each_other() -> None:
    """An output depends on names alone, so two that hold each other's address are no cycle."""
    endpoint = "status.outputs.kube_endpoint"
    first = manifest("first", host=reference(OTHER, "second", endpoint))
    second = manifest("second", host=reference(OTHER, "first", endpoint))
    assert host(first, second) == "second.database.svc.cluster.local:5432"


def test_values_come_from_the_caller() -> None:
    """What the caller knows of a resource goes before what the run says, and an environment's own before the rest."""
    written = reference("KubernetesPostgres", "db", "status.outputs.host")
    anywhere = {"KubernetesPostgres__db": {"status.outputs.host": "a"}}
    here = {"KubernetesPostgres__prod__db": {"status.outputs.host": "b"}}
    assert host(manifest(host=written), **anywhere) == "a"
    assert host(manifest(host=written), **anywhere, **here) == "b"


OPEN = {
    "no such resource": (reference("KubernetesPostgres", "db", "status.a"), "", "resolve.open", "`db`"),
    "a name nearly right": (
        reference("KubernetesNamespace", "share", "spec.name"),
        NAMESPACE,
        "resolve.open",
        "`share`",
    ),
    "another environment": (
        reference("KubernetesNamespace", "shared", "spec.name", env="test"),
        NAMESPACE,
        "resolve.open",
        "environment `test`",
    ),
    "no such field": (
        reference("KubernetesNamespace", "shared", "spec.nam"),
        NAMESPACE,
        "resolve.field",
        "`spec.nam` of KubernetesNamespace `shared`",
    ),
    "a mapping": (reference("KubernetesNamespace", "shared", "spec"), NAMESPACE, "resolve.field", "several"),
    "an element beyond the list": (
        reference(OTHER, "other", "'spec.container.app.ports[7].name'"),
        manifest("other"),
        "resolve.field",
        "other",
    ),
    "itself": (
        reference(OTHER, "ledger", "spec.container.app.env.variables.HOST"),
        "",
        "resolve.cycle",
        "-> `spec.container.app.env.variables.HOST` of KubernetesStatefulSet `ledger`",
    ),
}


@pytest.mark.parametrize(("written", "other", "rule", "said"), OPEN.values(), ids=OPEN)
def test_open_reference_names_both_ends(written: str, other: str, rule: str, said: str) -> None:
    """A reference that leads nowhere is a problem at its place, which says what it looked for."""
    with pytest.raises(InvalidManifestError) as raised:
        host(manifest(host=written), *([other] if other else []))
    (problem,) = raised.value.problems
    assert (problem.path, problem.rule) == ("spec.container.app.env.variables[HOST].valueFrom", rule)
    assert (problem.file, problem.line) == ("manifests.yaml", 11)
    assert said in problem.message


def test_settled_value_is_held_to_the_rules_of_its_field() -> None:
    """A namespace that a reference brings must be one."""
    read = documents(manifest(namespace="{valueFrom: {name: shared}}"), NAMESPACE.replace("database", "Data_Base"))
    with pytest.raises(InvalidManifestError) as raised:
        render(read[0], among=read)
    assert [(p.path, p.rule, p.line) for p in raised.value.problems] == [("spec.namespace", "spec.namespace", 6)]


def test_defaults_are_filled_and_the_input_is_left_alone() -> None:
    """What is unset becomes what the protos say; an explicit 0 stays."""
    (document,) = loads(manifest().replace("  container:", "  availability: {replicas: 0}\n  container:"))
    assert isinstance(document.message, KubernetesStatefulSet)
    before = document.message.SerializeToString(deterministic=True)
    resolved = settle(document).input
    spec = resolved.target.spec
    assert (spec.availability.replicas, spec.pod_management_policy) == (0, "OrderedReady")
    assert spec.container.app.resources.limits.memory == "1Gi"
    assert resolved.platform.gateway_class == "istio"
    assert document.message.SerializeToString(deterministic=True) == before


LABEL = "kubernetes.project-planton.org/docker-config-json-file"


def labelled(file: Path) -> Document:
    return loads(manifest().replace("env: prod", f"env: prod, labels: {{{LABEL}: {file}}}"))[0]


def test_label_names_a_file_that_is_read_on_request(tmp_path: Path) -> None:
    """The pull credentials come from the file only where the platform allows it."""
    file = tmp_path / "config.json"
    file.write_text('{"auths": {}}')
    allowed = KubernetesStatefulSetPlatform(read_label_files=True)
    assert "ledger-image-pull" not in [o["metadata"]["name"] for o in render(labelled(file))]
    assert "ledger-image-pull" in [o["metadata"]["name"] for o in render(labelled(file), platform=allowed)]


@pytest.mark.parametrize("content", [None, b"\xff", b"not json"], ids=["missing", "not UTF-8", "not JSON"])
def test_label_names_a_file_that_is_of_no_use(tmp_path: Path, content: bytes | None) -> None:
    """A file that cannot be read, or holds something else, is a problem that does not quote it."""
    file = tmp_path / "config.json"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(InvalidManifestError) as raised:
        render(labelled(file), platform=KubernetesStatefulSetPlatform(read_label_files=True))
    assert "not json" not in str(raised.value)


def test_outputs_are_those_of_the_settled_manifest() -> None:
    """The library gives the stack outputs of a document, a message or a stack input."""
    (document,) = loads(manifest())
    assert document.message is not None
    assert outputs(document) == outputs(document.message)
    assert outputs(document).kube_endpoint == "ledger.database.svc.cluster.local:5432"


def test_invalid_manifest_is_not_rendered() -> None:
    """The error carries every problem, those of loading included."""
    (document,) = loads(manifest(namespace="Bad_Name").replace("spec:", "spec:\n  replica: 1"))
    with pytest.raises(InvalidManifestError) as raised:
        render(document)
    assert [problem.rule for problem in raised.value.problems] == ["load.unknown_key", "spec.namespace"]


def test_a_secret_from_another_resource() -> None:
    """It is settled as a plain variable is, and rendered as a secret that is written down."""
    text = (
        manifest()
        .replace("variables:", "secrets:")
        .replace("localhost", reference("KubernetesPostgres", "pg", "status.outputs.password"))
    )
    (document,) = documents(text)
    with pytest.raises(InvalidManifestError) as refused:
        render(document)
    assert [problem.rule for problem in refused.value.problems] == ["resolve.open"]
    made = render(document, values={"KubernetesPostgres/pg": {"status.outputs.password": "hunter2"}})
    (secret,) = (kube_object for kube_object in made if kube_object["kind"] == "Secret")
    assert secret["data"] == {"HOST": "aHVudGVyMg=="}
    assert "hunter2" not in str([kube_object for kube_object in made if kube_object is not secret])
