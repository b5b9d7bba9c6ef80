# SPDX-License-Identifier: Apache-2.0
"""Every example on a real API server, with the real kubectl and controllers; only the kubelet is played.

`make e2e` builds the programs. All of them listen on the loopback alone, and whoever starts one stops it.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
PROGRAMS = ROOT / "build" / "e2e"
CRDS = ROOT / "build" / "judge" / "crds"
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
CONTROLLERS = (
    "statefulset-controller,namespace-controller,serviceaccount-controller,garbage-collector-controller,"
    "persistentvolumeclaim-protection-controller"  # which lets go of a claim that is deleted
)
# All that is rendered.
KINDS = (
    "statefulsets,services,configmaps,secrets,serviceaccounts,namespaces,poddisruptionbudgets,networkpolicies,roles,"
    "rolebindings,ingresses,gateways,httproutes,grpcroutes,certificates"
)
READY = json.dumps({"status": {"phase": "Running", "conditions": [{"type": "Ready", "status": "True"}]}})
PATIENCE = 120


def main() -> int:
    """Apply the examples in both of kubectl's ways; the first thing that is not as it should be ends the run."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))
    with tempfile.TemporaryDirectory() as folder, control_plane(Path(folder)):
        for way in ("--server-side=true", "--server-side=false"):
            spaces = {space for example in EXAMPLES for space in check(example, way)}
            kubectl("delete", "namespace", "--ignore-not-found", f"--timeout={PATIENCE}s", *sorted(spaces))
        grow_claims(Path(folder))
    return 0


def check(example: Path, way: str) -> set[str]:
    """See the example become what `describe` tells of it, then delete it; the namespaces that it leaves."""
    told, objects = json.loads(planton_sts("describe", example, "--output=json")), planton_sts("render", example)
    spaces = {given["namespace"] for given in told["objects"] if given["namespace"]}
    for space in spaces - {given["name"] for given in told["objects"] if given["kind"] == "Namespace"}:
        given = {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": space}}
        kubectl("apply", way, "--filename=-", text=json.dumps(given))
    kubectl("apply", way, "--filename=-", text=objects)
    start_pods(told)
    found = {claim["metadata"]["name"] for claim in items("persistentvolumeclaims", told)}
    expect(found, {claim for pod in told["pods"] for claim in pod["claims"]})
    nothing_changes(example)
    take_over(told, objects, way)
    kubectl("delete", "--wait=false", "--filename=-", text=objects)
    sys.stdout.write(f"{example.name} {way}: {len(told['pods'])} pods, {len(found)} claims\n")
    return spaces


def start_pods(told: dict[str, Any]) -> None:
    """Play the kubelet: report as ready each pod that is made; no pod is made before its turn."""
    names = [pod["name"] for pod in told["pods"]]
    is_ordered = told["podManagementPolicy"] == "OrderedReady"
    turns = [names[: count + 1] for count in range(len(names))] if is_ordered else [names] * bool(names)
    for turn in turns:
        until(lambda turn=turn: len(items("pods", told)) >= len(turn), f"pod {turn[-1]}")
        expect(sorted(pod["metadata"]["name"] for pod in items("pods", told)), sorted(turn))
        for name in turn[-1:] if is_ordered else turn:
            kubectl(
                "patch", "pod", name, f"--namespace={told['namespace']}", "--subresource=status", f"--patch={READY}"
            )
    until(lambda: ready_replicas(told) == len(names), f"{told['name']} to be ready")


def nothing_changes(example: Path) -> None:
    """See that to apply the example again would change nothing, of all that runs in the cluster."""
    running = kubectl("get", KINDS, "--all-namespaces", "--output=yaml")
    plan = json.loads(planton_sts("plan", "-", example, "--output=json", text=running))
    expect(plan["consequences"], [])


def take_over(told: dict[str, Any], objects: str, way: str) -> None:
    """Import what the server has, which is equal, and apply what the result renders, which changes no StatefulSet."""
    running = kubectl("get", "--filename=-", "--output=yaml", text=objects)
    (before,) = items("statefulsets", told)
    again = planton_sts("render", "-", text=planton_sts("import", text=running))
    kubectl("apply", way, "--filename=-", text=again)
    (after,) = items("statefulsets", told)
    expect(after["metadata"]["generation"], before["metadata"]["generation"])


def grow_claims(folder: Path) -> None:
    """Run the script of a plan, which stops where a StorageClass lets no claim grow, and else goes around the pods."""
    old, new = (sized(folder / f"{size}.yaml", size) for size in ("10Gi", "20Gi"))
    told, objects = json.loads(planton_sts("describe", old, "--output=json")), planton_sts("render", old)
    make_class(allows=False)
    kubectl("apply", "--server-side", "--filename=-", text=objects)
    start_pods(told)
    for claim in told["pods"][0]["claims"]:
        bound = json.dumps({"status": {"phase": "Bound", "capacity": {"storage": "10Gi"}}})
        kubectl("patch", "pvc", claim, f"--namespace={told['namespace']}", "--subresource=status", f"--patch={bound}")
    script, before = planton_sts("plan", "--script", old, new), uids(told)
    expect("of StorageClass 'disks', grow to 20Gi" in shell(script, fails=True), told=True)
    expect(uids(told), before)
    make_class(allows=True)
    shell(script)
    after = uids(told)
    expect(after, {**before, "statefulsets": after["statefulsets"]})
    expect(after["statefulsets"] == before["statefulsets"], told=False)
    expect({claim["spec"]["resources"]["requests"]["storage"] for claim in items("pvc", told)}, {"20Gi"})
    shell(script)
    expect(uids(told), after)
    sys.stdout.write(f"{len(told['pods'])} pods, whose claims grew\n")


def sized(file: Path, size: str) -> Path:
    """The example of PostgreSQL with claims of that size."""
    example = (ROOT / "examples" / "postgres.yaml").read_text(encoding="utf-8")
    file.write_text(example.replace("size: 10Gi", f"size: {size}\n      storageClass: disks"), encoding="utf-8")
    return file


def make_class(*, allows: bool) -> None:
    """Say whether claims of the StorageClass may grow."""
    given = {
        "apiVersion": "storage.k8s.io/v1",
        "kind": "StorageClass",
        "metadata": {"name": "disks"},
        "provisioner": "example.com/none",
        "allowVolumeExpansion": allows,
    }
    kubectl("apply", "--server-side", "--filename=-", text=json.dumps(given))


def uids(told: dict[str, Any]) -> dict[str, list[str]]:
    """Which StatefulSet, pods and claims the application has."""
    return {kind: [each["metadata"]["uid"] for each in items(kind, told)] for kind in ("statefulsets", "pods", "pvc")}


def shell(script: str, *, fails: bool = False) -> str:
    """What the script says; the run ends when it fails, or does not where it should."""
    path = os.pathsep.join([str(PROGRAMS), str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        ["sh"], input=script, env={**os.environ, "PATH": path}, capture_output=True, text=True, check=False
    )
    if bool(done.returncode) != fails:
        sys.exit(f"{script}\n{done.stdout}{done.stderr}")
    return done.stderr


def ready_replicas(told: dict[str, Any]) -> int:
    """How many of its pods the StatefulSet has seen ready."""
    (found,) = items("statefulsets", told)
    count: int = found["status"].get("readyReplicas", 0)
    return count


def items(kind: str, told: dict[str, Any]) -> list[dict[str, Any]]:
    """The application's objects of the kind."""
    where = (f"--namespace={told['namespace']}", f"--selector=app={told['name']}", "--output=json")
    found: list[dict[str, Any]] = json.loads(kubectl("get", kind, *where))["items"]
    return found


def kubectl(*arguments: str, text: str = "") -> str:
    """What kubectl prints; the run ends when it fails or warns."""
    done = subprocess.run([PROGRAMS / "kubectl", *arguments], input=text, capture_output=True, text=True, check=False)
    if done.returncode or "Warning" in done.stderr:
        sys.exit(f"kubectl {' '.join(arguments)}\n{done.stdout}{done.stderr}")
    return done.stdout


def planton_sts(*arguments: object, text: str = "") -> str:
    """What the command prints; the run ends when it fails."""
    command = [sys.executable, "-m", "planton_sts", *map(str, arguments)]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"planton-sts {' '.join(command[3:])}\n{done.stderr}")
    return done.stdout


@contextmanager
def control_plane(folder: Path) -> Iterator[None]:
    """An API server with its store and controllers, and kubectl set to it, for as long as the block runs."""
    store, peer, server = (f"127.0.0.1:{port}" for port in free_ports(3))
    access = folder / "kubeconfig"
    access.write_text(json.dumps(kubeconfig(f"https://{server}")))
    os.environ["KUBECONFIG"] = str(access)
    with ExitStack() as stack:
        stack.enter_context(program(folder, "server", *etcd(folder, f"http://{store}", f"http://{peer}")))
        stack.enter_context(program(folder, "kube-apiserver", *api_server(folder, f"http://{store}", server)))
        until(is_up, "the API server")
        kubectl("apply", "--server-side", f"--filename={CRDS}")
        kubectl("wait", "--for=condition=Established", "crd", "--all", "--timeout=60s")
        stack.enter_context(program(folder, "kube-controller-manager", *controllers(access)))
        yield


@contextmanager
def program(folder: Path, name: str, *arguments: str) -> Iterator[None]:
    """One of the programs, for as long as the block runs; what it says stands in the folder."""
    with (
        (folder / f"{name}.log").open("w") as log,
        subprocess.Popen([PROGRAMS / name, *arguments], stderr=log) as process,
    ):
        try:
            yield
        finally:
            process.terminate()


def etcd(folder: Path, store: str, peer: str) -> list[str]:
    """The store, which need not outlive the run."""
    return [
        f"--data-dir={folder / 'etcd'}",
        "--unsafe-no-fsync",
        *(f"--{which}-client-urls={store}" for which in ("listen", "advertise")),
        *(f"--{which}-peer-urls={peer}" for which in ("listen", "initial-advertise")),
        f"--initial-cluster=default={peer}",
    ]


def api_server(folder: Path, store: str, server: str) -> list[str]:
    """The API server; it signs tokens with the key that it makes for itself."""
    host, port = server.split(":")
    (folder / "tokens").write_text("admin,admin,admin,system:masters\n")
    return [
        f"--etcd-servers={store}",
        f"--bind-address={host}",
        f"--advertise-address={host}",
        f"--secure-port={port}",
        "--endpoint-reconciler-type=none",  # which would announce the loopback, and may not
        f"--cert-dir={folder}",
        f"--token-auth-file={folder / 'tokens'}",
        "--authorization-mode=RBAC",
        "--allow-privileged=true",  # as clusters have it; by itself, the server refuses the containers that ask for it
        "--service-cluster-ip-range=10.96.0.0/16",
        f"--service-account-issuer=https://{server}",
        f"--service-account-signing-key-file={folder / 'apiserver.key'}",
        f"--service-account-key-file={folder / 'apiserver.key'}",
    ]


def controllers(access: Path) -> list[str]:
    """The controllers that the objects need."""
    return [f"--kubeconfig={access}", f"--controllers={CONTROLLERS}", "--leader-elect=false", "--secure-port=0"]


def kubeconfig(server: str) -> dict[str, Any]:
    """The administrator's way to the server."""
    return {
        "apiVersion": "v1",
        "kind": "Config",
        "current-context": "e2e",
        "contexts": [{"name": "e2e", "context": {"cluster": "e2e", "user": "e2e"}}],
        "clusters": [{"name": "e2e", "cluster": {"server": server, "insecure-skip-tls-verify": True}}],
        "users": [{"name": "e2e", "user": {"token": "admin"}}],
    }


def is_up() -> bool:
    """Whether the API server is ready to serve."""
    command = [PROGRAMS / "kubectl", "get", "--raw=/readyz"]
    return subprocess.run(command, capture_output=True, check=False).stdout == b"ok"


def until(holds: Callable[[], bool], what: str) -> None:
    """Wait until it holds; the run ends when that takes too long."""
    deadline = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > deadline:
            sys.exit(f"waited too long for {what}")
        time.sleep(0.1)


def expect(found: object, told: object) -> None:
    """End the run when what is there is not what was told."""
    if found != told:
        sys.exit(f"there is {found}, and told was {told}")


def free_ports(count: int) -> list[int]:
    """Ports of the loopback that nobody listens on."""
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in sockets]


if __name__ == "__main__":
    sys.exit(main())
