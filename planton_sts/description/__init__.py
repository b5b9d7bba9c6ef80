# SPDX-License-Identifier: Apache-2.0
"""What a manifest becomes, told before anything touches a cluster: as text, as JSON, as a picture."""

from planton_sts.description.collect import description
from planton_sts.description.facts import Description
from planton_sts.description.json import as_dict
from planton_sts.description.mermaid import mermaid
from planton_sts.description.text import text

__all__ = ["Description", "as_dict", "description", "mermaid", "text"]
