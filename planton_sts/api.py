# SPDX-License-Identifier: Apache-2.0
"""The converter as its users call it: a manifest in, Kubernetes objects or stack outputs out."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Literal

from planton_sts.application import Application, Subject, stack_input_of
from planton_sts.loading import Document
from planton_sts.masking import Secrecy, with_secrets
from planton_sts.messages import KubernetesStatefulSetPlatform, KubernetesStatefulSetStackOutputs
from planton_sts.outcome import clash, sound
from planton_sts.problems import InvalidManifestError
from planton_sts.references import Named, Resource, Resources, Trail, Values
from planton_sts.rendering import KubeObject, objects
from planton_sts.resolution import fill_defaults, settle_namespace
from planton_sts.stack_outputs import stack_outputs

if TYPE_CHECKING:
    from planton_sts.planning import Consequence


def settle(
    subject: Subject,
    *,
    among: Iterable[Document] = (),
    values: Values | None = None,
    platform: KubernetesStatefulSetPlatform | None = None,
) -> Application:
    """The application that the manifest describes: valid, and with nothing left open.

    References are settled from the documents `among` which it stands and from `values`, which maps
    `Kind/name` to what is known of that resource's fields. InvalidManifestError says what keeps it from being settled.
    """
    others = list(among)
    resources = run(others, values)
    application = sound(subject, resources, platform)
    if problem := clash(subject, application, others, resources, platform):
        raise InvalidManifestError([problem])
    return application


def render(
    subject: Subject | Application,
    *,
    among: Iterable[Document] = (),
    values: Values | None = None,
    platform: KubernetesStatefulSetPlatform | None = None,
    secrets: Secrecy = "include",
) -> list[KubeObject]:
    """The Kubernetes objects that the manifest stands for, in the order to apply them.

    What is no application yet is settled first, as `settle` does. The Secrets' values can be masked, or their objects
    left out.
    """
    return with_secrets(objects(_settled(subject, among, values, platform)), secrets)


def outputs(
    subject: Subject | Application,
    *,
    among: Iterable[Document] = (),
    values: Values | None = None,
    platform: KubernetesStatefulSetPlatform | None = None,
) -> KubernetesStatefulSetStackOutputs:
    """Where the application can be reached once its objects are applied; the arguments are those of `settle`."""
    return stack_outputs(_settled(subject, among, values, platform))


def describe(
    subject: Subject | Application,
    *,
    among: Iterable[Document] = (),
    values: Values | None = None,
    platform: KubernetesStatefulSetPlatform | None = None,
    form: Literal["text", "json", "mermaid"] = "text",
) -> str:
    """What the manifest becomes, told to people or, as JSON, to programs; the other arguments are those of `settle`."""
    from planton_sts.description import FORMS, description  # noqa: PLC0415 - it is slow to import, and rarely asked for

    return FORMS[form]([description(_settled(subject, among, values, platform))])


# One part of a side of an update.
Part = Subject | Application | KubeObject


def plan(
    old: Part | Iterable[Part],
    new: Part | Iterable[Part],
    *,
    values: Values | None = None,
    platform: KubernetesStatefulSetPlatform | None = None,
) -> "list[Consequence]":
    """What follows from an update, the worst first: what restarts, what is refused, which data are at risk.

    Each side is a manifest or several, whose references are settled among themselves, or the Kubernetes objects that
    run or shall, as mappings or in the lists that kubectl prints; they and what is rendered are matched by kind,
    namespace and name. ValueError says which object is none, or was put out of shape by patches.
    """
    from planton_sts.planning import consequences  # noqa: PLC0415 - rarely asked for, too

    return consequences(_objects(old, values, platform), _objects(new, values, platform))


def _objects(
    side: Part | Iterable[Part], values: Values | None, platform: KubernetesStatefulSetPlatform | None
) -> list[KubeObject]:
    """The objects of one side, and what all manifests of it render."""
    from planton_sts.comparison import each_of, settled  # noqa: PLC0415 - no other stage needs them

    # An Application is a tuple too, and an object a mapping.
    parts = [side] if isinstance(side, Subject | Application | dict) else list(side)
    among = [each for each in parts if isinstance(each, Document)]
    manifests = (
        each for each in parts if not (isinstance(each, dict) or (isinstance(each, Document) and each.foreign))
    )
    applications = (
        each if isinstance(each, Application) else settle(each, among=among, values=values, platform=platform)
        for each in manifests
    )
    given = settled(each_of(each for each in parts if isinstance(each, dict)))
    return [*given, *(kube_object for application in applications for kube_object in objects(application))]


def _settled(
    subject: Subject | Application,
    among: Iterable[Document],
    values: Values | None,
    platform: KubernetesStatefulSetPlatform | None,
) -> Application:
    if not isinstance(subject, Application):
        return settle(subject, among=among, values=values, platform=platform)
    if among or values or platform:
        raise TypeError("an Application has nothing left to settle: give what settles it to settle()")
    return subject


def run(among: Iterable[Named], values: Values | None) -> Resources:
    """What the references of one run can be settled from, the outputs of its own applications included."""

    def computed(resource: Resource, trail: Trail) -> Mapping[str, str]:
        stack_input = stack_input_of(getattr(resource.document, "message", None))
        settle_namespace(stack_input, resources, trail)
        fill_defaults(stack_input)
        found = stack_outputs(Application.of(stack_input))
        return {field.json_name: getattr(found, field.name) for field in found.DESCRIPTOR.fields}

    resources = Resources(among, values, computed)
    return resources
