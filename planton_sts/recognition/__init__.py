# SPDX-License-Identifier: Apache-2.0
"""Kubernetes objects as an application: which belong together, and under which fields a manifest says what they are."""
