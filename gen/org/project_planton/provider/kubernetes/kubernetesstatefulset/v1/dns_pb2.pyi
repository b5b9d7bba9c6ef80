from buf.validate import validate_pb2 as _validate_pb2
from org.project_planton.shared import rules_pb2 as _rules_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class PodDNSConfig(_message.Message):
    """How a pod looks up names, beside what its `dnsPolicy` says."""
    __slots__ = ("nameservers", "searches", "options")
    NAMESERVERS_FIELD_NUMBER: _ClassVar[int]
    SEARCHES_FIELD_NUMBER: _ClassVar[int]
    OPTIONS_FIELD_NUMBER: _ClassVar[int]
    nameservers: _containers.RepeatedScalarFieldContainer[str]
    """Optional. Addresses of name servers, three at most."""
    searches: _containers.RepeatedScalarFieldContainer[str]
    """Optional. Domains in which a short name is looked up."""
    options: _containers.RepeatedCompositeFieldContainer[PodDNSConfigOption]
    """Optional. Options of the resolver."""
    def __init__(self, nameservers: _Optional[_Iterable[str]] = ..., searches: _Optional[_Iterable[str]] = ..., options: _Optional[_Iterable[_Union[PodDNSConfigOption, _Mapping]]] = ...) -> None:
        """How a pod looks up names, beside what its `dnsPolicy` says.

        :param nameservers: Optional. Addresses of name servers, three at most.
        :param searches: Optional. Domains in which a short name is looked up.
        :param options: Optional. Options of the resolver.
        """

class PodDNSConfigOption(_message.Message):
    """An option of the resolver."""
    __slots__ = ("name", "value")
    NAME_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    name: str
    """Required. Name of the option, such as `ndots`."""
    value: str
    """Optional. Its value, such as `2`."""
    def __init__(self, name: _Optional[str] = ..., value: _Optional[str] = ...) -> None:
        """An option of the resolver.

        :param name: Required. Name of the option, such as `ndots`.
        :param value: Optional. Its value, such as `2`.
        """

class HostAlias(_message.Message):
    """A line of /etc/hosts."""
    __slots__ = ("ip", "hostnames")
    IP_FIELD_NUMBER: _ClassVar[int]
    HOSTNAMES_FIELD_NUMBER: _ClassVar[int]
    ip: str
    """Required. The address."""
    hostnames: _containers.RepeatedScalarFieldContainer[str]
    """Optional. The names that lead to it."""
    def __init__(self, ip: _Optional[str] = ..., hostnames: _Optional[_Iterable[str]] = ...) -> None:
        """A line of /etc/hosts.

        :param ip: Required. The address.
        :param hostnames: Optional. The names that lead to it.
        """
