# SPDX-License-Identifier: Apache-2.0
"""Environment variables, and what refers to them as `$(NAME)`."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice

from planton_sts.messages import (
    Container,
    ContainerEnvVar,
    KubernetesStatefulSetContainerApp,
    KubernetesStatefulSetContainerAppEnv,
)
from planton_sts.paths import Key, Path, camel_case
from planton_sts.problems import Complaint, Finding
from planton_sts.variables import POD_FACTS, arranged, needs, referred
from planton_sts.wording import closest, did_you_mean

# What a reference needs, and its rule, for variables of either map.
THIN = {
    "kind": ("spec.container.app.env.{}.value_from.kind", "must be set, such as `kind: KubernetesStatefulSet`"),
    "field_path": (
        "spec.container.app.env.{}.value_from.field_path",
        "must be set, such as `fieldPath: status.outputs.kube_endpoint`",
    ),
}
CIRCLE = "spec.container.app.env.variables.value.circle"
LATER = "env_var.value.later"
UNKNOWN = "string.variable.unknown"

# A name that may be a variable's. One in lower case is a program's, which a shell is to run; and the kubelet itself
# defines those of Services.
_NAME = re.compile(r"(?=.*[A-Z])(?!.*_SERVICE_(HOST|PORT))[-._a-zA-Z0-9]+")

# How many names are compared in search of those that are near, for one container.
COMPARISONS = 10_000


def thin_references(env: KubernetesStatefulSetContainerAppEnv, path: Path) -> Iterator[Finding]:
    """A reference that says too little: Project Planton takes it, and nothing here can settle it."""
    for field, values in (("variables", env.variables), ("secrets", env.secrets)):
        for name in sorted(name for name, value in values.items() if value.HasField("value_from")):
            reference, place = values[name].value_from, (*path, field, Key(name), "valueFrom")
            for needed, (rule, message) in THIN.items():
                if not getattr(reference, needed):
                    complaint = Complaint(rule.format(field), message)
                    yield Finding((*place, camel_case(needed)), complaint, "warning")


def expansions(env: KubernetesStatefulSetContainerAppEnv, path: Path) -> Iterator[Finding]:
    """References of variables to each other that lead round in a circle, or to no variable, but nearly to one."""
    variables = env.variables
    named = sorted((name, text) for name in variables if _refers(text := variables[name].value))
    texts: list[tuple[Path, str]] = [((*path, "variables", Key(name)), text) for name, text in named]
    texts += [((*path, "entries", index, "value"), entry.value) for index, entry in enumerate(env.entries)]
    if named:
        yield from _circles(env, path)
    yield from _nearly(texts, env)


def of_program(app: KubernetesStatefulSetContainerApp, path: Path) -> Iterator[Finding]:
    """References of the program and its arguments that name no variable, but nearly one."""
    # What a ConfigMap or a Secret adds is known to nobody here; only a program's own text may refer to it.
    if not app.env_from:
        texts: list[tuple[Path, str]] = [((*path, "command", index), text) for index, text in enumerate(app.command)]
        texts += [((*path, "args", index), text) for index, text in enumerate(app.args)]
        yield from _nearly(texts, app.env)


def _circles(env: KubernetesStatefulSetContainerAppEnv, path: Path) -> Iterator[Finding]:
    """Plain variables of which none can stand first; CEL cannot follow them."""
    for name, step in arranged(needs(env)).circular.items():
        back = "itself" if step == name else f"`$({step})`, which leads back to it"
        complaint = Complaint(CIRCLE, f"must not refer to {back}", f"write `$$({step})` where the text itself is meant")
        yield Finding((*path, "variables", Key(name)), complaint)


def _nearly(texts: Iterable[tuple[Path, str]], env: KubernetesStatefulSetContainerAppEnv) -> Iterator[Finding]:
    """The references in the texts that name no variable of the application, but nearly one."""
    texts = [(place, text) for place, text in texts if _refers(text)]
    if texts:
        known = {*POD_FACTS, *env.variables, *env.secrets, *(entry.name for entry in env.entries)}
        yield from _near(texts, sorted(known))


def _refers(text: str) -> bool:
    """Whether the text may refer to a variable; most do not, and are not searched."""
    return "$(" in text


def too_early(env: KubernetesStatefulSetContainerAppEnv, path: Path) -> Iterator[Finding]:
    """References to an entry from a variable that stands before it; those of the maps stand before all."""
    entries = {entry.name for entry in env.entries}
    for name in sorted(env.variables) if entries else ():
        for step in referred(env.variables[name].value):
            if step in entries:
                yield Finding((*path, "variables", Key(name)), _later(step), "warning")
    yield from _out_of_order(env.entries, (*path, "entries"))


def sidecar_expansions(container: Container, path: Path) -> Iterator[Finding]:
    """References of a sidecar's variables that name no variable, but nearly one; and those to one that stands later."""
    yield from _near(
        (((*path, "env", index, "value"), variable.value) for index, variable in enumerate(container.env)),
        sorted({*POD_FACTS, *(variable.name for variable in container.env)}),
    )
    yield from _out_of_order(container.env, (*path, "env"))


def _out_of_order(variables: Sequence[ContainerEnvVar], path: Path) -> Iterator[Finding]:
    """References in a list to a variable that stands later in it."""
    later = {variable.name for variable in variables}
    for index, variable in enumerate(variables):
        for name in referred(variable.value):
            if name in later:
                yield Finding((*path, index, "value"), _later(name), "warning")
        later.discard(variable.name)


def _later(name: str) -> Complaint:
    return Complaint(LATER, f"must stand after `{name}`: `$({name})` stands for a variable that comes earlier")


def _near(texts: Iterable[tuple[Path, str]], known: Collection[str]) -> Iterator[Finding]:
    """The references in the texts that name no variable, but nearly one."""
    names = set(known)
    unknown = (
        (place, name) for place, text in texts for name in referred(text) if name not in names and _NAME.fullmatch(name)
    )
    for place, name in islice(unknown, COMPARISONS // len(names)):
        if meant := closest(name, known):
            message = f"must not refer to `$({name})`, which is no variable, so that the text stays as it is"
            yield Finding(place, Complaint(UNKNOWN, message, did_you_mean(f"$({meant})")), "warning")
