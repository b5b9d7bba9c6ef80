# SPDX-License-Identifier: Apache-2.0
"""Documents of other kinds: told by a look at their bytes, and never one of ours among them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planton_sts.loading import documents, reads

SERVICE = b"# a service\napiVersion: v1\nkind: Service\nmetadata:\n  name: a\n"
MANIFEST = b"apiVersion: kubernetes.project-planton.org/v1\nkind: KubernetesStatefulSet\nmetadata: {name: a}\n"

TOLD = {
    "one": (SERVICE, ["Service"]),
    "several, one of them empty": (b"---\n" + SERVICE + b"---\n---\r\n" + SERVICE, ["Service", "Service"]),
    "quoted": (b"apiVersion: 'apps/v1'\r\nkind: \"Deployment\"\r\n", ["Deployment"]),
}


@pytest.mark.parametrize(("content", "kinds"), TOLD.values(), ids=TOLD)
def test_told_without_parsing(content: bytes, kinds: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The kinds are known, and nothing is parsed before somebody asks what a document says."""
    monkeypatch.setattr(documents, "compose", lambda _: pytest.fail("it is parsed"))
    found = reads(content)
    assert [(document.kind, document.foreign) for document in found] == [(kind, True) for kind in kinds]
    monkeypatch.undo()
    assert [document.data()["kind"] for document in found] == kinds


PARSED = {
    "ours beside it": (SERVICE + b"---\n" + MANIFEST, [True, False]),
    "ours after a document's end": (SERVICE + b"...\n" + MANIFEST.replace(b"KubernetesStatefulSet", b"K"), None),
    "no kind": (b"apiVersion: v1\nmetadata: {}\n", None),
    "null kind": (b"apiVersion: null\nkind: null\nmetadata: {name: a}\nspec: {}\n", [False]),
    "misspelt, of our API": (MANIFEST.replace(b"Set", b"Sett"), [False]),
    "quoted keys first": (b'"kind": KubernetesStatefulSet\nkind: Service\napiVersion: v1\n', [False]),
    "other line ends": ((SERVICE + b"---\nspec: {}\n").replace(b"\n", b"\r"), [True, False]),
    "a key twice": (SERVICE + b"kind: Pod\n", None),
    "tabs": (b"apiVersion: v1\nkind: Service\n\tmetadata: x\n", None),
}


@pytest.mark.parametrize(("content", "foreign"), PARSED.values(), ids=PARSED)
def test_what_is_not_sure_is_parsed(content: bytes, foreign: list[bool] | None) -> None:
    """Whatever could hide one of ours is read as ever; text, of which no bytes are looked at, gives the same."""
    found = reads(content)
    assert [vars_of(document) for document in found] == [vars_of(document) for document in reads(content.decode())]
    if foreign is not None:
        assert [document.foreign for document in found] == foreign


LINES = [
    "---",
    "...",
    "kind: Service",
    "kind: Kubernetesstatefulset",
    "kind: null",
    "'kind': Pod",
    "apiVersion: v1",
    "apiVersion: kubernetes.project-planton.org/v1",
    "metadata: {}",
    "spec:",
    "  a: b",
    "- a",
    "# x",
    "",
]


@given(st.lists(st.sampled_from(LINES), max_size=8), st.sampled_from(["\n", "\r\n"]))
def test_bytes_give_what_text_gives(lines: list[str], end: str) -> None:
    """The look at the bytes changes nothing but what does not parse."""
    content = end.join(lines)
    parsed = reads(content)
    if not any(problem.rule == "load.yaml" for document in parsed for problem in document.problems):
        assert [vars_of(document) for document in reads(content.encode())] == [vars_of(document) for document in parsed]


def vars_of(document: documents.Document) -> tuple[object, ...]:
    return document.index, document.kind, document.foreign, document.problems
