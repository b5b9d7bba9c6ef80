# SPDX-License-Identifier: Apache-2.0
"""Text to typed messages, directed by their schema; every field knows its line and column."""

from planton_sts.loading.documents import Document, load, load_one, loads, read, read_as, read_sources, reads
from planton_sts.loading.sources import Excluded, is_folder, names_of
from planton_sts.problems import Place

__all__ = [
    "Document",
    "Excluded",
    "Place",
    "is_folder",
    "load",
    "load_one",
    "loads",
    "names_of",
    "read",
    "read_as",
    "read_sources",
    "reads",
]
