"""Streams after the event: at their end nothing comes; else what comes depends on the place."""

from __future__ import annotations

from dataclasses import replace

from haltcheck.basis.once import once
from haltcheck.frontend.unseen import find
from haltcheck.model import instruction as i
from haltcheck.model.aftermath.bytewise import gives_bytes
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.linear import Sum, sum_of, value_of
from haltcheck.model.aftermath.outcome import Event, LeavesError, RaisedError
from haltcheck.model.aftermath.state import SOMEWHERE, State, beginning, is_free
from haltcheck.model.aftermath.value import EMPTY, UNSURE, Known, Symbol, Value
from haltcheck.model.binding import bindings_of
from haltcheck.model.program import Program

READS = find.READS
EXACT = frozenset({"readexactly", "readuntil"})
"""Reads that raise where too little comes."""

INCOMPLETE = "asyncio.IncompleteReadError"
_READINESS = frozenset({"recv_ready", "recv_stderr_ready"})
_WAITING = frozenset({"in_waiting", "inWaiting"})
_CURRENT = ("::SEEK_CUR", "::os.SEEK_CUR", "::io.SEEK_CUR", "::SEEK_CUR.SEEK_CUR")
_START = ("::SEEK_SET", "::os.SEEK_SET", "::io.SEEK_SET", "::SEEK_SET.SEEK_SET")


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
    if stream.text.rpartition(".")[2] in _ports(context.program):
        raise LeavesError(
            f"{call.text} reads from a port, which gives nothing until something comes"
        )
    context.streams.add(stream.text)
    if context.event is Event.ERROR:
        state.met = True
        raise RaisedError("OSError")
    if context.ended:
        state.met = True
        return _rest(context, state, stream, name, values)
    return _next(context, state, call, stream, name, values)


def readiness(context: Context, state: State, stream: Symbol, name: str) -> Value | None:
    """What says whether bytes wait to be read: none do at the end. None for any other method.

    Document: paramiko, ``Channel.recv_ready``.
    """
    if name not in _READINESS or not context.ended:
        return None
    state.met = True
    context.streams.add(stream.text)
    return Known(False)


@once
def _ports(program: Program) -> frozenset[str]:
    """What code asks how many bytes wait for it: a port, which has a time-out and never ends.

    Document: pyserial, ``Serial.in_waiting`` and ``Serial.read``.
    """
    found: set[str] = set()
    for function in program.functions.values():
        bindings = bindings_of(function)
        for block in function.blocks:
            for one in block.instructions:
                if isinstance(one, i.GetAttribute | i.CallMethod) and one.name in _WAITING:
                    match bindings.origin(one.object):
                        case i.GetAttribute(name=name):
                            found.add(name)
                        case _:
                            found.add(bindings.root(one.object))
    return frozenset(found - {""})


def _next(
    context: Context,
    state: State,
    call: i.Call | i.CallMethod,
    stream: Symbol,
    name: str,
    values: list[Value],
) -> Value:
    """What stands where the stream is: the same bytes each time that it is there again.

    The data is long enough; a shorter one would be another event. How far a line goes, or what
    comes after an inner loop, is not known, but it stands still as well.
    """
    place = _relied(context, state, stream)
    count = sum_of(values[0]) if name == "read" and len(values) == 1 else None
    is_rest = isinstance(count, Sum) and not count.terms and count.constant < 0
    if context.event is not Event.DATA and (place is None or count is None or is_rest):
        state.positions[stream.text] = None
        return UNSURE
    site = f"{call.span.line}.{call.span.column}"
    if place is None or place == SOMEWHERE:
        text = f"{stream.text}.{name}()@{site}"
    else:
        amount = value_of(count) if count is not None else None
        told = amount.text if isinstance(amount, Symbol) else count.constant if count else ""
        text = f"{stream.text}.{name}({told})@{_told(stream, place)}"
    after = SOMEWHERE if is_free(stream.text, place) else None
    if place is not None and place != SOMEWHERE and count and not is_rest:
        after = place.plus(count)
    state.positions[stream.text] = after
    found = Symbol(text)
    if count is not None and not count.terms and count.constant > 0:
        return replace(found, length=count.constant)
    return found


def _relied(context: Context, state: State, stream: Symbol) -> Sum | None:
    """Where the stream is; noted where that depends on where it was at the head."""
    place = state.position(stream.text)
    if not is_free(stream.text, place):
        context.relied.add(stream.text)
    return place


def _told(stream: Symbol, place: Sum) -> str:
    moved = place.plus(beginning(stream.text), -1)
    if not moved.terms:
        return str(moved.constant)
    found = value_of(place)
    return f"({found.text})" if isinstance(found, Symbol) else str(place.constant)


def moves(context: Context, state: State, stream: Symbol, name: str, values: list[Value]) -> Value:
    """``seek`` and ``tell``: at the end of a stream a seek may make bytes remain again."""
    if name == "tell":
        place = _relied(context, state, stream)
        found = None if place is None else value_of(place)
        return UNSURE if found is None else found
    context.streams.add(stream.text)
    step = sum_of(values[0]) if values else None
    if len(values) == 2 and _is_whence(values[1], 1, _CURRENT) and step is not None:
        place = _relied(context, state, stream)
        known = place is not None and place != SOMEWHERE
        state.positions[stream.text] = place.plus(step) if place is not None and known else place
    elif context.ended and not (len(values) == 1 and _is_where_it_was(stream, step)):
        raise LeavesError("a seek moves the stream")
    elif step is not None and (len(values) == 1 or _is_whence(values[1], 0, _START)):
        state.positions[stream.text] = step
    else:
        context.relied.add(stream.text)
        state.positions[stream.text] = None
    return UNSURE


def _is_where_it_was(stream: Symbol, place: Sum | None) -> bool:
    """Whether the place is so and so far from where the stream was at the head."""
    return place is not None and not place.plus(beginning(stream.text), -1).terms


def _rest(context: Context, state: State, stream: Symbol, name: str, values: list[Value]) -> Value:
    """What comes when ``context.number`` bytes are left: they, or nothing."""
    place = state.position(stream.text)
    moved = None if place is None else place.plus(beginning(stream.text), -1)
    if moved is None or moved.terms:
        raise LeavesError("a seek moves the stream")
    left = context.number - moved.constant
    if left > 0:
        match values:
            case [Known(value=int() as count)] if name == "read" and count > 0:
                taken = min(count, left)
                state.positions[stream.text] = beginning(stream.text).plus(
                    Sum((), moved.constant + taken)
                )
                return Symbol(f"{stream.text}.read({count})@{moved.constant}", length=taken)
            case _:
                raise LeavesError("a seek moves the stream")
    if name.endswith("into"):
        return Known(0)
    return Known(b"") if name == "recv" else _nothing(context, stream)


def _nothing(context: Context, stream: Symbol) -> Value:
    """``b''`` or ``''`` where the file was opened here, ``b''`` for bytes, else whichever fits."""
    bindings = context.resolver.bindings(context.function)
    origin = bindings.origin(i.Local(stream.text))
    if isinstance(origin, i.EnterContext):
        origin = bindings.origin(origin.manager)
    if not isinstance(origin, i.Call) or origin.text != "open":
        return Known(b"") if gives_bytes(context.function, stream.text) else EMPTY
    modes = [one.value for one in origin.items[1:2] if one.kind == "positional"]
    modes += [one.value for one in origin.items if one.name == "mode"]
    if not modes:
        return Known("") if all(one.kind == "positional" for one in origin.items) else EMPTY
    mode = modes[0].value if isinstance(modes[0], i.Const) else None
    return EMPTY if not isinstance(mode, str) else Known(b"" if "b" in mode else "")


def _is_whence(value: Value, number: int, names: tuple[str, ...]) -> bool:
    return value == Known(number) or (isinstance(value, Symbol) and value.text in names)
