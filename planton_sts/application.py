# SPDX-License-Identifier: Apache-2.0
"""An application: a manifest that is valid and has nothing left open, and every name derived from it.

It is what rendering, and all else that can be said of a manifest, starts from.
"""

from collections.abc import Sequence
from typing import NamedTuple

from planton_sts.loading import Document
from planton_sts.messages import KubernetesStatefulSet, KubernetesStatefulSetPlatform, Message
from planton_sts.messages import KubernetesStatefulSetStackInput as StackInput
from planton_sts.names import Names, names
from planton_sts.problems import Finding, Problem, errors_of
from planton_sts.references import Resources
from planton_sts.resolution import resolve
from planton_sts.validation import findings, located

Subject = Document | KubernetesStatefulSet | StackInput


MANIFEST = "a manifest is a document of our kind, a KubernetesStatefulSet or a KubernetesStatefulSetStackInput"


class Application(NamedTuple):
    """A settled input and its names.

    Attributes:
        input: The manifest, and what the platform adds to it.
        names: Every name derived from them.
        warnings: What is unwise about the manifest, though valid.

    """

    input: StackInput
    names: Names
    warnings: tuple[Problem, ...] = ()

    @classmethod
    def of(cls, resolved: StackInput) -> "Application":
        """The application of an input whose references are settled and whose defaults are filled in."""
        return cls(resolved, names(resolved))

    def __repr__(self) -> str:
        """What it is called; its input may hold secrets, and logs show a repr."""
        return f"<Application {self.names.namespace}/{self.names.name}>"


class Settled(NamedTuple):
    """What could be settled of a subject.

    Attributes:
        application: The application that it describes; None where its names could not be worked out.
        problems: What is wrong, errors or not.

    """

    application: Application | None
    problems: list[Problem]


def settled(
    subject: Subject,
    problems: Sequence[Problem],
    resources: Resources,
    platform: KubernetesStatefulSetPlatform | None = None,
) -> Settled:
    """The application that a subject with these problems describes, as far as the resources settle its references."""
    problems = list(problems)
    if errors_of(problems):
        return Settled(None, problems)
    message = message_of(subject)
    resolved = stack_input_of(message, platform)
    left_open, is_new = resolve(resolved, resources)
    if is_new or platform is not None:
        # A value from elsewhere is held to the rules of the field that it came to stand in.
        left_open += [finding for finding in findings(resolved) if finding.severity == "error"]
    problems += [told(subject, finding) for finding in left_open]
    return Settled(Application.of(resolved) if resolved.target.spec.namespace.value else None, problems)


def message_of(subject: Subject) -> Message | None:
    """What the subject says; None where it cannot be read."""
    if isinstance(subject, Document) and not subject.foreign:
        return subject.message
    if not isinstance(subject, KubernetesStatefulSet | StackInput):
        given = f"a {subject.kind}" if isinstance(subject, Document) else type(subject).__name__
        raise TypeError(f"{MANIFEST}, and not {given}")
    return subject


def stack_input_of(message: Message | None, platform: KubernetesStatefulSetPlatform | None = None) -> StackInput:
    """The message as a stack input, on the platform if one is given."""
    stack_input = StackInput()
    if isinstance(message, StackInput):
        stack_input.CopyFrom(message)
    elif isinstance(message, KubernetesStatefulSet):
        stack_input.target.CopyFrom(message)
    if platform is not None:
        stack_input.platform.MergeFrom(platform)
    return stack_input


def told(subject: Subject, finding: Finding) -> Problem:
    """The finding about a stack input as a problem of the subject, which may be its manifest alone."""
    if isinstance(message_of(subject), KubernetesStatefulSet) and finding.path[:1] == ("target",):
        finding = finding._replace(path=finding.path[1:])
    return located(subject, finding)
