"""Parsers that ask for one thing after the other, and move on where it is there: none may be."""

from __future__ import annotations

import re

from haltcheck.basis.once import once
from haltcheck.basis.span import Span
from haltcheck.model import instruction as i
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.outcome import Event
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.value import Known, Value
from haltcheck.model.program import Function, Test, code_of

_ASKS = re.compile(
    r"_*(?:accept|match|maybe|optional|try|(?:advance|consume|eat|skip|take)_if"
    r"|parse_(?:maybe|optional))(?:_\w*)?"
)
"""Names of methods that take what they are told if it comes next, and say whether it did."""


def _find(function: Function) -> frozenset[Span]:
    code = list(code_of(function))
    tested = {
        end.condition.name
        for block in function.blocks
        if isinstance(end := block.terminator, Test) and isinstance(end.condition, i.Local)
    }
    tested |= {
        operand.name
        for one in code
        if isinstance(one, i.Operate) and one.operator in ("not", "truth") and one.target in tested
        for operand in one.operands
        if isinstance(operand, i.Local)
    }
    own = function.parameters[0].name if function.in_class and function.parameters else ""
    return frozenset(
        one.span
        for one in code
        if isinstance(one, i.CallMethod) and _ASKS.fullmatch(one.name) and one.target in tested
        if one.object == i.Local(own)
    )


_asking = once(_find)


def asks(function: Function, call: i.Call | i.CallMethod) -> bool:
    """Whether the call asks its own parser for something, and a test for its answer."""
    return call.span in _asking(function)


def unmatched(context: Context, state: State, call: i.CallMethod) -> Value | None:
    """The answer where nothing that is asked for comes next; None for any other call."""
    if context.event is not Event.UNMATCHED or not asks(context.function, call):
        return None
    context.returns(call.text, call.span.line)
    state.met = True
    return Known(False)
