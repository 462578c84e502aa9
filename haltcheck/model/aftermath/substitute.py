"""Substitutions by a pattern: what they make of nothing, and of what stands still."""

from __future__ import annotations

from haltcheck.model import instruction as i
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.pattern import matches_nothing, spelt
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.value import UNSURE, Empty, Known, Symbol, Value, derived, text_of

_SUBSTITUTES = ("sub", "re.sub")


def substituted(
    context: Context,
    state: State,
    call: i.Invocation,
    pattern: Value,
    name: str,
    values: list[Value],
) -> Value | None:
    """``pattern.sub(by, text)``; None for other calls. Who is asked what to put in may do more."""
    if name not in _SUBSTITUTES or len(values) < 2:
        return None
    by, text = values[0], values[1]
    if not isinstance(by, Known):
        context.returns(call.text, call.span.line)
        state.lost = True
        state.attributes = dict.fromkeys(state.attributes, UNSURE)
    match text:
        case Empty() | Known(value="" | b""):
            known = _spelt(context, pattern)
            return UNSURE if known is None or matches_nothing(known) else text
        case Symbol() if isinstance(by, Known) and text_of(pattern):
            moved = state.changed(text.text)
            return UNSURE if moved else derived("{}.sub({}, {})", pattern, by, text)
        case _:
            return UNSURE


def _spelt(context: Context, pattern: Value) -> str | bytes | None:
    match pattern:
        case Known(value=str() | bytes() as text):
            return text
        case Symbol():
            return spelt(context, pattern)
        case _:
            return None
