# SPDX-License-Identifier: Apache-2.0
"""Every request validated before it reaches its method; what is invalid is answered INVALID_ARGUMENT, with details."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from typing import Any

import grpc
from google.protobuf.message import Message
from google.protobuf.text_format import MessageToString
from google.rpc.code_pb2 import INVALID_ARGUMENT
from google.rpc.status_pb2 import Status
from grpc_status.rpc_status import to_status

from planton_sts import InvalidManifestError, Problem, bad_request, redacted, validate

LOG = logging.getLogger(__name__)

# What there is to say of the request at hand although it is valid.
WARNINGS: ContextVar[list[Problem]] = ContextVar("WARNINGS")


def warnings(request: Message) -> list[Problem]:
    """What is unwise about the request; InvalidManifestError if it breaks a rule, of ours or of its own proto."""
    if LOG.isEnabledFor(logging.INFO):
        LOG.info("%s: %s", request.DESCRIPTOR.name, MessageToString(redacted(request), as_one_line=True))
    problems = validate(request)
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        raise InvalidManifestError(errors)
    return problems


def refusal(error: InvalidManifestError) -> grpc.Status:
    """The error as gRPC has it, with as many problems as its metadata have room for."""
    status = Status(code=INVALID_ARGUMENT, message="the request is invalid")
    status.details.add().Pack(bad_request(error.problems))
    return to_status(status)


class Validation(grpc.ServerInterceptor):
    """Validates requests of methods that take one message and give one."""

    def intercept_service(
        self, continuation: Callable[[Any], Any], handler_call_details: grpc.HandlerCallDetails
    ) -> grpc.RpcMethodHandler | None:
        """The method, behind the validation of its request."""
        handler = continuation(handler_call_details)
        if not handler or not handler.unary_unary:
            return handler

        def method(request: Message, context: grpc.ServicerContext) -> Message:
            try:
                WARNINGS.set(warnings(request))
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
        if not handler or not handler.unary_unary:
            return handler

        async def method(request: Message, context: grpc.aio.ServicerContext) -> Message:
            try:
                WARNINGS.set(await asyncio.to_thread(warnings, request))
                return await handler.unary_unary(request, context)
            except InvalidManifestError as error:
                await context.abort_with_status(refusal(error))

        return with_method(handler, method)


def with_method(handler: Any, method: Callable[..., Any]) -> grpc.RpcMethodHandler:
    """The handler with another method, which takes and gives the same messages."""
    return grpc.unary_unary_rpc_method_handler(method, handler.request_deserializer, handler.response_serializer)
