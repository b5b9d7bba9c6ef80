# SPDX-License-Identifier: Apache-2.0
"""`planton-sts image`: the compiled protos, for whoever generates code from them."""

import sys
from pathlib import Path

import click

from planton_sts.protos import image
from planton_sts.wording import because


@click.command("image")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="File to write; else standard output.")
def command(out: Path | None) -> int:
    """Write the compiled protos: one FileDescriptorSet with comments and all imports, validate.proto among them.

    buf and protoc generate code from it, in any language and without a registry.

    \b
    Examples:
      planton-sts image --out planton-sts.binpb
      buf generate planton-sts.binpb --path org
      protoc --descriptor_set_in=planton-sts.binpb -I . --go_out=gen service.proto
    """
    if out is None and sys.stdout.isatty():
        raise click.UsageError("the image is no text to show: name a file with --out, or send the output to one")
    try:
        content = image().read_bytes()
        if out is not None:
            out.write_bytes(content)
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {because(error)}") from None
    if out is None:
        sys.stdout.buffer.write(content)
    return 0
