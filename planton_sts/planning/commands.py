# SPDX-License-Identifier: Apache-2.0
"""The ways out of an update that is refused, as commands of a shell."""

import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from planton_sts.description.facts import Object
from planton_sts.json_objects import at
from planton_sts.planning.consequences import Consequence
from planton_sts.planning.workload import Workload

_APPLY = "kubectl apply --server-side -f -"
_DELETE_POD = ["delete", "pod", "POD", "--ignore-not-found"]
# Where nothing says what the new manifests are called.
APPLY = f"planton-sts render NEW | {_APPLY}"


def applying(found: Iterable[Consequence], render: str) -> list[Consequence]:
    """The same, with the command that renders the new manifests in the ways out."""
    apply = f"{render} | {_APPLY}"
    return [
        replace(each, commands=tuple(apply if command == APPLY else command for command in each.commands))
        for each in found
    ]


def kubectl(*words: str, namespace: str | None) -> str:
    """The command."""
    return shlex.join(["kubectl", *words, *within(namespace)])


def within(namespace: str | None) -> list[str]:
    """The option that says in which namespace an object is; none for one that is in none."""
    return ["--namespace", namespace] if namespace else []


def made_anew(which: Object) -> tuple[str, ...]:
    """What makes the object anew."""
    return kubectl("delete", which.kind.lower(), which.name, namespace=which.namespace), APPLY


def adopted(old: Workload) -> tuple[str, ...]:
    """What makes the StatefulSet anew while its pods and claims stay, which the new one takes over."""
    name, namespace = old.object.name, old.object.namespace
    return kubectl("delete", "statefulset", name, "--cascade=orphan", namespace=namespace), APPLY


def restarted(old: Workload) -> tuple[str, ...]:
    """What makes the StatefulSet anew with all its pods.

    The claims stay whatever the retention policy says: when the StatefulSet goes, nothing owns them any more.
    """
    orphaned, apply = adopted(old)
    deleted = [_for_pods(old, old.ordinals, _DELETE_POD)] if old.ordinals else []
    return orphaned, *deleted, apply


def replaced(new: Workload, ordinals: range) -> tuple[str, ...]:
    """What deletes these pods, from the first up, each when the one before is there again and ready."""
    steps = (
        _DELETE_POD,
        ["wait", "--for=create", "pod", "POD", "--timeout=5m"],
        ["wait", "--for=condition=Ready", "pod", "POD", "--timeout=1h"],
    )
    return (_for_pods(new, ordinals, *steps),)


def _for_pods(workload: Workload, ordinals: range, *steps: Sequence[str]) -> str:
    """The commands for each of these pods, which stands as `POD` in them; the first that fails is the last."""
    pod = shlex.quote(workload.names.name(0).removesuffix("0")) + "$ordinal"
    commands = (kubectl(*step, namespace=workload.object.namespace).replace("POD", pod) for step in steps)
    return _for_each(ordinals, f"{' && '.join(commands)} || break")


def _for_each(ordinals: range, command: str) -> str:
    """The command for each of these numbers, which is `$ordinal`."""
    return f"for ordinal in $(seq {ordinals[0]} {ordinals[-1]}); do {command}; done"


def grown(old: Workload, sizes: Mapping[str, str]) -> tuple[str, ...]:
    """What makes the claims of these templates larger, and then the StatefulSet anew around its pods."""
    return *(command for name, size in sizes.items() for command in _grown(old, name, size)), *adopted(old)


def _grown(old: Workload, template: str, size: str) -> Iterator[str]:
    """Look whether the class allows it; then have each claim grow."""
    storage_class = at(old.templates[template], "spec", "storageClassName")
    yield f"{kubectl('get', 'storageclass', *filter(None, [storage_class]), namespace=None)}  # must allow expansion"
    if old.ordinals:
        claim = shlex.quote(old.stem(template)) + "$ordinal"
        patch = f'{{"spec":{{"resources":{{"requests":{{"storage":"{size}"}}}}}}}}'
        command = kubectl("patch", "pvc", "CLAIM", "--patch", patch, namespace=old.object.namespace)
        yield _for_each(old.ordinals, command.replace("CLAIM", claim))
