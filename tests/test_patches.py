# SPDX-License-Identifier: Apache-2.0
"""Patches: how they merge, what they may not do, and against what the result is held."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from patching import MANIFEST, QUALIFIED, of_pod, patching, problems

from planton_sts import (
    InvalidManifestError,
    KubernetesStatefulSet,
    KubernetesStatefulSetStackInput,
    describe,
    load_one,
    render,
    schemas,
    settle,
    validate,
)
from planton_sts.cli import main
from planton_sts.rendering.strategic_merge import MERGE_KEYS, Merge


def rendered(kind: str, *patches: tuple[str, str], name: str = "web") -> dict[str, Any]:
    """The object of the kind, as the patches make it."""
    objects = render(load_one(patching(*patches)))
    (found,) = (one for one in objects if one["kind"] == kind and one["metadata"]["name"] == name)
    return found


def pod(*patches: str) -> dict[str, Any]:
    """The pods' spec, with the patches of it."""
    return rendered("StatefulSet", *(of_pod(patch) for patch in patches))["spec"]["template"]["spec"]


def names(elements: list[dict[str, Any]]) -> list[str]:
    return [element["name"] for element in elements]


def test_what_no_field_says_is_patched_in() -> None:
    """Values are those that kubectl reads: of YAML 1.1, in which `yes` is true and a leading zero means octal."""
    assert pod("{setHostnameAsFQDN: yes, priority: 010}").items() >= {"setHostnameAsFQDN": True, "priority": 8}.items()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("yes", True), ("off", False), ("'yes'", "yes"), ("0644", 420), ("1e3", 1000.0), ("1.5", 1.5), ("5Gi", "5Gi"),
        ("1.27.1", "1.27.1"), ("2026-01-01", "2026-01-01"), ("{}", {}), ("[1, a]", [1, "a"]), ("9" * 65, "9" * 65),
        ("1e400", "1e400"), ("!!str 1", "1"), ("-1", -1),
    ],
)  # fmt: skip
def test_values_are_read_as_kubectl_reads_them(written: str, read: Any) -> None:
    """Where this API has no schema, YAML's own types count."""
    document = load_one(patching(("{kind: StatefulSet}", f"{{a: {written}}}")))
    assert isinstance(document.message, KubernetesStatefulSet)
    assert json.loads(document.message.spec.patches[0].patch) == {"a": read}


@pytest.mark.parametrize(
    ("patch", "rule", "path"),
    [
        ("{a: 1, a: 2}", "load.duplicate_key", "patch.a"),
        ("{[a]: 1}", "load.type", "patch[?]"),
        ("{a: !!binary aGk=}", "load.type", "patch.a"),
        ("[a]", "load.type", "patch"),
        ("{a: " + "[" * 60 + "]" * 60 + "}", "load.type", "patch.a" + "[0]" * 49),
    ],
)
def test_what_cannot_be_read(patch: str, rule: str, path: str) -> None:
    """Each slip is told where it stands."""
    found = load_one(patching(("{kind: StatefulSet}", patch))).problems
    assert [(one.rule, one.path) for one in found] == [(rule, f"spec.patches[0].{path}")]


def test_halves_of_characters() -> None:
    """What no text in UTF-8 can hold is refused where it is read."""
    manifest = {"apiVersion": "kubernetes.project-planton.org/v1", "kind": "KubernetesStatefulSet"}
    manifest |= {"spec": {"patches": [{"patch": {"a": "\ud800"}}]}}
    (found,) = load_one(json.dumps(manifest)).problems
    assert (found.rule, found.path) == ("load.encoding", "spec.patches[0].patch")


def test_aliases_are_counted() -> None:
    """A text of little length that stands for much stops before it fills memory, however deep its aliases nest."""
    bomb = ["x: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1]"]
    bomb += [f"y{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    found = load_one(patching(("{kind: StatefulSet}", f"{{{', '.join(bomb)}}}"))).problems
    assert [one.rule for one in found] == ["load.limit"]


# How lists and mappings merge, each as what stands there, the patch, and what becomes of it.
MERGED: dict[str, tuple[Any, Any, Any]] = {
    "mappings": ({"a": {"b": 1}}, {"a": {"c": 2}}, {"a": {"b": 1, "c": 2}}),
    "null": ({"a": 1, "b": 2}, {"a": None}, {"b": 2}),
    "a scalar": ({"a": 1}, {"a": "x"}, {"a": "x"}),
    "nothing said": ({"a": {"b": 1}}, {"a": {}}, {"a": {"b": 1}}),
    "another list": ({"a": [1, 2]}, {"a": [3]}, {"a": [3]}),
    "a mapping that goes": ({"a": {"b": 1}}, {"a": {"$patch": "delete"}}, {}),
    "a mapping emptied": ({"a": {"b": 1}}, {"a": {"$patch": "replace"}}, {"a": {}}),
    "a mapping replaced": ({"a": {"b": 1}}, {"a": {"$patch": "replace", "c": 2}}, {"a": {"c": 2}}),
    "what goes is not retained": (
        {"a": {"b": 1, "d": 3}},
        {"a": {"$retainKeys": ["c"], "b": None, "c": 2}},
        {"a": {"c": 2}},
    ),
    "fields retained": ({"a": {"b": 1, "d": 3}}, {"a": {"$retainKeys": ["c", "d"], "c": 2}}, {"a": {"c": 2, "d": 3}}),
}
X, Y, Z = ({"name": name} for name in "xyz")
LISTS: dict[str, tuple[Any, Any, Any]] = {
    "an element": ([X | {"b": 1}, Y], [X | {"c": 2}], [X | {"b": 1, "c": 2}, Y]),
    "a new element": ([X], [Z | {"b": 1}], [X, Z | {"b": 1}]),
    "a first element": ([], [Z], [Z]),
    "an element that goes": ([X, Y], [X | {"$patch": "delete"}], [Y]),
    "an element replaced": ([X | {"b": 1}], [X | {"$patch": "replace", "c": 2}], [X | {"c": 2}]),
    "a list replaced": ([X], [{"$patch": "replace"}, Z], [Z]),
    "a list emptied": ([X], [{"$patch": "replace"}], []),
    "elements of one key": (
        [X | {"ports": [{"containerPort": 53, "protocol": "TCP"}, {"containerPort": 53, "protocol": "UDP"}]}],
        [X | {"ports": [{"containerPort": 53, "a": 1}]}],
        [X | {"ports": [{"containerPort": 53, "protocol": "TCP", "a": 1}, {"containerPort": 53, "protocol": "UDP"}]}],
    ),
    "elements within": (
        [X | {"env": [Y | {"b": 1}], "ports": [{"containerPort": 1}]}],
        [X | {"env": [Y | {"c": 1}], "ports": [{"containerPort": 2}]}],
        [X | {"env": [Y | {"b": 1, "c": 1}], "ports": [{"containerPort": 1}, {"containerPort": 2}]}],
    ),
}
MERGED |= {case: ({"containers": a}, {"containers": b}, {"containers": c}) for case, (a, b, c) in LISTS.items()}


@pytest.mark.parametrize("case", MERGED)
def test_how_it_merges(case: str) -> None:
    """As kubectl and the API server merge; what is given stays as it was."""
    base, patch, expected = ({"spec": {"template": {"spec": part}}} for part in MERGED[case])
    before = json.dumps([base, patch])
    # By no role, there are no counterparts.
    merge = Merge("StatefulSet", "", "app")
    assert merge.merged(base, patch) == expected
    assert merge.findings == []
    assert json.dumps([base, patch]) == before


ACCOUNT, SET = "{kind: ServiceAccount}", "{kind: StatefulSet}"
UNQUALIFIED = of_pod("{setHostnameAsFQDN: null}")
POD, APP = "patch.spec.template.spec", "patch.spec.template.spec.containers[0]"


@pytest.mark.parametrize(
    ("patch", "rule", "path", "words"),
    [
        (("{kind: Deployment}", "{a: 1}"), "target", "target", "`StatefulSet`"),
        (("{kind: Service}", "{a: 1}"), "target", "target", "`web-headless` or `web`"),
        (("{kind: Service, name: db}", "{a: 1}"), "target", "target", "that of one object"),
        (("{kind: Service, name: web}", "{spec: {selector: null}}"), "identity", "patch.spec.selector", ""),
        ((SET, "{spec: {selector: null}}"), "identity", "patch.spec.selector", ""),
        (
            (SET, "{spec: {template: {metadata: {labels: null}}}}"),
            "identity",
            "patch.spec.template.metadata.labels",
            "",
        ),
        ((ACCOUNT, "{metadata: {namespace: a}}"), "identity", "patch.metadata.namespace", ""),
        ((ACCOUNT, "{kind: Pod}"), "identity", "patch.kind", ""),
        (("{kind: NetworkPolicy}", "{spec: {podSelector: null}}"), "identity", "patch.spec.podSelector", ""),
        ((ACCOUNT, "{metadata: null}"), "identity", "patch.metadata", ""),
        (of_pod("{hostPID: true}"), "said", f"{POD}.hostPID", "`spec.pod.hostPID`"),
        (of_pod("{containers: [{name: app, args: [a]}]}"), "said", f"{APP}.args", "`spec.container.app.args`"),
        (of_pod("{containers: [{name: b, image: c}]}"), "said", APP, "`spec.container.sidecars[]`"),
        ((SET, "{spec: {replicas: 3}}"), "said", "patch.spec.replicas", "`spec.availability.replicas`"),
        (("{kind: Secret}", "{stringData: {A: b}}"), "said", "patch.stringData", "`spec.container.app.env.secrets"),
        (("{kind: Secret}", "{data: {A: Yg==}}"), "said", "patch.data", "`spec.container.app.env.secrets"),
        ((SET, "{spec: {}}"), "nothing", "patch", "change something"),
        (UNQUALIFIED, "nothing", f"{POD}.setHostnameAsFQDN", "is there"),
        (of_pod("{containers: [{name: b, $patch: delete}]}"), "nothing", APP, "is there"),
        (of_pod("{containers: {name: app}}"), "shape", f"{POD}.containers", "a list where"),
        (of_pod("{containers: [{image: app}]}"), "shape", APP, "`name`"),
        (of_pod("{containers: [app]}"), "shape", APP, "`name`"),
        (of_pod("{$patch: keep, a: 1}"), "shape", f"{POD}[$patch]", "`replace`"),
        (of_pod("{$retainKeys: a, b: 1}"), "shape", f"{POD}[$retainKeys]", "a list"),
        (of_pod("{$setElementOrder/env: [a]}"), "shape", f"{POD}[$setElementOrder/env]", "no directive"),
        (
            ("{kind: Namespace}", "{metadata: {annotations: {a: 1}}}"),
            "shape",
            "patch.metadata.annotations[a]",
            "quotes",
        ),
    ],
)
def test_what_a_patch_may_not_do(patch: tuple[str, str], rule: str, path: str, words: str) -> None:
    """It is refused at its own place, with the field that says it where there is one."""
    found = problems(patch)
    assert {one.rule for one in found} == {f"render.patch.{rule}"}
    assert found[0].path.startswith(f"spec.patches[0].{path}")
    assert words in found[0].message
    assert found[0].line == (15 if path == "target" else 16)


def test_patches_are_applied_in_order() -> None:
    """Each sees what those before it made."""
    assert "setHostnameAsFQDN" not in pod("{setHostnameAsFQDN: true}", "{setHostnameAsFQDN: null}")
    (found,) = problems(QUALIFIED, QUALIFIED)
    assert (found.rule, found.path) == ("render.patch.nothing", "spec.patches[1].patch")


def test_what_a_patch_left_is_patched_again() -> None:
    """A list that one patch filled with anything is merged by the next, and the schema tells what is wrong."""
    found = problems(
        of_pod("{schedulingGates: [{$patch: replace}, 3, {nam: x}]}"), of_pod("{schedulingGates: [{name: a}]}")
    )
    assert {one.rule for one in found} == {"render.schema"}


def test_many_elements() -> None:
    """What is merged by a key is found by it, however many there are."""
    gates = json.dumps([{"name": str(number)} for number in range(3_000)])
    left = names(
        pod(f"{{schedulingGates: {gates}}}", "{schedulingGates: [{name: '7', $patch: delete}]}")["schedulingGates"]
    )
    assert len(left) == 2_999
    assert left[6:8] == ["6", "8"]


def test_a_list_may_repeat_what_is_said() -> None:
    """What is replaced as one is taken as one: it may hold what can be said beside what cannot."""
    patched = pod(
        "{containers: [{name: b, image: c, resizePolicy: [{resourceName: cpu, restartPolicy: NotRequired}]}]}"
    )
    assert names(patched["containers"]) == ["app", "b"]


def test_what_is_ours_can_be_taken_away() -> None:
    """What no field unsets, a patch may."""
    variables = pod("{containers: [{name: app, env: [{name: K8S_POD_IP, $patch: delete}]}]}")["containers"][0]["env"]
    assert "K8S_POD_NAME" in names(variables)
    assert "K8S_POD_IP" not in names(variables)


def test_the_application_by_its_name() -> None:
    """A container of another name is the application's own where the manifest calls it so, wherever it stands."""
    named = MANIFEST.replace(
        "  container:\n    app:\n",
        "  container:\n    sidecars: [{name: app, image: b}]\n    order: [app, web]\n    app:\n      name: web\n",
    )
    cases = {"web": "spec.container.app.args", "app": "spec.container.sidecars[].args"}
    for container, field in cases.items():
        (found,) = problems(of_pod(f"{{containers: [{{name: {container}, args: [a]}}]}}"), manifest=named)
        assert (found.rule, found.message) == ("render.patch.said", f"must be said by `{field}`")


def test_selectors_of_the_user_stay() -> None:
    """Of a plain rendering too, the labels by which the selector finds the pods are left to them."""
    plain = MANIFEST.replace("  patches:", "  plain: true\n  selector: {matchLabels: {team: a}}\n  patches:")
    patch = ("{kind: StatefulSet}", "{spec: {template: {metadata: {labels: {team: null}}}}}")
    (found,) = problems(patch, manifest=plain)
    assert (found.rule, found.path) == ("render.patch.identity", "spec.patches[0].patch.spec.template.metadata.labels")


def test_objects_of_one_kind_go_by_name() -> None:
    """A patch changes the object of its name, and no other."""
    patch = ("{kind: Service, name: web}", "{spec: {externalIPs: [192.0.2.1]}}")
    assert rendered("Service", patch)["spec"]["externalIPs"] == ["192.0.2.1"]
    assert "externalIPs" not in rendered("Service", patch, name="web-headless")["spec"]


@pytest.mark.parametrize(
    ("patch", "path", "words"),
    [
        (of_pod("{setHostnameAsFQDN: 3}"), ".spec.template.spec.setHostnameAsFQDN", "of type `boolean`"),
        (of_pod("{setHostname: true}"), ".spec.template.spec.setHostname", "does not know: `setHostname`"),
        (of_pod("{containers: [{name: app, tpy: 1}]}"), ".spec.template.spec.containers[0].tpy", "`tpy`"),
        (of_pod("{readinessGates: [{}]}"), ".spec.template.spec.readinessGates[0]", "`conditionType`"),
        (of_pod("{containers: [{name: app, resizePolicy: [{resourceName: cpu}]}]}"),
         ".spec.template.spec.containers[0].resizePolicy[0]", "`restartPolicy`"),
        (("{kind: StatefulSet}", "{spec: {template: {spec: {containers: [{name: app, $patch: delete}]}}}, a: 1}"),
         ".a", "the object what Kubernetes does not know: `a`"),
    ],
)  # fmt: skip
def test_what_kubernetes_does_not_know(patch: tuple[str, str], path: str, words: str) -> None:
    """The result is held against Kubernetes' own schema, strictly, and problems stand where the patch says it."""
    (found,) = problems(patch)
    assert found.rule == "render.schema"
    assert found.path == f"spec.patches[0].patch{path}"
    assert words in found.message


def test_what_was_so_before() -> None:
    """What the schema asks for and the server does not is no fault of a patch; each problem stands at its patch."""
    lax = MANIFEST.replace(
        "  patches:", "  pod: {securityContext: {sysctls: [{name: net.core.somaxconn}]}}\n  patches:"
    )
    patches = (QUALIFIED, of_pod("{readinessGates: 3}"), of_pod("{preemptionPolicy: Never}"))
    assert render(load_one(patching(QUALIFIED).replace(MANIFEST, lax)))
    (found,) = problems(*patches, manifest=lax)
    assert found.path == "spec.patches[1].patch.spec.template.spec.readinessGates"


def test_without_the_schemas(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without them, an info says that patches are outside of the promise, and no field is refused."""
    monkeypatch.setattr(schemas, "newest", lambda: None)
    application = settle(load_one(patching(of_pod("{setHostname: true}"))))
    assert [(one.rule, one.severity) for one in application.warnings] == [("render.unchecked", "info")]


def test_validate_says_what_render_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The gate refuses a faulty patch, with its line."""
    file = tmp_path / "web.yaml"
    file.write_text(patching(of_pod("{hostPID: true}")), encoding="utf-8")
    assert main(["validate", str(file)]) == 1
    assert f"{file}:16:" in capsys.readouterr().out


@pytest.mark.parametrize("patch", ["{spec: {replicas: null}}", "{metadata: {labels: null}}"])
def test_descriptions_stand(patch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is described is what the fields say, and that an object is patched beside that; whatever patches break."""
    monkeypatch.setattr(schemas, "newest", lambda: None)
    told = describe(load_one(patching((SET, patch))))
    assert "Patched      StatefulSet web, in ways that nothing here tells of" in told
    assert "Resources    cpu 50m" in told


def test_secrets_stay_masked() -> None:
    """A patched Secret is masked like any other, also where the patch takes something away."""
    for patch in ("{immutable: true}", "{data: null, immutable: true}", "{type: null}"):
        objects = render(load_one(patching(("{kind: Secret}", patch))), secrets="mask")
        assert "aHVudGVyMg==" not in json.dumps(objects)


def test_a_message_without_json() -> None:
    """What a service sends is judged too: a text that is no JSON object breaks a rule."""
    message = load_one(MANIFEST.replace("  patches:\n", "")).message
    assert isinstance(message, KubernetesStatefulSet)
    message.spec.patches.add(target={"kind": "StatefulSet"}, patch="spec: {}")
    assert [one.rule for one in validate(message)] == ["spec.patches.patch.object"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["spec", "template", "metadata", "containers", "name", "env", "$patch", "$retainKeys", "data"]
            ),
            inner | st.sampled_from(["app", "delete", "replace"]),
            max_size=4,
        )
    ),
    max_leaves=20,
)


@given(JSON.filter(lambda value: isinstance(value, dict)), st.sampled_from(["StatefulSet", "Secret", "ServiceAccount"]))
def test_any_patch_ends_with_problems_or_objects(patch: Any, kind: str) -> None:
    """However odd the patch, what comes of it is objects or problems."""
    message = KubernetesStatefulSetStackInput(target=load_one(MANIFEST.replace("  patches:\n", "")).message)
    message.target.spec.patches.add(target={"kind": kind}, patch=json.dumps(patch))
    try:
        found = [one.path for one in settle(message).warnings]
    except InvalidManifestError as error:
        found = [one.path for one in error.problems]
    else:
        assert render(message, secrets="mask")
    assert [path for path in found if not path.startswith("target.spec.patches[0]")] == []


def test_where_the_schemas_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """The newest are taken, by number and not by name; none where the package is not installed."""
    found = schemas.newest()
    assert found is not None
    assert int(found.name.split(".")[1]) >= 34
    schemas.newest.cache_clear()
    monkeypatch.setattr(schemas, "find_spec", lambda _: None)
    assert schemas.newest() is None
    schemas.newest.cache_clear()


# Kinds whose lists are merged, and the schemas that say so; what only the server writes is left out.
KINDS = {"StatefulSet": "statefulset-apps-v1", "Service": "service-v1", "ServiceAccount": "serviceaccount-v1"}


@pytest.mark.parametrize("kind", KINDS)
def test_merge_keys_are_those_of_kubernetes(kind: str) -> None:
    """The table says what Kubernetes' schemas say."""
    folder = schemas.newest()
    assert folder is not None
    definitions = json.loads((folder / "_definitions.json").read_text(encoding="utf-8"))["$defs"]
    schema = json.loads((folder / f"{KINDS[kind]}.json").read_text(encoding="utf-8"))
    found = dict(merge_keys(schema, (), definitions))
    aside = (
        "status",
        "metadata.",
        "spec.template.metadata.",
        "spec.volumeClaimTemplates.",
        "spec.template.spec.volumes.",
    )
    assert MERGE_KEYS[kind] == {path: key for path, key in found.items() if not path.startswith(aside)}


def merge_keys(schema: Any, path: tuple[str, ...], definitions: Any) -> Any:
    """The merge key of each list below the schema that has one."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        schema = definitions[name] if len(path) < 8 else {}
    for name, held in schema.get("properties", {}).items():
        if "x-kubernetes-patch-merge-key" in held:
            yield ".".join((*path, name)), held["x-kubernetes-patch-merge-key"]
        yield from merge_keys(held.get("items", held), (*path, name), definitions)
