# SPDX-License-Identifier: Apache-2.0
"""What patches leave of the objects, read back: it is held to the rules of fields, and what no field says to none."""

import pytest
from patching import MANIFEST, QUALIFIED, of_pod, patching, problems

from planton_sts import load_one, schemas, settle
from planton_sts.api import run
from planton_sts.outcome import outcome
from planton_sts.problems import errors_of


@pytest.mark.parametrize(
    ("patch", "said"),
    [
        (of_pod("{containers: null}"), "spec.container"),
        (of_pod("{containers: [{name: app, image: null}]}"), "spec.container.app.image"),
        (of_pod("{containers: [{name: b, resizePolicy: [{resourceName: cpu}]}]}"), "spec.container.sidecars[0].image"),
        (of_pod("{containers: [{name: app, ports: null}]}"), "spec.service.ports[0].targetPort"),
        (of_pod("{schedulingGates: 3}"), ""),
    ],
)
def test_what_a_patch_takes_away(patch: tuple[str, str], said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is asked of fields is asked of what a patch leaves of them too, and without the schemas."""
    monkeypatch.setattr(schemas, "newest", lambda: None)
    found = errors_of(problems(QUALIFIED, patch))
    assert {one.path for one in found} == {"spec.patches[1].patch"}
    told = f"leave `{said}` as it is asked for" if said else "leave everything in shape"
    assert told in "\n".join(one.message for one in found)


ISCSI = "{name: x, iscsi: {targetPortal: '192.0.2.1:3260', iqn: 'iqn.2001-04.com.example:storage', lun: 0}}"
TRUST = "{name: x, projected: {sources: [{clusterTrustBundle: {name: a, path: b}}]}}"


@pytest.mark.parametrize(
    "patch",
    [
        of_pod(f"{{volumes: [{ISCSI}]}}"),
        of_pod(f"{{volumes: [{TRUST}]}}"),
        of_pod("{containers: [{name: app, env: [{name: A, valueFrom: {newKeyRef: {name: a}}}]}]}"),
        of_pod("{containers: [{name: app, lifecycle: {postStart: {grpc: {port: 1}}}}]}"),
        of_pod("{unknown: {imagePullSecrets: true, service: 1, backendRefs: [3]}}"),
    ],
)
def test_what_no_field_says_is_held_to_no_rule(patch: tuple[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A volume of another kind has what a volume needs, though no field says so; that is for the schemas."""
    monkeypatch.setattr(schemas, "newest", lambda: None)
    assert settle(load_one(patching(patch)))


def test_what_counts_is_the_end() -> None:
    """A patch may break what a later one mends."""
    gone = of_pod("{containers: [{name: app, $patch: delete}]}")
    back = of_pod("{containers: [{name: app, image: b, ports: [{name: http, containerPort: 80}], resizePolicy: []}]}")
    assert problems(gone)
    assert settle(load_one(patching(gone, back)))


ENTRANCES = {
    "Ingress": "ingressClassName: nginx",
    "HTTPRoute": "parentRefs: [{name: edge}]",
    "GRPCRoute": "parentRefs: [{name: edge}]",
}
FROM_OUTSIDE = "{spec: {rules: [{host: a.example.com, http: {paths: [{path: /, pathType: Prefix, backend: %s}]}}]}}"


@pytest.mark.parametrize(
    ("kind", "patch", "words"),
    [
        ("Ingress", "{spec: null}", "`spec.rules`"),
        ("Ingress", "{spec: {rules: null}}", "`spec.rules`"),
        ("Ingress", FROM_OUTSIDE % "{service: {name: web}}", "backend.service.port"),
        ("Ingress", "{spec: {ingressClassName: null}}", ""),
        ("Service", "{spec: {ports: null}}", "`spec.ports`"),
        ("Secret", "{type: kubernetes.io/dockerconfigjson, immutable: true}", "`data[.dockerconfigjson]`"),
        ("RoleBinding", "{roleRef: {name: ''}}", "`roleRef.name`"),
        ("HTTPRoute", "{spec: {hostnames: null}}", "`spec.ingress.hostname`"),
        ("GRPCRoute", "{spec: {rules: [{matches: [{path: x}], backendRefs: [{name: web, port: 80}]}]}}", ""),
        ("GRPCRoute", "{spec: {rules: [{matches: [{path: {type: {}}}], backendRefs: [{name: web, port: 80}]}]}}", ""),
        ("StatefulSet", of_pod("{containers: [{name: app, $patch: replace, x: 1, ports: [{name: a}]}]}")[1], "image"),
    ],
)
def test_what_a_server_asks_for(kind: str, patch: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also of objects that are no more what fields say once they are patched."""
    monkeypatch.setattr(schemas, "newest", lambda: None)
    open_to_all = MANIFEST.replace(
        "  patches:",
        f"  ingress: {{enabled: true, hostname: a.example.com, {ENTRANCES.get(kind, ENTRANCES['Ingress'])}}}\n"
        "  serviceAccount: {rules: [{apiGroups: [''], resources: [pods], verbs: [get]}]}\n  patches:",
    ).replace("appProtocol: http}", f"appProtocol: {'grpc' if kind == 'GRPCRoute' else 'http'}, isIngressPort: true}}")
    target = f"{{kind: {kind}, name: {'web-env-secrets' if kind == 'Secret' else 'web'}}}"
    found = outcome(load_one(patching((target, patch)).replace(MANIFEST, open_to_all)), run([], None)).problems
    told = "\n".join(one.message for one in errors_of(found))
    assert words in told
    assert bool(told) == bool(words)


def test_a_namespace_may_ask_for_less() -> None:
    """What a namespace asks of its pods may be taken away, also where the manifest has it from its labels."""
    hardened = MANIFEST.replace("{name: web}", "{name: web, labels: {pod-security.kubernetes.io/enforce: restricted}}")
    hardened = hardened.replace("  container:\n", "  hardened: true\n  container:\n")
    hardened = hardened.replace("    app:\n", "    app:\n      securityContext: {runAsUser: 1000}\n", 1)
    laxer = ("{kind: Namespace}", "{metadata: {labels: {pod-security.kubernetes.io/enforce: null}}}")
    assert settle(load_one(patching(laxer).replace(MANIFEST, hardened)))


def test_of_many_patches_the_last_is_blamed() -> None:
    """Each is held to the rules by itself where they are few, and all at once where they are many."""
    gone = of_pod("{containers: [{name: app, image: null}]}")
    gates = [of_pod(f"{{schedulingGates: [{{name: '{number}'}}]}}") for number in range(30)]
    assert {one.path for one in problems(gates[0], gone, gates[1])} == {"spec.patches[1].patch"}
    assert {one.path for one in problems(gone, *gates)} == {"spec.patches[30].patch"}
