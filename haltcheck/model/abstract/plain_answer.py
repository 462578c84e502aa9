"""Methods and operators that plain values answer by themselves, without running other code."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping

METHODS: Mapping[type, frozenset[str]] = {
    str: frozenset(
        {"endswith", "isidentifier", "islower", "isupper", "lower", "lstrip", "partition"}
        | {"removeprefix", "removesuffix", "replace", "rpartition", "rstrip", "split"}
        | {"startswith", "strip", "title", "upper"}
    ),
    dict: frozenset({"get", "keys"}),
}
OPERATORS: Mapping[str, Callable[..., object]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "+": operator.add,
    "in": lambda one, many: one in many,
    "not in": lambda one, many: one not in many,
    "is": operator.is_,
    "is not": operator.is_not,
    "not": operator.not_,
    "truth": operator.truth,
}
CALM = frozenset({"==", "!=", "in", "not in", "is", "is not", "not", "truth"})
"""Operators that raise nothing, whatever they are applied to, as far as anybody would notice."""
