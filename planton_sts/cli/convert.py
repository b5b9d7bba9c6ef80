# SPDX-License-Identifier: Apache-2.0
"""`planton-sts convert`: a manifest in another form, for services, and back."""

import sys
from collections.abc import Callable, Iterable, Sequence

import click
from google.protobuf import text_format
from google.protobuf.message import DecodeError

from planton_sts.cli.options import assignments, or_stdin, paths
from planton_sts.cli.reader import set_all
from planton_sts.cli.show import stop_on
from planton_sts.loading import read
from planton_sts.loading.plain import as_json, as_manifest
from planton_sts.loading.short_form import in_short
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
}
# Those that hold several manifests.
DOCUMENTS = {"yaml", "short"}
MALFORMED = "must be a {} in protobuf's {} form"
MESSAGES = {"manifest": KubernetesStatefulSet, "stack-input": KubernetesStatefulSetStackInput}


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

    \b
    Examples:
      planton-sts convert postgres.yaml --to binary > postgres.binpb
      planton-sts convert postgres.binpb --from binary --to yaml
    """
    if form == "binary" and sys.stdout.isatty():
        raise click.UsageError("binary is no text to show: send the output to a file")
    if source == "manifest":
        messages = _manifests(or_stdin(paths), assignments)
    elif assignments:
        raise click.UsageError("--set goes with manifests in YAML or JSON")
    else:
        decoded = [(path, _decoded(path, source, MESSAGES[message])) for path in or_stdin(paths)]
        messages = [one for _, one in decoded]
        if form != "binary":
            _tell_of_strangers(decoded)
    if form not in DOCUMENTS and len(messages) != 1:
        raise click.UsageError(f"{form} holds one manifest, and {len(messages)} are given")
    sys.stdout.buffer.write(b"---\n".join(FORMS[form](message) for message in messages))
    return 0


def _manifests(paths: Sequence[str], assignments: Sequence[str]) -> list[Message]:
    """The messages of YAML or JSON; a report and the end of the run when something is wrong with them."""
    documents = [document for document in read(*paths) if not document.foreign]
    for document in documents:
        set_all(document, assignments)
    if not documents:
        raise click.UsageError("none of the documents given is a KubernetesStatefulSet")
    stop_on((document, document.problems) for document in documents)
    return [document.message for document in documents if document.message is not None]


def _decoded(path: str, source: str, kind: type[Message]) -> Message:
    try:
        content = content_of(path)
        return kind.FromString(content) if source == "binary" else text_format.Parse(decode(content), kind())
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


def _tell_of_strangers(decoded: Iterable[tuple[str, Message]]) -> None:
    """Warn of the fields that binary alone can hold."""
    for path, message in decoded:
        for finding in strangers(message, "warn"):
            told = f"{sentence(located(message, finding))} [{finding.complaint.rule}]"
            click.echo(f"{_name(path)}: warning: {told}", err=True)


def _name(path: str) -> str:
    return STDIN if path == DASH else path
