# SPDX-License-Identifier: Apache-2.0
"""Objects, imported as a test asks for it."""

from typing import Any

import yaml

from planton_sts import import_objects
from planton_sts.adoption import Imported
from planton_sts.rendering import KubeObject


def one(*given: KubeObject, **options: Any) -> Imported:
    """The manifest of the one StatefulSet among the objects."""
    [imported] = import_objects(given, **options)
    return imported


def spec(imported: Imported) -> dict[str, Any]:
    """What the manifest says."""
    found: dict[str, Any] = yaml.safe_load(imported.text)["spec"]
    return found
