# SPDX-License-Identifier: Apache-2.0
"""Valid manifests: those of the examples and golden cases, and any that hypothesis can think of."""

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from planton_sts import KubernetesStatefulSet, KubernetesStatefulSetStackInput, load_one
from planton_sts.application import Application
from planton_sts.references import Resources
from planton_sts.resolution import resolve
from planton_sts.variables import POD_FACTS
from tables import HERE, ROOT

EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
CASES = {
    **{path.stem: path for path in EXAMPLES},
    **{path.parent.name: path for path in sorted((HERE / "golden").glob("*/input.yaml"))},
}

# What the platform adds to the manifest of a case.
ADDED: dict[str, dict[str, Any]] = {
    "everything": {
        "docker_config_json": '{"auths": {}}',
        "platform": {
            "gateway_class": "nginx",
            "external_gateway_address": "outside.example.com",
            "internal_gateway_address": "inside.example.com",
            "ingress_namespace": "gateways",
            "cluster_issuer": "letsencrypt",
            "cluster_domain": "cluster.example",
        },
    },
}


def case(name: str) -> KubernetesStatefulSetStackInput:
    """The stack input of a golden case."""
    return KubernetesStatefulSetStackInput(target=manifest(CASES[name]), **ADDED.get(name, {}))


def application(stack_input: KubernetesStatefulSetStackInput) -> Application:
    """The application that a valid stack input without references describes."""
    resolved = KubernetesStatefulSetStackInput()
    resolved.CopyFrom(stack_input)
    resolve(resolved, Resources())
    return Application.of(resolved)


def manifest(path: Path) -> KubernetesStatefulSet:
    """The message of a manifest file."""
    message = load_one(path.read_bytes()).message
    assert isinstance(message, KubernetesStatefulSet)
    return message


# What a variable or an argument can hold.
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
LABEL = st.from_regex(r"[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?", fullmatch=True)
WORD = st.from_regex(r"[a-z]([-a-z0-9]{0,10}[a-z0-9])?", fullmatch=True)
PART = st.from_regex(r"[a-z0-9]([-a-z0-9]{0,10}[a-z0-9])?", fullmatch=True)
SUBDOMAIN = st.lists(PART, min_size=1, max_size=3).map(".".join)
WORKLOAD = WORD | st.from_regex(r"[a-z][-a-z0-9]{50}[a-z0-9]", fullmatch=True)
ENV_NAME = st.from_regex(r"[A-Z_][A-Z0-9_.]{0,12}", fullmatch=True) | st.sampled_from([*POD_FACTS])
PORT_NAME = st.from_regex(r"[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,7})?", fullmatch=True)
LABEL_VALUE = st.from_regex(r"([A-Za-z0-9]([-A-Za-z0-9_.]{0,10}[A-Za-z0-9])?)?", fullmatch=True)
DATA_KEY = st.from_regex(r"[A-Za-z0-9_-][-A-Za-z0-9_.]{0,12}", fullmatch=True)
FILE_PATH = st.lists(DATA_KEY, min_size=1, max_size=3).map("/".join)
PORT = st.integers(1, 65535)
COUNT = st.integers(0, 2**31 - 1)
MODE = st.integers(0, 0o777)
PROTOCOL = st.sampled_from(["TCP", "UDP", "SCTP"])
IMAGE = st.sampled_from(["postgres", "ghcr.io/acme/ledger", "localhost:5000/a"])
TAG = st.sampled_from(["16.4", "1e3", "sha256:" + "0a" * 32, "1@sha512:" + "0a" * 64])
AMOUNT = st.integers(1, 99).map(str)
BYTES = st.builds("{}{}".format, AMOUNT, st.sampled_from(["", "k", "Mi", "Gi", "e3"]))
SIZE = BYTES | st.sampled_from(["1.5Ti", ".5Gi", "+1G"])
FORBIDDEN = {"app", "kube-root-ca.crt"}


def some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Any selection of the fields."""
    return st.fixed_dictionaries({}, optional=fields)


def up_to(count: int, element: st.SearchStrategy[Any], *keys: str) -> st.SearchStrategy[list[Any]]:
    """A list in which each of the keys is unique."""
    return st.lists(element, max_size=count, unique_by=tuple(lambda held, key=key: held.get(key) for key in keys))


FILES = st.dictionaries(DATA_KEY, TEXT, max_size=3)

# No process starts in less than 4 MiB; requests without limits are below every limit.
DEVICES = some(**{"nvidia.com/gpu": st.sampled_from(["0", "1", "2k"]), "example.com/a_b": AMOUNT})
LIMITS = st.fixed_dictionaries(
    {"cpu": AMOUNT},
    optional={
        "memory": st.sampled_from(["0", "4Mi", "5e6", "1.5Gi", "+1G"]),
        "others": st.builds(
            dict.__or__, DEVICES, some(**{"ephemeral-storage": BYTES, "hugepages-2Mi": st.sampled_from(["0", "4Mi"])})
        ),
    },
)
RESOURCES = (
    some(limits=LIMITS)
    | some(requests=some(cpu=AMOUNT, memory=BYTES))
    | DEVICES.map(lambda devices: {"limits": {"others": devices}, "requests": {"others": devices}})
)

APP_PORT = st.fixed_dictionaries(
    {
        "name": PORT_NAME,
        "container_port": PORT,
        "service_port": PORT,
        "network_protocol": PROTOCOL,
        "app_protocol": st.sampled_from(["tcp", "http", "grpc", "kubernetes.io/h2c"]),
    }
)

FIELD_PATH = st.sampled_from(["metadata.name", "metadata.uid", "spec.nodeName", "status.hostIPs"]) | st.builds(
    "metadata.{}['{}']".format, st.sampled_from(["labels", "annotations"]), PART
)
RESOURCE = st.fixed_dictionaries(
    {"resource": st.sampled_from(["limits.memory", "requests.ephemeral-storage", "limits.hugepages-2Mi"])},
    optional={"divisor": st.sampled_from(["0", "1", "1k", "1Mi"]), "container_name": st.just("app")},
) | st.fixed_dictionaries({"resource": st.just("limits.cpu")}, optional={"divisor": st.sampled_from(["1", "1m"])})
# No ConfigMap of the manifest's own is called so.
ELSEWHERE = SUBDOMAIN.map(lambda name: f"elsewhere.{name}")
OPTIONAL = {"optional": st.booleans()}
KEY_OF_OTHER = st.fixed_dictionaries({"name": ELSEWHERE, "key": DATA_KEY}, optional=OPTIONAL)
VALUE_FROM = st.one_of(
    st.fixed_dictionaries({"field_ref": st.fixed_dictionaries({"field_path": FIELD_PATH})}),
    st.fixed_dictionaries({"resource_field_ref": RESOURCE}),
    st.fixed_dictionaries({"config_map_key_ref": KEY_OF_OTHER}),
    st.fixed_dictionaries({"secret_key_ref": KEY_OF_OTHER}),
)
VARIABLE = some(value=TEXT) | st.fixed_dictionaries({"value_from": VALUE_FROM})


def variables(directories: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    """What a variable may hold, where the directories are those that start empty."""
    file = {"volume_name": st.sampled_from(directories), "path": FILE_PATH, "key": DATA_KEY}
    read = st.fixed_dictionaries(file, optional=OPTIONAL).map(lambda found: {"value_from": {"file_key_ref": found}})
    return VARIABLE | read if directories else VARIABLE


ALL_OF_OTHER = st.fixed_dictionaries({"name": SUBDOMAIN}, optional=OPTIONAL)
ENV_FROM = st.lists(
    st.sampled_from(["config_map_ref", "secret_ref"]).flatmap(
        lambda source: st.fixed_dictionaries({source: ALL_OF_OTHER}, optional={"prefix": ENV_NAME})
    ),
    max_size=2,
)
ID = st.integers(0, 2**31 - 1)
PROFILE = st.sampled_from(["RuntimeDefault", "Unconfined"]).map(lambda kind: {"type": kind}) | FILE_PATH.map(
    lambda path: {"type": "Localhost", "localhost_profile": path}
)
SELINUX = some(user=TEXT, role=TEXT, type=TEXT, level=TEXT)
CAPABILITY = st.sampled_from(["ALL", "NET_ADMIN", "IPC_LOCK"])
SECURITY_CONTEXT = some(
    privileged=st.just(value=False),
    run_as_user=st.integers(1, 2**31 - 1),
    run_as_group=ID,
    run_as_non_root=st.booleans(),
    read_only_root_filesystem=st.booleans(),
    capabilities=some(add=st.lists(CAPABILITY, max_size=2), drop=st.lists(CAPABILITY, max_size=2)),
    seccomp_profile=PROFILE,
    allow_privilege_escalation=st.booleans(),
    proc_mount=st.just("Default"),
    se_linux_options=SELINUX,
    app_armor_profile=PROFILE,
) | st.just({"privileged": True, "allow_privilege_escalation": True})
PLACE = FILE_PATH.map(lambda path: f"/{path}")
PROGRAM = some(args=st.lists(TEXT, max_size=3), command=st.lists(TEXT, max_size=2).map(lambda rest: ["run", *rest]))
# What containers of all kinds have.
OWN = {
    "working_dir": PLACE,
    "image_pull_policy": st.sampled_from(["Always", "IfNotPresent", "Never"]),
    "security_context": SECURITY_CONTEXT,
    "termination_message_path": PLACE,
    "termination_message_policy": st.sampled_from(["File", "FallbackToLogsOnError"]),
    "stdin": st.booleans(),
    "stdin_once": st.booleans(),
    "tty": st.booleans(),
}

SIDECAR = st.fixed_dictionaries(
    {"name": LABEL.filter(lambda name: name != "app"), "image": IMAGE},
    optional={
        "resources": RESOURCES,
        "env": up_to(3, st.builds(lambda name, variable: {"name": name, **variable}, ENV_NAME, VARIABLE), "name"),
        "env_from": ENV_FROM,
        **OWN,
    },
)

LABELS = st.dictionaries(WORD, LABEL_VALUE, max_size=2)
ANNOTATIONS = st.dictionaries(DATA_KEY.map(lambda key: f"a{key}z"), TEXT, max_size=2)
ACCESS_MODE = st.sampled_from(["ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany"])
OPERATOR = st.sampled_from(["In", "NotIn"])
REQUIREMENT = st.fixed_dictionaries(
    {"key": WORD, "operator": OPERATOR, "values": LABEL_VALUE.map(lambda value: [value])}
) | st.fixed_dictionaries({"key": WORD, "operator": st.sampled_from(["Exists", "DoesNotExist"])})
SELECTOR = some(match_labels=LABELS, match_expressions=st.lists(REQUIREMENT, max_size=2))
CLAIMED = some(volume_attributes_class_name=SUBDOMAIN, selector=SELECTOR)
SOURCE = st.fixed_dictionaries({"kind": st.just("PersistentVolumeClaim"), "name": SUBDOMAIN}) | st.fixed_dictionaries(
    {"api_group": SUBDOMAIN, "kind": st.just("VolumeSnapshot"), "name": SUBDOMAIN}
)
FILLED = st.builds(lambda key, source: {key: source}, st.sampled_from(["data_source", "data_source_ref"]), SOURCE)
TEMPLATE = st.builds(
    lambda *parts: {key: value for part in parts for key, value in part.items()},
    st.fixed_dictionaries(
        {"name": LABEL, "size": SIZE},
        optional={
            "storage_class": SUBDOMAIN,
            "access_modes": st.lists(ACCESS_MODE, max_size=2) | st.just(["ReadWriteOncePod"]),
            "labels": LABELS,
            "annotations": ANNOTATIONS,
            "volume_mode": st.sampled_from(["Filesystem", "Block"]),
            "namespace": TEXT,
        },
    ),
    CLAIMED,
    some() | FILLED,
)

KEYED = some(default_mode=MODE) | st.fixed_dictionaries(
    {"key": DATA_KEY}, optional={"path": FILE_PATH, "default_mode": MODE}
)

SECRET_REF = st.fixed_dictionaries({"name": SUBDOMAIN, "key": DATA_KEY}, optional=OPTIONAL)
SECRET = st.fixed_dictionaries({"value": TEXT}) | st.fixed_dictionaries({"secret_ref": SECRET_REF})
HEADER = st.fixed_dictionaries({"name": st.just("X-Probe")}, optional={"value": LABEL_VALUE})
ADDRESS = st.one_of(st.ip_addresses(v=4), st.ip_addresses(v=6).filter(lambda ip: not ip.ipv4_mapped)).map(str)
HOST = st.sampled_from(["127.0.0.1", "localhost", "::1"])

HTTP_GET = some(
    path=FILE_PATH, scheme=st.sampled_from(["HTTP", "HTTPS"]), host=HOST, http_headers=st.lists(HEADER, max_size=2)
)

BUDGET = st.one_of(
    some(enabled=st.booleans(), name=SUBDOMAIN),
    *(
        st.fixed_dictionaries({"enabled": st.booleans(), bound: st.sampled_from(["0", "2", "007", "0%", "50%"])})
        for bound in ("min_available", "max_unavailable")
    ),
)

METADATA = st.fixed_dictionaries(
    {"name": WORKLOAD},
    optional={
        "id": LABEL_VALUE,
        "org": LABEL_VALUE,
        "env": LABEL_VALUE,
        "labels": st.dictionaries(
            WORD.filter(lambda key: key not in FORBIDDEN)
            | WORD.map(lambda key: f"kubernetes.project-planton.org/{key}"),
            LABEL_VALUE,
            max_size=3,
        ),
        "annotations": st.dictionaries(DATA_KEY.map(lambda key: f"a{key}z"), TEXT, max_size=3),
        "tags": st.lists(TEXT, max_size=2),
    },
)

PLATFORM = some(
    gateway_class=SUBDOMAIN,
    external_gateway_address=SUBDOMAIN,
    internal_gateway_address=SUBDOMAIN,
    ingress_namespace=LABEL,
    cluster_issuer=SUBDOMAIN,
    cluster_domain=SUBDOMAIN,
)


@st.composite
def probes(draw: st.DrawFn, ports: list[dict[str, Any]], *, is_readiness: bool) -> dict[str, Any]:
    """A probe of a container that has the ports."""
    names = [st.fixed_dictionaries({"port_name": st.sampled_from([port["name"] for port in ports])})] if ports else []
    port = draw(st.one_of(st.fixed_dictionaries({"port_number": PORT}), *names))
    handlers = [
        {"http_get": {**port, **draw(HTTP_GET)}},
        {"tcp_socket": {**port, **draw(some(host=HOST))}},
        {"grpc": {"port": draw(PORT), "service": draw(TEXT)}},
        {"exec": {"command": ["true", *draw(st.lists(TEXT, max_size=2))]}},
    ]
    numbers = some(
        initial_delay_seconds=COUNT,
        period_seconds=COUNT,
        timeout_seconds=COUNT,
        failure_threshold=COUNT,
        success_threshold=COUNT if is_readiness else st.integers(0, 1),
        **({} if is_readiness else {"termination_grace_period_seconds": st.integers(1, 2**63 - 1)}),
    )
    return {**draw(st.sampled_from(handlers)), **draw(numbers)}


@st.composite
def lifecycles(draw: st.DrawFn, ports: list[dict[str, Any]]) -> dict[str, Any]:
    """What is done when a container that has the ports starts and stops."""
    names = [st.fixed_dictionaries({"port_name": st.sampled_from([port["name"] for port in ports])})] if ports else []
    port = draw(st.one_of(st.fixed_dictionaries({"port_number": PORT}), *names))
    handlers: list[dict[str, Any]] = [
        {"exec": {"command": ["true", *draw(st.lists(TEXT, max_size=2))]}},
        {"http_get": {**port, **draw(HTTP_GET)}},
        {"sleep": {}},
    ]
    stops = [*handlers, {"tcp_socket": {"port_number": draw(PORT), **draw(some(host=HOST))}}]
    return draw(some(post_start=st.sampled_from(handlers), pre_stop=st.sampled_from(stops)))


@st.composite
def whole(draw: st.DrawFn, container: dict[str, Any]) -> dict[str, Any]:
    """The container with the probes and the acts of one that goes on."""
    ports = [port for port in container.get("ports", []) if "name" in port]
    asked = some(
        liveness_probe=probes(ports, is_readiness=False),
        readiness_probe=probes(ports, is_readiness=True),
        startup_probe=probes(ports, is_readiness=False),
        lifecycle=lifecycles(ports),
    )
    return {**container, **draw(PROGRAM), **draw(asked)}


@st.composite
def beside(draw: st.DrawFn, taken: list[int], volumes: list[str], blocks: list[str]) -> dict[str, list[dict[str, Any]]]:
    """The containers beside the application's own; some have ports, mounts and devices."""
    containers = draw(up_to(4, SIDECAR, "name"))
    for container in containers:
        container["volume_mounts"] = draw(named_mounts(volumes))
        container["volume_devices"] = draw(devices(blocks))
    numbers = draw(st.lists(PORT.filter(lambda port: port not in taken), max_size=3, unique=True))
    for container, number in zip(containers * 2, numbers, strict=False):
        ports = container.setdefault("ports", [])
        ports.append({"container_port": number, **draw(some(protocol=PROTOCOL))})
        ports[0]["name"] = draw(PORT_NAME)
    cut = draw(st.integers(0, len(containers)))
    inits = [
        draw(whole({**container, "restart_policy": "Always"}) if draw(st.booleans()) else PROGRAM.map(container.__or__))
        for container in containers[cut:]
    ]
    sidecars = [draw(whole(container)) for container in containers[:cut]]
    order = draw(st.just([]) | st.permutations(["app", *(container["name"] for container in sidecars)]))
    return {"sidecars": sidecars, "init_containers": inits, "order": order}


@st.composite
def volume_mounts(
    draw: st.DrawFn,
    templates: list[str],
    config_maps: list[str],
    config_files: dict[str, dict[str, str]],
    taken: list[str],
) -> list[dict[str, Any]]:
    """Mounts of claim templates, and of volumes that the mounts declare; some mounted or declared twice."""
    own = SUBDOMAIN.filter(lambda name: name not in {*config_maps, *config_files})
    sources: list[st.SearchStrategy[dict[str, Any]]] = [
        st.builds(lambda name, keyed: {"config_map": {"name": name, **keyed}}, own, KEYED),
        st.builds(lambda name, keyed: {"secret": {"name": name, **keyed}}, SUBDOMAIN, KEYED),
        st.builds(lambda path: {"host_path": {"path": f"/{path}"}}, FILE_PATH),
        some(size_limit=BYTES, medium=st.just("Memory")).map(lambda limits: {"empty_dir": limits}),
        st.builds(lambda claim, ro: {"pvc": {"claim_name": claim, "read_only": ro}}, SUBDOMAIN, st.booleans()),
    ]
    if config_maps:
        sources.append(st.sampled_from(config_maps).map(lambda name: {"config_map": {"name": name, "key": name}}))
    sources += [
        st.sampled_from([*files]).map(lambda file, name=name: {"config_map": {"name": name, "key": file}})
        for name, files in config_files.items()
        if files
    ]
    if templates:
        sources.append(
            st.builds(
                lambda name, ro: {"pvc": {"claim_name": name, "read_only": ro}},
                st.sampled_from(templates),
                st.booleans(),
            )
        )
    free = LABEL.filter(lambda name: name not in [*templates, *taken])
    declared = draw(st.dictionaries(free, st.one_of(sources), max_size=4))
    volumes = [{"name": name, **source} for name, source in declared.items()]
    known = [*volumes, *({"name": name} for name in [*templates, *declared])]
    volumes += draw(st.lists(st.sampled_from(known), max_size=3)) if known else []
    return [
        {**volume, "mount_path": f"/mnt/{index}", **draw(within(declared.get(volume["name"], {})))}
        for index, volume in enumerate(volumes)
    ]


def within(source: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """What of a volume of this source a mount may show: where its one file is known, nothing else."""
    keyed = source.get("config_map") or source.get("secret") or {}
    file = keyed.get("path") or keyed.get("key")
    return some(read_only=st.booleans(), sub_path=st.just(file) if file else FILE_PATH)


# One file's path never leads below another's.
ITEM = st.fixed_dictionaries({"key": DATA_KEY}, optional={"mode": MODE})
ITEMS = st.lists(st.tuples(ITEM, FILE_PATH), max_size=2).map(
    lambda items: [{**item, "path": f"{index}-{path}"} for index, (item, path) in enumerate(items)]
)
FIELD = st.sampled_from(["metadata.name", "metadata.labels", "metadata.annotations['a.b/c']"])
AMOUNT_OF = st.sampled_from(
    [{"resource": "limits.cpu", "divisor": "1m"}, {"resource": "requests.memory", "divisor": "1Mi"}]
)
FACT = st.builds(lambda path: {"field_ref": {"field_path": path}}, FIELD) | st.builds(
    lambda amount: {"resource_field_ref": {"container_name": "app", **amount}}, AMOUNT_OF
)
FACTS = st.lists(FACT, max_size=2).map(
    lambda facts: [{**fact, "path": f"f{index}"} for index, fact in enumerate(facts)]
)
TOKEN = st.builds(
    lambda rest: {"service_account_token": {"path": "token", **rest}},
    some(audience=TEXT, expiration_seconds=st.integers(600, 2**32)),
)
MAY_LACK = some(optional=st.booleans())
READ_ONLY = some(read_only=st.booleans())
EPHEMERAL = st.builds(
    lambda metadata, spec, rest: {"ephemeral": {"volume_claim_template": {"metadata": metadata, "spec": spec | rest}}},
    some(labels=LABELS, annotations=ANNOTATIONS),
    st.fixed_dictionaries(
        {
            "access_modes": st.lists(ACCESS_MODE, min_size=1, max_size=3),
            "resources": st.just({"requests": {"storage": "1Gi"}}),
        },
        optional={"storage_class_name": st.just("") | SUBDOMAIN, "volume_mode": st.just("Filesystem")},
    ),
    CLAIMED,
)


def with_source(kind: str, *parts: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    """A volume of the kind, of which the parts say what it is."""
    return st.tuples(*parts).map(lambda told: {kind: {key: one for part in told for key, one in part.items()}})


def pod_volumes(config_maps: dict[str, list[str]]) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Volumes in Kubernetes' own form; of the ConfigMaps that are rendered, each with its files, all is known."""
    files = [(name, file) for name, held in config_maps.items() for file in held]
    elsewhere = SUBDOMAIN.filter(lambda name: name not in config_maps)
    config_map = st.builds(lambda name, items: {"name": name, "items": items}, elsewhere, ITEMS) | st.builds(
        lambda file: {"name": file[0], "items": [{"key": file[1], "path": "a"}]},
        st.sampled_from(files) if files else st.nothing(),
    )
    secret = st.builds(lambda name, items: {"secret_name": name, "items": items}, SUBDOMAIN, ITEMS)
    mode = some(default_mode=MODE)
    projected = st.lists(
        st.one_of(
            with_source("config_map", elsewhere.map(lambda name: {"name": name}), MAY_LACK),
            with_source("secret", SUBDOMAIN.map(lambda name: {"name": name}), MAY_LACK),
        ),
        max_size=2,
    )
    sources = st.one_of(
        with_source("config_map", config_map, mode, MAY_LACK),
        with_source("secret", secret, mode, MAY_LACK),
        with_source("empty_dir", some(size_limit=BYTES, medium=st.just("Memory"))),
        with_source("host_path", FILE_PATH.map(lambda path: {"path": f"/{path}"})),
        with_source("persistent_volume_claim", SUBDOMAIN.map(lambda name: {"claim_name": name}), READ_ONLY),
        with_source(
            "projected",
            st.builds(
                lambda sources, token, facts: {"sources": [*sources, *token, {"downward_api": {"items": facts}}]},
                projected,
                st.lists(TOKEN, max_size=1),
                FACTS,
            ),
            mode,
        ),
        with_source("downward_api", FACTS.map(lambda items: {"items": items}), mode),
        with_source("nfs", ADDRESS.map(lambda server: {"server": server, "path": "/exports"}), READ_ONLY),
        with_source(
            "csi",
            LABEL.map(lambda driver: {"driver": driver}),
            some(fs_type=WORD, volume_attributes=ANNOTATIONS, read_only=st.booleans()),
        ),
        EPHEMERAL,
        with_source(
            "image",
            st.tuples(IMAGE).map(lambda image: {"reference": image[0]}),
            some(pull_policy=st.sampled_from(["Always", "Never"])),
        ),
    )
    return up_to(3, st.builds(lambda name, source: {"name": name, **source}, LABEL, sources), "name")


@st.composite
def named_mounts(draw: st.DrawFn, names: list[str], start: int = 0) -> list[dict[str, Any]]:
    """Mounts of volumes that stand elsewhere, each at a path of its own."""
    if not names:
        return []
    told = some(
        read_only=st.booleans(),
        sub_path_expr=st.just("$(K8S_POD_NAME)"),
        mount_propagation=st.sampled_from(["None", "HostToContainer"]),
    ) | st.just({"read_only": True, "recursive_read_only": "IfPossible"})
    return [
        {"name": draw(st.sampled_from(names)), "mount_path": f"/named/{index}", **draw(told)}
        for index in range(start, start + draw(st.integers(0, 2)))
    ]


def devices(names: list[str]) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Some of the volumes that have no files, as devices."""
    return (
        st.lists(st.sampled_from(names), unique=True).map(
            lambda some: [{"name": name, "device_path": f"/dev/{name}"} for name in some]
        )
        if names
        else st.just([])
    )


SHARE = st.sampled_from(["1", "3", "1%", "100%"])
RETENTION = st.sampled_from(["Retain", "Delete"])
ROLLOUT = some(
    update_strategy=some(type=st.just("RollingUpdate"), rolling_update=some(partition=COUNT, max_unavailable=SHARE))
    | st.just({"type": "OnDelete"}),
    min_ready_seconds=COUNT,
    revision_history_limit=COUNT,
    ordinals=some(start=st.integers(0, 1000)),
    persistent_volume_claim_retention_policy=some(when_deleted=RETENTION, when_scaled=RETENTION),
)

SYSCTL = st.fixed_dictionaries({"name": st.lists(PART, min_size=1, max_size=3).map("/".join)}, optional={"value": TEXT})
SECURITY = some(
    run_as_user=ID,
    run_as_group=ID,
    run_as_non_root=st.booleans(),
    fs_group=ID,
    fs_group_change_policy=st.sampled_from(["Always", "OnRootMismatch"]),
    supplemental_groups=st.lists(ID, max_size=3),
    supplemental_groups_policy=st.sampled_from(["Merge", "Strict"]),
    sysctls=up_to(2, SYSCTL, "name"),
    seccomp_profile=PROFILE,
    app_armor_profile=PROFILE,
    se_linux_options=SELINUX,
)
POD_DNS = st.fixed_dictionaries(
    {"nameservers": st.lists(ADDRESS, min_size=1, max_size=3)},
    optional={
        "searches": st.lists(SUBDOMAIN, max_size=3),
        "options": st.lists(st.fixed_dictionaries({"name": WORD}, optional={"value": TEXT}), max_size=2),
    },
)
LABELS = st.dictionaries(WORD, LABEL_VALUE, max_size=2)
VALUES = st.lists(LABEL_VALUE, min_size=1, max_size=2)


def requirement(*operators: str) -> st.SearchStrategy[dict[str, Any]]:
    """What a label is held to, by one of the operators, or by whether it is there."""
    by_values = st.fixed_dictionaries({"key": WORD, "operator": st.sampled_from(["In", "NotIn"]), "values": VALUES})
    by_presence = st.fixed_dictionaries({"key": WORD, "operator": st.sampled_from(["Exists", "DoesNotExist"])})
    number = st.integers(0, 10**18 - 1).map(lambda number: [str(number)])
    by_size = [
        st.fixed_dictionaries({"key": WORD, "operator": st.just(operator), "values": number}) for operator in operators
    ]
    return st.one_of(by_values, by_presence, *by_size)


SELECTOR = some(match_labels=LABELS, match_expressions=st.lists(requirement(), max_size=2))
NODE_NAME = st.fixed_dictionaries(
    {
        "key": st.just("metadata.name"),
        "operator": st.sampled_from(["In", "NotIn"]),
        "values": SUBDOMAIN.map(lambda name: [name]),
    }
)
NODES = some(
    match_expressions=st.lists(requirement("Gt", "Lt"), min_size=1, max_size=2),
    match_fields=st.lists(NODE_NAME, min_size=1, max_size=2),
).filter(bool)
WEIGHT = st.integers(1, 100)
# Keys that no selector of these has, for they begin with a letter.
LIKE, UNLIKE = (st.lists(st.sampled_from([f"{digit}a", f"{digit}b"]), unique=True, max_size=2) for digit in "12")
PODS = st.fixed_dictionaries(
    {"label_selector": SELECTOR, "topology_key": WORD},
    optional={
        "namespaces": st.lists(LABEL, max_size=2),
        "namespace_selector": SELECTOR,
        "match_label_keys": LIKE,
        "mismatch_label_keys": UNLIKE,
    },
)
PODS_AFFINITY = some(
    required_during_scheduling_ignored_during_execution=st.lists(PODS, max_size=2),
    preferred_during_scheduling_ignored_during_execution=st.lists(
        st.fixed_dictionaries({"weight": WEIGHT, "pod_affinity_term": PODS}), max_size=2
    ),
)
AFFINITY = some(
    node_affinity=some(
        required_during_scheduling_ignored_during_execution=st.fixed_dictionaries(
            {"node_selector_terms": st.lists(NODES, min_size=1, max_size=2)}
        ),
        preferred_during_scheduling_ignored_during_execution=st.lists(
            st.fixed_dictionaries({"weight": WEIGHT, "preference": NODES}), max_size=2
        ),
    ),
    pod_affinity=PODS_AFFINITY,
    pod_anti_affinity=PODS_AFFINITY,
)
EFFECT = st.sampled_from(["", "NoSchedule", "PreferNoSchedule", "NoExecute"])
TOLERATION = st.one_of(
    st.fixed_dictionaries({"operator": st.just("Exists")}, optional={"key": WORD, "effect": EFFECT}),
    st.fixed_dictionaries(
        {"key": WORD}, optional={"operator": st.just("Equal"), "value": LABEL_VALUE, "effect": EFFECT}
    ),
    st.fixed_dictionaries(
        {
            "key": WORD,
            "effect": st.just("NoExecute"),
            "toleration_seconds": st.integers(-(2**63), 2**63 - 1),
        }
    ),
)
WHETHER = st.sampled_from(["", "Honor", "Ignore"])
SPREAD = st.one_of(
    st.fixed_dictionaries(
        {
            "max_skew": st.integers(1, 2**31 - 1),
            "topology_key": WORD,
            "when_unsatisfiable": st.just(wish),
            "label_selector": SELECTOR,
        },
        optional={"node_affinity_policy": WHETHER, "node_taints_policy": WHETHER, "match_label_keys": LIKE, **more},
    )
    for wish, more in (("DoNotSchedule", {"min_domains": st.integers(1, 2**31 - 1)}), ("ScheduleAnyway", {}))
)
PLACEMENT: dict[str, st.SearchStrategy[Any]] = {
    "node_selector": LABELS,
    "affinity": AFFINITY,
    "tolerations": st.lists(TOLERATION, max_size=2),
    "topology_spread_constraints": up_to(2, SPREAD, "topology_key"),
    "priority_class_name": SUBDOMAIN,
    "scheduler_name": TEXT,
    "name": TEXT,
    "namespace": TEXT,
    "runtime_class_name": SUBDOMAIN,
}
POD = some(
    **PLACEMENT,
    labels=st.dictionaries(WORD.filter(lambda key: key not in FORBIDDEN), LABEL_VALUE, max_size=3),
    annotations=st.dictionaries(DATA_KEY.map(lambda key: f"a{key}z"), TEXT, max_size=3),
    termination_grace_period_seconds=st.integers(0, 2**63 - 1),
    security_context=SECURITY,
    automount_service_account_token=st.booleans(),
    image_pull_secrets=st.lists(SUBDOMAIN.map(lambda name: {"name": name}), max_size=2),
    share_process_namespace=st.just(value=False),
    enable_service_links=st.booleans(),
    host_network=st.booleans(),
    host_pid=st.booleans(),
    host_ipc=st.booleans(),
    dns_policy=st.sampled_from(["ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"]),
    dns_config=POD_DNS,
    host_aliases=up_to(
        2, st.fixed_dictionaries({"ip": ADDRESS}, optional={"hostnames": st.lists(SUBDOMAIN, max_size=2)}), "ip"
    ),
).filter(lambda pod: pod.get("dns_policy") != "None" or "dns_config" in pod)

LABELS = st.dictionaries(WORD, LABEL_VALUE, max_size=2)
VALUES = st.lists(LABEL_VALUE, min_size=1, max_size=2)


def requirement(*operators: str) -> st.SearchStrategy[dict[str, Any]]:
    """What a label is held to, by one of the operators, or by whether it is there."""
    by_values = st.fixed_dictionaries({"key": WORD, "operator": st.sampled_from(["In", "NotIn"]), "values": VALUES})
    by_presence = st.fixed_dictionaries({"key": WORD, "operator": st.sampled_from(["Exists", "DoesNotExist"])})
    number = st.integers(0, 10**18 - 1).map(lambda number: [str(number)])
    by_size = [
        st.fixed_dictionaries({"key": WORD, "operator": st.just(operator), "values": number}) for operator in operators
    ]
    return st.one_of(by_values, by_presence, *by_size)


SELECTOR = some(match_labels=LABELS, match_expressions=st.lists(requirement(), max_size=2))

OWN_LABELS = st.dictionaries(WORD.filter(lambda key: key not in FORBIDDEN), LABEL_VALUE, max_size=2)
ANNOTATIONS = st.dictionaries(DATA_KEY.map(lambda key: f"a{key}z"), TEXT, max_size=2)
POLICY_RULE = st.fixed_dictionaries(
    {
        "api_groups": st.lists(SUBDOMAIN | st.sampled_from(["", "*"]), min_size=1, max_size=2).filter(
            lambda groups: not any(re.fullmatch("v[0-9]+", group) for group in groups)
        ),
        "resources": st.lists(WORD | st.sampled_from(["*", "pods/log", "*/scale"]), min_size=1, max_size=2),
        "verbs": st.lists(st.sampled_from(["get", "list", "create", "*"]), min_size=1, max_size=2),
    },
    optional={"resource_names": st.lists(SUBDOMAIN, max_size=2)},
)
RULES = st.lists(POLICY_RULE, max_size=2)
SERVICE_ACCOUNT = st.one_of(
    some(
        name=SUBDOMAIN,
        create=st.just(value=True),
        labels=OWN_LABELS,
        annotations=ANNOTATIONS,
        rules=RULES,
        role_name=SUBDOMAIN,
    ),
    st.fixed_dictionaries({"name": SUBDOMAIN, "create": st.just(value=False)}, optional={"rules": RULES}),
)

IP_BLOCK = st.sampled_from(
    [
        {"cidr": "10.0.0.0/8", "excluded": ["10.1.0.0/16"]},
        {"cidr": "0.0.0.0/0"},
        {"cidr": "::/0", "excluded": ["2001:db8::/32", "fe80::/10"]},
    ]
)
SELECTED = some(pod_selector=SELECTOR, namespace_selector=SELECTOR).filter(bool)
PEERS = st.lists(SELECTED | st.fixed_dictionaries({"ip_block": IP_BLOCK}), max_size=2)
LOW_PORT = st.integers(1, 1024).map(str)
NETWORK_PORTS = st.lists(
    some(protocol=PROTOCOL, port=LOW_PORT | PORT_NAME)
    | st.fixed_dictionaries({"port": LOW_PORT, "end_port": st.integers(1024, 65535)}),
    max_size=2,
)
COMING = st.lists(some(peers=PEERS, ports=NETWORK_PORTS), max_size=2)
LEAVING = st.lists(some(to=PEERS, ports=NETWORK_PORTS), max_size=2)
NETWORK_POLICY = some(
    policy_types=st.just(["Egress", "Ingress"]),
    allow_same_application=st.booleans(),
    allow_dns=st.booleans(),
    ingress=COMING,
    egress=LEAVING,
    name=SUBDOMAIN,
) | st.fixed_dictionaries({"policy_types": st.just(["Egress"]), "egress": LEAVING})

PARENT = st.fixed_dictionaries(
    {"name": SUBDOMAIN},
    optional={
        "namespace": LABEL,
        "section_name": SUBDOMAIN,
        "port": PORT,
        "group": st.sampled_from(["", "gateway.networking.k8s.io"]),
        "kind": st.sampled_from(["", "Gateway", "Service"]),
    },
)
URL_PATH = st.sampled_from(["/", "/a/", "/a/b.c/~d/%41;e=f"])
PATH = some(path=URL_PATH, path_type=st.sampled_from(["Prefix", "Exact"]))
CLASS_PATH = PATH | st.just({"path": "/a(/|$)(.*)", "path_type": "ImplementationSpecific"})
WAY_IN = st.one_of(
    some(tls_secret_name=SUBDOMAIN).flatmap(lambda secret: PATH.map(lambda path: {**secret, **path})),
    st.builds(lambda parents, path: {"parent_refs": parents, **path}, up_to(2, PARENT, "name"), PATH),
    st.builds(
        lambda of_class, path: {**of_class, **path},
        st.fixed_dictionaries({"ingress_class_name": SUBDOMAIN}, optional={"tls_secret_name": SUBDOMAIN}),
        CLASS_PATH,
    ),
)


# What no field says, and is accepted beside all that they say.
OF_PODS: list[dict[str, Any]] = [
    {"setHostnameAsFQDN": True},
    {"preemptionPolicy": "Never"},
    {"readinessGates": [{"conditionType": "example.com/ready"}]},
]
PATCHES = st.lists(st.sampled_from(OF_PODS), max_size=2, unique_by=str).map(
    lambda pods: [
        {"target": {"kind": "StatefulSet"}, "patch": json.dumps({"spec": {"template": {"spec": pod}}})} for pod in pods
    ]
)


def narrowing(spec: dict[str, Any]) -> set[str]:
    """The labels by which the Services choose among the pods."""
    services = [*spec["services"], *(spec.get(field, {}) for field in ("service", "headless_service", "pod_services"))]
    return {key for service in services for key in service.get("selector", {})}


SPREAD_OVER = some(
    across=st.sampled_from(["", "kubernetes.io/hostname", "topology.kubernetes.io/zone"]),
    mode=st.sampled_from(["", "preferred", "required"]),
)
SAFE_PROFILE = PROFILE.filter(lambda profile: profile["type"] != "Unconfined")
SAFE = some(
    run_as_user=st.integers(1, 2**31 - 1),
    run_as_non_root=st.just(value=True),
    fs_group=ID,
    sysctls=up_to(
        2, st.fixed_dictionaries({"name": st.sampled_from(["net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem"])}), "name"
    ),
    seccomp_profile=SAFE_PROFILE,
    app_armor_profile=SAFE_PROFILE,
    se_linux_options=some(type=st.sampled_from(["", "container_t"]), level=TEXT),
)


SAFE_IN_CONTAINER = some(
    privileged=st.just(value=False),
    run_as_user=st.integers(1, 2**31 - 1),
    allow_privilege_escalation=st.just(value=False),
    capabilities=some(add=st.just(["NET_BIND_SERVICE"]), drop=st.lists(st.sampled_from(["KILL", "ALL"]), max_size=2)),
    seccomp_profile=SAFE_PROFILE,
)


def harden(draw: st.DrawFn, spec: dict[str, Any]) -> None:
    """Ask for what is restricted, and for nothing that contradicts it."""
    containers, pod = spec["container"], spec["pod"]
    app = containers["app"]
    refused = {one["name"] for one in (*pod["volumes"], *app["volume_mounts"]) if one.keys() & {"host_path", "nfs"}}
    pod["volumes"] = without(refused, pod["volumes"])
    for container in (app, *containers.get("sidecars", ()), *containers.get("init_containers", ())):
        container["volume_mounts"] = without(refused, container.get("volume_mounts", ()))
        container.pop("lifecycle", None)
        container["security_context"] = draw(SAFE_IN_CONTAINER)
        for port in (*container.get("ports", ()), *container.get("container_ports", ())):
            port.pop("host_port", None)
            port.pop("host_ip", None)
        for probe in ("liveness_probe", "readiness_probe", "startup_probe"):
            for handler in ("http_get", "tcp_socket"):
                container.get(probe, {}).get(handler, {}).pop("host", None)
    for name in ("host_network", "host_pid", "host_ipc"):
        pod.pop(name, None)
    spec["hardened"], pod["security_context"] = True, draw(SAFE)


def without(names: set[str], named: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """What has none of the names."""
    return [one for one in named if one["name"] not in names]


def kept(labels: dict[str, str], keys: Iterable[str]) -> dict[str, str]:
    """The labels of these keys."""
    return {key: labels[key] for key in keys if key in labels}


def without_defaults(spec: dict[str, Any]) -> dict[str, Any]:
    """What a spec says for a plain rendering, in which what no cluster does without must be set."""
    templates = [{"access_modes": ["ReadWriteOnce"]} | template for template in spec["volume_claim_templates"]]
    availability = spec["availability"]
    if "pod_disruption_budget" in availability:
        budget = availability["pod_disruption_budget"]
        bound = {} if {"min_available", "max_unavailable"} & budget.keys() else {"max_unavailable": "1"}
        availability = {**availability, "pod_disruption_budget": budget | bound}
    return {
        "plain": True,
        "availability": availability,
        "volume_claim_templates": [
            {**template, "access_modes": template["access_modes"] or ["ReadWriteMany"]} for template in templates
        ],
    }


# Services' names start with a letter; those of `spec.services` begin with `x`, so that no two Services share one.
SERVICE_NAME = st.from_regex(r"[a-w][-a-z0-9]{0,20}[a-z]-y", fullmatch=True)
POLICY = st.sampled_from(["Cluster", "Local"])
FAMILIES = some(ip_family_policy=st.sampled_from(["SingleStack", "PreferDualStack"]), ip_families=st.just(["IPv4"]))
RANGE = st.ip_addresses(v=4).map(lambda ip: f"{ip}/32")
BESIDE = some(
    labels=st.dictionaries(WORD.filter(lambda key: key not in FORBIDDEN), LABEL_VALUE, max_size=2),
    annotations=st.dictionaries(DATA_KEY.map(lambda key: f"a{key}z"), TEXT, max_size=2),
    selector=st.dictionaries(WORD.filter(lambda key: key not in FORBIDDEN), LABEL_VALUE, max_size=2),
    publish_not_ready_addresses=st.booleans(),
    internal_traffic_policy=POLICY,
    traffic_distribution=st.sampled_from(["PreferSameZone", "PreferSameNode"]),
)
STICKY = some(session_affinity=st.just("None")) | st.fixed_dictionaries(
    {"session_affinity": st.just("ClientIP")},
    optional={"session_affinity_config": some(client_ip=some(timeout_seconds=st.integers(1, 86400)))},
)


def together(*parts: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    """One message of which each of the strategies says a part."""
    return st.tuples(*parts).map(lambda said: {key: value for part in said for key, value in part.items()})


@st.composite
def services(draw: st.DrawFn, ports: list[str], *, is_shared: bool = True) -> dict[str, Any]:
    """A Service to pods whose containers have ports of these names; for each pod one where it is not shared."""
    kind = draw(st.sampled_from(["", "ClusterIP", "NodePort", "LoadBalancer"]))
    known = {"name": draw(PORT_NAME), "target_port": draw(st.sampled_from(["", *ports]) | PORT.map(str))}
    own = draw(up_to(2, st.fixed_dictionaries({"port": PORT}, optional={"protocol": PROTOCOL}), "port"))
    service = {"type": kind, **draw(BESIDE), **draw(FAMILIES), **draw(STICKY)}
    service["ports"] = [{**known, "name": f"p{index}", **port} for index, port in enumerate(own)]
    if kind in {"NodePort", "LoadBalancer"}:
        service["external_traffic_policy"] = draw(POLICY)
        if is_shared and own:
            service["ports"][0]["node_port"] = draw(st.integers(30000, 30999))
    if kind == "LoadBalancer":
        service |= draw(
            some(
                load_balancer_class=SUBDOMAIN.map(lambda name: f"{name}/a"),
                load_balancer_source_ranges=st.lists(RANGE, max_size=2),
                allocate_load_balancer_node_ports=st.booleans(),
            )
        )
    if kind == "LoadBalancer" and is_shared:
        service |= draw(some(load_balancer_ip=st.ip_addresses(v=4).map(str)))
        if service["external_traffic_policy"] == "Local":
            service |= draw(some(health_check_node_port=st.integers(31000, 31999)))
    return service


def part(services: list[dict[str, Any]]) -> None:
    """Leave each port of nodes, and each address, to the first of the Services that asks for it."""
    taken = set()
    for service in services:
        holders = [(service, "health_check_node_port"), (service, "load_balancer_ip")]
        for holder, name in [*holders, *((port, "node_port") for port in service.get("ports", ()))]:
            if holder.get(name) in taken:
                del holder[name]
            taken |= {holder[name]} if name in holder else set()


@st.composite
def all_services(draw: st.DrawFn, ports: list[str], *, has_ingress: bool, replicas: int) -> dict[str, Any]:
    """What a manifest says of its Services."""
    shared = services(ports).filter(lambda service: bool(ports or service["ports"]))
    each = services(ports, is_shared=False).filter(lambda service: bool(ports or service["ports"]))
    if has_ingress:
        shared = shared.map(lambda service: {**service, "ports": []})
    more = draw(st.lists(shared, max_size=2))
    headless = some(
        create=st.booleans(),
        name=SERVICE_NAME.map(lambda name: f"{name}-h"),
        cluster_ip=st.just("None"),
        type=st.sampled_from(["", "ClusterIP"]),
    )
    named = some(name=SERVICE_NAME) if has_ingress else some(name=SERVICE_NAME, create=st.booleans())
    said = some(
        service=together(shared, named),
        headless_service=together(headless, BESIDE, FAMILIES),
    )
    found = {**draw(said), "services": [{"name": f"x{index}", **service} for index, service in enumerate(more)]}
    part([found.get("service", {}), *found["services"]])
    if "name" not in found.get("headless_service", {}):
        found |= draw(some(service_name=SERVICE_NAME.map(lambda name: f"{name}-h")))
    taken = [port for service in (found.get("service", {}), *found["services"]) for port in on_nodes(service)]
    assume(len(taken) == len(set(taken)))
    if replicas <= 1_000:
        found |= draw(some(pod_services=each))
    return found


def on_nodes(service: dict[str, Any]) -> list[int]:
    """The ports that the Service asks for on every node."""
    asked = [*service.get("ports", ()), {"node_port": service.get("health_check_node_port")}]
    return [port["node_port"] for port in asked if port.get("node_port")]


@st.composite
def stack_inputs(draw: st.DrawFn) -> KubernetesStatefulSetStackInput:
    """Any valid stack input whose references are settled."""
    templates = draw(up_to(3, TEMPLATE, "name"))
    contents = draw(st.dictionaries(SUBDOMAIN.filter(lambda name: name not in FORBIDDEN), TEXT | FILES, max_size=3))
    config_maps = {name: text for name, text in contents.items() if isinstance(text, str)}
    config_files = {name: files for name, files in contents.items() if isinstance(files, dict)}
    ports = draw(up_to(3, APP_PORT, "name", "container_port", "service_port"))
    taken = [port["container_port"] for port in ports]
    numbers = draw(st.lists(PORT.filter(lambda number: number not in taken), max_size=2, unique=True))
    # Nothing but the node's port of the same number is right under `hostNetwork` too.
    open_ports = [
        {"container_port": number, **draw(some(protocol=PROTOCOL, host_port=st.just(number)))} for number in numbers
    ]
    for port in open_ports:
        port.update(draw(some(host_ip=ADDRESS)) if "host_port" in port else {})
    names = draw(st.lists(ENV_NAME, max_size=6, unique=True))
    cut, end = sorted(draw(st.tuples(*[st.integers(0, len(names))] * 2)))
    blocks = [template["name"] for template in templates if template.get("volume_mode") == "Block"]
    claims = [template["name"] for template in templates if template["name"] not in blocks]
    mounts = draw(volume_mounts(claims, list(config_maps), config_files, blocks))
    variable = variables([mount["name"] for mount in mounts if "empty_dir" in mount])
    mounted = {*blocks, *claims, *(mount["name"] for mount in mounts)}
    held = {**{name: [name] for name in config_maps}, **{name: list(files) for name, files in config_files.items()}}
    volumes = [volume for volume in draw(pod_volumes(held)) if volume["name"] not in mounted]
    mountable = [*mounted - set(blocks), *(volume["name"] for volume in volumes)]
    image = st.builds(lambda repo, tag: {"repo": repo, "tag": tag}, IMAGE, TAG) | IMAGE.map(
        lambda reference: {"reference": reference}
    )
    app = {
        "image": {**draw(image), **draw(some(pull_secret_name=SUBDOMAIN))},
        "ports": ports,
        "container_ports": open_ports,
        "env": {
            "variables": {name: {"value": draw(TEXT)} for name in names[:cut]},
            "secrets": {name: draw(SECRET) for name in names[cut:end]},
            "entries": [{"name": name, **draw(variable)} for name in names[end:]],
        },
        "volume_mounts": [*mounts, *draw(named_mounts([volume["name"] for volume in volumes]))],
        "volume_devices": draw(devices(blocks)),
        **draw(
            some(
                env_from=ENV_FROM,
                resources=RESOURCES,
                lifecycle=lifecycles(ports),
                liveness_probe=probes(ports, is_readiness=False),
                readiness_probe=probes(ports, is_readiness=True),
                startup_probe=probes(ports, is_readiness=False),
                **OWN,
            )
        ),
        **draw(PROGRAM),
    }
    tcp = [port for port in ports if port["network_protocol"] == "TCP"]
    if len(tcp) > 1:
        draw(st.sampled_from(tcp))["is_ingress_port"] = True
    availability, rollout = draw(some(replicas=COUNT, pod_disruption_budget=BUDGET)), draw(ROLLOUT)
    if rollout.get("ordinals", {}).get("start", 0) + availability.get("replicas", 1) >= 2**31:
        del rollout["ordinals"]
    has_ingress, port_names = bool(tcp) and draw(st.booleans()), [port["name"] for port in ports]
    spec = {
        "namespace": {"value": draw(LABEL)},
        "container": {"app": app, **draw(beside([*taken, *numbers], sorted(mountable), blocks))},
        "volume_claim_templates": templates,
        "config_maps": config_maps,
        "patches": draw(PATCHES),
        "config_files": {name: {"files": files} for name, files in config_files.items()},
        "ingress": {
            "enabled": has_ingress,
            "hostname": f"{draw(PART)}.{draw(WORD)}.example",
            "annotations": draw(ANNOTATIONS),
            **draw(WAY_IN),
        },
        "availability": availability,
        **rollout,
        **draw(all_services(port_names, has_ingress=has_ingress, replicas=availability.get("replicas", 1))),
        "pod": {**draw(POD), "volumes": volumes},
        **draw(
            some(
                network_policy=NETWORK_POLICY,
                service_account=SERVICE_ACCOUNT,
                spread=SPREAD_OVER,
                create_namespace=st.booleans(),
                pod_management_policy=st.sampled_from(["", "OrderedReady", "Parallel"]),
            )
        ),
    }
    selector = draw(st.dictionaries(WORD.filter(lambda key: key not in narrowing(spec)), LABEL_VALUE, max_size=2))
    if selector:
        spec["selector"] = {"match_labels": {**selector, **kept(spec.get("pod", {}).get("labels", {}), selector)}}
        spec |= draw(st.sampled_from([{}, without_defaults(spec)]))
    if draw(st.booleans()):
        harden(draw, spec)
    target = {
        "api_version": "kubernetes.project-planton.org/v1",
        "kind": "KubernetesStatefulSet",
        "metadata": draw(METADATA),
        "spec": spec,
    }
    around = some(platform=PLATFORM, docker_config_json=st.just('{"auths": {}}'))
    return KubernetesStatefulSetStackInput(target=target, **draw(around))
