from buf.validate import validate_pb2 as _validate_pb2
from org.project_planton.shared import rules_pb2 as _rules_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class SecurityContext(_message.Message):
    """As whom the processes of one container run, and what they may do; what is unset is as the pod says."""
    __slots__ = ("privileged", "run_as_user", "run_as_group", "run_as_non_root", "read_only_root_filesystem", "capabilities", "seccomp_profile", "allow_privilege_escalation", "proc_mount", "se_linux_options", "app_armor_profile")
    PRIVILEGED_FIELD_NUMBER: _ClassVar[int]
    RUN_AS_USER_FIELD_NUMBER: _ClassVar[int]
    RUN_AS_GROUP_FIELD_NUMBER: _ClassVar[int]
    RUN_AS_NON_ROOT_FIELD_NUMBER: _ClassVar[int]
    READ_ONLY_ROOT_FILESYSTEM_FIELD_NUMBER: _ClassVar[int]
    CAPABILITIES_FIELD_NUMBER: _ClassVar[int]
    SECCOMP_PROFILE_FIELD_NUMBER: _ClassVar[int]
    ALLOW_PRIVILEGE_ESCALATION_FIELD_NUMBER: _ClassVar[int]
    PROC_MOUNT_FIELD_NUMBER: _ClassVar[int]
    SE_LINUX_OPTIONS_FIELD_NUMBER: _ClassVar[int]
    APP_ARMOR_PROFILE_FIELD_NUMBER: _ClassVar[int]
    privileged: bool
    """Optional. Whether the processes have all privileges of the node; false when unset."""
    run_as_user: int
    """Optional. Number of the user who runs the processes; the pod's or the image's user when unset."""
    run_as_group: int
    """Optional. Number of the processes' group; the pod's or the image's when unset."""
    run_as_non_root: bool
    """Optional. Whether to refuse to start an image that would run as root."""
    read_only_root_filesystem: bool
    """Optional. Whether the image's own files cannot be written to; false when unset."""
    capabilities: Capabilities
    """Optional. Parts of root's power that the processes have beside, or without, what the container runtime gives."""
    seccomp_profile: SeccompProfile
    """Optional. Which system calls the processes may make."""
    allow_privilege_escalation: bool
    """Optional. Whether a process may come to more privileges than its parent has; true when unset."""
    proc_mount: str
    """Optional. How much of /proc the processes see: `Default`. `Unmasked`, all of it, asks for users of the pod's own
    (`hostUsers: false`), which this API does not have.
    """
    se_linux_options: SELinuxOptions
    """Optional. Under which SELinux label the processes run."""
    app_armor_profile: AppArmorProfile
    """Optional. Which profile of AppArmor holds the processes."""
    def __init__(self, privileged: bool = ..., run_as_user: _Optional[int] = ..., run_as_group: _Optional[int] = ..., run_as_non_root: bool = ..., read_only_root_filesystem: bool = ..., capabilities: _Optional[_Union[Capabilities, _Mapping]] = ..., seccomp_profile: _Optional[_Union[SeccompProfile, _Mapping]] = ..., allow_privilege_escalation: bool = ..., proc_mount: _Optional[str] = ..., se_linux_options: _Optional[_Union[SELinuxOptions, _Mapping]] = ..., app_armor_profile: _Optional[_Union[AppArmorProfile, _Mapping]] = ...) -> None:
        """As whom the processes of one container run, and what they may do; what is unset is as the pod says.

        :param privileged: Optional. Whether the processes have all privileges of the node; false when unset.
        :param run_as_user: Optional. Number of the user who runs the processes; the pod's or the image's user when unset.
        :param run_as_group: Optional. Number of the processes' group; the pod's or the image's when unset.
        :param run_as_non_root: Optional. Whether to refuse to start an image that would run as root.
        :param read_only_root_filesystem: Optional. Whether the image's own files cannot be written to; false when unset.
        :param capabilities: Optional. Parts of root's power that the processes have beside, or without, what the container runtime gives.
        :param seccomp_profile: Optional. Which system calls the processes may make.
        :param allow_privilege_escalation: Optional. Whether a process may come to more privileges than its parent has; true when unset.
        :param proc_mount: Optional. How much of /proc the processes see: `Default`. `Unmasked`, all of it, asks for users of the pod's own (`hostUsers: false`), which this API does not have.
        :param se_linux_options: Optional. Under which SELinux label the processes run.
        :param app_armor_profile: Optional. Which profile of AppArmor holds the processes.
        """

class Capabilities(_message.Message):
    """Parts of root's power, such as `NET_BIND_SERVICE`; `ALL` is all of them."""
    __slots__ = ("add", "drop")
    ADD_FIELD_NUMBER: _ClassVar[int]
    DROP_FIELD_NUMBER: _ClassVar[int]
    add: _containers.RepeatedScalarFieldContainer[str]
    """Optional. What the processes have beside what the container runtime gives."""
    drop: _containers.RepeatedScalarFieldContainer[str]
    """Optional. What the processes do without."""
    def __init__(self, add: _Optional[_Iterable[str]] = ..., drop: _Optional[_Iterable[str]] = ...) -> None:
        """Parts of root's power, such as `NET_BIND_SERVICE`; `ALL` is all of them.

        :param add: Optional. What the processes have beside what the container runtime gives.
        :param drop: Optional. What the processes do without.
        """

class SeccompProfile(_message.Message):
    """Which system calls processes may make."""
    __slots__ = ("type", "localhost_profile")
    TYPE_FIELD_NUMBER: _ClassVar[int]
    LOCALHOST_PROFILE_FIELD_NUMBER: _ClassVar[int]
    type: str
    """Required. `RuntimeDefault` is the profile of the container runtime, `Localhost` one that lies on the node, and
    `Unconfined` none.
    """
    localhost_profile: str
    """Optional. Path of the profile on the node, below the kubelet's folder for them; for `Localhost` alone."""
    def __init__(self, type: _Optional[str] = ..., localhost_profile: _Optional[str] = ...) -> None:
        """Which system calls processes may make.

        :param type: Required. `RuntimeDefault` is the profile of the container runtime, `Localhost` one that lies on the node, and `Unconfined` none.
        :param localhost_profile: Optional. Path of the profile on the node, below the kubelet's folder for them; for `Localhost` alone.
        """

class AppArmorProfile(_message.Message):
    """Which profile of AppArmor holds processes."""
    __slots__ = ("type", "localhost_profile")
    TYPE_FIELD_NUMBER: _ClassVar[int]
    LOCALHOST_PROFILE_FIELD_NUMBER: _ClassVar[int]
    type: str
    """Required. `RuntimeDefault` is the profile of the container runtime, `Localhost` one that is loaded on the node, and
    `Unconfined` none.
    """
    localhost_profile: str
    """Optional. Name of the profile that is loaded on the node; for `Localhost` alone."""
    def __init__(self, type: _Optional[str] = ..., localhost_profile: _Optional[str] = ...) -> None:
        """Which profile of AppArmor holds processes.

        :param type: Required. `RuntimeDefault` is the profile of the container runtime, `Localhost` one that is loaded on the node, and `Unconfined` none.
        :param localhost_profile: Optional. Name of the profile that is loaded on the node; for `Localhost` alone.
        """

class SELinuxOptions(_message.Message):
    """A label of SELinux; what is unset is as the container runtime chooses."""
    __slots__ = ("user", "role", "type", "level")
    USER_FIELD_NUMBER: _ClassVar[int]
    ROLE_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    LEVEL_FIELD_NUMBER: _ClassVar[int]
    user: str
    """Optional. The label's user."""
    role: str
    """Optional. The label's role."""
    type: str
    """Optional. The label's type."""
    level: str
    """Optional. The label's level."""
    def __init__(self, user: _Optional[str] = ..., role: _Optional[str] = ..., type: _Optional[str] = ..., level: _Optional[str] = ...) -> None:
        """A label of SELinux; what is unset is as the container runtime chooses.

        :param user: Optional. The label's user.
        :param role: Optional. The label's role.
        :param type: Optional. The label's type.
        :param level: Optional. The label's level.
        """
