"""Sequences that a recursion makes anew, of fewer items than the one that it was handed."""

from __future__ import annotations

from haltcheck.model import instruction as i
from haltcheck.model.calls import Resolver
from haltcheck.model.program import Function, Next
from haltcheck.model.reference.look import Look

_COLLECTS = frozenset({"tuple", "list"})


def fewer(look: Look, operand: i.Operand) -> str:
    """The item, of whose parts fewer are handed on: ``[... for k in range(len(part) - 1)]``.

    What is made at each position does not matter: it is one item for each.
    """
    function, resolver = look.step.function, look.resolver
    made = resolver.bindings(function).origin(operand)
    if isinstance(made, i.Call) and made.text in _COLLECTS and len(made.items) == 1:
        made = resolver.bindings(function).origin(made.items[0].value)
    match made:
        case i.Build(kind="list", items=()):
            return _shorter(look, _listed(function, made))
        case i.Call(items=(item,)) if _yields_once_each(resolver, function, made):
            return _shorter(look, item.value)
        case _:
            return ""


def _listed(function: Function, made: i.Build) -> i.Operand:
    """What is iterated where an empty list takes in one item in each round."""
    begun = {block.id for block in function.blocks if made in block.instructions}
    puts = [
        block.id
        for block in function.blocks
        for one in block.instructions
        if isinstance(one, i.Extend) and one.container == i.Local(made.target)
    ]
    loops = [
        one for one in function.loops if one.blocks.intersection(puts) and not one.blocks & begun
    ]
    asking = function.blocks[loops[0].head].terminator if len(loops) == 1 else None
    return asking.iterator if isinstance(asking, Next) and len(puts) == 1 else i.Const(None)


def _yields_once_each(resolver: Resolver, function: Function, call: i.Call) -> bool:
    """Whether it is a generator expression over one sequence, which it is handed."""
    made = resolver.bindings(function).origin(call.function)
    callee = (
        resolver.program.functions.get(made.qualname) if isinstance(made, i.MakeFunction) else None
    )
    return callee is not None and "<genexpr>" in callee.qualname and len(callee.loops) == 1


def _shorter(look: Look, iterator: i.Operand) -> str:
    """The item, if its length less a constant is the number of the positions."""
    bindings = look.resolver.bindings(look.step.function)
    asked = bindings.origin(iterator)
    numbers = bindings.origin(asked.object) if isinstance(asked, i.GetIterator) else None
    if not isinstance(numbers, i.Call) or numbers.text != "range" or len(numbers.items) != 1:
        return ""
    match bindings.origin(numbers.items[0].value):
        case i.Operate(operator="-", operands=(whole, i.Const(value=int() as less))) if less > 0:
            size = bindings.origin(whole)
        case _:
            return ""
    if not isinstance(size, i.Call) or size.text != "len" or len(size.items) != 1:
        return ""
    measured = size.items[0].value
    return look.place(measured) if look.kinship.is_item(measured) else ""
