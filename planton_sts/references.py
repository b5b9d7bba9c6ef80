# SPDX-License-Identifier: Apache-2.0
"""The resources that references name: those of the same run, and those that the caller knows from elsewhere."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from typing import Any, NamedTuple, Protocol

from planton_sts.messages import (
    CloudResourceKind,
    KubernetesStatefulSet,
    KubernetesStatefulSetStackInput,
    fields_of,
    is_map,
    is_secret,
)
from planton_sts.paths import Key, Path, camel_case, parse
from planton_sts.problems import Refusal
from planton_sts.secrecy import looks_secret
from planton_sts.wording import closest, did_you_mean

# A resource that is not of this run, as `Kind/name` or `Kind/environment/name`, to what is known of its fields.
Values = Mapping[str, Mapping[str, str]]
Outputs = Callable[["Resource", "Trail"], Mapping[str, str]]

MANIFEST = KubernetesStatefulSet.DESCRIPTOR
STACK_INPUT = KubernetesStatefulSetStackInput.DESCRIPTOR

# No chain of references is this long.
LONGEST = 64


class Reference(NamedTuple):
    """What a reference names, with its defaults filled in."""

    kind: str
    env: str
    name: str
    field: str

    def __str__(self) -> str:
        where = f" of environment `{self.env}`" if self.env else ""
        return f"`{self.field}` of {self.kind} `{self.name}`{where}"


# The references on the way to a value.
Trail = tuple[Reference, ...]


class Named(Protocol):
    """A document of the run: what it is called, and all that it says."""

    kind: str
    source: str

    def identity(self) -> tuple[str, str]:
        """The environment and the name by which references name it."""
        ...

    def data(self) -> Any:
        """The document as plain mappings, lists and texts."""


class Resource:
    """One document of the run, under the names that references use."""

    def __init__(self, document: Named) -> None:
        self.document = document
        # It is the manifest of a stack input that others refer to.
        self.kind = MANIFEST.name if document.kind == STACK_INPUT.name else document.kind

    @cached_property
    def identity(self) -> tuple[str, str]:
        """Its environment and its name."""
        return self.document.identity()

    @cached_property
    def data(self) -> Any:
        """What it says."""
        data = self.document.data()
        return _member(data, "target") if self.document.kind == STACK_INPUT.name else data


def checked(values: Any) -> Values:
    """The values, if they are such; TypeError or ValueError if not."""
    if not isinstance(values, Mapping) or not all(map(_is_fields, values.values())):
        raise TypeError(f"must map `Kind/name` to fields with values, such as {EXAMPLE}")
    for key in values:
        kind, slash, _ = str(key).partition("/")
        if not slash or kind not in CloudResourceKind.keys():  # noqa: SIM118 - an enum is no mapping
            raise ValueError(f"must name each resource as `Kind/name`, and not as `{key}`, such as {EXAMPLE}")
    known: Values = values
    return known


EXAMPLE = "`KubernetesNamespace/db: {spec.name: database}`"


def _is_fields(fields: object) -> bool:
    return isinstance(fields, Mapping) and all(isinstance(value, str) for value in fields.values())


class Resources:
    """Finds what references name."""

    def __init__(
        self, documents: Iterable[Named] = (), values: Values | None = None, outputs: Outputs | None = None
    ) -> None:
        self._of_kind: dict[str, list[Resource]] = {}
        for resource in map(Resource, documents):
            self._of_kind.setdefault(resource.kind, []).append(resource)
        self._known: dict[str, dict[tuple[str, str], Resource]] = {}
        self._values = checked(values or {})
        self._outputs = outputs

    def settle(self, reference: Reference, trail: Trail = ()) -> str:
        """The value that the reference leads to, through other references if need be; Refusal if to none."""
        if reference in trail:
            circle = " -> ".join(str(step) for step in (*trail[trail.index(reference) :], reference))
            raise Refusal("resolve.cycle", f"must not lead back to itself: {circle}")
        if len(trail) == LONGEST:
            raise Refusal("resolve.limit", f"must lead to a value within {LONGEST} references")
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
        known = self._named(reference.kind)
        if resource := known.get((reference.env, reference.name)):
            return resource
        meant = closest(reference.name, [name for env, name in known if env == reference.env])
        where = f" in environment `{reference.env}`" if reference.env else ""
        raise Refusal(
            "resolve.open",
            f"must name a resource of this run or of the values given: there is no {reference.kind} "
            f"`{reference.name}`{where}",
            did_you_mean(meant),
        )

    def _named(self, kind: str) -> dict[tuple[str, str], Resource]:
        """The resources of the kind, by environment and name; of two that share them, the first."""
        if kind not in self._known:
            self._known[kind] = {resource.identity: resource for resource in reversed(self._of_kind.get(kind, []))}
        return self._known[kind]

    def _field(self, resource: Resource, reference: Reference, trail: Trail) -> str:
        steps = _steps(reference.field)
        if resource.kind == MANIFEST.name and leads_to_secret(MANIFEST, steps):
            raise Refusal("resolve.secret", f"must not lead to a secret; use a `secretRef`: {reference} is one")
        value = _descend(resource.data, steps)
        if value is None and steps[:2] == ("status", "outputs") and self._outputs:
            value = _descend(self._outputs(resource, trail), steps[2:3])
        if isinstance(value, dict):
            return self._nested(resource, value, reference, trail)
        if not isinstance(value, str):
            source = resource.document.source
            place = f", which {source} declares" if source else ""
            raise Refusal("resolve.field", f"must be a field with one value: {reference}{place}, has none")
        return value

    def _nested(self, resource: Resource, value: dict[str, Any], reference: Reference, trail: Trail) -> str:
        """The value of a value-or-reference field of another resource."""
        literal, further = _member(value, "value"), _member(value, "valueFrom")
        if isinstance(literal, str):
            return literal
        if not isinstance(further, dict):
            raise Refusal("resolve.field", f"must be a field with one value: {reference} has several")
        kind, env, name, field = (_text(_member(further, key)) for key in ("kind", "env", "name", "fieldPath"))
        default = DEFAULTS.get(_steps(reference.field), ("", ""))
        with discreet(reference.field):
            return self.settle(
                Reference(kind or default[0], env or resource.identity[0], name, field or default[1]), trail
            )


@contextmanager
def discreet(name: str) -> Iterator[None]:
    """Where the name looks like a secret's, why something was refused is said without what was written there."""
    try:
        yield
    except Refusal as refusal:
        if not looks_secret(name):
            raise
        rule, message, _ = refusal.complaint
        raise Refusal(rule, message.partition(": ")[0]) from None


# What a reference in the field of another resource means when it names no kind and no field.
DEFAULTS: dict[Path, tuple[str, str]] = {
    ("spec", "namespace"): ("KubernetesNamespace", "spec.name"),
}


def _steps(field: str) -> Path:
    """The path of a field in one spelling; text that is no path leads nowhere."""
    path, rest = parse(field)
    return (Key(field),) if rest else tuple(step if isinstance(step, Key | int) else camel_case(step) for step in path)


def leads_to_secret(message: Any, path: Path) -> bool:
    """Whether the path ends at a field that nobody may see, or above one."""
    if not path:
        return any(map(is_secret, message.fields))
    field = fields_of(message).get(str(path[0]))
    if field is None:
        return False
    rest = path[2:] if field.is_repeated else path[1:]
    if field.message_type is None:
        return is_secret(field)
    if is_map(field):
        held = field.message_type.fields_by_name["value"].message_type
        return held is not None and leads_to_secret(held, rest)
    return leads_to_secret(field.message_type, rest)


def _descend(data: Any, path: Path) -> Any:
    """What stands at the end of the path; None when something on the way does not."""
    for step in path:
        if isinstance(data, list):
            data = data[step] if isinstance(step, int) and step < len(data) else None
        elif isinstance(data, str):
            data = data if step == "value" else None
        else:
            data = _member(data, str(step))
    return data


def _member(data: Any, name: str) -> Any:
    """The mapping's entry of the name, whichever way it is spelt."""
    if not isinstance(data, Mapping):
        return None
    return next((value for key, value in data.items() if name in (key, camel_case(key))), None)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
