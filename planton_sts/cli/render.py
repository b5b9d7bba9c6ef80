# SPDX-License-Identifier: Apache-2.0
"""`planton-sts render`: the Kubernetes objects that manifests stand for."""

import sys
from collections.abc import Sequence

import click

from planton_sts.api import within
from planton_sts.cli.folder import write_folder
from planton_sts.cli.options import assignments, paths, platform, values
from planton_sts.cli.settle import settled_all
from planton_sts.cli.show import stop_on
from planton_sts.collisions import collisions
from planton_sts.loading import Document
from planton_sts.masking import Secrecy, with_secrets
from planton_sts.messages import KubernetesStatefulSetStackInput
from planton_sts.rendering import KubeObject, render_resolved
from planton_sts.validation.violations import located
from planton_sts.write import dumps


@click.command("render")
@paths
@click.option("-o", "--output", "form", type=click.Choice(["yaml", "json"]), default="yaml", show_default=True)
@click.option("--out-dir", type=click.Path(file_okay=False), help="Write a file for each object, and a kustomization.")
@click.option(
    "--secrets",
    type=click.Choice(["include", "mask", "omit"]),
    default="include",
    show_default=True,
    help="What to do with the Secrets that hold values: mask these, or leave the objects out, as for GitOps.",
)
@assignments
@platform
@values
def command(  # noqa: PLR0913, PLR0917 - an argument for each option
    paths: tuple[str, ...],
    form: str,
    out_dir: str | None,
    secrets: Secrecy,
    assignments: tuple[str, ...],
    platform: str | None,
    values: str | None,
) -> int:
    """Print the Kubernetes objects that manifests stand for, in the order to apply them.

    References between manifests are settled from the documents given, of whatever kind, and from --values.

    \b
    Examples:
      planton-sts render postgres.yaml | kubectl apply -f -
      planton-sts render manifests/ --out-dir deploy/ --secrets omit
    """
    if out_dir is not None and (not out_dir or form == "json"):
        raise click.UsageError("--out-dir takes the path of a folder, and writes YAML, which is what kustomize reads")
    documents, inputs = settled_all(paths, assignments, platform, values)
    objects = with_secrets(_objects(documents, inputs), secrets)
    if out_dir is not None:
        for path in write_folder(out_dir, objects):
            click.echo(path)
    else:
        sys.stdout.write(dumps(objects, "json" if form == "json" else "yaml"))
    return 0


def _objects(documents: Sequence[Document], inputs: Sequence[KubernetesStatefulSetStackInput]) -> list[KubeObject]:
    """The objects of all manifests; a Namespace that several render stands once."""
    rendered = [render_resolved(stack_input) for stack_input in inputs]
    clashes = collisions(inputs, rendered)
    found = ((documents[number], finding) for number, finding in clashes)
    stop_on((document, [located(document, within(document, finding))]) for document, finding in found)
    namespaces: set[str] = set()
    return [kube_object for objects in rendered for kube_object in objects if not _is_repeated(kube_object, namespaces)]


def _is_repeated(kube_object: KubeObject, namespaces: set[str]) -> bool:
    """Whether the object is a Namespace that stands already; it stands from now on."""
    name = kube_object["metadata"]["name"]
    is_repeated = kube_object["kind"] == "Namespace" and name in namespaces
    if kube_object["kind"] == "Namespace":
        namespaces.add(name)
    return is_repeated
