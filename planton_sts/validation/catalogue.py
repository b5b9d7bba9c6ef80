# SPDX-License-Identifier: Apache-2.0
"""The catalogue of rules: each id that a problem can carry, what it asks for, and what follows where it is broken."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from planton_sts.descent import reachable
from planton_sts.messages import KubernetesStatefulSetStackInput, field_rules, message_rules, option, predefined_rules
from planton_sts.problems import Problem
from planton_sts.validation.checks.credentials import NO_OBJECT, TOO_LARGE
from planton_sts.validation.checks.env_sources import UNKNOWN_CONTAINER, UNKNOWN_KEY, UNKNOWN_VOLUME
from planton_sts.validation.checks.mounts import (
    BELOW_FILE,
    BLOCK,
    MOUNTED,
    MOUNTED_THERE,
    NO_BLOCK,
    NO_FILE,
    UNKNOWN,
    UNKNOWN_DEVICE,
    UNPRIVILEGED,
)
from planton_sts.validation.checks.networks import OUTSIDE
from planton_sts.validation.checks.patches import NO_PATCH
from planton_sts.validation.checks.volumes import NO_KEY

# What follows where a rule is broken: the source says nothing that can be judged; one value is as if it were unset, so
# that rules about it say nothing new; or the value is there and wrong.
UNREADABLE, UNREAD, WRONG = "unreadable", "unread", "wrong"


class Rule(NamedTuple):
    """What a rule asks for in general, and what follows where it is broken."""

    asks: str
    consequence: str = WRONG


# What loading, resolving and rendering ask for, and what is told before the engine is asked; a problem words it by what
# it found.
OF_STAGES = {
    "convert.dialect": Rule("must be what the later version of the API can say that `convert` writes for"),
    "load.duplicate_key": Rule("must be written once"),
    "load.empty": Rule("must hold a manifest", UNREADABLE),
    "load.encoding": Rule("must be text in UTF-8", UNREADABLE),
    "load.enum": Rule("must be one of the enum's names", UNREAD),
    "load.file": Rule("must be a file or folder that can be read", UNREADABLE),
    "load.kind": Rule("must be `KubernetesStatefulSet`, under `--strict-kinds`"),
    "load.limit": Rule("must stay within the bounds that untrusted text is held to", UNREADABLE),
    "load.mapping": Rule("must be a mapping with keys such as `apiVersion`, `kind` and `spec`", UNREADABLE),
    "load.one": Rule("must be exactly one manifest, for `load_one`", UNREADABLE),
    "load.oneof": Rule("must not stand beside another of the fields of which one may be set"),
    "load.override": Rule("must be a path of a field, `=` and a value", UNREADABLE),
    "load.range": Rule("must be a number that the field can hold, most from -2147483648 to 2147483647", UNREAD),
    "load.type": Rule("must be of the field's type", UNREAD),
    "load.unknown_key": Rule("must be a field of the message"),
    "load.yaml": Rule("must be valid YAML or JSON", UNREADABLE),
    "map.max_pairs": Rule("must have at most as many elements as its proto says", UNREAD),
    "render.apply": Rule("must be applied with `kubectl apply --server-side`, for it is large: a warning"),
    "render.collision": Rule(
        "must not share an object, a claim, the labels of its pods or a host name with another manifest, "
        "or use one name twice"
    ),
    "render.patch.identity": Rule("must leave kind, name, namespace and selector of the object as they are"),
    "render.patch.nothing": Rule("must change something"),
    "render.patch.rule": Rule("must leave what fields say as is asked of them, which a patch may take away"),
    "render.patch.said": Rule("must be said by the field of this API that says it"),
    "render.patch.shape": Rule("must be of the shape of the object, a strategic merge patch"),
    "render.patch.target": Rule("must be one of the objects that are rendered"),
    "render.schema": Rule("must become what Kubernetes' own schema asks for, with `planton-sts[schema]`"),
    "render.size": Rule("must become objects of at most 1.5 MiB each, which is what etcd takes"),
    "render.unchecked": Rule(
        "must be held against Kubernetes' schema by `planton-sts[schema]`, or promises nothing: an info"
    ),
    "repeated.max_items": Rule("must have at most as many elements as its proto says", UNREAD),
    "resolve.cycle": Rule("must not lead back to itself"),
    "resolve.docker_config_file": Rule("must name a file that can be read"),
    "resolve.field": Rule("must be a field with one value"),
    "resolve.limit": Rule("must lead to a value within 64 references"),
    "resolve.open": Rule("must name a resource of this run or of the values given: a warning of `validate`"),
    "resolve.secret": Rule("must not lead to a secret"),
}

# What protovalidate's own rules ask for, those that the protos use.
STANDARD = {
    "enum.defined_only": "must be one of the enum's values",
    "enum.in": "must be one of the values listed",
    "int32.gte": "must not be below the bound given",
    "int32.gte_lte": "must be a number within the bounds given",
    "int64.gte": "must be 0 or more",
    "int64.gte_lte": "must be a number within the bounds given",
    "map.keys": "must have other keys",
    "message.oneof": "must have only one of the fields",
    "required": "must be set",
    "string.address": "must be a host name or an IP address",
    "string.const": "must be exactly the text given",
    "string.in": "must be one of the texts listed",
    "string.max_bytes": "must have fewer bytes",
    "string.max_len": "must have fewer characters",
    "string.not_contains": "must have no NUL",
    "string.not_in": "must be another name; some are set for you",
    "string.well_known_regex.header_value": "must be a value of an HTTP header, on one line",
}

# Checks in Python that word it themselves.
SAID_THERE = (
    *(BELOW_FILE, BLOCK, MOUNTED, MOUNTED_THERE, NO_BLOCK, NO_FILE, UNKNOWN, UNKNOWN_DEVICE),
    UNPRIVILEGED,
    *(NO_KEY, NO_OBJECT, NO_PATCH, OUTSIDE, TOO_LARGE, UNKNOWN_CONTAINER, UNKNOWN_KEY, UNKNOWN_VOLUME),
)

# What Python checks: what CEL cannot, and what is only to be warned of.
CHECKED = {
    **{known.rule: known.message for known in SAID_THERE},
    "env_var.value.later": "must not refer by `$(NAME)` to a variable that stands later: a warning",
    "message.size": "must have fewer elements; not all rules can judge so many",
    "message.unasked": "must be a message whose rules can be asked: one of them, perhaps your own, cannot",
    "message.unknown_field": "must have no field that this version does not know: a warning, unless told otherwise",
    "service.addresses.spelling": "must be an address in its usual spelling, which the server asks for: a warning",
    "service.ports.ingress": "must have the port that the ingress leads to",
    "service.ports.required": "must be set, where `spec.container.app.ports` is empty",
    "service.ports.target_port.unknown": "must be the name of a port of one of the containers",
    "service.selector.value.never": "must be the label that all pods bear, or be left out",
    "service.session_affinity.headless": "must not be `ClientIP` for a headless Service, which has none: a warning",
    "service.traffic_distribution.deprecated": "must not be `PreferClose`, which newer servers warn of: a warning",
    "spec.container.app.env.secrets.value_from.field_path": "must be set, or nothing here can settle it: a warning",
    "spec.container.app.env.secrets.value_from.kind": "must be set, or nothing here can settle it: a warning",
    "spec.container.app.env.variables.value.circle": "must not lead back to itself by `$(NAME)`",
    "spec.container.app.env.variables.value_from.field_path": "must be set, or nothing here can settle it: a warning",
    "spec.container.app.env.variables.value_from.kind": "must be set, or nothing here can settle it: a warning",
    "spec.container.sidecars.ports.container_port.taken": "must not be the port of another container: a warning",
    "spec.container.sidecars.ports.name.taken": "must not be the name of another container's port: a warning",
    "spec.network_policy.ingress.shut": "must let in the pods that the ingress comes through: a warning",
    "spec.pod_services.name.size": "must leave room for the numbers of the pods: 63 characters with them",
    "spec.pod_services.of_each": "must not be set in `spec.podServices`, where each Service needs one of its own",
    "spec.pod_services.pods": "must be for 1,000 pods at most",
    "string.variable.unknown": "must not refer by `$(NAME)` to what is no variable, but nearly one: a warning",
    "string.whole_bytes.rounded": "must be a whole number of bytes, or the server rounds it up: a warning",
    "string.whole_bytes.unit": "must have a unit, where a number of bytes is next to nothing: a warning",
    "volume_mount.mount_path.below_read_only": (
        "must not be below a claim that is mounted read-only, unless that holds the folder: a warning"
    ),
}

# What those rules of the protos ask for in general that word their message by the value.
WORDED = {
    "label_requirement.values": (
        "must hold a value under `In` and `NotIn`, none under `Exists` and `DoesNotExist`, "
        "and one whole number under `Gt` and `Lt`"
    ),
    "spec.hardened": "must stand beside nothing that the restricted Pod Security Standard forbids",
    "spec.plain": "must stand beside `selector`, and beside what has no default then",
    "spec.volume_claim_templates.size": "must be a quantity such as `10Gi`, `1.5Ti` or `500Mi`",
    "string.quantity": "must be a quantity such as `10Gi`, `1.5Ti`, `500Mi` or `250m`",
    "string.whole_bytes": "must count whole bytes",
}


@cache
def catalogue() -> dict[str, Rule]:
    """Every rule, by id."""
    in_protos = {rule.id: rule.message or WORDED[rule.id] for rule in _rules()}
    of_messages = {rule: Rule(asks) for rule, asks in (STANDARD | CHECKED | in_protos).items()}
    return dict(sorted((OF_STAGES | of_messages).items()))


def is_unreadable(problem: Problem) -> bool:
    """Whether the source of the problem says nothing that can be judged."""
    return problem.rule in OF_STAGES and OF_STAGES[problem.rule].consequence == UNREADABLE


def is_unread(problem: Problem) -> bool:
    """Whether the value at the problem's path is as if it were unset."""
    return bool(problem.path) and problem.rule in OF_STAGES and OF_STAGES[problem.rule].consequence != WRONG


def _rules() -> Iterator[Any]:
    """The rules in CEL of every message of the API, and of their fields."""
    for message in reachable(KubernetesStatefulSetStackInput.DESCRIPTOR):
        yield from option(message, message_rules).cel
        for field in message.fields:
            yield from _of_field(option(field, field_rules))


def _of_field(rules: Any) -> Iterable[Any]:
    """The rules in CEL that one FieldRules holds: its own, predefined ones, and those of keys, values and elements."""
    yield from rules.cel
    kind = rules.WhichOneof("type")
    for held, value in getattr(rules, kind).ListFields() if kind else ():
        if held.is_extension:
            yield from option(held, predefined_rules).cel
        elif held.message_type is field_rules.message_type:
            yield from _of_field(value)
