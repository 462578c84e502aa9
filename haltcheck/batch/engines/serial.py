"""The calling process does all the work itself: for one small file nothing is faster."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from types import FrameType

from haltcheck.batch.engine import Done, Engine, Outcome, Overdue, T, crashed


class _OverdueError(BaseException):
    """No ``except Exception`` on the way may swallow it, so it is no Exception."""


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
    previous = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise _OverdueError
