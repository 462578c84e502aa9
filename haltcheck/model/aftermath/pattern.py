"""Regular expressions after the event: what they find in nothing, and that they may find nothing.

A pattern that can match the empty text may match it where it stands, and move no further.
"""

from __future__ import annotations

import re

from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.outcome import Event
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.value import (
    EMPTY,
    READY,
    UNSURE,
    Empty,
    Known,
    Symbol,
    Value,
    text_of,
)

SEARCHES = frozenset({"match", "search", "fullmatch"})
_PLACES = frozenset({"end", "start"})
EMPTY_AT = "an empty match at "
"""How the text of a match begins that moves no further."""


def found_by_pattern(
    context: Context, state: State, receiver: Symbol, name: str, values: list[Value]
) -> Value:
    """What a method of a pattern of the module, or of its match, gives; unsure for others."""
    if receiver.text.startswith(EMPTY_AT):
        return _of_match(receiver, name)
    if name not in SEARCHES or not values:
        return UNSURE
    text = context.program.patterns.get(receiver.text.removeprefix("::"))
    if text is None and values[0] in (EMPTY, Known(""), Known(b"")):
        # Whoever chose the pattern says whether it matches nothing.
        return Symbol(f"{receiver.text}.{name}('')")
    if text is None or not receiver.text.startswith("::"):
        return UNSURE
    nothing = _matches_nothing(text)
    match values[0]:
        case Empty() | Known(value="" | b""):
            return READY if nothing else Known(None)
        case Symbol() if context.event is Event.MISSING:
            state.met = True
            if not nothing:
                return Known(None)
            place = values[1] if len(values) > 1 else Known(0)
            if isinstance(place, Symbol | Known) and name != "search":
                return Symbol(f"{EMPTY_AT}{text_of(place)}", filled=True)
        case _:
            pass
    return UNSURE


def _of_match(match: Symbol, name: str) -> Value:
    if name in _PLACES:
        place = match.text.removeprefix(EMPTY_AT)
        return Known(int(place)) if place.isdecimal() else Symbol(place)
    return EMPTY if name == "group" else UNSURE


def _matches_nothing(text: str | bytes) -> bool:
    """Whether the pattern matches the empty text; one that cannot be read is taken to."""
    try:
        if isinstance(text, bytes):
            return re.match(text, b"") is not None
        return re.match(text, "") is not None
    except (re.error, RecursionError, OverflowError):
        return True
