# SPDX-License-Identifier: Apache-2.0
"""What runs in a cluster, as manifests that render to the same, and the proof that they do."""

from planton_sts.adoption.manifests import Imports, SecretsAre, import_objects, imports
from planton_sts.adoption.proof import Fate, Imported

__all__ = ["Fate", "Imported", "Imports", "SecretsAre", "import_objects", "imports"]
