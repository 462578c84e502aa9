"""Streams after the event: at their end nothing comes; else what comes depends on the place."""

from __future__ import annotations

from dataclasses import replace

from haltcheck.model import instruction as i
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.outcome import Event, LeavesError, RaisedError
from haltcheck.model.aftermath.state import State
from haltcheck.model.aftermath.value import EMPTY, UNSURE, Known, Symbol, Value, derived

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
    if context.event is Event.ERROR:
        state.met = True
        raise RaisedError("OSError")
    offset = state.offsets.get(stream.text, 0)
    if context.ended:
        state.met = True
        return _rest(context, state, stream, name, values)
    if stream.text in state.places and name == "read":
        return _read_at(context, state, call, stream, values)
    match values:
        case [Known(value=int() as count)] if name == "read" and count > 0 and offset is not None:
            state.offsets[stream.text] = offset + count
            return Symbol(f"{stream.text}.read({count})@{offset}", length=count)
        case _:
            state.offsets[stream.text] = None
            return UNSURE


def _read_at(
    context: Context, state: State, call: i.Call | i.CallMethod, stream: Symbol, values: list[Value]
) -> Value:
    """What stands at a place that was sought: the same bytes each time that control comes here."""
    place = state.places[stream.text]
    site = f"{call.span.line}.{call.span.column}"
    found = derived(f"{stream.text}.read({{}})@{{}}#{site}", *values, place)
    state.offsets[stream.text] = None
    if not isinstance(found, Symbol):
        return found
    context.links[found.text] = place
    match values:
        case [Known(value=int() as count)] if count > 0:
            # The data is long enough; a shorter one would be another event.
            return replace(found, length=count)
        case _:
            return found


def moves(context: Context, state: State, stream: Symbol, name: str, values: list[Value]) -> Value:
    """``seek`` and ``tell``: at the end of a stream a seek may make bytes remain again."""
    if name == "tell":
        offset = state.offsets.get(stream.text, 0)
        return UNSURE if offset is None else Symbol(f"{stream.text}.tell()@{offset}")
    context.streams.add(stream.text)
    follows = context.event in (Event.LINK, Event.ZERO)
    if follows and len(values) == 1 and isinstance(values[0], Symbol | Known):
        state.places[stream.text] = values[0]
        return UNSURE
    state.places.pop(stream.text, None)
    offset = state.offsets.get(stream.text, 0)
    match values:
        case [Known(value=int() as step), whence] if offset is not None and _is_current(whence):
            state.offsets[stream.text] = offset + step
        case _:
            if context.ended:
                raise LeavesError("a seek moves the stream")
            state.offsets[stream.text] = None
    return UNSURE


def _rest(context: Context, state: State, stream: Symbol, name: str, values: list[Value]) -> Value:
    """What comes when ``context.number`` bytes are left: they, or nothing."""
    offset = state.offsets.get(stream.text, 0)
    if offset is None:
        raise LeavesError("a seek moves the stream")
    left = context.number - offset
    if left > 0:
        match values:
            case [Known(value=int() as count)] if name == "read" and count > 0:
                taken = min(count, left)
                state.offsets[stream.text] = offset + taken
                return Symbol(f"{stream.text}.read({count})@{offset}", length=taken)
            case _:
                raise LeavesError("a seek moves the stream")
    if name.endswith("into"):
        return Known(0)
    return Known(b"") if name == "recv" else _nothing(context, stream)


def _nothing(context: Context, stream: Symbol) -> Value:
    """``b''`` or ``''`` where the file was opened here, else whichever fits."""
    bindings = context.resolver.bindings(context.function)
    origin = bindings.origin(i.Local(stream.text))
    if isinstance(origin, i.EnterContext):
        origin = bindings.origin(origin.manager)
    if not isinstance(origin, i.Call) or origin.text != "open":
        return EMPTY
    modes = [one.value for one in origin.items[1:2] if one.kind == "positional"]
    modes += [one.value for one in origin.items if one.name == "mode"]
    if not modes:
        return Known("") if all(one.kind == "positional" for one in origin.items) else EMPTY
    mode = modes[0].value if isinstance(modes[0], i.Const) else None
    return EMPTY if not isinstance(mode, str) else Known(b"" if "b" in mode else "")


def _is_current(value: Value) -> bool:
    return value == Known(1) or (isinstance(value, Symbol) and value.text in _CURRENT)
