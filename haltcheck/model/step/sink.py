"""Containers that only grow: what a cycle adds to, and never looks at, cannot change its way.

A sink stands for such a container. It takes what is added and forgets it; everything else that
may be asked of it is a hole. A state with sinks that comes back therefore comes back for ever,
whatever the containers hold by then.
"""

from __future__ import annotations

from collections import deque
from typing import Any

from haltcheck.model.step.fault import HoleError
from haltcheck.model.step.snapshot import members, slots
from haltcheck.model.step.state import Activation, Frame, State
from haltcheck.model.step.value import Grown, Instance, Scope, Thing, Value

GROWING = (list, bytearray, deque)
_ITEMS = (list, tuple, str, bytes)


class Sink(Grown):
    """A list, deque or bytearray that grows unseen."""

    __slots__ = ()

    def __getattr__(self, name: str) -> Value:
        raise HoleError(f"{name} of something that grows")

    def extended(self, value: Value) -> Value:
        """``container += value``."""
        kinds = (bytes, bytearray) if self.label == "bytearray" else _ITEMS
        if self.label == "deque" or type(value) not in kinds:
            raise HoleError("an operator on something that grows")
        return self


def sizes(state: State) -> dict[int, tuple[Any, int]]:
    """The containers that can be reached and might grow, by address, with their sizes."""
    return {id(value): (value, len(value)) for value in members(state) if type(value) in GROWING}


def sunk(state: State, before: dict[int, tuple[Any, int]]) -> bool:
    """Puts sinks for what has grown since; False where nothing has, or where it is held fast."""
    grown: dict[int, Sink] = {}
    for place, (value, size) in sizes(state).items():
        if place in before and before[place][0] is value and size > before[place][1]:
            if type(value) is deque and value.maxlen is not None:
                continue
            grown[place] = Sink(type(value).__name__)
    if not grown:
        return False
    for holder in list(members(state)):
        _replace(holder, grown)
    for table in (state.globals, state.modules):
        _replace(table, grown)
    return not any(id(value) in grown for value in members(state))


def _replace(holder: Any, grown: dict[int, Sink]) -> None:
    """Exchanges what one object refers to."""
    if isinstance(holder, dict):
        for key, value in holder.items():
            if id(value) in grown:
                holder[key] = grown[id(value)]
    elif isinstance(holder, list | deque):
        for index, value in enumerate(holder):
            if id(value) in grown:
                holder[index] = grown[id(value)]
    elif isinstance(holder, Instance):
        _replace(holder.attributes, grown)
    elif isinstance(holder, Frame | Scope):
        _replace(holder.env, grown)
    if isinstance(holder, Thing | Activation):
        for slot in slots(type(holder)):
            if id(getattr(holder, slot)) in grown:
                setattr(holder, slot, grown[id(getattr(holder, slot))])


def sink_method(sink: Sink, name: str, args: list[Value], named: dict[str, Value]) -> Value:
    """What may be done to a container that is never looked at."""
    if named or len(args) != 1:
        raise HoleError(f"{name} of something that grows")
    (value,) = args
    binary = sink.label == "bytearray"
    if name == "extend" and type(value) in ((bytes, bytearray) if binary else _ITEMS):
        return None
    if name == "append" and (not binary or (type(value) is int and 0 <= value < 256)):
        return None
    raise HoleError(f"{name} of something that grows")
