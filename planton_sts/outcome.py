# SPDX-License-Identifier: Apache-2.0
"""Everything that is wrong with a manifest: by its own rules, with its references, and with what it becomes."""

from planton_sts.application import Application, Settled, Subject, seen_from, settled
from planton_sts.messages import KubernetesStatefulSetPlatform
from planton_sts.problems import InvalidManifestError, errors_of
from planton_sts.references import Resources
from planton_sts.sizes import too_large
from planton_sts.validation import located


def outcome(subject: Subject, resources: Resources, platform: KubernetesStatefulSetPlatform | None = None) -> Settled:
    """What the manifest becomes, settled from the resources, on the platform if one is given."""
    application, problems = settled(subject, resources, platform)
    if application is not None:
        problems += [located(subject, seen_from(subject, finding)) for finding in too_large(application)]
    return Settled(application, problems)


def sound(subject: Subject, resources: Resources, platform: KubernetesStatefulSetPlatform | None = None) -> Application:
    """The application that the manifest describes; InvalidManifestError says what keeps it from being rendered."""
    application, problems = outcome(subject, resources, platform)
    if application is None or errors_of(problems):
        raise InvalidManifestError(errors_of(problems))
    return application
