# SPDX-License-Identifier: Apache-2.0
"""A client: render a manifest's file for a team, or say what is wrong with it."""

import json
import sys
from pathlib import Path

import grpc
from acme.deployer.v1.deployer_pb2 import RenderRequest
from acme.deployer.v1.deployer_pb2_grpc import DeployerServiceStub
from google.rpc.error_details_pb2 import BadRequest
from grpc_status.rpc_status import from_call

from planton_sts import InvalidManifestError, KubernetesStatefulSet, load_one


def request(team: str, manifest: str) -> RenderRequest:
    """The request for the manifest of the file."""
    document = load_one(Path(manifest).read_bytes(), manifest)
    if document.problems:
        raise InvalidManifestError(document.problems)
    made = RenderRequest(team=team)
    if isinstance(document.message, KubernetesStatefulSet):
        made.input.target.CopyFrom(document.message)
    elif document.message:
        made.input.CopyFrom(document.message)
    return made


def problems(error: grpc.RpcError) -> list[str]:
    """What the service says is wrong with the request, a line each."""
    details, status = BadRequest(), from_call(error)
    if not status or not status.details or not status.details[0].Unpack(details):
        raise error
    return [f"{found.field}: {found.description}" for found in details.field_violations]


def main(address: str, team: str, manifest: str) -> str | None:
    """Print what the manifest becomes; the problems, if there are any."""
    with grpc.insecure_channel(address) as channel:
        try:
            response = DeployerServiceStub(channel).Render(request(team, manifest), timeout=10)
        except InvalidManifestError as error:
            return str(error)
        except grpc.RpcError as error:
            return "\n".join(problems(error))
    told = [f"warning: {warning.path}: {warning.message}" for warning in response.warnings]
    told += [f"{one['kind']} {one['metadata']['name']}" for one in json.loads(response.objects)]
    sys.stdout.write("\n".join([*told, response.outputs.kube_endpoint, ""]))
    return None


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
