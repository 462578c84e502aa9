"""Iterations that no loop shows: straight code that asks what never ends for all of its items."""

from __future__ import annotations

from dataclasses import replace

from haltcheck.model import instruction as i
from haltcheck.model.abstract.exhausting import Sight
from haltcheck.model.abstract.iterable import Asked, Endless, Iterability, Unclear, handed_on
from haltcheck.model.abstract.scene import tables_of
from haltcheck.model.calls import Dotted, Resolver
from haltcheck.model.program import Function, Program
from haltcheck.model.subject import IterationSubject

_WHOLLY = frozenset(
    {"frozenset", "list", "max", "min", "set", "sorted", "tuple", "collections.deque"}
)
_TAKING = frozenset({"extend", "join"})
_NOT_THERE = "what is looked for is not there"


def unlooped(program: Program, function: Function) -> tuple[IterationSubject, ...]:
    """The iterations of a function that never end by themselves."""
    resolver = tables_of(program).resolver
    sight = Sight(resolver, function)
    found = [
        IterationSubject(function.qualname, block.id, index)
        for block in function.blocks
        for index, one in enumerate(block.instructions)
        if (asked := _asked(resolver, function, one)) and sight.is_endless(asked.operand)
    ]
    return tuple([one for one in found if isinstance(iteration(program, one), Endless)])


def iteration(program: Program, subject: IterationSubject) -> Iterability:
    """Whether the iteration comes to an end by itself."""
    function = program.functions.get(subject.qualname)
    if function is None or not -1 < subject.block < len(function.blocks):
        return Unclear(f"{subject.qualname} was not read")
    instructions = function.blocks[subject.block].instructions
    if not -1 < subject.index < len(instructions):
        return Unclear("there is no such instruction")
    asked = _asked(tables_of(program).resolver, function, instructions[subject.index])
    if asked is None:
        return Unclear("it asks nothing for all of its items")
    found = handed_on(program, function, asked)
    return replace(found, where=asked.where) if isinstance(found, Endless) else found


def _asked(resolver: Resolver, function: Function, one: i.Instruction) -> Asked | None:
    """What the instruction asks for all of its items, whatever they are."""
    match one:
        case i.Unpack(value=value, star=star) if star >= 0:
            return Asked(value)
        case i.Operate(operator="in" | "not in", operands=(_, many)):
            return Asked(many, where=_NOT_THERE)
        case i.Build(items=items):
            return next((Asked(item.value) for item in items if item.kind == "*"), None)
        case i.CallMethod(name=name, object=whole, items=(item,)) if name in _TAKING:
            return Asked(item.value, whole) if item.kind == "positional" else None
        case i.Call(items=items) | i.CallMethod(items=items):
            spread = next((Asked(item.value) for item in items if item.kind == "*"), None)
            if spread is not None or not items or items[0].kind != "positional":
                return spread
            resolved = resolver.resolve(function, one)
            if isinstance(resolved, Dotted) and resolved.name in _WHOLLY and len(items) == 1:
                return Asked(items[0].value)
    return None
