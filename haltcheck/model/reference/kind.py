"""Tables that the file fills with objects of one class: whatever is found there is one of it."""

from __future__ import annotations

from haltcheck.basis.once import once
from haltcheck.model import instruction as i
from haltcheck.model.calls import Resolver
from haltcheck.model.program import Function, Loop, Program, Test
from haltcheck.model.reference.store import fillers, put


def kind_of(resolver: Resolver, name: str) -> str:
    """The short name of the only class whose objects are put into the attribute of this name."""
    known = _kinds(resolver.program)
    if name not in known:
        kinds = {
            _class_of(resolver, function, value)
            for function in fillers(resolver, name)
            for value in put(resolver, function, name)
        }
        known[name] = kinds.pop() if len(kinds) == 1 else ""
    return known[name]


def is_found(resolver: Resolver, function: Function, loop: Loop, look: i.Instruction) -> bool:
    """Whether the loop leaves an object of the very class that a look-up gives."""
    bindings = resolver.bindings(function)
    table = bindings.origin(look.object) if isinstance(look, i.GetItem) else None
    kind = kind_of(resolver, table.name) if isinstance(table, i.GetAttribute) else ""
    for number in loop.blocks if kind else ():
        end = function.blocks[number].terminator
        if not isinstance(end, Test) or end.then in loop.blocks:
            continue
        asked = bindings.origin(end.condition)
        if not isinstance(asked, i.Call) or asked.text != "isinstance" or len(asked.items) != 2:
            continue
        named = bindings.origin(asked.items[1].value)
        if getattr(named, "name", "") == kind:
            return True
    return False


def _class_of(resolver: Resolver, function: Function, value: i.Operand) -> str:
    made = resolver.bindings(function).origin(value)
    name = made.text.rpartition(".")[2] if isinstance(made, i.Call) else ""
    return name if name.lstrip("_")[:1].isupper() and not name.isupper() else ""


def _nothing_known(program: Program) -> dict[str, str]:
    return {}


_kinds = once(_nothing_known, most=4)
