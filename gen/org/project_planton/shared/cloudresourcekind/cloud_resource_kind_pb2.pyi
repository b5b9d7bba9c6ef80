from google.protobuf import descriptor_pb2 as _descriptor_pb2
from org.project_planton.shared.cloudresourcekind import cloud_resource_provider_pb2 as _cloud_resource_provider_pb2
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class CloudResourceKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    """The kinds of cloud resource that a manifest can describe or refer to.
    A kind names the type of the resource behind a valueFrom reference or a relationship, and the type of a target cluster.
    Numbers are given out in blocks, one block for each provider or group of small providers.
    Every kind is kept, so that a reference to any of them parses.
    The one kind this repository implements is KubernetesStatefulSet, number 840.
    """
    __slots__ = ()
    unspecified: _ClassVar[CloudResourceKind]
    """No kind was given."""
    TestCloudResourceOne: _ClassVar[CloudResourceKind]
    """A placeholder for tests that need a resource without touching any cloud."""
    TestCloudResourceTwo: _ClassVar[CloudResourceKind]
    """A second placeholder, for tests that need two kinds that differ."""
    TestCloudResourceThree: _ClassVar[CloudResourceKind]
    """A third placeholder, for tests with a chain of three kinds."""
    ConfluentKafka: _ClassVar[CloudResourceKind]
    """A managed Apache Kafka cluster on Confluent Cloud."""
    MongodbAtlas: _ClassVar[CloudResourceKind]
    """A managed MongoDB cluster on MongoDB Atlas."""
    SnowflakeDatabase: _ClassVar[CloudResourceKind]
    """A database in a Snowflake account, which holds schemas and tables."""
    AwsAlb: _ClassVar[CloudResourceKind]
    """An AWS Application Load Balancer, which routes HTTP traffic to targets."""
    AwsCertManagerCert: _ClassVar[CloudResourceKind]
    """A TLS certificate in AWS Certificate Manager."""
    AwsCloudFront: _ClassVar[CloudResourceKind]
    """An Amazon CloudFront distribution, which caches content at edge locations."""
    AwsDynamodb: _ClassVar[CloudResourceKind]
    """An Amazon DynamoDB table, a serverless key-value and document store."""
    AwsEcrRepo: _ClassVar[CloudResourceKind]
    """A container image repository in Amazon Elastic Container Registry."""
    AwsEcsCluster: _ClassVar[CloudResourceKind]
    """An Amazon ECS cluster, the pool of capacity that container tasks run on."""
    AwsEcsService: _ClassVar[CloudResourceKind]
    """An Amazon ECS service, which keeps a set number of container tasks running."""
    AwsEksCluster: _ClassVar[CloudResourceKind]
    """An Amazon EKS cluster, with a Kubernetes control plane run by AWS."""
    AwsIamRole: _ClassVar[CloudResourceKind]
    """An AWS IAM role, a set of permissions that workloads and users can assume."""
    AwsLambda: _ClassVar[CloudResourceKind]
    """An AWS Lambda function, which runs code on events with no server to manage."""
    AwsRdsCluster: _ClassVar[CloudResourceKind]
    """An Amazon RDS database cluster, such as Aurora, with one or more instances."""
    AwsRdsInstance: _ClassVar[CloudResourceKind]
    """A single relational database instance on Amazon RDS."""
    AwsRoute53Zone: _ClassVar[CloudResourceKind]
    """A hosted zone in Amazon Route 53, which holds the DNS records of a domain."""
    AwsS3Bucket: _ClassVar[CloudResourceKind]
    """An Amazon S3 bucket for object storage."""
    AwsSecretsManager: _ClassVar[CloudResourceKind]
    """Secrets kept encrypted in AWS Secrets Manager."""
    AwsSecurityGroup: _ClassVar[CloudResourceKind]
    """A VPC security group, a stateful firewall on network interfaces."""
    AwsVpc: _ClassVar[CloudResourceKind]
    """An AWS Virtual Private Cloud, an isolated network within a region."""
    AwsEksNodeGroup: _ClassVar[CloudResourceKind]
    """A managed group of EC2 worker nodes in an Amazon EKS cluster."""
    AwsIamUser: _ClassVar[CloudResourceKind]
    """An AWS IAM user, an identity with long-lived credentials."""
    AwsKmsKey: _ClassVar[CloudResourceKind]
    """An encryption key in AWS Key Management Service."""
    AwsEc2Instance: _ClassVar[CloudResourceKind]
    """A virtual machine on Amazon EC2."""
    AwsClientVpn: _ClassVar[CloudResourceKind]
    """An AWS Client VPN endpoint, through which people reach a VPC from their devices."""
    AzureAksCluster: _ClassVar[CloudResourceKind]
    """An Azure Kubernetes Service cluster, with a control plane run by Azure."""
    AzureAksNodePool: _ClassVar[CloudResourceKind]
    """A pool of identically configured worker nodes in an AKS cluster."""
    AzureContainerRegistry: _ClassVar[CloudResourceKind]
    """A private registry for container images on Azure."""
    AzureDnsZone: _ClassVar[CloudResourceKind]
    """An Azure DNS zone, which holds the records of a domain."""
    AzureKeyVault: _ClassVar[CloudResourceKind]
    """An Azure Key Vault, a store for secrets, keys and certificates."""
    AzureVpc: _ClassVar[CloudResourceKind]
    """An Azure Virtual Network, the Azure counterpart of a VPC."""
    AzureNatGateway: _ClassVar[CloudResourceKind]
    """An Azure NAT gateway, which gives private subnets outbound internet access."""
    GcpArtifactRegistryRepo: _ClassVar[CloudResourceKind]
    """A repository for images and packages in Google Artifact Registry."""
    GcpCloudCdn: _ClassVar[CloudResourceKind]
    """Google Cloud CDN, which caches the content of a backend near its users."""
    GcpCloudFunction: _ClassVar[CloudResourceKind]
    """A Google Cloud function, which runs code on HTTP requests or events."""
    GcpCloudRun: _ClassVar[CloudResourceKind]
    """A Google Cloud Run service, which runs containers that scale with requests."""
    GcpCloudSql: _ClassVar[CloudResourceKind]
    """A managed relational database instance on Google Cloud SQL."""
    GcpDnsZone: _ClassVar[CloudResourceKind]
    """A managed zone in Google Cloud DNS, which holds the records of a domain."""
    GcpGcsBucket: _ClassVar[CloudResourceKind]
    """A Google Cloud Storage bucket for object storage."""
    GcpGkeCluster: _ClassVar[CloudResourceKind]
    """A Google Kubernetes Engine cluster, with a control plane run by Google."""
    GcpSecretsManager: _ClassVar[CloudResourceKind]
    """Secrets kept encrypted in Google Secret Manager."""
    GcpProject: _ClassVar[CloudResourceKind]
    """A Google Cloud project, the boundary for billing, access and quotas."""
    GcpVpc: _ClassVar[CloudResourceKind]
    """A Google Cloud VPC network, which spans all regions of its project."""
    GcpSubnetwork: _ClassVar[CloudResourceKind]
    """A regional range of IP addresses within a Google Cloud VPC network."""
    GcpRouterNat: _ClassVar[CloudResourceKind]
    """A Cloud Router with Cloud NAT, for outbound traffic from private addresses."""
    GcpGkeNodePool: _ClassVar[CloudResourceKind]
    """A pool of identically configured worker nodes in a GKE cluster."""
    GcpServiceAccount: _ClassVar[CloudResourceKind]
    """A Google Cloud service account, the identity of a workload."""
    GcpGkeWorkloadIdentityBinding: _ClassVar[CloudResourceKind]
    """A grant that lets a Kubernetes service account act as a Google service account."""
    GcpCertManagerCert: _ClassVar[CloudResourceKind]
    """A TLS certificate in Google Certificate Manager."""
    KubernetesArgocd: _ClassVar[CloudResourceKind]
    """Argo CD, which keeps clusters in step with manifests in Git."""
    KubernetesCronJob: _ClassVar[CloudResourceKind]
    """A container that runs to completion on a cron schedule."""
    KubernetesElasticsearch: _ClassVar[CloudResourceKind]
    """An Elasticsearch cluster for search and log analytics."""
    KubernetesGitlab: _ClassVar[CloudResourceKind]
    """A self-hosted GitLab, with Git repositories and CI pipelines."""
    KubernetesGrafana: _ClassVar[CloudResourceKind]
    """Grafana, for dashboards over metrics and logs."""
    KubernetesHelmRelease: _ClassVar[CloudResourceKind]
    """A release of any Helm chart, with values of the user's choice."""
    KubernetesJenkins: _ClassVar[CloudResourceKind]
    """A Jenkins automation server for builds and deployments."""
    KubernetesKafka: _ClassVar[CloudResourceKind]
    """An Apache Kafka cluster that runs on Kubernetes."""
    KubernetesKeycloak: _ClassVar[CloudResourceKind]
    """Keycloak, an identity provider for single sign-on."""
    KubernetesLocust: _ClassVar[CloudResourceKind]
    """A Locust load test, with a master and its workers."""
    KubernetesDeployment: _ClassVar[CloudResourceKind]
    """A stateless application, with interchangeable replicas run by a Deployment."""
    KubernetesMongodb: _ClassVar[CloudResourceKind]
    """A MongoDB database that runs on Kubernetes."""
    KubernetesNeo4j: _ClassVar[CloudResourceKind]
    """A Neo4j graph database."""
    KubernetesOpenFga: _ClassVar[CloudResourceKind]
    """An OpenFGA server, which answers relationship-based authorization checks."""
    KubernetesPostgres: _ClassVar[CloudResourceKind]
    """A PostgreSQL database that runs on Kubernetes."""
    KubernetesPrometheus: _ClassVar[CloudResourceKind]
    """Prometheus, which scrapes, stores and alerts on metrics."""
    KubernetesRedis: _ClassVar[CloudResourceKind]
    """A Redis in-memory data store."""
    KubernetesSignoz: _ClassVar[CloudResourceKind]
    """SigNoz, an OpenTelemetry backend for traces, metrics and logs."""
    KubernetesSolr: _ClassVar[CloudResourceKind]
    """An Apache Solr search cluster."""
    KubernetesTemporal: _ClassVar[CloudResourceKind]
    """A Temporal server, which runs durable workflows."""
    KubernetesNats: _ClassVar[CloudResourceKind]
    """A NATS messaging cluster."""
    KubernetesCertManager: _ClassVar[CloudResourceKind]
    """The cert-manager add-on, which issues and renews TLS certificates."""
    KubernetesElasticOperator: _ClassVar[CloudResourceKind]
    """The Elastic Cloud on Kubernetes operator, which runs Elasticsearch and Kibana."""
    KubernetesExternalDns: _ClassVar[CloudResourceKind]
    """The ExternalDNS add-on, which publishes Services and Ingresses as DNS records."""
    KubernetesIngressNginx: _ClassVar[CloudResourceKind]
    """The ingress-nginx controller, which serves Ingress objects through NGINX."""
    KubernetesIstio: _ClassVar[CloudResourceKind]
    """The Istio service mesh, with its control plane and ingress gateway."""
    KubernetesStrimziKafkaOperator: _ClassVar[CloudResourceKind]
    """The Strimzi operator, which runs Apache Kafka clusters."""
    KubernetesZalandoPostgresOperator: _ClassVar[CloudResourceKind]
    """The Zalando operator, which runs highly available PostgreSQL clusters."""
    KubernetesSolrOperator: _ClassVar[CloudResourceKind]
    """The Apache Solr operator, which runs SolrCloud clusters."""
    KubernetesExternalSecrets: _ClassVar[CloudResourceKind]
    """The External Secrets Operator, which copies secrets from outside stores."""
    KubernetesClickHouse: _ClassVar[CloudResourceKind]
    """A ClickHouse column-oriented database for analytics."""
    KubernetesAltinityOperator: _ClassVar[CloudResourceKind]
    """The Altinity operator, which runs ClickHouse clusters."""
    KubernetesPerconaPostgresOperator: _ClassVar[CloudResourceKind]
    """The Percona operator for PostgreSQL clusters."""
    KubernetesPerconaMongoOperator: _ClassVar[CloudResourceKind]
    """The Percona operator for MongoDB replica sets and sharded clusters."""
    KubernetesPerconaMysqlOperator: _ClassVar[CloudResourceKind]
    """The Percona operator for MySQL clusters."""
    KubernetesHarbor: _ClassVar[CloudResourceKind]
    """A Harbor registry, which stores and scans container images."""
    KubernetesNamespace: _ClassVar[CloudResourceKind]
    """A namespace, the scope for names, quotas and access within a cluster."""
    KubernetesGatewayApiCrds: _ClassVar[CloudResourceKind]
    """The custom resource definitions of the Kubernetes Gateway API."""
    KubernetesTektonOperator: _ClassVar[CloudResourceKind]
    """The Tekton operator, which installs and upgrades Tekton components."""
    KubernetesTekton: _ClassVar[CloudResourceKind]
    """Tekton, which runs CI/CD pipelines as pods."""
    KubernetesStatefulSet: _ClassVar[CloudResourceKind]
    """A stateful application, whose replicas keep a stable name and their own volumes."""
    KubernetesDaemonSet: _ClassVar[CloudResourceKind]
    """An agent with one pod on each matching node of a cluster."""
    KubernetesManifest: _ClassVar[CloudResourceKind]
    """Raw Kubernetes manifests, applied as they are written."""
    KubernetesGhaRunnerScaleSetController: _ClassVar[CloudResourceKind]
    """The controller that manages GitHub Actions runner scale sets in a cluster."""
    KubernetesGhaRunnerScaleSet: _ClassVar[CloudResourceKind]
    """A set of self-hosted GitHub Actions runners that scales with queued jobs."""
    KubernetesOpenBao: _ClassVar[CloudResourceKind]
    """OpenBao, the open-source fork of Vault for secrets management."""
    KubernetesJob: _ClassVar[CloudResourceKind]
    """A container that runs once, to completion."""
    DigitalOceanAppPlatformService: _ClassVar[CloudResourceKind]
    """A service on DigitalOcean App Platform, built from source or an image."""
    DigitalOceanBucket: _ClassVar[CloudResourceKind]
    """A DigitalOcean Spaces bucket, with an S3-compatible API."""
    DigitalOceanContainerRegistry: _ClassVar[CloudResourceKind]
    """A private registry for container images on DigitalOcean."""
    DigitalOceanDatabaseCluster: _ClassVar[CloudResourceKind]
    """A managed database cluster on DigitalOcean."""
    DigitalOceanDnsZone: _ClassVar[CloudResourceKind]
    """A domain in DigitalOcean DNS, with its records."""
    DigitalOceanDroplet: _ClassVar[CloudResourceKind]
    """A DigitalOcean Droplet, which is a virtual machine."""
    DigitalOceanFirewall: _ClassVar[CloudResourceKind]
    """A DigitalOcean cloud firewall, which filters traffic to and from Droplets."""
    DigitalOceanFunction: _ClassVar[CloudResourceKind]
    """A serverless function on DigitalOcean Functions."""
    DigitalOceanKubernetesCluster: _ClassVar[CloudResourceKind]
    """A managed Kubernetes cluster on DigitalOcean."""
    DigitalOceanKubernetesNodePool: _ClassVar[CloudResourceKind]
    """A pool of equally sized Droplets that are nodes of a DigitalOcean cluster."""
    DigitalOceanLoadBalancer: _ClassVar[CloudResourceKind]
    """A DigitalOcean load balancer, which spreads traffic over Droplets."""
    DigitalOceanVolume: _ClassVar[CloudResourceKind]
    """A block storage volume that can be attached to a Droplet."""
    DigitalOceanVpc: _ClassVar[CloudResourceKind]
    """A private network between DigitalOcean resources of one region."""
    DigitalOceanCertificate: _ClassVar[CloudResourceKind]
    """A TLS certificate for DigitalOcean load balancers and CDN endpoints."""
    CivoBucket: _ClassVar[CloudResourceKind]
    """A Civo object store, with an S3-compatible API."""
    CivoCertificate: _ClassVar[CloudResourceKind]
    """A TLS certificate for endpoints on Civo."""
    CivoComputeInstance: _ClassVar[CloudResourceKind]
    """A virtual machine on Civo."""
    CivoDatabase: _ClassVar[CloudResourceKind]
    """A managed relational database on Civo."""
    CivoDnsZone: _ClassVar[CloudResourceKind]
    """A domain in Civo DNS, with its records."""
    CivoFirewall: _ClassVar[CloudResourceKind]
    """A Civo firewall, the traffic rules for instances and clusters."""
    CivoIpAddress: _ClassVar[CloudResourceKind]
    """A reserved public IP address on Civo, which outlives the instance it points to."""
    CivoKubernetesCluster: _ClassVar[CloudResourceKind]
    """A managed Kubernetes cluster on Civo, based on K3s or Talos."""
    CivoKubernetesNodePool: _ClassVar[CloudResourceKind]
    """A pool of equally sized worker nodes in a Civo cluster."""
    CivoVolume: _ClassVar[CloudResourceKind]
    """A block storage volume that can be attached to a Civo instance."""
    CivoVpc: _ClassVar[CloudResourceKind]
    """A private network that isolates Civo resources."""
    CloudflareDnsZone: _ClassVar[CloudResourceKind]
    """A Cloudflare zone, a domain whose DNS and traffic Cloudflare serves."""
    CloudflareKvNamespace: _ClassVar[CloudResourceKind]
    """A Workers KV namespace, an eventually consistent key-value store at the edge."""
    CloudflareR2Bucket: _ClassVar[CloudResourceKind]
    """A Cloudflare R2 bucket, object storage without egress fees."""
    CloudflareWorker: _ClassVar[CloudResourceKind]
    """A Cloudflare Worker, a script that handles requests at the edge."""
    CloudflareLoadBalancer: _ClassVar[CloudResourceKind]
    """A Cloudflare load balancer, which steers traffic to healthy origin pools."""
    CloudflareD1Database: _ClassVar[CloudResourceKind]
    """A Cloudflare D1 database, serverless SQLite for Workers."""
    CloudflareZeroTrustAccessApplication: _ClassVar[CloudResourceKind]
    """An application behind Cloudflare Access, which checks identity at the edge."""
    Auth0Connection: _ClassVar[CloudResourceKind]
    """An Auth0 connection, a source of users such as a database or social login."""
    Auth0Client: _ClassVar[CloudResourceKind]
    """An application registered in Auth0 to request tokens."""
    Auth0EventStream: _ClassVar[CloudResourceKind]
    """An Auth0 event stream, which delivers tenant events to a destination."""
    Auth0ResourceServer: _ClassVar[CloudResourceKind]
    """An API registered in Auth0, with an audience and scopes."""
    OpenFgaStore: _ClassVar[CloudResourceKind]
    """An OpenFGA store, which isolates one set of models and tuples."""
    OpenFgaAuthorizationModel: _ClassVar[CloudResourceKind]
    """An OpenFGA model, the types and relations that permissions derive from."""
    OpenFgaRelationshipTuple: _ClassVar[CloudResourceKind]
    """A stored fact in OpenFGA that relates a user to an object."""

class CloudResourceKindVersion(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    """The versions of the API that a kind can be offered in."""
    __slots__ = ()
    cloud_resource_kind_version_unspecified: _ClassVar[CloudResourceKindVersion]
    """No version was given."""
    v1: _ClassVar[CloudResourceKindVersion]
    """The first version, written v1 at the end of a manifest's apiVersion."""
unspecified: CloudResourceKind
"""No kind was given."""
TestCloudResourceOne: CloudResourceKind
"""A placeholder for tests that need a resource without touching any cloud."""
TestCloudResourceTwo: CloudResourceKind
"""A second placeholder, for tests that need two kinds that differ."""
TestCloudResourceThree: CloudResourceKind
"""A third placeholder, for tests with a chain of three kinds."""
ConfluentKafka: CloudResourceKind
"""A managed Apache Kafka cluster on Confluent Cloud."""
MongodbAtlas: CloudResourceKind
"""A managed MongoDB cluster on MongoDB Atlas."""
SnowflakeDatabase: CloudResourceKind
"""A database in a Snowflake account, which holds schemas and tables."""
AwsAlb: CloudResourceKind
"""An AWS Application Load Balancer, which routes HTTP traffic to targets."""
AwsCertManagerCert: CloudResourceKind
"""A TLS certificate in AWS Certificate Manager."""
AwsCloudFront: CloudResourceKind
"""An Amazon CloudFront distribution, which caches content at edge locations."""
AwsDynamodb: CloudResourceKind
"""An Amazon DynamoDB table, a serverless key-value and document store."""
AwsEcrRepo: CloudResourceKind
"""A container image repository in Amazon Elastic Container Registry."""
AwsEcsCluster: CloudResourceKind
"""An Amazon ECS cluster, the pool of capacity that container tasks run on."""
AwsEcsService: CloudResourceKind
"""An Amazon ECS service, which keeps a set number of container tasks running."""
AwsEksCluster: CloudResourceKind
"""An Amazon EKS cluster, with a Kubernetes control plane run by AWS."""
AwsIamRole: CloudResourceKind
"""An AWS IAM role, a set of permissions that workloads and users can assume."""
AwsLambda: CloudResourceKind
"""An AWS Lambda function, which runs code on events with no server to manage."""
AwsRdsCluster: CloudResourceKind
"""An Amazon RDS database cluster, such as Aurora, with one or more instances."""
AwsRdsInstance: CloudResourceKind
"""A single relational database instance on Amazon RDS."""
AwsRoute53Zone: CloudResourceKind
"""A hosted zone in Amazon Route 53, which holds the DNS records of a domain."""
AwsS3Bucket: CloudResourceKind
"""An Amazon S3 bucket for object storage."""
AwsSecretsManager: CloudResourceKind
"""Secrets kept encrypted in AWS Secrets Manager."""
AwsSecurityGroup: CloudResourceKind
"""A VPC security group, a stateful firewall on network interfaces."""
AwsVpc: CloudResourceKind
"""An AWS Virtual Private Cloud, an isolated network within a region."""
AwsEksNodeGroup: CloudResourceKind
"""A managed group of EC2 worker nodes in an Amazon EKS cluster."""
AwsIamUser: CloudResourceKind
"""An AWS IAM user, an identity with long-lived credentials."""
AwsKmsKey: CloudResourceKind
"""An encryption key in AWS Key Management Service."""
AwsEc2Instance: CloudResourceKind
"""A virtual machine on Amazon EC2."""
AwsClientVpn: CloudResourceKind
"""An AWS Client VPN endpoint, through which people reach a VPC from their devices."""
AzureAksCluster: CloudResourceKind
"""An Azure Kubernetes Service cluster, with a control plane run by Azure."""
AzureAksNodePool: CloudResourceKind
"""A pool of identically configured worker nodes in an AKS cluster."""
AzureContainerRegistry: CloudResourceKind
"""A private registry for container images on Azure."""
AzureDnsZone: CloudResourceKind
"""An Azure DNS zone, which holds the records of a domain."""
AzureKeyVault: CloudResourceKind
"""An Azure Key Vault, a store for secrets, keys and certificates."""
AzureVpc: CloudResourceKind
"""An Azure Virtual Network, the Azure counterpart of a VPC."""
AzureNatGateway: CloudResourceKind
"""An Azure NAT gateway, which gives private subnets outbound internet access."""
GcpArtifactRegistryRepo: CloudResourceKind
"""A repository for images and packages in Google Artifact Registry."""
GcpCloudCdn: CloudResourceKind
"""Google Cloud CDN, which caches the content of a backend near its users."""
GcpCloudFunction: CloudResourceKind
"""A Google Cloud function, which runs code on HTTP requests or events."""
GcpCloudRun: CloudResourceKind
"""A Google Cloud Run service, which runs containers that scale with requests."""
GcpCloudSql: CloudResourceKind
"""A managed relational database instance on Google Cloud SQL."""
GcpDnsZone: CloudResourceKind
"""A managed zone in Google Cloud DNS, which holds the records of a domain."""
GcpGcsBucket: CloudResourceKind
"""A Google Cloud Storage bucket for object storage."""
GcpGkeCluster: CloudResourceKind
"""A Google Kubernetes Engine cluster, with a control plane run by Google."""
GcpSecretsManager: CloudResourceKind
"""Secrets kept encrypted in Google Secret Manager."""
GcpProject: CloudResourceKind
"""A Google Cloud project, the boundary for billing, access and quotas."""
GcpVpc: CloudResourceKind
"""A Google Cloud VPC network, which spans all regions of its project."""
GcpSubnetwork: CloudResourceKind
"""A regional range of IP addresses within a Google Cloud VPC network."""
GcpRouterNat: CloudResourceKind
"""A Cloud Router with Cloud NAT, for outbound traffic from private addresses."""
GcpGkeNodePool: CloudResourceKind
"""A pool of identically configured worker nodes in a GKE cluster."""
GcpServiceAccount: CloudResourceKind
"""A Google Cloud service account, the identity of a workload."""
GcpGkeWorkloadIdentityBinding: CloudResourceKind
"""A grant that lets a Kubernetes service account act as a Google service account."""
GcpCertManagerCert: CloudResourceKind
"""A TLS certificate in Google Certificate Manager."""
KubernetesArgocd: CloudResourceKind
"""Argo CD, which keeps clusters in step with manifests in Git."""
KubernetesCronJob: CloudResourceKind
"""A container that runs to completion on a cron schedule."""
KubernetesElasticsearch: CloudResourceKind
"""An Elasticsearch cluster for search and log analytics."""
KubernetesGitlab: CloudResourceKind
"""A self-hosted GitLab, with Git repositories and CI pipelines."""
KubernetesGrafana: CloudResourceKind
"""Grafana, for dashboards over metrics and logs."""
KubernetesHelmRelease: CloudResourceKind
"""A release of any Helm chart, with values of the user's choice."""
KubernetesJenkins: CloudResourceKind
"""A Jenkins automation server for builds and deployments."""
KubernetesKafka: CloudResourceKind
"""An Apache Kafka cluster that runs on Kubernetes."""
KubernetesKeycloak: CloudResourceKind
"""Keycloak, an identity provider for single sign-on."""
KubernetesLocust: CloudResourceKind
"""A Locust load test, with a master and its workers."""
KubernetesDeployment: CloudResourceKind
"""A stateless application, with interchangeable replicas run by a Deployment."""
KubernetesMongodb: CloudResourceKind
"""A MongoDB database that runs on Kubernetes."""
KubernetesNeo4j: CloudResourceKind
"""A Neo4j graph database."""
KubernetesOpenFga: CloudResourceKind
"""An OpenFGA server, which answers relationship-based authorization checks."""
KubernetesPostgres: CloudResourceKind
"""A PostgreSQL database that runs on Kubernetes."""
KubernetesPrometheus: CloudResourceKind
"""Prometheus, which scrapes, stores and alerts on metrics."""
KubernetesRedis: CloudResourceKind
"""A Redis in-memory data store."""
KubernetesSignoz: CloudResourceKind
"""SigNoz, an OpenTelemetry backend for traces, metrics and logs."""
KubernetesSolr: CloudResourceKind
"""An Apache Solr search cluster."""
KubernetesTemporal: CloudResourceKind
"""A Temporal server, which runs durable workflows."""
KubernetesNats: CloudResourceKind
"""A NATS messaging cluster."""
KubernetesCertManager: CloudResourceKind
"""The cert-manager add-on, which issues and renews TLS certificates."""
KubernetesElasticOperator: CloudResourceKind
"""The Elastic Cloud on Kubernetes operator, which runs Elasticsearch and Kibana."""
KubernetesExternalDns: CloudResourceKind
"""The ExternalDNS add-on, which publishes Services and Ingresses as DNS records."""
KubernetesIngressNginx: CloudResourceKind
"""The ingress-nginx controller, which serves Ingress objects through NGINX."""
KubernetesIstio: CloudResourceKind
"""The Istio service mesh, with its control plane and ingress gateway."""
KubernetesStrimziKafkaOperator: CloudResourceKind
"""The Strimzi operator, which runs Apache Kafka clusters."""
KubernetesZalandoPostgresOperator: CloudResourceKind
"""The Zalando operator, which runs highly available PostgreSQL clusters."""
KubernetesSolrOperator: CloudResourceKind
"""The Apache Solr operator, which runs SolrCloud clusters."""
KubernetesExternalSecrets: CloudResourceKind
"""The External Secrets Operator, which copies secrets from outside stores."""
KubernetesClickHouse: CloudResourceKind
"""A ClickHouse column-oriented database for analytics."""
KubernetesAltinityOperator: CloudResourceKind
"""The Altinity operator, which runs ClickHouse clusters."""
KubernetesPerconaPostgresOperator: CloudResourceKind
"""The Percona operator for PostgreSQL clusters."""
KubernetesPerconaMongoOperator: CloudResourceKind
"""The Percona operator for MongoDB replica sets and sharded clusters."""
KubernetesPerconaMysqlOperator: CloudResourceKind
"""The Percona operator for MySQL clusters."""
KubernetesHarbor: CloudResourceKind
"""A Harbor registry, which stores and scans container images."""
KubernetesNamespace: CloudResourceKind
"""A namespace, the scope for names, quotas and access within a cluster."""
KubernetesGatewayApiCrds: CloudResourceKind
"""The custom resource definitions of the Kubernetes Gateway API."""
KubernetesTektonOperator: CloudResourceKind
"""The Tekton operator, which installs and upgrades Tekton components."""
KubernetesTekton: CloudResourceKind
"""Tekton, which runs CI/CD pipelines as pods."""
KubernetesStatefulSet: CloudResourceKind
"""A stateful application, whose replicas keep a stable name and their own volumes."""
KubernetesDaemonSet: CloudResourceKind
"""An agent with one pod on each matching node of a cluster."""
KubernetesManifest: CloudResourceKind
"""Raw Kubernetes manifests, applied as they are written."""
KubernetesGhaRunnerScaleSetController: CloudResourceKind
"""The controller that manages GitHub Actions runner scale sets in a cluster."""
KubernetesGhaRunnerScaleSet: CloudResourceKind
"""A set of self-hosted GitHub Actions runners that scales with queued jobs."""
KubernetesOpenBao: CloudResourceKind
"""OpenBao, the open-source fork of Vault for secrets management."""
KubernetesJob: CloudResourceKind
"""A container that runs once, to completion."""
DigitalOceanAppPlatformService: CloudResourceKind
"""A service on DigitalOcean App Platform, built from source or an image."""
DigitalOceanBucket: CloudResourceKind
"""A DigitalOcean Spaces bucket, with an S3-compatible API."""
DigitalOceanContainerRegistry: CloudResourceKind
"""A private registry for container images on DigitalOcean."""
DigitalOceanDatabaseCluster: CloudResourceKind
"""A managed database cluster on DigitalOcean."""
DigitalOceanDnsZone: CloudResourceKind
"""A domain in DigitalOcean DNS, with its records."""
DigitalOceanDroplet: CloudResourceKind
"""A DigitalOcean Droplet, which is a virtual machine."""
DigitalOceanFirewall: CloudResourceKind
"""A DigitalOcean cloud firewall, which filters traffic to and from Droplets."""
DigitalOceanFunction: CloudResourceKind
"""A serverless function on DigitalOcean Functions."""
DigitalOceanKubernetesCluster: CloudResourceKind
"""A managed Kubernetes cluster on DigitalOcean."""
DigitalOceanKubernetesNodePool: CloudResourceKind
"""A pool of equally sized Droplets that are nodes of a DigitalOcean cluster."""
DigitalOceanLoadBalancer: CloudResourceKind
"""A DigitalOcean load balancer, which spreads traffic over Droplets."""
DigitalOceanVolume: CloudResourceKind
"""A block storage volume that can be attached to a Droplet."""
DigitalOceanVpc: CloudResourceKind
"""A private network between DigitalOcean resources of one region."""
DigitalOceanCertificate: CloudResourceKind
"""A TLS certificate for DigitalOcean load balancers and CDN endpoints."""
CivoBucket: CloudResourceKind
"""A Civo object store, with an S3-compatible API."""
CivoCertificate: CloudResourceKind
"""A TLS certificate for endpoints on Civo."""
CivoComputeInstance: CloudResourceKind
"""A virtual machine on Civo."""
CivoDatabase: CloudResourceKind
"""A managed relational database on Civo."""
CivoDnsZone: CloudResourceKind
"""A domain in Civo DNS, with its records."""
CivoFirewall: CloudResourceKind
"""A Civo firewall, the traffic rules for instances and clusters."""
CivoIpAddress: CloudResourceKind
"""A reserved public IP address on Civo, which outlives the instance it points to."""
CivoKubernetesCluster: CloudResourceKind
"""A managed Kubernetes cluster on Civo, based on K3s or Talos."""
CivoKubernetesNodePool: CloudResourceKind
"""A pool of equally sized worker nodes in a Civo cluster."""
CivoVolume: CloudResourceKind
"""A block storage volume that can be attached to a Civo instance."""
CivoVpc: CloudResourceKind
"""A private network that isolates Civo resources."""
CloudflareDnsZone: CloudResourceKind
"""A Cloudflare zone, a domain whose DNS and traffic Cloudflare serves."""
CloudflareKvNamespace: CloudResourceKind
"""A Workers KV namespace, an eventually consistent key-value store at the edge."""
CloudflareR2Bucket: CloudResourceKind
"""A Cloudflare R2 bucket, object storage without egress fees."""
CloudflareWorker: CloudResourceKind
"""A Cloudflare Worker, a script that handles requests at the edge."""
CloudflareLoadBalancer: CloudResourceKind
"""A Cloudflare load balancer, which steers traffic to healthy origin pools."""
CloudflareD1Database: CloudResourceKind
"""A Cloudflare D1 database, serverless SQLite for Workers."""
CloudflareZeroTrustAccessApplication: CloudResourceKind
"""An application behind Cloudflare Access, which checks identity at the edge."""
Auth0Connection: CloudResourceKind
"""An Auth0 connection, a source of users such as a database or social login."""
Auth0Client: CloudResourceKind
"""An application registered in Auth0 to request tokens."""
Auth0EventStream: CloudResourceKind
"""An Auth0 event stream, which delivers tenant events to a destination."""
Auth0ResourceServer: CloudResourceKind
"""An API registered in Auth0, with an audience and scopes."""
OpenFgaStore: CloudResourceKind
"""An OpenFGA store, which isolates one set of models and tuples."""
OpenFgaAuthorizationModel: CloudResourceKind
"""An OpenFGA model, the types and relations that permissions derive from."""
OpenFgaRelationshipTuple: CloudResourceKind
"""A stored fact in OpenFGA that relates a user to an object."""
cloud_resource_kind_version_unspecified: CloudResourceKindVersion
"""No version was given."""
v1: CloudResourceKindVersion
"""The first version, written v1 at the end of a manifest's apiVersion."""
KIND_META_FIELD_NUMBER: _ClassVar[int]
kind_meta: _descriptor.FieldDescriptor
"""Facts about a kind, set on its value in CloudResourceKind."""

class CloudResourceKindMeta(_message.Message):
    """What tools need to know about a kind beyond its name and number."""
    __slots__ = ("provider", "version", "name", "id_prefix", "is_service_kind")
    PROVIDER_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    ID_PREFIX_FIELD_NUMBER: _ClassVar[int]
    IS_SERVICE_KIND_FIELD_NUMBER: _ClassVar[int]
    provider: _cloud_resource_provider_pb2.CloudResourceProvider
    """Required. The provider that the resource is created with."""
    version: CloudResourceKindVersion
    """Required. The version of the API that manifests of the kind follow."""
    name: str
    """Optional. A name for the kind.
    No kind sets it, because the enum value is the name.
    """
    id_prefix: str
    """Required. The short text that identifiers of such resources begin with.
    It is not always unique: kinds 832 and 834 share one.
    """
    is_service_kind: bool
    """Optional. True where the kind runs a container image of the user's own as a long-lived service."""
    def __init__(self, provider: _Optional[_Union[_cloud_resource_provider_pb2.CloudResourceProvider, str]] = ..., version: _Optional[_Union[CloudResourceKindVersion, str]] = ..., name: _Optional[str] = ..., id_prefix: _Optional[str] = ..., is_service_kind: bool = ...) -> None:
        """What tools need to know about a kind beyond its name and number.

        :param provider: Required. The provider that the resource is created with.
        :param version: Required. The version of the API that manifests of the kind follow.
        :param name: Optional. A name for the kind. No kind sets it, because the enum value is the name.
        :param id_prefix: Required. The short text that identifiers of such resources begin with. It is not always unique: kinds 832 and 834 share one.
        :param is_service_kind: Optional. True where the kind runs a container image of the user's own as a long-lived service.
        """
