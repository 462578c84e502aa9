"""Several processes of this machine; a crash or a hang costs one item and nothing else."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import TimeoutError as OverdueError
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing.context import BaseContext

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from haltcheck.batch.engine import Crashed, Done, Engine, Outcome, Overdue, T, crashed

# A worker is replaced after so many items, so that what leaks in solvers stays bounded.
_LIFETIME = 100
_PRELOAD = ["haltcheck.pipeline", "haltcheck.session"]


class Local(Engine):
    """A pool of worker processes, fed only a little ahead of what is asked for."""

    def run(self, work: Callable[[T], object], items: Iterable[T]) -> Iterator[Outcome]:
        """Works on the items in parallel; outcomes wait for their turn.

        A pool that breaks as a whole is built anew for what is open; an item at whose turn it
        breaks twice is given up.
        """
        source = iter(items)
        opened: deque[T] = deque()
        suspect: list[T] = []
        while True:
            try:
                yield from self._pooled(work, source, opened)
                return
            except BrokenProcessPool:
                if opened and suspect and suspect[0] is opened[0]:
                    opened.popleft()
                    yield Crashed("the pool of worker processes broke twice")
                suspect = [opened[0]] if opened else []

    def _pooled(
        self, work: Callable[[T], object], source: Iterator[T], opened: deque[T]
    ) -> Iterator[Outcome]:
        """Outcomes of one pool; ``opened`` holds the items that have none yet."""
        with _pool(self.jobs) as pool:
            futures = deque(self._schedule(pool, work, item) for item in opened)
            while True:
                for item in islice(source, 4 * self.jobs - len(futures)):
                    opened.append(item)
                    futures.append(self._schedule(pool, work, item))
                if not futures:
                    return
                outcome = self._outcome(futures.popleft())
                opened.popleft()
                yield outcome

    def _schedule(
        self, pool: ProcessPool, work: Callable[[T], object], item: T
    ) -> ProcessFuture[object]:
        try:
            return pool.schedule(work, args=(item,), timeout=self.limit)
        except RuntimeError as error:
            raise BrokenProcessPool from error

    def _outcome(self, future: ProcessFuture[object]) -> Outcome:
        try:
            return Done(future.result())
        except OverdueError:
            return Overdue(self.limit)
        except ProcessExpired as error:
            return Crashed(f"a worker process died (exit code {error.exitcode})")
        except BrokenProcessPool:
            raise
        except Exception as error:
            return crashed(error)


@contextmanager
def _pool(jobs: int) -> Iterator[ProcessPool]:
    """A pool that lives no longer than the block: what still runs at its end is stopped."""
    with _safe_path():
        pool = ProcessPool(max_workers=jobs, max_tasks=_LIFETIME, context=_context())
        try:
            yield pool
        finally:
            pool.stop()  # type: ignore[no-untyped-call]
            pool.join()


@contextmanager
def _safe_path() -> Iterator[None]:
    """New interpreters must not import from the working folder: what lies there is only read."""
    before = os.environ.get("PYTHONSAFEPATH")
    os.environ["PYTHONSAFEPATH"] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ["PYTHONSAFEPATH"]
        else:
            os.environ["PYTHONSAFEPATH"] = before


def _context() -> BaseContext:
    """Workers start from a server that has loaded the street once, where the system can."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context()
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOAD)
    return context
