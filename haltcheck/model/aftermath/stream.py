"""Streams after the event: at their end nothing comes; else what comes depends on the place."""

from __future__ import annotations

from haltcheck.model import instruction as i
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.outcome import Event, LeavesError
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.value import EMPTY, UNSURE, Known, Symbol, Value

READS = frozenset({"read", "readline", "recv", "read1", "readinto", "recv_into"})
_CURRENT = ("::SEEK_CUR", "::os.SEEK_CUR", "::io.SEEK_CUR", "::SEEK_CUR.SEEK_CUR")


def reads(
    context: Context,
    state: State,
    call: i.Call | i.CallMethod,
    stream: Symbol,
    name: str,
    values: list[Value],
) -> Value:
    """``stream.read(n)`` and its like."""
    limited = name.startswith("rec") or name.endswith("into")
    if len(values) > 1 + limited or (limited and not values) or stream.text.startswith("::"):
        raise LeavesError(f"{call.text} is not the read of a stream")
    receiver = context.function.parameters[:1]
    if context.function.in_class and receiver and stream.text == receiver[0].name:
        raise LeavesError(f"{call.text} is not the read of a stream")
    context.streams.add(stream.text)
    if context.ended:
        state.met = True
        if name.endswith("into"):
            return Known(0)
        return Known(b"") if name == "recv" else EMPTY
    offset = state.offsets.get(stream.text, 0)
    match values:
        case [Known(value=int() as count)] if name == "read" and count > 0 and offset is not None:
            state.offsets[stream.text] = offset + count
            return Symbol(f"{stream.text}.read({count})@{offset}", length=count)
        case _:
            state.offsets[stream.text] = None
            return UNSURE


def moves(context: Context, state: State, stream: Symbol, name: str, values: list[Value]) -> Value:
    """``seek`` and ``tell``: at the end of a stream a seek may make bytes remain again."""
    if context.event is not Event.ZERO:
        if name == "seek":
            raise LeavesError("a seek moves the stream")
        return UNSURE
    if name == "tell":
        return UNSURE
    offset = state.offsets.get(stream.text, 0)
    match values:
        case [Known(value=int() as step), whence] if offset is not None and _is_current(whence):
            state.offsets[stream.text] = offset + step
        case _:
            state.offsets[stream.text] = None
    return UNSURE


def _is_current(value: Value) -> bool:
    return value == Known(1) or (isinstance(value, Symbol) and value.text in _CURRENT)
