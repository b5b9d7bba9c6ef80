# SPDX-License-Identifier: Apache-2.0
"""The public face as a user sees it; mypy --strict and pyright must accept it, and refuse what is marked."""

from pathlib import Path

from planton_sts import (
    Document,
    InvalidManifestError,
    KubeObject,
    KubernetesStatefulSet,
    KubernetesStatefulSetStackOutputs,
    Problem,
    dumps,
    load,
    loads,
    outputs,
    render,
    validate,
)


def problems(folder: Path) -> list[Problem]:
    """Everything wrong in a folder."""
    return [problem for document in load(folder) for problem in validate(document)]


def objects(text: str) -> list[KubeObject]:
    """The objects of every manifest in a text, or nothing."""
    documents: list[Document] = loads(text, source="text")
    try:
        return [one for document in documents for one in render(document, among=documents)]
    except InvalidManifestError as error:
        places: list[tuple[str, int | None]] = [(problem.path, problem.line) for problem in error.problems]
        assert places
        return []


def endpoint(message: KubernetesStatefulSet) -> str:
    """Where a message's application can be reached."""
    found: KubernetesStatefulSetStackOutputs = outputs(message, values={"KubernetesNamespace/a": {"spec.name": "b"}})
    return found.kube_endpoint


YAML: str = dumps(objects("kind: KubernetesStatefulSet"))
JSON: str = dumps([], "json")
WRONG = dumps([], "toml")  # type: ignore[arg-type]
