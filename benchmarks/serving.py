# SPDX-License-Identifier: Apache-2.0
"""What a request costs a service, as ratios within one run: settled once or for each answer, in one thread or more.

Run with `make bench`.
"""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from time import perf_counter

from google.protobuf.json_format import MessageToJson

from planton_sts import KubernetesStatefulSet, load_one, outputs, render, settle, validate
from turns import microseconds

EXAMPLE = load_one((Path(__file__).parent.parent / "examples/postgres.yaml").read_bytes()).message
assert EXAMPLE is not None
WIRE = EXAMPLE.SerializeToString()

REQUESTS = 200
ROUNDS = 9


def anew() -> object:
    """The request's answers, each made from the message."""
    message = KubernetesStatefulSet.FromString(WIRE)
    return validate(message), render(message), outputs(message)


def once() -> object:
    """The same, from one application."""
    application = settle(KubernetesStatefulSet.FromString(WIRE))
    return render(application), outputs(application)


def written() -> object:
    """The answers as JSON, as a service sends them."""
    application = settle(KubernetesStatefulSet.FromString(WIRE))
    return json.dumps(render(application)), MessageToJson(outputs(application))


def seconds(threads: int, call: Callable[[], object]) -> float:
    """How long many requests take in that many threads."""
    with ThreadPoolExecutor(threads) as pool:
        start = perf_counter()
        for answer in [pool.submit(call) for _ in range(REQUESTS)]:
            answer.result()
        return perf_counter() - start


def main() -> None:
    """Print the ratios."""
    settled, unsettled, sent, validated = microseconds(once, anew, written, lambda: validate(EXAMPLE))
    print(
        f"a request, the PostgreSQL example: {settled:.0f} us, {1e6 / settled:.0f} a second; "
        f"{settled / validated:.1f} x validate, {settled / unsettled:.2f} x not settling once; "
        f"and written as JSON: {sent / settled:.1f} x"
    )
    for threads in (2, 8):
        ratio = median(seconds(threads, once) / seconds(1, once) for _ in range(ROUNDS))
        print(f"requests in {threads} threads: {ratio:.2f} x the time in one")


if __name__ == "__main__":
    main()
