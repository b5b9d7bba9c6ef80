# SPDX-License-Identifier: Apache-2.0
"""What a strategic merge patch must say to make one object of another: the inverse of applying it."""

from typing import Any

from planton_sts.quantity import amount
from planton_sts.rendering.kube_object import KubeObject
from planton_sts.rendering.strategic_merge import DIRECTIVE, MERGE_KEYS


def patch_between(before: KubeObject, after: KubeObject) -> dict[str, Any]:
    """What changes the one object into the other; empty where nothing does."""
    patch: dict[str, Any] = _in_order(_mapping(before, after, MERGE_KEYS.get(before["kind"], {}), ""))
    return patch


def _in_order(value: Any) -> Any:
    """The value with names first, and all else by the alphabet, in whatever order it was given."""
    if isinstance(value, dict):
        return {key: _in_order(value[key]) for key in sorted(value, key=lambda key: (key != "name", key))}
    return [_in_order(each) for each in value] if isinstance(value, list) else value


def _mapping(before: dict[str, Any], after: dict[str, Any], keys: dict[str, str], where: str) -> dict[str, Any]:
    changes: dict[str, Any] = {
        name: _change(before.get(name), value, keys, f"{where}.{name}".removeprefix("."))
        for name, value in after.items()
        if not _is_same(before.get(name), value)
    }
    return {**changes, **dict.fromkeys(before.keys() - after.keys())}


def _change(before: Any, after: Any, keys: dict[str, str], where: str) -> Any:
    if isinstance(before, dict) and isinstance(after, dict) and after:
        return _mapping(before, after, keys, where)
    if isinstance(before, list) and isinstance(after, list) and where in keys:
        return _list(before, after, keys, where)
    return after


def _list(before: list[Any], after: list[Any], keys: dict[str, str], where: str) -> list[Any]:
    """What changes elements by their key; the whole list where that cannot give their order."""
    key = keys[where]
    one, other = _by_key(before, key), _by_key(after, key)
    if one is None or other is None or [*other] != [*(name for name in one if name in other), *(other.keys() - one)]:
        return [*after, {DIRECTIVE: "replace"}]
    changed = [
        {key: name, **_mapping(one[name], value, keys, where)} if name in one else value
        for name, value in other.items()
        if not _is_same(one.get(name), value)
    ]
    return [*changed, *({key: name, DIRECTIVE: "delete"} for name in one if name not in other)]


def _by_key(elements: list[Any], key: str) -> dict[Any, Any] | None:
    """The elements by what tells them apart; None where nothing does."""
    names = [element.get(key) if isinstance(element, dict) else None for element in elements]
    is_told = None not in names and len(set(map(str, names))) == len(names)
    return dict(zip(names, elements, strict=True)) if is_told else None


def _is_same(before: Any, after: Any) -> bool:
    """Whether the one says what the other does; an amount may be written as a number or as text."""
    if isinstance(before, dict) and isinstance(after, dict):
        return before.keys() == after.keys() and all(_is_same(before[name], after[name]) for name in after)
    if isinstance(before, list) and isinstance(after, list):
        return len(before) == len(after) and all(map(_is_same, before, after))
    return before == after or (isinstance(before, str) and not isinstance(after, str) and _is_amount(before, after))


def _is_amount(text: str, number: Any) -> bool:
    try:
        return amount(text) == amount(str(number))
    except ValueError:
        return False
