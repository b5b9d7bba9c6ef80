# SPDX-License-Identifier: Apache-2.0
"""Descriptions as a flowchart that Mermaid draws, and GitHub with it."""

import re
from collections.abc import Iterator
from itertools import chain

from planton_sts.description.facts import Description, Pod
from planton_sts.description.layout import cut, listed
from planton_sts.description.phrases import counted

_SPECIAL = re.compile(r"[^\w .,:/…-]", re.ASCII)

BREAK = "<br>"


def mermaid(*descriptions: Description) -> str:
    """Services, StatefulSet, pods and claims of each application, in a frame of its own."""
    frames = (line for number, description in enumerate(descriptions) for line in _frame(f"a{number}", description))
    return "\n".join(["flowchart LR", *frames]) + "\n"


def _frame(at: str, description: Description) -> Iterator[str]:
    """The application's frame; every node's id begins with the frame's."""
    yield f"  subgraph {at}[{_label(f'{description.name} in namespace {description.namespace}')}]"
    for line in (*_ways_in(at, description), *_stateful_set(at, description)):
        yield f"    {line}"
    yield "  end"


def _ways_in(at: str, description: Description) -> Iterator[str]:
    """What leads to the pods: ingress and Services."""
    for way in ("external", "internal"):
        if f"{way}Hostname" in description.outputs:
            yield f"{at}_{way}([{_label(description.outputs[f'{way}Hostname'])}]) --> {at}_service"
    if service := description.outputs.get("service"):
        ports = cut([f"{port.name} {port.number}".strip() for port in description.ports])
        yield f"{at}_service[{_label(f'Service {service}', ', '.join(ports))}] --> {at}_set"
    if headless := description.outputs.get("headlessService"):
        yield f"{at}_headless[{_label(f'Service {headless}', 'names the pods')}] --> {at}_set"


def _stateful_set(at: str, description: Description) -> Iterator[str]:
    """The StatefulSet, its pods, and the claims of each."""
    yield f"{at}_set[{_label(f'StatefulSet {description.name}', counted(description.replicas, 'pod'))}]"
    pods = [list(_pod(at, pod, description)) for pod in description.pods]
    if description.replicas > len(pods):
        pods.insert(-1, [f"{at}_set --> {at}_more({_label(f'… {description.replicas - len(pods):,} more')})"])
    yield from chain.from_iterable(pods)


def _pod(frame: str, pod: Pod, description: Description) -> Iterator[str]:
    """The pod and its claims."""
    at = f"{frame}_pod{pod.ordinal}"
    yield f"{frame}_set --> {at}({_label(pod.name)})"
    templates = description.storage.templates
    shown = listed(len(templates))
    for number in shown:
        yield f"{at} --> {at}_claim{number}[({_label(pod.claims[number], templates[number].size)})]"
    if len(shown) < len(templates):
        yield f"{at} --> {at}_more({_label(f'… {len(templates) - len(shown)} more')})"


def _label(*lines: str) -> str:
    """The lines between quotes; what could mean something to Mermaid or to HTML is written as its code."""
    return '"' + BREAK.join(_SPECIAL.sub(lambda found: f"#{ord(found[0])};", line) for line in lines) + '"'
