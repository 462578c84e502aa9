"""Regular expressions after the event: what they find in nothing, and that they may find nothing.

A pattern that can match the empty text may match it where it stands, and move no further.
"""

from __future__ import annotations

import re
import string
from functools import cache
from typing import Any

from haltcheck.model import instruction as i
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.outcome import Event
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.value import (
    EMPTY,
    READY,
    UNSURE,
    Empty,
    Known,
    Listed,
    Symbol,
    Value,
    text_of,
)
from haltcheck.model.binding import bindings_of
from haltcheck.model.program import Function, Program

SEARCHES = frozenset({"match", "search", "fullmatch"})
_PLACES = frozenset({"end", "start"})
EMPTY_AT = "an empty match at "
"""How the text of a match begins that moves no further."""
_BY = " by "


def found_by_pattern(
    context: Context, state: State, receiver: Symbol, name: str, values: list[Value]
) -> Value:
    """What a method of a pattern of the module, or of its match, gives; unsure for others."""
    if receiver.text.startswith(EMPTY_AT):
        return _of_match(context, receiver, name, values)
    if name not in SEARCHES or not values:
        return UNSURE
    text = spelt(context, receiver)
    if text is None and values[0] in (EMPTY, Known(""), Known(b"")):
        # Whoever chose the pattern says whether it matches nothing.
        return Symbol(f"{receiver.text}.{name}('')")
    if text is None:
        return UNSURE
    nothing = empty_match(text) is not None
    match values[0]:
        case Empty() | Known(value="" | b""):
            return READY if matches_nothing(text) else Known(None)
        case Symbol() if context.event is Event.MISSING:
            state.met = True
            if not nothing:
                return UNSURE if _takes_anything(text) else Known(None)
            place = values[1] if len(values) > 1 else Known(0)
            if isinstance(place, Symbol | Known) and name != "search":
                return Symbol(f"{EMPTY_AT}{text_of(place)}{_BY}{receiver.text}", filled=True)
        case _:
            pass
    return UNSURE


def spelt(context: Context, receiver: Symbol) -> str | bytes | None:
    """The pattern that an object of the module, or a local, was compiled from."""
    if receiver.text.startswith("::"):
        return context.program.patterns.get(receiver.text[2:])
    match bindings_of(context.function).origin(i.Local(receiver.text)):
        case i.CallMethod(text="re.compile", items=(item, *_)):
            pattern = item.value.value if isinstance(item.value, i.Const) else None
            return pattern if isinstance(pattern, str | bytes) else None
        case _:
            return None


def knows_patterns(program: Program, function: Function) -> bool:
    """Whether the module or the function compiles a pattern."""
    made = bindings_of(function).makers.values()
    return bool(program.patterns) or any(
        isinstance(one, i.CallMethod) and one.text == "re.compile" for one in made
    )


def searched(name: str, values: list[Value]) -> Value | None:
    """What ``re.match(pattern, text)`` and the like find in nothing; None for any other call."""
    module, _, short = name.rpartition(".")
    if module not in ("re", "regex") or short not in (*SEARCHES, "findall") or len(values) < 2:
        return None
    if values[1] not in (EMPTY, Known(""), Known(b"")):
        return None
    match values[0]:
        case Known(value=str() | bytes() as text) if short == "findall":
            return None if matches_nothing(text) else Listed("list", ())
        case Known(value=str() | bytes() as text):
            return READY if matches_nothing(text) else Known(None)
        case Symbol(text=text) if short != "findall":
            # Whoever chose the pattern says whether it matches nothing.
            return Symbol(f"{text}.{short}('')")
        case _:
            return None


@cache
def _takes_anything(pattern: str | bytes) -> bool:
    """Whether it matches whatever comes next: one of its ways takes any single character."""
    signs = [*string.printable, "\0", "\u00e9", "\u20ac", "\U0001f600"]
    try:
        found: Any = re.compile(pattern)
    except (re.error, OverflowError, RecursionError):
        return False
    if isinstance(pattern, bytes):
        return all(found.match(bytes([number])) for number in range(256))
    return all(found.match(one) for one in signs)


def _of_match(context: Context, match: Symbol, name: str, values: list[Value]) -> Value:
    """What the match says: its place, and what the groups are where nothing is matched."""
    place, _, pattern = match.text.removeprefix(EMPTY_AT).rpartition(_BY)
    if name in _PLACES and not values:
        return Known(int(place)) if place.isdecimal() else Symbol(place)
    found = empty_match(spelt(context, Symbol(pattern)) or "")
    if found is None or name not in ("group", "groups"):
        return EMPTY if name == "group" else UNSURE
    if name == "groups":
        return Listed("tuple", tuple(map(_told, found.groups()))) if not values else UNSURE
    keys = [value.value for value in values if isinstance(value, Known)]
    if len(keys) != len(values) or len(keys) > 1:
        return UNSURE
    try:
        return _told(found.group(*keys))  # type: ignore[arg-type]
    except (IndexError, TypeError):
        return UNSURE


def of_match(context: Context, text: str, name: str) -> Value:
    """An attribute of a match that moves no further."""
    pattern = text.rpartition(_BY)[2]
    found = empty_match(spelt(context, Symbol(pattern)) or "")
    if found is None or name not in ("lastgroup", "lastindex", "string"):
        return UNSURE
    return UNSURE if name == "string" else _told(getattr(found, name))


def _told(value: object) -> Value:
    if value is None or isinstance(value, int) or value:
        return Known(value)  # type: ignore[arg-type]
    return EMPTY


_ODD = "@%~^`$\\"


@cache
def empty_match(pattern: str | bytes) -> re.Match[str] | re.Match[bytes] | None:
    """How a pattern matches nothing of some odd character, which no part of it knows."""
    try:
        for char in _ODD + string.printable:
            alone, followed = (_match(pattern, text) for text in (char, f"{char}a"))
            if alone is not None and followed is not None and not alone.end() + followed.end():
                return alone
    except (re.error, RecursionError, OverflowError):
        pass
    return None


def _match(pattern: str | bytes, text: str) -> re.Match[str] | re.Match[bytes] | None:
    if isinstance(pattern, bytes):
        return re.match(pattern, text.encode())
    return re.match(pattern, text)


def matches_nothing(text: str | bytes) -> bool:
    """Whether the pattern matches the empty text; one that cannot be read is taken to."""
    try:
        if isinstance(text, bytes):
            return re.match(text, b"") is not None
        return re.match(text, "") is not None
    except (re.error, RecursionError, OverflowError):
        return True
