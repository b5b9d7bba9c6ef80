# SPDX-License-Identifier: Apache-2.0
"""The converter as its users call it: a manifest in, Kubernetes objects or stack outputs out."""

from collections.abc import Iterable, Mapping

from planton_sts.application import Application, Subject, settle, stack_input_of
from planton_sts.loading import Document
from planton_sts.messages import KubernetesStatefulSetPlatform, KubernetesStatefulSetStackOutputs
from planton_sts.references import Resource, Resources, Trail, Values
from planton_sts.rendering import KubeObject, objects
from planton_sts.resolution import fill_defaults, settle_namespace
from planton_sts.stack_outputs import stack_outputs


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
    return objects(settle(subject, run(among, values), platform))


def outputs(
    subject: Subject,
    *,
    among: Iterable[Document] = (),
    values: Values | None = None,
    platform: KubernetesStatefulSetPlatform | None = None,
) -> KubernetesStatefulSetStackOutputs:
    """Where the application can be reached once its objects are applied; the arguments are those of `render`."""
    return stack_outputs(settle(subject, run(among, values), platform))


def run(among: Iterable[Document], values: Values | None) -> Resources:
    """What the references of one run can be settled from, the outputs of its own applications included."""

    def computed(resource: Resource, trail: Trail) -> Mapping[str, str]:
        stack_input = stack_input_of(getattr(resource.document, "message", None))
        settle_namespace(stack_input, resources, trail)
        fill_defaults(stack_input)
        found = stack_outputs(Application.of(stack_input))
        return {field.json_name: getattr(found, field.name) for field in found.DESCRIPTOR.fields}

    resources = Resources(among, values, computed)
    return resources
