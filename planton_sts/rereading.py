# SPDX-License-Identifier: Apache-2.0
"""What patches make of the objects, read as a manifest again: what is asked of fields is asked of what they become."""

from collections.abc import Iterator, Mapping, Sequence

from planton_sts.application import Application
from planton_sts.comparison import each_of, settled, terse
from planton_sts.loading import loads
from planton_sts.problems import Complaint, Finding, errors_of
from planton_sts.recognition.belongings import belongings
from planton_sts.recognition.drafting import draft
from planton_sts.rendering import KubeObject, rendered, unpatched
from planton_sts.rendering.patches import PATCHES
from planton_sts.validation import validate
from planton_sts.write import document

# Of more patches than this, the last is blamed for what all of them do.
FEW = 20

# By what tells a complaint from others: the path and the rule of a field.
Broken = Mapping[tuple[str, str], Complaint]


def broken_rules(application: Application) -> Iterator[Finding]:
    """The rules that hold without the patches, and not with them."""
    known = {*_broken(unpatched(application))}
    for number, objects in _stages(application):
        found = _broken(objects)
        for broken in sorted(found.keys() - known):
            yield Finding((*PATCHES, number, "patch"), found[broken])
        known |= found.keys()


def _stages(application: Application) -> Iterator[tuple[int, Sequence[KubeObject]]]:
    """The number of each patch, and the objects with those up to it; the last alone, where there are many."""
    count = len(application.input.target.spec.patches)
    for number in range(0 if count <= FEW else count - 1, count):
        part = type(application.input)()
        part.CopyFrom(application.input)
        del part.target.spec.patches[number + 1 :]
        yield number, rendered(application._replace(input=part)).objects


def _broken(objects: Sequence[KubeObject]) -> Broken:
    """The rules that are broken by the manifest which says what the objects are."""
    try:
        known = settled(each_of(objects))
    except ValueError as error:
        return {("", "render.patch.shape"): Complaint("render.patch.shape", f"must leave everything in shape: {error}")}
    (running,), _ = belongings([terse(each) for each in known])
    (manifest,) = loads(document(draft(running, with_access=True).manifest()))
    return {
        (problem.path, problem.rule): Complaint(
            "render.patch.rule", f"must leave `{problem.path}` as it is asked for: it {problem.message}", problem.hint
        )
        for problem in errors_of(validate(manifest))
    }
