# SPDX-License-Identifier: Apache-2.0
"""Bytes to text."""

import codecs

from planton_sts.loading.faults import MAX_SIZE, Fault
from planton_sts.loading.marks import Lines


def decode(content: str | bytes) -> str:
    """The text, without a byte order mark; UTF-16 is told by its own."""
    if len(content) > MAX_SIZE:
        raise Fault("load.limit", f"must have at most {MAX_SIZE // 2**20} MiB")
    if isinstance(content, str):
        return content.removeprefix("\ufeff")
    encoding = "utf-16" if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8"
    try:
        return content.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise not_text(content[: error.start].decode(encoding, "replace")) from None


def not_text(before: str) -> Fault:
    """The fault that stands behind the part that could be read."""
    end = Lines(before).mark(len(before))
    message = "must be text in UTF-8, which has no such character here"
    return Fault("load.encoding", message, line=end.line + 1, column=end.column + 1)
