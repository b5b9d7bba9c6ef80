# SPDX-License-Identifier: Apache-2.0
"""A kubectl for the script that `planton-sts plan --script` prints, whose cluster is the JSON file CLUSTER.

It answers as a real one does, as far as the script goes by that (`tests/judge/e2e.py` has it run with a real one), and
knows no other calls. The cluster remembers its calls, and how it was before each; `fails_at` is the number of the one
that fails. It imports little, for it is started hundreds of times.
"""

import json
import os
import sys

Object = dict

MAY_CHANGE = {"ordinals", "persistentVolumeClaimRetentionPolicy", "replicas", "template", "updateStrategy"}
UNITS = {"": 1, "Mi": 2**20, "Gi": 2**30, "G": 10**9}


def main(words: list[str]) -> int:
    """Carry out one call, and keep what has become of the cluster."""
    file = os.environ["CLUSTER"]
    with open(file, encoding="utf-8") as stream:  # noqa: PTH123 - pathlib alone would take longer than the rest
        cluster = json.load(stream)
    cluster["calls"].append(words)
    cluster["states"].append(json.loads(json.dumps(cluster["objects"])))
    fails = len(cluster["calls"]) == cluster["fails_at"]
    code = refuse("Unable to connect to the server: unexpected EOF") if fails else call(cluster, words)
    with open(file, "w", encoding="utf-8") as stream:  # noqa: PTH123 - the same
        json.dump(cluster, stream)
    return code


def call(cluster: Object, words: list[str]) -> int:
    """Do what the words say."""
    names, options = parsed(words)
    match names:
        case ["config", "current-context"]:
            return say("test")
        case ["create"]:
            assert options == {"--dry-run": "client", "--filename": "-"}
            return max(known(each) for each in json.load(sys.stdin))
        case ["apply"]:
            assert options == {"--server-side": "", "--filename": "-"}
            return max(apply(cluster["objects"], each) for each in json.load(sys.stdin))
    verb, kind, name = names
    key = f"{kind}/{options.pop('--namespace', '')}/{name}"
    match verb:
        case "get":
            return get(cluster["objects"], key, options)
        case "patch":
            return patch(cluster["objects"], key, options)
    assert verb == "delete"
    return delete(cluster, key, options)


def parsed(words: list[str]) -> tuple[list[str], dict[str, str]]:
    """The names, and the options; the value of one stands behind it, or behind an equals sign."""
    names, options, rest = [], {}, iter(words)
    for word in rest:
        option, equals, value = word.partition("=")
        if not word.startswith("-"):
            names.append(word)
        else:
            has_value = not equals and option not in {"--ignore-not-found", "--server-side"}
            options[option] = next(rest) if has_value else value
    return names, options


def say(words: str) -> int:
    sys.stdout.write(f"{words}\n")
    return 0


def refuse(words: str) -> int:
    sys.stderr.write(f"{words}\n")
    return 1


def invalid(key: str, words: str) -> int:
    kind, _, name = key.split("/")
    return refuse(f'The {kind} "{name}" is invalid: {words}')


def forbidden(key: str, words: str) -> int:
    kind, _, name = key.split("/")
    return refuse(f'Error from server (Forbidden): {kind}s "{name}" is forbidden: {words}')


def missing(key: str) -> int:
    kind, _, name = key.split("/")
    return refuse(f'Error from server (NotFound): {kind}s "{name}" not found')


def get(objects: Object, key: str, options: dict[str, str]) -> int:
    if key not in objects:
        return 0 if "--ignore-not-found" in options else missing(key)
    if options["--output"] == "name":
        return say(key)
    found = objects[key]
    for step in options["--output"].removeprefix("jsonpath={.").removesuffix("}").split("."):
        found = found.get(step, {})
    sys.stdout.write(found or "")
    return 0


def patch(objects: Object, key: str, options: dict[str, str]) -> int:
    if key not in objects:
        return missing(key)
    change, is_dry = json.loads(options["--patch"]), options["--dry-run"] == "server"
    if "--type" in options:
        assert is_dry, "what is not a claim is never patched"
        code = changed(key, objects[key], amended(objects[key], change))
    else:
        code = grow(objects, key, change["spec"]["resources"]["requests"]["storage"], is_dry=is_dry)
    return code or say(f"{key} patched")


def amended(found: Object, change: list[Object]) -> Object:
    """The object with what the patch adds, which goes in the place of what is there."""
    result: Object = json.loads(json.dumps(found))
    for each in change:
        assert each["op"] == "add"
        *steps, last = each["path"].split("/")[1:]
        held = result
        for step in steps:
            held = held[step]
        held[last] = each["value"]
    return result


def grow(objects: Object, key: str, size: str, *, is_dry: bool) -> int:
    """Take the claim's new size as a server does, which since Kubernetes 1.32 may be less, down to what is there."""
    claim = objects[key]
    requests = claim["spec"]["resources"]["requests"]
    if claim["status"]["phase"] != "Bound":
        return invalid(key, "spec: Forbidden: spec is immutable after creation except resources.requests for bound")
    if amount(size) < amount(claim["status"]["capacity"]["storage"]):
        return invalid(key, "spec.resources.requests.storage: Forbidden: can not be less than status.capacity")
    storage_class = objects.get(f"storageclass//{claim['spec'].get('storageClassName')}", {})
    if amount(size) > amount(requests["storage"]) and not storage_class.get("allowVolumeExpansion"):
        return forbidden(key, "the storageclass that provisions the pvc must support resize")
    if not is_dry:
        requests["storage"] = size
    return 0


def amount(size: str) -> int:
    digits = size.rstrip("GMi")
    return int(digits) * UNITS[size[len(digits) :]]


def changed(key: str, old: Object, new: Object) -> int:
    """Whether the server refuses the update."""
    before, after = old.get("spec", {}), new.get("spec", {})
    fixed = {"statefulset": {*before, *after} - MAY_CHANGE, "service": {"clusterIP"}}.get(key.partition("/")[0], ())
    if any(before.get(name) != after.get(name) for name in fixed):
        return invalid(key, "spec: Forbidden: updates to this are forbidden")
    return 0


def known(given: Object) -> int:
    """Whether the cluster knows the kind of object."""
    if given["kind"] == "KubernetesStatefulSet":
        return refuse('error: resource mapping not found: no matches for kind "KubernetesStatefulSet"')
    return say(f"{given['kind']} created (dry run)")


def apply(objects: Object, given: Object) -> int:
    metadata = given["metadata"]
    key = f"{given['kind'].lower()}/{metadata.get('namespace', '')}/{metadata['name']}"
    if key in objects and (code := changed(key, objects[key], given)):
        return code
    objects[key] = given
    if given["kind"] == "StatefulSet":
        control(objects, given)
    return 0


def control(objects: Object, workload: Object) -> None:
    """Make the pods and claims that lack, as the controller does."""
    spec, namespace, name = workload["spec"], workload["metadata"]["namespace"], workload["metadata"]["name"]
    first = spec.get("ordinals", {}).get("start", 0)
    for pod in (f"{name}-{ordinal}" for ordinal in range(first, first + spec["replicas"])):
        objects.setdefault(f"pod/{namespace}/{pod}", {})
        for template in spec["volumeClaimTemplates"]:
            size = template["spec"]["resources"]["requests"]["storage"]
            claim = {
                "spec": {"storageClassName": "default", **template["spec"]},
                "status": {"phase": "Bound", "capacity": {"storage": size}},
            }
            objects.setdefault(f"pvc/{namespace}/{template['metadata']['name']}-{pod}", claim)


def delete(cluster: Object, key: str, options: dict[str, str]) -> int:
    """Delete the object, with its pods unless it leaves them behind; and remember it, with how all was before."""
    objects = cluster["objects"]
    if key not in objects:
        return missing(key)
    cluster["deleted"].append([key, dict(objects)])
    del objects[key]
    if key.startswith("statefulset/") and options["--cascade"] != "orphan":
        for pod in [name for name in objects if name.startswith(f"pod/{key.partition('/')[2]}-")]:
            cluster["deleted"].append([pod, {}])
            del objects[pod]
    return say(f"{key} deleted")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
