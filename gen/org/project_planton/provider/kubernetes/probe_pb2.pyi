from buf.validate import validate_pb2 as _validate_pb2
from org.project_planton.shared import rules_pb2 as _rules_pb2
from org.project_planton.shared import shapes_pb2 as _shapes_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Probe(_message.Message):
    """A question that the kubelet asks a container again and again.
    What the answer decides depends on the field that holds the probe: start-up, readiness or liveness.
    """
    __slots__ = ("initial_delay_seconds", "period_seconds", "timeout_seconds", "success_threshold", "failure_threshold", "http_get", "grpc", "tcp_socket", "exec", "termination_grace_period_seconds")
    INITIAL_DELAY_SECONDS_FIELD_NUMBER: _ClassVar[int]
    PERIOD_SECONDS_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_SECONDS_FIELD_NUMBER: _ClassVar[int]
    SUCCESS_THRESHOLD_FIELD_NUMBER: _ClassVar[int]
    FAILURE_THRESHOLD_FIELD_NUMBER: _ClassVar[int]
    HTTP_GET_FIELD_NUMBER: _ClassVar[int]
    GRPC_FIELD_NUMBER: _ClassVar[int]
    TCP_SOCKET_FIELD_NUMBER: _ClassVar[int]
    EXEC_FIELD_NUMBER: _ClassVar[int]
    TERMINATION_GRACE_PERIOD_SECONDS_FIELD_NUMBER: _ClassVar[int]
    initial_delay_seconds: int
    """Optional. Seconds to wait after the container has started before the first question; 0 when unset."""
    period_seconds: int
    """Optional. Seconds between two questions; 10 when unset or 0."""
    timeout_seconds: int
    """Optional. Seconds to wait for an answer, after which it counts as a failure; 1 when unset or 0."""
    success_threshold: int
    """Optional. Good answers in a row that make a failed probe good again; 1 when unset or 0.
    Only a readiness probe may ask for more than 1.
    """
    failure_threshold: int
    """Optional. Bad answers in a row that make the probe fail; 3 when unset or 0."""
    http_get: HTTPGetAction
    """An HTTP GET request; a status from 200 to 399 is a good answer."""
    grpc: GRPCAction
    """A call of the standard gRPC health service; `SERVING` is a good answer."""
    tcp_socket: TCPSocketAction
    """A TCP connection; one that opens is a good answer."""
    exec: ExecAction
    """A command inside the container; exit code 0 is a good answer."""
    termination_grace_period_seconds: int
    """Optional. For how many seconds a container that fails the probe may go on before it is killed; the pod's grace period
    when unset. Not in a readiness probe, which kills nothing.
    """
    def __init__(self, initial_delay_seconds: _Optional[int] = ..., period_seconds: _Optional[int] = ..., timeout_seconds: _Optional[int] = ..., success_threshold: _Optional[int] = ..., failure_threshold: _Optional[int] = ..., http_get: _Optional[_Union[HTTPGetAction, _Mapping]] = ..., grpc: _Optional[_Union[GRPCAction, _Mapping]] = ..., tcp_socket: _Optional[_Union[TCPSocketAction, _Mapping]] = ..., exec: _Optional[_Union[ExecAction, _Mapping]] = ..., termination_grace_period_seconds: _Optional[int] = ...) -> None:
        """A question that the kubelet asks a container again and again.
        What the answer decides depends on the field that holds the probe: start-up, readiness or liveness.

        :param initial_delay_seconds: Optional. Seconds to wait after the container has started before the first question; 0 when unset.
        :param period_seconds: Optional. Seconds between two questions; 10 when unset or 0.
        :param timeout_seconds: Optional. Seconds to wait for an answer, after which it counts as a failure; 1 when unset or 0.
        :param success_threshold: Optional. Good answers in a row that make a failed probe good again; 1 when unset or 0. Only a readiness probe may ask for more than 1.
        :param failure_threshold: Optional. Bad answers in a row that make the probe fail; 3 when unset or 0.
        :param http_get: An HTTP GET request; a status from 200 to 399 is a good answer.
        :param grpc: A call of the standard gRPC health service; `SERVING` is a good answer.
        :param tcp_socket: A TCP connection; one that opens is a good answer.
        :param exec: A command inside the container; exit code 0 is a good answer.
        :param termination_grace_period_seconds: Optional. For how many seconds a container that fails the probe may go on before it is killed; the pod's grace period when unset. Not in a readiness probe, which kills nothing.
        """

class HTTPGetAction(_message.Message):
    """Asks over HTTP."""
    __slots__ = ("path", "port_number", "port_name", "host", "scheme", "http_headers")
    PATH_FIELD_NUMBER: _ClassVar[int]
    PORT_NUMBER_FIELD_NUMBER: _ClassVar[int]
    PORT_NAME_FIELD_NUMBER: _ClassVar[int]
    HOST_FIELD_NUMBER: _ClassVar[int]
    SCHEME_FIELD_NUMBER: _ClassVar[int]
    HTTP_HEADERS_FIELD_NUMBER: _ClassVar[int]
    path: str
    """Optional. Path and query of the request, such as `/health`; `/` when unset."""
    port_number: int
    """Number of the port, 1 to 65535."""
    port_name: str
    """Name of one of the container's ports."""
    host: str
    """Optional. Host to connect to; the pod's own address when unset, which is nearly always right."""
    scheme: str
    """Optional. `HTTP` or `HTTPS` (the certificate is not checked); `HTTP` when unset."""
    http_headers: _containers.RepeatedCompositeFieldContainer[HTTPHeader]
    """Optional. Headers of the request, in order."""
    def __init__(self, path: _Optional[str] = ..., port_number: _Optional[int] = ..., port_name: _Optional[str] = ..., host: _Optional[str] = ..., scheme: _Optional[str] = ..., http_headers: _Optional[_Iterable[_Union[HTTPHeader, _Mapping]]] = ...) -> None:
        """Asks over HTTP.

        :param path: Optional. Path and query of the request, such as `/health`; `/` when unset.
        :param port_number: Number of the port, 1 to 65535.
        :param port_name: Name of one of the container's ports.
        :param host: Optional. Host to connect to; the pod's own address when unset, which is nearly always right.
        :param scheme: Optional. `HTTP` or `HTTPS` (the certificate is not checked); `HTTP` when unset.
        :param http_headers: Optional. Headers of the request, in order.
        """

class HTTPHeader(_message.Message):
    """One header of a probe's HTTP request."""
    __slots__ = ("name", "value")
    NAME_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    name: str
    """Required. Name of the header, such as `Host` or `X-Probe`."""
    value: str
    """Optional. Value of the header; empty when unset."""
    def __init__(self, name: _Optional[str] = ..., value: _Optional[str] = ...) -> None:
        """One header of a probe's HTTP request.

        :param name: Required. Name of the header, such as `Host` or `X-Probe`.
        :param value: Optional. Value of the header; empty when unset.
        """

class GRPCAction(_message.Message):
    """Asks the standard gRPC health service."""
    __slots__ = ("port", "service")
    PORT_FIELD_NUMBER: _ClassVar[int]
    SERVICE_FIELD_NUMBER: _ClassVar[int]
    port: int
    """Required. Number of the port, 1 to 65535; the kubelet takes no port name here."""
    service: str
    """Optional. Service to ask about; the server as a whole when unset."""
    def __init__(self, port: _Optional[int] = ..., service: _Optional[str] = ...) -> None:
        """Asks the standard gRPC health service.

        :param port: Required. Number of the port, 1 to 65535; the kubelet takes no port name here.
        :param service: Optional. Service to ask about; the server as a whole when unset.
        """

class TCPSocketAction(_message.Message):
    """Asks by opening a TCP connection."""
    __slots__ = ("port_number", "port_name", "host")
    PORT_NUMBER_FIELD_NUMBER: _ClassVar[int]
    PORT_NAME_FIELD_NUMBER: _ClassVar[int]
    HOST_FIELD_NUMBER: _ClassVar[int]
    port_number: int
    """Number of the port, 1 to 65535."""
    port_name: str
    """Name of one of the container's ports."""
    host: str
    """Optional. Host to connect to; the pod's own address when unset, which is nearly always right."""
    def __init__(self, port_number: _Optional[int] = ..., port_name: _Optional[str] = ..., host: _Optional[str] = ...) -> None:
        """Asks by opening a TCP connection.

        :param port_number: Number of the port, 1 to 65535.
        :param port_name: Name of one of the container's ports.
        :param host: Optional. Host to connect to; the pod's own address when unset, which is nearly always right.
        """

class ExecAction(_message.Message):
    """Asks by running a command inside the container."""
    __slots__ = ("command",)
    COMMAND_FIELD_NUMBER: _ClassVar[int]
    command: _containers.RepeatedScalarFieldContainer[str]
    """Required. The program and its arguments; no shell reads them unless one is named."""
    def __init__(self, command: _Optional[_Iterable[str]] = ...) -> None:
        """Asks by running a command inside the container.

        :param command: Required. The program and its arguments; no shell reads them unless one is named.
        """
