"""Walks that move on by themselves: nothing that they look up leads back to where they were.

A question that a number is a part of which the rounds count up is a new one each time; a place
that is moved by what is said and something more lies further on; what a text is taken apart into
is shorter than the text; what is taken out of a set of those that were seen is no news.
"""

from __future__ import annotations

from collections.abc import Iterable

from haltcheck.model import instruction as i
from haltcheck.model.binding import bound
from haltcheck.model.calls import Resolver
from haltcheck.model.program import Function, Loop, Next
from haltcheck.model.reference.store import place_of
from haltcheck.model.slice import reads

_DEEP = 5
_ADDS = frozenset({"+", "+="})
_APART = frozenset({"partition", "rpartition", "split", "rsplit", "removeprefix", "removesuffix"})


def is_counted(function: Function, loop: Loop, questions: Iterable[i.Instruction]) -> bool:
    """Whether each of the questions is asked with a number that every round counts up."""
    inside = [one for number in sorted(loop.blocks) for one in function.blocks[number].instructions]
    counters = _counters(function, inside)
    if not counters:
        return False
    size = 0
    while len(counters) > size:
        size = len(counters)
        for one in inside:
            is_text = isinstance(one, i.Call) and one.text == "str"
            is_plain = is_text or not isinstance(one, i.Invocation)
            if is_plain and not counters.isdisjoint(reads(one)):
                counters.update(bound(one))
    asked = [one for one in questions if isinstance(one, i.Invocation)]
    return bool(asked) and all(not counters.isdisjoint(reads(one)) for one in asked)


def _counters(function: Function, inside: list[i.Instruction]) -> set[str]:
    """The locals that the rounds change by adding to them, and in no other way."""
    moved: set[str] = set()
    others: set[str] = set()
    for one in inside:
        for name in bound(one):
            is_sum = isinstance(one, i.Operate) and one.operator in _ADDS
            (moved if is_sum and name in reads(one) else others).add(name)
    return {name for name in moved - others if name in function.locals}


def is_further(resolver: Resolver, function: Function, made: i.Instruction, name: str) -> bool:
    """Whether a place is moved by what is said there and a number above zero."""
    if not isinstance(made, i.Operate) or made.operator not in _ADDS or name not in reads(made):
        return False
    for operand in made.operands:
        by = resolver.bindings(function).origin(operand)
        if isinstance(by, i.Operate) and by.operator == "+":
            return any(_is_above_zero(one) for one in by.operands)
    return False


def _is_above_zero(operand: i.Operand) -> bool:
    return isinstance(operand, i.Const) and type(operand.value) is int and operand.value > 0


def hands_a_rest(resolver: Resolver, function: Function, call: i.Instruction) -> bool:
    """Whether a call is handed a part of a text that was taken apart, or is asked of one."""
    if not isinstance(call, i.Invocation):
        return False
    operands = [item.value for item in call.items]
    if isinstance(call, i.CallMethod):
        operands.append(call.object)
    return any(_is_rest(resolver, function, one, _DEEP) for one in operands)


def _is_rest(resolver: Resolver, function: Function, operand: i.Operand, depth: int) -> bool:
    if depth == 0 or not isinstance(operand, i.Local):
        return False
    made = resolver.bindings(function).origin(operand)
    match made:
        case i.Unpack(value=whole) | i.GetItem(object=whole):
            apart = resolver.bindings(function).origin(whole)
            return (
                isinstance(apart, i.CallMethod)
                and apart.name in _APART
                and _is_handed(resolver, function, apart.object, _DEEP)
            )
        case i.Build(items=items):
            parts = [part for item in items for part in (item.value, item.key) if part is not None]
        case i.Call(items=items):
            parts = [item.value for item in items]
        case _:
            return False
    return any(_is_rest(resolver, function, one, depth - 1) for one in parts)


def _is_handed(resolver: Resolver, function: Function, operand: i.Operand, depth: int) -> bool:
    """Whether a text is an argument, or an item of one: not what is read on the way."""
    bindings = resolver.bindings(function)
    root = bindings.root(operand)
    if depth == 0 or any(one.name == root for one in function.parameters):
        return depth > 0
    made = bindings.origin(operand)
    if isinstance(made, i.GetItem):
        return _is_handed(resolver, function, made.object, depth - 1)
    ends = (block.terminator for block in function.blocks)
    asked = [end.iterator for end in ends if isinstance(end, Next) and end.target == root]
    iterators = (bindings.origin(one) for one in asked)
    return any(
        isinstance(one, i.GetIterator) and _is_handed(resolver, function, one.object, depth - 1)
        for one in iterators
    )


def is_news(
    resolver: Resolver, function: Function, loop: Loop, pushed: Iterable[i.Operand]
) -> bool:
    """Whether all that is put on a list was taken out of what a set held that it goes into."""
    kept = [
        (place_of(resolver, function, one.object), item.value)
        for number in loop.blocks
        for one in function.blocks[number].instructions
        if isinstance(one, i.CallMethod) and one.name == "update"
        for item in one.items
    ]
    pushed = tuple(pushed)
    return bool(pushed) and all(_is_new(resolver, function, one, kept) for one in pushed)


def _is_new(
    resolver: Resolver, function: Function, operand: i.Operand, kept: list[tuple[str, i.Operand]]
) -> bool:
    match resolver.bindings(function).origin(operand):
        case i.CallMethod(name="difference", items=(item,)):
            seen = item.value
        case i.Operate(operator="-", operands=(_, seen)):
            pass
        case _:
            return False
    place = place_of(resolver, function, seen)
    return bool(place) and (place, operand) in kept
