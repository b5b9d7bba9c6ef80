# SPDX-License-Identifier: Apache-2.0
"""What was probably meant where a name refers to something of the same manifest that is not there."""

from typing import Any

from planton_sts.paths import Path
from planton_sts.wording import closest


def meant(rule: str, value: Any, place: Path) -> str:
    """A hint with the known name that is nearest to the one at the place below what broke the rule; or nothing."""
    if rule.endswith(".volume_mounts.name.unknown") and place:
        known = [template.name for template in value.volume_claim_templates]
        return _hint(value.container.app.volume_mounts[place[0]].name, known)
    if rule.endswith(".port_name.unknown"):
        *_, probe, handler, _, _ = rule.split(".")
        return _hint(getattr(getattr(value, probe), handler).port_name, [port.name for port in value.ports])
    return ""


def _hint(written: str, known: list[str]) -> str:
    name = closest(written, known)
    return f"did you mean `{name}`?" if name else ""
