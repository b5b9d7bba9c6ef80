from buf.validate import validate_pb2 as _validate_pb2
from org.project_planton.shared import rules_pb2 as _rules_pb2
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class KubernetesProvider(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    """Whose cluster it is."""
    __slots__ = ()
    kubernetes_provider_unspecified: _ClassVar[KubernetesProvider]
    """Not set."""
    gcp_gke: _ClassVar[KubernetesProvider]
    """Google Kubernetes Engine."""
    aws_eks: _ClassVar[KubernetesProvider]
    """Amazon Elastic Kubernetes Service."""
    azure_aks: _ClassVar[KubernetesProvider]
    """Azure Kubernetes Service."""
    digital_ocean_doks: _ClassVar[KubernetesProvider]
    """DigitalOcean Kubernetes."""
kubernetes_provider_unspecified: KubernetesProvider
"""Not set."""
gcp_gke: KubernetesProvider
"""Google Kubernetes Engine."""
aws_eks: KubernetesProvider
"""Amazon Elastic Kubernetes Service."""
azure_aks: KubernetesProvider
"""Azure Kubernetes Service."""
digital_ocean_doks: KubernetesProvider
"""DigitalOcean Kubernetes."""

class KubernetesProviderConfig(_message.Message):
    """How to reach the cluster, for whoever applies the objects; no object is rendered from it."""
    __slots__ = ("provider", "gcp_gke", "aws_eks", "azure_aks", "digital_ocean_doks")
    PROVIDER_FIELD_NUMBER: _ClassVar[int]
    GCP_GKE_FIELD_NUMBER: _ClassVar[int]
    AWS_EKS_FIELD_NUMBER: _ClassVar[int]
    AZURE_AKS_FIELD_NUMBER: _ClassVar[int]
    DIGITAL_OCEAN_DOKS_FIELD_NUMBER: _ClassVar[int]
    provider: KubernetesProvider
    """Required. Whose cluster it is; it decides which one of the fields below is set."""
    gcp_gke: KubernetesProviderConfigGcpGke
    """Required when the provider is `gcp_gke`. Access to a Google Kubernetes Engine cluster."""
    aws_eks: KubernetesProviderConfigAwsEks
    """Required when the provider is `aws_eks`. Access to an Amazon Elastic Kubernetes Service cluster."""
    azure_aks: KubernetesProviderConfigAzureAks
    """Required when the provider is `azure_aks`. Access to an Azure Kubernetes Service cluster."""
    digital_ocean_doks: KubernetesProviderConfigDigitalOceanDoks
    """Required when the provider is `digital_ocean_doks`. Access to a DigitalOcean Kubernetes cluster."""
    def __init__(self, provider: _Optional[_Union[KubernetesProvider, str]] = ..., gcp_gke: _Optional[_Union[KubernetesProviderConfigGcpGke, _Mapping]] = ..., aws_eks: _Optional[_Union[KubernetesProviderConfigAwsEks, _Mapping]] = ..., azure_aks: _Optional[_Union[KubernetesProviderConfigAzureAks, _Mapping]] = ..., digital_ocean_doks: _Optional[_Union[KubernetesProviderConfigDigitalOceanDoks, _Mapping]] = ...) -> None:
        """How to reach the cluster, for whoever applies the objects; no object is rendered from it.

        :param provider: Required. Whose cluster it is; it decides which one of the fields below is set.
        :param gcp_gke: Required when the provider is `gcp_gke`. Access to a Google Kubernetes Engine cluster.
        :param aws_eks: Required when the provider is `aws_eks`. Access to an Amazon Elastic Kubernetes Service cluster.
        :param azure_aks: Required when the provider is `azure_aks`. Access to an Azure Kubernetes Service cluster.
        :param digital_ocean_doks: Required when the provider is `digital_ocean_doks`. Access to a DigitalOcean Kubernetes cluster.
        """

class KubernetesProviderConfigGcpGke(_message.Message):
    """Access to a Google Kubernetes Engine cluster."""
    __slots__ = ("cluster_endpoint", "cluster_ca_data", "service_account_key_base64")
    CLUSTER_ENDPOINT_FIELD_NUMBER: _ClassVar[int]
    CLUSTER_CA_DATA_FIELD_NUMBER: _ClassVar[int]
    SERVICE_ACCOUNT_KEY_BASE64_FIELD_NUMBER: _ClassVar[int]
    cluster_endpoint: str
    """Required. Address of the cluster's API server: a host name or an IP address."""
    cluster_ca_data: str
    """Required. Certificate of the cluster's authority: PEM in base64."""
    service_account_key_base64: str
    """Required. JSON key of the service account to act as, in base64. A secret."""
    def __init__(self, cluster_endpoint: _Optional[str] = ..., cluster_ca_data: _Optional[str] = ..., service_account_key_base64: _Optional[str] = ...) -> None:
        """Access to a Google Kubernetes Engine cluster.

        :param cluster_endpoint: Required. Address of the cluster's API server: a host name or an IP address.
        :param cluster_ca_data: Required. Certificate of the cluster's authority: PEM in base64.
        :param service_account_key_base64: Required. JSON key of the service account to act as, in base64. A secret.
        """

class KubernetesProviderConfigAwsEks(_message.Message):
    """Access to an Amazon Elastic Kubernetes Service cluster; the caller's own AWS credentials serve."""
    __slots__ = ()
    def __init__(self) -> None:
        """Access to an Amazon Elastic Kubernetes Service cluster; the caller's own AWS credentials serve."""

class KubernetesProviderConfigAzureAks(_message.Message):
    """Access to an Azure Kubernetes Service cluster; the caller's own Azure credentials serve."""
    __slots__ = ()
    def __init__(self) -> None:
        """Access to an Azure Kubernetes Service cluster; the caller's own Azure credentials serve."""

class KubernetesProviderConfigDigitalOceanDoks(_message.Message):
    """Access to a DigitalOcean Kubernetes cluster."""
    __slots__ = ("kube_config",)
    KUBE_CONFIG_FIELD_NUMBER: _ClassVar[int]
    kube_config: str
    """Required. The cluster's kubeconfig file, whole. A secret."""
    def __init__(self, kube_config: _Optional[str] = ...) -> None:
        """Access to a DigitalOcean Kubernetes cluster.

        :param kube_config: Required. The cluster's kubeconfig file, whole. A secret.
        """
