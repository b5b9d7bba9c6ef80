# SPDX-License-Identifier: Apache-2.0
"""`planton-sts import`: what runs in a cluster, as manifests that render to the same."""

import json
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import click

from planton_sts.adoption import Fate, Imported, SecretsAre, imports
from planton_sts.cli.given import sources_of
from planton_sts.cli.options import exclude, paths, platform
from planton_sts.cli.settle import platform_of
from planton_sts.cli.show import show
from planton_sts.cli.untyped import untyped
from planton_sts.comparison import Difference
from planton_sts.loading import read
from planton_sts.wording import because, visible

NOT_EQUAL = 1
# What is shown of a value.
ROOM = 60


@click.command("import")
@paths
@exclude
@click.option("-n", "--namespace", default="default", show_default=True, help="Namespace of objects that say none.")
@click.option(
    "--secrets",
    type=click.Choice(["reference", "include"]),
    default="reference",
    show_default=True,
    help="Refer to the Secrets that exist, or include the values of those that are given.",
)
@click.option(
    "--conventional", is_flag=True, help="Follow this API's conventions rather than keep every name and label."
)
@click.option("--out-dir", type=click.Path(file_okay=False), help="Write a file for each manifest.")
@platform
def command(  # noqa: PLR0913, PLR0917 - an argument for each option
    paths: tuple[str, ...],
    exclude: tuple[str, ...],
    namespace: str,
    secrets: SecretsAre,
    conventional: bool,
    out_dir: str | None,
    platform: str | None,
) -> int:
    """Print manifests that render to the Kubernetes objects given, and the proof that they do.

    There is a manifest for each StatefulSet, with the Services, ConfigMaps and other objects that belong to it. On
    standard error stands what becomes of each object: equal, or what differs, or why it stays beside the manifest.
    Exit code 1 when something differs that nobody asked for.

    \b
    Examples:
      kubectl get statefulset,service,configmap -o yaml | planton-sts import > running.yaml
      helm template my-release chart/ | planton-sts import --namespace database --out-dir manifests/
    """
    owned = platform_of(platform) if platform else None
    try:
        found = imports(
            untyped(read(*sources_of(paths, exclude))), namespace, secrets, owned, conventional=conventional
        )
    except ValueError as error:
        raise click.ClickException(visible(str(error))) from None
    if not found.manifests:
        raise click.UsageError("none of the objects given is a StatefulSet of `apps/v1`")
    _write(found.manifests, out_dir)
    for imported in found.manifests:
        _tell(imported.fates)
        show([(imported.document, imported.problems)])
    _tell(found.others)
    return 0 if all(one.is_equal or one.is_announced for one in found.manifests) else NOT_EQUAL


def _tell(fates: Iterable[Fate]) -> None:
    """Say what becomes of each object."""
    for fate in fates:
        called = "/".join(part for part in (fate.namespace, fate.name) if part)
        click.echo(visible(f"{fate.kind} {called}: {_verdict(fate)}"), err=True)
        for difference in fate.differences:
            click.echo(visible(f"  {difference}: {_change(difference)}"), err=True)


def _verdict(fate: Fate) -> str:
    if fate.left:
        return f"stays as it is: {fate.left}"
    if fate.is_new:
        return "is new"
    if fate.is_made_anew:
        return "must be made anew, for parts of it that cannot be changed differ"
    return "differs" if fate.differences else "equal"


def _change(difference: Difference) -> str:
    if difference.kind == "order":
        return "in another order"
    return f"{_shown(difference.theirs)} becomes {_shown(difference.ours)}"


def _shown(value: Any) -> str:
    """The value as far as a line has room for it."""
    text = "nothing" if value is None else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= ROOM else f"{text[:ROOM]}…"


def _write(manifests: Sequence[Imported], out_dir: str | None) -> None:
    if out_dir is None:
        sys.stdout.write("---\n".join(imported.text for imported in manifests))
        return
    files = {Path(out_dir) / _file_name(imported): imported.text for imported in manifests}
    try:
        Path(out_dir).mkdir(parents=True, exist_ok=True)
        for path in files:
            if os.path.lexists(path):
                raise click.ClickException(f"{path}: must not be there; it would be written over")
        for path, text in files.items():
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
            click.echo(path)
    except OSError as error:
        raise click.ClickException(f"{error.filename or out_dir}: {because(error)}") from None


def _file_name(imported: Imported) -> str:
    message: Any = imported.document.message
    return f"{message.spec.namespace.value}_{message.metadata.name}.yaml"
