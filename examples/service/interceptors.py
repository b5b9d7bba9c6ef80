# SPDX-License-Identifier: Apache-2.0
"""Every request validated before it reaches its method; what is invalid is answered INVALID_ARGUMENT, with details."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

import grpc
from google.protobuf.message import Message
from google.protobuf.text_format import MessageToString
from google.rpc.code_pb2 import INVALID_ARGUMENT
from google.rpc.status_pb2 import Status
from grpc_status.rpc_status import to_status

from planton_sts import InvalidManifestError, bad_request, redacted, validate

LOG = logging.getLogger(__name__)

SERVICE = "acme.deployer.v1.DeployerService"


def check(request: Message) -> None:
    """InvalidManifestError if the request breaks a rule, of ours or of its own proto."""
    if LOG.isEnabledFor(logging.INFO):
        LOG.info("%s: %s", request.DESCRIPTOR.name, MessageToString(redacted(request), as_one_line=True))
    errors = [problem for problem in validate(request) if problem.severity == "error"]
    if errors:
        raise InvalidManifestError(errors)


def refusal(error: InvalidManifestError) -> grpc.Status:
    """The error as gRPC has it, with as many problems as its metadata have room for."""
    status = Status(code=INVALID_ARGUMENT, message="the request is invalid")
    status.details.add().Pack(bad_request(error.problems))
    return to_status(status)


def is_ours(handler: grpc.RpcMethodHandler, method: str) -> bool:
    """Whether the method is one of the service's that take one message and give one; health checks, say, are not."""
    return bool(handler.unary_unary) and method.startswith(f"/{SERVICE}/")


class Validation(grpc.ServerInterceptor):
    """Validates the requests of the service."""

    def intercept_service(
        self, continuation: Callable[[Any], Any], handler_call_details: grpc.HandlerCallDetails
    ) -> grpc.RpcMethodHandler | None:
        """The method, behind the validation of its request."""
        handler = continuation(handler_call_details)
        if not handler or not is_ours(handler, handler_call_details.method):
            return handler

        def method(request: Message, context: grpc.ServicerContext) -> Message:
            try:
                check(request)
                return handler.unary_unary(request, context)
            except InvalidManifestError as error:
                context.abort_with_status(refusal(error))

        return with_method(handler, method)


class AsyncValidation(grpc.aio.ServerInterceptor):
    """The same for an asyncio server; what takes long runs in threads, so that the others are served meanwhile."""

    async def intercept_service(
        self, continuation: Callable[[Any], Awaitable[Any]], handler_call_details: grpc.HandlerCallDetails
    ) -> grpc.RpcMethodHandler | None:
        """The method, behind the validation of its request."""
        handler = await continuation(handler_call_details)
        if not handler or not is_ours(handler, handler_call_details.method):
            return handler

        async def method(request: Message, context: grpc.aio.ServicerContext) -> Message:
            try:
                await asyncio.to_thread(check, request)
                return await handler.unary_unary(request, context)
            except InvalidManifestError as error:
                await context.abort_with_status(refusal(error))

        return with_method(handler, method)


def with_method(handler: Any, method: Callable[..., Any]) -> grpc.RpcMethodHandler:
    """The handler with another method, which takes and gives the same messages."""
    return grpc.unary_unary_rpc_method_handler(method, handler.request_deserializer, handler.response_serializer)
