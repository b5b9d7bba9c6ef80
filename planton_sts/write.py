# SPDX-License-Identifier: Apache-2.0
"""Kubernetes objects to text.

The YAML is written here rather than by PyYAML, which leaves `1e3` bare, and the API server then reads a number.
A string is bare only if it cannot be taken for anything else by any reader of YAML 1.1 or 1.2; every other is quoted.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Literal, get_args

Form = Literal["yaml", "json"]

# What to say above a key or an element of a list, by the way to it.
Comments = Mapping[tuple[str | int, ...], str]

# Words, such as a name, a path, an image or a command; or a number with a unit. YAML's numbers start with a digit, a
# sign or a dot and have no unit; its indicators start a word, or are a `:` that ends one.
_BARE = re.compile(
    r"[A-Za-z/](?:[\w./:,=@-]*[\w./-])?(?: [\w./-](?:[\w./:,=@-]*[\w./-])?)*|[0-9]+(?:[.][0-9]+)?(?:m|k|[KMGT]i?|%)",
    re.ASCII,
)

# The words that some reader takes for a truth value or for nothing.
_TAKEN = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})

# What a block of lines may hold besides what is printable.
_LINES = str.maketrans("", "", "\t\n")

# Where a block would not tell its own indentation, or may lose what ends a line.
_UNSURE = re.compile(r"\A[ \t\n]|^[ \t]+$", re.MULTILINE)


def dumps(objects: Iterable[dict[str, Any]], form: Form = "yaml") -> str:
    """The objects as YAML documents, or as one JSON list."""
    if form not in get_args(Form):
        raise ValueError(f"the form is `yaml` or `json`, and not {form!r}")
    return joined([document(kube_object, form) for kube_object in objects], form)


def document(kube_object: dict[str, Any], form: Form = "yaml", comments: Comments | None = None) -> str:
    """One object as text; comments stand in YAML alone."""
    if form == "json":
        return json.dumps(_whole(kube_object), indent=2, ensure_ascii=False)
    lines: list[str] = []
    _write(kube_object, "", "", lines.append, comments or {})
    return "".join(lines)


def joined(documents: Sequence[str], form: Form = "yaml") -> str:
    """Objects as text, together."""
    if form == "yaml":
        return "---\n".join(documents)
    items = ",\n".join("    " + text.replace("\n", "\n    ") for text in documents)
    head = '{\n  "apiVersion": "v1",\n  "kind": "List",\n  "items": ['
    return f"{head}\n{items}\n  ]\n}}\n" if items else f"{head}]\n}}\n"


def _write(value: Any, lead: str, indent: str, write: Callable[[str], None], comments: Comments) -> None:
    """Write the value, its first line after `lead` and the others after `indent`."""
    if isinstance(value, dict) and value:
        for key, child in value.items():
            below = _comment(comments, key, lead, write) if comments else comments
            _write_entry(f"{lead}{_recurring(key)}:", child, indent, write, below)
            lead = indent
    elif isinstance(value, list) and value:
        for index, child in enumerate(value):
            below = _comment(comments, index, lead, write) if comments else comments
            _write(child, f"{lead}- ", f"{indent}  ", write, below)
            lead = indent
    else:
        write(f"{lead}{_scalar(value, indent)}\n")


def _write_entry(key: str, value: Any, indent: str, write: Callable[[str], None], comments: Comments) -> None:
    """Write the value below its key, or beside it if it fits there."""
    deeper = f"{indent}  "
    if isinstance(value, dict) and value:
        write(f"{key}\n")
        _write(value, deeper, deeper, write, comments)
    elif isinstance(value, list) and value:
        write(f"{key}\n")
        _write(value, indent, indent, write, comments)
    else:
        write(f"{key} {_scalar(value, deeper)}\n")


def _comment(comments: Comments, step: str | int, lead: str, write: Callable[[str], None]) -> Comments:
    """Write what is to be said above the key or element, and give what is left to say below it."""
    below = {path[1:]: text for path, text in comments.items() if path[:1] == (step,)}
    indent = lead[: len(lead) - len(lead.lstrip())]
    for line in below.pop((), "").splitlines():
        write(f"{indent}# {line if line.isprintable() else ascii(line)}\n")
    return below


def _scalar(value: Any, indent: str) -> str:
    """A value that holds no others; what is no text is written in YAML as in JSON."""
    if not isinstance(value, str):
        return json.dumps(_whole(value))
    if "\n" in value and _can_stand(value):
        return _block(value, indent)
    return _one_line(value) if len(value) > LONG else _recurring(value)


def _whole(value: Any) -> Any:
    """The value with whole numbers as such: one that went through `google.protobuf.Struct` comes back as 5432.0."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, dict):
        return {key: _whole(child) for key, child in value.items()}
    return [_whole(child) for child in value] if isinstance(value, list) else value


def _can_stand(text: str) -> bool:
    """Whether the lines can stand as they are."""
    return text.translate(_LINES).isprintable() and not _UNSURE.search(text)


# Longer texts recur nowhere, and are not kept.
LONG = 64


@lru_cache(maxsize=1024)
def _recurring(text: str) -> str:
    """The text on one line; keys, names and labels stand in every object."""
    return _one_line(text)


def _one_line(text: str) -> str:
    """The text on one line; what cannot be seen is escaped."""
    if _BARE.fullmatch(text) and text.lower() not in _TAKEN:
        return text
    if text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    # Python's escapes are YAML's.
    return '"' + text.encode("unicode_escape").decode("ascii").replace('"', '\\"') + '"'


def _block(text: str, indent: str) -> str:
    """The lines as they are; the indicator says what becomes of the line breaks at the end."""
    end = "+" if text.endswith("\n\n") else "" if text.endswith("\n") else "-"
    return f"|{end}\n" + re.sub("^(?=.)", indent, text.removesuffix("\n"), flags=re.MULTILINE)
