"""One handler for each terminator of a block: where control goes next."""

from __future__ import annotations

from typing import Any

from haltcheck.model.program import Jump, Next, Raise, Return, Test
from haltcheck.model.step.build import read
from haltcheck.model.step.comparison import truth
from haltcheck.model.step.event import Finished, Returned
from haltcheck.model.step.fault import HoleError, ThrownError
from haltcheck.model.step.iterate import pull
from haltcheck.model.step.state import Frame, State, raisable
from haltcheck.model.step.value import END, PUSHED, Class, Error, Opaque


def _jump(state: State, frame: Frame, x: Jump) -> None:
    frame.jump(x.to)


def _test(state: State, frame: Frame, x: Test) -> None:
    value = read(frame.env, x.condition)
    if type(value) is not bool:
        value = truth(state, value)
        if value is PUSHED:
            return
    frame.jump(x.then if value else x.orelse)


def _next(state: State, frame: Frame, x: Next) -> None:
    if x.is_async:
        raise HoleError("async for")
    value = pull(state, read(frame.env, x.iterator))
    if value is PUSHED:
        return
    if value is END:
        frame.jump(x.done)
    else:
        frame.env[x.target] = value
        frame.jump(x.body)


def _return(state: State, frame: Frame, x: Return) -> None:
    value = read(frame.env, x.value)
    state.stack.pop()
    state.note(Returned(value))
    if frame.generator is not None:
        frame.generator.phase = "done"
        frame.generator.frame = None
        state.stack[-1].finish(state, value)
    elif state.stack:
        state.stack[-1].receive(state, value)
    else:
        state.ended = Finished(value)


def _raise(state: State, frame: Frame, x: Raise) -> None:
    if x.error is None:
        raise HoleError("raise without an exception")
    value = read(frame.env, x.error)
    cause = None if x.cause is None else read(frame.env, x.cause)
    if cause is not None and type(cause) is not Error:
        raise HoleError("the cause of an exception")
    if isinstance(value, Opaque):
        raise HoleError("raising something unknown")
    if isinstance(value, Class | type):
        value = state.invoke(value, [], {})
        if value is PUSHED:
            return
    raise ThrownError(raisable(value))


TERMINATORS: dict[type, Any] = {
    Jump: _jump,
    Test: _test,
    Next: _next,
    Return: _return,
    Raise: _raise,
}
