# SPDX-License-Identifier: Apache-2.0
"""What runs as a manifest: which of its objects the manifest renders, and under which fields."""

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from planton_sts.counterparts import HEADLESS
from planton_sts.json_objects import at, whole
from planton_sts.loading.kinds import API_VERSION, KIND
from planton_sts.paths import Path
from planton_sts.recognition.access import APP, ROUTES, access, expose
from planton_sts.recognition.belongings import SELECTORS, Running
from planton_sts.recognition.inverse import Sketch
from planton_sts.rendering.hardening import harden
from planton_sts.rendering.kube_object import KubeObject
from planton_sts.rendering.services import POD_NAME
from planton_sts.services import MOST_PODS, NO_ADDRESS

SHARED = "others need it too"
OTHER_PODS = "it selects other pods than the StatefulSet does"
BOUNDLESS = "a budget of a manifest has a bound, a number of pods or a share of them"
POD_SECURITY = "pod-security.kubernetes.io/enforce"
HEADLESS_FIELD = ("spec", "headlessService")
RENDERS_NONE = "the manifest renders none of this name"
OF_EVERY_NAMESPACE = "every namespace has one"
UNSAID = "no field says what it is"
# The same of kinds of which fields say a part.
REASONS = {
    "Secret": "the manifest refers to it",
    "PodDisruptionBudget": "the manifest renders another",
    "NetworkPolicy": "the manifest renders another",
    "Role": "a manifest renders one Role, under the name of its RoleBinding",
    "RoleBinding": "a manifest renders one RoleBinding, of the Role of its name to the pods' account alone",
    **dict.fromkeys(("Ingress", *ROUTES), "it is more than `spec.ingress` says"),
}


class Left(NamedTuple):
    """An object that stays as it is beside the manifest, and why."""

    object: KubeObject
    reason: str


class Draft:
    """A manifest in the making.

    Attributes:
        sketch: What it says so far.
        carried: The objects that it renders.
        left: Those that it does not.
        comments: What somebody has to decide, by the way to where it is said.
        announces: Whether it is to render some of them otherwise than they run, as was asked for.

    """

    def __init__(self, running: Running) -> None:
        self.running = running
        self.sketch = Sketch()
        self.carried = [running.stateful_set]
        self.left = [Left(each, SHARED) for each in running.shared]
        self.comments: dict[Path, str] = {}
        self.announces = False

    def carry(self, each: KubeObject) -> None:
        """Let the manifest render the object."""
        self.carried.append(each)

    def leave(self, each: KubeObject, reason: str) -> None:
        """Let the object stay as it is."""
        self.left.append(Left(each, reason))

    def manifest(self) -> dict[str, Any]:
        """The manifest."""
        return {"apiVersion": API_VERSION, "kind": KIND, **self.sketch.manifest()}


def draft(running: Running, *, with_access: bool) -> Draft:
    """The manifest of what runs, which keeps every name, selector and label; with the way in from outside, or not."""
    made = Draft(running)
    made.sketch.affirm(("spec", "plain"))
    _stateful_set(made)
    for part in (_namespace, _services, _account, _config_maps, _budget, _network_policy):
        part(made)
    if with_access:
        _access(made)
    return made


def leave_the_rest(made: Draft) -> None:
    """Let what the manifest does not render stay as it is."""
    known = [*made.carried, *(left.object for left in made.left)]
    for each in made.running.own:
        if not any(each is one for one in known):
            made.leave(each, _reason(each, made.running))


def _reason(each: KubeObject, running: Running) -> str:
    """Why no field says what the object is."""
    kind, name = each["kind"], each["metadata"]["name"]
    if kind in {"Ingress", *ROUTES} and name != running.name:
        return f"`spec.ingress` renders one called `{running.name}`"
    return REASONS.get(kind, UNSAID)


def _stateful_set(made: Draft) -> None:
    sketch, running = made.sketch, made.running
    sketch.say("StatefulSet", running.stateful_set)
    sketch.drop((*APP, "name"), "app")
    if running.lacks_selector:
        made.comments["spec", "selector"] = "The StatefulSet says none, and no server takes it so."
    # The pods have the labels by which they are selected.
    for key, value in running.selector.items():
        sketch.drop(("spec", "pod", "labels", key), value)
    for emptied in (("spec", "pod", "labels"), ("spec", "pod")):
        sketch.drop(emptied, {})


def _namespace(made: Draft) -> None:
    for each in made.running.of_kind("Namespace"):
        made.sketch.affirm(("spec", "createNamespace"))
        made.carry(each)
        pod = at(made.running.stateful_set, "spec", "template", "spec") or {}
        # A namespace may ask for hardened pods only where the manifest promises them, and has the StatefulSet's labels.
        asking = (made.running.stateful_set, each)
        if any(POD_SECURITY in (at(one, "metadata", "labels") or {}) for one in asking) and harden(pod) == pod:
            made.sketch.affirm(("spec", "hardened"))


def _services(made: Draft) -> None:
    """The Service that names the pods, those of single pods, the one for clients, and the others."""
    services = made.running.of_kind("Service")
    for each in services:
        if not at(each, "spec", "selector"):
            made.leave(each, "it has no selector")
    clients = _client_services(made, _headless(made, [each for each in services if at(each, "spec", "selector")]))
    for number, each in enumerate(clients):
        _say_service(made, each, ("spec", "services", number))


def _headless(made: Draft, services: list[KubeObject]) -> list[KubeObject]:
    """Say which Service names the pods; given back are the others."""
    running, named = made.running, at(made.running.stateful_set, "spec", "serviceName")
    found = next((each for each in services if _is_headless(each) and each["metadata"]["name"] == named), None)
    if found is None:
        made.sketch.deny(("spec", "headlessService", "create"))
        return services
    made.sketch.drop(("spec", "serviceName"), f"{running.name}-headless")
    _say_service(made, found, ("spec", "headlessService"), named)
    made.sketch.drop(("spec", "headlessService", "clusterIP"), NO_ADDRESS)
    made.sketch.drop(("spec", "headlessService"), {})
    return [each for each in services if each is not found]


def _is_headless(service: KubeObject) -> bool:
    return bool(at(service, "spec", "clusterIP") == NO_ADDRESS)


def _client_services(made: Draft, services: list[KubeObject]) -> list[KubeObject]:
    """Say which Service is the one for clients, and whether each pod has one; given back are the others."""
    of_pods = _pod_services(made.running, services)
    if of_pods:
        _say_service(made, of_pods[0], ("spec", "podServices"))
        made.sketch.take(("spec", "podServices", "selector", POD_NAME))
        made.sketch.drop(("spec", "podServices", "selector"), {})
        prefix = of_pods[0]["metadata"]["name"].rpartition("-")[0]
        made.sketch.put(("spec", "podServices", "name"), prefix)
        made.sketch.drop(("spec", "podServices", "name"), made.running.name)
        made.carried += of_pods[1:]
    rest = [each for each in services if each not in of_pods]
    names = (made.running.name, at(made.running.stateful_set, "spec", "serviceName"))
    # By its name, or else the first that leads to all pods.
    rest.sort(key=lambda each: (each["metadata"]["name"] not in names, len(at(each, "spec", "selector"))))
    if rest:
        _say_service(made, rest[0], ("spec", "service"), made.running.name)
    return rest[1:]


def _pod_services(running: Running, services: list[KubeObject]) -> list[KubeObject]:
    """The Services that lead to one pod each, if every pod has one and they differ in nothing else."""
    by_pod = {pod: each for each in services if (pod := at(each, "spec", "selector").get(POD_NAME))}
    first = whole(at(running.stateful_set, "spec", "ordinals", "start"), 0)
    replicas = whole(at(running.stateful_set, "spec", "replicas"), 1)
    ordinals = range(first, first + min(replicas, MOST_PODS))
    found = [by_pod.get(f"{running.name}-{ordinal}") for ordinal in ordinals]
    kinds = {_apart_from_pod(each, ordinal) for each, ordinal in zip(found, ordinals, strict=True) if each}
    return [each for each in found if each] if len(kinds) == 1 and None not in found else []


def _apart_from_pod(service: KubeObject, ordinal: int) -> str:
    """What the Service of the pod says, but for what tells it from those of other pods."""
    metadata, spec = service["metadata"], service["spec"]
    prefix = metadata["name"].removesuffix(f"-{ordinal}")
    rest = {**spec, "selector": {key: value for key, value in spec["selector"].items() if key != POD_NAME}}
    return json.dumps([prefix, metadata.get("labels"), metadata.get("annotations"), rest], sort_keys=True)


def _say_service(made: Draft, service: KubeObject, field: Path, name: str = "") -> None:
    """Say in the field what the Service is; its name goes without saying where it is the one given."""
    role, start = (HEADLESS, HEADLESS_FIELD) if field == HEADLESS_FIELD else ("Service", ("spec", "service"))
    made.sketch.put(field, {})
    made.sketch.say(role, service, {start: field})
    made.sketch.drop((*field, "name"), name)
    made.sketch.drop((*field, "selector"), made.running.selector)
    made.carry(service)


def _account(made: Draft) -> None:
    """The account that the pods run as, and what it may do."""
    running, account = made.running, ("spec", "serviceAccount")
    name = at(running.stateful_set, "spec", "template", "spec", "serviceAccountName")
    found = next(iter(running.of_kind("ServiceAccount")), None)
    if not name:
        return
    if found is None or name == "default":
        made.sketch.deny((*account, "create"))
    if found is not None and name == "default":
        made.leave(found, OF_EVERY_NAMESPACE)
    elif found is not None:
        made.sketch.say("ServiceAccount", found)
        made.sketch.drop((*account, "name"), running.name)
        made.carry(found)
    for role in running.of_kind("Role"):
        called = role["metadata"]["name"]
        binding = next((each for each in running.of_kind("RoleBinding") if _is_own(each, called, name)), None)
        if binding and role.get("rules"):
            made.sketch.say("Role", role)
            made.sketch.put((*account, "roleName"), called)
            made.sketch.drop((*account, "roleName"), running.name)
            made.carried += [role, binding]
            return


def _is_own(binding: KubeObject, role: str, account: str) -> bool:
    """Whether the binding is what the renderer makes: of the Role, by whose name it goes, to the account alone."""
    ref = (at(binding, "roleRef", "kind"), at(binding, "roleRef", "name"))
    subjects = [(subject.get("kind"), subject.get("name")) for subject in binding.get("subjects") or ()]
    named = binding["metadata"]["name"] == role
    return named and ref == ("Role", role) and subjects == [("ServiceAccount", account)]


def _config_maps(made: Draft) -> None:
    for each in made.running.of_kind("ConfigMap"):
        name, data = each["metadata"]["name"], each.get("data") or {}
        made.sketch.put(("spec", "configMaps", name), data[name] if [*data] == [name] else data)
        made.carry(each)


def _budget(made: Draft) -> None:
    budget = ("spec", "availability", "podDisruptionBudget")
    for each in _selecting(made, "PodDisruptionBudget"):
        if not _has_bound(each):
            made.leave(each, BOUNDLESS)
            continue
        made.sketch.affirm((*budget, "enabled"))
        _say_named(made, each, budget)


def _has_bound(budget: KubeObject) -> bool:
    """Whether the budget has a bound that is a number or a share; the server takes it without any."""
    bounds = (at(budget, "spec", name) for name in ("maxUnavailable", "minAvailable"))
    return any(re.fullmatch(r"[0-9]+%?", str(bound)) for bound in bounds)


def _network_policy(made: Draft) -> None:
    policy = ("spec", "networkPolicy")
    for each in _selecting(made, "NetworkPolicy"):
        made.sketch.put(policy, {})
        _say_named(made, each, policy)


def _say_named(made: Draft, each: KubeObject, field: Path) -> None:
    made.sketch.say(each["kind"], each)
    made.sketch.put((*field, "name"), each["metadata"]["name"])
    made.sketch.drop((*field, "name"), made.running.name)
    made.carry(each)


def _selecting(made: Draft, kind: str) -> Iterator[KubeObject]:
    """The first object of the kind that is for the application's pods and no others."""
    own = {"matchLabels": made.running.selector}
    found = [each for each in made.running.of_kind(kind) if at(each, *SELECTORS[kind]) == own]
    for each in made.running.of_kind(kind):
        if each not in found:
            made.leave(each, OTHER_PODS)
    yield from found[:1]


def _access(made: Draft) -> None:
    """The way in from outside, if there is one that leads to the Service for clients."""
    running, sketch = made.running, made.sketch
    called = sketch.get(("spec", "service", "name")) or running.name
    service = next((each for each in running.of_kind("Service") if each["metadata"]["name"] == called), None)
    said, entrances = access(running)
    if service and said and expose(sketch, entrances, service):
        sketch.put(("spec", "ingress"), said)
        made.carried += entrances
