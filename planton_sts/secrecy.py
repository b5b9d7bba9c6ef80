# SPDX-License-Identifier: Apache-2.0
"""Names that secrets go by, and how much of a path may be shown that leads below one."""

import re

Steps = tuple[str | int, ...]

# In keys of whatever spelling: `POSTGRES_PASSWORD`, `apiKey`, `--auth-token`, `dockerConfigJson`.
_WORDS = (
    "(?i)passw|passphrase|pass(?![a-z])|pwd|secret|token|credential|authorization|cookie"
    "|(api|access|private|signing|encryption|account)[-_.]?key|(docker|kube)[-_.]?config"
)
# What stands below a key that looks like a secret's and is no part of the secret: the schema's own fields.
_FIELDS = {"value", "valueFrom", "secretRef", "name", "namespace", "key", "path", "defaultMode", "kind", "env"}
_FIELDS |= {"fieldPath", "value_from", "secret_ref", "default_mode", "field_path"}
_FIELDS |= {"secretName", "items", "mode", "optional", "audience", "expirationSeconds"}
_FIELDS |= {"secret_name", "expiration_seconds"}
# Where the keys are names that somebody gave to secrets.
_NAMED = ("env", "secrets")
_NAME = r"[-./\w]+"


def looks_secret(name: str) -> bool:
    """Whether something of that name is likely to be a secret."""
    return bool(re.search(_WORDS, name))


def assigns_secret(text: str) -> bool:
    """Whether the text gives a secret along with its name: `--password=hunter2`."""
    found = re.search(_WORDS, text)
    return found is not None and ("=" in text[found.end() :] or ":" in text[found.end() :])


def is_name(text: str) -> bool:
    """Whether the text could be the name of a variable, a Secret or a key in one."""
    return bool(re.fullmatch(_NAME, text))


def presentable(path: Steps) -> Steps:
    """The path as far as it may be shown: below a key that looks like a secret's, names and fields alone."""
    is_below = False
    for index, step in enumerate(path):
        if is_below and not _is_known(path[:index], step):
            return path[:index]
        if isinstance(step, str) and looks_secret(step):
            if not is_name(step):
                return path[:index]
            is_below = True
    return path


def _is_known(above: Steps, step: str | int) -> bool:
    return isinstance(step, int) or step in _FIELDS or (above[-2:] == _NAMED and is_name(step))
