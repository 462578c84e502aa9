"""Calls of what is not seen that can neither move what counts nor refuse what the event brought."""

from __future__ import annotations

from haltcheck.basis.once import once
from haltcheck.model import instruction as i
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.outcome import Event, LeavesError
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.value import UNSURE, Known, Listed, Symbol, Value, tainted
from haltcheck.model.program import Function

_CALCULATES = frozenset({"+", "-", "+=", "-=", "<", "<=", ">", ">="})
_EVENTS = frozenset({Event.END, Event.CLOSED, Event.MISSING, Event.DATA})


def harmless(
    context: Context, state: State, call: i.Call | i.CallMethod, values: list[Value]
) -> Value:
    """The result of a call that is supposed to return; LeavesError where too much is supposed.

    It is handed numbers and texts only, so that it cannot move a local; what it may write
    elsewhere is not known any more. What it is handed of the event it may look at and refuse,
    unless it makes an object of a plain class.
    """
    text = call.text or "a function"
    if _makes_row(context, text):
        return UNSURE
    if context.event not in _EVENTS or not all(_is_plain(context, one) for one in values):
        raise LeavesError(f"nobody knows {text}")
    if any(_is_of_event(context, value) for value in values):
        raise LeavesError(f"{text} may refuse it")
    context.returns(text, call.span.line)
    state.lost = True
    state.attributes = dict.fromkeys(state.attributes, UNSURE)
    return UNSURE


def _is_plain(context: Context, value: Value) -> bool:
    """A number, a text, or a part of one: nothing that a callee could change."""
    match value:
        case Known():
            return True
        case Listed(kind="tuple", values=values):
            return all(_is_plain(context, one) for one in values)
        case Symbol(text=text, length=length):
            made = any(sign in text for sign in ("[slice(", " + ", " - "))
            return made or length is not None or text in _numbers(context.function)
        case _:
            return False


def _find_numbers(function: Function) -> frozenset[str]:
    """The locals that are calculated with, or compared by their size."""
    return frozenset(
        operand.name
        for block in function.blocks
        for one in block.instructions
        if isinstance(one, i.Operate) and one.operator in _CALCULATES
        for operand in one.operands
        if isinstance(operand, i.Local)
    )


_numbers = once(_find_numbers)


def _is_of_event(context: Context, value: Value) -> bool:
    return tainted(value) or value in context.chosen.values()


def _makes_row(context: Context, name: str) -> bool:
    """Whether it is a named tuple or a class of the file that stores what it is given."""
    contents = context.program.contents
    entry = contents.classes.get(name)
    if entry is not None:
        return not entry.methods & {"__init__", "__new__", "__post_init__"}
    made = {call.rpartition(".")[2] for call in contents.module_calls}
    is_bound = contents.global_writes.get(name) == 1 and name not in contents.imports
    return is_bound and name[:1].isupper() and "namedtuple" in made
