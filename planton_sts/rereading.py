# SPDX-License-Identifier: Apache-2.0
"""What patches make of the objects, read as a manifest again: what is asked of fields is asked of what they become."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from planton_sts.application import Application
from planton_sts.comparison import each_of, settled, terse
from planton_sts.json_objects import at, elements
from planton_sts.loading import loads
from planton_sts.paths import spell
from planton_sts.problems import Complaint, Finding, errors_of
from planton_sts.recognition.belongings import belongings
from planton_sts.recognition.drafting import draft
from planton_sts.rendering import KubeObject, rendered, unpatched
from planton_sts.rendering.patches import PATCHES
from planton_sts.services import NO_ADDRESS
from planton_sts.validation import validate
from planton_sts.write import document

# Of more patches than this, the last is blamed for what all of them do.
FEW = 20

# By what tells a complaint from others: the path and the rule of a field.
Broken = Mapping[tuple[str, str], Complaint]


def _of_ingress(ingress: KubeObject) -> Iterator[str]:
    if not (at(ingress, "spec", "rules") or at(ingress, "spec", "defaultBackend")):
        yield "spec.rules"
    for rule in elements(at(ingress, "spec", "rules")):
        for path in elements(at(rule, "http", "paths")):
            service = at(path, "backend", "service")
            if service and not (at(service, "port", "number") or at(service, "port", "name")):
                yield "spec.rules[].http.paths[].backend.service.port"


def _of_service(service: KubeObject) -> Iterator[str]:
    is_alone = at(service, "spec", "clusterIP") == NO_ADDRESS or at(service, "spec", "type") == "ExternalName"
    if not (at(service, "spec", "ports") or is_alone):
        yield "spec.ports"


def _of_binding(binding: KubeObject) -> Iterator[str]:
    if not at(binding, "roleRef", "name"):
        yield "roleRef.name"


def _of_secret(secret: KubeObject) -> Iterator[str]:
    if secret.get("type") == "kubernetes.io/dockerconfigjson" and not at(secret, "data", ".dockerconfigjson"):
        yield "data[.dockerconfigjson]"


# What a server asks for, and a schema does not, of what no field may say any more once it is patched.
NEEDS: Mapping[str, Callable[[KubeObject], Iterator[str]]] = {
    "Ingress": _of_ingress,
    "RoleBinding": _of_binding,
    "Secret": _of_secret,
    "Service": _of_service,
}


def broken_rules(application: Application) -> Iterator[Finding]:
    """The rules that hold without the patches, and not with them; each is told of the first that breaks it."""
    broken = _broken(rendered(application).objects)
    if not broken:
        return
    known = _broken(unpatched(application))
    left = {key: complaint for key, complaint in broken.items() if key not in known}
    for number, objects in _stages(application):
        for key in sorted(left.keys() & _broken(objects).keys()):
            yield Finding((*PATCHES, number, "patch"), left.pop(key))


def _stages(application: Application) -> Iterator[tuple[int, Sequence[KubeObject]]]:
    """The number of each patch, and the objects with those up to it; of the last alone, where there are many."""
    count = len(application.input.target.spec.patches)
    for number in range(0 if count <= FEW else count - 1, count):
        part = type(application.input)()
        part.CopyFrom(application.input)
        del part.target.spec.patches[number + 1 :]
        yield number, rendered(application._replace(input=part)).objects


def _broken(objects: Sequence[KubeObject]) -> Broken:
    """What a server asks for of the objects, or the rules of the manifest that says what they are, and they break."""
    try:
        known = settled(each_of(objects))
    except ValueError as error:
        return {("", "render.patch.shape"): Complaint("render.patch.shape", f"must leave everything in shape: {error}")}
    return {**_missing(known), **_broken_by_manifest(known)}


def _missing(objects: Iterable[KubeObject]) -> Broken:
    """What a server asks for of objects that are no more what fields say."""
    known = ((each, f"{each['kind']} `{each['metadata']['name']}`") for each in objects if each["kind"] in NEEDS)
    return {
        (called, path): Complaint("render.patch.rule", f"must leave {called} with its `{path}`")
        for each, called in known
        for path in NEEDS[each["kind"]](each)
    }


def _broken_by_manifest(objects: Iterable[KubeObject]) -> Broken:
    """The rules that are broken by the manifest which says what the objects are."""
    (running,), _ = belongings([terse(each) for each in objects])
    made = draft(running, with_access=True)
    for path in made.sketch.lacking:
        if made.sketch.get(path) is None:
            made.sketch.put(path, {})
    (manifest,) = loads(document(made.manifest()))
    # What these lack may be what no field says.
    lacking = {spell(path) for path in made.sketch.lacking}
    return {
        (problem.path, problem.rule): Complaint(
            "render.patch.rule", f"must leave `{problem.path}` as it is asked for: it {problem.message}", problem.hint
        )
        for problem in errors_of(validate(manifest))
        if problem.path not in lacking
    }
