"""Which events may starve a loop, by the calls that stand in it."""

from __future__ import annotations

from collections.abc import Iterator

from haltcheck.frontend.expression import Literal
from haltcheck.model import instruction as i
from haltcheck.model.aftermath.outcome import Event
from haltcheck.model.aftermath.path import PARENTS, ROOTS
from haltcheck.model.aftermath.stream import READS
from haltcheck.model.program import Function, Loop

_UNPACKS = ("unpack", "unpack_from", "from_bytes")
_SPLITS = frozenset(name.rpartition(".")[2] for name in PARENTS)

Start = tuple[Event, tuple[tuple[str, Literal], ...]]


def starts(function: Function, loop: Loop) -> Iterator[Start]:
    """Events, each with locals that hold constants when it has come."""
    calls = [
        one
        for number in sorted(loop.blocks)
        for one in function.blocks[number].instructions
        if isinstance(one, i.Call | i.CallMethod)
    ]
    names = {_name(one) for one in calls}
    if names and names & {"recv", "recv_into"} and not names & (READS - {"recv", "recv_into"}):
        yield Event.CLOSED, ()
    elif names:
        yield Event.END, ()
    if names.intersection(_UNPACKS):
        yield Event.ZERO, ()
    for one in calls:
        if _name(one) in _SPLITS and len(one.items) == 1:
            value = one.items[0].value
            if isinstance(value, i.Local) and not value.name.startswith("$"):
                for root in ROOTS:
                    yield Event.ROOT, ((value.name, root),)


def _name(call: i.Call | i.CallMethod) -> str:
    return call.name if isinstance(call, i.CallMethod) else call.text.rpartition(".")[2]
