# SPDX-License-Identifier: Apache-2.0
"""The values of Secrets, taken into the manifest where it is asked for."""

from base64 import b64decode
from typing import Any

from planton_sts.json_objects import at
from planton_sts.recognition.access import APP
from planton_sts.recognition.drafting import Draft
from planton_sts.rendering.kube_object import KubeObject

ENV = (*APP, "env")


def include_secrets(made: Draft) -> None:
    """Say the secret variables of the application by their values, which a Secret of the manifest then holds."""
    secrets = {each["metadata"]["name"]: each for each in made.running.of_kind("Secret")}
    kept: list[Any] = []
    taken: dict[Any, set[Any]] = {}
    for entry in (made.sketch.take((*ENV, "entries")) or {}).values():
        reference = at(entry, "valueFrom", "secretKeyRef") or {}
        name, key, variable = reference.get("name"), reference.get("key"), entry.get("name")
        value = _text(secrets.get(name), key)
        is_named = isinstance(variable, str) and variable
        if value is None or not is_named or made.sketch.get((*ENV, "secrets", variable)):
            kept.append(entry)
            continue
        # Such variables stand before all entries, so that their order may change even where nothing else does.
        made.announces = True
        made.sketch.put((*ENV, "secrets", variable), {"value": value})
        taken.setdefault(name, set()).add(key if key == variable else "")
    for number, entry in enumerate(kept):
        made.sketch.put((*ENV, "entries", number), entry)
    for name, keys in taken.items():
        _settle(made, secrets[name], keys)


def _settle(made: Draft, secret: KubeObject, keys: set[str]) -> None:
    """Let the manifest render the Secret, if it is the one that it would make; else leave it, and say so."""
    name = f"{made.running.name}-env-secrets"
    if secret["metadata"]["name"] == name and keys == set(secret["data"]):
        made.carry(secret)
    else:
        made.leave(secret, f"the manifest has its values, and renders `{name}` in its place")


def _text(secret: KubeObject | None, key: Any) -> str | None:
    """What the Secret has under the key, if it is a text."""
    value = at(secret, "data", key) if isinstance(key, str) else None
    try:
        return b64decode(value, validate=True).decode() if isinstance(value, str) else None
    except ValueError:
        return None
