"""Walks whose author foresaw that they may go round: a handler, or somebody who says no."""

from __future__ import annotations

import re

from haltcheck.model import instruction as i
from haltcheck.model.calls import owner_of
from haltcheck.model.program import Raise
from haltcheck.model.reference.look import Look


def is_foreseen(look: Look, one: i.Instruction) -> bool:
    """Whether calls that go too deep are caught around the step, as a RuntimeError."""
    step = look.step
    if step.cyclic or step.function.blocks[step.block].handler is None:
        return False
    if not isinstance(one, i.Operate) or one.operator != "catches":
        return False
    return look.resolver.dotted(step.function, one.operands[1]) == "RuntimeError"


_REFUSED = re.compile(
    r"\b(?:a?cyclic(?:al)?|cycles?|circular|loops? (?:back|detected|found)"
    r"|not a (?:tree|forest|dag))\b",
    re.IGNORECASE,
)
"""What an exception says of data that go round."""


def refuses_circles(look: Look) -> bool:
    """Whether the function, or one around it, raises for data that are no tree: by its own words.

    How it knows is not followed.
    """
    functions = look.resolver.program.functions
    name = look.step.function.qualname
    while name:
        function = functions.get(name)
        for block in function.blocks if function is not None else ():
            if isinstance(block.terminator, Raise) and any(map(_says_so, block.instructions)):
                return True
        name = name.rpartition(".")[0]
    return False


def _says_so(one: i.Instruction) -> bool:
    operands = [*(item.value for item in getattr(one, "items", ()))]
    operands += [*getattr(one, "operands", ()), *filter(None, [getattr(one, "object", None)])]
    return any(
        isinstance(x, i.Const) and isinstance(x.value, str) and _REFUSED.search(x.value)
        for x in operands
    )


def is_told_more(look: Look, call: i.Call) -> bool:
    """Whether a function that was handed in is told more of the walk than one item."""
    resolver, function = look.resolver, look.step.function
    bindings = resolver.bindings(function)
    made = bindings.origin(call.function)
    owner = (
        owner_of(resolver.program, function, made.name)
        if isinstance(made, i.LoadFree)
        else function
    )
    given = owner.parameters if owner is not None else ()
    if len(call.items) < 2 or all(one.name != call.text for one in given):
        return False
    names = {one.name for one in function.parameters}
    return any(look.near(x.value) or bindings.root(x.value) in names for x in call.items)
