"""Reads that somebody else runs, who is handed the method: a thread, a pool, a wrapper.

``await asyncio.wait_for(reader.read(n), 5)`` gives what the read gives, and at the end it gives it
at once; ``asyncio.to_thread(stream.read, n)`` and ``retry(sock.recv, n)`` read as well.
"""

from __future__ import annotations

from collections.abc import Sequence

from haltcheck.basis.once import once
from haltcheck.basis.record import record
from haltcheck.model import instruction as i
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.stream import READS
from haltcheck.model.aftermath.value import Empty, Known, Listed, Symbol, Value
from haltcheck.model.program import Program

_WAITS = frozenset(
    {"asyncio.wait_for", "asyncio.shield", "asyncio.ensure_future", "asyncio.create_task"}
)
"""What gives what it is handed, once that is there."""

_RUNS = {
    "asyncio.to_thread": 0,
    "anyio.to_thread.run_sync": 0,
    "trio.to_thread.run_sync": 0,
    "run_in_executor": 1,
}
"""What runs a function that it is handed, and where that stands among its arguments."""


@record
class Deputed:
    """The stream, the method and the arguments of a read that is run for somebody."""

    stream: Symbol
    method: str
    values: tuple[Value, ...]


def deputed(context: Context, name: str, values: Sequence[Value]) -> Deputed | None:
    """The read that a call runs which is handed the method; None for any other call."""
    at = _RUNS.get(name)
    if at is None or not context.ended or len(values) <= at:
        return None
    function = values[at]
    base, dot, method = function.text.rpartition(".") if isinstance(function, Symbol) else ("",) * 3
    if not dot or method not in READS or base.startswith("::"):
        return None
    return Deputed(Symbol(base), method, tuple(values[at + 1 :]))


def awaited(context: Context, name: str, values: Sequence[Value]) -> Value | None:
    """What an ended stream gave to whoever waits for it; None for any other call."""
    if name not in _WAITS or not context.ended or not values:
        return None
    given = values[0]
    is_nothing = isinstance(given, Empty) or given in (Known(b""), Known(""))
    return given if is_nothing else None


def spread(call: i.Call, values: list[Value]) -> list[Value]:
    """The arguments of a call that hands on ``*args``, where it is known what they hold."""
    is_spread = bool(call.items) and call.items[0].kind == "*"
    match values:
        case [Listed(kind="tuple", values=parts), *rest] if is_spread:
            return [*parts, *rest]
        case _:
            return values


def fetched(context: Context, base: Symbol, name: str) -> Symbol | None:
    """The method that reads: it stays what it is while the stream moves, unless code binds it."""
    if name not in READS or not context.ended or name in _bound(context.program):
        return None
    return Symbol(f"{base.text}.{name}")


def _find_bound(program: Program) -> frozenset[str]:
    """The names of attributes that the file binds."""
    known = program.contents.functions.values()
    texts = (text for entry in known for text in entry.writes if "." in text)
    return frozenset(text.rpartition(".")[2] for text in texts)


_bound = once(_find_bound, most=64)
