# SPDX-License-Identifier: Apache-2.0
"""What a manifest becomes, told before anything touches a cluster: as text, as JSON, as a picture."""

from collections.abc import Callable, Sequence
from json import dumps

from planton_sts.description.collect import description
from planton_sts.description.facts import Description
from planton_sts.description.json import as_dict
from planton_sts.description.mermaid import mermaid
from planton_sts.description.text import text

__all__ = ["FORMS", "Description", "as_dict", "description", "mermaid", "text"]

# How descriptions can be written, together.
FORMS: dict[str, Callable[[Sequence[Description]], str]] = {
    "text": lambda descriptions: "\n".join(map(text, descriptions)),
    "json": lambda descriptions: "".join(f"{dumps(as_dict(one), indent=2)}\n" for one in descriptions),
    "mermaid": lambda descriptions: mermaid(*descriptions),
}
