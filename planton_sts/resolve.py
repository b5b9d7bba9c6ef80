# SPDX-License-Identifier: Apache-2.0
"""A message with nothing left open: references settled, defaults filled in."""

from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import Any

from google.protobuf.descriptor import FieldDescriptor

from planton_sts.messages import (
    CloudResourceKind,
    KubernetesStatefulSetSpec,
    KubernetesStatefulSetStackInput,
    Message,
    StringValueOrRef,
    ValueFromRef,
    default,
    default_container_resources,
    default_kind,
    default_kind_field_path,
    option,
)
from planton_sts.paths import Key, Path
from planton_sts.problems import Finding
from planton_sts.references import Reference, Resources, Trail, UnsettledError

CONFIG_FILE = "kubernetes.project-planton.org/docker-config-json-file"
NAMESPACE = KubernetesStatefulSetSpec.DESCRIPTOR.fields_by_name["namespace"]
RESOURCES = "resources"


def resolve(
    stack_input: KubernetesStatefulSetStackInput, resources: Resources
) -> tuple[KubernetesStatefulSetStackInput, list[Finding]]:
    """A copy of the input without references and unset defaults, and a finding for each reference left open."""
    resolved = KubernetesStatefulSetStackInput()
    resolved.CopyFrom(stack_input)
    problems = [*_settle_all(resolved, resources), *_read_config_file(resolved)]
    _fill(resolved)
    return resolved, problems


def settle_namespace(stack_input: KubernetesStatefulSetStackInput, resources: Resources, trail: Trail) -> None:
    """Settle the one reference that the names of an application depend on; UnsettledError if it leads nowhere."""
    namespace = stack_input.target.spec.namespace
    if namespace.HasField("value_from"):
        namespace.value = resources.settle(_in_full(namespace.value_from, NAMESPACE, stack_input), trail)


def _settle_all(stack_input: KubernetesStatefulSetStackInput, resources: Resources) -> Iterator[Finding]:
    """Settle every reference in place."""
    for path, field, value in _open(stack_input):
        try:
            value.value = resources.settle(_in_full(value.value_from, field, stack_input))
        except UnsettledError as error:
            yield Finding((*path, "valueFrom"), error.rule, error.message, error.hint)


def _open(stack_input: KubernetesStatefulSetStackInput) -> Iterator[tuple[Path, FieldDescriptor, StringValueOrRef]]:
    """Each reference: its path within the manifest, its field, and the value that holds it."""
    spec = stack_input.target.spec
    env = spec.container.app.env
    variables = env.DESCRIPTOR.fields_by_name["variables"]
    if spec.namespace.HasField("value_from"):
        yield ("target", "spec", "namespace"), NAMESPACE, spec.namespace
    for name in sorted(env.variables):
        if env.variables[name].HasField("value_from"):
            path = ("target", "spec", "container", "app", "env", "variables", Key(name))
            yield path, variables, env.variables[name]


def _in_full(
    reference: ValueFromRef, field: FieldDescriptor, stack_input: KubernetesStatefulSetStackInput
) -> Reference:
    """What the reference names, with what the field's options and the manifest say for what it leaves out."""
    kind = reference.kind or option(field, default_kind)
    return Reference(
        CloudResourceKind.Name(kind),
        reference.env or stack_input.target.metadata.env,
        reference.name,
        reference.field_path or option(field, default_kind_field_path),
    )


def _read_config_file(stack_input: KubernetesStatefulSetStackInput) -> Iterator[Finding]:
    """Take the pull credentials from the file that a label names, where the platform allows it."""
    file = stack_input.target.metadata.labels.get(CONFIG_FILE)
    if not file or not stack_input.platform.read_label_files or stack_input.docker_config_json:
        return
    try:
        stack_input.docker_config_json = FilePath(file).read_text(encoding="utf-8")
    except (OSError, UnicodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        message = f"must name a file that can be read: {(reason or 'it cannot be opened').lower()}"
        yield Finding(("target", "metadata", "labels", Key(CONFIG_FILE)), "resolve.docker_config_file", message)


def _fill(stack_input: KubernetesStatefulSetStackInput) -> None:
    """Give every unset field that has a default its default."""
    spec = stack_input.target.spec
    app = spec.container.app
    if not app.HasField(RESOURCES):
        app.resources.CopyFrom(option(app.DESCRIPTOR.fields_by_name[RESOURCES], default_container_resources))
    for message in (spec, spec.availability, *spec.volume_claim_templates, stack_input.platform):
        _fill_fields(message)


def _fill_fields(message: Message) -> None:
    present = {field.name for field, _ in message.ListFields()}
    for field in message.DESCRIPTOR.fields:
        text = option(field, default)
        if text and field.name not in present:
            _set(message, field, text)


def _set(message: Message, field: FieldDescriptor, text: str) -> None:
    value: Any = int(text) if field.cpp_type == FieldDescriptor.CPPTYPE_INT32 else text
    if field.is_repeated:
        getattr(message, field.name).append(value)
    else:
        setattr(message, field.name, value)
