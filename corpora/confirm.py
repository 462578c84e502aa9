"""Runs a program of our own under a step limit and tells which of its calls come to an end.

Only programs that were written for this folder are ever run; nothing that is analysed is.
"""

import contextlib
import io
import multiprocessing
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from types import FrameType
from typing import Any, assert_never

from corpora.reader import Guard, Program


class Outcome(Enum):
    """What became of one call: it ended, by an exception too, or was stopped on its way."""

    ENDED = "ended"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a call may run: traced lines, and seconds where it runs in a child."""

    steps: int = 200_000
    seconds: float = 30.0


class _StepLimitError(BaseException):
    """Ends a run that took too many steps; no handler for ordinary exceptions catches it."""


class Peer:
    """A connection that delivers its chunks, one a call, and is closed behind the last."""

    def __init__(self, *chunks: bytes) -> None:
        self._chunks = list(chunks)

    def recv(self, size: int) -> bytes:
        """The next bytes, at most ``size`` of them, and none once the peer has closed."""
        if not self._chunks:
            return b""
        chunk = self._chunks.pop(0)
        if len(chunk) > size:
            self._chunks.insert(0, chunk[size:])
        return chunk[:size]


def run(program: Program, call: str, patience: Patience) -> Outcome:
    """Runs the module body, the setup and one call of a program."""
    match program.guard:
        case Guard.STEPS:
            return _run_here(program, call, patience.steps)
        case Guard.PROCESS:
            return _run_in_child(program, call, patience.seconds)
        case unreachable:
            assert_never(unreachable)


def _run_here(program: Program, call: str, steps: int) -> Outcome:
    with _quiet():
        try:
            with _limited(steps):
                _execute(program, call)
        except (_StepLimitError, RecursionError):
            return Outcome.STOPPED
        except (Exception, SystemExit):
            return Outcome.ENDED
    return Outcome.ENDED


def _execute(program: Program, call: str) -> None:
    scope: dict[str, Any] = {"__name__": "program", "io": io, "os": os, "Peer": Peer}
    exec(compile(program.code, str(program.path), "exec"), scope)
    exec(program.setup, scope)
    eval(call, scope)


@dataclass(slots=True)
class _Counter:
    """Counts the calls and lines of Python code, and stops the run behind the last one allowed."""

    left: int
    seen: int = field(default=0)

    def __call__(self, frame: FrameType, event: str, argument: object) -> "_Counter":
        self.seen += 1
        if self.seen > self.left:
            raise _StepLimitError
        return self


@contextlib.contextmanager
def _limited(steps: int) -> Iterator[None]:
    before = sys.gettrace()
    sys.settrace(_Counter(steps))
    try:
        yield
    finally:
        sys.settrace(before)


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    keyboard = sys.stdin
    sys.stdin = io.StringIO("")
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            yield
    finally:
        sys.stdin = keyboard


def _run_in_child(program: Program, call: str, seconds: float) -> Outcome:
    context = multiprocessing.get_context("fork")
    child = context.Process(target=_child, args=(program, call), daemon=True)
    child.start()
    child.join(seconds)
    if not child.is_alive():
        return Outcome.ENDED if child.exitcode == 0 else Outcome.STOPPED
    child.kill()
    child.join()
    return Outcome.STOPPED


def _child(program: Program, call: str) -> None:
    with _quiet():
        try:
            _execute(program, call)
        except RecursionError:
            os._exit(1)
        except (Exception, SystemExit):
            os._exit(0)
    os._exit(0)
