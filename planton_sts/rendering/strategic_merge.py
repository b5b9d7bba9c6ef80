# SPDX-License-Identifier: Apache-2.0
"""Strategic merge patches, as kubectl and the API server merge them, but for what a patch may not say here."""

from collections.abc import Iterator
from typing import Any

from planton_sts.counterparts import APP, ELEMENT, Steps, counterpart, spelled
from planton_sts.paths import Key, Path
from planton_sts.problems import Complaint, Finding
from planton_sts.wording import visible

_OF_CONTAINERS = {"env": "name", "ports": "containerPort", "volumeDevices": "devicePath", "volumeMounts": "mountPath"}
_OF_POD = {
    "containers": "name",
    "ephemeralContainers": "name",
    "evictionResponders": "name",
    "hostAliases": "ip",
    "imagePullSecrets": "name",
    "initContainers": "name",
    "resourceClaims": "name",
    "schedulingGates": "name",
    "topologySpreadConstraints": "topologyKey",
    "volumes": "name",
    **{
        f"{containers}.{name}": key
        for containers in ("containers", "ephemeralContainers", "initContainers")
        for name, key in _OF_CONTAINERS.items()
    },
}
# By which key the elements of a list are told apart, by kind and by the names on the way; other lists are replaced.
MERGE_KEYS = {
    "StatefulSet": {f"spec.template.spec.{name}": key for name, key in _OF_POD.items()},
    "Service": {"spec.ports": "port"},
    "ServiceAccount": {"secrets": "name"},
}

# The key of an element, and what stands there.
Name = tuple[str, str | int]

CONTAINERS = ("spec", "template", "spec", "containers")

DIRECTIVE, RETAIN = "$patch", "$retainKeys"

OTHER_SHAPE = Complaint("render.patch.shape", "must be a mapping where the object has one, and a list where it has one")
NO_DIRECTIVE = Complaint("render.patch.shape", "must be `replace`, `delete` or `merge`")
UNKNOWN = Complaint("render.patch.shape", "must be no directive but `$patch` and `$retainKeys`")
NO_LIST = Complaint("render.patch.shape", "must be a list of the names of the fields to keep")
NOTHING_THERE = Complaint("render.patch.nothing", "must take away what is there")


class Merge:
    """A patch on its way into one object.

    Attributes:
        findings: What is wrong with the patch, each with its path within it.

    """

    def __init__(self, kind: str, role: str, app: str) -> None:
        """Into an object of the kind, whose counterparts go by the role; `app` is the application's own container."""
        self.keys = MERGE_KEYS.get(kind, {})
        self.role = role
        self.app = app
        self.findings: list[Finding] = []

    def merged(self, base: Any, patch: Any, at: Path = (), where: Steps = ()) -> Any:
        """What becomes of the base; the patch stands at the path in the whole one, and is meant for the place."""
        if base is not None and _shape(base) is not _shape(patch):
            return self._refuse(at, OTHER_SHAPE, base)
        if isinstance(patch, dict):
            return self._mapping(base, patch, at, where)
        if isinstance(patch, list) and (key := self._key(patch, where)):
            return self._list(base or [], patch, key, at, where)
        return self._whole(patch, at, where)

    def _mapping(self, base: dict[str, Any] | None, patch: dict[str, Any], at: Path, where: Steps) -> Any:
        if not patch and base is not None:
            return base
        if not patch or self._directive(patch, at) == "replace":
            return self._whole(patch, at, where)
        found = self._retained(base or {}, patch, at)
        for key, value in patch.items():
            below = (*at, _step(key))
            if key in {DIRECTIVE, RETAIN}:
                continue
            if key.startswith("$"):
                self._refuse(below, UNKNOWN)
            elif value is None or (isinstance(value, dict) and self._directive(value, below) == "delete"):
                if key not in (base or {}):
                    self._refuse(below, NOTHING_THERE)
                found.pop(key, None)
            else:
                found[key] = self.merged(found.get(key), value, below, (*where, key))
        return found

    def _list(self, base: list[Any], patch: list[Any], key: str, at: Path, where: Steps) -> list[Any]:
        """The list, with the elements of the patch merged into those of the same key, or added."""
        found: dict[Any, Any] = {}
        for index, each in enumerate(base):
            name = _name(each, key)
            # Two ports may be one number, of two protocols; the first is meant.
            found[index if name is None or name in found else name] = each
        for index, element in enumerate(patch):
            if name := _name(element, key):
                self._element(found, name, element, (*at, index), where)
            else:
                self._refuse((*at, index), _keyless(key))
        return list(found.values())

    def _element(self, found: dict[Any, Any], name: Name, element: dict[str, Any], at: Path, where: Steps) -> None:
        key, value = name
        place = (*where, APP if where == CONTAINERS and value == self.app else ELEMENT)
        if self._directive(element, at) == "delete":
            if found.pop(name, None) is None:
                self._refuse(at, NOTHING_THERE)
        elif name not in found:
            found[name] = self._whole(element, at, place)
        else:
            # The key only says which element is meant.
            rest = {field: held for field, held in element.items() if field != key}
            found[name] = {key: value, **self.merged(found[name], rest, at, place)}

    def _whole(self, value: Any, at: Path, where: Steps) -> Any:
        """What is set, added or replaced as one; it may repeat what can be said where it says what cannot be, too."""
        # An empty text is something else than none, and is what no field says.
        fields = [held != "" and counterpart(self.role, (*where, *steps)) for steps, held in _leaves(value)]
        if fields and all(fields):
            field = counterpart(self.role, where) or fields[0] or ()
            self._refuse(at, Complaint("render.patch.said", f"must be said by `{visible(spelled(field))}`"))
        return _without_directives(value)

    def _key(self, patch: list[Any], where: Steps) -> str | None:
        """The key by which the list is merged; None where it is replaced."""
        if any(isinstance(element, dict) and element == {DIRECTIVE: "replace"} for element in patch):
            return None
        return self.keys.get(".".join(step for step in where if step not in {ELEMENT, APP}))

    def _directive(self, patch: dict[str, Any], at: Path) -> str:
        """What is to be done with the patch."""
        directive = patch.get(DIRECTIVE, "merge")
        if directive not in ("replace", "delete", "merge"):
            self._refuse((*at, _step(DIRECTIVE)), NO_DIRECTIVE)
        return str(directive)

    def _retained(self, base: dict[str, Any], patch: dict[str, Any], at: Path) -> dict[str, Any]:
        """What of the base is kept at all."""
        names = patch.get(RETAIN, list(base))
        if not isinstance(names, list):
            return dict(self._refuse((*at, _step(RETAIN)), NO_LIST, base))
        return {name: value for name, value in base.items() if name in names}

    def _refuse(self, at: Path, complaint: Complaint, instead: Any = None) -> Any:
        """Note what is wrong at the path; given back is what stays instead."""
        self.findings.append(Finding(at, complaint))
        return instead


def _name(element: Any, key: str) -> Name | None:
    """By what the element is told from others; None where nothing tells it."""
    value = element.get(key) if isinstance(element, dict) else None
    return (key, value) if isinstance(value, str | int) else None


def _keyless(key: str) -> Complaint:
    return Complaint("render.patch.shape", f"must have `{key}`, by which the list is merged")


def _step(key: str) -> str:
    return key if key.isidentifier() and key.isascii() else Key(key)


def _shape(value: Any) -> type:
    return type(value) if isinstance(value, dict | list) else object


def _leaves(value: Any) -> Iterator[tuple[Steps, Any]]:
    """The way to each value that holds no other, and the value."""
    if isinstance(value, dict) and value:
        for key, held in value.items():
            yield from (((key, *steps), leaf) for steps, leaf in _leaves(held) if key != DIRECTIVE)
    elif isinstance(value, list) and value:
        for held in value:
            yield from (((ELEMENT, *steps), leaf) for steps, leaf in _leaves(held))
    else:
        yield (), value


def _without_directives(value: Any) -> Any:
    """The value as an object has it."""
    if isinstance(value, dict):
        return {key: _without_directives(held) for key, held in value.items() if key != DIRECTIVE}
    if isinstance(value, list):
        return [_without_directives(held) for held in value if held != {DIRECTIVE: "replace"}]
    return value
