# SPDX-License-Identifier: Apache-2.0
"""The resources that references name: those of the same run, and those that the caller knows from elsewhere."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from planton_sts.messages import KubernetesStatefulSet, KubernetesStatefulSetStackInput, is_secret
from planton_sts.paths import camel_case
from planton_sts.wording import closest

# A resource that is not of this run, as `Kind/name` or `Kind/environment/name`, to what is known of its fields.
Values = Mapping[str, Mapping[str, str]]
Outputs = Callable[["Resource", "Trail"], Mapping[str, str]]

MANIFEST = KubernetesStatefulSet.DESCRIPTOR
STACK_INPUT = KubernetesStatefulSetStackInput.DESCRIPTOR

# No chain of references is this long, and no list.
LONGEST = 64
_INDEX = re.compile("[0-9]{1,9}")
_STEP = re.compile(r"\[([^\]]*)\]|([^.\[\]]+)")


@dataclass(frozen=True, slots=True)
class Reference:
    """What a reference names, with its defaults filled in."""

    kind: str
    env: str
    name: str
    field: str

    def __str__(self) -> str:
        where = f" of environment `{self.env}`" if self.env else ""
        return f"`{self.field}` of {self.kind} `{self.name}`{where}"


Trail = tuple[Reference, ...]


class UnsettledError(Exception):
    """A reference that leads to no value: the rule it breaks, and what it must do instead."""

    def __init__(self, rule: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.rule, self.message, self.hint = rule, message, hint


class Named(Protocol):
    """A document of the run: what it is called, and all that it says."""

    kind: str
    source: str

    def data(self) -> Any:
        """The document as plain mappings, lists and texts."""


@dataclass(frozen=True, slots=True)
class Resource:
    """One document of the run, under the names that references use."""

    kind: str
    env: str
    name: str
    data: Any
    document: Named

    @classmethod
    def of(cls, document: Named) -> "Resource":
        """The resource that a document describes."""
        data = document.data()
        kind = document.kind
        if kind == STACK_INPUT.name:
            # Its manifest is what others refer to.
            kind, data = MANIFEST.name, _member(data, "target")
        metadata = _member(data, "metadata") if isinstance(data, dict) else None
        env, name = (_text(_member(metadata, key)) for key in ("env", "name"))
        return cls(kind, env, name, data, document)


class Resources:
    """Finds what references name.

    Attributes:
        known: The resources of the run.

    """

    def __init__(
        self, documents: Iterable[Named] = (), values: Values | None = None, outputs: Outputs | None = None
    ) -> None:
        self.known = [Resource.of(document) for document in documents]
        self._values = dict(values or {})
        self._outputs = outputs

    def settle(self, reference: Reference, trail: Trail = ()) -> str:
        """The value that the reference leads to, through other references if need be; UnsettledError if to none."""
        if reference in trail:
            circle = " -> ".join(str(step) for step in (*trail[trail.index(reference) :], reference))
            raise UnsettledError("resolve.cycle", f"must not lead back to itself: {circle}")
        if len(trail) == LONGEST:
            raise UnsettledError("resolve.limit", f"must lead to a value within {LONGEST} references")
        found = self._value(reference)
        if found is not None:
            return found
        resource = self._resource(reference)
        return self._field(resource, reference, (*trail, reference))

    def _value(self, reference: Reference) -> str | None:
        """What the caller knows of the field."""
        for key in (f"{reference.kind}/{reference.env}/{reference.name}", f"{reference.kind}/{reference.name}"):
            for field, value in self._values.get(key, {}).items():
                if _steps(field) == _steps(reference.field):
                    return value
        return None

    def _resource(self, reference: Reference) -> Resource:
        of_kind = [resource for resource in self.known if resource.kind == reference.kind]
        for resource in of_kind:
            if (resource.env, resource.name) == (reference.env, reference.name):
                return resource
        meant = closest(reference.name, [r.name for r in of_kind if r.env == reference.env])
        where = f" in environment `{reference.env}`" if reference.env else ""
        raise UnsettledError(
            "resolve.open",
            f"must name a resource of this run or of the values given: there is no {reference.kind} "
            f"`{reference.name}`{where}",
            f"did you mean `{meant}`?" if meant else "",
        )

    def _field(self, resource: Resource, reference: Reference, trail: Trail) -> str:
        steps = _steps(reference.field)
        if resource.kind == MANIFEST.name and leads_to_secret(MANIFEST, steps):
            raise UnsettledError("resolve.secret", f"must not lead to a secret, as {reference} is; use a `secretRef`")
        value = _descend(resource.data, steps)
        if value is None and steps[:2] == ["status", "outputs"] and self._outputs:
            value = _member(self._outputs(resource, trail), *steps[2:3])
        if isinstance(value, dict):
            return self._nested(resource, value, reference, trail)
        if not isinstance(value, str):
            source = resource.document.source
            place = f", which {source} declares" if source else ""
            raise UnsettledError("resolve.field", f"must be a field with one value: {reference}{place}, has none")
        return value

    def _nested(self, resource: Resource, value: dict[str, Any], reference: Reference, trail: Trail) -> str:
        """The value of a value-or-reference field of another resource."""
        literal, further = _member(value, "value"), _member(value, "valueFrom")
        if isinstance(literal, str):
            return literal
        if not isinstance(further, dict):
            raise UnsettledError("resolve.field", f"must be a field with one value: {reference} has several")
        kind, env, name, field = (_text(_member(further, key)) for key in ("kind", "env", "name", "fieldPath"))
        default = DEFAULTS.get(tuple(_steps(reference.field)), ("", ""))
        return self.settle(Reference(kind or default[0], env or resource.env, name, field or default[1]), trail)


# What a reference in the field of another resource means when it names no kind and no field.
DEFAULTS: dict[tuple[str, ...], tuple[str, str]] = {
    ("spec", "namespace"): ("KubernetesNamespace", "spec.name"),
}


def _steps(path: str) -> list[str]:
    """The steps of a field's path, in one spelling."""
    return [key or camel_case(name) for key, name in _STEP.findall(path)]


def leads_to_secret(message: Any, steps: Sequence[str]) -> bool:
    """Whether the steps end at a field that nobody may see, or above one."""
    if not steps:
        return any(map(is_secret, message.fields))
    field = next((field for field in message.fields if field.json_name == steps[0]), None)
    if field is None:
        return False
    rest = steps[2:] if field.is_repeated else steps[1:]
    if field.message_type is None:
        return is_secret(field)
    if field.message_type.GetOptions().map_entry:
        held = field.message_type.fields_by_name["value"].message_type
        return held is not None and leads_to_secret(held, rest)
    return leads_to_secret(field.message_type, rest)


def _descend(data: Any, steps: Iterable[str]) -> Any:
    """What stands at the end of the steps; None when something on the way does not."""
    for step in steps:
        if isinstance(data, list):
            data = data[int(step)] if _INDEX.fullmatch(step) and int(step) < len(data) else None
        elif isinstance(data, str):
            data = data if step == "value" else None
        else:
            data = _member(data, step)
    return data


def _member(data: Any, *names: str) -> Any:
    """The mapping's entry of the name, whichever way it is spelt."""
    if not isinstance(data, Mapping):
        return None
    return next(
        (value for key, value in data.items() for name in names if key == name or camel_case(key) == name), None
    )


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
