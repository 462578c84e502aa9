"""Iterations over what never ends: their rounds are those of ``while True``."""

from __future__ import annotations

from haltcheck.basis.record import record
from haltcheck.model import instruction as i
from haltcheck.model.abstract.unending import never_ends
from haltcheck.model.calls import Resolver
from haltcheck.model.program import Block, Function, Jump, Loop, Next, Program


@record
class Supply:
    """What a loop takes its values from for ever.

    ``expression`` is the generator expression that makes each of them, ``body`` its block that
    does; None and -1 where the values come from the library.
    """

    expression: Function | None = None
    body: int = -1


def supply(program: Program, resolver: Resolver, function: Function, loop: Loop) -> Supply | None:
    """Where the values of a ``for`` loop come from; None for any other loop, and where they end."""
    asking = function.blocks[loop.head].terminator
    if loop.kind != "for" or not isinstance(asking, Next) or asking.is_async:
        return None
    bindings = resolver.bindings(function)
    begun = bindings.origin(asking.iterator)
    if not isinstance(begun, i.GetIterator) or begun.is_async:
        return None
    if never_ends(function, resolver, begun.object):
        return Supply()
    call = bindings.origin(begun.object)
    if not isinstance(call, i.Call) or len(call.items) != 1 or call.text != "<genexpr>":
        return None
    made, first = bindings.origin(call.function), bindings.origin(call.items[0].value)
    if not isinstance(made, i.MakeFunction) or not isinstance(first, i.GetIterator):
        return None
    if not never_ends(function, resolver, first.object):
        return None
    return mapped(program.functions.get(made.qualname))


def mapped(expression: Function | None) -> Supply | None:
    """The supply of a generator expression of one clause that leaves nothing out."""
    if expression is None or expression.name != "<genexpr>" or len(expression.loops) != 1:
        return None
    asking = expression.blocks[expression.loops[0].head].terminator
    if not isinstance(asking, Next):
        return None
    body = expression.blocks[asking.body]
    is_plain = isinstance(body.terminator, Jump) and body.terminator.to == expression.loops[0].head
    yields = [one for one in body.instructions if isinstance(one, i.Suspend)]
    return Supply(expression, body.id) if is_plain and len(yields) == 1 else None


def made_of(block: Block) -> tuple[tuple[i.Instruction, ...], i.Operand]:
    """What the block of a generator expression computes, and what it yields then."""
    count = next(k for k, one in enumerate(block.instructions) if isinstance(one, i.Suspend))
    given = block.instructions[count]
    assert isinstance(given, i.Suspend)
    return block.instructions[:count], given.value
