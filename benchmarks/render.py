# SPDX-License-Identifier: Apache-2.0
"""What rendering and writing cost, as ratios measured in one run: to what others take to write the same objects.

Run with `make bench`.
"""

import json
import sys
from pathlib import Path

import yaml

from planton_sts import KubernetesStatefulSetStackInput
from planton_sts.rendering import KubeObject, objects
from planton_sts.write import dumps

sys.path.append(str(Path(__file__).parent.parent / "tests"))

from turns import microseconds
from valid import CASES, application, case


def pyyaml(objects: list[KubeObject]) -> str:
    """The objects as PyYAML writes them at its fastest; some of its texts Kubernetes takes for numbers."""
    text: str = yaml.dump_all(objects, Dumper=yaml.CSafeDumper, sort_keys=False)
    return text


def compare(name: str, stack_input: KubernetesStatefulSetStackInput) -> str:
    """One line of ratios."""
    settled = application(stack_input)
    rendered = objects(settled)
    ours, both, in_yaml, in_json = microseconds(
        lambda: objects(settled),
        lambda: dumps(objects(settled)),
        lambda: pyyaml(rendered),
        lambda: json.dumps(rendered),
    )
    return (
        f"{name:20} {len(rendered):3} objects; render {ours:6.0f} us:"
        f" {ours / in_yaml:5.2f} x CSafeDumper, {ours / in_json:5.2f} x json.dumps;"
        f" and dumps {both:6.0f} us: {both / in_yaml:5.2f} x CSafeDumper, {both / in_json:5.2f} x json.dumps"
    )


def main() -> None:
    """Print the ratios of each case."""
    for name in CASES:
        print(compare(name, case(name)))


if __name__ == "__main__":
    main()
