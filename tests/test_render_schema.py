# SPDX-License-Identifier: Apache-2.0
"""Every object of every golden case against what Kubernetes, the Gateway API and cert-manager publish about it."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import kubernetes_validate
import pytest
from jsonschema import Draft202012Validator
from kubernetes_validate.utils import all_versions
from referencing import Registry, Resource

from planton_sts.rendering import KubeObject, objects
from valid import CASES, application, case

SCHEMAS = Path(kubernetes_validate.__file__).parent / "kubernetes-json-schema"
VERSIONS = [version for version in dict.fromkeys(all_versions()) if int(version.split(".")[1]) >= 29]
OBJECTS = [rendered for name in CASES for rendered in objects(application(case(name)))]


def closed(required: dict[str, Any], **optional: Any) -> dict[str, Any]:
    """An object that has these fields and no others."""
    properties = {**required, **optional}
    return {"type": "object", "required": list(required), "properties": properties, "additionalProperties": False}


def some(items: dict[str, Any]) -> dict[str, Any]:
    """A list that is not empty."""
    return {"type": "array", "items": items, "minItems": 1}


def resource(api_version: str, kind: str, spec: dict[str, Any]) -> dict[str, Any]:
    """An object of a custom kind."""
    texts = {"additionalProperties": {"type": "string"}}
    metadata = closed({"name": NAME, "namespace": NAME, "labels": texts}, annotations=texts)
    return closed({"apiVersion": {"const": api_version}, "kind": {"const": kind}, "metadata": metadata, "spec": spec})


NAME = {"type": "string", "pattern": r"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$"}
NAME |= {"maxLength": 253}
PORT = {"type": "integer", "minimum": 1, "maximum": 65535}
GATEWAY_API = "gateway.networking.k8s.io/v1"

LISTENER = closed(
    {
        "name": NAME,
        "port": PORT,
        "protocol": {"enum": ["HTTP", "HTTPS"]},
        "hostname": NAME,
        "allowedRoutes": closed({"namespaces": closed({"from": {"enum": ["All", "Same", "Selector"]}})}),
    },
    tls=closed({"mode": {"enum": ["Terminate", "Passthrough"]}, "certificateRefs": some(closed({"name": NAME}))}),
)

GATEWAY = closed(
    {
        "gatewayClassName": NAME,
        "addresses": some(closed({"type": {"const": "Hostname"}, "value": NAME})),
        "listeners": some(LISTENER),
    }
)

RULE = closed(
    {},
    matches=some(closed({"path": closed({"type": {"enum": ["PathPrefix", "Exact"]}, "value": {"pattern": "^/"}})})),
    filters=some(
        closed(
            {
                "type": {"const": "RequestRedirect"},
                "requestRedirect": closed({"scheme": {"enum": ["http", "https"]}, "statusCode": {"enum": [301, 302]}}),
            }
        )
    ),
    backendRefs=some(closed({"name": NAME, "port": PORT})),
)

PARENT = closed({"name": NAME}, group=NAME, kind={"const": "Gateway"}, namespace=NAME, sectionName=NAME, port=PORT)
HTTP_ROUTE = closed({"parentRefs": some(PARENT), "hostnames": some(NAME), "rules": some(RULE)})
CALLS = closed({"backendRefs": some(closed({"name": NAME, "port": PORT}))})
GRPC_ROUTE = closed({"parentRefs": some(PARENT), "hostnames": some(NAME), "rules": some(CALLS)})

CERTIFICATE = closed(
    {
        "secretName": NAME,
        "issuerRef": closed({"name": NAME, "kind": {"enum": ["Issuer", "ClusterIssuer"]}}),
        "dnsNames": some(NAME),
    }
)

# The fields that the custom resource definitions have, of those that are rendered, and what they ask of each.
CUSTOM = {
    "Gateway": Draft202012Validator(resource(GATEWAY_API, "Gateway", GATEWAY)),
    "HTTPRoute": Draft202012Validator(resource(GATEWAY_API, "HTTPRoute", HTTP_ROUTE)),
    "GRPCRoute": Draft202012Validator(resource(GATEWAY_API, "GRPCRoute", GRPC_ROUTE)),
    "Certificate": Draft202012Validator(resource("cert-manager.io/v1", "Certificate", CERTIFICATE)),
}

# The minor versions that brought fields which the oldest of these has not.
SINCE = {"appArmorProfile": 30, "recursiveReadOnly": 30, "trafficDistribution": 30, "supplementalGroupsPolicy": 31}
# A volume; that of a container is a text.
IMAGE_SINCE = 31
# A StatefulSet without `serviceName`.
ALONE_SINCE = 33


def since(key: str, value: Any) -> int:
    """The minor version that brought the field."""
    return IMAGE_SINCE if key == "image" and isinstance(value, dict) else SINCE.get(key, 0)


def without_later(value: Any, minor: int) -> Any:
    """The value without the fields that came after the version."""
    if isinstance(value, list):
        return [without_later(one, minor) for one in value]
    if isinstance(value, dict):
        return {key: without_later(one, minor) for key, one in value.items() if since(key, one) <= minor}
    return value


def of_version(rendered: KubeObject, minor: int) -> KubeObject:
    """The object as it would be in the version."""
    if rendered["kind"] == "StatefulSet" and minor < ALONE_SINCE:
        rendered = {**rendered, "spec": {"serviceName": "any", **rendered["spec"]}}
    found: KubeObject = without_later(rendered, minor)
    return found


@pytest.mark.parametrize("version", VERSIONS)
def test_kubernetes(version: str) -> None:
    """Each version of Kubernetes knows every field, but those that came later, and takes its value."""
    minor = int(version.split(".")[1])
    for rendered in OBJECTS:
        if rendered["kind"] not in CUSTOM:
            built_in(version, rendered["apiVersion"], rendered["kind"]).validate(of_version(rendered, minor))


@pytest.mark.parametrize("kind", CUSTOM)
def test_custom(kind: str) -> None:
    """And so with the kinds of the Gateway API and of cert-manager."""
    rendered = [found for found in OBJECTS if found["kind"] == kind]
    assert rendered
    for found in rendered:
        CUSTOM[kind].validate(found)


@pytest.mark.parametrize("version", VERSIONS)
def test_unknown_field(version: str) -> None:
    """A field that Kubernetes does not know is found, even deep inside: the schemas are the strict ones."""
    rendered: KubeObject = next(found for found in OBJECTS if found["kind"] == "StatefulSet")
    pod = {**rendered["spec"]["template"]["spec"], "nodeNam": "a"}
    changed = {**rendered, "spec": {**rendered["spec"], "template": {"spec": pod}}}
    found = [error.message for error in built_in(version, "apps/v1", "StatefulSet").iter_errors(changed)]
    assert len(found) == 1
    assert "nodeNam" in found[0]


@cache
def built_in(version: str, api_version: str, kind: str) -> Draft202012Validator:
    """The validator of a kind that Kubernetes has itself."""
    group, _, of_group = api_version.rpartition("/")
    group = f"{group.partition('.')[0]}-{of_group}".lstrip("-")
    schema = read(version, f"{kind.lower()}-{group}")
    return Draft202012Validator(schema, registry=definitions(version))


@cache
def definitions(version: str) -> Registry[Any]:
    """The types that the schemas of all kinds refer to."""
    return Resource.from_contents(read(version, "_definitions")) @ Registry()


def read(version: str, name: str) -> dict[str, Any]:
    schema: dict[str, Any] = json.loads((SCHEMAS / f"v{version}-local-strict" / f"{name}.json").read_text())
    return schema
