from buf.validate import validate_pb2 as _validate_pb2
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1 import api_pb2 as _api_pb2
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1 import platform_pb2 as _platform_pb2
from org.project_planton.provider.kubernetes import provider_pb2 as _provider_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class KubernetesStatefulSetStackInput(_message.Message):
    """All that a deployment is made from: the manifest, and what the platform adds to it."""
    __slots__ = ("target", "provider_config", "docker_config_json", "platform")
    TARGET_FIELD_NUMBER: _ClassVar[int]
    PROVIDER_CONFIG_FIELD_NUMBER: _ClassVar[int]
    DOCKER_CONFIG_JSON_FIELD_NUMBER: _ClassVar[int]
    PLATFORM_FIELD_NUMBER: _ClassVar[int]
    target: _api_pb2.KubernetesStatefulSet
    """Required. The manifest."""
    provider_config: _provider_pb2.KubernetesProviderConfig
    """Optional. How to reach the cluster."""
    docker_config_json: str
    """Optional. Credentials for private registries, the JSON of a Docker `config.json`;
    rendered as a pull Secret that the pods use. A secret.
    """
    platform: _platform_pb2.KubernetesStatefulSetPlatform
    """Optional. What the platform owns; the defaults of its fields when unset."""
    def __init__(self, target: _Optional[_Union[_api_pb2.KubernetesStatefulSet, _Mapping]] = ..., provider_config: _Optional[_Union[_provider_pb2.KubernetesProviderConfig, _Mapping]] = ..., docker_config_json: _Optional[str] = ..., platform: _Optional[_Union[_platform_pb2.KubernetesStatefulSetPlatform, _Mapping]] = ...) -> None:
        """All that a deployment is made from: the manifest, and what the platform adds to it.

        :param target: Required. The manifest.
        :param provider_config: Optional. How to reach the cluster.
        :param docker_config_json: Optional. Credentials for private registries, the JSON of a Docker `config.json`; rendered as a pull Secret that the pods use. A secret.
        :param platform: Optional. What the platform owns; the defaults of its fields when unset.
        """
