"""The real library that the models speak of, where it is installed."""

import builtins
import importlib
import importlib.util
import sys
from functools import cache


def is_here(module):
    """What others publish is looked at only where it is installed."""
    top = module.partition(".")[0]
    return top in sys.stdlib_module_names or importlib.util.find_spec(top) is not None


@cache
def find(dotted):
    """The object of that full name; a bare name is a built-in one."""
    parts = dotted.split(".")
    for cut in range(len(parts), 0, -1):
        try:
            thing = importlib.import_module(".".join(parts[:cut]))
        except ImportError:
            continue
        for part in parts[cut:]:
            thing = getattr(thing, part)
        return thing
    return getattr(builtins, dotted)
