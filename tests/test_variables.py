# SPDX-License-Identifier: Apache-2.0
"""Variables, in an order in which Kubernetes can replace what refers to them."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planton_sts import InvalidManifestError, KubernetesStatefulSet, render, validate
from planton_sts.messages import KubernetesStatefulSetContainerAppEnv
from planton_sts.variables import POD_FACTS, arranged, referred

FACTS = [*POD_FACTS]


def manifest(env: dict[str, Any], **fields: Any) -> KubernetesStatefulSet:
    """A manifest whose application has these variables; more fields are its container's, or `sidecars`."""
    sidecars = fields.pop("sidecars", [])
    env = {kind: {name: {"value": text} for name, text in values.items()} for kind, values in env.items()}
    app = {"image": {"repo": "nginx", "tag": "1"}, "env": env, **fields}
    return KubernetesStatefulSet(
        api_version="kubernetes.project-planton.org/v1",
        kind="KubernetesStatefulSet",
        metadata={"name": "web"},
        spec={"namespace": {"value": "shop"}, "container": {"app": app, "sidecars": sidecars}},
    )


def variables(subject: KubernetesStatefulSet, container: int = 0) -> list[dict[str, Any]]:
    """The variables of a rendered container."""
    (pods,) = (given for given in render(subject) if given["kind"] == "StatefulSet")
    found: list[dict[str, Any]] = pods["spec"]["template"]["spec"]["containers"][container]["env"]
    return found


def names(subject: KubernetesStatefulSet, container: int = 0) -> list[str]:
    return [variable["name"] for variable in variables(subject, container)]


def expanded(found: list[dict[str, Any]]) -> dict[str, str]:
    """What Kubernetes makes of variables: the values of those before, `$$` as `$`, and all else as it is."""
    done: dict[str, str] = {}
    for variable in found:
        value = variable.get("value", f"<{variable['name']}>")
        if "value" in variable:
            value = re.sub(
                r"\$\$|\$\(([^)]*)\)", lambda match: done.get(match[1], match[0]) if match[1] else match[0][-1:], value
            )
        done[variable["name"]] = value
    return done


def test_facts_come_first() -> None:
    """What the pod says of itself can be referred to from every variable."""
    assert names(manifest({"variables": {"A": "$(K8S_POD_IP)"}, "secrets": {"B": "b"}})) == [*FACTS, "A", "B"]


def test_sidecars_know_the_facts() -> None:
    """Every container is told, and one that says so itself is left its own value, in its own place."""
    env = [{"name": "A", "value": "a"}, {"name": "K8S_POD_IP", "value": "127.0.0.1"}]
    subject = manifest({}, sidecars=[{"name": "s", "image": "a", "env": env}, {"name": "t", "image": "a"}])
    assert variables(subject, 1)[3:] == env
    assert names(subject, 1)[:3] == FACTS[:3]
    assert names(subject, 2) == FACTS


def test_own_fact_wins() -> None:
    """A variable of a fact's name, plain or secret, is the application's own."""
    subject = manifest({"variables": {"K8S_POD_ID": "mine"}, "secrets": {"K8S_POD_IP": "mine"}})
    assert names(subject) == ["K8S_POD_NAME", "K8S_POD_NAMESPACE", "K8S_POD_ID", "K8S_POD_IP"]
    assert {"name": "K8S_POD_ID", "value": "mine"} in variables(subject)


def test_what_is_referred_to_comes_first() -> None:
    """A variable is moved only where another one refers to it."""
    plain = {"A": "$(Z)/$(PASSWORD)", "B": "b", "C": "$$(D)", "D": "$(C)", "Z": "z"}
    found = variables(manifest({"variables": plain, "secrets": {"PASSWORD": "s", "OTHER": "$(A)"}}))[4:]
    assert [variable["name"] for variable in found] == ["Z", "PASSWORD", "A", "B", "C", "D", "OTHER"]
    assert expanded(found)["A"] == "z/<PASSWORD>"
    assert expanded(found)["D"] == "$(D)"


def with_entries(entries: list[dict[str, Any]], env: dict[str, Any] | None = None) -> KubernetesStatefulSet:
    """A manifest whose application has these entries, beside the variables of the maps."""
    subject = manifest(env or {})
    subject.spec.container.app.env.MergeFrom(KubernetesStatefulSetContainerAppEnv(entries=entries))
    return subject


def test_entries_stand_last_and_in_their_order() -> None:
    """They may refer to the maps, and the facts give way to them."""
    entries = [{"name": "Z", "value": "$(A)"}, {"name": "K8S_POD_IP", "value": "::1"}, {"name": "B", "value": "$(Z)"}]
    found = variables(with_entries(entries, {"variables": {"A": "$(C)", "C": "c"}, "secrets": {"S": "s"}}))
    facts = ["K8S_POD_ID", "K8S_POD_NAME", "K8S_POD_NAMESPACE"]
    assert [variable["name"] for variable in found] == [*facts, "C", "A", "S", "Z", "K8S_POD_IP", "B"]
    assert expanded(found)["B"] == "c"


def test_what_stands_too_early_is_told() -> None:
    """A variable of the maps comes before each entry, and Kubernetes leaves the reference as it is."""
    subject = with_entries([{"name": "B", "value": "$(B)"}, {"name": "C"}], {"variables": {"A": "$(C)$(B)"}})
    told = [(problem.path, problem.rule, problem.severity) for problem in validate(subject)]
    env, rule = "spec.container.app.env", "env_var.value.later"
    assert told == [
        (f"{env}.variables[A]", rule, "warning"),
        (f"{env}.variables[A]", rule, "warning"),
        (f"{env}.entries[0].value", rule, "warning"),
    ]
    found = expanded(variables(subject)[4:])
    assert found == {"A": "$(C)$(B)", "B": "$(B)", "C": ""}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("$(A)$(B)$(A)", ["A", "B"]),
        ("$$(A) $$$(B)", ["B"]),
        ("$(A $(B)", ["A $(B"]),
        ("$() $A ${A} $(A", []),
        ("$(" * 100_000, []),
        (f"{'$(' * 100_000})", ["$(" * 99_999]),
    ],
)
def test_references_are_read_as_kubernetes_does(text: str, found: list[str]) -> None:
    """The forms that Kubernetes replaces, and no others; however many begin and never end."""
    assert referred(text) == found


GRAPHS = st.dictionaries(st.sampled_from("ABCDEF"), st.lists(st.sampled_from("ABCDEFG")))


@given(GRAPHS)
def test_order(needed: dict[str, list[str]]) -> None:
    """Every name comes once; after what it needs, unless that leads in a circle, which is then told."""
    order, circular = arranged(needed)
    assert sorted(order) == sorted(needed)
    wrong = {
        name
        for name, steps in needed.items()
        for step in steps
        if step in needed and order.index(step) >= order.index(name)
    }
    assert wrong == set(circular)
    assert all(leads(needed, step, name) for name, step in circular.items())


def leads(needed: dict[str, list[str]], start: str, goal: str) -> bool:
    """Whether there is a way from the one to the other."""
    seen, waiting = set[str](), [start]
    while waiting:
        name = waiting.pop()
        if name == goal:
            return True
        if name not in seen:
            seen.add(name)
            waiting += needed.get(name, ())
    return False


def test_long_chain() -> None:
    """A chain of references is followed to its end, however long."""
    chain = {f"V{number}": [f"V{number + 1}"] for number in range(50_000)}
    assert arranged(chain).order == list(reversed(chain))


def test_circle_keeps_from_rendering() -> None:
    """`validate` says where the circle closes, and `render` refuses it."""
    subject = manifest({"variables": {"A": "$(B)", "B": "$(A)"}})
    (problem,) = validate(subject)
    assert problem.path == "spec.container.app.env.variables[B]"
    assert problem.message == "must not refer to `$(A)`, which leads back to it"
    assert problem.hint == "write `$$(A)` where the text itself is meant"
    with pytest.raises(InvalidManifestError):
        render(subject)


def test_near_name_is_told() -> None:
    """What was probably meant is said, and nothing fails."""
    (problem,) = validate(manifest({}, args=["--id=$(K8S_POD_NAMES)"]))
    assert (problem.severity, problem.path) == ("warning", "spec.container.app.args[0]")
    assert (
        problem.message == "must not refer to `$(K8S_POD_NAMES)`, which is no variable, so that the text stays as it is"
    )
    assert problem.hint == "did you mean `$(K8S_POD_NAME)`?"
