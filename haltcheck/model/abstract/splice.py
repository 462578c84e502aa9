"""Puts the bodies of small nested functions where they are called, so that what they write shows.

``nonlocal n`` makes ``n`` a local that anyone may write at any time; where every function that
writes it stands spliced into its owner and is used for nothing else, ``n`` is a plain local again.
"""

from __future__ import annotations

from typing import Any, TypeGuard

from haltcheck.model import instruction as i
from haltcheck.model.abstract.access import asked, locals_of, operands
from haltcheck.model.abstract.flow import flow_of
from haltcheck.model.abstract.graft import Graft, arguments
from haltcheck.model.calls import Resolver
from haltcheck.model.program import Function, Program

_BLOCKS = 24
_MOST = 8


_KNOWN: dict[int, tuple[Program, Function, Function]] = {}


def spliced(program: Program, resolver: Resolver, function: Function) -> Function:
    """The function with its small nested functions in place; itself where there are none.

    What was made last is kept, for a function has many loops.
    """
    if not function.rebound or _has(function, i.Hole):
        return function
    found = _KNOWN.get(id(function))
    if found is not None and found[0] is program and found[1] is function:
        return found[2]
    if len(_KNOWN) > 64:
        _KNOWN.clear()
    made = _spliced(program, resolver, function)
    _KNOWN[id(function)] = (program, function, made)
    return made


def _spliced(program: Program, resolver: Resolver, function: Function) -> Function:
    nested = _nested(program, function)
    writers = [one for one in nested if _written(one) & function.rebound]
    calls = {one.qualname: _calls(resolver, function, one) for one in writers}
    good = [one for one in writers if calls[one.qualname] and _is_small(one)]
    bad = [one for one in nested if one not in good]
    open_names = frozenset().union(*(_written(one) for one in bad), *(_deep(one) for one in bad))
    tame = function.rebound - open_names
    if not tame or sum(len(places) for places in calls.values()) > _MOST:
        return function
    work = Graft(function)
    for one in good:
        for _, call in calls[one.qualname]:
            given = arguments(call, one)
            assert given is not None, "calls that do not fit were left out"
            work.put(one, call, given)
    return work.finish(function.rebound - tame)


def _nested(program: Program, function: Function) -> list[Function]:
    prefix = f"{function.qualname}."
    return [one for name, one in program.functions.items() if name.startswith(prefix)]


def _written(function: Function) -> frozenset[str]:
    """The names of enclosing functions that it binds or unbinds."""
    return frozenset(
        one.name
        for block in function.blocks
        for one in block.instructions
        if isinstance(one, i.StoreFree) or (isinstance(one, i.Unbind) and one.scope == "free")
    )


def _deep(function: Function) -> frozenset[str]:
    """Names that functions inside of it may write, as far as it owns up to them."""
    return function.free if _has(function, i.Hole) else frozenset()


def _is_small(function: Function) -> bool:
    """Straight code of its own, whose locals are all bound before they are read."""
    simple = all(parameter.kind == "normal" for parameter in function.parameters)
    names = {parameter.name for parameter in function.parameters}
    return (
        simple
        and not (function.loops or function.shared or function.rebound)
        and not (function.is_async or function.is_generator)
        and len(function.blocks) <= _BLOCKS
        and not flow_of(function).cuts
        and flow_of(function).live[0] <= names
        and not any(block.handler is not None for block in function.blocks)
        and not _has(function, i.Unbind | i.Hole | i.Suspend)
    )


def _has(function: Function, kinds: Any) -> bool:
    return any(isinstance(one, kinds) for block in function.blocks for one in block.instructions)


def _calls(resolver: Resolver, owner: Function, nested: Function) -> list[tuple[int, i.Call]]:
    """Its calls in the owner; nothing where it is used for anything else."""
    bindings = resolver.bindings(owner)
    names = {
        target
        for target, made in bindings.makers.items()
        if isinstance(bindings.origin(i.Local(target)), i.MakeFunction)
        and getattr(bindings.origin(i.Local(target)), "qualname", "") == nested.qualname
    }
    found: list[tuple[int, i.Call]] = []
    if not names or names & owner.shared:
        return []
    for block in owner.blocks:
        for one in block.instructions:
            used = set(locals_of(operands(one))) & names
            if _makes(one, nested) and (one.defaults or one.target not in names):
                return []
            if not used or (isinstance(one, i.Copy) and one.target in names):
                continue
            if not isinstance(one, i.Call) or not _fits(one, nested, names):
                return []
            found.append((block.id, one))
        if set(locals_of(asked(block.terminator))) & names:
            return []
    return found


def _makes(instruction: i.Instruction, nested: Function) -> TypeGuard[i.MakeFunction]:
    return isinstance(instruction, i.MakeFunction) and instruction.qualname == nested.qualname


def _fits(call: i.Call, nested: Function, names: set[str]) -> bool:
    """Plain arguments, one for each parameter, none of them the function itself."""
    return (
        all(item.kind == "positional" and item.name is None for item in call.items)
        and len(call.items) == len(nested.parameters)
        and not {item.value.name for item in call.items if isinstance(item.value, i.Local)} & names
    )
