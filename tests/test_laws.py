# SPDX-License-Identifier: Apache-2.0
"""Laws of what any valid manifest becomes: each manifest is drawn once, and held against all of them."""

import json
import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from google.protobuf.json_format import MessageToDict
from hypothesis import given

from planton_sts import KubernetesStatefulSetSpec, KubernetesStatefulSetStackInput
from planton_sts.api import render
from planton_sts.description import as_dict, description, mermaid, text
from planton_sts.description.layout import LISTED
from planton_sts.rendering import KubeObject, objects
from planton_sts.rendering.services import POD_NAME
from planton_sts.services import every_service, is_created, pods_with_service, serves_clients
from planton_sts.stack_outputs import stack_outputs
from planton_sts.validation import findings
from planton_sts.variables import POD_FACTS
from planton_sts.write import dumps
from valid import CASES, application, case, stack_inputs

NAME = re.compile(r"[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?")
HOST = re.compile(rf"(?=.{{1,253}}\Z){NAME.pattern}([.]{NAME.pattern})*")
# Of an object's name, Kubernetes bounds the whole alone, not each part.
PART = r"[a-z0-9]([-a-z0-9]*[a-z0-9])?"
SUBDOMAIN = re.compile(rf"(?=.{{1,253}}\Z){PART}([.]{PART})*")
MERMAID_LABEL = re.compile(r'"[\w .,:/…#;<>-]*"', re.ASCII)

# The longest name of each kind; of those that are not here, 253.
LONGEST = {"Namespace": 63, "Service": 63, "StatefulSet": 52}


Law = Callable[[KubernetesStatefulSetStackInput], None]
LAWS: list[Law] = []


def law(check: Law) -> Law:
    """One of the laws."""
    LAWS.append(check)
    return check


@law
def drawn_is_valid(stack_input: KubernetesStatefulSetStackInput) -> None:
    """What is drawn for the laws breaks no rule."""
    assert {finding.severity for finding in findings(stack_input)} <= {"warning"}


@law
def deterministic(stack_input: KubernetesStatefulSetStackInput) -> None:
    """The same message gives the same bytes and stays as it was, in whatever order its maps were filled."""
    before = copy(stack_input)
    text = dumps(objects(application(stack_input)))
    assert dumps(objects(application(stack_input))) == text
    assert stack_input == before
    assert dumps(objects(application(refilled(stack_input)))) == text


@law
def order(stack_input: KubernetesStatefulSetStackInput) -> None:
    """What a map holds is rendered in the order of its keys, and a list in its own."""
    rendered = objects(application(stack_input))
    for mapping in (found.get("data") or found["metadata"].get("labels", {}) for found in rendered):
        assert list(mapping) == sorted(mapping)
    config_maps = [found["metadata"]["name"] for found in of_kind(rendered, "ConfigMap")]
    spec = stack_input.target.spec
    assert config_maps == sorted([*spec.config_maps, *spec.config_files])
    pod = of_kind(rendered, "StatefulSet")[0]["spec"]["template"]
    annotations = list(pod["metadata"].get("annotations", {}))
    assert annotations == sorted(annotations)
    env = spec.container.app.env
    variables = [variable["name"] for variable in of_app(pod["spec"], spec).get("env", [])]
    own = [*sorted(env.variables), *sorted(env.secrets), *(entry.name for entry in env.entries)]
    facts = [] if spec.plain else [fact for fact in POD_FACTS if fact not in own]
    assert variables == [*facts, *own]


@law
def defaults(stack_input: KubernetesStatefulSetStackInput) -> None:
    """What is unset is rendered as what stands in for it once the manifest is resolved."""
    assert render(stack_input) == objects(application(stack_input))


@law
def nothing_is_shared(stack_input: KubernetesStatefulSetStackInput) -> None:
    """Whoever changes one object changes no other, nor the next rendering."""
    rendered = objects(application(stack_input))
    parts = [id(part) for kube_object in rendered for part in containers(kube_object)]
    assert len(parts) == len(set(parts))


@law
def selector(stack_input: KubernetesStatefulSetStackInput) -> None:
    """All that selects the pods does so by the labels given, or by `app`, and they bear them.

    Services may ask more; in a plain rendering, one that asks asks nothing else.
    """
    rendered = objects(application(stack_input))
    target = stack_input.target
    selector = dict(target.spec.selector.match_labels) or {"app": target.metadata.name}
    workload = of_kind(rendered, "StatefulSet")[0]["spec"]
    assert workload["template"]["metadata"]["labels"].items() >= selector.items()
    services = [service["spec"]["selector"] for service in of_kind(rendered, "Service")]
    if target.spec.plain:
        allowed = [selector, *(dict(service.selector) for _, service in every_service(target.spec))]
        assert all({key: chosen[key] for key in chosen if key != POD_NAME} in [*allowed, {}] for chosen in services)
    else:
        assert all(chosen.items() >= selector.items() for chosen in services)
        assert any(chosen != selector for chosen in services) == narrows(target.spec)
    budgets = of_kind(rendered, "PodDisruptionBudget")
    assert all(chosen["selector"]["matchLabels"] == selector for chosen in (workload, *(b["spec"] for b in budgets)))
    policies = of_kind(rendered, "NetworkPolicy")
    assert all(policy["spec"]["podSelector"]["matchLabels"] == selector for policy in policies)


def narrows(spec: KubernetesStatefulSetSpec) -> bool:
    """Whether the manifest asks for a Service that leads to some of the pods only."""
    own = [spec.headless_service, *([spec.service] if serves_clients(spec) else []), *spec.services]
    return any(is_created(one) and one.selector for one in own) or bool(pods_with_service(spec))


@law
def volumes(stack_input: KubernetesStatefulSetStackInput) -> None:
    """Every mount has a volume or a claim template, and no two of these share a name."""
    workload = of_kind(objects(application(stack_input)), "StatefulSet")[0]["spec"]
    pod = workload["template"]["spec"]
    declared = [volume["name"] for volume in pod.get("volumes", [])]
    declared += [template["metadata"]["name"] for template in workload.get("volumeClaimTemplates", [])]
    assert len(declared) == len(set(declared))
    assert {mount["name"] for mount in of_app(pod, stack_input.target.spec).get("volumeMounts", [])} <= set(declared)


@law
def references(stack_input: KubernetesStatefulSetStackInput) -> None:
    """What the StatefulSet and the routes refer to by a derived name is rendered too, or is the user's own."""
    rendered = objects(application(stack_input))
    target = stack_input.target
    names = {(found["kind"], found["metadata"]["name"]) for found in rendered}
    workload = of_kind(rendered, "StatefulSet")[0]["spec"]
    pod = workload["template"]["spec"]
    assert ("Service", workload["serviceName"]) in names or not is_created(target.spec.headless_service)
    account = target.spec.service_account
    exists = account.HasField("create") and not account.create
    known = {pod["serviceAccountName"]} if "serviceAccountName" in pod else set()
    assert bool(known) == (not target.spec.plain or target.spec.HasField("service_account"))
    assert named(names, "ServiceAccount") == (set() if exists else known)
    own = {target.spec.container.app.image.pull_secret_name}
    own |= {secret.name for secret in target.spec.pod.image_pull_secrets}
    assert {secret["name"] for secret in pod.get("imagePullSecrets", [])} - own <= named(names, "Secret")
    env = target.spec.container.app.env
    own = {secret.secret_ref.name for secret in env.secrets.values()}
    own |= {entry.value_from.secret_key_ref.name for entry in env.entries}
    keys = [variable.get("valueFrom", {}).get("secretKeyRef") for variable in of_app(pod, target.spec).get("env", [])]
    assert {key["name"] for key in keys if key} - own <= named(names, "Secret")
    for binding in of_kind(rendered, "RoleBinding"):
        assert (binding["roleRef"]["kind"], binding["roleRef"]["name"]) in names
        assert [subject["name"] for subject in binding["subjects"]] == [pod["serviceAccountName"]]
    for route in of_kind(rendered, "HTTPRoute", "GRPCRoute"):
        own = {parent.name for parent in target.spec.ingress.parent_refs}
        assert {parent["name"] for parent in route["spec"]["parentRefs"]} <= own | named(names, "Gateway")
        backends = [backend for rule in route["spec"]["rules"] for backend in rule.get("backendRefs", [])]
        assert {backend["name"] for backend in backends} <= named(names, "Service")
    for entrance in of_kind(rendered, "Ingress"):
        paths = [path for rule in entrance["spec"]["rules"] for path in rule["http"]["paths"]]
        assert {path["backend"]["service"]["name"] for path in paths} <= named(names, "Service")


@law
def object_names(stack_input: KubernetesStatefulSetStackInput) -> None:
    """No two objects are one, and no name is longer than its kind allows."""
    metadata = [(found["kind"], found["metadata"]) for found in objects(application(stack_input))]
    assert all(0 < len(known["name"]) <= LONGEST.get(kind, 253) for kind, known in metadata)
    assert len({(kind, known.get("namespace"), known["name"]) for kind, known in metadata}) == len(metadata)


@law
def plain(stack_input: KubernetesStatefulSetStackInput) -> None:
    """Objects are plain data, and read back equal from what is written."""
    rendered = objects(application(stack_input))
    assert {type(value) for kube_object in rendered for value in values(kube_object)} <= {str, int, bool, dict, list}
    assert list(yaml.load_all(dumps(rendered), yaml.CSafeLoader)) == rendered


# What of a plain rendering need not stand in the manifest: what kind of thing an object is, and what it and what goes
# with it are called.
STRUCTURE = {
    "apiVersion",
    "kind",
    "metadata.name",
    "type",
    "data..dockerconfigjson",
    "roleRef.apiGroup",
    "roleRef.kind",
    "subjects[].kind",
    "spec.clusterIP",
    "spec.policyTypes[]",
    "spec.selector.statefulset.kubernetes.io/pod-name",
    "spec.serviceName",
    "spec.template.spec.containers[].name",
    "spec.template.spec.containers[].env[].valueFrom.secretKeyRef.name",
    "spec.template.spec.imagePullSecrets[].name",
    "spec.volumeClaimTemplates[].apiVersion",
    "spec.volumeClaimTemplates[].kind",
}
# Maps whose keys are data.
NAMED = {"labels", "annotations", "matchLabels", "selector", "data"}
# The ingress is made of its host name alone.
INGRESS = {"Certificate", "Gateway", "GRPCRoute", "HTTPRoute", "Ingress"}


@law
def nothing_of_ours(stack_input: KubernetesStatefulSetStackInput) -> None:
    """In a plain rendering, all but structure, and what `spread` and `hardened` stand for, stands in the manifest."""
    if not stack_input.target.spec.plain:
        return
    own, known = copy(stack_input), said(stack_input)
    own.target.spec.ClearField("spread")
    own.target.spec.ClearField("hardened")
    for rendered in objects(application(own)):
        if rendered["kind"] not in INGRESS:
            found = {(path, str(text)) for path, text in texts(rendered) if path not in STRUCTURE}
            assert {(path, text) for path, text in found if text not in known} == set()


def said(stack_input: KubernetesStatefulSetStackInput) -> set[str]:
    """The values and the keys of the manifest, and what they become in Kubernetes' form."""
    own = copy(stack_input)
    own.target.spec.plain = False
    image = own.target.spec.container.app.image
    patches = [json.loads(patch.patch) for patch in own.target.spec.patches]
    known = {str(value) for value in scalars([MessageToDict(own), *patches])}
    known |= {f"{image.repo}{mark}{image.tag}" for mark in ":@"} | {
        str(int(text)) for text in known if text.isdecimal()
    }
    # A hook that sleeps for no time says so, and a variable without a value that it has none; the messages do not tell
    # them from those that say nothing. `allowDNS` stands for a port and its protocols.
    return known | {b64encode(text.encode()).decode() for text in known} | {"0", "", "53", "TCP", "UDP"}


def scalars(tree: Any) -> Iterator[Any]:
    """The values and the keys in the tree."""
    return (one for value in values(tree) for one in (value if isinstance(value, dict) else [value] * is_leaf(value)))


def is_leaf(value: Any) -> bool:
    return not isinstance(value, dict | list)


def texts(tree: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every leaf of the object with its path, and every key that is data."""
    if isinstance(tree, dict):
        for key, child in tree.items():
            below = f"{path}.{key}".removeprefix(".")
            if path.rpartition(".")[2] in NAMED:
                yield below, key
            yield from texts(child, below)
    elif isinstance(tree, list):
        for child in tree:
            yield from texts(child, f"{path}[]")
    else:
        yield path, tree


@law
def stack_outputs_name_objects(stack_input: KubernetesStatefulSetStackInput) -> None:
    """The outputs name what is rendered, and nothing else."""
    rendered, outputs = objects(application(stack_input)), stack_outputs(application(stack_input))
    services = {service["metadata"]["name"] for service in of_kind(rendered, "Service")}
    spec = stack_input.target.spec
    assert ({outputs.headless_service} & services != set()) == is_created(spec.headless_service)
    assert (outputs.service in services) == serves_clients(spec)
    own = {service.name for service in spec.services if is_created(service)}
    own |= {application(stack_input).names.service_of_pod(ordinal) for ordinal in pods_with_service(spec)}
    assert services - own <= {outputs.headless_service, outputs.service}
    hosts = {route["spec"]["hostnames"][0] for route in of_kind(rendered, "HTTPRoute", "GRPCRoute")}
    hosts |= {rule["host"] for entrance in of_kind(rendered, "Ingress") for rule in entrance["spec"]["rules"]}
    reached = {outputs.external_hostname, outputs.internal_hostname} - {""}
    assert {urlsplit(url).hostname for url in reached} == hosts


@law
def derived_names(stack_input: KubernetesStatefulSetStackInput) -> None:
    """Every name is one that Kubernetes takes, from the shortest manifest's to that of 52 characters."""
    known = application(stack_input).names
    assert all(NAME.fullmatch(name) for name in (known.service, known.headless_service, known.pods.name(99_999)))
    # The controller labels each pod with this, and creates none when the label is too long.
    assert len(f"{known.pods.stateful_set}-0123456789") <= 63
    hosts, others = [known.service_host, known.headless_host], [known.env_secret, known.pull_secret]
    if known.ingress:
        hosts += known.ingress.hostnames
    if known.ingress and known.ingress.gateways:
        ways = known.ingress.gateways.entrances
        hosts += [way.address for way in ways]
        others += [known.ingress.gateways.tls_secret, known.ingress.gateways.issuer]
        others += [name for way in ways for name in (way.gateway, way.redirect, way.route)]
    assert all(HOST.fullmatch(host) for host in hosts)
    assert all(SUBDOMAIN.fullmatch(name) for name in others)


@law
def descriptions(stack_input: KubernetesStatefulSetStackInput) -> None:
    """Whatever is valid makes text of plain lines, JSON that loads, and a picture with safe labels, all bounded."""
    described = description(application(stack_input))
    assert len(described.pods) <= LISTED
    assert text(described).endswith("\n")
    assert all(line.isprintable() for line in text(described).splitlines())
    assert json.loads(json.dumps(as_dict(described)))["replicas"] == described.replicas
    picture = mermaid(described)
    assert picture.count("\n") < 60
    assert '"' not in MERMAID_LABEL.sub("", picture)


@given(stack_inputs())
def test_laws(stack_input: KubernetesStatefulSetStackInput) -> None:
    """Whatever is valid keeps every law."""
    for check in LAWS:
        check(stack_input)


@pytest.mark.parametrize("name", CASES)
def test_pods_know_their_name(name: str) -> None:
    """HOSTNAME is left alone: in a StatefulSet it ends in the pod's ordinal, which start scripts read."""
    for container in of_kind(objects(application(case(name))), "StatefulSet")[0]["spec"]["template"]["spec"][
        "containers"
    ]:
        assert "HOSTNAME" not in [variable["name"] for variable in container.get("env", [])]


@pytest.mark.parametrize(("field", "rolls"), [("config_maps", True), ("config_files", True), ("secrets", False)])
def test_roll(field: str, rolls: bool) -> None:  # noqa: FBT001 - the table's column
    """A changed ConfigMap changes the pod template, which rolls the pods; a changed secret leaves no trace in it."""
    first, second = case("config-maps"), case("config-maps")
    if field == "config_maps":
        second.target.spec.config_maps["bell"] += "!"
    elif field == "config_files":
        second.target.spec.config_files["more"].files["bell"] = "!"
    else:
        second.target.spec.container.app.env.secrets["PASSWORD"].value += "!"
    templates = [of_kind(objects(application(one)), "StatefulSet")[0]["spec"]["template"] for one in (first, second)]
    assert (templates[0] != templates[1]) == rolls


def copy(message: KubernetesStatefulSetStackInput) -> KubernetesStatefulSetStackInput:
    return KubernetesStatefulSetStackInput.FromString(message.SerializeToString(deterministic=True))


def refilled(message: KubernetesStatefulSetStackInput) -> KubernetesStatefulSetStackInput:
    """An equal message whose maps were filled in the opposite order."""
    filled = copy(message)
    metadata, spec = filled.target.metadata, filled.target.spec
    env = spec.container.app.env
    files = [held.files for held in spec.config_files.values()]
    for texts in (metadata.labels, metadata.annotations, spec.config_maps, *files):
        entries = dict(texts)
        texts.clear()
        texts.update({key: entries[key] for key in reversed(entries)})
    for messages in (env.variables, env.secrets, spec.config_files):
        held = {key: messages[key].SerializeToString() for key in messages}
        messages.clear()
        for key in reversed(held):
            messages[key].MergeFromString(held[key])
    assert filled == message
    return filled


def of_app(pod: dict[str, Any], spec: KubernetesStatefulSetSpec) -> Any:
    """The application's own container, wherever it stands among the pod's."""
    return next(one for one in pod["containers"] if one["name"] == (spec.container.app.name or "app"))


def of_kind(rendered: list[KubeObject], *kinds: str) -> list[KubeObject]:
    return [found for found in rendered if found["kind"] in kinds]


def named(names: set[tuple[str, str]], wanted: str) -> set[str]:
    return {name for kind, name in names if kind == wanted}


def values(tree: Any) -> Iterator[Any]:
    """The tree, and everything in it."""
    yield tree
    if isinstance(tree, dict | list):
        for child in tree.values() if isinstance(tree, dict) else tree:
            yield from values(child)


def containers(tree: Any) -> Iterator[Any]:
    return (value for value in values(tree) if isinstance(value, dict | list))
