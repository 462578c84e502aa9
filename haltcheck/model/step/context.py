"""``with``: entering and leaving a context manager."""

from __future__ import annotations

from haltcheck.model.step.comparison import Truth
from haltcheck.model.step.fault import HoleError, ThrownError
from haltcheck.model.step.lock import Lock, lock_method
from haltcheck.model.step.state import State
from haltcheck.model.step.stream import Stream
from haltcheck.model.step.value import MISSING, PUSHED, Error, Instance, Opaque, Thing, Value


def enter_context(state: State, manager: Value) -> Value:
    """``manager.__enter__()``."""
    if type(manager) is Instance:
        result = state.special(manager, "__enter__", [])
        if result is not MISSING:
            return result
        raise ThrownError(Error(TypeError, None))
    if type(manager) is Lock:
        return lock_method(manager, "acquire", [], {})
    if type(manager) is Stream:
        if manager.closed:
            raise ThrownError(Error(ValueError, ("I/O operation on closed file.",)))
        return manager
    if isinstance(manager, Opaque | Thing):
        raise HoleError("the context of something unknown")
    raise ThrownError(Error(TypeError, None))


def exit_context(state: State, manager: Value, error: Value) -> Value:
    """The truth of ``manager.__exit__(...)``."""
    if type(manager) is Lock:
        lock_method(manager, "release", [], {})
        return False
    if type(manager) is Stream:
        manager.closed = True
        return False
    if type(manager) is not Instance:
        raise HoleError("the context of something unknown")
    args = [None, None, None] if error is None else [error.cls, error, Opaque("traceback")]
    state.push(Truth())
    result = state.special(manager, "__exit__", args)
    if result is PUSHED:
        return PUSHED
    state.stack.pop()
    if result is MISSING:
        raise ThrownError(Error(TypeError, None))
    if isinstance(result, Thing):
        raise HoleError("the truth of a result")
    return bool(result)
