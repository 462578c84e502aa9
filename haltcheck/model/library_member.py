"""Names that a module of the standard library, or a built-in, surely does not have."""

from __future__ import annotations

import builtins
import sys
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from haltcheck.model.known import facts_of


@cache
def lacks(dotted: str, name: str) -> bool:
    """Whether ``dotted.name`` surely raises: only for built-ins and the standard library.

    They are asked in this process; what is checked is never imported. Whoever imports a module
    below a package makes it an attribute of the package.
    """
    if hasattr(builtins, dotted):
        return not hasattr(getattr(builtins, dotted), name)
    if dotted == "builtins" or dotted.partition(".")[0] not in sys.stdlib_module_names:
        return False
    if not facts_of("module_" + dotted.replace(".", "_")):
        return False
    try:
        module = import_module(dotted)
    except ImportError:
        return True
    if hasattr(module, name):
        return False
    return not hasattr(module, "__path__") or find_spec(f"{dotted}.{name}") is None
