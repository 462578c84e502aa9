"""Names that a module of the standard library, or a built-in, surely does not have."""

from __future__ import annotations

import builtins
from functools import cache
from importlib import import_module

from haltcheck.model.known import facts_of


@cache
def lacks(dotted: str, name: str) -> bool:
    """Whether ``dotted.name`` surely raises: only for built-ins and modules of the library here.

    They are asked in this process; what is checked is never imported.
    """
    if hasattr(builtins, dotted):
        return not hasattr(getattr(builtins, dotted), name)
    if dotted == "builtins" or not facts_of("module_" + dotted.replace(".", "_")):
        return False
    try:
        return not hasattr(import_module(dotted), name)
    except ImportError:
        return True
