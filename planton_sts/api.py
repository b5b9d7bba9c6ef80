# SPDX-License-Identifier: Apache-2.0
"""The converter as its users call it: a manifest in, Kubernetes objects or stack outputs out."""

from collections.abc import Iterable, Mapping

from planton_sts.loading import Document
from planton_sts.messages import (
    KubernetesStatefulSet,
    KubernetesStatefulSetPlatform,
    KubernetesStatefulSetStackOutputs,
    Message,
)
from planton_sts.messages import KubernetesStatefulSetStackInput as StackInput
from planton_sts.problems import Finding, InvalidManifestError, Problem
from planton_sts.references import Resource, Resources, Trail, Values
from planton_sts.rendering import KubeObject, render_resolved
from planton_sts.resolve import resolve, settle_namespace
from planton_sts.stack_outputs import outputs_resolved
from planton_sts.validation.violations import findings, located, validate

Subject = Document | KubernetesStatefulSet | StackInput


def render(
    subject: Subject,
    *,
    among: Iterable[Document] = (),
    values: Values | None = None,
    platform: KubernetesStatefulSetPlatform | None = None,
) -> list[KubeObject]:
    """The Kubernetes objects that the manifest stands for, in the order to apply them.

    References are settled from the documents `among` which it stands and from `values`, which maps
    `Kind/name` to what is known of that resource's fields. InvalidManifestError says what keeps it from being rendered.
    """
    return render_resolved(settled(subject, run(among, values), platform))


def outputs(
    subject: Subject,
    *,
    among: Iterable[Document] = (),
    values: Values | None = None,
    platform: KubernetesStatefulSetPlatform | None = None,
) -> KubernetesStatefulSetStackOutputs:
    """Where the application can be reached once its objects are applied; the arguments are those of `render`."""
    return outputs_resolved(settled(subject, run(among, values), platform))


def run(among: Iterable[Document], values: Values | None) -> Resources:
    """What the references of one run can be settled from, the outputs of its own applications included."""

    def computed(resource: Resource, trail: Trail) -> Mapping[str, str]:
        message = getattr(resource.document, "message", None)
        if not isinstance(message, KubernetesStatefulSet | StackInput):
            return {}
        stack_input = _stack_input(message, None)
        settle_namespace(stack_input, resources, trail)
        found = outputs_resolved(stack_input)
        return {field.json_name: getattr(found, field.name) for field in found.DESCRIPTOR.fields}

    resources = Resources(among, values, computed)
    return resources


def settled(
    subject: Subject, resources: Resources, platform: KubernetesStatefulSetPlatform | None = None
) -> StackInput:
    """The input that rendering starts from: valid, and with nothing left open; InvalidManifestError otherwise."""
    stop([*(subject.problems if isinstance(subject, Document) else ()), *validate(subject)])
    stack_input = _stack_input(_message(subject), platform)
    resolved, left_open = resolve(stack_input, resources)
    # A settled value is held to the rules of the field that it came to stand in.
    stop(located(subject, within(subject, finding)) for finding in left_open or findings(resolved))
    return resolved


def _message(subject: Subject) -> Message | None:
    """What the subject says."""
    return subject.message if isinstance(subject, Document) else subject


def _stack_input(message: Message | None, platform: KubernetesStatefulSetPlatform | None) -> StackInput:
    """The message as a stack input, on the platform if one is given."""
    stack_input = StackInput()
    if isinstance(message, StackInput):
        stack_input.CopyFrom(message)
    elif isinstance(message, KubernetesStatefulSet):
        stack_input.target.CopyFrom(message)
    if platform is not None:
        stack_input.platform.MergeFrom(platform)
    return stack_input


def within(subject: Subject, finding: Finding) -> Finding:
    """The finding about a stack input as one about the subject, which may be its manifest alone."""
    is_manifest = isinstance(_message(subject), KubernetesStatefulSet)
    return finding._replace(path=finding.path[1:]) if is_manifest and finding.path[:1] == ("target",) else finding


def stop(problems: Iterable[Problem]) -> None:
    """Raise InvalidManifestError if there are errors among the problems."""
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        raise InvalidManifestError(errors)
