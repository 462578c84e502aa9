"""Locks: a run of one thread takes and gives them back."""

from __future__ import annotations

from typing import Any

from haltcheck.model.step.fault import HoleError, ThrownError
from haltcheck.model.step.state import State
from haltcheck.model.step.value import Error, Thing, Value

Named = dict[str, Value]


class Lock(Thing):
    """``threading.Lock`` or ``RLock``; waiting for one that is taken is a hole."""

    __slots__ = ("again", "depth")

    def __init__(self, again: bool) -> None:
        self.again = again
        self.depth = 0


METHODS = ("acquire", "release", "locked")


def lock_method(lock: Lock, name: str, args: list[Value], named: Named) -> Value:
    """``lock.acquire()`` and its like."""
    if args or named or name not in METHODS:
        raise HoleError(f"a lock's {name}")
    if name == "acquire":
        if lock.depth and not lock.again:
            raise HoleError("a lock that is taken")
        lock.depth += 1
        return True
    if name == "locked":
        return lock.depth > 0
    if not lock.depth:
        raise ThrownError(Error(RuntimeError, None))
    lock.depth -= 1
    return None


def _make(again: bool) -> Any:
    def run(state: State, args: list[Value], named: Named) -> Value:
        if args or named:
            raise ThrownError(Error(TypeError, None))
        return Lock(again)

    return run


FUNCTIONS: dict[str, Any] = {"threading.Lock": _make(False), "threading.RLock": _make(True)}
