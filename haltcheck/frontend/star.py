"""What ``from module import *`` may hide of the built-in functions that numbers go through."""

from __future__ import annotations

import sys

_NUMERIC = ("abs", "all", "any", "divmod", "max", "min", "pow", "round", "sum")
_STANDARD = {"math": ("pow",), "operator": ("abs", "pow"), "os": ("open",), "io": ("open",)}


def hidden_by(module: str) -> tuple[str, ...]:
    """Built-in names that a module exports, or may export where nobody knows it (``numpy``)."""
    if module.partition(".")[0] in sys.stdlib_module_names:
        return _STANDARD.get(module, ())
    return _NUMERIC
