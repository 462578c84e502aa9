"""Tables that the code itself works out, or keeps free of circles while it fills them."""

from __future__ import annotations

import re

from haltcheck.basis.once import once
from haltcheck.frontend.pick import is_private
from haltcheck.model import instruction as i
from haltcheck.model.binding import bound
from haltcheck.model.calls import Resolved, Resolver, owner_of
from haltcheck.model.later import function_of
from haltcheck.model.program import Function, Program, Raise, code_of
from haltcheck.model.reference.forest import is_forest
from haltcheck.model.reference.store import fillers

_WORKS_OUT = re.compile(r"_*(collect|build|compute|calculate|make|create|prepare|sort)(?![a-z])\w*")


def is_computed(resolver: Resolver, function: Function, look: i.Instruction) -> bool:
    """Whether a look-up asks an own attribute that the code worked out, or guards."""
    whole = getattr(look, "object", None)
    made = resolver.bindings(function).origin(whole) if whole is not None else None
    if not isinstance(made, i.GetAttribute):
        return False
    method = _method(resolver, function, made.object)
    if method is None:
        return False
    program = resolver.program
    if works_out(program, method.in_class, made.name) or _is_calculated(program, made.name):
        return True
    # Who calls it from outside may begin in a circle of its own.
    if (function is not method or is_private(function.name)) and is_forest(resolver, made.name):
        return True
    filled = list(fillers(resolver, made.name))
    return bool(filled) and all(_asks_first(resolver, one, function) for one in filled)


def _method(resolver: Resolver, function: Function, operand: i.Operand) -> Function | None:
    """The method whose own object an operand is: the function, or the one around it."""
    made = resolver.bindings(function).origin(operand)
    method: Function | None = function
    if isinstance(made, i.LoadFree):
        method = owner_of(resolver.program, function, made.name)
        name = made.name
    else:
        name = resolver.bindings(function).root(operand)
    if method is None or method.in_class is None or not method.parameters:
        return None
    return method if name == method.parameters[0].name else None


def works_out(program: Program, cls: str | None, name: str) -> bool:
    """Whether a method of the class binds the attribute to what ``collect_...()`` gives."""
    return name in _worked_out(program).get(cls or "", frozenset())


def _is_calculated(program: Program, name: str) -> bool:
    """Whether all that is appended to the attribute of this name are sums of the code's own."""
    added = _appended(program).get(name, ())
    return bool(added) and all(isinstance(one, i.Operate) for one in added)


@once
def _appended(program: Program) -> dict[str, list[i.Instruction | None]]:
    """By attribute what makes the items that functions of the file append to it."""
    found: dict[str, list[i.Instruction | None]] = {}
    for function in program.functions.values():
        code = list(code_of(function))
        makers = {name: one for one in code for name in bound(one)}
        for one in code:
            if not isinstance(one, i.CallMethod) or one.name != "append" or len(one.items) != 1:
                continue
            table = makers.get(one.object.name) if isinstance(one.object, i.Local) else None
            value = one.items[0].value
            if isinstance(table, i.GetAttribute):
                made = makers.get(value.name) if isinstance(value, i.Local) else None
                found.setdefault(table.name, []).append(made)
    return found


@once
def _worked_out(program: Program) -> dict[str, frozenset[str]]:
    """For each class the attributes that a method binds to what ``collect_...()`` gives."""
    found: dict[str, set[str]] = {}
    for name, entry in program.contents.functions.items():
        own = f"{entry.parameters[0]}." if entry.parameters else ""
        bound = {write for write in entry.writes if own and write.startswith(own)}
        makes = any(_WORKS_OUT.fullmatch(text.rpartition(".")[2]) for text in entry.calls)
        function = function_of(program, name) if entry.in_class and bound and makes else None
        if function is None or entry.in_class is None:
            continue
        names = found.setdefault(entry.in_class, set())
        makers = {one.target: one for one in code_of(function) if isinstance(one, i.CallMethod)}
        for one in code_of(function):
            value = one.value if isinstance(one, i.SetAttribute) else i.Const(None)
            call = makers.get(value.name) if isinstance(value, i.Local) else None
            if isinstance(one, i.SetAttribute) and call is not None:
                names.update([one.name] if _WORKS_OUT.fullmatch(call.name) else [])
    return {name: frozenset(names) for name, names in found.items()}


def _asks_first(resolver: Resolver, filler: Function, walk: Function) -> bool:
    """Whether who fills the table walks along it first, by itself or by way of a method of its
    object, and refuses what makes a circle.
    """
    walks = any(
        isinstance(one, i.CallMethod)
        and (one.name == walk.name or _leads_to(resolver, filler, one, walk.name))
        for one in code_of(filler)
    )
    return walks and any(isinstance(block.terminator, Raise) for block in filler.blocks)


def _leads_to(resolver: Resolver, function: Function, call: i.CallMethod, name: str) -> bool:
    """Whether a method that the object calls on itself calls the one of this name."""
    run = resolver.resolve(function, call)
    ways = run.qualnames if isinstance(run, Resolved) and len(run.qualnames) == 1 else ()
    callees = (function_of(resolver.program, one) for one in ways)
    return any(
        isinstance(one, i.CallMethod) and one.name == name
        for callee in callees
        for one in (code_of(callee) if callee is not None else ())
    )
