"""Methods that an object calls by a name that it puts together: ``getattr(self, "do_" + word)``."""

from __future__ import annotations

import re

from haltcheck.model import instruction as i
from haltcheck.model.calls import Resolver
from haltcheck.model.program import Function
from haltcheck.model.reference.told import beginning

_PLACE = re.compile(r"[%{]")
_LEAST = 2
"""Shorter prefixes tell nothing."""


def dispatched(
    resolver: Resolver, function: Function, call: i.Call | i.CallMethod
) -> tuple[str, ...]:
    """The methods of its own class that a call may run, by how their names begin."""
    if not isinstance(call, i.Call) or function.in_class is None or not function.parameters:
        return ()
    bindings = resolver.bindings(function)
    match bindings.origin(call.function):
        case i.Call(text="getattr", items=(whole, name, *_)):
            prefix = _PLACE.split(beginning(resolver, function, name.value))[0]
        case _:
            return ()
    own = function.parameters[0].name
    if bindings.root(whole.value) != own or len(prefix) < _LEAST:
        return ()
    return tuple(
        qualname
        for qualname, entry in resolver.program.contents.functions.items()
        if entry.in_class == function.in_class and not entry.decorators
        if qualname.rpartition(".")[2].startswith(prefix) and _fits(resolver, qualname, call)
    )


def _fits(resolver: Resolver, qualname: str, call: i.Call) -> bool:
    function = resolver.program.functions.get(qualname)
    if function is None or any(item.kind != "positional" for item in call.items):
        return False
    plain = [one for one in function.parameters if one.kind not in ("*", "**")][1:]
    needed = sum(1 for one in plain if one.default is None)
    return needed <= len(call.items) <= len(plain)
