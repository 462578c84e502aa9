"""Texts in memory after their end: a cursor that stands behind it finds nothing there, for ever.

A cursor that moves on only stays behind the end; where exactly it is does not count any more.
"""

from __future__ import annotations

import re

from haltcheck.basis.once import once
from haltcheck.model import instruction as i
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.outcome import Event, RaisedError
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.value import EMPTY, Known, Listed, Symbol, Value
from haltcheck.model.program import Function

_BEHIND = re.compile(r"(.+) < len\((.+)\)")
_CALLS = {"find": Known(-1), "rfind": Known(-1), "startswith": Known(False)}
"""What methods of a text give that look from a place behind its end on."""


def _find_grown(function: Function) -> frozenset[str]:
    """What the function itself makes longer, by the texts of its calls: its end moves."""
    code = [one for block in function.blocks for one in block.instructions]
    calls = (one.text.rpartition(".") for one in code if isinstance(one, i.CallMethod))
    return frozenset(whole for whole, _, name in calls if name in ("append", "extend", "insert"))


grown = once(_find_grown)


def is_past(context: Context, value: Value, text: str = "") -> bool:
    """Whether the value is a cursor that is supposed to be behind the end, of this text if any."""
    if context.event is not Event.TEXT or not isinstance(value, Symbol):
        return False
    return any(
        match[1] == value.text
        and text in ("", match[2])
        and match[2] not in grown(context.function)
        for fact, answer in context.facts(f"{value.text} < len(")
        if not answer and (match := _BEHIND.fullmatch(fact)) is not None
    )


def moved_on(context: Context, state: State, operator: str, values: list[Value]) -> Value | None:
    """A cursor behind the end that moves on, which is behind the end; None for anything else."""
    if operator != "+" or len(values) != 2 or not is_past(context, values[0]):
        return None
    if isinstance(values[0], Symbol) and any(so for _, so in context.facts(f"{values[0].text} < ")):
        # It comes to whatever it is still in front of.
        return None
    match values[1]:
        case Known(value=int() as step) if step >= 0:
            pass
        case Symbol(text=text) if text.startswith("len("):
            pass
        case _:
            return None
    state.met = True
    return values[0]


def cut_past(context: Context, state: State, base: Symbol, key: Value) -> Value | None:
    """What a slice from such a cursor on, or the item there, gives; None where it is another."""
    if context.event is not Event.TEXT or base.text in grown(context.function):
        return None
    match key:
        case Listed(kind="slice", values=(Symbol(length=None) as start, *_)):
            fact = Symbol(f"{start.text} < len({base.text})")
            if context.decide(fact) is False:
                state.met = True
                return EMPTY
        case Symbol() if is_past(context, key, base.text):
            raise RaisedError("IndexError")
        case _:
            pass
    return None


def asked_past(
    context: Context, state: State, receiver: Symbol, name: str, values: list[Value]
) -> Value | None:
    """What a method gives that looks from such a cursor on; None for any other."""
    if name not in _CALLS or context.event is not Event.TEXT:
        return None
    match values:
        case [Known(value=str() | bytes() as wanted), Symbol(text=text), *_] if wanted:
            if context.decide(Symbol(f"{text} < len({receiver.text})")) is False:
                state.met = True
                return _CALLS[name]
        case _:
            pass
    return None
