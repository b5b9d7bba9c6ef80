# SPDX-License-Identifier: Apache-2.0
"""The fields that rules are about, and that a rule is spared only where it would hold."""

from functools import cache

import protovalidate
import pytest

from planton_sts.descent import reachable
from planton_sts.messages import (
    ContainerPort,
    KubernetesStatefulSet,
    KubernetesStatefulSetContainer,
    KubernetesStatefulSetPod,
    KubernetesStatefulSetSpec,
    KubernetesStatefulSetStackInput,
    Message,
    VolumeMount,
    message_rules,
    option,
)
from planton_sts.validation.engine import Engine
from planton_sts.validation.guards import guards
from rules_table import Case, cases

SPEC = KubernetesStatefulSetSpec
CONTAINER = KubernetesStatefulSetContainer
MOUNTS = "this.container.app.volume_mounts"
SECRETS = "this.container.app.env.secrets"

# What a rule says, and the fields that it is about.
SAID: list[tuple[type[Message], str, set[str]]] = [
    (SPEC, "!this.plain || false", {"KubernetesStatefulSetSpec.plain"}),
    (SPEC, "!this.plain", {"KubernetesStatefulSetSpec.plain"}),
    (SPEC, "!this.plain\n  || false", {"KubernetesStatefulSetSpec.plain"}),
    (SPEC, "!this.plain ? '' : has(this.selector) ? '' : 'no'", {"KubernetesStatefulSetSpec.plain"}),
    (SPEC, "!has(this.selector) || false", {"KubernetesStatefulSetSpec.selector"}),
    (SPEC, "size(this.pod.volumes) == 0 || false", {"KubernetesStatefulSetPod.volumes"}),
    (SPEC, "this.service_name == '' || false", {"KubernetesStatefulSetSpec.service_name"}),
    (SPEC, "this.ordinals.start == 0 || false", {"KubernetesStatefulSetOrdinals.start"}),
    (SPEC, "this.service.type in ['', 'ClusterIP'] || false", {"KubernetesStatefulSetService.type"}),
    (SPEC, f"size({MOUNTS}) > 1000 || {MOUNTS}.all(m, m.sub_path == '') || false", {"VolumeMount.sub_path"}),
    (SPEC, f"{MOUNTS}.all(m, m.host_path.type == '') || false", {"HostPathVolumeSource.type"}),
    (SPEC, f"{SECRETS}.all(k, {SECRETS}[k].secret_ref.namespace == '') || false", {"KubernetesSecretKeyRef.namespace"}),
    (
        CONTAINER,
        "(size(this.sidecars) == 0 && !has(this.app.lifecycle)) || false",
        {"KubernetesStatefulSetContainer.sidecars", "KubernetesStatefulSetContainerApp.lifecycle"},
    ),
    # Rules of lists.
    (ContainerPort, "size(this) > 1000 || this.all(p, p.host_port == 0) || false", {"ContainerPort.host_port"}),
    (
        VolumeMount,
        "size(this) == 1 || this.all(m, !has(m.secret) && !has(m.pvc)) || 0",
        {"VolumeMount.secret", "VolumeMount.pvc"},
    ),
    (ContainerPort, "this.all(p, p.unknown == 0) || false", set()),
    # What is no guard.
    (SPEC, "this.plain || false", set()),
    (SPEC, "!this.plain && false || false", set()),
    (SPEC, "!this.plain && this.hardened", set()),
    (SPEC, "!this.plain ? 'no' : ''", set()),
    (SPEC, "!this.plain || this.hardened ? 'no' : ''", set()),
    (SPEC, "!this.plain || (this.hardened ? true : '||' == '?')", {"KubernetesStatefulSetSpec.plain"}),
    (SPEC, "this.service_name == 'a' || false", set()),
    (SPEC, "this.service.type in ['ClusterIP'] || false", set()),
    (SPEC, "size(this.pod.volumes) + size(this.services) == 0 || false", set()),
    (SPEC, f"{MOUNTS}.all(m, m.sub_path == '' || m.name == '') || false", set()),
    (SPEC, f"{MOUNTS}.all(m, this.plain) || false", set()),
    (SPEC, f"{MOUNTS}.all(m, this.name == '') || false", set()),
    (KubernetesStatefulSetPod, "!this.unknown || false", set()),
]


@pytest.mark.parametrize(
    ("bearer", "expression", "fields"), SAID, ids=lambda value: value if isinstance(value, str) else ""
)
def test_what_a_rule_is_about(bearer: type[Message], expression: str, fields: set[str]) -> None:
    """The first words tell, or nothing does."""
    found = guards(bearer.DESCRIPTOR, expression)
    assert {".".join((part.bearer.rpartition(".")[2], part.field)) for part in found} == fields


def test_most_rules_have_a_guard() -> None:
    """A rule that begins otherwise is asked of every manifest."""
    types = reachable(KubernetesStatefulSetStackInput.DESCRIPTOR)
    rules = [(bearer, rule.expression) for bearer in types for rule in option(bearer, message_rules).cel]
    assert len([rule for rule in rules if guards(*rule)]) > len(rules) * 2 // 3


@cache
def engine() -> Engine:
    """One for all cases."""
    return Engine()


def told(violation: protovalidate.Violation) -> tuple[str, str, str]:
    """Where the violation is, of which rule, and what it says."""
    return str(violation.proto.field), violation.proto.rule_id, violation.proto.message


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
def test_no_rule_is_spared_that_is_broken(case: Case) -> None:
    """The verdict is that of the engine as it comes, which asks every rule."""
    if isinstance(case.message, KubernetesStatefulSet):
        asked, all_rules = engine().ask(case.message).violations, protovalidate.collect_violations(case.message)
        assert list(map(told, asked)) == list(map(told, all_rules))
