"""Texts that are replaced until nothing is left to replace, and the new text holds the old one."""

from __future__ import annotations

from haltcheck.model import instruction as i
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.outcome import Event
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.value import Known, Symbol, Value, derived, text_of

_GROWN = "grown("


def replaced(
    context: Context, state: State, receiver: Symbol, values: list[Value], known: Value | None
) -> Value | None:
    """What ``replace`` gives after the event; ``known`` where another rule said it already."""
    if known is not None:
        return grown(receiver, values[0])
    if len(values) != 2 or state.changed(receiver.text):
        return None
    old, new = values
    if context.event is not Event.REPLACED or not text_of(old):
        return None
    held = still_holds("in", [old, receiver]) or derived("{} in {}", old, receiver)
    if context.decide(held) is False:
        # What is looked for is not there, whatever else the loop asks for is.
        state.met = True
        return receiver
    if not _holds(context, old, new):
        return None
    state.met = True
    return grown(receiver, old)


def _holds(context: Context, old: Value, new: Value) -> bool:
    """Whether the new text is supposed to hold the old one."""
    match old, new:
        case Known(value=str() as part), Known(value=str() as whole):
            return part != "" and part in whole
        case Known(value=bytes() as part), Known(value=bytes() as whole):
            return part != b"" and part in whole
        case Symbol(text=text), Symbol(text=whole) if _is_made_of(context, text, whole):
            return False
        case Symbol() | Known(), Symbol():
            return context.decide(derived("{} in {}", old, new)) is True
        case _:
            return False


def _is_made_of(context: Context, text: str, part: str) -> bool:
    """``char * 2``: what is longer than a text does not stand in it."""
    bindings = context.resolver.bindings(context.function)
    made = bindings.origin(i.Local(text))
    if not isinstance(made, i.Operate) or made.operator not in ("*", "+"):
        return False
    return any(bindings.root(operand) == part for operand in made.operands)


def grown(text: Symbol, old: Value) -> Value:
    """A text that something was put into, again and again: it holds the old one for ever."""
    return text if text.text.startswith(_GROWN) else derived(_GROWN + "{}, {})", old, text)


def still_holds(operator: str, values: list[Value]) -> Value | None:
    """Whether such a text holds what was replaced in it; None for other questions."""
    match operator, values:
        case "in" | "not in", [old, Symbol(text=text)] if text_of(old):
            held = derived(_GROWN + "{}, ", old)
            is_old = isinstance(held, Symbol) and text.startswith(held.text)
            return Known(operator == "in") if is_old else None
        case _:
            return None
