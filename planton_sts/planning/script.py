# SPDX-License-Identifier: Apache-2.0
"""The whole way of an update as one script of a shell, through what an API server refuses."""

import json
import re
import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from planton_sts.comparison.fields import KubeObject
from planton_sts.description.facts import Object
from planton_sts.json_objects import at
from planton_sts.planning.commands import within
from planton_sts.planning.consequences import Consequence, called, identity
from planton_sts.planning.forms import as_line, summary
from planton_sts.planning.storage import growing
from planton_sts.planning.workload import Workload, without
from planton_sts.wording import visible

Objects = Mapping[Object, KubeObject]

_START = r"""
# It deletes no pod and shrinks no claim, changes nothing before it knows that each claim may grow, and can be run again
# wherever it was broken off.
set -eu

stop() {
  printf 'Stopped: %s\n' "$*" >&2
  exit 1
}
"""

_CONTEXT = """
echo "The context of kubectl: $(kubectl config current-context || echo none)"
"""

_GIVEN = """\
[ -r "${1-}" ] || stop 'name the file that holds what planton-sts renders of the new manifests'
new=$(cat -- "$1")
"""

# What the cluster does not know would else come out when something is deleted already.
_KNOWN = r"""printf '%s\n' "$new" | kubectl create --dry-run=client --filename - >/dev/null
"""

_ASK_THEN_GROW = """
for dry_run in server none; do
  echo "The claims grow (--dry-run=$dry_run):"
"""

_APPLY = r"""
printf '%s\n' "$new" | kubectl apply --server-side --filename -
"""

# A field of an object, or of its spec, at the beginning of a path.
_FIELD = re.compile(r"^(?:spec\.)?\w+")


def unscripted(found: Iterable[Consequence]) -> list[Consequence]:
    """What is refused and has no way out, or none that a script may go."""
    return [each for each in found if each.level == "refused" and not _has_way(each)]


def _has_way(refused: Consequence) -> bool:
    """Whether there is a way out on which pods run on, and which tells nothing that Secrets and ConfigMaps hold."""
    kind = refused.object.kind
    takes_pods = kind == "StatefulSet" and any(field.startswith("spec.selector") for field in refused.fields)
    return bool(refused.commands) and not takes_pods and kind not in {"ConfigMap", "Secret"}


def script(
    found: Sequence[Consequence], old: Iterable[KubeObject], new: Iterable[KubeObject], render: str | None
) -> str:
    """The script that makes the new objects of the old ones, of which `found` follows; all of it must have a way.

    Where no command renders the new objects, the script takes a file that holds them.
    """
    before, after = ({identity(each): each for each in side} for side in (old, new))
    refused: dict[Object, list[str]] = {}
    for each in found:
        if each.level == "refused":
            refused.setdefault(each.object, []).extend(each.fields)
    claims = [line for which in refused for line in _claims(before[which], after[which])]
    anew = [_anew(after[which], fields) for which, fields in refused.items()]
    parts = [*_comment(found), _START]
    parts += [_shell("grow")] if claims else []
    parts += [_shell("make_way")] if anew else []
    parts += [_CONTEXT, *_accepted(found), f"new=$({render})\n" if render else _GIVEN, _KNOWN]
    parts += [_ASK_THEN_GROW, *claims, "done\n"] if claims else []
    return "".join([*parts, *anew, _APPLY])


def _shell(name: str) -> str:
    """The functions of that name."""
    return "\n" + Path(__file__).with_name(f"{name}.sh").read_text(encoding="utf-8")


def _comment(found: Sequence[Consequence]) -> Iterator[str]:
    """What the script is for."""
    yield "#!/bin/sh\n# The way that `planton-sts plan --script` found through this plan:\n#\n"
    yield from (f"#   {line}\n" for line in (*map(as_line, found), summary(found)))
    yield "#"
    if not any(each.level == "refused" for each in found):
        yield "\n# The API server refuses none of it, so all there is to do is to apply it."


def _accepted(found: Iterable[Consequence]) -> Iterator[str]:
    """What stops the script where data are at risk, unless whoever runs it accepts that."""
    risks = [visible(f"{called(each.object)}: {each.words}") for each in found if each.level == "data at risk"]
    if risks:
        words = shlex.quote("\n  ".join(["data are at risk; if that is meant, run this with --accept-risk", *risks]))
        yield f'[ "${{1-}}" = --accept-risk ] || stop {words}\nshift\n'


def _claims(old: KubeObject, new: KubeObject) -> Iterator[str]:
    """The lines that have the claims of a StatefulSet grow: those of its pods as they are, and as they shall be."""
    if identity(new).kind != "StatefulSet":
        return
    before, after = Workload.of(old), Workload.of(new)
    for template, size in growing(before, after).items():
        for numbers in filter(None, (before.ordinals, *without(after.ordinals, before.ordinals))):
            span = (str(numbers[0]), str(numbers[-1]))
            line = shlex.join(["grow", size, before.stem(template), *span, *within(before.object.namespace)])
            yield f"  {line}\n"


def _anew(new: KubeObject, fields: Iterable[str]) -> str:
    """The line that deletes the object, unless the server takes what stands in these fields of the new one."""
    which = identity(new)
    wholes = dict.fromkeys(_FIELD.findall(field)[0] for field in fields)
    patch = json.dumps(
        [{"op": "add", "path": f"/{whole.replace('.', '/')}", "value": at(new, *whole.split("."))} for whole in wholes]
    )
    cascade = "orphan" if which.kind == "StatefulSet" else "background"
    words = ["make_way", cascade, patch, which.kind.lower(), which.name, *within(which.namespace)]
    return f"\n{shlex.join(words)}\n"
