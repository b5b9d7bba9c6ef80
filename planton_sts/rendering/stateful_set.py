# SPDX-License-Identifier: Apache-2.0
"""The StatefulSet."""

from planton_sts.messages import KubernetesStatefulSetStackInput, KubernetesStatefulSetVolumeClaimTemplate
from planton_sts.names import Names
from planton_sts.rendering.config_maps import checksum
from planton_sts.rendering.containers import container_of, containers
from planton_sts.rendering.hardening import harden
from planton_sts.rendering.kube_object import KubeObject, extended, given, in_order, metadata
from planton_sts.rendering.own_form import beyond, own_form
from planton_sts.rendering.spread import apart
from planton_sts.rendering.volumes import volumes

# What of the spec is rendered elsewhere than in the StatefulSet's own, or says how.
ELSEWHERE = {
    *("pod", "selector", "plain", "spread", "hardened", "config_files", "network_policy", "service_account", "patches"),
    *("service_name", "service", "headless_service", "services", "pod_services"),
}

# What of a pod is merged with what we add to it, or stands elsewhere too.
MERGED = {"name", "namespace", "labels", "annotations", "image_pull_secrets", "volumes"}


def stateful_set(stack_input: KubernetesStatefulSetStackInput, names: Names) -> KubeObject:
    """The StatefulSet: its pods, and the storage of each."""
    spec, annotations = stack_input.target.spec, stack_input.target.metadata.annotations
    return {
        "apiVersion": "apps/v1",
        "kind": "StatefulSet",
        "metadata": metadata(names.pods.stateful_set, names, annotations=in_order(annotations)),
        "spec": {
            **given(serviceName=names.headless_service),
            **own_form(spec.availability, without={"pod_disruption_budget"}),
            **given(podManagementPolicy=spec.pod_management_policy),
            "selector": {"matchLabels": dict(names.selector)},
            "template": _pod_template(stack_input, names),
            **given(volumeClaimTemplates=[_claim_template(template) for template in spec.volume_claim_templates]),
            **beyond(spec, without=ELSEWHERE),
        },
    }


def _pod_template(stack_input: KubernetesStatefulSetStackInput, names: Names) -> KubeObject:
    spec = stack_input.target.spec
    labels = {**dict(names.inherited), **spec.pod.labels, **dict(names.selector)}
    annotations = {
        **({} if spec.plain else stack_input.target.metadata.annotations),
        **spec.pod.annotations,
        **checksum(spec),
    }
    pod = {
        **given(serviceAccountName=names.service_account),
        **own_form(spec.pod, without=MERGED),
        **given(imagePullSecrets=_pull_secrets(stack_input, names)),
        **given(initContainers=[container_of(spec, container) for container in spec.container.init_containers]),
        "containers": containers(spec, names),
        **given(volumes=volumes(spec)),
    }
    if spec.HasField("spread"):
        pod = extended(pod, apart(spec.spread, names))
    return {
        "metadata": {
            **given(name=spec.pod.name, namespace=spec.pod.namespace),
            "labels": in_order(labels),
            **given(annotations=in_order(annotations)),
        },
        "spec": harden(pod) if spec.hardened else pod,
    }


def _pull_secrets(stack_input: KubernetesStatefulSetStackInput, names: Names) -> list[KubeObject]:
    rendered = names.pull_secret if stack_input.docker_config_json else ""
    spec = stack_input.target.spec
    existing = (spec.container.app.image.pull_secret_name, *(secret.name for secret in spec.pod.image_pull_secrets))
    return [{"name": name} for name in dict.fromkeys((rendered, *existing)) if name]


def _claim_template(template: KubernetesStatefulSetVolumeClaimTemplate) -> KubeObject:
    # No labels of ours: the controller copies the selector's, and no other could ever be changed.
    # Argo CD sees an endless difference where apiVersion and kind are left to the server.
    own = {
        "namespace": template.namespace,
        "labels": in_order(template.labels),
        "annotations": in_order(template.annotations),
    }
    return {
        "apiVersion": "v1",
        "kind": "PersistentVolumeClaim",
        "metadata": {"name": template.name, **given(**own)},
        "spec": {
            "accessModes": list(template.access_modes),
            **given(storageClassName=template.storage_class),
            "resources": {"requests": {"storage": template.size}},
            **beyond(template, without=own),
        },
    }
