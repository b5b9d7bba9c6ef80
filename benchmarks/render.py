# SPDX-License-Identifier: Apache-2.0
"""What rendering and writing cost, as ratios measured in one run: to what others take to write the same objects.

Run with `make bench`.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from planton_sts import KubernetesStatefulSetStackInput
from planton_sts.render import KubeObject, render_resolved
from planton_sts.write import dumps

sys.path.append(str(Path(__file__).parent.parent / "tests"))

from valid import CASES, case

ROUNDS = 200


def microseconds(*calls: Callable[[], object]) -> list[float]:
    """The median time of each call, the calls taken in turn."""
    taken: list[list[float]] = [[] for _ in calls]
    for _ in range(ROUNDS):
        for call, times in zip(calls, taken, strict=True):
            start = time.perf_counter()
            call()
            times.append((time.perf_counter() - start) * 1e6)
    return [statistics.median(times) for times in taken]


def pyyaml(objects: list[KubeObject]) -> str:
    """The objects as PyYAML writes them at its fastest; some of its texts Kubernetes takes for numbers."""
    text: str = yaml.dump_all(objects, Dumper=yaml.CSafeDumper, sort_keys=False)
    return text


def compare(name: str, stack_input: KubernetesStatefulSetStackInput) -> str:
    """One line of ratios."""
    objects = render_resolved(stack_input)
    ours, both, in_yaml, in_json = microseconds(
        lambda: render_resolved(stack_input),
        lambda: dumps(render_resolved(stack_input)),
        lambda: pyyaml(objects),
        lambda: json.dumps(objects),
    )
    return (
        f"{name:20} {len(objects):3} objects; render {ours:6.0f} us:"
        f" {ours / in_yaml:5.2f} x CSafeDumper, {ours / in_json:5.2f} x json.dumps;"
        f" and dumps {both:6.0f} us: {both / in_yaml:5.2f} x CSafeDumper, {both / in_json:5.2f} x json.dumps"
    )


def main() -> None:
    """Print the ratios of each case."""
    for name in CASES:
        print(compare(name, case(name)))


if __name__ == "__main__":
    main()
