# SPDX-License-Identifier: Apache-2.0
"""A description for programs."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from fractions import Fraction
from typing import Any

from planton_sts.description.facts import Description
from planton_sts.paths import camel_case
from planton_sts.quantity import shortest


def as_dict(description: Description) -> dict[str, Any]:
    """The description as JSON's own types; its keys are the attributes in camelCase."""
    plain: dict[str, Any] = as_plain(description)
    return plain


def as_plain(value: Any) -> Any:
    """The facts as JSON's own types, whichever they are."""
    if is_dataclass(value):
        return {camel_case(field.name): as_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [as_plain(element) for element in value]
    if isinstance(value, Fraction):
        return shortest(value)
    return dict(value) if isinstance(value, Mapping) else value
