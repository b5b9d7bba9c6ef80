# SPDX-License-Identifier: Apache-2.0
"""`planton-sts convert`: a manifest in another form, for services, and back."""

import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial

import click
from google.protobuf import text_format
from google.protobuf.message import DecodeError

from planton_sts.cli.options import assignments, or_stdin, paths
from planton_sts.cli.reader import set_all
from planton_sts.cli.show import stop_on
from planton_sts.conversion.dialect_form import in_dialect, unsaid
from planton_sts.conversion.short_form import in_short
from planton_sts.loading import Document, read
from planton_sts.loading.kinds import DIALECTS, Root
from planton_sts.loading.plain import as_json, as_manifest
from planton_sts.loading.sources import DASH, STDIN, content_of, decode
from planton_sts.messages import KubernetesStatefulSet, KubernetesStatefulSetStackInput, Message
from planton_sts.nodes.faults import Fault
from planton_sts.report.wording import sentence
from planton_sts.validation import located
from planton_sts.validation.strangers import strangers
from planton_sts.write import document as written
from planton_sts.write import dumps

FORMS: dict[str, Callable[[Message], bytes]] = {
    "yaml": lambda message: dumps([as_manifest(message)]).encode(),
    "short": lambda message: dumps([in_short(message)]).encode(),
    "json": lambda message: f"{written(as_json(message), 'json')}\n".encode(),
    "binary": lambda message: message.SerializeToString(deterministic=True),
    "text": lambda message: text_format.MessageToString(message, as_utf8=True).encode(),
    **{name: partial(lambda name, message: dumps([in_dialect(message, name)]).encode(), name) for name in DIALECTS},
}
# Those that hold several manifests.
DOCUMENTS = {"yaml", "short", *DIALECTS}
MALFORMED = "must be a {} in protobuf's {} form"
MESSAGES: dict[str, type[Root]] = {"manifest": KubernetesStatefulSet, "stack-input": KubernetesStatefulSetStackInput}


@click.command("convert")
@paths
@click.option("--to", "form", type=click.Choice(list(FORMS)), default="yaml", show_default=True, help="Form to write.")
@click.option(
    "--from", "source", type=click.Choice(["manifest", "binary", "text"]), default="manifest", help="Form to read."
)
@click.option("--message", type=click.Choice(list(MESSAGES)), default="manifest", help="What binary or text holds.")
@assignments
def command(paths: tuple[str, ...], form: str, source: str, message: str, assignments: tuple[str, ...]) -> int:
    """Write manifests as YAML, JSON, binary protobuf or protobuf text, or read them from these.

    A manifest is YAML or JSON, with short forms; `--to short` writes YAML with all of them, as people would. What else
    is written has none, so that it is Protobuf JSON too, but that YAML has ConfigMaps of several files among the
    others. Nothing is checked but that the input can be read; secrets are part of what is written. Fields that this
    version does not know stay in binary alone, and are told.

    `--to planton-dev` and `--to openmcf` write manifests for later versions of the API, kubernetes.planton.dev/v1 and
    kubernetes.openmcf.org/v1; what these cannot say is an error. Any form is read from them. Never hand our binary to
    them: there, the same bytes mean something else.

    \b
    Examples:
      planton-sts convert postgres.yaml --to binary > postgres.binpb
      planton-sts convert postgres.binpb --from binary --to yaml
    """
    if form == "binary" and sys.stdout.isatty():
        raise click.UsageError("binary is no text to show: send the output to a file")
    if source == "manifest":
        documents = _manifests(or_stdin(paths), assignments)
    elif assignments:
        raise click.UsageError("--set goes with manifests in YAML or JSON")
    else:
        documents = [_decoded(path, source, MESSAGES[message]) for path in or_stdin(paths)]
        if form != "binary":
            _tell_of_strangers(documents)
    if form not in DOCUMENTS and len(documents) != 1:
        raise click.UsageError(f"{form} holds one manifest, and {len(documents)} are given")
    messages = [document.message for document in documents if document.message is not None]
    if form in DIALECTS:
        stop_on((each, [located(each, finding) for finding in unsaid(each.message)]) for each in documents)
    sys.stdout.buffer.write(b"---\n".join(FORMS[form](message) for message in messages))
    return 0


def _manifests(paths: Sequence[str], assignments: Sequence[str]) -> list[Document]:
    """The manifests in YAML or JSON; a report and the end of the run when something is wrong with them."""
    documents = [document for document in read(*paths) if not document.foreign]
    for document in documents:
        set_all(document, assignments)
    if not documents:
        raise click.UsageError("none of the documents given is a KubernetesStatefulSet")
    stop_on((document, document.problems) for document in documents)
    return documents


def _decoded(path: str, source: str, kind: type[Root]) -> Document:
    try:
        content = content_of(path)
        held = kind.FromString(content) if source == "binary" else text_format.Parse(decode(content), kind())
        return Document(_name(path), 0, kind.DESCRIPTOR.name, held)
    except Fault as fault:
        raise _refused(path, fault.complaint.message, fault.line, fault.column) from None
    # What the parsers say may quote the input, and with it a secret.
    except DecodeError:
        raise _refused(path, MALFORMED.format(kind.DESCRIPTOR.name, source)) from None
    except text_format.ParseError as error:
        message = MALFORMED.format(kind.DESCRIPTOR.name, source)
        raise _refused(path, message, error.GetLine(), error.GetColumn()) from None


def _refused(path: str, message: str, line: int | None = None, column: int | None = None) -> click.ClickException:
    return click.ClickException(f"{':'.join(str(part) for part in (_name(path), line, column) if part)}: {message}")


def _tell_of_strangers(documents: Iterable[Document]) -> None:
    """Warn of the fields that binary alone can hold."""
    for document in documents:
        for finding in strangers(document.message, "warn") if document.message is not None else ():
            told = f"{sentence(located(document, finding))} [{finding.complaint.rule}]"
            click.echo(f"{document.source}: warning: {told}", err=True)


def _name(path: str) -> str:
    return STDIN if path == DASH else path
