"""Numbers that ``struct`` and ``int.from_bytes`` find in data, as the outside world has chosen."""

from __future__ import annotations

import re

from haltcheck.model import instruction as i
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.layout import ANY_NUMBER, UNSIGNED
from haltcheck.model.aftermath.outcome import Event, RaisedError
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.value import UNSURE, Empty, Fields, Known, Symbol, Value, derived

UNPACKS = frozenset({"struct.unpack", "struct.unpack_from", "int.from_bytes"})
"""What unpacks, by its dotted name."""

_ORDERED = re.compile(r".+ \+ '([^']*)'")


def unpacked(
    context: Context, state: State, call: i.Invocation, name: str, values: list[Value]
) -> Value:
    """Numbers from data: what they are the outside world has chosen."""
    if any(isinstance(value, Empty) or value == Known(b"") for value in values):
        if name == "int.from_bytes":
            return Known(0)
        raise RaisedError("struct.error")
    found = derived(f"{name}({', '.join(['{}'] * len(values))})", *values)
    if not isinstance(found, Symbol):
        return UNSURE
    if name == "int.from_bytes":
        signed = any(one.name == "signed" for one in call.items)
        if context.event is Event.DATA:
            return context.say(state, found.text, ANY_NUMBER if signed else UNSIGNED)
        return found
    if context.event is not Event.DATA:
        return UNSURE
    return Fields(found.text, _layout(values[0]))


def _layout(value: Value) -> str:
    """The format, whatever the order of the bytes is."""
    match value:
        case Known(value=str() as layout):
            return layout
        case Symbol(text=text) if found := _ORDERED.fullmatch(text):
            return f"={found[1]}"
        case _:
            return ""
