# SPDX-License-Identifier: Apache-2.0
"""What keys and values mean here that people bring along from Kubernetes, where no rule of thumb tells."""

from typing import NamedTuple


class Meant(NamedTuple):
    """What a key means that its message does not have.

    Attributes:
        fields: The fields of the message that it stands for, the likeliest first; none where the message has none.
        words: What to do instead; empty where naming the first field says it.

    """

    fields: tuple[str, ...] = ()
    words: str = ""


# In place of a key: any that says nothing else in this message.
ANY = "*"

_IN_SECRETS = "a secret stands below `spec.container.app.env.secrets`, as `secretRef` with `name` and `key`"
_IN_ENTRIES = "it belongs into `spec.container.app.env.entries`, in Kubernetes' own form"
_POD_FACT = (
    "the pod's own name, namespace and address are in `K8S_POD_NAME`, `K8S_POD_NAMESPACE` and `K8S_POD_IP`; "
    f"else {_IN_ENTRIES}"
)
_TO_SIDECAR = "`spec.service.ports` leads the Service to such a port, by its name; leave it out"
_ONE_FILE = "write the one `key` to mount, and as `path` what its file is called; several are for `spec.pod.volumes`"
_IN_POD = "list the volume in `spec.pod.volumes`, and mount it by its name"
_WAITS = "the pod waits until it is there; leave it out"
_ONE_TEXT = "write the whole reference as `image`, such as `fluent/fluent-bit:3.1`"
_OF_NODE = "a port of the node stands in `spec.container.app.containerPorts`"
_GRACE = "it belongs at `spec.pod.terminationGracePeriodSeconds`"
_RESTARTS = "pods of a StatefulSet always restart; leave it out"
_ABOVE = "what stands below it belongs one level higher: "
_FROM = ("name", "kind", "fieldPath")
OTHERWISE = "add it to what `planton-sts render` prints, with kustomize for example"
_ACCOUNT = "write it as `name` of `spec.serviceAccount`, beside `create: false` where the account exists already"
_NAMED = "the controller overwrites it with the name of the pod, or of the headless Service; leave it out"

# By message and key.
MEANT: dict[str, dict[str, Meant]] = {
    "KubernetesStatefulSetSpec": {
        "containerPort": Meant(words="it belongs into `spec.container.app.ports`"),
        "mountPath": Meant(words="it belongs into `spec.container.app.volumeMounts`"),
        "storageClassName": Meant(words="write `storageClass` in `spec.volumeClaimTemplates`"),
        "restartPolicy": Meant(words=_RESTARTS),
        "serviceAccountName": Meant(("serviceAccount",), _ACCOUNT),
        "type": Meant(words="the type of the Service stands at `spec.service.type`"),
    },
    "KubernetesStatefulSetSelector": {
        "matchExpressions": Meant(words="Services find pods by labels with one value alone; write `matchLabels`"),
        ANY: Meant(("matchLabels",), "it belongs below `matchLabels`"),
    },
    "KubernetesStatefulSetPod": {
        "hostname": Meant(words=_NAMED),
        "metadata": Meant(("labels", "annotations"), f"{_ABOVE}`labels` and `annotations`"),
        "restartPolicy": Meant(words=_RESTARTS),
        "serviceAccount": Meant(words=_ACCOUNT),
        "serviceAccountName": Meant(words=_ACCOUNT),
        "spec": Meant(words="what stands below it belongs one level higher"),
    },
    "KubernetesStatefulSetContainer": {"terminationGracePeriodSeconds": Meant(words=_GRACE)},
    "KubernetesStatefulSetContainerApp": {
        "containerPort": Meant(("ports",), "it belongs into `ports`"),
        "mountPath": Meant(("volumeMounts",), "it belongs into `volumeMounts`"),
        "port": Meant(("ports",), "it belongs into `ports`, as `containerPort` and `servicePort`"),
        "restartPolicy": Meant(words=_RESTARTS),
        "servicePort": Meant(("ports",), "it belongs into `ports`"),
        "terminationGracePeriodSeconds": Meant(words=_GRACE),
    },
    "KubernetesStatefulSetContainerAppEnv": {
        ANY: Meant(("variables",), "it belongs below `variables`, as `NAME: value`"),
        "secret": Meant(("secrets",)),
    },
    "KubernetesStatefulSetContainerAppPort": {
        "hostIP": Meant(words=_OF_NODE),
        "hostPort": Meant(words=_OF_NODE),
        "nodePort": Meant(words="write the port into `spec.service.ports`, with `nodePort`"),
        "port": Meant(("containerPort", "servicePort")),
        "protocol": Meant(("networkProtocol",)),
        "targetPort": Meant(("containerPort",)),
    },
    "Container": {
        "containerPort": Meant(("ports",), "it belongs into `ports`"),
        "port": Meant(("ports",), "it belongs into `ports`, as `containerPort`"),
        "repo": Meant(("image",), _ONE_TEXT),
        "tag": Meant(("image",), _ONE_TEXT),
    },
    "ContainerPort": {
        "appProtocol": Meant(words=_TO_SIDECAR),
        "isIngressPort": Meant(words=_TO_SIDECAR),
        "networkProtocol": Meant(("protocol",)),
        "port": Meant(("containerPort",)),
        "servicePort": Meant(words=_TO_SIDECAR),
        "targetPort": Meant(("containerPort",)),
    },
    "ContainerEnvVar": {"secretRef": Meant(("valueFrom",), "write `valueFrom` with `secretKeyRef`")},
    "ContainerImage": {
        "digest": Meant(("tag",), "write it as `tag`, such as `sha256:...` or `16.4@sha256:...`"),
        "image": Meant(("repo", "tag"), "write `repo` and `tag`"),
        "imagePullSecrets": Meant(("pullSecretName",)),
        "name": Meant(("repo",)),
        "pullSecret": Meant(("pullSecretName",)),
        "repository": Meant(("repo",)),
        "version": Meant(("tag",)),
    },
    "CpuMemory": {
        "storage": Meant(words="the size of a claim stands in `spec.volumeClaimTemplates`"),
        ANY: Meant(words="others are called as `ephemeral-storage`, `hugepages-2Mi` or `nvidia.com/gpu` are"),
    },
    "Probe": {"port": Meant(words="it belongs into `httpGet` or `tcpSocket`")},
    "HTTPGetAction": {"hostname": Meant(("host",))},
    "TCPSocketAction": {"hostname": Meant(("host",))},
    "GRPCAction": {"portName": Meant(("port",)), "portNumber": Meant(("port",))},
    "ExecAction": {"args": Meant(("command",), "write all of it as `command`")},
    "VolumeMount": {
        "image": Meant(words=_IN_POD),
        "items": Meant(words="write the one `key` to mount into `configMap` or `secret`, and its `path`"),
        "path": Meant(("mountPath",)),
        "persistentVolumeClaim": Meant(("pvc",)),
        "secretName": Meant(("secret",), "it is `name` of `secret` here"),
        "size": Meant(words="the size of a claim stands in `spec.volumeClaimTemplates`"),
    },
    "ConfigMapVolumeSource": {
        "configMapName": Meant(("name",)),
        "items": Meant(words=_ONE_FILE),
        "optional": Meant(words=_IN_POD),
    },
    "SecretVolumeSource": {
        "items": Meant(words=_ONE_FILE),
        "optional": Meant(words=_IN_POD),
        "secretName": Meant(("name",)),
    },
    "EmptyDirVolumeSource": {"size": Meant(("sizeLimit",))},
    "PvcVolumeSource": {"name": Meant(("claimName",))},
    "KubernetesSensitiveValue": {
        "secretKeyRef": Meant(("secretRef",)),
    },
    "KubernetesSecretKeyRef": {
        "secretKey": Meant(("key",)),
        "secretName": Meant(("name",)),
    },
    "StringValueOrRef": {
        "configMapKeyRef": Meant(("value",), _IN_ENTRIES),
        "fieldRef": Meant(("value",), _POD_FACT),
        "resourceFieldRef": Meant(("value",), _IN_ENTRIES),
        "secretKeyRef": Meant(("value",), _IN_SECRETS),
        "secretRef": Meant(("value",), _IN_SECRETS),
    },
    "ValueFromRef": {
        "configMapKeyRef": Meant(_FROM, _IN_ENTRIES),
        "fieldRef": Meant(_FROM, _POD_FACT),
        "resourceFieldRef": Meant(_FROM, _IN_ENTRIES),
        "secretKeyRef": Meant(_FROM, _IN_SECRETS),
        "secretRef": Meant(_FROM, _IN_SECRETS),
    },
    "KubernetesStatefulSetVolumeClaimTemplate": {
        "apiVersion": Meant(words="leave it out"),
        "kind": Meant(words="leave it out"),
        "metadata": Meant(("name",), f"{_ABOVE}`name`, `labels` and `annotations`"),
        "mountPath": Meant(
            words="it belongs into `spec.container.app.volumeMounts`, which mounts the claim by its name"
        ),
        "requests": Meant(("size",), "`requests.storage` is `size` here"),
        "resources": Meant(("size",), "`resources.requests.storage` is `size` here"),
        "spec": Meant(("size", "storageClass", "accessModes"), f"{_ABOVE}`size`, `storageClass` and `accessModes`"),
        "storage": Meant(("size",)),
        "storageClassName": Meant(("storageClass",)),
    },
    "KubernetesStatefulSetService": {
        "externalName": Meant(words="a Service leads to the pods; leave it out"),
        "metadata": Meant(("name", "labels", "annotations"), f"{_ABOVE}`name`, `labels` and `annotations`"),
        "spec": Meant(words="what stands below it belongs one level higher"),
    },
    "ServicePort": {
        "containerPort": Meant(("targetPort",)),
        "networkProtocol": Meant(("protocol",)),
        "servicePort": Meant(("port",)),
    },
    "KubernetesStatefulSetPodDisruptionBudget": {"selector": Meant(words="it is set for you")},
    "KubernetesStatefulSetIngress": {
        "host": Meant(("hostname",)),
        "rules": Meant(("hostname", "path"), "write the one `hostname`, and the one `path` where it is not `/`"),
        "tls": Meant(("tlsSecretName",), "write its `secretName` as `tlsSecretName`"),
    },
    "KubernetesStatefulSetNetworkPolicy": {
        "enabled": Meant(words="it holds wherever it is written; leave it out"),
        "podSelector": Meant(words="it selects the pods of this application; leave it out"),
        "spec": Meant(words="what stands below it belongs one level higher"),
    },
    "KubernetesStatefulSetServiceAccount": {
        "metadata": Meant(("name", "labels", "annotations"), f"{_ABOVE}`name`, `labels` and `annotations`"),
        "namespace": Meant(words="it is that of the pods; leave it out"),
    },
    "PolicyRule": {"nonResourceURLs": Meant(words="a Role knows of none; that takes a ClusterRole of your own")},
}

# What to do instead of fields of Kubernetes that this API does not have, wherever they are written.
INSTEAD = {
    "it is set for you": (
        "clusterIPs creationTimestamp generation managedFields ownerReferences resourceVersion selfLink uid"
    ),
    _NAMED: "subdomain",
    _RESTARTS: "activeDeadlineSeconds",
    "set `spec.availability.replicas`": "maxReplicas minReplicas scaleTargetRef",
    "it is deprecated, and clusters stop serving it; `type: LoadBalancer` opens a Service": "externalIPs",
}

# The same, where the application is meant; a sidecar has nothing there.
IN_APPLICATION = {
    "the application's container stands at `spec.container.app`, others in `spec.container.sidecars`": (
        "containers template"
    ),
}


def instead(key: str, *, in_sidecar: bool) -> str:
    """What to do instead of the field of Kubernetes."""
    told = INSTEAD if in_sidecar else INSTEAD | IN_APPLICATION
    return next((words for words, keys in told.items() if key in keys.split()), OTHERWISE)


# What to write for a value of the wrong form: by message, or by field.
WRITTEN = {
    "KubernetesStatefulSetSpec.config_maps": "write `{name: text}`, or `{name: {file: text}}` for several files",
    "KubernetesStatefulSetContainerAppEnv": "write `{variables: {NAME: value}}`",
    "ContainerImage": 'write `{repo: postgres, tag: "16.4"}`',
    "Container.image": _ONE_TEXT,
    "Container.env": "write `[{name: LOG_LEVEL, value: debug}]`",
}
