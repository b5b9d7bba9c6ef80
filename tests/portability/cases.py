# SPDX-License-Identifier: Apache-2.0
"""What every engine must judge alike, with Python's verdict on each, as JSON: `cases.py FILE`.

The cases of the rule tables, and messages drawn at random, the same ones in each run: any message, and cases of the
tables in which one field is another.
"""

import json
import sys
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import protovalidate
from google.protobuf.descriptor import FieldDescriptor
from google.protobuf.message import Message
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from planton_sts.bounds import most
from planton_sts.messages import KubernetesStatefulSetStackInput, is_map
from rules_table import Case, cases
from strategies import TEXT, messages

DRAWN = 1_000
# Longer texts are the tables' own affair.
LONGEST = 80


def drawn(kind: str, strategy: st.SearchStrategy[Message]) -> list[Case]:
    """That many messages of the strategy."""
    found: list[Case] = []

    @seed(0)
    @settings(
        max_examples=DRAWN, database=None, deadline=None, phases=[Phase.generate], suppress_health_check=HealthCheck
    )
    @given(strategy)
    def draw(message: Message) -> None:
        found.append(Case(f"{kind} {len(found)}", message, {}))

    draw()
    return found


def mutations(bases: list[Message], text: st.SearchStrategy[str]) -> st.SearchStrategy[Message]:
    """One of the messages, in which one field of it or of a message it holds is another."""

    @st.composite
    def mutated(draw: st.DrawFn) -> Message:
        message = draw(st.sampled_from(bases))
        message = message.FromString(message.SerializeToString())
        place = draw(st.sampled_from([held for held in nested(message) if held.DESCRIPTOR.fields]))
        field = draw(st.sampled_from(list(place.DESCRIPTOR.fields)))
        others = [other.name for other in place.DESCRIPTOR.fields if other is not field]
        place.ClearField(field.name)
        place.MergeFrom(draw(messages(place.DESCRIPTOR, text, leave_out=others)))
        return message

    return mutated()


def nested(message: Message) -> Iterator[Message]:
    """The message and every message that it holds."""
    yield message
    for field, value in message.ListFields():
        for held in elements(field, value):
            if isinstance(held, Message):
                yield from nested(held)


def elements(field: FieldDescriptor, value: Any) -> list[Any]:
    """What the field holds: one value, a list's or a map's."""
    if field.message_type is not None and field.message_type.GetOptions().map_entry:
        # A map's own order is another in each run.
        return [*sorted(value), *(value[key] for key in sorted(value))]
    return list(value) if field.is_repeated else [value]


def words(bases: list[Message]) -> list[str]:
    """The texts in the messages, so that rules which compare or match find something."""
    found = {
        text
        for base in bases
        for message in nested(base)
        for field, value in message.ListFields()
        for text in elements(field, value)
        if isinstance(text, str) and len(text) <= LONGEST
    }
    return sorted(found)


# So many times as much as a rule of lengths refuses already.
MORE = 20


def longer(case: Case) -> Case:
    """The case with lists and maps that are too long made longer yet."""
    message = case.message.FromString(case.message.SerializeToString())
    for held in list(nested(message)):
        for field, many in held.ListFields():
            if field.is_repeated and len(many) > most(field):
                lengthen(field, many)
    return Case(f"{case.id}, {MORE} times", message, case.breaks)


def is_long(case: Case) -> bool:
    """Whether a list or a map of the case is too long."""
    return any(not {"repeated.max_items", "map.max_pairs"}.isdisjoint(ids) for ids in case.breaks.values())


def lengthen(field: FieldDescriptor, many: Any) -> None:
    """Add the elements again and again, under names of their own in a map."""
    if not is_map(field):
        many.extend(list(many) * (MORE - 1))
        return
    _, value = min(many.items())
    for number in range(len(many) * (MORE - 1)):
        if isinstance(value, Message):
            many[f"more{number}"].CopyFrom(value)
        else:
            many[f"more{number}"] = value


def comparable(case: Case) -> dict[str, Any]:
    """The case as JSON: the base64 of its message, and a line for each violation."""
    violations = protovalidate.collect_violations(case.message)
    return {
        "id": case.id,
        "type": case.message.DESCRIPTOR.full_name,
        "message": b64encode(case.message.SerializeToString(deterministic=True)).decode(),
        "verdict": sorted(line(violation.proto) for violation in violations),
    }


def line(violation: Any) -> str:
    """What every engine must say of a violation; the text of a standard rule is the engine's own."""
    path = ".".join(map(step, violation.field.elements)) if violation.field else ""
    text = f": {violation.message}" if is_ours(violation) else ""
    return f"{path}{' (key)' if violation.for_key else ''}: {violation.rule_id}{text}"


def step(element: Any) -> str:
    """One step of a path: a field, or an element of it."""
    return element.field_name + (f"[{element.subscript.value}]" if element.subscript else "")


def is_ours(violation: Any) -> bool:
    """Whether the rule is written in the protos, as CEL of a message or field or as a predefined rule."""
    if not violation.rule:
        return violation.rule_id not in {"required", "message.oneof"}
    last = violation.rule.elements[-1].field_name
    return bool(last == "cel" or last.startswith("["))


def main() -> None:
    """Write the file."""
    tables = cases()
    bases = [case.message for case in tables if case.message.ByteSize() < 2_000]
    met = st.sampled_from(words(bases))
    every = [
        *tables,
        *(longer(case) for case in tables if is_long(case)),
        *drawn("any message", messages(KubernetesStatefulSetStackInput.DESCRIPTOR, met)),
        *drawn("a case with another field", mutations(bases, met | TEXT)),
    ]
    Path(sys.argv[1]).write_text(json.dumps([comparable(case) for case in every], indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
