from buf.validate import validate_pb2 as _validate_pb2
from org.project_planton.provider.kubernetes import container_security_pb2 as _container_security_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class PodSecurityContext(_message.Message):
    """As whom the processes of a pod's containers run, and what they may do; a container's own settings go before."""
    __slots__ = ("run_as_user", "run_as_group", "run_as_non_root", "fs_group", "fs_group_change_policy", "supplemental_groups", "supplemental_groups_policy", "sysctls", "seccomp_profile", "app_armor_profile", "se_linux_options")
    RUN_AS_USER_FIELD_NUMBER: _ClassVar[int]
    RUN_AS_GROUP_FIELD_NUMBER: _ClassVar[int]
    RUN_AS_NON_ROOT_FIELD_NUMBER: _ClassVar[int]
    FS_GROUP_FIELD_NUMBER: _ClassVar[int]
    FS_GROUP_CHANGE_POLICY_FIELD_NUMBER: _ClassVar[int]
    SUPPLEMENTAL_GROUPS_FIELD_NUMBER: _ClassVar[int]
    SUPPLEMENTAL_GROUPS_POLICY_FIELD_NUMBER: _ClassVar[int]
    SYSCTLS_FIELD_NUMBER: _ClassVar[int]
    SECCOMP_PROFILE_FIELD_NUMBER: _ClassVar[int]
    APP_ARMOR_PROFILE_FIELD_NUMBER: _ClassVar[int]
    SE_LINUX_OPTIONS_FIELD_NUMBER: _ClassVar[int]
    run_as_user: int
    """Optional. Number of the user who runs the processes; the image's user when unset."""
    run_as_group: int
    """Optional. Number of the processes' group; the image's when unset."""
    run_as_non_root: bool
    """Optional. Whether to refuse to start an image that would run as root."""
    fs_group: int
    """Optional. Number of the group that owns the volumes and that every process belongs to."""
    fs_group_change_policy: str
    """Optional. When files of a volume are given to `fsGroup`: `OnRootMismatch` only where the volume's root is not its
    already; `Always` at every start, which takes long on large volumes. `Always` when unset.
    """
    supplemental_groups: _containers.RepeatedScalarFieldContainer[int]
    """Optional. Numbers of further groups that the processes belong to."""
    supplemental_groups_policy: str
    """Optional. Whether the groups that the image gives its user count too: `Merge` or `Strict`; `Merge` when unset."""
    sysctls: _containers.RepeatedCompositeFieldContainer[Sysctl]
    """Optional. Settings of the kernel for this pod."""
    seccomp_profile: _container_security_pb2.SeccompProfile
    """Optional. Which system calls the processes may make."""
    app_armor_profile: _container_security_pb2.AppArmorProfile
    """Optional. Which profile of AppArmor holds the processes."""
    se_linux_options: _container_security_pb2.SELinuxOptions
    """Optional. Under which SELinux label the processes run."""
    def __init__(self, run_as_user: _Optional[int] = ..., run_as_group: _Optional[int] = ..., run_as_non_root: bool = ..., fs_group: _Optional[int] = ..., fs_group_change_policy: _Optional[str] = ..., supplemental_groups: _Optional[_Iterable[int]] = ..., supplemental_groups_policy: _Optional[str] = ..., sysctls: _Optional[_Iterable[_Union[Sysctl, _Mapping]]] = ..., seccomp_profile: _Optional[_Union[_container_security_pb2.SeccompProfile, _Mapping]] = ..., app_armor_profile: _Optional[_Union[_container_security_pb2.AppArmorProfile, _Mapping]] = ..., se_linux_options: _Optional[_Union[_container_security_pb2.SELinuxOptions, _Mapping]] = ...) -> None:
        """As whom the processes of a pod's containers run, and what they may do; a container's own settings go before.

        :param run_as_user: Optional. Number of the user who runs the processes; the image's user when unset.
        :param run_as_group: Optional. Number of the processes' group; the image's when unset.
        :param run_as_non_root: Optional. Whether to refuse to start an image that would run as root.
        :param fs_group: Optional. Number of the group that owns the volumes and that every process belongs to.
        :param fs_group_change_policy: Optional. When files of a volume are given to `fsGroup`: `OnRootMismatch` only where the volume's root is not its already; `Always` at every start, which takes long on large volumes. `Always` when unset.
        :param supplemental_groups: Optional. Numbers of further groups that the processes belong to.
        :param supplemental_groups_policy: Optional. Whether the groups that the image gives its user count too: `Merge` or `Strict`; `Merge` when unset.
        :param sysctls: Optional. Settings of the kernel for this pod.
        :param seccomp_profile: Optional. Which system calls the processes may make.
        :param app_armor_profile: Optional. Which profile of AppArmor holds the processes.
        :param se_linux_options: Optional. Under which SELinux label the processes run.
        """

class Sysctl(_message.Message):
    """A setting of the kernel."""
    __slots__ = ("name", "value")
    NAME_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    name: str
    """Required. Its name, such as `net.core.somaxconn`."""
    value: str
    """Optional. Its value, such as `1024`."""
    def __init__(self, name: _Optional[str] = ..., value: _Optional[str] = ...) -> None:
        """A setting of the kernel.

        :param name: Required. Its name, such as `net.core.somaxconn`.
        :param value: Optional. Its value, such as `1024`.
        """
