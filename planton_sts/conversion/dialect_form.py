# SPDX-License-Identifier: Apache-2.0
"""A message as a manifest of a later version of Project Planton's API, and what that cannot say.

Its loader knows no short forms, so that what is written is the ProtoJSON of its message.
"""

from collections.abc import Iterator
from typing import Any

from planton_sts.descent import elements
from planton_sts.loading.kinds import API_VERSION, DIALECTS, INSTRUCTIONS
from planton_sts.loading.plain import as_json
from planton_sts.messages import (
    ContainerImage,
    KubernetesSensitiveValue,
    KubernetesStatefulSet,
    KubernetesStatefulSetContainerApp,
    KubernetesStatefulSetContainerAppEnv,
    Message,
    json_name,
)
from planton_sts.paths import Key, Path
from planton_sts.problems import Complaint, Finding
from planton_sts.variables import arranged, needs, referred

RULE = "convert.dialect"
NO_FIELD = Complaint(RULE, "must be left out: that API has no such field")
NO_TAG = Complaint(RULE, "must name a tag: that API has images by repository and tag alone")
NO_ZERO = Complaint(RULE, "must be 1 or more: that API takes 0 for unset, which is 1")
NO_SECRET = Complaint(
    RULE, "must not refer to a secret by `$(NAME)`: in that API secrets stand after all other variables"
)

# The first number of the fields that are ours alone.
OURS_ALONE = 100
# Those that the dialects say in another place, or in another form.
_ELSEWHERE = {
    ContainerImage.DESCRIPTOR.fields_by_name["reference"].full_name,
    KubernetesStatefulSetContainerApp.DESCRIPTOR.fields_by_name["env_from"].full_name,
    KubernetesStatefulSetContainerAppEnv.DESCRIPTOR.fields_by_name["entries"].full_name,
    KubernetesSensitiveValue.DESCRIPTOR.fields_by_name["value_from"].full_name,
}


def in_dialect(message: Any, dialect: str) -> dict[str, Any]:
    """The message, of which the dialect can say everything, as a manifest of it."""
    tree: dict[str, Any] = as_json(message)
    if isinstance(message, KubernetesStatefulSet):
        _translate(tree, message, DIALECTS[dialect])
    else:
        _translate(tree.get("target", {}), message.target, DIALECTS[dialect])
    return tree


def _translate(node: dict[str, Any], manifest: KubernetesStatefulSet, version: str) -> None:
    """Rewrite what the dialect says in another form."""
    if manifest.api_version == API_VERSION:
        node["apiVersion"] = version
    if labels := node.get("metadata", {}).get("labels"):
        renamed = {_renamed(key, version): value for key, value in labels.items()}
        node["metadata"]["labels"] = dict(sorted(renamed.items()))
    app = node.get("spec", {}).get("container", {}).get("app", {})
    if reference := app.get("image", {}).pop("reference", None):
        app["image"].update(zip(("repo", "tag"), _split(reference), strict=True))
    if env := _env(app.get("env", {}), app.pop("envFrom", []), manifest.spec.container.app.env):
        app["env"] = env


def _renamed(label: str, version: str) -> str:
    """The label's key; an instruction to the tools has the API's name in it."""
    ours = INSTRUCTIONS[API_VERSION]
    return INSTRUCTIONS[version] + label.removeprefix(ours) if label.startswith(ours) else label


def _split(reference: str) -> tuple[str, str]:
    """The image's repository and its tag; empty where there is none."""
    name, at, digest = reference.partition("@")
    repo, colon, tag = name.rpartition(":")
    return (repo, f"{tag}{at}{digest}") if colon and "/" not in tag else (name, "")


def _env(
    node: dict[str, Any], env_from: list[dict[str, Any]], env: KubernetesStatefulSetContainerAppEnv
) -> dict[str, Any]:
    """The variables as lists: those of the maps in the order in which we render them, and the entries."""
    order = arranged(needs(env)).order
    found: dict[str, list[dict[str, Any]]] = {
        field: [{"name": name, **node[field][name]} for name in order if name in node.get(field, {})]
        for field in ("variables", "secrets")
    }
    for entry in node.get("entries", []):
        source = entry.get("valueFrom", {"value": entry.get("value", "")})
        is_secret = "secretKeyRef" in source
        value = {"secretRef": source["secretKeyRef"]} if is_secret else source
        found["secrets" if is_secret else "variables"].append({"name": entry.get("name", ""), **value})
    found["envFrom"] = env_from
    return {name: listed for name, listed in found.items() if listed}


def unsaid(message: Any) -> list[Finding]:
    """What no dialect can say of the message."""
    manifest, above = (message, ()) if isinstance(message, KubernetesStatefulSet) else (message.target, ("target",))
    path: Path = (*above, "spec", "container", "app")
    app = manifest.spec.container.app
    found = [Finding(way, NO_FIELD) for way in _beyond(message, ())]
    found += (Finding((*path, "image", *step), NO_TAG) for step in _untagged(app.image))
    if manifest.spec.availability.HasField("replicas") and not manifest.spec.availability.replicas:
        found.append(Finding((*above, "spec", "availability", "replicas"), NO_ZERO))
    return [*found, *_unsaid_of_env(app.env, (*path, "env"))]


def _beyond(message: Any, path: Path) -> Iterator[Path]:
    """The fields that are ours alone."""
    for field, value in message.ListFields():
        way = (*path, json_name(field))
        if field.number >= OURS_ALONE:
            yield from () if field.full_name in _ELSEWHERE else (way,)
        elif field.is_repeated and field.message_type is not None:
            for step, held in elements(value):
                yield from _beyond(held, (*way, step)) if isinstance(held, Message) else ()
        elif field.message_type is not None:
            yield from _beyond(value, way)


def _untagged(image: ContainerImage) -> list[Path]:
    if image.reference:
        return [] if _split(image.reference)[1] else [("reference",)]
    return [("tag",)] if ":" in image.tag.partition("@")[0] else []


def _unsaid_of_env(env: KubernetesStatefulSetContainerAppEnv, path: Path) -> Iterator[Finding]:
    """Files as sources, and what stands before the secrets that it refers to."""
    secrets = {*env.secrets, *(entry.name for entry in env.entries if entry.value_from.HasField("secret_key_ref"))}
    for name in sorted(env.variables):
        if not secrets.isdisjoint(referred(env.variables[name].value)):
            yield Finding((*path, "variables", Key(name), "value"), NO_SECRET)
    for index, entry in enumerate(env.entries):
        if entry.value_from.HasField("file_key_ref"):
            yield Finding((*path, "entries", index, "valueFrom", "fileKeyRef"), NO_FIELD)
        if not secrets.isdisjoint(referred(entry.value)):
            yield Finding((*path, "entries", index, "value"), NO_SECRET)
