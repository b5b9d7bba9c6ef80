# SPDX-License-Identifier: Apache-2.0
"""Problems as a service hands them on."""

import protovalidate
import pytest

from own_protos import request
from planton_sts import KubernetesStatefulSet, Problem, bad_request, load_one, problem_message, validate
from planton_sts.messages import Message
from tables import ROOT

MISTAKES = load_one((ROOT / "docs/five-mistakes.yaml").read_bytes(), "mistakes.yaml")


def test_problem_as_a_message() -> None:
    """All that a problem says is there."""
    problem = next(problem for problem in validate(MISTAKES) if problem.path == "metadata.name")
    message = problem_message(problem, MISTAKES)
    assert (message.rule, message.path, message.message) == (problem.rule, problem.path, problem.message)
    assert message.severity == message.error
    assert message.hint == "did you mean `postgres-db`?"
    assert (message.place.file, message.place.line, message.place.column) == ("mistakes.yaml", 6, 9)
    assert (message.place.end_line, message.place.end_column) == (6, 20)
    assert [element.field_name for element in message.field_path.elements] == ["metadata", "name"]


def wrong() -> list[Message]:
    """Messages that break one rule or more, in lists, maps and a service's own message."""
    manifest = KubernetesStatefulSet()
    manifest.metadata.labels["a b"] = "x"
    manifest.metadata.labels["c"] = "x y"
    manifest.spec.container.app.ports.add(name="http")
    manifest.spec.volume_claim_templates.add(name="data", size="10Gi", access_modes=["ReadWriteOnce", "Never"])
    own = request("Answered")(team="ab")
    own.many.add(team="x")
    own.input.target.CopyFrom(manifest)
    return [manifest, own]


@pytest.mark.parametrize("message", wrong(), ids=lambda message: message.DESCRIPTOR.name)
def test_field_path_is_that_of_protovalidate(message: Message) -> None:
    """Programs that know protovalidate's violations find the field as they do there."""
    theirs = {str(violation.proto.field) for violation in protovalidate.collect_violations(message)}
    problems = [problem for problem in validate(message) if problem.rule.startswith(("string.", "int32.", "required"))]
    assert len(problems) >= 8
    for problem in problems:
        made = protovalidate.FieldPathPb.from_binary(problem_message(problem, message).field_path.SerializeToString())
        assert str(made) in theirs, problem


def test_a_problem_without_place_or_message() -> None:
    """What is not known is not made up."""
    message = problem_message(Problem("spec.replicas[x].y", "load.unknown_key", "must be a field of `spec`"))
    assert not message.HasField("place")
    assert not message.HasField("field_path")


def test_field_path_ends_where_no_field_is() -> None:
    """A key that names no field is not part of the path of fields."""
    problem = next(problem for problem in MISTAKES.problems if problem.path == "spec.replicas")
    assert [element.field_name for element in problem_message(problem, MISTAKES).field_path.elements] == ["spec"]


def test_bad_request_says_all_that_has_room() -> None:
    """Each problem is a violation of its field, with what to write instead."""
    pytest.importorskip("google.rpc.error_details_pb2")
    details = bad_request(validate(MISTAKES))
    assert details.field_violations[0].field == "metadata.name"
    assert details.field_violations[0].description.endswith("(did you mean `postgres-db`?) [string.workload_name]")


@pytest.mark.parametrize("max_bytes", [200, 1000, 4096])
def test_bad_request_is_bounded(max_bytes: int) -> None:
    """However many problems there are, and however long their paths, the error fits into gRPC's metadata."""
    pytest.importorskip("google.rpc.error_details_pb2")
    problems = [Problem("x" * 5_000, "rule", "must be shorter"), *(validate(MISTAKES) * 100)]
    details = bad_request(problems, max_bytes=max_bytes)
    assert details.ByteSize() <= max_bytes
    told = len(details.field_violations) - 1
    assert details.field_violations[-1].description == f"and {len(problems) - told} more"
    assert all(violation.field != "x" * 5_000 for violation in details.field_violations)
