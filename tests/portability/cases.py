# SPDX-License-Identifier: Apache-2.0
"""The cases of the rule tables with Python's verdict on each, for the other engine to compare: `cases.py FILE`."""

import json
import sys
from base64 import b64encode
from pathlib import Path
from typing import Any

import protovalidate

from rules_table import Case, cases


def comparable(case: Case) -> dict[str, Any]:
    """The case as JSON: its message and the violations in it, each as the base64 of its binary form."""
    violations = protovalidate.collect_violations(case.message)
    return {
        "id": case.id,
        "type": case.message.DESCRIPTOR.full_name,
        "message": b64encode(case.message.SerializeToString(deterministic=True)).decode(),
        "violations": [b64encode(violation.proto.to_binary()).decode() for violation in violations],
    }


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps([comparable(case) for case in cases()], indent=1), encoding="utf-8")
