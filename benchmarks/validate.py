# SPDX-License-Identifier: Apache-2.0
"""What validating costs, as ratios measured in one run: to no rules, to Project Planton's few, to a JSON Schema.

Run with `make bench`.
"""

import json
import statistics
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import kubernetes_validate
import protovalidate
from google.protobuf.descriptor import FileDescriptor
from google.protobuf.descriptor_pb2 import DescriptorProto, FileDescriptorProto
from google.protobuf.descriptor_pool import DescriptorPool
from google.protobuf.message import Message
from google.protobuf.message_factory import GetMessageClass
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from planton_sts import render
from planton_sts.messages import KubernetesStatefulSet, field_rules
from planton_sts.validation.violations import validate
from turns import microseconds

TEMPLATE = {"name": "data", "size": "10Gi", "access_modes": ["ReadWriteOnce"]}
# The rules of the reference, by id; beside them it marks some fields as required.
REFERENCE = {
    "spec.container.app.image.repo",
    "spec.container.app.image.tag",
    "spec.container.app.ports.name",
    "spec.container.app.ports.network_protocol",
    "spec.ingress.hostname.required",
    "spec.pod_management_policy",
    "spec.volume_claim_templates.access_modes",
    "spec.volume_claim_templates.size",
}


def manifest(ports: int, variables: int, mounts: int) -> KubernetesStatefulSet:
    """A PostgreSQL server with that many ports, variables and mounts."""
    app = {
        "image": {"repo": "postgres", "tag": "16"},
        "resources": {"requests": {"cpu": "100m", "memory": "256Mi"}, "limits": {"cpu": "1", "memory": "2Gi"}},
        "ports": [
            {"name": f"p{i}", "container_port": 5432 + i, "network_protocol": "TCP", "app_protocol": "tcp"}
            | {"service_port": 5432 + i}
            for i in range(ports)
        ],
        "env": {"variables": {f"V{i}": {"value": "text"} for i in range(variables)}},
        "volume_mounts": [{"name": "data", "mount_path": "/data"}]
        + [{"name": f"m{i}", "mount_path": f"/m{i}", "empty_dir": {"size_limit": "1Gi"}} for i in range(1, mounts)],
    }
    return KubernetesStatefulSet(
        api_version="kubernetes.project-planton.org/v1",
        kind="KubernetesStatefulSet",
        metadata={"name": "postgres"},
        spec={"namespace": {"value": "db"}, "container": {"app": app}, "volume_claim_templates": [TEMPLATE]},
    )


def with_rules(message: Message, keep: Callable[[str], bool]) -> Message:
    """The same message under descriptors that keep only the rules named."""
    pool = DescriptorPool()
    _add(message.DESCRIPTOR.file, pool, keep)
    kind = GetMessageClass(pool.FindMessageTypeByName(message.DESCRIPTOR.full_name))
    return kind.FromString(message.SerializeToString())


def _add(file: FileDescriptor, pool: DescriptorPool, keep: Callable[[str], bool]) -> None:
    try:
        pool.FindFileByName(file.name)
    except KeyError:
        for imported in file.dependencies:
            _add(imported, pool, keep)
        copy = FileDescriptorProto()
        file.CopyToProto(copy)
        for message in copy.message_type:
            _strip(message, keep)
        pool.Add(copy)


def _strip(message: DescriptorProto, keep: Callable[[str], bool]) -> None:
    """Remove the rules that are not to be kept."""
    for extension, value in message.options.ListFields():
        if extension.full_name == "buf.validate.message":
            kept = [rule for rule in value.cel if keep(rule.id)]
            del value.cel[:], value.oneof[:]
            value.cel.extend(kept)
    for field in message.field:
        _strip_field(field.options.Extensions[field_rules], keep)
    for oneof in message.oneof_decl:
        oneof.ClearField("options")
    for nested in message.nested_type:
        _strip(nested, keep)


def _strip_field(rules: Message, keep: Callable[[str], bool]) -> None:
    """Remove the rules of a field, and of the elements of its list, that are not to be kept."""
    kept = [rule for rule in rules.cel if keep(rule.id)]
    of_elements = [rule for rule in rules.repeated.items.cel if keep(rule.id)]
    required = rules.required and keep("required")
    rules.Clear()
    rules.cel.extend(kept)
    rules.required = required
    if of_elements:
        rules.repeated.items.cel.extend(of_elements)


def judge(message: Message) -> Callable[[], object]:
    """Protovalidate's verdict by a validator of its own, for one remembers the rules of a message by its name."""
    validator = protovalidate.Validator()
    return lambda: validator.collect_violations(message)


def schema_check(message: KubernetesStatefulSet) -> Callable[[], object]:
    """A compiled JSON Schema's verdict on the StatefulSet that the message becomes."""
    folder = Path(kubernetes_validate.__file__).parent / "kubernetes-json-schema" / "v1.36.0-local-strict"
    schema, definitions = (
        json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        for name in ("statefulset-apps-v1", "_definitions")
    )
    validator = Draft202012Validator(schema, registry=Resource.from_contents(definitions) @ Registry())
    stateful_set = next(one for one in render(message) if one["kind"] == "StatefulSet")
    assert not list(validator.iter_errors(stateful_set))
    return lambda: list(validator.iter_errors(stateful_set))


FIRST = """
import time
from planton_sts import render
from planton_sts.messages import KubernetesStatefulSet
from planton_sts.validation.violations import validate
message = KubernetesStatefulSet.FromString({wire!r})
start = time.perf_counter()
validate(message)
first = time.perf_counter()
validate(message)
print((first - start) / (time.perf_counter() - first))
"""


def first_ratio(message: Message) -> float:
    """How many later validations the first one costs, for then the rules are compiled."""
    program = FIRST.format(wire=message.SerializeToString())
    runs = [float(subprocess.check_output([sys.executable, "-c", program])) for _ in range(5)]
    return statistics.median(runs)


def main() -> None:
    """Print the ratios."""
    for name, message in (
        ("the PostgreSQL example", manifest(1, 3, 1)),
        ("30 ports, 40 variables, 20 mounts", manifest(30, 40, 20)),
    ):
        assert not validate(message)
        bare = with_rules(message, lambda _: False)
        few = with_rules(message, lambda rule: rule in REFERENCE or rule == "required")
        ours, none, reference, schema = microseconds(
            lambda m=message: validate(m),
            judge(bare),
            judge(few),
            schema_check(message),
        )
        print(
            f"validate, {name}: {ours:.0f} us; {ours / none:.1f} x no rules, {ours / reference:.1f} x the reference's, "
            f"{ours / schema:.3f} x a JSON Schema on the StatefulSet alone"
        )
    example = manifest(1, 3, 1)
    print(f"validate, the first of a process: {first_ratio(example):.0f} x a later one")


if __name__ == "__main__":
    main()
