# SPDX-License-Identifier: Apache-2.0
"""What patches make of the objects, held against Kubernetes' own schemas, which the package kubernetes-validate has."""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from itertools import islice
from pathlib import Path as File
from typing import Any

from planton_sts.application import Application
from planton_sts.paths import Path, Step, spell
from planton_sts.problems import Complaint, Finding
from planton_sts.rendering import KubeObject, rendered, unpatched
from planton_sts.rendering.patches import PATCHES, Patch
from planton_sts.rendering.strategic_merge import MERGE_KEYS
from planton_sts.wording import or_list, visible

UNCHECKED = Complaint(
    "render.unchecked",
    "is outside of the promise: nothing here says whether a server accepts what is patched",
    "install `planton-sts[schema]` to have it held against Kubernetes' own schema",
)
# So much is told of one object.
MOST = 10


def patch_findings(application: Application) -> Iterator[Finding]:
    """What is wrong with the patches, and with what they make of the objects."""
    result, before = rendered(application), unpatched(application)
    yield from result.findings
    for number in sorted({patch.object for patch in result.applied}):
        patches = [patch for patch in result.applied if patch.object == number]
        yield from _of_object(patches, before[number], result.objects[number])


def _of_object(patches: Sequence[Patch], before: KubeObject, after: KubeObject) -> Iterator[Finding]:
    """What is wrong with an object that was right before it was patched."""
    validator = _validator(after)
    if validator is None:
        yield Finding((*PATCHES, patches[-1].number), UNCHECKED, "info")
        return
    # The schemas ask for more than the server does, such as a value of each sysctl.
    known = {_fault(error) for error in validator.iter_errors(before)}
    new = (error for error in validator.iter_errors(after) if _fault(error) not in known)
    for error in islice(new, MOST):
        yield _finding(patches, after, error)


def _fault(error: Any) -> tuple[Any, ...]:
    """What tells an error from others, wherever in a list it stands."""
    return error.validator, error.message, *(step for step in error.absolute_path if isinstance(step, str))


def _finding(patches: Sequence[Patch], patched: KubeObject, error: Any) -> Finding:
    """What the schema asks for, at the place in the patches that is nearest to where it asks."""
    path, unknown = tuple(error.absolute_path), _unknown(error)
    near = [
        (*PATCHES, patch.number, "patch", *_nearest(patch.changes, patched, (*path, *unknown[:1]))) for patch in patches
    ]
    return Finding(max(reversed(near), key=len), Complaint("render.schema", _asked(error, path, unknown)))


def _nearest(changes: Any, patched: Any, path: Path) -> Path:
    """The path in the patch of what stands at the path in the object, as far as it leads; elements go by their keys."""
    near: Path = ()
    keys, names = MERGE_KEYS.get(patched["kind"], {}), ""
    for step in path:
        patched = patched[step]
        if isinstance(step, str):
            names = f"{names}.{step}".removeprefix(".")
        here = _same(changes, step, keys.get(names, ""), patched)
        if here is None:
            break
        near, changes = (*near, here), changes[here]
    return near


def _same(changes: Any, step: Step, key: str, patched: Any) -> Step | None:
    """The step in the patch that leads to what the step leads to in the object; None where the patch has it not."""
    if isinstance(step, str):
        return step if isinstance(changes, dict) and step in changes else None
    elements = changes if isinstance(changes, list) else []
    return next(
        (index for index, each in enumerate(elements) if each == patched or _is_called(each, key, patched)), None
    )


def _is_called(element: Any, key: str, other: Any) -> bool:
    both = isinstance(element, dict) and isinstance(other, dict)
    return both and key in element and element[key] == other.get(key)


def _unknown(error: Any) -> list[str]:
    """The fields that the schema does not have."""
    if error.validator != "additionalProperties":
        return []
    return sorted(set(error.instance) - set(error.schema.get("properties", {})))


def _asked(error: Any, path: Path, unknown: list[str]) -> str:
    """What the schema asks for, without the value, which may be a secret."""
    where, value = f"`{spell(path)}`" if path else "the object", error.validator_value
    match error.validator:
        case "additionalProperties" if unknown:
            return f"must not give {where} what Kubernetes does not know: {_listed(unknown)}"
        case "type":
            kinds = [value] if isinstance(value, str) else value
            return f"must make {where} a value of type {or_list(kind for kind in kinds if kind != 'null')}"
        case "required":
            return f"must give {where} what it needs: {_listed(name for name in value if name not in error.instance)}"
        case "enum":
            return f"must make {where} {or_list(each for each in value if each is not None)}"
        case other:
            return f"must make {where} what Kubernetes' schema asks for, by its `{other}`"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f"`{visible(name)}`" for name in names)


def _validator(kube_object: KubeObject) -> Any:
    """What judges such an object by the newest schemas there are; None where there is none for it."""
    folder = newest()
    group = kube_object["apiVersion"].partition("/")
    version = f"{group[0].partition('.')[0]}-{group[2]}" if group[1] else group[0]
    name = f"{kube_object['kind'].lower()}-{version}.json"
    return _read(folder, name) if folder and (folder / name).exists() else None


@cache
def _read(folder: File, name: str) -> Any:
    # They are slow to import, and rarely there.
    from jsonschema import Draft202012Validator  # noqa: PLC0415
    from referencing import Registry, Resource  # noqa: PLC0415

    definitions = Resource.from_contents(json.loads((folder / "_definitions.json").read_text(encoding="utf-8")))
    schema = json.loads((folder / name).read_text(encoding="utf-8"))
    return Draft202012Validator(schema, registry=definitions @ Registry())


@cache
def newest() -> File | None:
    """The strict schemas of the newest Kubernetes; None where the package is not installed."""
    found = find_spec("kubernetes_validate")
    if found is None or found.origin is None:
        return None
    folders = (File(found.origin).parent / "kubernetes-json-schema").glob("v*-local-strict")
    return max(folders, key=_minor, default=None)


def _minor(folder: File) -> tuple[int, ...]:
    return tuple(int(part) for part in folder.name[1:].partition("-")[0].split("."))
