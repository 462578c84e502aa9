"""CPU seconds by stage, and the one wall clock: the deadline of a file."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager


class Stopwatch:
    """Adds up the CPU seconds of each stage of one file.

    ``cut`` says whether anybody was told that the time is up, and left out what was still to do.
    """

    def __init__(self, timeout: float) -> None:
        self._began = time.monotonic()
        self._timeout = timeout
        self._stages: dict[str, float] = {}
        self.cut = False

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Charges what is done inside to the stage."""
        before = time.process_time()
        try:
            yield
        finally:
            spent = time.process_time() - before
            self._stages[name] = self._stages.get(name, 0.0) + spent

    def expired(self) -> bool:
        """Whether the file has used up its wall-clock time."""
        expired = self.elapsed() > self._timeout
        self.cut = self.cut or expired
        return expired

    def elapsed(self) -> float:
        """Wall-clock seconds since the file was opened."""
        return time.monotonic() - self._began

    def stages(self) -> tuple[tuple[str, float], ...]:
        """CPU seconds by stage, in the order in which the stages were first entered."""
        return tuple(self._stages.items())
