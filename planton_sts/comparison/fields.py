# SPDX-License-Identifier: Apache-2.0
"""What Kubernetes says of the fields of its objects, as far as comparing them needs it.

The table `fields.tsv` is written from Kubernetes' own code by `make fields`: a row for each default of a field, the
first of which holds that has no condition or one that is met.
"""

import csv
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

KubeObject = dict[str, Any]

_TABLE = Path(__file__).with_name("fields.tsv")

# Versions of kinds that are gone or on their way out, and say the same in the same fields.
_OLDER = {
    "apps/v1beta2": "apps/v1",
    "gateway.networking.k8s.io/v1beta1": "gateway.networking.k8s.io/v1",
    "policy/v1beta1": "policy/v1",
    "rbac.authorization.k8s.io/v1beta1": "rbac.authorization.k8s.io/v1",
}

# By what elements are told apart whose order says nothing.
SET = ("set",)


@dataclass(frozen=True, slots=True)
class Fallback:
    """What stands in a field when nothing is said.

    Attributes:
        when: Fields, one of which must be there, or be of a value; none for what holds otherwise.
        value: The default; None where nothing stands there.
        same_as: The field whose value is the default, if one is.

    """

    when: tuple[tuple[str, str], ...]
    value: Any = None
    same_as: str = ""

    def holds(self, beside: Mapping[str, Any]) -> bool:
        """Whether the default is meant, given the fields beside it."""
        return not self.when or any(beside[name] == value or not value for name, value in self.when if name in beside)


@dataclass(frozen=True, slots=True)
class Field:
    """What is to be known of a field.

    Attributes:
        holds: The type of its value, of its elements or of its entries; empty for plain values.
        is_list: Whether it holds a list.
        is_map: Whether it holds a map with keys of whatever name.
        keys: The fields by which a list's elements are told apart, or `SET`.
        is_empty_absent: Whether an empty value is the same as none.
        fallbacks: What stands there when nothing is said.

    """

    holds: str = ""
    is_list: bool = False
    is_map: bool = False
    keys: tuple[str, ...] = ()
    is_empty_absent: bool = False
    fallbacks: tuple[Fallback, ...] = ()

    def default(self, beside: Mapping[str, Any]) -> Any:
        """What stands there when nothing is said, given the fields beside it; None for nothing."""
        for fallback in self.fallbacks:
            if fallback.holds(beside):
                return beside.get(fallback.same_as) if fallback.same_as else fallback.value
        return None


@dataclass(frozen=True, slots=True)
class Type:
    """A type of object, or of a part of one.

    Attributes:
        fields: What is to be known of its fields, by name.
        defaulted: Those that have defaults.

    """

    fields: Mapping[str, Field]
    defaulted: tuple[tuple[str, Field], ...] = ()


# What nothing is known of, and compared as it stands.
UNKNOWN = Type({})
PLAIN = Field()


def version_of(kube_object: KubeObject) -> str:
    """The version of the object's API, or the one that says the same today."""
    version = str(kube_object.get("apiVersion"))
    return _OLDER.get(version, version)


def kind_of(kube_object: KubeObject) -> Type:
    """The type of the object."""
    return types().get(f"{version_of(kube_object)} {kube_object.get('kind')}", UNKNOWN)


@cache
def types() -> dict[str, Type]:
    """The types by name; an object's own is its apiVersion and kind."""
    text = _TABLE.read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    found: dict[str, dict[str, Field]] = {}
    for (of, name), same in groupby(rows, lambda row: (row["type"], row["field"])):
        found.setdefault(of, {})[name] = _field(list(same))
    return {of: Type(fields, tuple(_defaulted(fields))) for of, fields in found.items()}


def _defaulted(fields: dict[str, Field]) -> list[tuple[str, Field]]:
    return [(name, field) for name, field in fields.items() if field.fallbacks]


def _field(rows: list[dict[str, str]]) -> Field:
    row = rows[0]
    return Field(
        holds=row["holds"].strip("[]{}"),
        is_list=row["holds"].startswith("["),
        is_map=row["holds"].startswith("{"),
        keys=tuple(row["keys"].split()),
        is_empty_absent=row["empty"] == "absent",
        fallbacks=tuple(_fallback(each) for each in rows if each["when"] or each["default"]),
    )


def _fallback(row: dict[str, str]) -> Fallback:
    when = tuple((name, value) for name, _, value in (each.partition("=") for each in row["when"].split()))
    if row["default"].startswith("@"):
        return Fallback(when, same_as=row["default"][1:])
    return Fallback(when, json.loads(row["default"] or "null"))
