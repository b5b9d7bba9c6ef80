# SPDX-License-Identifier: Apache-2.0
"""Text to trees of nodes, each of which knows its place; YAML and JSON alike, within the bounds of untrusted input."""
