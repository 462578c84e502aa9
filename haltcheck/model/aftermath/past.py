"""Texts in memory after their end: a cursor that stands behind it finds nothing there, for ever.

A cursor that moves on only stays behind the end; where exactly it is does not count any more.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from haltcheck.basis.once import once
from haltcheck.model import instruction as i
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.outcome import Event, RaisedError
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.value import EMPTY, Known, Listed, Symbol, Value, text_of
from haltcheck.model.program import Function, code_of

_BEHIND = re.compile(r"(.+) < len\((.+)\)")
_CALLS = {"find": Known(-1), "rfind": Known(-1), "startswith": Known(False)}
"""What methods of a text give that look from a place behind its end on."""


def _find_grown(function: Function) -> frozenset[str]:
    """What the function itself makes longer, by the texts of its calls: its end moves."""
    code = list(code_of(function))
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
    context.moved.add((text_of(values[0]), values[1] == Known(1)))
    return values[0]


def overtakes(context: Context, supposed: Mapping[str, bool]) -> bool:
    """Whether a cursor that moves on is supposed to stay before something, or at it.

    One that moves by 1 at a time comes by no place without being there.
    """
    leaps = {cursor for cursor, is_one in context.moved if not is_one}
    return any(
        (fact.endswith(f" < {one}") and not answer)
        or (" == " in fact and one in fact.split(" == ") and (answer or one not in leaps))
        for one, _ in context.moved
        for fact, answer in supposed.items()
    )


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
        case Symbol() if is_past(context, key, base.text) or _is_asked_past(context, key, base):
            state.met = True
            raise RaisedError("IndexError")
        case _:
            pass
    return None


def _is_asked_past(context: Context, cursor: Symbol, base: Symbol) -> bool:
    """Whether the item there is asked for by code that knows of the end, and the cursor is there.

    Nothing else compares the two: ``try: return text[pos]`` with a handler for an IndexError.
    """
    if not context.trying or not _knows_end(context.function):
        return False
    return context.decide(Symbol(f"{cursor.text} < len({base.text})")) is False


def _find_knows_end(function: Function) -> bool:
    code = list(code_of(function))
    return any(isinstance(one, i.LoadGlobal) and one.name in _NO_ITEM for one in code)


_NO_ITEM = frozenset({"IndexError", "LookupError"})
_knows_end = once(_find_knows_end)


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
