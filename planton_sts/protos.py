# SPDX-License-Identifier: Apache-2.0
"""The protos, as they are handed on to other languages and tools."""

from pathlib import Path


def image() -> Path:
    """The file that holds all protos compiled, with their comments and all that they import: a FileDescriptorSet.

    protoc takes it as `--descriptor_set_in`, and buf as an input, so that neither needs a registry. It is part of
    every installation; in a checkout, `make image` writes it.
    """
    return Path(__file__).with_name("image.binpb")
