# SPDX-License-Identifier: Apache-2.0
"""Messages back to manifests: as people write them, and as later versions of the API have them."""
