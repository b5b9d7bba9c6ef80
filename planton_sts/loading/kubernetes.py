# SPDX-License-Identifier: Apache-2.0
"""The fields of Kubernetes that people bring along, by type."""

from functools import cache

# As in the schemas of version 1.37; a test holds them against each other.
_FIELDS = """
StatefulSetSpec: minReadySeconds ordinals persistentVolumeClaimRetentionPolicy podManagementPolicy replicas
  revisionHistoryLimit selector serviceName template updateStrategy volumeClaimTemplates
LabelSelector: matchExpressions matchLabels
DeploymentSpec: minReadySeconds paused progressDeadlineSeconds replicas revisionHistoryLimit selector strategy
  template
PodTemplateSpec: metadata spec
ObjectMeta: annotations creationTimestamp deletionGracePeriodSeconds deletionTimestamp finalizers generateName
  generation labels managedFields name namespace ownerReferences resourceVersion selfLink uid
PodSpec: activeDeadlineSeconds affinity automountServiceAccountToken containers dnsConfig dnsPolicy enableServiceLinks
  ephemeralContainers evictionResponders hostAliases hostIPC hostNetwork hostPID hostUsers hostname hostnameOverride
  imagePullSecrets initContainers nodeName nodeSelector os overhead preemptionPolicy priority priorityClassName
  readinessGates resourceClaims resources restartPolicy runtimeClassName schedulerName schedulingGates schedulingGroup
  securityContext serviceAccount serviceAccountName setHostnameAsFQDN shareProcessNamespace subdomain
  terminationGracePeriodSeconds tolerations topologySpreadConstraints volumes
Container: args command env envFrom image imagePullPolicy lifecycle livenessProbe name ports readinessProbe
  resizePolicy resources restartPolicy restartPolicyRules securityContext startupProbe stdin stdinOnce
  terminationMessagePath terminationMessagePolicy tty volumeDevices volumeMounts workingDir
ContainerPort: containerPort hostIP hostPort name protocol
EnvVar: name value valueFrom
EnvVarSource: configMapKeyRef fieldRef fileKeyRef resourceFieldRef secretKeyRef
EnvFromSource: configMapRef prefix secretRef
ObjectFieldSelector: apiVersion fieldPath
ResourceFieldSelector: containerName divisor resource
ConfigMapKeySelector: key name optional
FileKeySelector: key optional path volumeName
SecretKeySelector: key name optional
ResourceRequirements: claims limits requests
Probe: exec failureThreshold grpc httpGet initialDelaySeconds periodSeconds successThreshold tcpSocket
  terminationGracePeriodSeconds timeoutSeconds
HTTPGetAction: host httpHeaders path port protocol scheme
TCPSocketAction: host port
GRPCAction: mode port service
ExecAction: command
Lifecycle: postStart preStop stopSignal
LifecycleHandler: exec httpGet sleep tcpSocket
SleepAction: seconds
SecurityContext: allowPrivilegeEscalation appArmorProfile capabilities privileged procMount readOnlyRootFilesystem
  runAsGroup runAsNonRoot runAsUser seLinuxOptions seccompProfile windowsOptions
Capabilities: add drop
SeccompProfile: localhostProfile type
AppArmorProfile: localhostProfile type
SELinuxOptions: level role type user
VolumeMount: bindMountOptions mountPath mountPropagation name readOnly recursiveReadOnly subPath subPathExpr
Volume: awsElasticBlockStore azureDisk azureFile cephfs cinder configMap csi downwardAPI emptyDir ephemeral fc
  flexVolume flocker gcePersistentDisk gitRepo glusterfs hostPath image iscsi name nfs persistentVolumeClaim
  photonPersistentDisk portworxVolume projected quobyte rbd scaleIO secret storageos vsphereVolume
ConfigMapVolumeSource: defaultMode defaultUser items name optional
SecretVolumeSource: defaultMode defaultUser items optional secretName
HostPathVolumeSource: path type
EmptyDirVolumeSource: medium mode sizeLimit
PersistentVolumeClaimVolumeSource: claimName readOnly
PersistentVolumeClaim: apiVersion kind metadata spec status
PersistentVolumeClaimSpec: accessModes dataSource dataSourceRef resources selector storageClassName
  volumeAttributesClassName volumeMode volumeName
PodSecurityContext: appArmorProfile fsGroup fsGroupChangePolicy runAsGroup runAsNonRoot runAsUser seLinuxChangePolicy
  seLinuxOptions seccompProfile supplementalGroups supplementalGroupsPolicy sysctls windowsOptions
ServiceSpec: allocateLoadBalancerNodePorts clusterIP clusterIPs externalIPs externalName externalTrafficPolicy
  healthCheckNodePort internalTrafficPolicy ipFamilies ipFamilyPolicy loadBalancerClass loadBalancerIP
  loadBalancerSourceRanges ports publishNotReadyAddresses selector sessionAffinity sessionAffinityConfig
  trafficDistribution type
ServicePort: appProtocol name nodePort port protocol targetPort
IngressSpec: defaultBackend ingressClassName rules tls
PodDisruptionBudgetSpec: maxUnavailable minAvailable selector unhealthyPodEvictionPolicy
HorizontalPodAutoscalerSpec: behavior maxReplicas metrics minReplicas scaleTargetRef
"""

# The types that people have before them when they write one of our messages.
COUNTERPARTS = {
    "KubernetesStatefulSetSpec": ("StatefulSetSpec", "PodSpec", "ServiceSpec", "DeploymentSpec"),
    "CloudResourceMetadata": ("ObjectMeta",),
    "KubernetesStatefulSetContainer": ("PodSpec",),
    "KubernetesStatefulSetContainerApp": ("Container", "PodSpec"),
    "KubernetesStatefulSetContainerAppPort": ("ContainerPort", "ServicePort"),
    "Container": ("Container",),
    "ContainerPort": ("ContainerPort",),
    "ContainerEnvVar": ("EnvVar",),
    "EnvVarSource": ("EnvVarSource",),
    "EnvFromSource": ("EnvFromSource",),
    "EnvFieldSelector": ("ObjectFieldSelector",),
    "EnvResourceSelector": ("ResourceFieldSelector",),
    "ConfigMapKeySelector": ("ConfigMapKeySelector",),
    "SecretKeySelector": ("SecretKeySelector",),
    "FileKeySelector": ("FileKeySelector",),
    "ContainerResources": ("ResourceRequirements",),
    "VolumeMount": ("VolumeMount", "Volume"),
    "ConfigMapVolumeSource": ("ConfigMapVolumeSource",),
    "SecretVolumeSource": ("SecretVolumeSource",),
    "HostPathVolumeSource": ("HostPathVolumeSource",),
    "EmptyDirVolumeSource": ("EmptyDirVolumeSource",),
    "PvcVolumeSource": ("PersistentVolumeClaimVolumeSource",),
    "Volume": ("Volume",),
    "ConfigMapVolume": ("ConfigMapVolumeSource",),
    "SecretVolume": ("SecretVolumeSource",),
    "PersistentVolumeClaimVolume": ("PersistentVolumeClaimVolumeSource",),
    "PersistentVolumeClaimTemplate": ("PersistentVolumeClaim",),
    "PersistentVolumeClaimMetadata": ("ObjectMeta",),
    "PersistentVolumeClaimSpec": ("PersistentVolumeClaimSpec",),
    "Probe": ("Probe",),
    "HTTPGetAction": ("HTTPGetAction",),
    "TCPSocketAction": ("TCPSocketAction",),
    "GRPCAction": ("GRPCAction",),
    "ExecAction": ("ExecAction",),
    "Lifecycle": ("Lifecycle",),
    "LifecycleHandler": ("LifecycleHandler",),
    "SecurityContext": ("SecurityContext",),
    "StringValueOrRef": ("EnvVar", "EnvVarSource"),
    "ValueFromRef": ("EnvVarSource",),
    "KubernetesSensitiveValue": ("EnvVar", "EnvVarSource"),
    "KubernetesSecretKeyRef": ("SecretKeySelector",),
    "KubernetesStatefulSetVolumeClaimTemplate": ("PersistentVolumeClaim", "PersistentVolumeClaimSpec", "ObjectMeta"),
    "KubernetesStatefulSetPod": ("PodSpec", "ObjectMeta"),
    "KubernetesStatefulSetSelector": ("LabelSelector",),
    "PodSecurityContext": ("PodSecurityContext",),
    "KubernetesStatefulSetIngress": ("IngressSpec",),
    "KubernetesStatefulSetAvailability": ("HorizontalPodAutoscalerSpec",),
    "KubernetesStatefulSetPodDisruptionBudget": ("PodDisruptionBudgetSpec",),
}


@cache
def fields() -> dict[str, frozenset[str]]:
    """The names of the fields of each type."""
    types = _FIELDS.replace("\n  ", " ").strip().splitlines()
    return {name: frozenset(names.split()) for name, _, names in (line.partition(": ") for line in types)}


@cache
def is_known(key: str) -> bool:
    """Whether some type has a field of that name."""
    return any(key in names for names in fields().values())


def counterpart_has(message: str, key: str) -> bool:
    """Whether what people have before them when they write the message has a field of that name."""
    return any(key in fields()[name] for name in COUNTERPARTS.get(message, ()))
