# SPDX-License-Identifier: Apache-2.0
"""How many elements a list or a map may have, as its proto says."""

import sys
from functools import cache

from google.protobuf.descriptor import FieldDescriptor

from planton_sts.messages import field_rules, is_map, option
from planton_sts.problems import Complaint


@cache
def most(field: FieldDescriptor) -> int:
    """The most elements that the field's rules allow."""
    rules = option(field, field_rules)
    bound: int = rules.map.max_pairs if is_map(field) else rules.repeated.max_items
    return bound or sys.maxsize


def too_long(field: FieldDescriptor) -> Complaint:
    """What to say of a list or a map that has more."""
    rule = "map.max_pairs" if is_map(field) else "repeated.max_items"
    return Complaint(rule, f"must have at most {most(field):,} elements")
