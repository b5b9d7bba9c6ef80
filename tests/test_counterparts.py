# SPDX-License-Identifier: Apache-2.0
"""Which field of the API says what stands in a Kubernetes object; and how much of real ones it says."""

import re

import pytest

import corpus
from planton_sts import KubernetesStatefulSet
from planton_sts.counterparts import HEADLESS, OBJECTS, SHAPES, counterpart, spelled
from planton_sts.descent import reachable

# What is said today of the StatefulSets of the corpus: to be raised as fields are added.
FIT_WHOLLY = 92
SAID = 0.999


def steps(text: str) -> tuple[str, ...]:
    """The steps of a path: names between dots, and what stands in brackets."""
    return tuple(re.findall(r"\[\w*\]|[^.[]+", text))


@pytest.mark.parametrize(
    ("kind", "path", "field"),
    [
        ("StatefulSet", "metadata.name", "metadata.name"),
        ("StatefulSet", "metadata.namespace", "spec.namespace"),
        ("StatefulSet", "spec.replicas", "spec.availability.replicas"),
        ("StatefulSet", "spec.updateStrategy.rollingUpdate.partition", "spec.updateStrategy.rollingUpdate.partition"),
        ("StatefulSet", "spec.template.metadata.labels.team", "spec.pod.labels.team"),
        ("StatefulSet", "spec.template.spec.hostPID", "spec.pod.hostPID"),
        ("StatefulSet", "spec.template.spec.hostAliases[].hostnames[]", "spec.pod.hostAliases[].hostnames[]"),
        ("StatefulSet", "spec.template.spec.containers[app].image", "spec.container.app.image"),
        ("StatefulSet", "spec.template.spec.containers[].image", "spec.container.sidecars[].image"),
        (
            "StatefulSet",
            "spec.template.spec.containers[app].livenessProbe.httpGet.port",
            "spec.container.app.livenessProbe.httpGet.port",
        ),
        ("StatefulSet", "spec.volumeClaimTemplates[].metadata.name", "spec.volumeClaimTemplates[].name"),
        (
            "StatefulSet",
            "spec.volumeClaimTemplates[].spec.storageClassName",
            "spec.volumeClaimTemplates[].storageClass",
        ),
        (
            "StatefulSet",
            "spec.volumeClaimTemplates[].spec.resources.requests.storage",
            "spec.volumeClaimTemplates[].size",
        ),
        ("PodDisruptionBudget", "spec.minAvailable", "spec.availability.podDisruptionBudget.minAvailable"),
        ("StatefulSet", "spec.selector.matchLabels.app", "spec.selector.matchLabels.app"),
        ("StatefulSet", "spec.template.spec.volumes[].nfs.path", "spec.pod.volumes[].nfs.path"),
        ("StatefulSet", "spec.template.spec.initContainers[].image", "spec.container.initContainers[].image"),
        (
            "StatefulSet",
            "spec.template.spec.containers[app].env[].valueFrom.fieldRef.fieldPath",
            "spec.container.app.env.entries[].valueFrom.fieldRef.fieldPath",
        ),
        ("ConfigMap", "data.settings", "spec.configMaps.settings"),
        ("Secret", "stringData.PASSWORD", "spec.container.app.env.secrets.PASSWORD"),
    ],
)
def test_what_has_a_counterpart(kind: str, path: str, field: str) -> None:
    """What Kubernetes calls it, at the place where one would look, but for what the tables say."""
    found = counterpart(kind, steps(path))
    assert found is not None
    assert spelled(found) == field


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        ("StatefulSet", "spec.template.spec.setHostnameAsFQDN"),
        ("StatefulSet", "spec.template.spec.containers[app].image.tag.latest"),
        ("StatefulSet", "spec.template.spec.hostAliases.hostnames"),
        ("StatefulSet", "spec.template.spec.containers[app].args[].more"),
        ("StatefulSet", "spec.template.spec.ephemeralContainers[].name"),
        ("StatefulSet", "status.replicas"),
        ("StatefulSet", "metadata.ownerReferences[].uid"),
        ("StatefulSet", ""),
        (HEADLESS, "spec.unknown"),
        ("Gateway", "spec.gatewayClassName"),
    ],
)
def test_what_has_none(kind: str, path: str) -> None:
    """What nobody can say has no counterpart, and neither does what stands below one."""
    assert not counterpart(kind, steps(path))


def test_tables_are_in_one_form() -> None:
    """Each path of the tables reads back as it is written, and each message that they name is one of the API."""
    rows = [row for table in (*OBJECTS.values(), *SHAPES.values()) for way in table.items() for row in way]
    assert [row for row in rows if spelled(steps(row)) != row] == []
    assert set(SHAPES) <= {message.name for message in reachable(KubernetesStatefulSet.DESCRIPTOR)}


@pytest.mark.skipif(not corpus.files(), reason="there is no corpus")
def test_real_stateful_sets_can_be_said() -> None:
    """No fewer of them fit than did, and no smaller part of what they say."""
    assert sum(not corpus.unsaid(corpus.stateful_set(file)) for file in corpus.files()) >= FIT_WHOLLY
    assert corpus.share() >= SAID
