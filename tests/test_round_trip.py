# SPDX-License-Identifier: Apache-2.0
"""A message in any form, and back, is the same message."""

from collections.abc import Callable

import pytest
from google.protobuf import text_format
from google.protobuf.message import Message
from hypothesis import given

from planton_sts import KubernetesStatefulSet, loads
from planton_sts.cli.convert import FORMS
from strategies import messages as any_message

Back = Callable[[bytes], Message | None]

BACK: dict[str, Back] = {
    "yaml": lambda content: loads(content)[0].message,
    "short": lambda content: loads(content)[0].message,
    "json": lambda content: loads(content)[0].message,
    "binary": KubernetesStatefulSet.FromString,
    "text": lambda content: text_format.Parse(content.decode(), KubernetesStatefulSet()),
}


@pytest.mark.parametrize("form", BACK)
@given(message=any_message(KubernetesStatefulSet.DESCRIPTOR))
def test_round_trip(form: str, message: Message) -> None:
    """What is written parses back equal, byte for byte."""
    assert isinstance(message, KubernetesStatefulSet)
    # Without a kind nobody could tell what the document is.
    message.kind = "KubernetesStatefulSet"
    back = BACK[form](FORMS[form](message))
    assert back == message
    assert back.SerializeToString(deterministic=True) == message.SerializeToString(deterministic=True)
