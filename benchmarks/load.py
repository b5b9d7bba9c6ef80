# SPDX-License-Identifier: Apache-2.0
"""How long loading a manifest takes, beside what a Protobuf program does without this package.

Run: python benchmarks/load.py
"""

from collections.abc import Callable
from statistics import median, quantiles
from time import perf_counter

import yaml
from google.protobuf import json_format

from planton_sts.loading import loads
from planton_sts.messages import KubernetesStatefulSet, Message

RUNS = 2_000

# The peer needs the long form of `namespace` and quotes where YAML would make numbers of text.
MANIFEST = """\
apiVersion: kubernetes.project-planton.org/v1
kind: KubernetesStatefulSet
metadata:
  name: ledger
spec:
  namespace:
    value: accounting
  createNamespace: true
  container:
    app:
      image:
        repo: postgres
        tag: "16.4"
      ports:
        - name: postgres
          containerPort: 5432
          servicePort: 5432
          networkProtocol: TCP
          appProtocol: tcp
      resources:
        requests:
          cpu: 250m
          memory: 512Mi
        limits:
          cpu: 2000m
          memory: 4Gi
      volumeMounts:
        - name: data
          mountPath: /var/lib/postgresql/data
  volumeClaimTemplates:
    - name: data
      size: 50Gi
      accessModes:
        - ReadWriteOnce
"""


def ours() -> Message | None:
    """What this package does."""
    return loads(MANIFEST)[0].message


def peer() -> Message:
    """What there is without it: one line number less a field, and no shorthand."""
    return json_format.ParseDict(yaml.load(MANIFEST, yaml.CSafeLoader), KubernetesStatefulSet())


def seconds(work: Callable[[], object]) -> float:
    """How long the work takes, once."""
    start = perf_counter()
    work()
    return perf_counter() - start


def main() -> None:
    """Take turns, so that whatever else the machine does slows both alike."""
    assert ours() == peer()
    pairs = [(seconds(ours), seconds(peer)) for _ in range(RUNS)]
    low, middle, high = quantiles((mine / theirs for mine, theirs in pairs), n=4)
    for name, times in zip(("planton_sts.loading", "CSafeLoader + ParseDict"), zip(*pairs, strict=True), strict=True):
        print(f"{name:24} {median(times) * 1e6:6.1f} us")
    print(f"{'ratio':24} {middle:6.2f}    (quartiles {low:.2f} to {high:.2f}, {RUNS} pairs)")


if __name__ == "__main__":
    main()
