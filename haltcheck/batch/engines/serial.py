"""The calling process does all the work itself: for one small file nothing is faster."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from types import FrameType

from haltcheck.batch.engine import Done, Engine, Outcome, Overdue, T, crashed


class _OverdueError(BaseException):
    """No ``except Exception`` on the way may swallow it, so it is no Exception."""


_AGAIN = 1.0
"""Seconds until the next ring: what is raised while an object is destroyed goes no further."""


class Serial(Engine):
    """Works on one item after the other; an alarm cuts what overruns its limit."""

    def run(self, work: Callable[[T], object], items: Iterable[T]) -> Iterator[Outcome]:
        """Works on each item; without alarms (a thread, Windows) nothing is cut."""
        for item in items:
            yield self._one(work, item)

    def _one(self, work: Callable[[T], object], item: T) -> Outcome:
        try:
            with _alarm(self.limit):
                return Done(work(item))
        except _OverdueError:
            return Overdue(self.limit)
        except Exception as error:
            return crashed(error)


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    in_main = threading.current_thread() is threading.main_thread()
    if not in_main or not hasattr(signal, "setitimer"):
        yield
        return
    previous, told = signal.signal(signal.SIGALRM, _ring), sys.unraisablehook

    def tell(unraisable: sys.UnraisableHookArgs) -> None:
        if unraisable.exc_type is not _OverdueError:
            told(unraisable)

    sys.unraisablehook = tell
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
    finally:
        # A ring may still have come between: the next one is far off.
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)
        sys.unraisablehook = told


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise _OverdueError
