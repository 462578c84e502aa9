"""Iterators that the file shows to go on for ever, or to end in a way of their own."""

from __future__ import annotations

from collections.abc import Iterator

from haltcheck.basis.once import once
from haltcheck.model import instruction as i
from haltcheck.model.abstract.unending import never_ends
from haltcheck.model.aftermath.abroad import (
    Kind,
    bindings_of_attribute,
    callee,
    kind_of,
    method,
)
from haltcheck.model.calls import Resolved, Resolver
from haltcheck.model.later import function_of
from haltcheck.model.program import Function, successors

Origin = tuple[Resolver, Function, i.Operand]


def may_go_on(resolver: Resolver, function: Function, operand: i.Operand) -> bool:
    """Whether what makes the iterator gives items for ever, or says nothing of an end."""
    kind = kind_of(resolver, function, operand)
    if kind is not None:
        return not _tells_end(kind)
    return any(_is_endless(*one) for one in _origins(resolver, function, operand))


def _origins(resolver: Resolver, function: Function, operand: i.Operand) -> Iterator[Origin]:
    """What may be bound to an attribute that is asked for; for all else the operand itself."""
    made = resolver.bindings(function).origin(operand)
    owner = resolver.receiver(function, made.object) if isinstance(made, i.GetAttribute) else None
    if not isinstance(made, i.GetAttribute) or owner is None or owner.is_class:
        yield resolver, function, operand
        return
    yield from bindings_of_attribute(Kind(resolver.program, owner.cls, owner.is_exact), made.name)


def _is_endless(resolver: Resolver, function: Function, operand: i.Operand) -> bool:
    if never_ends(function, resolver, operand):
        return True
    made = resolver.bindings(function).origin(operand)
    if isinstance(made, i.Call) and made.text == "iter" and len(made.items) == 1:
        made = resolver.bindings(function).origin(made.items[0].value)
    if not isinstance(made, i.Call | i.CallMethod):
        return False
    if made.text.rpartition(".")[2] == "cycle":
        # Only that of nothing ends.
        return True
    run = resolver.resolve(function, made)
    if isinstance(run, Resolved):
        found = [function_of(resolver.program, name) for name in run.qualnames]
        return any(one is not None and _yields_on(one) for one in found)
    further = callee(resolver, function, made, run)
    return further is not None and _yields_on(further.function)


def _find_yields_on(function: Function) -> bool:
    """Whether it is a generator with a loop that only an exception leaves."""
    return function.is_generator and any(
        not any(
            after not in loop.blocks
            for number in loop.blocks
            for after in successors(function.blocks[number])
            if after != function.blocks[number].handler
        )
        for loop in function.loops
    )


_yields_on = once(_find_yields_on)


def _tells_end(kind: Kind) -> bool:
    """Whether the ``__next__`` of a class of the tree speaks of the end, or asks another one."""
    if (found := method(kind, "__next__")) is None:
        return True
    entry = found.program.contents.functions.get(found.function.qualname)
    asked = {text.rpartition(".")[2] for text in entry.calls} if entry is not None else set()
    names = {
        one.name
        for block in found.function.blocks
        for one in block.instructions
        if isinstance(one, i.LoadGlobal)
    }
    return "StopIteration" in names or not asked.isdisjoint(_ASKS)


_ASKS = frozenset({"next", "__next__"})
