"""Generators that go through something to which the loop that asks them adds meanwhile."""

from __future__ import annotations

from haltcheck.model import instruction as i
from haltcheck.model.abstract.growth import Growth, Search, grows
from haltcheck.model.abstract.scene import frame_of, tables_of
from haltcheck.model.assumption import DoesNotWrite
from haltcheck.model.calls import Resolved
from haltcheck.model.program import Function, Loop, Program

_COPYING = frozenset({"list", "tuple", "sorted", "set", "frozenset", "dict", "range"})
_NOWHERE = i.Local("")
_DEEPEST = 3


def feeds(
    program: Program, function: Function, loop: Loop, callee: Function, call: i.Call | i.CallMethod
) -> Growth:
    """Whether the loop may add to what the generator that it asks goes through meanwhile: what that
    is handed, and what it reads of attributes, of the module and of the function around it.
    """
    supposed: dict[DoesNotWrite, None] = {}
    bindings = tables_of(program).resolver.bindings(function)
    for item in call.items:
        made = bindings.origin(item.value)
        is_copy = isinstance(made, i.Call) and made.text in _COPYING
        if is_copy and getattr(item.value, "name", "").startswith("$"):
            continue
        found = grows(program, function, loop, item.value)
        if found.why:
            return Growth(found.why)
        supposed |= dict.fromkeys(found.assumptions)
    search = Search(program, function, loop, frame_of(program, function), bindings, _NOWHERE)
    why = _adds_to(search, _read(program, callee, _DEEPEST))
    return Growth(why) if why else Growth(assumptions=tuple(supposed))


def _read(program: Program, function: Function, depth: int) -> frozenset[str]:
    """The names of attributes, globals and variables around it that a function reads, and those
    that it calls.
    """
    resolver = tables_of(program).resolver
    found: set[str] = set()
    for block in function.blocks:
        for one in block.instructions:
            if isinstance(one, i.GetAttribute | i.LoadGlobal | i.LoadFree):
                found.add(one.name)
            elif isinstance(one, i.Call | i.CallMethod) and depth:
                run = resolver.resolve(function, one)
                for name in run.qualnames if isinstance(run, Resolved) else ():
                    if name in program.functions:
                        found |= _read(program, program.functions[name], depth - 1)
    return frozenset(found)


def _adds_to(search: Search, names: frozenset[str]) -> str:
    """Why what goes by one of the names, whatever it belongs to, may hold more after a round."""
    shared = search.function.shared
    for _, adder, receiver in search.additions():
        made = search.bindings.origin(receiver)
        reads = isinstance(made, i.GetAttribute | i.LoadGlobal | i.LoadFree) and made.name in names
        root = search.bindings.root(receiver)
        if reads or (root in names and root in shared):
            return f"{adder} may add to what the loop iterates"
    tables = tables_of(search.program)
    for _, one in search.instructions():
        if isinstance(one, i.Call | i.CallMethod):
            run = tables.resolver.resolve(search.function, one)
            for name in run.qualnames if isinstance(run, Resolved) else ():
                if not names.isdisjoint(tables.summaries.of(name).changes):
                    return f"{one.text} may add to what the loop iterates"
    return ""
