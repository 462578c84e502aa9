"""What instructions run unseen in this file, and which ones write names that are computed."""

from __future__ import annotations

from haltcheck.basis.once import once
from haltcheck.model import instruction as i
from haltcheck.model.calls import Resolved, Resolver
from haltcheck.model.program import Function, Program
from haltcheck.model.recursion import edges

REFLECTIVE = frozenset({"setattr", "delattr", "exec", "eval", "vars", "globals", "locals"})
_REFLECTIVE_METHODS = frozenset({"__setattr__", "__delattr__"})

_TRUTHS = frozenset({"__bool__", "__len__"})

_HIDDEN: dict[int, tuple[Function, dict[int, tuple[str, ...]]]] = {}


def hidden(resolver: Resolver, function: Function, instruction: i.Instruction) -> tuple[str, ...]:
    """What the instruction runs in this file, calls apart; tables of the last functions stay."""
    found = _HIDDEN.get(id(function))
    if found is None or found[0] is not function:
        if len(_HIDDEN) > 64:
            _HIDDEN.clear()
        found = _HIDDEN[id(function)] = (function, _table(resolver, function))
    return found[1].get(id(instruction), ())


def _defines_truth(program: Program) -> bool:
    methods = (name for entry in program.contents.classes.values() for name in entry.methods)
    return not _TRUTHS.isdisjoint(methods)


_has_own_truth = once(_defines_truth)


def runs_truth(resolver: Resolver, function: Function, operand: i.Operand) -> bool:
    """Whether testing an operand may run ``__bool__`` or ``__len__`` of this file.

    What stands there may raise, or give back what is no truth value.
    """
    if not _has_own_truth(resolver.program):
        return False
    run = resolver.special(function, operand, "__bool__")
    return isinstance(run, Resolved) and bool(run.qualnames)


def _table(resolver: Resolver, function: Function) -> dict[int, tuple[str, ...]]:
    table: dict[int, tuple[str, ...]] = {}
    for edge in edges(resolver, function):
        instructions = function.blocks[edge.block].instructions
        if edge.index < len(instructions):
            one = instructions[edge.index]
            if not isinstance(one, i.Call | i.CallMethod):
                table[id(one)] = (*table.get(id(one), ()), *edge.resolved.qualnames)
    return table


_NAMING = (i.Call, i.CallMethod, i.GetAttribute)


def is_reflective(instruction: i.Instruction) -> bool:
    """Whether it writes, or gives a way to write, attributes and globals by computed names."""
    if not isinstance(instruction, _NAMING):
        return False
    match instruction:
        case i.Call(text=text):
            return text in REFLECTIVE
        case i.CallMethod(name=name):
            return name in _REFLECTIVE_METHODS
        case i.GetAttribute(name=name):
            return name == "__dict__"
        case _:
            return False
