# SPDX-License-Identifier: Apache-2.0
"""What is told of a manifest: as text, as JSON, as a picture."""

import json
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from planton_sts.description import Description, as_dict, description, mermaid, text
from planton_sts.description.collect import evictions
from planton_sts.description.gates import passes_when
from planton_sts.description.layout import cut, table
from planton_sts.description.phrases import evictions as allowed
from planton_sts.description.phrases import left_behind as kept
from planton_sts.description.phrases import ready, resources, scale_down, sized, start, update
from valid import CASES, application, case

MOST = 2**31 - 1


def told(name: str, **spec: Any) -> Description:
    """The description of a case, with some of its spec replaced."""
    stack_input = case(name)
    stack_input.target.spec.MergeFrom(type(stack_input.target.spec)(**spec))
    return description(application(stack_input))


KAFKA = """\
kafka in namespace messaging: 3 pods of confluentinc/cp-kafka:7.7.1

  Objects      Namespace messaging · ServiceAccount kafka
               Service kafka-headless · StatefulSet kafka · Service kafka
               PodDisruptionBudget kafka
  Pods         kafka-0  kafka-0.kafka-headless.messaging.svc.cluster.local
               kafka-1  kafka-1.kafka-headless.messaging.svc.cluster.local
               kafka-2  kafka-2.kafka-headless.messaging.svc.cluster.local
  Resources    cpu 500m and memory 2Gi, at most cpu 2000m and memory 4Gi
  Variables    K8S_POD_ID, K8S_POD_NAME, K8S_POD_NAMESPACE and K8S_POD_IP tell
               each pod of itself
  Storage      data  3 x 100Gi = 300Gi  class fast-ssd  ReadWriteOnce
               logs  3 x 10Gi = 30Gi    default class   ReadWriteOnce
               330Gi in 6 claims
  Claims       data-kafka-0 … data-kafka-2 · logs-kafka-0 … logs-kafka-2
  Start        all at once
  Ready        when port kafka accepts a connection (asked every 10s)
  Update       kafka-2 down to kafka-0, each when the one before is ready
  Scale down   from kafka-2 down, all at once
  Left behind  data-kafka-2 and logs-kafka-2 stay when kafka-2 goes; every claim
               outlives the StatefulSet, but not Namespace messaging
  Evictions    1 of 3 pods at a time (maxUnavailable 1)
  Reach it     kafka.messaging.svc.cluster.local:9092
               ports 9092 (kafka) and 9093 (controller)
               kubectl port-forward -n messaging service/kafka 9092:9092
"""

ELASTICSEARCH = """\
elasticsearch in namespace search: 1 pod of
docker.elastic.co/elasticsearch/elasticsearch:8.15.3

  Objects      Namespace search · ServiceAccount elasticsearch
               Service elasticsearch-headless · StatefulSet elasticsearch
               Service elasticsearch
               Certificate elasticsearch-ingress-cert in istio-ingress
               Gateway elasticsearch-external in istio-ingress
               Gateway elasticsearch-internal in istio-ingress
               HTTPRoute elasticsearch-http-external-redirect
               HTTPRoute elasticsearch-https-external
               HTTPRoute elasticsearch-http-internal-redirect
               HTTPRoute elasticsearch-https-internal
  Init         map-count  busybox:1.37
  Pods         elasticsearch-0.elasticsearch-headless.search.svc.cluster.local
  Resources    cpu 500m and memory 2Gi, at most cpu 2000m and memory 4Gi
  Variables    K8S_POD_ID, K8S_POD_NAME, K8S_POD_NAMESPACE and K8S_POD_IP tell
               each pod of itself
  Storage      data  100Gi  default class  ReadWriteOnce
  Claims       data-elasticsearch-0
  Start        elasticsearch-0, the only pod
  Ready        when port http accepts a connection (asked every 5s, restarted
               after 300s)
  Update       elasticsearch-0 stops, then starts anew; nothing answers
               meanwhile
  Scale down   elasticsearch-0, the only pod
  Left behind  data-elasticsearch-0 stays when elasticsearch-0 goes; every claim
               outlives the StatefulSet, but not Namespace search
  Evictions    not bounded: there is no disruption budget
  Reach it     elasticsearch.search.svc.cluster.local:9200
               ports 9200 (http) and 9300 (transport)
               https://search.example.com
               https://internal-search.example.com from the private network
               kubectl port-forward -n search service/elasticsearch 9200:9200
"""

LEDGER = """\
ledger in namespace books: no pods of acme/ledger:2.0

  Objects      ServiceAccount ledger · Service ledger-headless
               StatefulSet ledger · Service ledger
  Sidecars     log-shipper  fluent/fluent-bit:3.1
               proxy
                 envoyproxy/envoy@sha256:9caabbf6238b189a65d0d6e6ac138de60d6a1c419e5a341fbbb7c78382559c6e
  Pods         none
  Resources    cpu 50m and memory 100Mi, at most cpu 1000m and memory 1Gi
  Variables    K8S_POD_ID, K8S_POD_NAME, K8S_POD_NAMESPACE and K8S_POD_IP tell
               each pod of itself
  Storage      none of the pods' own
  Start        nothing: there are no pods
  Ready        once the containers run: there is no startup or readiness probe
  Update       nothing: there are no pods
  Scale down   nothing: there are no pods
  Left behind  nothing: the pods have no storage of their own
  Evictions    nothing: there are no pods
  Reach it     ledger.books.svc.cluster.local:80
               kubectl port-forward -n books service/ledger 80:80
"""


@pytest.mark.parametrize(
    ("name", "spec", "expected"),
    [
        pytest.param("kafka", {}, KAFKA, id="several pods and templates"),
        pytest.param("elasticsearch", {}, ELASTICSEARCH, id="one pod behind an ingress"),
        pytest.param("sidecars", {"availability": {"replicas": 0}}, LEDGER, id="nothing runs"),
    ],
)
def test_text(name: str, spec: dict[str, Any], expected: str) -> None:
    """Each section, to the letter."""
    assert text(told(name, **spec)) == expected


@pytest.mark.parametrize("name", ["kafka", "garage", "mongodb", "postgres", "redis-cluster", "visits"])
def test_width(name: str) -> None:
    """What has no overlong names fits a terminal."""
    assert max(map(len, text(told(name)).splitlines())) <= 80


def test_many_pods() -> None:
    """The pods in the middle are counted, not listed."""
    lines = text(told("garage", availability={"replicas": MOST})).splitlines()
    assert "               … 2,147,483,643 more" in lines
    assert "               about 22Ei in 4,294,967,294 claims" in lines
    assert any("garage-2147483646.garage-headless" in line for line in lines)


def test_no_port() -> None:
    """Without a port there is no Service that clients could use."""
    assert "no port is declared, so there are only the host names of the pods" in text(told("smallest"))


def test_no_service() -> None:
    alone = told("adopted-alone")
    assert "no Service leads to the pods" in text(alone)
    assert "Service" not in mermaid(alone)
    assert [pod.host for pod in alone.pods] == [""]


def test_protocols() -> None:
    """A port that does not speak TCP says what it speaks."""
    assert "ports 53/UDP (dns), 53 (dns-tcp) and 2905/SCTP (signal)" in text(told("udp"))


@pytest.mark.parametrize(
    ("policy", "replicas", "expected"),
    [
        pytest.param(
            "OrderedReady",
            3,
            (
                "kafka-0 up to kafka-2, each when the one before is ready",
                "kafka-2 down to kafka-0, each when the one before is ready",
                "kafka-2 down to kafka-0, each when the one before is gone",
            ),
            id="ordered",
        ),
        pytest.param(
            "Parallel",
            3,
            (
                "all at once",
                "kafka-2 down to kafka-0, each when the one before is ready",
                "from kafka-2 down, all at once",
            ),
            id="parallel pods are updated one at a time all the same",
        ),
        pytest.param(
            "Parallel",
            1,
            (
                "kafka-0, the only pod",
                "kafka-0 stops, then starts anew; nothing answers meanwhile",
                "kafka-0, the only pod",
            ),
            id="one",
        ),
        pytest.param("OrderedReady", 0, ("nothing: there are no pods",) * 3, id="none"),
    ],
)
def test_order(policy: str, replicas: int, expected: tuple[str, str, str]) -> None:
    """The order of start, of update and of scale-down."""
    found = told("kafka", pod_management_policy=policy, availability={"replicas": replicas})
    assert (
        start(found.start),
        update(found.update, found.rollout, found.replicas),
        scale_down(found.scale_down),
    ) == expected


@pytest.mark.parametrize(
    ("name", "replicas", "expected"),
    [
        pytest.param("mongodb", 3, "data-mongodb-2 stays when mongodb-2 goes; every claim outlives the StatefulSet"),
        pytest.param("mongodb", 0, "the claims of former pods; every claim outlives the StatefulSet"),
        pytest.param(
            "kafka",
            2,
            "data-kafka-1 and logs-kafka-1 stay when kafka-1 goes; "
            "every claim outlives the StatefulSet, but not Namespace messaging",
            id="a Namespace of the manifest takes the claims with it",
        ),
        pytest.param("smallest", 3, "nothing: the pods have no storage of their own"),
    ],
)
def test_left_behind(name: str, replicas: int, expected: str) -> None:
    """What outlives the pods."""
    assert kept(told(name, availability={"replicas": replicas})) == expected


@pytest.mark.parametrize(
    ("budget", "replicas", "expected"),
    [
        ({}, 3, "not bounded: there is no disruption budget"),
        ({"minAvailable": 2}, 3, "1 of 3 pods at a time (minAvailable 2)"),
        ({"minAvailable": 0}, 3, "3 of 3 pods at a time (minAvailable 0)"),
        ({"minAvailable": "50%"}, 3, "1 of 3 pods at a time (minAvailable 50%)"),
        ({"minAvailable": "34%"}, 3, "1 of 3 pods at a time (minAvailable 34%)"),
        ({"minAvailable": "33%"}, 3, "2 of 3 pods at a time (minAvailable 33%)"),
        ({"minAvailable": "007%"}, 100, "93 of 100 pods at a time (minAvailable 007%)"),
        ({"maxUnavailable": 1}, 3, "1 of 3 pods at a time (maxUnavailable 1)"),
        ({"maxUnavailable": 7}, 3, "3 of 3 pods at a time (maxUnavailable 7)"),
        ({"maxUnavailable": "1%"}, 3, "1 of 3 pods at a time (maxUnavailable 1%)"),
        ({"maxUnavailable": "50%"}, 3, "2 of 3 pods at a time (maxUnavailable 50%)"),
        ({"maxUnavailable": "50%"}, MOST, "1,073,741,824 of 2,147,483,647 pods at a time (maxUnavailable 50%)"),
        ({"minAvailable": 1}, 1, "none, ever: minAvailable 1 of 1 pod, so that draining their nodes never ends"),
        ({"minAvailable": 5}, 3, "none, ever: minAvailable 5 of 3 pods, so that draining their nodes never ends"),
        ({"minAvailable": "67%"}, 3, "none, ever: minAvailable 67% of 3 pods, so that draining their nodes never ends"),
        ({"maxUnavailable": 0}, 3, "none, ever: maxUnavailable 0 of 3 pods, so that draining their nodes never ends"),
        (
            {"maxUnavailable": "0%"},
            2,
            "none, ever: maxUnavailable 0% of 2 pods, so that draining their nodes never ends",
        ),
        ({"minAvailable": 1}, 0, "nothing: there are no pods"),
    ],
)
def test_evictions(budget: dict[str, int | str], replicas: int, expected: str) -> None:
    """How many pods may go; a percentage of either bound is rounded up."""
    assert allowed(evictions(budget, replicas), replicas) == expected


def test_default_budget() -> None:
    """A budget that says no more than that it is enabled keeps one pod."""
    found = told("postgres", availability={"pod_disruption_budget": {"enabled": True}})
    assert (found.evictions.budget, found.evictions.blocked) == ("minAvailable 1", True)


@pytest.mark.parametrize(
    ("probe", "expected"),
    [
        ({"httpGet": {"port": "http", "path": "/health"}}, "GET /health on port http answers 200 to 399"),
        ({"httpGet": {"port": 80}}, "GET / on port 80 answers 200 to 399"),
        (
            {"httpGet": {"port": 443, "scheme": "HTTPS", "host": "db.local"}},
            "HTTPS GET / on port 443 of db.local answers 200 to 399",
        ),
        ({"tcpSocket": {"port": "db"}}, "port db accepts a connection"),
        ({"grpc": {"port": 9090}}, "gRPC on port 9090 answers SERVING"),
        ({"grpc": {"port": 9090, "service": "a\x1b[1m"}}, "gRPC on port 9090 answers SERVING for `a\\x1b[1m`"),
        ({"exec": {"command": ["pg_isready", "-U", "a b"]}}, "`pg_isready -U 'a b'` succeeds"),
        (
            {"exec": {"command": ["sh", "-c", "true\n" * 20]}},
            "`sh -c 'true\\ntrue\\ntrue\\ntrue\\ntrue\\ntrue\\ntrue…` succeeds",
        ),
    ],
)
def test_probes(probe: dict[str, Any], expected: str) -> None:
    """What makes a probe succeed, on one line that cannot steer a terminal."""
    assert passes_when(probe) == expected


def test_gates() -> None:
    """Readiness is asked after startup has succeeded."""
    assert ready(told("everything").gates) == (
        "when port 8080 of localhost accepts a connection (asked every 10s, restarted after 30s), then "
        "when HTTPS GET /ready?full=1 on port http of 127.0.0.1 answers 200 to 399 (asked every 10s, 2 times in a row)"
    )


def test_delay() -> None:
    """A probe that is asked late says so."""
    assert ready(told("visits").gates).endswith("(asked every 10s, first after 10s)")


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        (Fraction(0), "0"),
        (Fraction(3 * 10 * 2**30), "30Gi"),
        (Fraction(10**11 + 10 * 2**30), "about 103.1Gi"),
        (MOST * Fraction(2**63 - 1), "about 17,179,869,176Ei"),
    ],
)
def test_sizes(total: Fraction, expected: str) -> None:
    """Exact where that is short."""
    assert sized(total) == expected


def test_wide_table() -> None:
    """What does not fit beside the rest goes below it."""
    assert table([("a", "b" * 9), ("c", "d")], 10) == ["a", "  bbbbbbbbb", "c  d"]


def test_cut() -> None:
    """Six are shown; of seven, four."""
    assert cut("abcdef") == list("abcdef")
    assert cut("abcdefg") == ["a", "b", "c", "…", "g"]


def test_services() -> None:
    """Each Service of the manifest's own says where it is, and the pods are named by the one that it names."""
    shown = text(told("services"))
    reach = ["broker-clients", "broker-write", "broker-read", "broker-1", "broker-2"]
    lines = [f"{name}.messaging.svc.cluster.local:5672\n" for name in reach]
    assert [shown.index(line) for line in lines] == sorted(shown.index(line) for line in lines)
    assert "broker-1.brokers.messaging.svc.cluster.local" in shown
    assert "Service broker-clients<br>" in mermaid(told("services"))


@pytest.mark.parametrize(
    ("across", "mode", "expected"),
    [
        ("", "", "on nodes of their own, as far as there is room"),
        ("kubernetes.io/hostname", "required", "on nodes of their own; a pod waits for its place"),
        ("zone", "preferred", "evenly across zone, as far as there is room"),
        ("zone", "required", "evenly across zone; a pod waits for its place"),
    ],
)
def test_spread(across: str, mode: str, expected: str) -> None:
    """Which places the pods get, and whether they wait for them."""
    assert f"  Spread       {expected}\n" in text(told("kafka", spread={"across": across, "mode": mode}))


def test_hardened() -> None:
    """What the pods are held to."""
    assert "  Hardened     to the restricted Pod Security Standard\n" in text(told("postgres-hardened"))


def test_no_service_for_clients() -> None:
    """Where the manifest wants none, clients reach the pods by the Service that names them."""
    described = told("adopted-service")
    assert "cache.cache.svc.cluster.local:6379\n" in text(described)
    assert "_service[" not in mermaid(described)


def test_json() -> None:
    """The keys that programs rely on, and amounts as quantities."""
    found = json.loads(json.dumps(as_dict(told("kafka"))))
    assert list(found) == [
        "name",
        "namespace",
        "replicas",
        "podManagementPolicy",
        "containers",
        "initContainers",
        "objects",
        "patched",
        "pods",
        "spread",
        "hardened",
        "storage",
        "start",
        "rollout",
        "update",
        "scaleDown",
        "retention",
        "leftBehind",
        "gates",
        "evictions",
        "ports",
        "others",
        "outputs",
    ]
    assert found["pods"][2] == {
        "ordinal": 2,
        "name": "kafka-2",
        "host": "kafka-2.kafka-headless.messaging.svc.cluster.local",
        "claims": ["data-kafka-2", "logs-kafka-2"],
    }
    assert found["storage"]["templates"][0] == {
        "template": "data",
        "size": "100Gi",
        "total": "300Gi",
        "storageClass": "fast-ssd",
        "accessModes": ["ReadWriteOnce"],
        "first": "data-kafka-0",
        "last": "data-kafka-2",
    }
    assert (found["storage"]["claims"], found["storage"]["total"]) == (6, "330Gi")
    assert found["start"] == {"first": "kafka-0", "last": "kafka-2", "waitsFor": None}
    assert found["leftBehind"] == ["data-kafka-2", "logs-kafka-2"]
    assert found["evictions"] == {"budget": "maxUnavailable 1", "atOnce": 1, "blocked": False}
    assert found["outputs"]["kubeEndpoint"] == "kafka.messaging.svc.cluster.local:9092"


PICTURE = """\
flowchart LR
  subgraph a0["elasticsearch in namespace search"]
    a0_external(["https://search.example.com"]) --> a0_service
    a0_internal(["https://internal-search.example.com"]) --> a0_service
    a0_service["Service elasticsearch<br>http 9200, transport 9300"] --> a0_set
    a0_headless["Service elasticsearch-headless<br>names the pods"] --> a0_set
    a0_set["StatefulSet elasticsearch<br>1 pod"]
    a0_set --> a0_pod0("elasticsearch-0")
    a0_pod0 --> a0_pod0_claim0[("data-elasticsearch-0<br>100Gi")]
  end
  subgraph a1["a in namespace b"]
    a1_headless["Service a-headless<br>names the pods"] --> a1_set
    a1_set["StatefulSet a<br>1 pod"]
    a1_set --> a1_pod0("a-0")
  end
"""


def test_an_ingress_of_a_class_has_one_way_in() -> None:
    """There is no host name for the private network, and no scheme that nobody serves."""
    lines = text(told("elasticsearch", ingress={"ingress_class_name": "nginx"})).splitlines()
    assert any("http://search.example.com" in line for line in lines)
    assert not any("internal-" in line or "Gateway" in line for line in lines)


def test_mermaid() -> None:
    """Several applications stand in one picture, each in a frame of its own."""
    assert mermaid(told("elasticsearch"), told("smallest")) == PICTURE


def test_mermaid_is_bounded() -> None:
    """Pods and claims in the middle are counted, not drawn."""
    templates = [{"name": f"v{number}", "size": "1Gi"} for number in range(40)]
    picture = mermaid(told("smallest", availability={"replicas": 500}, volume_claim_templates=templates))
    assert 'a0_set --> a0_more("… 496 more")' in picture
    assert 'a0_pod499 --> a0_pod499_more("… 36 more")' in picture
    assert picture.count("-->") == 1 + 5 + 4 * 5


def test_mermaid_escapes() -> None:
    """What means something to Mermaid or to HTML is written as its code."""
    assert '(["https://a#34;#60;b#62;#35;.example.com"])' in mermaid(
        told("elasticsearch", ingress={"hostname": 'a"<b>#.example.com'})
    )


def test_secrets_stay_secret() -> None:
    """No form holds the value of a secret variable, or the credentials of a registry."""
    stack_input = case("everything")
    stack_input.docker_config_json = '{"auths": {"hunter2": {}}}'
    stack_input.target.spec.container.app.env.secrets["PASSWORD"].value = "hunter2"
    found = description(application(stack_input))
    assert "hunter2" not in repr(found) + text(found) + mermaid(found) + json.dumps(as_dict(found))


@pytest.mark.parametrize("name", CASES)
def test_objects(name: str) -> None:
    """Every case can be told, and its StatefulSet is among the objects."""
    assert ("StatefulSet", told(name).name) in {(held.kind, held.name) for held in told(name).objects}


def test_containers_of_all_kinds() -> None:
    """The application comes first, whatever the order in the pod, and what starts before it is told apart."""
    description = told("containers")
    assert [container.name for container in description.containers] == ["vault", "metrics"]
    assert [container.name for container in description.init_containers] == ["keys", "mesh"]
    assert description.containers[0].limits["nvidia.com/gpu"] == "1"


def test_resources_and_variables_of_each_container_are_told() -> None:
    """What comes from defaults and from the renderer is told with what is written."""
    app, *sidecars = told("everything").containers
    assert (dict(app.requests), dict(app.limits)) != ({}, {})
    assert "K8S_POD_ID" in app.told
    assert as_dict(told("everything"))["containers"][0]["limits"] == app.limits
    assert sidecars
    assert resources(replace(app, limits={})) == resources(app).partition(",")[0]
    assert resources(replace(app, requests={}, limits={})) == "as much as the node has"


@pytest.mark.parametrize(
    ("strategy", "expected"),
    [
        ({"type": "OnDelete"}, "each pod when somebody deletes it"),
        ({"rolling_update": {"partition": 7}}, "kafka-7 alone; what is below the partition stays as it is"),
        (
            {"rolling_update": {"partition": 6}},
            "kafka-7 down to kafka-6, each when the one before is ready; what is below the partition stays as it is",
        ),
        ({"rolling_update": {"partition": 8}}, "no pod: the partition is above the last one"),
        ({"rolling_update": {"partition": 2}}, "kafka-7 down to kafka-5, each when the one before is ready"),
        (
            {"rolling_update": {"max_unavailable": "67%"}},
            "kafka-7 down to kafka-5, each when the one before is ready, 2 at a time where the cluster allows it",
        ),
    ],
)
def test_what_holds_a_change_back_is_told(strategy: dict[str, Any], expected: str) -> None:
    """Strategy and partition, which counts from the first ordinal there is."""
    found = told("kafka", update_strategy=strategy, ordinals={"start": 5})
    assert update(found.update, found.rollout, found.replicas) == expected


def test_claims_that_go_are_told() -> None:
    """Where claims are deleted, data goes with them."""
    scaled = told("kafka", persistent_volume_claim_retention_policy={"when_scaled": "Delete"})
    assert kept(scaled).startswith(
        "nothing when kafka-2 goes: its claims are deleted, and all data in them; every claim outlives"
    )
    deleted = told("kafka", persistent_volume_claim_retention_policy={"when_deleted": "Delete"})
    assert kept(deleted).endswith("; when the StatefulSet is deleted, all claims are deleted, and all data in them")


def test_pods_are_numbered_from_the_first_ordinal() -> None:
    """Pods, hosts and claims bear the numbers that the controller gives them."""
    found = told("kafka", ordinals={"start": 5})
    assert [pod.name for pod in found.pods] == ["kafka-5", "kafka-6", "kafka-7"]
    assert found.pods[0].host.startswith("kafka-5.kafka-headless")
    assert (found.storage.templates[0].first, found.storage.templates[0].last) == ("data-kafka-5", "data-kafka-7")
    assert found.left_behind == ("data-kafka-7", "logs-kafka-7")
