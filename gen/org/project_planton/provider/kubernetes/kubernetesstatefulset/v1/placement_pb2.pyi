from buf.validate import validate_pb2 as _validate_pb2
from org.project_planton.provider.kubernetes.kubernetesstatefulset.v1 import selectors_pb2 as _selectors_pb2
from org.project_planton.shared import rules_pb2 as _rules_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Affinity(_message.Message):
    """Which nodes and which other pods the pods keep to or keep away from. What is required keeps a pod waiting for as long
    as no node offers it; what is preferred only orders the nodes. Neither moves a pod that runs.
    """
    __slots__ = ("node_affinity", "pod_affinity", "pod_anti_affinity")
    NODE_AFFINITY_FIELD_NUMBER: _ClassVar[int]
    POD_AFFINITY_FIELD_NUMBER: _ClassVar[int]
    POD_ANTI_AFFINITY_FIELD_NUMBER: _ClassVar[int]
    node_affinity: NodeAffinity
    """Optional. Which nodes the pods run on, by the nodes' labels."""
    pod_affinity: PodAffinity
    """Optional. Which pods they run near."""
    pod_anti_affinity: PodAffinity
    """Optional. Which pods they keep away from, such as one another."""
    def __init__(self, node_affinity: _Optional[_Union[NodeAffinity, _Mapping]] = ..., pod_affinity: _Optional[_Union[PodAffinity, _Mapping]] = ..., pod_anti_affinity: _Optional[_Union[PodAffinity, _Mapping]] = ...) -> None:
        """Which nodes and which other pods the pods keep to or keep away from. What is required keeps a pod waiting for as long
        as no node offers it; what is preferred only orders the nodes. Neither moves a pod that runs.

        :param node_affinity: Optional. Which nodes the pods run on, by the nodes' labels.
        :param pod_affinity: Optional. Which pods they run near.
        :param pod_anti_affinity: Optional. Which pods they keep away from, such as one another.
        """

class NodeAffinity(_message.Message):
    """Which nodes the pods run on."""
    __slots__ = ("required_during_scheduling_ignored_during_execution", "preferred_during_scheduling_ignored_during_execution")
    REQUIRED_DURING_SCHEDULING_IGNORED_DURING_EXECUTION_FIELD_NUMBER: _ClassVar[int]
    PREFERRED_DURING_SCHEDULING_IGNORED_DURING_EXECUTION_FIELD_NUMBER: _ClassVar[int]
    required_during_scheduling_ignored_during_execution: NodeSelector
    """Optional. Nodes that the pods run on, and on no others."""
    preferred_during_scheduling_ignored_during_execution: _containers.RepeatedCompositeFieldContainer[PreferredSchedulingTerm]
    """Optional. Nodes that they rather run on: of all nodes, one with the highest sum of weights."""
    def __init__(self, required_during_scheduling_ignored_during_execution: _Optional[_Union[NodeSelector, _Mapping]] = ..., preferred_during_scheduling_ignored_during_execution: _Optional[_Iterable[_Union[PreferredSchedulingTerm, _Mapping]]] = ...) -> None:
        """Which nodes the pods run on.

        :param required_during_scheduling_ignored_during_execution: Optional. Nodes that the pods run on, and on no others.
        :param preferred_during_scheduling_ignored_during_execution: Optional. Nodes that they rather run on: of all nodes, one with the highest sum of weights.
        """

class NodeSelector(_message.Message):
    """Which nodes are meant: those that any one of the terms means."""
    __slots__ = ("node_selector_terms",)
    NODE_SELECTOR_TERMS_FIELD_NUMBER: _ClassVar[int]
    node_selector_terms: _containers.RepeatedCompositeFieldContainer[NodeSelectorTerm]
    """Required. The terms."""
    def __init__(self, node_selector_terms: _Optional[_Iterable[_Union[NodeSelectorTerm, _Mapping]]] = ...) -> None:
        """Which nodes are meant: those that any one of the terms means.

        :param node_selector_terms: Required. The terms.
        """

class NodeSelectorTerm(_message.Message):
    """Which nodes are meant: those that all of it holds for."""
    __slots__ = ("match_expressions", "match_fields")
    MATCH_EXPRESSIONS_FIELD_NUMBER: _ClassVar[int]
    MATCH_FIELDS_FIELD_NUMBER: _ClassVar[int]
    match_expressions: _containers.RepeatedCompositeFieldContainer[_selectors_pb2.LabelRequirement]
    """Optional. What the nodes' labels are held to."""
    match_fields: _containers.RepeatedCompositeFieldContainer[NodeFieldRequirement]
    """Optional. What the nodes' names are held to."""
    def __init__(self, match_expressions: _Optional[_Iterable[_Union[_selectors_pb2.LabelRequirement, _Mapping]]] = ..., match_fields: _Optional[_Iterable[_Union[NodeFieldRequirement, _Mapping]]] = ...) -> None:
        """Which nodes are meant: those that all of it holds for.

        :param match_expressions: Optional. What the nodes' labels are held to.
        :param match_fields: Optional. What the nodes' names are held to.
        """

class NodeFieldRequirement(_message.Message):
    """What the name of nodes is held to."""
    __slots__ = ("key", "operator", "values")
    KEY_FIELD_NUMBER: _ClassVar[int]
    OPERATOR_FIELD_NUMBER: _ClassVar[int]
    VALUES_FIELD_NUMBER: _ClassVar[int]
    key: str
    """Required. `metadata.name`; nodes can be told by no other field."""
    operator: str
    """Required. `In` for the node of that name, `NotIn` for every other."""
    values: _containers.RepeatedScalarFieldContainer[str]
    """Required. The one name."""
    def __init__(self, key: _Optional[str] = ..., operator: _Optional[str] = ..., values: _Optional[_Iterable[str]] = ...) -> None:
        """What the name of nodes is held to.

        :param key: Required. `metadata.name`; nodes can be told by no other field.
        :param operator: Required. `In` for the node of that name, `NotIn` for every other.
        :param values: Required. The one name.
        """

class PreferredSchedulingTerm(_message.Message):
    """Nodes that pods rather run on."""
    __slots__ = ("weight", "preference")
    WEIGHT_FIELD_NUMBER: _ClassVar[int]
    PREFERENCE_FIELD_NUMBER: _ClassVar[int]
    weight: int
    """Required. How much that counts, from 1 to 100."""
    preference: NodeSelectorTerm
    """Required. The nodes. The API server takes a preference without, which prefers nothing."""
    def __init__(self, weight: _Optional[int] = ..., preference: _Optional[_Union[NodeSelectorTerm, _Mapping]] = ...) -> None:
        """Nodes that pods rather run on.

        :param weight: Required. How much that counts, from 1 to 100.
        :param preference: Required. The nodes. The API server takes a preference without, which prefers nothing.
        """

class PodAffinity(_message.Message):
    """Which pods the pods run near, or keep away from."""
    __slots__ = ("required_during_scheduling_ignored_during_execution", "preferred_during_scheduling_ignored_during_execution")
    REQUIRED_DURING_SCHEDULING_IGNORED_DURING_EXECUTION_FIELD_NUMBER: _ClassVar[int]
    PREFERRED_DURING_SCHEDULING_IGNORED_DURING_EXECUTION_FIELD_NUMBER: _ClassVar[int]
    required_during_scheduling_ignored_during_execution: _containers.RepeatedCompositeFieldContainer[PodAffinityTerm]
    """Optional. Pods that a place must have already, unless the first of them is about to run; of an anti-affinity, pods
    that it must not have. With the application's own labels and `kubernetes.io/hostname`, an anti-affinity lets no two
    of its pods share a node.
    """
    preferred_during_scheduling_ignored_during_execution: _containers.RepeatedCompositeFieldContainer[WeightedPodAffinityTerm]
    """Optional. Pods that they rather run near, or rather keep away from."""
    def __init__(self, required_during_scheduling_ignored_during_execution: _Optional[_Iterable[_Union[PodAffinityTerm, _Mapping]]] = ..., preferred_during_scheduling_ignored_during_execution: _Optional[_Iterable[_Union[WeightedPodAffinityTerm, _Mapping]]] = ...) -> None:
        """Which pods the pods run near, or keep away from.

        :param required_during_scheduling_ignored_during_execution: Optional. Pods that a place must have already, unless the first of them is about to run; of an anti-affinity, pods that it must not have. With the application's own labels and `kubernetes.io/hostname`, an anti-affinity lets no two of its pods share a node.
        :param preferred_during_scheduling_ignored_during_execution: Optional. Pods that they rather run near, or rather keep away from.
        """

class PodAffinityTerm(_message.Message):
    """Other pods, and what counts as one place with them."""
    __slots__ = ("label_selector", "namespaces", "topology_key", "namespace_selector", "match_label_keys", "mismatch_label_keys")
    LABEL_SELECTOR_FIELD_NUMBER: _ClassVar[int]
    NAMESPACES_FIELD_NUMBER: _ClassVar[int]
    TOPOLOGY_KEY_FIELD_NUMBER: _ClassVar[int]
    NAMESPACE_SELECTOR_FIELD_NUMBER: _ClassVar[int]
    MATCH_LABEL_KEYS_FIELD_NUMBER: _ClassVar[int]
    MISMATCH_LABEL_KEYS_FIELD_NUMBER: _ClassVar[int]
    label_selector: _selectors_pb2.LabelSelector
    """Required. The pods; `{}` means every one. The API server takes a term without, which means none."""
    namespaces: _containers.RepeatedScalarFieldContainer[str]
    """Optional. Namespaces of those pods; the application's own when this and `namespaceSelector` are unset."""
    topology_key: str
    """Required. Label of nodes: those with one value are one place. `kubernetes.io/hostname` for each node by itself,
    `topology.kubernetes.io/zone` for each zone.
    """
    namespace_selector: _selectors_pb2.LabelSelector
    """Optional. Namespaces of those pods by their labels, beside `namespaces`; `{}` means every one."""
    match_label_keys: _containers.RepeatedScalarFieldContainer[str]
    """Optional. Keys of labels in which those pods are like the pod that is placed."""
    mismatch_label_keys: _containers.RepeatedScalarFieldContainer[str]
    """Optional. Keys of labels in which they are unlike it."""
    def __init__(self, label_selector: _Optional[_Union[_selectors_pb2.LabelSelector, _Mapping]] = ..., namespaces: _Optional[_Iterable[str]] = ..., topology_key: _Optional[str] = ..., namespace_selector: _Optional[_Union[_selectors_pb2.LabelSelector, _Mapping]] = ..., match_label_keys: _Optional[_Iterable[str]] = ..., mismatch_label_keys: _Optional[_Iterable[str]] = ...) -> None:
        """Other pods, and what counts as one place with them.

        :param label_selector: Required. The pods; `{}` means every one. The API server takes a term without, which means none.
        :param namespaces: Optional. Namespaces of those pods; the application's own when this and `namespaceSelector` are unset.
        :param topology_key: Required. Label of nodes: those with one value are one place. `kubernetes.io/hostname` for each node by itself, `topology.kubernetes.io/zone` for each zone.
        :param namespace_selector: Optional. Namespaces of those pods by their labels, beside `namespaces`; `{}` means every one.
        :param match_label_keys: Optional. Keys of labels in which those pods are like the pod that is placed.
        :param mismatch_label_keys: Optional. Keys of labels in which they are unlike it.
        """

class WeightedPodAffinityTerm(_message.Message):
    """Other pods, and how much being near to them, or away from them, counts."""
    __slots__ = ("weight", "pod_affinity_term")
    WEIGHT_FIELD_NUMBER: _ClassVar[int]
    POD_AFFINITY_TERM_FIELD_NUMBER: _ClassVar[int]
    weight: int
    """Required. How much that counts, from 1 to 100."""
    pod_affinity_term: PodAffinityTerm
    """Required. The pods."""
    def __init__(self, weight: _Optional[int] = ..., pod_affinity_term: _Optional[_Union[PodAffinityTerm, _Mapping]] = ...) -> None:
        """Other pods, and how much being near to them, or away from them, counts.

        :param weight: Required. How much that counts, from 1 to 100.
        :param pod_affinity_term: Required. The pods.
        """

class Toleration(_message.Message):
    """A taint of nodes that does not keep the pods away."""
    __slots__ = ("key", "operator", "value", "effect", "toleration_seconds")
    KEY_FIELD_NUMBER: _ClassVar[int]
    OPERATOR_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    EFFECT_FIELD_NUMBER: _ClassVar[int]
    TOLERATION_SECONDS_FIELD_NUMBER: _ClassVar[int]
    key: str
    """Optional. Key of the taint; any when unset, under `Exists`."""
    operator: str
    """Optional. `Equal` for taints of this value, `Exists` for taints of any. `Equal` when unset."""
    value: str
    """Optional. Value of the taint; empty when unset."""
    effect: str
    """Optional. Effect of the taint: `NoSchedule` keeps new pods away, `PreferNoSchedule` does where it can, `NoExecute`
    also ends those that run. Any when unset.
    """
    toleration_seconds: int
    """Optional. For how many seconds a pod that runs stays when such a taint comes; 0 or less ends it at once.
    For ever when unset.
    """
    def __init__(self, key: _Optional[str] = ..., operator: _Optional[str] = ..., value: _Optional[str] = ..., effect: _Optional[str] = ..., toleration_seconds: _Optional[int] = ...) -> None:
        """A taint of nodes that does not keep the pods away.

        :param key: Optional. Key of the taint; any when unset, under `Exists`.
        :param operator: Optional. `Equal` for taints of this value, `Exists` for taints of any. `Equal` when unset.
        :param value: Optional. Value of the taint; empty when unset.
        :param effect: Optional. Effect of the taint: `NoSchedule` keeps new pods away, `PreferNoSchedule` does where it can, `NoExecute` also ends those that run. Any when unset.
        :param toleration_seconds: Optional. For how many seconds a pod that runs stays when such a taint comes; 0 or less ends it at once. For ever when unset.
        """

class TopologySpreadConstraint(_message.Message):
    """How evenly pods are spread over places."""
    __slots__ = ("max_skew", "topology_key", "when_unsatisfiable", "label_selector", "min_domains", "node_affinity_policy", "node_taints_policy", "match_label_keys")
    MAX_SKEW_FIELD_NUMBER: _ClassVar[int]
    TOPOLOGY_KEY_FIELD_NUMBER: _ClassVar[int]
    WHEN_UNSATISFIABLE_FIELD_NUMBER: _ClassVar[int]
    LABEL_SELECTOR_FIELD_NUMBER: _ClassVar[int]
    MIN_DOMAINS_FIELD_NUMBER: _ClassVar[int]
    NODE_AFFINITY_POLICY_FIELD_NUMBER: _ClassVar[int]
    NODE_TAINTS_POLICY_FIELD_NUMBER: _ClassVar[int]
    MATCH_LABEL_KEYS_FIELD_NUMBER: _ClassVar[int]
    max_skew: int
    """Required. By how many pods the fullest place may exceed the emptiest, at least 1."""
    topology_key: str
    """Required. Label of nodes: those with one value are one place. `kubernetes.io/hostname` for each node by itself,
    `topology.kubernetes.io/zone` for each zone. The API server takes any text, and no node has a label of such a key.
    """
    when_unsatisfiable: str
    """Required. What becomes of a pod that fits in no place: `DoNotSchedule` lets it wait, `ScheduleAnyway` puts it where
    the difference grows least.
    """
    label_selector: _selectors_pb2.LabelSelector
    """Required. The pods that are counted; `{}` means every one of the namespace. The API server takes a constraint
    without, which counts none and spreads nothing.
    """
    min_domains: int
    """Optional. How many places there must be at least, for fewer count as one that is empty; 1 when unset."""
    node_affinity_policy: str
    """Optional. Whether nodes that the node affinity and selector rule out count: `Honor` leaves them out, `Ignore` counts
    them. `Honor` when unset.
    """
    node_taints_policy: str
    """Optional. Whether nodes with taints that the pods do not tolerate count: `Honor` leaves them out, `Ignore` counts
    them. `Ignore` when unset.
    """
    match_label_keys: _containers.RepeatedScalarFieldContainer[str]
    """Optional. Keys of labels in which counted pods are like the pod that is placed, such as `controller-revision-hash`."""
    def __init__(self, max_skew: _Optional[int] = ..., topology_key: _Optional[str] = ..., when_unsatisfiable: _Optional[str] = ..., label_selector: _Optional[_Union[_selectors_pb2.LabelSelector, _Mapping]] = ..., min_domains: _Optional[int] = ..., node_affinity_policy: _Optional[str] = ..., node_taints_policy: _Optional[str] = ..., match_label_keys: _Optional[_Iterable[str]] = ...) -> None:
        """How evenly pods are spread over places.

        :param max_skew: Required. By how many pods the fullest place may exceed the emptiest, at least 1.
        :param topology_key: Required. Label of nodes: those with one value are one place. `kubernetes.io/hostname` for each node by itself, `topology.kubernetes.io/zone` for each zone. The API server takes any text, and no node has a label of such a key.
        :param when_unsatisfiable: Required. What becomes of a pod that fits in no place: `DoNotSchedule` lets it wait, `ScheduleAnyway` puts it where the difference grows least.
        :param label_selector: Required. The pods that are counted; `{}` means every one of the namespace. The API server takes a constraint without, which counts none and spreads nothing.
        :param min_domains: Optional. How many places there must be at least, for fewer count as one that is empty; 1 when unset.
        :param node_affinity_policy: Optional. Whether nodes that the node affinity and selector rule out count: `Honor` leaves them out, `Ignore` counts them. `Honor` when unset.
        :param node_taints_policy: Optional. Whether nodes with taints that the pods do not tolerate count: `Honor` leaves them out, `Ignore` counts them. `Ignore` when unset.
        :param match_label_keys: Optional. Keys of labels in which counted pods are like the pod that is placed, such as `controller-revision-hash`.
        """
