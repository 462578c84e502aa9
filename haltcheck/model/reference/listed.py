"""Tables that list what was given, each under a name of its own.

They are built here, but what they lead to was made elsewhere: one entry may name another one, which
names the first.
"""

from __future__ import annotations

from haltcheck.model import instruction as i
from haltcheck.model.binding import Bindings
from haltcheck.model.calls import Resolver
from haltcheck.model.program import Function, Next


def is_listing(resolver: Resolver, function: Function, made: i.Build) -> bool:
    """Whether a dictionary has the members of an argument, each under what it says of itself.

    As in ``{one.name: one for one in packages}``.
    """
    if made.kind != "dict" or made.items:
        return False
    bindings = resolver.bindings(function)
    given = _given_items(bindings, function)
    return any(
        isinstance(one, i.Extend)
        and one.container == i.Local(made.target)
        and bindings.root(one.value) in given
        and one.key is not None
        and _says(bindings, one.key) == bindings.root(one.value)
        for block in function.blocks
        for one in block.instructions
    )


def _given_items(bindings: Bindings, function: Function) -> frozenset[str]:
    """The loop variables that go through an argument of the function."""
    parameters = {one.name for one in function.parameters}
    found: set[str] = set()
    for block in function.blocks:
        asking = block.terminator
        made = bindings.origin(asking.iterator) if isinstance(asking, Next) else None
        if isinstance(asking, Next) and isinstance(made, i.GetIterator):
            whole = bindings.origin(made.object)
            inner = whole.object if isinstance(whole, i.CallMethod) else made.object
            if bindings.root(inner) in parameters:
                found.add(asking.target)
    return frozenset(found)


def _says(bindings: Bindings, key: i.Operand) -> str:
    """The local whose attribute or entry a key is."""
    made = bindings.origin(key)
    if isinstance(made, i.CallMethod) and not made.items:
        made = bindings.origin(made.object)
    if isinstance(made, i.GetAttribute | i.GetItem):
        return bindings.root(made.object)
    return ""
