# SPDX-License-Identifier: Apache-2.0
"""The short forms of the schema: Kubernetes' own shape where a message of another one stands."""

import pytest

from planton_sts import Problem, loads, validate
from planton_sts.loading.overrides import override
from planton_sts.messages import KubernetesStatefulSet

MANIFEST = """\
apiVersion: kubernetes.project-planton.org/v1
kind: KubernetesStatefulSet
metadata: {name: vault}
spec:
  namespace: database
  container:
    app:
      image: vault:1.7.1
      containerPorts: [{name: http, containerPort: 8200}]
      resources: {limits: {cpu: "1", nvidia.com/gpu: 1, hugepages-2Mi: 4Mi}}
      readinessProbe: {httpGet: {port: http}}
      lifecycle: {preStop: {httpGet: {port: 8200}}}
"""


def read(text: str) -> KubernetesStatefulSet:
    (document,) = loads(text)
    assert document.problems == []
    assert isinstance(document.message, KubernetesStatefulSet)
    return document.message


def told(text: str) -> list[Problem]:
    (document,) = loads(text)
    return validate(document)


def test_short_forms_are_read() -> None:
    """Each fills the field that takes it, and nothing is wrong with them."""
    app = read(MANIFEST).spec.container.app
    assert app.image.reference == "vault:1.7.1"
    assert app.readiness_probe.http_get.port_name == "http"
    assert app.lifecycle.pre_stop.http_get.port_number == 8200
    assert app.resources.limits.cpu == "1"
    assert dict(app.resources.limits.others) == {"nvidia.com/gpu": "1", "hugepages-2Mi": "4Mi"}
    assert told(MANIFEST) == []


def test_long_forms_say_the_same() -> None:
    """What is written in the schema's own words is read as before."""
    long = MANIFEST.replace("vault:1.7.1", "{reference: vault:1.7.1}").replace("port: http", "portName: http")
    long = long.replace("{port: 8200", "{portNumber: 8200").replace("nvidia.com/gpu: 1, hugepages-2Mi: 4Mi", "%s")
    assert read(long % 'others: {nvidia.com/gpu: "1", hugepages-2Mi: 4Mi}') == read(MANIFEST)


# What is written instead, the path of the problem, its rule, and the text at its place.
SLIPS = [
    ("vault:1.7.1", "vault:1:2", "image.reference", "string.image_reference", "vault:1:2"),
    ("port: 8200}}", "port: 65536}}", "lifecycle.preStop.httpGet.portNumber", "int32.gte_lte", "65536"),
    ("port: http", 'port: "80"', "readinessProbe.httpGet.portName", "string.port_name", '"80"'),
    ("port: http", "port: [http]", "readinessProbe.httpGet.portNumber", "load.type", "[http]"),
    ("port: http", "port: http, portName: http", "readinessProbe.httpGet.portName", "load.oneof", "p"),
    ("gpu: 1", "gpu: 0.5", "resources.limits.others[nvidia.com/gpu]", "resources.others.value.whole", "0.5"),
    ("gpu: 1", "gpu: [1]", "resources.limits.others[nvidia.com/gpu]", "load.type", "[1]"),
    ("gpu: 1", "gpu: 1, nvidia.com/gpu: 1", "resources.limits[nvidia.com/gpu]", "load.duplicate_key", "n"),
    ("nvidia.com/gpu: 1", "gpu: 1", "resources.limits.gpu", "load.unknown_key", "gpu"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "path", "rule", "place"), SLIPS, ids=[row[1] for row in SLIPS])
def test_problems_stand_where_it_is_written(before: str, after: str, path: str, rule: str, place: str) -> None:
    """A short form has the place of what it stands for."""
    text = MANIFEST.replace(before, after)
    problem = next(problem for problem in told(text) if problem.rule == rule)
    assert problem.path == f"spec.container.app.{path}"
    assert text.splitlines()[problem.line - 1][problem.column - 1 :].startswith(place)


@pytest.mark.parametrize(
    ("assignment", "read_back"),
    [
        ("spec.container.app.image=vault", 'reference: "vault"'),
        ("spec.container.app.livenessProbe.tcpSocket.port=http", 'port_name: "http"'),
        ("spec.container.app.livenessProbe.tcpSocket.port=80", "port_number: 80"),
        ("spec.container.app.resources.limits[nvidia.com/gpu]=2", 'value: "2"'),
    ],
)
def test_short_forms_are_set_from_outside(assignment: str, read_back: str) -> None:
    """`--set` takes what a file may say."""
    message = KubernetesStatefulSet()
    _, problems = override(message, assignment)
    assert problems == []
    assert read_back in str(message)
