from buf.validate import validate_pb2 as _validate_pb2
from org.project_planton.provider.kubernetes import probe_pb2 as _probe_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Lifecycle(_message.Message):
    """What the kubelet does when a container has started, and before it stops it."""
    __slots__ = ("post_start", "pre_stop")
    POST_START_FIELD_NUMBER: _ClassVar[int]
    PRE_STOP_FIELD_NUMBER: _ClassVar[int]
    post_start: LifecycleHandler
    """Optional. Right after the container has started; until it is done the container does not count as running, and when
    it fails the container is killed.
    """
    pre_stop: LifecycleHandler
    """Optional. Before the container is told to stop; the pod's grace period runs meanwhile."""
    def __init__(self, post_start: _Optional[_Union[LifecycleHandler, _Mapping]] = ..., pre_stop: _Optional[_Union[LifecycleHandler, _Mapping]] = ...) -> None:
        """What the kubelet does when a container has started, and before it stops it.

        :param post_start: Optional. Right after the container has started; until it is done the container does not count as running, and when it fails the container is killed.
        :param pre_stop: Optional. Before the container is told to stop; the pod's grace period runs meanwhile.
        """

class LifecycleHandler(_message.Message):
    """What the kubelet does."""
    __slots__ = ("exec", "http_get", "tcp_socket", "sleep")
    EXEC_FIELD_NUMBER: _ClassVar[int]
    HTTP_GET_FIELD_NUMBER: _ClassVar[int]
    TCP_SOCKET_FIELD_NUMBER: _ClassVar[int]
    SLEEP_FIELD_NUMBER: _ClassVar[int]
    exec: _probe_pb2.ExecAction
    """A command inside the container."""
    http_get: _probe_pb2.HTTPGetAction
    """An HTTP GET request."""
    tcp_socket: _probe_pb2.TCPSocketAction
    """A TCP connection; the kubelet passes over it."""
    sleep: SleepAction
    """A pause."""
    def __init__(self, exec: _Optional[_Union[_probe_pb2.ExecAction, _Mapping]] = ..., http_get: _Optional[_Union[_probe_pb2.HTTPGetAction, _Mapping]] = ..., tcp_socket: _Optional[_Union[_probe_pb2.TCPSocketAction, _Mapping]] = ..., sleep: _Optional[_Union[SleepAction, _Mapping]] = ...) -> None:
        """What the kubelet does.

        :param exec: A command inside the container.
        :param http_get: An HTTP GET request.
        :param tcp_socket: A TCP connection; the kubelet passes over it.
        :param sleep: A pause.
        """

class SleepAction(_message.Message):
    """A pause."""
    __slots__ = ("seconds",)
    SECONDS_FIELD_NUMBER: _ClassVar[int]
    seconds: int
    """Optional. How long it is, in seconds; at most the pod's grace period. 0 when unset."""
    def __init__(self, seconds: _Optional[int] = ...) -> None:
        """A pause.

        :param seconds: Optional. How long it is, in seconds; at most the pod's grace period. 0 when unset.
        """
