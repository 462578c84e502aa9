"""Numbers that the data spells as text: ``int(stream.read(8), 8)``, which may be below zero."""

from __future__ import annotations

import re

from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.layout import Cell
from haltcheck.model.aftermath.outcome import Event
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.value import Known, Symbol, Value

_READ = re.compile(
    r".*\.read\((?P<n>\d+)\)@[-\d]+(?P<cut>\[slice\((?P<a>\d+), (?P<b>\d+), None\)\])?"
)
_TEXTS = re.compile(r"\.(?:decode|strip|lstrip|rstrip)\((?:b?'[^']*'(?:, )?)*\)$")


def written(context: Context, state: State, name: str, values: list[Value]) -> Value | None:
    """What a number may be that is spelt by so many bytes of a stream; None for any other."""
    if context.event is not Event.DATA or name != "int":
        return None
    match values:
        case [Symbol(text=text)]:
            base = 10
        case [Symbol(text=text), Known(value=int(base))] if 2 <= base <= 36:
            pass
        case _:
            return None
    digits = _width(text)
    if digits is None or digits < 1:
        return None
    low = 1 - base ** (digits - 1)
    shown = text if base == 10 else f"{text}, {base}"
    return context.say(state, f"int({shown})", Cell(low, base**digits - 1))


def _width(text: str) -> int | None:
    """How many bytes of a stream the text is; None where it is no part of what was read."""
    while (found := _TEXTS.search(text)) is not None:
        text = text[: found.start()]
    match = _READ.fullmatch(text)
    if match is None:
        return None
    count = int(match["n"])
    if match["cut"] is None:
        return count
    return min(int(match["b"]), count) - int(match["a"])
