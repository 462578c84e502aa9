"""Items that are taken from a list and put back, so that the list is what it was.

``line = lines.pop()`` and then ``lines.append(line)`` where nothing takes the line. What a list
holds meanwhile is noted beside its name, so that callees and callers know of it alike.
"""

from __future__ import annotations

from collections.abc import Iterable

from haltcheck.model import instruction as i
from haltcheck.model.aftermath.context import Context
from haltcheck.model.aftermath.outcome import Event, RaisedError
from haltcheck.model.aftermath.state import CONTENTS, State
from haltcheck.model.aftermath.value import UNSURE, Known, Symbol, Value

_TAKES = frozenset({"pop", "popleft"})
_PUTS = frozenset({"append", "appendleft", "insert"})
_LAST, _FIRST = "[-1]", "[0]"


def may_put_back(code: Iterable[i.Instruction]) -> bool:
    """Whether items are both taken and put in."""
    names = {one.name for one in code if isinstance(one, i.CallMethod)}
    return bool(names & _TAKES) and bool(names & _PUTS)


def returned(
    context: Context, state: State, receiver: Symbol, name: str, values: list[Value]
) -> Value | None:
    """What is taken, or that it is put back; None for any other method."""
    if context.event is not Event.RETURNED:
        return None
    held = (receiver.text, CONTENTS)
    if name in _TAKES and not state.changed(receiver.text):
        place = _taken(name, values)
        if not place:
            return None
        if context.decide(Symbol(receiver.text)) is not True:
            raise RaisedError("IndexError")
        state.attributes[held] = Symbol(place)
        return Symbol(f"{receiver.text}{place}")
    if name in _PUTS and held in state.attributes:
        place, value = _put(name, values)
        if state.attributes[held] == Symbol(place) and value == Symbol(f"{receiver.text}{place}"):
            del state.attributes[held]
            state.met = True
            return Known(None)
        state.attributes[held] = UNSURE
        return Known(None)
    return None


def _taken(name: str, values: list[Value]) -> str:
    """Which item is taken: the last one or the first; empty where another is."""
    if name == "popleft":
        return _FIRST
    if not values or values == [Known(-1)]:
        return _LAST
    return _FIRST if values == [Known(0)] else ""


def _put(name: str, values: list[Value]) -> tuple[str, Value]:
    """Where an item is put, and the item."""
    match name, values:
        case "append", [value]:
            return _LAST, value
        case "appendleft", [value]:
            return _FIRST, value
        case "insert", [Known(value=0), value]:
            return _FIRST, value
        case _:
            return "", UNSURE
