# SPDX-License-Identifier: Apache-2.0
"""The service in threads."""

import logging
import sys
from concurrent.futures import ThreadPoolExecutor

import grpc
from acme.deployer.v1.deployer_pb2 import RenderRequest, RenderResponse
from acme.deployer.v1.deployer_pb2_grpc import DeployerServiceServicer, add_DeployerServiceServicer_to_server
from deployer import response
from grpc_health.v1.health import HealthServicer
from grpc_health.v1.health_pb2 import HealthCheckResponse
from grpc_health.v1.health_pb2_grpc import add_HealthServicer_to_server
from interceptors import SERVICE, Validation

from planton_sts import validate

# No manifest is as long as gRPC's 4 MiB.
OPTIONS = [("grpc.max_receive_message_length", 256 * 1024)]


class Deployer(DeployerServiceServicer):
    """The methods of the service."""

    def Render(self, request: RenderRequest, context: grpc.ServicerContext) -> RenderResponse:  # noqa: N802, ARG002 - gRPC's
        """What the application becomes."""
        return response(request)


def main(address: str = "127.0.0.1:50051") -> None:
    """Serve until interrupted."""
    logging.basicConfig(level=logging.INFO)
    # The first validation compiles the rules; no request shall wait for that.
    validate(RenderRequest())
    server = grpc.server(ThreadPoolExecutor(), interceptors=[Validation()], options=OPTIONS)
    add_DeployerServiceServicer_to_server(Deployer(), server)
    health = HealthServicer()
    health.set(SERVICE, HealthCheckResponse.SERVING)
    add_HealthServicer_to_server(health, server)
    port = server.add_insecure_port(address)
    server.start()
    logging.getLogger(__name__).info("listening on port %d", port)
    server.wait_for_termination()


if __name__ == "__main__":
    main(*sys.argv[1:])
