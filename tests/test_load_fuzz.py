# SPDX-License-Identifier: Apache-2.0
"""Odd input, as much of it as asked for: each ends with problems or documents, never with a traceback.

The corpus is every manifest of the project; `make fuzz` tries more of it than a test run does.
"""

import os
from contextlib import suppress
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planton_sts import InvalidManifestError, dumps, loads, render, validate
from planton_sts.loading import reads
from tables import HERE, ROOT

FUZZ = settings(max_examples=int(os.environ.get("FUZZ", "200")))
CORPUS = [
    path.read_bytes()
    for path in [*sorted((ROOT / "examples").glob("*.yaml")), *sorted((HERE / "golden").glob("*/input.yaml"))]
]
# What YAML gives a meaning to, and what text may hold besides.
TOKENS = [b"\n", b"  ", b"- ", b": ", b"{", b"}", b"[", b"]", b"&a ", b"*a", b"<<: ", b"!!", b"|\n", b">", b"'", b'"']
TOKENS += [
    b"#",
    b"---\n",
    b"...\n",
    b"\t",
    b"\r",
    b"\x00",
    b"\xff",
    b"\xef\xbb\xbf",
    b"%TAG ! a\n",
    b"? ",
    b"null",
    b"~",
]
TOKENS += [b"0x1F", b"1e3", b"-", b"99999999999999999999", b"valueFrom", b"secretRef", b"\xf0\x9f\x8c\x8d"]


def judge(content: bytes) -> None:
    """Go all the way that a manifest goes, as far as this one leads."""
    for document in reads(content, "fuzz"):
        document.data()
        document.redacted_lines()
        problems = document.problems if document.foreign else validate(document)
        assert all(problem.rule and problem.message and problem.file == "fuzz" for problem in problems)
        assert all(document.line(problem.line) is not None for problem in problems if problem.line)
        if document.message is not None and not document.foreign:
            render_if_valid(content)


def render_if_valid(content: bytes) -> None:
    for document in loads(content):
        with suppress(InvalidManifestError):
            dumps(render(document))


@FUZZ
@given(st.sampled_from(CORPUS), st.data())
def test_mutated_manifest(manifest: bytes, data: st.DataObject) -> None:
    """A manifest with a few pieces replaced by what a YAML reader may stumble over."""
    content = manifest
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content)))
        end = data.draw(st.integers(start, min(len(content), start + 12)))
        content = content[:start] + data.draw(st.sampled_from(TOKENS) | st.binary(max_size=4)) + content[end:]
    judge(content)


@FUZZ
@given(st.lists(st.sampled_from([*TOKENS, b"kind: KubernetesStatefulSet\n", b"spec:", b"metadata", b"a"]), max_size=40))
def test_heap_of_tokens(tokens: list[bytes]) -> None:
    """Anything that YAML's tokens can be put together to."""
    judge(b"".join(tokens))


@FUZZ
@given(st.binary(max_size=200))
def test_any_bytes(content: bytes) -> None:
    """Anything at all."""
    judge(content)


@pytest.mark.parametrize("change", ["drop", "replace"])
def test_every_kind_of_single_byte_change(change: str) -> None:
    """One byte less, or another byte, at places all over a manifest."""
    random = Random(20)  # noqa: S311 - the same places in every run
    manifest = CORPUS[0]
    for position in random.sample(range(len(manifest)), 150):
        other = b"" if change == "drop" else bytes([random.randrange(256)])
        judge(manifest[:position] + other + manifest[position + 1 :])
