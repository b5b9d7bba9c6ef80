# SPDX-License-Identifier: Apache-2.0
"""Kubernetes quantities: what a text such as `1.5Gi` amounts to, exactly."""

import re
from decimal import ROUND_UP, Context, Decimal
from fractions import Fraction

_FORM = re.compile(r"\+?([0-9]+\.?[0-9]*|\.[0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]{1,2})?")

_UNITS = {suffix: Decimal(10) ** (3 * power) for power, suffix in enumerate(("n", "u", "m", "", *"kMGTPE"), -3)}
_UNITS |= {f"{suffix}i": Decimal(1024) ** power for power, suffix in enumerate("KMGTPE", 1)}

_KIBI = 1024

# Kubernetes counts no finer than this, rounding up, and no further than a signed integer of 64 bits.
_LEAST = Decimal("1e-9")
_MOST = Decimal(2**63 - 1)

# What Kubernetes can count has fewer digits, in any unit, so a longer text is rounded up here as it would be there.
_ROOM = Context(prec=200, rounding=ROUND_UP)


def amount(text: str) -> Fraction:
    """What the quantity amounts to: cores, or bytes.

    Raises:
        ValueError: The text is no quantity.

    """
    form = _FORM.fullmatch(text)
    if form is None:
        raise ValueError("must be a quantity such as `10Gi`, `1.5Ti`, `500Mi` or `250m`")
    number, suffix = form.groups(default="")
    exact = _ROOM.multiply(_ROOM.create_decimal(number), _unit(suffix))
    return Fraction(min(exact, _MOST).quantize(_LEAST, context=_ROOM))


def _unit(suffix: str) -> Decimal:
    unit = _UNITS.get(suffix)
    return Decimal(f"1{suffix}") if unit is None else unit


def in_likely_unit(text: str, mebi_from: int) -> str | None:
    """The amount of bytes that a small one was probably meant to be: so many Gi, or from a number on so many Mi."""
    form = re.fullmatch(r"\+?([0-9]{1,5}(\.[0-9]+)?)(Ki|k|Mi|M)?", text)
    return f"{form[1]}{'Mi' if Decimal(form[1]) >= mebi_from else 'Gi'}" if form else None


def stored(text: str) -> str:
    """The quantity as the server spells it: without fractions, in the largest unit that allows for that.

    One with an exponent or a sign stays as it is, as it does there.

    Raises:
        ValueError: The text is no quantity.

    """
    total = amount(text)
    form = _FORM.fullmatch(text)
    if form is None or text.startswith("+") or form.group(2) not in {None, *_UNITS}:
        return text
    is_binary = text.endswith("i") and total >= _KIBI and total.denominator == 1
    units = [(unit, suffix) for suffix, unit in _UNITS.items() if suffix.endswith("i") is is_binary or not suffix]
    fitting = [(unit, suffix) for unit, suffix in units if (total / Fraction(unit)).denominator == 1]
    unit, suffix = max(fitting) if total else (Decimal(1), "")
    return f"{total / Fraction(unit)}{suffix}"


def shortest(total: Fraction | int) -> str:
    """The shortest quantity of exactly that amount, with three decimals at most: `30Gi` for three times `10Gi`.

    What is finer than Kubernetes counts is rounded up.
    """
    nanos = Fraction(-(-total // Fraction(_LEAST)))
    exact = nanos * Fraction(_LEAST)
    spellings = [
        (_decimal(thousandths.numerator) + suffix, unit)
        for suffix, unit in _UNITS.items()
        if unit <= exact and (thousandths := exact * 1000 / Fraction(unit)).denominator == 1
    ]
    return min(spellings, key=lambda spelling: (len(spelling[0]), -spelling[1]), default=("0", 0))[0]


def _decimal(thousandths: int) -> str:
    """A thousandth of the number."""
    whole, rest = divmod(thousandths, 1000)
    return f"{whole}.{rest:03}".rstrip("0").rstrip(".")
