# SPDX-License-Identifier: Apache-2.0
"""Everything that is wrong with a manifest: by its own rules, with its references, and with what it becomes."""

from collections.abc import Iterable, Sequence

from planton_sts.application import Application, Settled, Subject, message_of, settled, stack_input_of, told
from planton_sts.collisions import called, claims, clashes_within, collisions, holdings
from planton_sts.loading import Document
from planton_sts.messages import KubernetesStatefulSetPlatform
from planton_sts.problems import Finding, InvalidManifestError, Problem, errors_of
from planton_sts.references import Resources
from planton_sts.rendering import objects
from planton_sts.sizes import too_large
from planton_sts.validation import validate_each


def outcome(subject: Subject, resources: Resources, platform: KubernetesStatefulSetPlatform | None = None) -> Settled:
    """What the manifest becomes, settled from the resources, on the platform if one is given."""
    (found,) = outcomes([subject], resources, platform)
    return found


def outcomes(
    subjects: Sequence[Subject], resources: Resources, platform: KubernetesStatefulSetPlatform | None = None
) -> list[Settled]:
    """The same of a few, step by step, for so each step finds what it needs still close to the processor."""
    for subject in subjects:
        # What is no manifest is refused.
        message_of(subject)
    judged = validate_each(subjects)
    return [_outcome(one, problems, resources, platform) for one, problems in zip(subjects, judged, strict=True)]


def _outcome(
    subject: Subject,
    problems: Sequence[Problem],
    resources: Resources,
    platform: KubernetesStatefulSetPlatform | None,
) -> Settled:
    application, problems = settled(subject, problems, resources, platform)
    if application is not None:
        found = (*_of_patches(application), *clashes_within(application), *too_large(application))
        problems += [told(subject, finding) for finding in found]
    return Settled(application, problems)


def _of_patches(application: Application) -> list[Finding]:
    """What is wrong with the patches, and with what they make of the objects."""
    if not application.input.target.spec.patches:
        return []
    # Few manifests have some.
    from planton_sts.rereading import broken_rules  # noqa: PLC0415
    from planton_sts.schemas import patch_findings  # noqa: PLC0415

    found = list(patch_findings(application))
    is_sound = all(finding.severity != "error" for finding in found)
    return found + (list(broken_rules(application)) if is_sound else [])


def sound(subject: Subject, resources: Resources, platform: KubernetesStatefulSetPlatform | None = None) -> Application:
    """The application that the manifest describes; InvalidManifestError says what keeps it from being rendered."""
    return sound_of(outcome(subject, resources, platform))


def sound_of(settled: Settled) -> Application:
    """The same of what the manifest became."""
    application, problems = settled
    if application is None or errors_of(problems):
        raise InvalidManifestError(errors_of(problems))
    return application._replace(warnings=tuple(problems))


def clash(
    subject: Subject,
    application: Application,
    among: Sequence[Document],
    resources: Resources,
    platform: KubernetesStatefulSetPlatform | None,
) -> Problem | None:
    """What the application of the subject wants that another one of the documents has."""
    others = list(_others(subject, among))
    wanted = {name for _, name in claims(application)} if others else set()
    for other in others:
        # Those that share no name, in whatever namespace, are not looked at.
        if wanted.isdisjoint(name for _, name in claims(Application.of(stack_input_of(other.message, platform)))):
            continue
        rival = outcome(other, resources, platform).application
        if rival is not None:
            both = [(called(other, one), holdings(one, objects(one))) for one in (rival, application)]
            for _, finding in collisions(both):
                return told(subject, finding)
    return None


def _others(subject: Subject, among: Sequence[Document]) -> Iterable[Document]:
    """The manifests among the documents, without the subject, or else the first that says the same."""
    message = message_of(subject)
    manifests = [document for document in among if document.message is not None]
    itself = next((one for one in manifests if one is subject or one.message is message), None)
    if itself is None:
        itself = next((one for one in manifests if one.message == message), None)
    return (one for one in manifests if one is not itself)
