from google.protobuf import descriptor_pb2 as _descriptor_pb2
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Optional as _Optional

DESCRIPTOR: _descriptor.FileDescriptor

class CloudResourceProvider(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    """Who runs the resource that a kind stands for: a cloud, a software service, or a Kubernetes cluster."""
    __slots__ = ()
    cloud_resource_provider_unspecified: _ClassVar[CloudResourceProvider]
    """Not set; no kind belongs to it."""
    _test: _ClassVar[CloudResourceProvider]
    """The provider of the made-up kinds that tests use."""
    atlas: _ClassVar[CloudResourceProvider]
    """MongoDB Atlas, hosted MongoDB."""
    aws: _ClassVar[CloudResourceProvider]
    """Amazon Web Services."""
    azure: _ClassVar[CloudResourceProvider]
    """Microsoft Azure."""
    civo: _ClassVar[CloudResourceProvider]
    """Civo."""
    cloudflare: _ClassVar[CloudResourceProvider]
    """Cloudflare."""
    confluent: _ClassVar[CloudResourceProvider]
    """Confluent, hosted Kafka."""
    digital_ocean: _ClassVar[CloudResourceProvider]
    """DigitalOcean."""
    gcp: _ClassVar[CloudResourceProvider]
    """Google Cloud."""
    kubernetes: _ClassVar[CloudResourceProvider]
    """Any Kubernetes cluster, wherever it runs."""
    snowflake: _ClassVar[CloudResourceProvider]
    """Snowflake, a hosted data warehouse."""
    auth0: _ClassVar[CloudResourceProvider]
    """Auth0, hosted sign-in."""
    open_fga: _ClassVar[CloudResourceProvider]
    """OpenFGA, fine-grained authorization."""
cloud_resource_provider_unspecified: CloudResourceProvider
"""Not set; no kind belongs to it."""
_test: CloudResourceProvider
"""The provider of the made-up kinds that tests use."""
atlas: CloudResourceProvider
"""MongoDB Atlas, hosted MongoDB."""
aws: CloudResourceProvider
"""Amazon Web Services."""
azure: CloudResourceProvider
"""Microsoft Azure."""
civo: CloudResourceProvider
"""Civo."""
cloudflare: CloudResourceProvider
"""Cloudflare."""
confluent: CloudResourceProvider
"""Confluent, hosted Kafka."""
digital_ocean: CloudResourceProvider
"""DigitalOcean."""
gcp: CloudResourceProvider
"""Google Cloud."""
kubernetes: CloudResourceProvider
"""Any Kubernetes cluster, wherever it runs."""
snowflake: CloudResourceProvider
"""Snowflake, a hosted data warehouse."""
auth0: CloudResourceProvider
"""Auth0, hosted sign-in."""
open_fga: CloudResourceProvider
"""OpenFGA, fine-grained authorization."""
PROVIDER_META_FIELD_NUMBER: _ClassVar[int]
provider_meta: _descriptor.FieldDescriptor
"""How manifests and people name the provider that carries this option."""

class CloudResourceProviderMeta(_message.Message):
    """The names of a provider."""
    __slots__ = ("group", "display_name")
    GROUP_FIELD_NUMBER: _ClassVar[int]
    DISPLAY_NAME_FIELD_NUMBER: _ClassVar[int]
    group: str
    """Required. The group in a manifest's `apiVersion`, such as `kubernetes.project-planton.org` before `/v1`."""
    display_name: str
    """Optional. The name to show to people."""
    def __init__(self, group: _Optional[str] = ..., display_name: _Optional[str] = ...) -> None:
        """The names of a provider.

        :param group: Required. The group in a manifest's `apiVersion`, such as `kubernetes.project-planton.org` before `/v1`.
        :param display_name: Optional. The name to show to people.
        """
