# SPDX-License-Identifier: Apache-2.0
"""Manifests as people would write them: each short form where it says the same, and nothing where it would not."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planton_sts import KubernetesStatefulSet, loads
from planton_sts.conversion.short_form import in_short
from planton_sts.messages import KubernetesStatefulSetSpec, Message
from planton_sts.write import document
from valid import CASES, manifest, stack_inputs

# The message, and what is written of it.
FORMS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "text for a value": ({"namespace": {"value": "database"}}, {"namespace": "database"}),
    "a reference is a mapping": (
        {"namespace": {"value_from": {"name": "a", "kind": "KubernetesNamespace"}}},
        {"namespace": {"valueFrom": {"kind": "KubernetesNamespace", "name": "a"}}},
    ),
    "a value that is empty": ({"namespace": {"value": ""}}, {"namespace": ""}),
    "neither value nor reference": ({"namespace": {}}, {"namespace": {}}),
    "an image by its reference": (
        {"container": {"app": {"image": {"reference": "postgres:16"}}}},
        {"container": {"app": {"image": "postgres:16"}}},
    ),
    "an image with more to say": (
        {"container": {"app": {"image": {"reference": "postgres:16", "pull_secret_name": "registry"}}}},
        {"container": {"app": {"image": {"pullSecretName": "registry", "reference": "postgres:16"}}}},
    ),
    "variables as a list": (
        {"container": {"app": {"env": {"entries": [{"name": "A", "value": "1"}]}}}},
        {"container": {"app": {"env": [{"name": "A", "value": "1"}]}}},
    ),
    "variables in more than a list": (
        {
            "container": {
                "app": {
                    "env": {
                        "variables": {"B": {"value": "yes"}},
                        "secrets": {"P": {"value": "x"}, "Q": {"secret_ref": {"name": "s", "key": "k"}}},
                        "entries": [{"name": "A"}],
                    }
                }
            }
        },
        {
            "container": {
                "app": {
                    "env": {
                        "variables": {"B": "yes"},
                        "secrets": {"P": "x", "Q": {"secretRef": {"name": "s", "key": "k"}}},
                        "entries": [{"name": "A"}],
                    }
                }
            }
        },
    ),
    "files among the texts": (
        {
            "config_maps": {"b": "text", "both": "text"},
            "config_files": {"a": {"files": {"f": "x"}}, "both": {"files": {"f": "x"}}},
            "plain": True,
        },
        {
            "configMaps": {"a": {"f": "x"}, "b": "text", "both": "text"},
            "plain": True,
            "configFiles": {"both": {"files": {"f": "x"}}},
        },
    ),
    "resources of any name": (
        {
            "container": {
                "app": {"resources": {"limits": {"cpu": "1", "others": {"example.com/gpu": "1", "pages": "2"}}}}
            }
        },
        {
            "container": {
                "app": {"resources": {"limits": {"cpu": "1", "others": {"pages": "2"}, "example.com/gpu": "1"}}}
            }
        },
    ),
    "a port by its number": (
        {"container": {"app": {"liveness_probe": {"http_get": {"path": "/", "port_number": 80}}}}},
        {"container": {"app": {"livenessProbe": {"httpGet": {"path": "/", "port": 80}}}}},
    ),
    "a port whose name is digits": (
        {"container": {"app": {"liveness_probe": {"tcp_socket": {"port_name": "80"}}}}},
        {"container": {"app": {"livenessProbe": {"tcpSocket": {"port": "80"}}}}},
    ),
    "amounts of pods": (
        {"update_strategy": {"rolling_update": {"max_unavailable": "2"}}},
        {"updateStrategy": {"rollingUpdate": {"maxUnavailable": 2}}},
    ),
    "shares of pods": (
        {"update_strategy": {"rolling_update": {"max_unavailable": "50%"}}},
        {"updateStrategy": {"rollingUpdate": {"maxUnavailable": "50%"}}},
    ),
    "digits that are no number": (
        {"update_strategy": {"rolling_update": {"max_unavailable": "02"}}},
        {"updateStrategy": {"rollingUpdate": {"maxUnavailable": "02"}}},
    ),
    "what is set to nothing": ({"availability": {"replicas": 0}}, {"availability": {"replicas": 0}}),
}


@pytest.mark.parametrize(("spec", "written"), FORMS.values(), ids=FORMS)
def test_forms(spec: dict[str, Any], written: dict[str, Any]) -> None:
    """The shortest that says it, with keys in the order of the protos."""
    message = KubernetesStatefulSet(
        api_version="kubernetes.project-planton.org/v1",
        kind="KubernetesStatefulSet",
        metadata={"name": "a"},
        spec=KubernetesStatefulSetSpec(**spec),
    )
    found = in_short(message)
    head = {"apiVersion": message.api_version, "kind": message.kind, "metadata": {"name": "a"}}
    assert json.dumps(found) == json.dumps({**head, "spec": written})
    assert loaded(found) == message


# Whether what is written of a patch is a mapping.
PATCHES = {
    "{}": True,
    '{"spec":{"a":[1,null,true,"1",-2.5,"x\\ny",{}]}}': True,
    '{"spec": {}}': False,
    '{"a":1.0}': False,
    '{"a":1e2}': False,
    '{"a":1,"a":2}': False,
    '{"a":NaN}': False,
    '{"a":1e999}': False,
    '{"a":%s}' % ("9" * 65): False,
    '{"a":%s}' % ("[" * 100_000): False,
    "[]": False,
    "": False,
    "hello": False,
    "7": False,
}


@pytest.mark.parametrize(("text", "is_mapping"), PATCHES.items())
def test_patches(text: str, is_mapping: bool) -> None:  # noqa: FBT001 - the table's column
    """A patch is a mapping where loading makes the same text of it again, and else its text."""
    message = KubernetesStatefulSet(kind="KubernetesStatefulSet", spec={"patches": [{"patch": text}]})
    (patch,) = in_short(message)["spec"]["patches"]
    assert isinstance(patch.get("patch", ""), dict) is is_mapping
    assert loaded(in_short(message)) == message


@pytest.mark.parametrize("name", CASES)
def test_cases_come_back(name: str) -> None:
    """What is written of the examples and golden cases is the same manifest."""
    message = manifest(CASES[name])
    assert loaded(in_short(message)) == message


@given(stack_inputs())
def test_valid_manifests_come_back(message: Message) -> None:
    """So is what is written of any valid one."""
    target = message.target  # type: ignore[attr-defined]
    assert loaded(in_short(target)) == target


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda value: st.lists(value, max_size=3) | st.dictionaries(st.text(max_size=9), value, max_size=3),
    max_leaves=9,
)


@given(st.dictionaries(st.text(max_size=9), JSON, max_size=3), st.sampled_from([(",", ":"), (", ", ": ")]))
def test_any_patch_comes_back(patch: dict[str, Any], separators: tuple[str, str]) -> None:
    """Whatever the text of the object, it is the same."""
    text = json.dumps(patch, ensure_ascii=False, separators=separators)
    message = KubernetesStatefulSet(kind="KubernetesStatefulSet", spec={"patches": [{"patch": text}]})
    assert loaded(in_short(message)) == message


def loaded(tree: dict[str, Any]) -> Message | None:
    """The message of the one manifest, with which nothing is wrong."""
    (found,) = loads(document(tree))
    assert found.problems == []
    return found.message
