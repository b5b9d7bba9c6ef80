# SPDX-License-Identifier: Apache-2.0
"""The service in asyncio."""

import asyncio
import logging
import sys

import grpc
from acme.deployer.v1.deployer_pb2 import RenderRequest, RenderResponse
from acme.deployer.v1.deployer_pb2_grpc import DeployerServiceServicer, add_DeployerServiceServicer_to_server
from deployer import response
from grpc_health.v1.health import aio
from grpc_health.v1.health_pb2 import HealthCheckResponse
from grpc_health.v1.health_pb2_grpc import add_HealthServicer_to_server
from interceptors import SERVICE, AsyncValidation
from server import OPTIONS

from planton_sts import validate


class Deployer(DeployerServiceServicer):
    """The methods of the service."""

    async def Render(self, request: RenderRequest, context: grpc.aio.ServicerContext) -> RenderResponse:  # noqa: N802, ARG002 - gRPC's
        """What the application becomes."""
        return await asyncio.to_thread(response, request)


async def main(address: str = "127.0.0.1:50051") -> None:
    """Serve until interrupted."""
    logging.basicConfig(level=logging.INFO)
    # The first validation compiles the rules; no request shall wait for that.
    validate(RenderRequest())
    server = grpc.aio.server(interceptors=[AsyncValidation()], options=OPTIONS)
    add_DeployerServiceServicer_to_server(Deployer(), server)
    health = aio.HealthServicer()
    await health.set(SERVICE, HealthCheckResponse.SERVING)
    add_HealthServicer_to_server(health, server)
    port = server.add_insecure_port(address)
    await server.start()
    logging.getLogger(__name__).info("listening on port %d", port)
    await server.wait_for_termination()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
