# SPDX-License-Identifier: Apache-2.0
"""A message with nothing left open: references settled, defaults filled in."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from google.protobuf.descriptor import FieldDescriptor

from planton_sts.defaults import clear, fill
from planton_sts.messages import (
    CloudResourceKind,
    KubernetesSensitiveValue,
    KubernetesStatefulSetSpec,
    KubernetesStatefulSetStackInput,
    StringValueOrRef,
    ValueFromRef,
    default_kind,
    default_kind_field_path,
    option,
)
from planton_sts.paths import Key, Path
from planton_sts.problems import Complaint, Finding, Refusal
from planton_sts.references import Reference, Resources, Trail, discreet
from planton_sts.wording import because

CONFIG_FILE = "kubernetes.project-planton.org/docker-config-json-file"
NAMESPACE = KubernetesStatefulSetSpec.DESCRIPTOR.fields_by_name["namespace"]

# What of a spec has defaults also where all of it is left out.
WITH_DEFAULTS = ("availability", "pod", "service_account")

# A reference: its path within the input, its field, and the value that holds it.
Open = tuple[Path, FieldDescriptor, StringValueOrRef | KubernetesSensitiveValue]


class Resolution(NamedTuple):
    """What resolving gives.

    Attributes:
        left_open: What could not be settled.
        is_new: Whether the input now holds values that come from elsewhere, and that no rule has judged yet.

    """

    left_open: list[Finding]
    is_new: bool


def resolve(stack_input: KubernetesStatefulSetStackInput, resources: Resources) -> Resolution:
    """Settle in the input what can be settled, and fill in every default."""
    references, had_config = list(_open(stack_input)), bool(stack_input.docker_config_json)
    open_references = list(_settle_all(references, stack_input, resources))
    unread_file = list(_read_config_file(stack_input))
    is_new = len(open_references) < len(references) or bool(stack_input.docker_config_json) != had_config
    fill_defaults(stack_input)
    return Resolution(open_references + unread_file, is_new)


def fill_defaults(stack_input: KubernetesStatefulSetStackInput) -> None:
    """Give every unset field that has a default its default, also where all of its message is left out.

    In a plain rendering, what is unset in the manifest stays so, but where Kubernetes has no default either.
    """
    stack_input.platform.SetInParent()
    fill(stack_input.platform)
    spec = stack_input.target.spec
    if spec.HasField("spread"):
        fill(spec.spread)
    if not spec.plain:
        for part in WITH_DEFAULTS:
            getattr(spec, part).SetInParent()
        fill(spec)
        return
    # Whether an account is to be rendered, and how a path is meant.
    for own in (held for field, held in spec.ListFields() if field.name in {"ingress", "service_account"}):
        fill(own)


def clear_defaults(spec: KubernetesStatefulSetSpec) -> None:
    """Leave out what `fill_defaults` would give again."""
    if spec.plain:
        return
    clear(spec)
    for part in WITH_DEFAULTS:
        if not getattr(spec, part).ListFields():
            spec.ClearField(part)


def settle_namespace(stack_input: KubernetesStatefulSetStackInput, resources: Resources, trail: Trail) -> None:
    """Settle the one reference that the names of an application depend on; Refusal if it leads nowhere."""
    namespace = stack_input.target.spec.namespace
    if namespace.HasField("value_from"):
        namespace.value = resources.settle(_in_full(namespace.value_from, NAMESPACE, stack_input), trail)


def _settle_all(
    references: Iterable[Open], stack_input: KubernetesStatefulSetStackInput, resources: Resources
) -> Iterator[Finding]:
    """Settle every reference in place."""
    for path, field, value in references:
        try:
            reference = _in_full(value.value_from, field, stack_input)
            with discreet(str(path[-1])):
                value.value = resources.settle(reference)
        except Refusal as refusal:
            yield Finding((*path, "valueFrom"), refusal.complaint)


def _open(stack_input: KubernetesStatefulSetStackInput) -> Iterator[Open]:
    """Each reference."""
    spec = stack_input.target.spec
    env = spec.container.app.env
    if spec.namespace.HasField("value_from"):
        yield ("target", "spec", "namespace"), NAMESPACE, spec.namespace
    for field in ("variables", "secrets"):
        values = getattr(env, field)
        for name in sorted(values):
            if values[name].HasField("value_from"):
                path = ("target", "spec", "container", "app", "env", field, Key(name))
                yield path, env.DESCRIPTOR.fields_by_name[field], values[name]


def _in_full(
    reference: ValueFromRef, field: FieldDescriptor, stack_input: KubernetesStatefulSetStackInput
) -> Reference:
    """What the reference names, with what the field's options and the manifest say for what it leaves out."""
    kind = reference.kind or option(field, default_kind)
    field_path = reference.field_path or option(field, default_kind_field_path)
    if not kind:
        raise Refusal("resolve.open", "must say what it names, such as `kind: KubernetesStatefulSet`")
    if not field_path:
        raise Refusal(
            "resolve.field", "must say which field it takes, such as `fieldPath: status.outputs.kube_endpoint`"
        )
    env = reference.env or stack_input.target.metadata.env
    return Reference(CloudResourceKind.Name(kind), env, reference.name, field_path)


def _read_config_file(stack_input: KubernetesStatefulSetStackInput) -> Iterator[Finding]:
    """Take the pull credentials from the file that a label names, where the platform allows it."""
    file = stack_input.target.metadata.labels.get(CONFIG_FILE)
    if not file or not stack_input.platform.read_label_files or stack_input.docker_config_json:
        return
    try:
        from pathlib import Path as FilePath  # noqa: PLC0415 - few manifests name a file

        stack_input.docker_config_json = FilePath(file).read_text(encoding="utf-8")
    except (OSError, UnicodeError) as error:
        reason = because(error) if isinstance(error, OSError) else "it is not UTF-8"
        path = ("target", "metadata", "labels", Key(CONFIG_FILE))
        yield Finding(path, Complaint("resolve.docker_config_file", f"must name a file that can be read: {reason}"))
